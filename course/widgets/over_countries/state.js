// The country under the station, and the times over land or Russia.

import { whole } from "../kit/js/day.js";

export const PER_MINUTE = 6; // points of the countries per minute, as many as the path has

/** @param {Stage} p */
export const numberAt = (p, minute) => p.data.country.values[PER_MINUTE * minute];

/** @param {Stage} p */
export function countryName(p) {
  const number = numberAt(p, whole(p));
  return number < 0 ? p.words.water : p.words.names[number];
}

/** @param {Stage} p */
export function* runs(p, name = "runs") {
  const { values, shape } = p.data[name];
  for (let i = 0; i < shape[0]; i += 1) yield [values[2 * i], values[2 * i + 1]];
}
