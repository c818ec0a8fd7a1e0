// What is shown now: numbers and words of the chosen state.

import { valueAt } from "../kit/js/tilt.js";
import { filled, grouped, joined } from "../kit/js/words.js";

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
function entry(p, name, country) {
  return valueAt(p, ...placeOf(p, name, country), p.state.stop);
}

/** @param {Stage} p */
function peopleOf(p, country) {
  const [name, place] = placeOf(p, "people", country);
  return p.data[name].values[place];
}

/** @param {Stage} p */
export function hundredOf(p, country) {
  const [name, place] = placeOf(p, "hundred_deg", country);
  const { values, shape } = p.data[name];
  return values.subarray(place * shape[1], (place + 1) * shape[1]);
}

/** @param {Stage} p */
export const limits = (p) => [0, 1].map((end) => valueAt(p, "limits_deg", end));

// Words ------------------------------------------------------------------------------------------
/** @param {Stage} p */
export function wholeWords(p) {
  const { texts } = p.words;
  const { stop } = p.state;
  return {
    inclination: texts.inclination[stop],
    turn: texts.turn[stop],
    limit: texts.limit[stop],
    beside: p.words.beside,
    reached: wholePercent(p, valueAt(p, "world_reached", 0, stop)),
  };
}

/** @param {Stage} p */
export function countryWords(p, country, slot) {
  const world = valueAt(p, "world", 0, p.state.stop);
  const expected = entry(p, "expected", country);
  const people = peopleOf(p, country);
  const times = expected / people / (world / p.words.people_of_the_world);
  const reached = entry(p, "reached", country);
  return {
    name: p.words.names[country],
    role: p.words.slots[slot][0],
    times,
    ratio: hundredths(times),
    within: significant(reached ? times / reached : 0),
    of_many: ofMany(p, expected / world),
    reached,
    beyond: wholePercent(p, 1 - reached),
    millions: significant(people / 1e6),
  };
}

// Where the bars end: beyond the largest risk of these countries at any inclination, so that no drag moves the scale.
/** @param {Stage} p */
export function mostTimes(p) {
  const mean = (stop) => valueAt(p, "world", 0, stop) / p.words.people_of_the_world;
  let most = 2;
  for (const country of p.state.countries) {
    const [name, column] = placeOf(p, "expected", country);
    for (let stop = 0; stop < p.data.world.shape[0]; stop += 1)
      most = Math.max(most, valueAt(p, name, column, stop) / peopleOf(p, country) / mean(stop));
  }
  return 1.1 * most;
}

/** @param {Stage} p */
export function sentence(p, told) {
  const { templates } = p.words;
  const whole = wholeWords(p);
  if (!told.some(({ times }) => times))
    return filled(templates.empty, { ...whole, names: joined(told.map(({ name }) => name)) });
  const least = told.reduce((one, other) => (other.reached < one.reached ? other : one));
  const { none, all } = p.words.labels;
  const nobody = whole.limit === "90" ? "poles" : "nobody";
  const kind = least.beyond === none ? nobody : least.beyond === all ? "everybody" : "some";
  const who = filled(templates[kind], { ...whole, ...least });
  return filled(templates.sentence, { ...whole, risks: ranked(templates, told), who });
}

// Who runs how much, the largest risk first.
function ranked(templates, told) {
  const order = [...told].sort((one, other) => other.times - one.times);
  const kind = (at) =>
    order.length === 1 ? "alone" : !at ? "most" : at < order.length - 1 ? "middle" : "least";
  return order.map((each, at) => filled(templates[each.times ? kind(at) : "unhurt"], each)).join(", ");
}

// So that what is near the mean is told from it.
const hundredths = (ratio) => (ratio >= 0.1 && ratio < 9.995 ? ratio.toFixed(2) : significant(ratio));

// Two digits, never a power of ten.
function significant(number) {
  if (number === 0) return "0";
  const [digits, power] = number.toExponential(1).split("e");
  const decimals = Math.max(0, 1 - Number(power));
  return grouped(Number(`${digits}e${power}`), { minimumFractionDigits: decimals });
}

/** @param {Stage} p */
function ofMany(p, share) {
  const many = p.words.of_people * share;
  const { none, few } = p.words.labels;
  return many === 0 ? none : many < 0.5 ? few : grouped(Math.floor(many + 0.5));
}

/** @param {Stage} p */
function wholePercent(p, share) {
  const { none, little, all, most, percent } = p.words.labels;
  if (share < 1e-6) return none;
  if (share < 0.005) return little;
  if (share > 1 - 1e-6) return all;
  return share > 0.995 ? most : filled(percent, { share: (100 * share).toFixed(0) });
}
