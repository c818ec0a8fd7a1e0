// The history on a line of time: how long crews had Soyuz alone, then all that happened; first, perhaps, five cards.

import { element, unmarked } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import {
  COMPARED_PX,
  cardUnder,
  comparedWords,
  drawCompared,
  drawPlacing,
  drawYears,
  placingHeight,
  pressCard,
  pullCard,
} from "./cards.js";
import { choose, compare, groupUnder, pan, press, showPart, turn, zoomTo } from "./moves.js";
import { askNow, isFew, numberOf, sceneHeight, wide } from "./place.js";
import { drawScene } from "./scene.js";
import {
  dayWords,
  eventWords,
  inView,
  lengthWords,
  sentenceNow,
  shown,
  tellControls,
  tellSource,
  zoomNow,
} from "./tell.js";

export default picture({
  follow: ["span", "event", "threads", "comparing"],
  height: (_width, p) =>
    p.placing ? placingHeight(p) : p.open && p.state.comparing ? COMPARED_PX : sceneHeight(p),

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
    fold(p);
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
    if (!p.state.comparing) return { sentence: sentenceNow(p), alt: altNow(p) };
    const cards = p.words.placed.map(({ what, date }, i) =>
      filled(p.words.alt_card, { what, date, said: p.answer[i] }),
    );
    return { sentence: comparedWords(p), alt: `${p.words.alt_compared} ${cards.join("; ")}.` };
  },

  draw(p, c) {
    if (p.placing && p.height !== placingHeight(p)) {
      p.fit(); // the cards are measured in the font of the page
      p.redraw();
    } else if (p.placing) drawPlacing(p, c);
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
    if ("card" in thing) return pullCard(p, thing, x);
    const long = thing.end - thing.start;
    pan(p, thing.start - ((x - thing.x) / wide(p)) * long, long);
  },

  dropped(p, thing) {
    if (thing.moved) return;
    if ("card" in thing) pressCard(p, thing);
    else if (thing.group) press(p, thing.group);
  },
});

/** @param {Stage} p */
function altNow(p) {
  const [first, last] = [p.state.start, p.state.end].map((day) => dayWords(p, Math.round(day)));
  const seen = inView(p).map((i) => p.words.events[i]);
  const chosen = unmarked(p.words.events[p.state.chosen].sentence);
  if (isFew(p)) {
    const turns = seen.map(({ label, date }) => `${label}, ${date}`).join("; ");
    return filled(p.words.alt_few, { first, last, turns: turns || p.words.alt_none, chosen });
  }
  const counts = p.state.threads.map(
    (one) => `${one}: ${seen.filter(({ thread }) => thread === one).length}`,
  );
  const threads = p.state.threads.join(", ");
  const ask = askNow(p);
  const asked = ask ? ` ${ask.question} ${unmarked(ask.answer)}` : "";
  const told = { first, last, count: seen.length, threads, counts: counts.join(", "), asked, chosen };
  return filled(p.words.alt, told);
}

// Controls ---------------------------------------------------------------------------------------
/** @param {Stage} p */
function views(p) {
  const box = element("div", "iss-player iss-even", { role: "group", "aria-label": p.words.labels.part });
  p.own.views = p.words.spans.map(([words, first, last, few]) => {
    const made = element("button", "iss-button", { type: "button" }, words);
    const part = { made, first, last, few };
    made.addEventListener("click", () => showPart(p, part));
    box.append(made);
    return part;
  });
  p.controls.append(box);
}

// From the five cards to the history: beside them the one thing to do.
/** @param {Stage} p */
function onward(p) {
  p.own.onward = element("div", "iss-player");
  const on = () => compare(p, false);
  const made = p.button({ label: p.words.labels.onward, icon: "play", words: true, press: on }, p.own.onward);
  made.element.classList.add("iss-main");
  p.controls.append(p.own.onward);
}

// What few need: any other part, and single threads.
/** @param {Stage} p */
function fold(p) {
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
      label: thread,
      value: p.state.threads.includes(thread),
      input: (on) => turn(p, thread, on),
    }),
  );
  room.append(...p.own.switches.map(({ box }) => box));
}
