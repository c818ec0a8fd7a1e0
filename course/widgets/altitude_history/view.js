// The height of the station through the years: drag the cursor from one known height to the next.

import { unmarked } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { drawScene, plotOf } from "./scene.js";

export default picture({
  follow: ["when"],
  height: (width) => Math.round(Math.min(Math.max(0.45 * width, 330), 430)),

  start(p) {
    const place = p.words.names.indexOf(p.model.get("when"));
    p.state = { place, moved: false, seen: new Set() };
    p.own.known = p.slider({
      label: p.words.labels.set,
      min: 0,
      max: p.words.names.length - 1,
      step: 1,
      value: place,
      text: (at) => `{ink:${p.words.slider[at]}}`,
      input: (at) => go(p, at),
    });
    p.own.known.range.style.accentColor = "var(--iss-ink)";
    p.note().set(p.words.note);
  },

  changed: (p, _name, value) => go(p, p.words.names.indexOf(value), false),

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const sentence = p.words.sentences[p.state.place];
    return { sentence, alt: p.words.alt.replace("$now", unmarked(sentence)) };
  },

  draw: drawScene,

  grab(p, x, y) {
    const { left, right, top, bottom } = plotOf(p);
    const inside = x > left - 12 && x < right + 12 && y > top && y < bottom;
    return inside ? { x, sideways: true } : null;
  },

  drag(p, thing, x) {
    thing.moved = true;
    go(p, nearestTo(p, x));
  },
  dropped: (p, thing) => thing.moved || go(p, nearestTo(p, thing.x)),
});

/** @param {Stage} p */
function go(p, place, tell = true) {
  p.state.place = place;
  p.state.moved = true;
  p.state.seen.add(place);
  p.own.known.set(place);
  if (tell) p.save({ when: p.words.names[place] });
  p.redraw();
}

/** @param {Stage} p */
function nearestTo(p, x) {
  const plot = plotOf(p);
  const away = Array.from(p.data.day.values, (day) => Math.abs(plot.x(day) - x));
  return away.indexOf(Math.min(...away));
}
