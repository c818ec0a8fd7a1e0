// What is shown now: numbers and words of the chosen state.

import { month } from "../kit/js/words.js";

export const YEAR_DAYS = 365.25;
export const DAY_MS = 86400000;
/** @param {Stage} p */
export const startYear = (p) => p.data.start_year.values[p.state.start];
// The row of a craft: with the strongest drag (0), as chosen (1), with the weakest (2).
/**
 * @param {Stage} p
 * @param {number} which
 * @param {string} sun
 */
function rowOf(p, which, sun) {
  const crafts = p.data.real_days.shape[1];
  return (
    (sun === "real" ? p.state.start : p.state.flux) * crafts + p.data.craft.values[3 * p.state.craft + which]
  );
}

// Days at each height, to be drawn.
/**
 * @param {Stage} p
 * @param {number} which
 * @param {string} [sun]
 */
export function daysOf(p, which, sun = p.state.sun) {
  const { values, shape } = sun === "real" ? p.data.real_days : p.data.steady_days;
  const [place, heights] = [rowOf(p, which, sun), shape[2]];
  return values.subarray(place * heights, (place + 1) * heights);
}

// Days until the end.
/**
 * @param {Stage} p
 * @param {number} which
 * @param {string} [sun]
 */
export function lifeOf(p, which, sun = p.state.sun) {
  if (sun === "real") return p.data.real_life_days.values[rowOf(p, which, sun)];
  return daysOf(p, which, sun).at(-1);
}

// First and last year on the axis of time.
/** @param {Stage} p */
export function shownYears(p) {
  const { spans, before } = p.words;
  const life = lifeOf(p, 2) / YEAR_DAYS;
  const span = spans.find((each) => before + life < each - 0.5) ?? spans[spans.length - 1];
  return [startYear(p) - before, startYear(p) - before + span];
}

/** @param {Stage} p */
export function endWords(p) {
  return month(Date.parse(p.words.starts[p.state.start]) + DAY_MS * lifeOf(p, 1), p.words.kit.months);
}
