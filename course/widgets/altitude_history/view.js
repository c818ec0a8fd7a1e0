// The height of the station through the years: drag the cursor from element set to element set.

import { unmarked } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { drawScene, panelsOf, timeX } from "./scene.js";

export default picture({
  follow: ["when", "closer"],
  height: (width) => Math.round(Math.min(Math.max(0.56 * width, 440), 520)),

  start(p) {
    const place = p.words.names.indexOf(p.model.get("when"));
    p.state = { place, closer: p.model.get("closer") };
    p.own.sets = p.slider({
      label: p.words.labels.set,
      min: 0,
      max: p.words.names.length - 1,
      step: 1,
      value: place,
      text: (at) => `{ink:${p.words.slider[at]}}`,
      input: (at) => go(p, at),
    });
    p.own.sets.range.style.accentColor = "var(--iss-ink)";
    p.own.nearer = p.toggle({
      label: p.words.labels.closer,
      value: p.state.closer,
      input: (on) => come(p, on),
    });
    p.note().set(p.words.note);
  },

  changed(p, name, value) {
    if (name === "closer") come(p, value, false);
    else go(p, p.words.names.indexOf(value), false);
    p.own.nearer.set(p.state.closer);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const sentence = p.words.sentences[p.state.place];
    return { sentence, alt: p.words.alt.replace("$now", unmarked(sentence)) };
  },

  draw: drawScene,

  grab(p, x, y) {
    const { height, rate } = panelsOf(p);
    const inside =
      x > height.left - 12 &&
      x < height.left + height.width + 12 &&
      y > height.top &&
      y < rate.top + rate.height;
    return inside ? { x, sideways: true } : null;
  },

  drag(p, _thing, x) {
    p.state.middle ??= p.data.day.values[p.state.place]; // what is in view stays while the hand moves
    p.state.moved = true;
    go(p, nearestSet(p, x));
  },

  dropped(p, thing) {
    if (p.state.middle === undefined) go(p, nearestSet(p, thing.x));
    p.state.middle = undefined;
    p.redraw();
  },
});

/** @param {Stage} p */
function go(p, place, tell = true) {
  p.state.place = place;
  p.own.sets.set(place);
  if (tell) p.save({ when: p.words.names[place] });
  p.redraw();
}

/** @param {Stage} p */
function come(p, closer, tell = true) {
  p.state.closer = closer;
  if (tell) p.save({ closer });
  p.redraw();
}

/** @param {Stage} p */
function nearestSet(p, x) {
  const { height } = panelsOf(p);
  const away = Array.from(p.data.day.values, (day) => Math.abs(height.left + timeX(height, day) - x));
  return away.indexOf(Math.min(...away));
}
