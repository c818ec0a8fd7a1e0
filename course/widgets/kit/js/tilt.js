// Where the inclination stands: a stop of the slider, or between two of them on the way to a mark.
// A picture has p.state.at and .stop, p.tilt (its slider) and p.marks (its buttons).

import { element } from "./dom.js";

const GLIDE_MS = 600; // from mark to mark; rows of the tables are mixed on the way, for drawing alone

/** @param {Stage} p */
export function tiltSlider(p) {
  p.own.tilt = p.slider({
    label: p.words.kit.inclination,
    min: 0,
    max: p.words.texts.slider.length - 1,
    step: 1,
    value: p.state.stop,
    text: (at) => `{ink:${p.words.texts.slider[at]}}${markWords(p, at)}`,
    input: (at) => tilt(p, at),
  });
  p.own.tilt.range.style.accentColor = "var(--iss-ink)";
}

/** @param {Stage} p */
export function tilt(p, stop, tell = true) {
  cancelAnimationFrame(p.own.gliding);
  settle(p, stop, tell);
  p.state.at = stop;
  p.redraw();
}

/** @param {Stage} p */
function settle(p, stop, tell) {
  p.own.tilt.set(stop);
  if (tell && stop !== p.state.stop) p.save({ inclination_deg: p.data.inclination_deg.values[stop] });
  p.state.stop = stop;
  p.own.marks.set(stop);
}

// From mark to mark the picture moves over: the way there shows what changes.
/** @param {Stage} p */
function glide(p, stop) {
  cancelAnimationFrame(p.own.gliding);
  if (p.still) return tilt(p, stop);
  const from = p.state.at;
  const begun = performance.now();
  settle(p, stop, true);
  const step = (now) => {
    const done = Math.min(Math.max((now - begun) / GLIDE_MS, 0), 1);
    p.state.at = done < 1 ? from + (stop - from) * done * done * (3 - 2 * done) : stop;
    if (done < 1) p.own.gliding = requestAnimationFrame(step);
    p.redraw();
  };
  p.own.gliding = requestAnimationFrame(step);
  p.redraw();
}

// A value at the place that is drawn; on the way between two stops a straight mix of both, for drawing alone.
/** @param {Stage} p */
export function valueAt(p, name, column = 0, at = p.state.at) {
  const { values, shape } = p.data[name];
  const wide = shape[1] ?? 1;
  const [low, part] = [Math.floor(at), at % 1];
  const here = values[wide * low + column];
  return part ? here + part * (values[wide * (low + 1) + column] - here) : here;
}

/** @param {Stage} p */
function markWords(p, stop) {
  const mark = p.words.marks.find(([at]) => at === stop);
  return mark ? `: ${mark[1]}` : "";
}

/** @param {Stage} p */
export function marks(p) {
  const group = element("div", "iss-player", { role: "group", "aria-label": p.words.kit.compare });
  const made = p.words.marks.map(([stop, words]) => {
    const button = element("button", "iss-button", { type: "button" });
    button.append(element("b", "iss-value", {}, p.words.texts.slider[stop]), words);
    button.addEventListener("click", () => glide(p, stop));
    group.append(button);
    return { stop, button };
  });
  p.controls.append(group);
  const set = (now) => made.forEach(({ stop, button }) => button.setAttribute("aria-pressed", stop === now));
  set(p.state.stop);
  return { set };
}
