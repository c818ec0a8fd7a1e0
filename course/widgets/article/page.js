// The page of sentences: each is a button; beside the open one stand its marks, and at last the course's reading.

import { element, fill, newId } from "../kit/js/dom.js";
import { filled } from "../kit/js/words.js";

// hand: mark(part, said) and open(id), what the learner does.
/** @param {Stage} p */
export function makePage(p, hand) {
  const page = element("div", "iss-article");
  p.own.rows = new Map();
  let paragraph = 0;
  for (const one of p.words.statements) {
    const row = element("div", "iss-statement");
    if (one.paragraph !== paragraph) {
      const named = filled(p.words.labels.paragraph, { number: one.paragraph });
      row.classList.add("iss-paragraph");
      row.append(element("p", "iss-note", {}, named));
    }
    paragraph = one.paragraph;
    const button = element("button", "", { type: "button" });
    button.append(element("span", "iss-mark", { "aria-hidden": "true" }), sentence(p, one));
    button.addEventListener("click", () => hand.open(one.id));
    row.append(button);
    page.append(row);
    p.own.rows.set(one.id, { row, button });
  }
  p.own.page = page;
  p.own.panel = panelOf(p, hand);
  p.controls.append(page);
  const seen = new ResizeObserver(() => reveal(p));
  seen.observe(p.own.panel.box);
  p.closers.push(() => seen.disconnect());
}

/** @param {Stage} p */
function sentence(p, one) {
  const words = element("span", "", {}, one.text);
  if (one.quote) words.append(" ", element("q", "", {}, one.quote));
  words.append(
    element("small", "", {}, `${one.who}${one.worthwhile ? `. ${p.words.labels.worthwhile}` : ""}`),
  );
  return words;
}

/** @param {Stage} p */
function panelOf(p, hand) {
  const { labels, kinds, verdicts } = p.words;
  const box = element("div", "iss-marks");
  const kind = radios(labels.kind, kinds, (said) => hand.mark("kind", said));
  const verdict = radios(labels.verdict, verdicts, (said) => hand.mark("verdict", said));
  const source = sourceOf(p, hand);
  const reading = element("div", "iss-reading", { role: "status" });
  const turn = turnOf(p, hand);
  box.append(turn.row, kind.group, verdict.group, source.form, reading);
  return { box, turn, kind, verdict, source, reading };
}

// On a phone, where few sentences are in sight: which it is, and to its neighbours.
/** @param {Stage} p */
function turnOf(p, hand) {
  const { labels, statements } = p.words;
  const row = element("div", "iss-turn");
  const at = element("span");
  const place = () => statements.findIndex(({ id }) => id === p.state.open);
  const [before, next] = [
    [labels.before, -1],
    [labels.next, 1],
  ].map(([words, way]) => {
    const made = element("button", "iss-button", { type: "button" }, words);
    made.addEventListener("click", () => hand.open(statements[place() + way].id));
    return made;
  });
  row.append(before, at, next);
  const tell = () => {
    at.textContent = filled(labels.at, { at: place() + 1, all: statements.length });
    before.disabled = place() === 0;
    next.disabled = place() === statements.length - 1;
  };
  return { row, tell };
}

function radios(words, options, input) {
  const group = element("fieldset", "iss-choice");
  const name = newId();
  group.append(element("legend", "", {}, words));
  const made = options.map((value) => {
    const label = element("label");
    const radio = element("input", "", { type: "radio", name, value });
    radio.dataset.lmSuppressShortcuts = "true";
    radio.addEventListener("change", () => input(value));
    label.append(radio, element("span", "", {}, value));
    group.append(label);
    return radio;
  });
  return { group, set: (value) => made.forEach((one) => (one.checked = one.value === value)) };
}

// The form of an address is looked at, the page behind it is not: nothing is fetched.
/** @param {Stage} p */
function sourceOf(p, hand) {
  const { labels, address, none } = p.words;
  const form = element("form", "iss-own-source", { novalidate: "" });
  const id = newId();
  const input = element("input", "", { id, type: "url", inputmode: "url", autocomplete: "off" });
  input.dataset.lmSuppressShortcuts = "true";
  const keep = element("button", "iss-button", { type: "submit" }, labels.keep);
  const skip = element("button", "iss-button", { type: "button" }, labels.none);
  const problem = element("p", "iss-problem", { role: "alert" });
  const field = element("div", "iss-field-row");
  field.append(input, keep, skip);
  form.append(element("label", "", { for: id }, labels.source), field, problem);
  const take = (said) => {
    const { kind, verdict } = p.state.marks[p.state.open] ?? {};
    problem.textContent = kind && verdict ? "" : labels.decide;
    if (!kind || !verdict) return;
    hand.mark("source", said);
    p.own.panel.reading.scrollIntoView({ block: "nearest" }); // what was asked for, where the window ends above it
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = input.value.trim();
    if (new RegExp(address).test(said)) take(said);
    else problem.textContent = labels.no_address;
  });
  skip.addEventListener("click", () => take(none));
  return { form, input, problem };
}

// The state, shown: the letter of each verdict, and beside the open sentence its marks.
/** @param {Stage} p */
export function showPage(p) {
  const { rows, panel } = p.own;
  const { labels, statements } = p.words;
  for (const [id, { row, button }] of rows) {
    const { verdict } = p.state.marks[id] ?? {};
    const open = id === p.state.open;
    row.classList.toggle("iss-open", open);
    button.setAttribute("aria-expanded", open);
    button.firstChild.textContent = labels.letters[verdict] ?? "";
    button.setAttribute("aria-description", verdict ?? labels.undecided);
    if (open && panel.box.parentNode !== row) {
      row.append(panel.box);
      panel.source.input.value = panel.source.problem.textContent = "";
    }
  }
  const one = statements.find(({ id }) => id === p.state.open);
  const mine = p.state.marks[one.id] ?? {};
  panel.turn.tell();
  panel.kind.set(mine.kind);
  panel.verdict.set(mine.verdict);
  panel.source.form.hidden = Boolean(mine.source && mine.source !== p.words.none);
  showReading(p, one, mine);
  reveal(p);
}

// The open sentence is seen with all that stands beside it: the page grows with it, and goes to it.
/** @param {Stage} p */
function reveal(p) {
  const { rows, page } = p.own;
  const { offsetTop, offsetHeight } = rows.get(p.state.open).row;
  page.style.setProperty("--iss-open", `${offsetHeight + 2}px`);
  const below = offsetTop + offsetHeight - page.scrollTop - page.clientHeight;
  if (below > 0) page.scrollTop += below;
  page.scrollTop = Math.min(page.scrollTop, offsetTop);
}

/** @param {Stage} p */
function showReading(p, one, mine) {
  const { panel } = p.own;
  const { labels, none } = p.words;
  panel.reading.replaceChildren();
  if (!mine.kind || !mine.verdict || !mine.source) return;
  const { kind, verdict, why, sources } = one.course;
  const said = element("p");
  const own = { kind: mine.kind, verdict: mine.verdict, course_kind: kind, course_verdict: verdict };
  const same = mine.kind === kind && mine.verdict === verdict;
  fill(said, filled(same ? labels.same : labels.said, { ...own, why }));
  panel.reading.append(said);
  if (one.readings.length) {
    const list = element("ul");
    list.append(...one.readings.map((words) => element("li", "", {}, words)));
    panel.reading.append(element("p", "", {}, labels.readings), list);
  }
  if (mine.source !== none)
    panel.reading.append(linked(filled(labels.yours, { source: `[${mine.source}](${mine.source})` })));
  panel.reading.append(linked(labels.sources + sources));
}

// Words with links as Markdown writes them: [words](https://...).
function linked(words) {
  const line = element("p", "iss-note");
  for (const piece of words.split(/(\[[^\]]+\]\(https?:\/\/[^)\s]+\))/)) {
    const link = /^\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)$/.exec(piece);
    line.append(
      link ? element("a", "", { href: link[2], target: "_blank", rel: "noopener" }, link[1]) : piece,
    );
  }
  return line;
}
