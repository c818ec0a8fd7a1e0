// What is shown now: where the station is, and what it has drawn.

import { onTilted, RAD } from "../kit/js/globe.js";

/** @param {Stage} p */
export const turnsOf = (p) => p.state.minute / p.words.lap_min;

/** @param {Stage} p */
export const shiftOf = (p) => (p.state.earth_turns ? p.words.shift_deg : 0);

// One point of a tilted circle over the Earth that has turned below it; longitudes go on past 180 degrees.
/** @param {Stage} p */
export function placeAt(p, turns) {
  const argument = 2 * Math.PI * turns;
  const [x, y, z] = onTilted(argument, p.words.top_deg * RAD);
  const along = Math.atan2(y, x) / RAD;
  const unwound = along + 360 * Math.round((argument / RAD - along) / 360);
  return { longitude: p.words.start_deg + unwound - shiftOf(p) * turns, latitude: Math.asin(z) / RAD };
}

// All laps: longitudes, latitudes, and the same as directions on the ball; made once for each way of the Earth.
/** @param {Stage} p */
export function trackOf(p) {
  const { earth_turns: turning } = p.state;
  if (p.own.track?.turning === turning) return p.own.track;
  const { laps, samples } = p.words;
  const [longitude, latitude, ball] = [[], [], new Float32Array(3 * (laps * samples + 1))];
  for (let i = 0; i <= laps * samples; i += 1) {
    const place = placeAt(p, i / samples);
    longitude.push(place.longitude);
    latitude.push(place.latitude);
    const [east, flat] = [place.longitude * RAD, Math.cos(place.latitude * RAD)];
    ball.set([flat * Math.cos(east), flat * Math.sin(east), Math.sin(place.latitude * RAD)], 3 * i);
  }
  p.own.track = { turning, longitude, latitude, ball };
  return p.own.track;
}
