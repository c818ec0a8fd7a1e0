// What is shown now: numbers and words of the chosen state.

import { onTilted, RAD } from "../kit/js/globe.js";

/** @param {Stage} p */
export const here = (p) => placeAt(p, p.state.turns, p.own.track.tilted, p.own.track.shift);
// One point of a tilted circle over the Earth that has turned below it.
/** @param {Stage} p */
export function placeAt(p, turns, tilted, shift) {
  const argument = 2 * Math.PI * turns;
  const [x, y, z] = onTilted(argument, tilted);
  const whole = (Math.cos(tilted) < 0 ? -argument : argument) / RAD;
  const along = Math.atan2(y, x) / RAD;
  const unwound = along + 360 * Math.round((whole - along) / 360);
  return { longitude: p.words.start_deg + unwound - shift * turns, latitude: Math.asin(z) / RAD };
}
