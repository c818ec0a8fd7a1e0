// What is shown now: numbers and words of the chosen state.

import { between } from "../kit/js/strokes.js";

/** @param {Stage} p */
export const stopNow = (p) => Math.floor((p.state.time / p.own.lap) * p.words.stops + 1e-6);
/** @param {Stage} p */
export function chosen(p) {
  return {
    cut: p.words.cuts.indexOf(p.state.cut),
    push: p.words.pushes.indexOf(p.state.push),
    stop: stopNow(p),
  };
}

// Where both parts are at a time: ahead, up, right, in metres. Part 0 stays, part 1 goes.
/** @param {Stage} p */
function path(p, part, axis) {
  const { cut, push } = chosen(p);
  const { values, shape } = p.data.path_m;
  const wide = shape[4];
  const from = (((cut * shape[1] + push) * 2 + part) * 3 + axis) * wide;
  return values.subarray(from, from + wide);
}

/** @param {Stage} p */
export const placeAt = (p, part, time) =>
  [0, 1, 2].map((axis) => between(p.data.time_s.values, path(p, part, axis), time));
/** @param {Stage} p */
export function groups(p) {
  const { cut, push } = chosen(p);
  const { values, shape } = p.data.turned;
  const turned = values.subarray(9 * (cut * shape[1] + push), 9 * (cut * shape[1] + push) + 9);
  const sides = p.data.side;
  const goes = (body) => sides.values[cut * sides.shape[1] + body] > 0;
  return [0, 1].map((part) => ({
    name: `${p.state.cut} ${part}`,
    holds: (body) => goes(body) === (part === 1),
    turned,
    moved: placeAt(p, part, p.state.time),
  }));
}
