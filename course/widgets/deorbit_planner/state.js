// What is shown now: numbers and words of the chosen state.

import { momentOf } from "../kit/js/day.js";
import { placeWords } from "../kit/js/map.js";
import { filled, joined, percents, tensOfKm } from "../kit/js/words.js";

export const PER_MINUTE = 6; // points of the countries per minute, as many as the path has
export const CHOICES = {
  perigee_km: { stops: "perigees", role: "speed" },
  mass_t: { stops: "masses", role: "fuel" },
  altitude_km: { stops: "altitudes", role: "ink" },
  isp_s: { stops: "isps", role: "fuel" },
};
/** @param {Stage} p */
export const placeNow = (p) => p.state.altitude_km * p.words.perigees.length + p.state.perigee_km;
/** @param {Stage} p */
export const isAimed = (p) => p.words.perigees[p.state.perigee_km] <= p.words.highest_perigee;
/** @param {Stage} p */
const changeNow = (p) => p.data.change_m_s.values[placeNow(p)];
/** @param {Stage} p */
export function engineNow(p, name) {
  const [isps, masses] = p.data[name].shape.slice(2);
  return p.data[name].values[(placeNow(p) * isps + p.state.isp_s) * masses + p.state.mass_t];
}

// Kilometres from the burn: the entry, the nearest and the farthest piece, and both with the honest factor.
/** @param {Stage} p */
export function wayNow(p) {
  const at = 5 * placeNow(p);
  const [entry, near, far, wideNear, wideFar] = p.data.way_km.values.subarray(at, at + 5);
  return { entry: [entry, entry], pieces: [near, far], wide: [wideNear, wideFar] };
}

// First and last point of a part of the way, in steps of 10 s.
/**
 * @param {Stage} p
 * @param {string} name
 * @returns {Point}
 */
export function pointsOf(p, name) {
  const [first, last] = wayNow(p)[name].map((km) => km / p.words.km_per_point + PER_MINUTE * p.state.minute);
  return [Math.ceil(first), name === "entry" ? Math.ceil(first) : Math.floor(last)];
}

/** @param {Stage} p */
export function textsNow(p) {
  const { minute } = p.state;
  const fuel = engineNow(p, "fuel_t");
  const chosen = (name) => p.words[CHOICES[name].stops][p.state[name]];
  const now = {
    change: `${changeNow(p).toFixed(1)} m/s`,
    fuel: `${fuel.toFixed(1)}\u00a0t`,
    burn: engineNow(p, "burn_min").toFixed(0),
    lap: p.words.laps_min[p.state.altitude_km],
    ships: [...p.words.progress_kg]
      .reverse()
      .map((kg) => Math.floor((1000 * fuel) / kg + 0.5))
      .join(p.words.labels.to),
    weighed: p.words.weighed[chosen("mass_t")] ?? `${chosen("mass_t")}\u00a0t`,
    altitude: `${chosen("altitude_km")} km`,
    perigee: `${chosen("perigee_km")} km`,
    day: momentOf(p, 0).split(",")[0],
    clock: momentOf(p, minute).slice(-9, -4),
    place: placeWords(p.data.latitude_deg.values[minute], p.data.longitude_deg.values[minute]),
  };
  if (!isAimed(p)) return now;
  const { entry, pieces } = wayNow(p);
  const [first, last] = pointsOf(p, "pieces");
  const at = (point) => placeWords(p.own.path.latitude[point], p.own.path.longitude[point]);
  return {
    ...now,
    length: tensOfKm(pieces[1] - pieces[0]).replace(" ", "\u00a0"),
    under: sharesUnder(p, first, last)
      .map(([name, percent]) => filled(p.words.labels.share, { name, percent }))
      .join(", "),
    near: at(first),
    far: at(last),
    entry: tensOfKm(entry[0]),
    nearest: tensOfKm(pieces[0]),
    farthest: tensOfKm(pieces[1]),
  };
}

// What lies under a stretch: names and whole per cent, the largest share first, the smallest as one.
/** @param {Stage} p */
export function sharesUnder(p, first, last) {
  const order = [...countsUnder(p, first, last)].sort((one, other) => other[1] - one[1]);
  const parts = percents(order.map(([, count]) => count));
  /** @param {any[]} one */
  const named = ([number]) => (number < 0 ? p.words.sea : p.words.names[number]);
  const few = order.length > p.words.most_names ? p.words.most_names - 1 : order.length;
  const shown = order.slice(0, few).map((one, at) => [named(one), parts[at]]);
  if (few < order.length)
    shown.push([rest(p, order.slice(few)), parts.slice(few).reduce((sum, part) => sum + part)]);
  return shown;
}

/** @param {Stage} p */
function rest(p, order) {
  const lands = order.map(([number]) => number).filter((number) => number >= 0);
  const words =
    lands.length > 1 ? filled(p.words.labels.others, { count: lands.length }) : p.words.names[lands[0]];
  return joined(lands.length < order.length ? [words, p.words.labels.the_sea] : [words]);
}

/** @param {Stage} p */
export function countsUnder(p, first, last) {
  const counts = new Map();
  for (let at = first; at <= last; at += 1) {
    const number = p.data.country.values[at];
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

export const isNarrow = (width) => width < 620;
