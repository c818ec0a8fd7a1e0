// The history on a line of time: drag it, zoom into it, choose an event; first, perhaps, place five cards.

import { element, unmarked } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { day as dayOf, filled } from "../kit/js/words.js";
import {
  cardUnder,
  drawCompared,
  drawPlacing,
  drawYears,
  errorWords,
  PLACING_PX,
  yearAt,
  yearsOff,
} from "./cards.js";
import { dateOf, MONTH_DAYS, numberOf, sceneHeight, wide } from "./place.js";
import { drawScene } from "./scene.js";

const GLIDE_MS = 450;
const REACH_PX = 24; // how near a tap must be to a mark

export default picture({
  follow: ["span", "event", "threads", "comparing"],
  height: (_width, p) => (p.placing ? PLACING_PX : sceneHeight(p)),

  start(p) {
    const [start, end] = p.model.get("span").map((day) => numberOf(p, Date.parse(day)));
    const chosen = p.words.ids.indexOf(p.model.get("event"));
    p.state = { start, end, chosen, threads: p.model.get("threads"), comparing: p.model.get("comparing") };
    onward(p);
    views(p);
    p.own.step = p.slider({
      label: p.words.labels.event,
      min: 0,
      max: 1,
      step: 1,
      value: 0,
      text: (at) => eventWords(p, at),
      input: (at) => choose(p, shown(p)[at]),
    });
    p.own.cards = p.toggle({ label: p.words.labels.cards, value: false, input: (on) => compare(p, on) });
    p.own.cards.set(p.state.comparing);
    p.own.about = p.note(p.more(""));
    few(p);
    for (const { range } of [p.own.zoom, p.own.step]) range.style.accentColor = "var(--iss-ink)";
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
    tellControls(p);
  },

  opened(p, answer, byHand) {
    if (Array.isArray(answer) && byHand) compare(p, true);
  },

  changed(p, name, value) {
    if (name === "span") [p.state.start, p.state.end] = value.map((day) => numberOf(p, Date.parse(day)));
    else if (name === "event") p.state.chosen = p.words.ids.indexOf(value);
    else p.state[name] = value;
    tellControls(p);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    tellSource(p);
    if (p.state.comparing) {
      const cards = p.words.placed.map(({ what, date }, i) =>
        filled(p.words.alt_card, { what, date, said: p.answer[i] }),
      );
      return { sentence: comparedWords(p), alt: `${p.words.alt_compared} ${cards.join("; ")}.` };
    }
    const { sentence } = p.words.events[p.state.chosen];
    const [first, last] = [p.state.start, p.state.end].map(Math.round);
    const seen = p.words.events.filter(({ thread }, i) => {
      const day = p.data.day.values[i];
      return p.state.threads.includes(thread) && day >= first && day <= last;
    });
    const counts = p.state.threads.map(
      (one) => `${one}: ${seen.filter(({ thread }) => thread === one).length}`,
    );
    return {
      sentence,
      alt: filled(p.words.alt, {
        first: dayWords(p, first),
        last: dayWords(p, last),
        count: seen.length,
        threads: p.state.threads.join(", "),
        counts: counts.join(", "),
        chosen: unmarked(sentence),
      }),
    };
  },

  draw(p, c) {
    if (p.placing) drawPlacing(p, c);
    else if (!p.open) drawYears(p, c);
    else if (p.state.comparing) drawCompared(p, c);
    else drawScene(p, c);
  },

  grab(p, x, y) {
    if (p.placing) return cardUnder(p, x, y);
    if (p.state.comparing) return null;
    return { x, start: p.state.start, end: p.state.end, sideways: true, group: groupUnder(p, x, y) };
  },

  drag(p, thing, x) {
    if (!thing.moved && Math.abs(x - thing.x) < 4) return;
    thing.moved = true;
    if ("card" in thing) return p.placing.set(thing.card, yearAt(p, x));
    const long = thing.end - thing.start;
    pan(p, thing.start - ((x - thing.x) / wide(p)) * long, long);
  },

  dropped(p, thing) {
    if (thing.moved) return;
    if ("card" in thing)
      thing.held || p.placing.set(thing.card, yearAt(p, thing.x)); // a press places it, too
    else if (thing.group) press(p, thing.group);
  },
});

// What is in view --------------------------------------------------------------------------------

/** @param {Stage} p */
function view(p, start, long, tell = true) {
  const last = p.data.ends.values[1];
  const kept = Math.min(Math.max(long, p.words.least_days), last);
  p.state.start = Math.min(Math.max(start, 0), last - kept);
  p.state.end = p.state.start + kept;
  if (tell) {
    const iso = (day) => dateOf(p, Math.round(day)).toISOString().slice(0, 10);
    p.save({
      span: [iso(p.state.start), iso(p.state.start + Math.max(Math.round(kept), p.words.least_days))],
    });
  }
  tellControls(p);
  p.redraw();
}

/** @param {Stage} p */
function pan(p, start, long) {
  cancelAnimationFrame(p.own.gliding);
  view(p, start, long);
}

// From one part to another, then what follows; who prefers reduced motion is there at once.
/** @param {Stage} p */
function glideTo(p, start, long, then = () => {}) {
  cancelAnimationFrame(p.own.gliding);
  compare(p, false);
  const from = { start: p.state.start, end: p.state.end };
  const begun = performance.now();
  const step = (now) => {
    const done = p.still ? 1 : Math.min(Math.max((now - begun) / GLIDE_MS, 0), 1);
    const part = done * done * (3 - 2 * done);
    const first = from.start + part * (start - from.start);
    const last = from.end + part * (start + long - from.end);
    view(p, first, last - first, done === 1);
    if (done < 1) p.own.gliding = requestAnimationFrame(step);
    else then();
  };
  step(begun);
}

// The slider goes from the whole line to its shortest part, by equal factors, around the chosen event.
/** @param {Stage} p */
const factor = (p) => p.data.ends.values[1] / p.words.least_days;
/** @param {Stage} p */
const zoomNow = (p) =>
  Math.round((100 * Math.log(p.data.ends.values[1] / (p.state.end - p.state.start))) / Math.log(factor(p)));

/** @param {Stage} p */
function zoomTo(p, value) {
  const long = p.data.ends.values[1] / factor(p) ** (value / 100);
  const chosen = p.data.day.values[p.state.chosen];
  const { start, end } = p.state;
  const inside = chosen >= start && chosen <= end;
  const share = inside ? (chosen - start) / (end - start) : 0.5;
  compare(p, false);
  pan(p, (inside ? chosen : (start + end) / 2) - share * long, long);
}

/** @param {Stage} p */
function lengthWords(p) {
  const days = p.state.end - p.state.start;
  const { years, months, days: few } = p.words.labels.in_view;
  if (days > 730) return filled(years, { count: Math.round(days / 365.25) });
  return days > 90
    ? filled(months, { count: Math.round(days / MONTH_DAYS) })
    : filled(few, { count: Math.round(days) });
}

/** @param {Stage} p */
function dayWords(p, day) {
  return dayOf(dateOf(p, day).getTime(), p.words.kit.months);
}

// The chosen event -------------------------------------------------------------------------------
/** @param {Stage} p */
const shown = (p) =>
  p.words.ids.map((_, i) => i).filter((i) => p.state.threads.includes(p.words.events[i].thread));

/** @param {Stage} p */
function choose(p, i) {
  p.state.chosen = i;
  compare(p, false);
  const [day, long] = [p.data.day.values[i], p.state.end - p.state.start];
  const tell = () => p.save({ event: p.words.ids[i] });
  if (day < p.state.start + 0.02 * long || day > p.state.end - 0.02 * long)
    glideTo(p, day - long / 2, long, tell);
  else tell();
  tellControls(p);
  p.redraw();
}

// Nothing in view is chosen: the first of the most important is.
/** @param {Stage} p */
function chooseInView(p) {
  const { day } = p.data;
  const seen = (i) => day.values[i] >= p.state.start && day.values[i] <= p.state.end;
  const list = shown(p).filter(seen);
  if (list.length && !seen(p.state.chosen)) choose(p, foremost(p, list));
}

/** @param {Stage} p */
function groupUnder(p, x, y) {
  const named = (p.own.boxes ?? []).find(
    (box) => x > box.left && x < box.right && y > box.top && y < box.bottom,
  );
  if (named) return { members: [named.i] };
  let [best, least] = [null, REACH_PX];
  for (const group of p.own.groups ?? []) {
    const across = Math.max(group.from - x, x - group.to, 0);
    const away = Math.hypot(across, y - group.y);
    if (away < least) [best, least] = [group, away];
  }
  return best;
}

// A mark chooses its event; a number shows those it counts, apart, and chooses the first of the most important.
/** @param {Stage} p */
function press(p, { members }) {
  const days = members.map((i) => p.data.day.values[i]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (last - first < 2) return choose(p, members[(members.indexOf(p.state.chosen) + 1) % members.length]);
  const long = Math.max(1.6 * (last - first), p.words.least_days);
  glideTo(
    p,
    (first + last - long) / 2,
    long,
    () => members.includes(p.state.chosen) || choose(p, foremost(p, members)),
  );
}

/** @param {Stage} p */
const foremost = (p, list) =>
  list.reduce((best, i) => (p.data.rank.values[i] < p.data.rank.values[best] ? i : best));

/** @param {Stage} p */
function turn(p, thread, on) {
  const threads = p.words.threads.filter((each) => (each === thread ? on : p.state.threads.includes(each)));
  if (threads.length) {
    p.state.threads = threads;
    p.save({ threads });
    compare(p, false);
    if (!threads.includes(p.words.events[p.state.chosen].thread)) {
      const day = (i) => Math.abs(p.data.day.values[i] - p.data.day.values[p.state.chosen]);
      choose(
        p,
        shown(p).reduce((best, i) => (day(i) < day(best) ? i : best)),
      );
    }
  }
  tellControls(p);
  p.redraw();
}

/** @param {Stage} p */
function compare(p, on) {
  if (on === p.state.comparing) return;
  p.state.comparing = on;
  p.save({ comparing: on });
  tellControls(p);
  p.redraw();
}

// Controls ---------------------------------------------------------------------------------------
/** @param {Stage} p */
function views(p) {
  const box = element("div", "iss-player", { role: "group", "aria-label": p.words.labels.part });
  p.own.views = p.words.spans.map(([words, first, last]) => {
    const made = element("button", "iss-button", { type: "button" }, words);
    made.addEventListener("click", () => glideTo(p, first, last - first, () => chooseInView(p)));
    box.append(made);
    return { made, first, last };
  });
  p.controls.append(box);
}

// From the five cards to the history: beside them the one thing to do.
/** @param {Stage} p */
function onward(p) {
  p.own.onward = element("div", "iss-player");
  const press = () => compare(p, false);
  const made = p.button({ label: p.words.labels.onward, icon: "play", words: true, press }, p.own.onward);
  made.element.classList.add("iss-main");
  p.controls.append(p.own.onward);
}

// How many cards are right, and which lies furthest off.
/** @param {Stage} p */
function comparedWords(p) {
  const off = p.words.placed.map((_, i) => Math.abs(yearsOff(p, i)));
  const furthest = off.indexOf(Math.max(...off));
  if (!off[furthest]) return p.words.compared.all;
  return filled(p.words.compared.some, {
    right: off.filter((years) => !years).length,
    all: off.length,
    what: p.words.placed[furthest].what,
    error: errorWords(p, furthest),
  });
}

// What few need: any other part, and single threads.
/** @param {Stage} p */
function few(p) {
  const room = p.more(p.words.labels.more);
  p.own.zoom = p.slider(
    {
      label: p.words.labels.zoom,
      min: 0,
      max: 100,
      step: 1,
      value: zoomNow(p),
      text: () => `{ink:${lengthWords(p)}}`,
      input: (value) => zoomTo(p, value),
    },
    room,
  );
  p.own.switches = p.words.threads.map((thread) =>
    p.toggle({
      label: `{${thread}:${thread}}`,
      value: p.state.threads.includes(thread),
      input: (on) => turn(p, thread, on),
    }),
  );
  room.append(...p.own.switches.map(({ box }) => box));
}

/** @param {Stage} p */
function eventWords(p, at) {
  const one = p.words.events[shown(p)[at]];
  return one ? `{ink:${one.date}, ${one.label}}` : "";
}

/** @param {Stage} p */
function tellControls(p) {
  if (!p.own.switches) return; // not all are made yet
  const list = shown(p);
  p.own.step.range.max = list.length - 1;
  p.own.step.set(list.indexOf(p.state.chosen));
  p.own.zoom.set(zoomNow(p));
  p.own.switches.forEach((each, i) => each.set(p.state.threads.includes(p.words.threads[i])));
  p.own.cards.set(p.state.comparing);
  const { start, end } = p.state;
  for (const { made, first, last } of p.own.views)
    made.setAttribute("aria-pressed", Math.abs(start - first) < 1 && Math.abs(end - last) < 1);
}

// Where it is known from: the source, with its address where the publisher has one.
/** @param {Stage} p */
function tellSource(p) {
  const one = p.words.events[p.state.chosen];
  for (const one of /** @type {any} */ (p.controls.children))
    one.hidden = p.state.comparing !== (one === p.own.onward);
  p.own.cards.box.hidden ||= !Array.isArray(p.answer);
  if (p.own.told === p.state.chosen && p.own.compared === p.state.comparing) return;
  [p.own.told, p.own.compared] = [p.state.chosen, p.state.comparing];
  p.own.about.line.replaceChildren();
  const fold = p.own.about.line.closest("details");
  if (p.state.comparing) return;
  fold.querySelector("summary").textContent = one.short;
  const link = one.url
    ? element("a", "", { href: one.url, target: "_blank", rel: "noopener" }, one.source)
    : one.source;
  p.own.about.line.append(link, ` ${one.more}`.trimEnd());
}
