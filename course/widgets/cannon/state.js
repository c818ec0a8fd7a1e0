// What is shown now: numbers and words of the chosen state.

import { between } from "../kit/js/strokes.js";
import { filled, grouped } from "../kit/js/words.js";

export const GRAVITY_PX = 58; // length of the arrow of gravity at the cannon
export const IN_FLIGHT = 0.024; // of the drawing's height per km/s: the arrow must stay inside wherever it points
/** @param {Stage} p */
export const launchRadius = (p) => p.words.earth_radius_km + p.words.altitude_km;
/** @param {Stage} p */
export const speedWords = (p, stop) => `${p.words.stops_km_s[stop].toFixed(2)} km/s`;
/** @param {Stage} p */
export function row(p, name, stop) {
  const { values, shape } = p.data[name];
  return values.subarray(stop * shape[1], (stop + 1) * shape[1]);
}

/** @param {Stage} p */
export const arrowScale = (p) => Math.min((p.width / 2 - 40) / 12, 34); // px per km/s, the same at every zoom
/** @param {Stage} p */
export function flightTime(p) {
  const times = row(p, "time_s", p.state.stop);
  return p.state.gravity ? times[times.length - 1] : p.data.straight_s.values[p.state.stop];
}

// Place, speed and pull of the body at a time; across and up are its direction.
/** @param {Stage} p */
export function bodyAt(p, time) {
  const { stop, gravity } = p.state;
  const speed = p.words.stops_km_s[stop];
  if (!gravity) {
    const x = (p.data.straight_km.values[stop] * time) / p.data.straight_s.values[stop];
    return { x: speed ? x : 0, y: launchRadius(p), across: speed ? 1 : 0, up: 0, speed, pull: 0 };
  }
  const at = (name, when) => between(row(p, "time_s", stop), row(p, name, stop), when);
  const place = (when) => onCircle(p.words.earth_radius_km + at("height_km", when), at("angle_rad", when));
  const nearby = 1e-3 * flightTime(p);
  const [before, after] = [place(time - nearby), place(time + nearby)];
  const [across, up] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.hypot(across, up) || 1;
  const [x, y] = place(time);
  return {
    x,
    y,
    across: across / length,
    up: up / length,
    speed: at("speed_km_s", time),
    pull: at("pull", time),
    height: at("height_km", time),
  };
}

export const onCircle = (radius, angle) => [radius * Math.sin(angle), radius * Math.cos(angle)];
/** @param {Stage} p */
export function clock(p, seconds) {
  const { minutes, hours, days } = p.words.labels.clock;
  if (seconds < 7200) return filled(minutes, { time: Math.round(seconds / 60) });
  if (seconds < 172800) return filled(hours, { time: (seconds / 3600).toFixed(1) });
  return filled(days, { time: (seconds / 86400).toFixed(1) });
}

export function rounded(km) {
  const step = km < 1000 ? 1 : km < 10000 ? 10 : 100;
  return grouped(step * Math.round(km / step));
}
