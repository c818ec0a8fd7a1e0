// One real day on the map: the path between its minutes, its moments in words, the station to drag along it.
// A picture with it has p.state.minute, p.end (the last minute), p.path = smooth(p), p.minutes (its slider).

import { mapArea, wrapped } from "./map.js";
import { label, stationHere } from "./strokes.js";
import { moment } from "./words.js";

export const FINE = 6; // points drawn per minute of the track

/** @param {Stage} p */
export function goTo(p, minute) {
  p.state.minute = minute;
  p.own.minutes.set(whole(p));
  if (whole(p) === p.state.known) return;
  p.state.known = whole(p);
  p.save({ minute: whole(p) });
}

/** @param {Stage} p */
export const whole = (p) => Math.floor(p.state.minute + 1e-6);

// The track as it is drawn: longitudes that go on past 180 degrees, and a smooth curve between the minutes.
/** @param {Stage} p */
export function smooth(p) {
  const { longitude_deg: given, latitude_deg: latitudes } = p.data;
  const longitudes = Float64Array.from(given.values);
  for (let i = 1; i < longitudes.length; i += 1) {
    longitudes[i] -= 360 * Math.round((longitudes[i] - longitudes[i - 1]) / 360);
  }
  const fine = (values) => {
    const at = (i) => values[Math.min(Math.max(i, 0), values.length - 1)];
    return Float64Array.from({ length: FINE * (values.length - 1) + 1 }, (_, k) => {
      const [i, t] = [Math.floor(k / FINE), (k % FINE) / FINE];
      const [a, b, d, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
      return b + (t / 2) * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)));
    });
  };
  return { longitude: fine(longitudes), latitude: fine(latitudes.values) };
}

/** @param {Stage} p */
export function here(p) {
  const place = FINE * p.state.minute;
  const i = Math.min(Math.floor(place), p.own.path.latitude.length - 1);
  const on = Math.min(i + 1, p.own.path.latitude.length - 1);
  const along = (values) => values[i] + (place - i) * (values[on] - values[i]);
  return { longitude: along(p.own.path.longitude), latitude: along(p.own.path.latitude), ahead: on };
}

/** @param {Stage} p */
export function momentOf(p, minute) {
  return moment(Date.parse(p.words.start) + 60000 * minute, p.words.kit.months);
}

// The hand ---------------------------------------------------------------------------------------
/** @param {Stage} p */
export function holdsStation(p, x, y) {
  const map = mapArea(p);
  const { longitude, latitude } = here(p);
  const away = Math.abs(x - map.x(wrapped(longitude)));
  return Math.hypot(Math.min(away, p.width - away), y - map.y(latitude)) < 26;
}

// The nearest minute from first to last; where laps cross, the one that is nearest in time.
/** @param {Stage} p */
export function nearestMinute(p, x, y, first, last) {
  const map = mapArea(p);
  const { longitude_deg: longitudes, latitude_deg: latitudes } = p.data;
  let [best, least] = [whole(p), Infinity];
  for (let minute = Math.ceil(first); minute <= last; minute += 1) {
    const away = Math.hypot(x - map.x(longitudes.values[minute]), y - map.y(latitudes.values[minute]));
    const miss = away + 0.4 * Math.min(Math.abs(minute - p.state.minute), 120);
    if (miss < least) [best, least] = [minute, miss];
  }
  p.state.moved = true;
  return best;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawHere(p, c, map) {
  const { longitude, latitude } = here(p);
  const [x, y] = [map.x(wrapped(longitude)), map.y(latitude)];
  for (const left of [x, x - p.width, x + p.width]) {
    if (left < -30 || left > p.width + 30) continue;
    stationHere(p, c, left, y, 16);
  }
  if (p.open && !p.state.moved) {
    const right = x < p.width - 60;
    label(p, c, p.words.kit.drag, right ? x + 22 : x - 22, y + 5, {
      weight: 600,
      align: right ? "left" : "right",
      rim: "sky",
    });
  }
}
