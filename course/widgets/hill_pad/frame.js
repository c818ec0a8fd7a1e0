// Where things stand in the Hill frame: the drawing's scale and its places.

import { offsetsNow, result, straightAt } from "./state.js";

export const ROOM = { top: 44, bottom: 44, left: 62, right: 18 }; // round the path
const STRETCH = [1, 2, 5, 10, 20, 50]; // how much larger heights may be drawn
const LEAST_SPAN_M = 900; // a path is not drawn larger than this
/** @param {Stage} p */
export const upward = (p) => (p.state.view === "side" ? "radial" : "cross");
/** @param {Stage} p */
const rowOf = (p) => p.words.axes.indexOf(upward(p));
// What is drawn: how many points, their offsets across and upward, and the end of the straight line.
/** @param {Panel} part */
export function points(part) {
  const metres = offsetsNow(part);
  const last = part.state.laps * part.words.per_lap;
  const straight = straightAt(part, last);
  return { last, along: metres[0], up: metres[rowOf(part)], straight: [straight[0], straight[rowOf(part)]] };
}

// Metres to pixels: the same across and up, unless heights need to be larger to be seen; then it is said.
/** @param {Panel} part */
export function frame(part) {
  const { last, along, up, straight } = points(part);
  const near = part.state.within_m;
  const span = (values, axis) => {
    let [low, high] = [-near, near];
    if (part.open && part.state.straight)
      [low, high] = [Math.min(low, straight[axis]), Math.max(high, straight[axis])];
    for (let i = 0; part.open && i <= last; i += 1) {
      if (values[i] < low) low = values[i];
      else if (values[i] > high) high = values[i];
    }
    return { middle: (low + high) / 2, wide: Math.max(high - low, LEAST_SPAN_M) };
  };
  const [across, tall] = [span(along, 0), span(up, 1)];
  const beside = part.wide ? 96 : 64; // for the words at the ends
  const [wide, high] = [
    part.width - ROOM.left - ROOM.right - beside,
    part.height - ROOM.top - ROOM.bottom - 24,
  ];
  const scale = Math.min(wide / across.wide, high / tall.wide);
  const stretch = STRETCH.findLast((each) => scale * each <= high / tall.wide) ?? 1;
  const [left, top] = [(part.width + ROOM.left - ROOM.right) / 2, (part.height + ROOM.top - ROOM.bottom) / 2];
  return {
    scale,
    stretch,
    x: (metres) => left + scale * (metres - across.middle),
    y: (metres) => top - scale * stretch * (metres - tall.middle),
  };
}

// Pixels of the path at a moment, counted in points.
export function onPath(part, view, at) {
  const { along, up, last } = points(part);
  const i = Math.min(Math.floor(at), last - 1);
  const mix = (values) => values[i] + (at - i) * (values[i + 1] - values[i]);
  return [view.x(mix(along)), view.y(mix(up))];
}

/** @param {Panel} part */
export const flownPoints = (part) => Math.min(part.state.flown, part.state.laps) * part.words.per_lap;
export function bodyOf(part) {
  const [x, y] = onPath(part, frame(part), flownPoints(part));
  return { x, y };
}

/** @param {Panel} part */
export function fatePlace(part, view) {
  const { nearest, meeting } = result(part);
  const meets = !Number.isNaN(meeting);
  const { per_lap: each } = part.words;
  const time = (meets ? meeting : nearest.time) / part.data.time_s.values[each];
  return { meets, at: onPath(part, view, time * each) };
}
