// What is shown now: numbers and words of the chosen state.

import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";

/**
 * @param {Stage} p
 * @param {string} name
 * @param {number} country
 * @returns {[string, number]}
 */
function placeOf(p, name, country) {
  const moved = p.state.borders === "de-facto" ? p.data.moved.values.indexOf(country) : -1;
  return moved < 0 ? [name, country] : [`${name}-moved`, moved];
}

/** @param {Stage} p */
export function entry(p, name, country, at = p.state.at) {
  return valueAt(p, ...placeOf(p, name, country), at);
}

/** @param {Stage} p */
export function peopleOf(p, country) {
  const [name, place] = placeOf(p, "people", country);
  return p.data[name].values[place];
}

/** @param {Stage} p */
export function bandsOf(p, country) {
  const [name, place] = placeOf(p, "bands", country);
  const { values, shape } = p.data[name];
  return values.subarray(place * shape[1], (place + 1) * shape[1]);
}

/** @param {Stage} p */
export const turns = (p) => [0, 1].map((end) => valueAt(p, "turns_deg", end));
/** @param {Stage} p */
export const casualties = (p, perKm2) => perKm2 * p.state.area * 1e-6;
/** @param {Stage} p */
export const worldMean = (p, at = p.state.at) => valueAt(p, "world", 0, at) / p.words.people_of_the_world;
/**
 * @param {Stage} p
 * @param {number} country
 * @param {number} [at]
 */
export const meanOf = (p, country, at) => entry(p, "expected", country, at) / peopleOf(p, country);
// Two digits, never a power of ten.
export function significant(number) {
  if (number === 0) return "0";
  const [digits, power] = number.toExponential(1).split("e");
  const decimals = Math.max(0, 1 - Number(power));
  return Number(`${digits}e${power}`).toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

export function wholePercent(p, share) {
  const { none, little, all, most, percent } = p.words.labels;
  if (share < 1e-6) return none;
  if (share < 0.005) return little;
  if (share > 1 - 1e-6) return all;
  return share > 0.995 ? most : filled(percent, { share: (100 * share).toFixed(0) });
}
