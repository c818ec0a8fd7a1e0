// Can my city see it? Choose a city and a pass; drag the station over the sky.

import { drawn } from "../kit/js/controls.js";
import { element, newId } from "../kit/js/dom.js";
import { inPanel } from "../kit/js/panels.js";
import { search } from "../kit/js/search.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import { panels, sizes } from "./panels.js";
import { drawSky, nearestAlong, onSky, skyAt } from "./sky.js";
import { passNow } from "./state.js";
import { drawWeek, passAt } from "./week.js";

export default picture({
  follow: ["answer", "number"],
  height: (width, p) => sizes(width, p).height,

  start(p) {
    p.state = { answer: p.model.get("answer"), number: p.model.get("number"), along: 0.5 };
    const { live } = p.words;
    p.own.city = search(p, {
      label: p.words.labels.city,
      places: p.words.places,
      value: p.state.answer.city,
      free: live,
      kind: p.words.labels.cities,
      pick: (text) => choose(p, text),
    });
    p.own.busy = p.note();
    p.own.busy.set(live ? p.words.labels.any : p.words.labels.some);
    p.own.moment = p.slider({
      label: p.words.labels.moment,
      min: 0,
      max: 100,
      step: 1,
      value: 50,
      text: (part) => momentWords(p, part / 100),
      input: (part) => fly(p, part / 100),
    });
    p.own.moment.range.style.accentColor = "var(--iss-ink)";
    p.own.list = passList(p);
    p.own.about = p.note();
    p.own.about.set(p.words.note);
    p.listen("change:told", () => hear(p));
    take(p, p.state.answer, p.state.number);
  },

  changed(p, name, value) {
    if (name === "answer") take(p, value, value.start);
    else if (p.state.answer.passes[value]) show(p, value, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { city, reason } = p.state.answer;
    const one = passNow(p);
    const now = { city, reason, days: p.words.days, lowest: p.words.lowest_deg, ...one };
    if (!one) return { sentence: filled(p.words.none, now), alt: filled(p.words.alt_none, now) };
    const { passes } = p.state.answer;
    Object.assign(now, {
      count: passes.length,
      visible: passes.filter(({ kind }) => kind === "visible").length,
    });
    now.seen = filled(p.words.seen[one.kind], now);
    return { sentence: filled(p.words.sentence, now), alt: filled(p.words.alt, now) };
  },

  draw(p, c) {
    const { sky, week } = panels(p);
    inPanel(c, sky, drawSky);
    inPanel(c, week, drawWeek);
  },

  grab(p, x, y) {
    if (!passNow(p)) return null;
    const { sky, week } = panels(p);
    const here = onSky(sky, p.state.along);
    if (Math.hypot(x - sky.left - here.x, y - sky.top - here.y) < 26) return { kind: "station" };
    const number = passAt(week, x - week.left, y - week.top);
    return number === null ? null : { kind: "week", number };
  },

  drag(p, thing, x, y) {
    const { sky, week } = panels(p);
    if (thing.kind === "station") {
      p.state.moved = true;
      fly(p, nearestAlong(sky, x - sky.left, y - sky.top));
      p.own.moment.set(Math.round(100 * p.state.along));
    } else show(p, passAt(week, x - week.left, y - week.top) ?? thing.number);
  },

  dropped(p, thing) {
    if (thing.kind === "week") show(p, thing.number);
  },
});

// State ------------------------------------------------------------------------------------------

// Another city: known on a page, else asked for. Python answers with the passes, then with `told`.
/** @param {Stage} p */
function choose(p, text) {
  const known = p.model.get("answers")[text];
  if (known) {
    take(p, known, known.start);
    p.save({ city: text, answer: known, number: known.start });
  } else if (text !== p.state.answer.city) {
    p.state.asked = text;
    p.own.busy.set(filled(p.words.labels.busy, { city: text }));
    p.save({ asked: text });
  }
}

/** @param {Stage} p */
function hear(p) {
  const { asked, problem } = p.model.get("told");
  if (asked !== p.state.asked) return; // something newer was asked for
  p.own.city.problem(problem);
  p.own.busy.set("");
  if (!problem) p.own.city.set(p.state.answer.city);
}

/** @param {Stage} p */
function take(p, answer, number) {
  p.state.answer = answer;
  p.own.city.set(answer.city);
  p.own.list.fill();
  p.own.moment.range.parentElement.hidden = !answer.passes.length;
  show(p, number, false);
}

/** @param {Stage} p */
function show(p, number, tell = true) {
  if (tell && number !== p.state.number) p.save({ number });
  p.state.number = number;
  p.own.list.set(number);
  const along = best(p);
  p.own.moment.set(Math.round(100 * along));
  fly(p, along);
}

// Where a pass is shown first: in the middle of what can be seen of it, else half-way.
/** @param {Stage} p */
function best(p) {
  const seen = passNow(p)?.seen ?? [];
  const places = seen.flatMap((each, i) => (each ? [i] : []));
  return places.length ? (places[0] + places[places.length - 1]) / 2 / (seen.length - 1) : 0.5;
}

/** @param {Stage} p */
function fly(p, along) {
  p.state.along = along;
  p.redraw();
}

// Words ------------------------------------------------------------------------------------------
const two = (number) => String(number).padStart(2, "0");

/** @param {Stage} p */
function timeAt(p, along) {
  const one = passNow(p);
  const second = Math.round(60 * p.words.start_min + one.rise_s + along * one.long_s) % 86_400;
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** @param {Stage} p */
function momentWords(p, along) {
  if (!passNow(p)) return "";
  return filled(p.words.labels.at, { time: timeAt(p, along), up: skyAt(p, along).elevation.toFixed(0) });
}

const SIGN_PATHS = {
  star: "M8 .8l2.2 4.7 5 .6-3.7 3.5 1 5.1L8 12.2l-4.5 2.5 1-5.1L.8 6.1l5-.6z",
  circle: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zm0 1.3a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4z",
};
const SIGNS = { visible: "star", shadow: "circle", bright: "circle" };

// The passes as a list: what the week shows, in words, and the way of the keyboard.
/** @param {Stage} p */
function passList(p) {
  const group = element("fieldset", "iss-passes");
  const name = newId();
  const head = element("legend");
  const rows = element("div", "iss-rows");
  group.append(head, rows);
  p.controls.append(group);
  let radios = [];
  const row = (one, number) => {
    const label = element("label", one.kind === "visible" ? "iss-seen" : "");
    const radio = element("input", "", { type: "radio", name, value: number });
    radio.dataset.lmSuppressShortcuts = "true";
    radio.addEventListener("change", () => show(p, number));
    const sign = element("span", "iss-sign");
    sign.append(drawn(SIGN_PATHS[SIGNS[one.kind]]));
    label.append(
      radio,
      sign,
      element("span", "iss-when", {}, `${one.day}, ${one.top}`),
      element("span", "", {}, filled(p.words.labels.top, { height: one.height, way: one.top_way })),
      element("span", "iss-how", {}, p.words.kinds[one.kind]),
    );
    rows.append(label);
    return radio;
  };
  return {
    fill() {
      const { passes } = p.state.answer;
      rows.replaceChildren();
      radios = passes.map(row);
      const seen = passes.filter(({ kind }) => kind === "visible").length;
      head.textContent = filled(p.words.labels.list, {
        count: passes.length,
        lowest: p.words.lowest_deg,
        days: p.words.days,
        seen,
      });
      group.hidden = !passes.length;
    },
    set(number) {
      radios.forEach((radio, i) => (radio.checked = i === number));
      const chosen = radios[number]?.parentElement;
      if (!chosen) return;
      const [above, below] = [
        chosen.offsetTop - rows.offsetTop,
        chosen.offsetTop - rows.offsetTop + chosen.offsetHeight,
      ];
      if (above < rows.scrollTop) rows.scrollTop = above;
      else if (below > rows.scrollTop + rows.clientHeight) rows.scrollTop = below - rows.clientHeight;
    },
  };
}
