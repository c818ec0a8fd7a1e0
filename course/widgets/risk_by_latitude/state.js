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
function entry(p, name, country) {
  return valueAt(p, ...placeOf(p, name, country), p.state.stop);
}

/** @param {Stage} p */
function peopleOf(p, country) {
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
export const limits = (p) => [0, 1].map((end) => valueAt(p, "limits_deg", end));

// Words ------------------------------------------------------------------------------------------
/** @param {Stage} p */
export function wholeWords(p) {
  const { texts } = p.words;
  const { stop } = p.state;
  return {
    inclination: texts.inclination[stop],
    limit: texts.limit[stop],
    reached: wholePercent(p, valueAt(p, "world_reached", 0, stop)),
  };
}

/** @param {Stage} p */
export function countryWords(p, country, slot) {
  const world = valueAt(p, "world", 0, p.state.stop);
  const expected = entry(p, "expected", country);
  const people = peopleOf(p, country);
  return {
    name: p.words.names[country],
    role: p.words.slots[slot][0],
    ratio: significant(expected / people / (world / p.words.people_of_the_world)),
    of_many: ofMany(p, expected / world),
    beyond: wholePercent(p, 1 - entry(p, "reached", country)),
    millions: significant(people / 1e6),
  };
}

/** @param {Stage} p */
export function sentence(p, told) {
  const { templates } = p.words;
  const ratios = told.map((one) => filled(templates.ratio, one)).join(", ");
  return filled(templates.sentence, { ...wholeWords(p), ratios });
}

// Two digits, never a power of ten.
function significant(number) {
  if (number === 0) return "0";
  const [digits, power] = number.toExponential(1).split("e");
  const decimals = Math.max(0, 1 - Number(power));
  return Number(`${digits}e${power}`).toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** @param {Stage} p */
function ofMany(p, share) {
  const many = p.words.of_people * share;
  const { none, few } = p.words.labels;
  return many === 0 ? none : many < 0.5 ? few : Math.floor(many + 0.5).toLocaleString("en");
}

/** @param {Stage} p */
function wholePercent(p, share) {
  const { none, little, all, most, percent } = p.words.labels;
  if (share < 1e-6) return none;
  if (share < 0.005) return little;
  if (share > 1 - 1e-6) return all;
  return share > 0.995 ? most : filled(percent, { share: (100 * share).toFixed(0) });
}
