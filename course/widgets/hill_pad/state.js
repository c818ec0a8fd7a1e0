// What is shown now: numbers and words of the chosen state.

import { entersAt, nearestOn } from "./near.js";

/** @param {Stage} p */
export const speedAt = (p, steps) => Number((steps * p.words.step_m_s).toFixed(2));
/** @param {Stage} p */
export const stepsOf = (p, axis) => Math.round(p.state.push[axis] / p.words.step_m_s);
/** @param {Stage} p */
export const pushed = (p) => p.words.axes.some((axis) => stepsOf(p, axis));
// Offsets along, up and to the left at every moment of all laps, in metres.
/** @param {Stage} p */
export function offsetsNow(p) {
  const { axes } = p.words;
  const key = axes.map((axis) => p.state.push[axis]).join();
  if (p.own.offsets?.key === key) return p.own.offsets.metres;
  const { values, shape } = p.data.unit_m;
  const length = shape[2];
  const metres = axes.map(() => new Float64Array(length));
  axes.forEach((axis, k) =>
    metres.forEach((row, seen) => {
      const [speed, from] = [p.state.push[axis], (k * axes.length + seen) * length];
      if (speed) for (let i = 0; i < length; i += 1) row[i] += speed * values[from + i];
    }),
  );
  p.own.offsets = { key, metres };
  return metres;
}

/** @param {Stage} p */
export const offsetAt = (p, i) => offsetsNow(p).map((row) => row[i]);
/** @param {Stage} p */
export const straightAt = (p, i) => p.words.axes.map((axis) => p.state.push[axis] * p.data.time_s.values[i]);
// Where it is after the last lap, and how near the parts come from half a lap on.
/** @param {Stage} p */
export function result(p) {
  const { laps, within_m: within } = p.state;
  const metres = offsetsNow(p);
  if (p.own.result?.metres === metres && p.own.result.laps === laps && p.own.result.within === within)
    return p.own.result;
  const [first, last] = [p.words.per_lap / 2, laps * p.words.per_lap];
  const time = p.data.time_s.values;
  const [nearest, meeting] = [
    nearestOn(time, metres, first, last),
    entersAt(time, metres, first, last, within),
  ];
  p.own.result = { metres, laps, within, end: offsetAt(p, last), nearest, meeting };
  return p.own.result;
}
