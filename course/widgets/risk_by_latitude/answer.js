// The answer: bars of what an average person of each country risks, and under each 100 of its people, who explain it.

import { dot, label, line, ring } from "../kit/js/strokes.js";
import { filled, north } from "../kit/js/words.js";
import { shadeAt } from "./scene.js";
import { hundredOf, limits, mostTimes } from "./state.js";

// What the shade means: the risk of a place, in the unit of the bars.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawKey(p, c, place) {
  const { shades, steps, labels } = p.words;
  const beside = place.narrow && !place.tiny; // the globe
  const wide = place.narrow ? 26 : Math.min(40, (2 * place.radius) / shades.length - 2);
  const below = place.tiny ? place.first + 3 * place.row + 36 : place.foot + 28;
  const [left, top] = beside ? [place.limb + 60, place.foot - 25] : [place.side + 30, below];
  const look = { size: 12, weight: 600, align: "left" };
  if (beside) {
    label(p, c, labels.key, left, top - 22, look);
    label(p, c, labels.key_unit, left, top - 7, look);
  } else label(p, c, `${labels.key}, ${labels.key_unit}`, place.side, top, look);
  const y = beside ? top : top + 9;
  shades.forEach((opacity, i) => {
    c.fillStyle = p.colour("debris");
    c.globalAlpha = opacity;
    c.fillRect(left + i * wide, y, wide - 1, 13);
    c.globalAlpha = 1;
    if (i) label(p, c, String(steps[i - 1]), left + i * wide, y + 28, { role: "quiet", size: 12 });
  });
  if (beside) return;
  ring(c, place.side + 8, y + 6.5, 5, p.colour("quiet"), 1);
  label(p, c, labels.key_none, place.side + 8, y + 28, { role: "quiet", size: 12 });
}

// Each country: its name and number, its bar against the world's mean, its people.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawAnswer(p, c, place, told) {
  const { labels } = p.words;
  const heading = { size: place.size, weight: 600, align: "left" };
  label(
    p,
    c,
    p.open ? labels.ratio : labels.live,
    place.start,
    place.first - (place.narrow ? 30 : 42),
    heading,
  );
  const one = (place.right - place.left) / mostTimes(p);
  if (p.open) label(p, c, labels.mean, place.left + one, place.first - 10, { size: 12, weight: 600 });
  told.forEach((each, slot) => {
    const top = place.first + slot * place.row;
    drawName(p, c, place, each, slot, top);
    if (p.open) drawBar(p, c, place, each, top, one);
    drawPeople(p, c, place, each, slot, top + place.high + 6);
  });
  const words = place.wide ? labels.people : labels.people_short;
  label(p, c, words, place.start, place.first + 3 * place.row + 6, {
    role: "quiet",
    size: 12,
    align: "left",
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawName(p, c, place, { name, ratio, role }, slot, top) {
  const size = place.narrow ? 13 : 14;
  const words = place.wide ? `${p.words.slots[slot][1]} ${name}` : name;
  const look = { size, weight: 600, role, align: "left" };
  label(p, c, shortened(p, c, words, place.names - 8, size), place.start, top + place.high / 2 + 5, look);
  if (!p.open) return;
  const big = place.narrow ? 20 : 24;
  label(p, c, ratio, place.start, top + place.high + 10 + big * 0.9, { ...look, size: big, weight: 700 });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBar(p, c, place, { times, role }, top, one) {
  const { left, right, high } = place;
  c.fillStyle = p.colour("earth");
  c.fillRect(left, top, right - left, high);
  c.fillStyle = p.colour(role);
  c.fillRect(left, top, Math.max(times * one, times ? 1.5 : 0), high);
  line(
    c,
    [
      [left + one, top - 4],
      [left + one, top + high + 4],
    ],
    p.colour("sky"),
    3,
  );
  line(
    c,
    [
      [left + one, top - 5],
      [left + one, top + high + 5],
    ],
    p.colour("ink"),
    1.75,
  );
}

// 100 people from north to south, column by column: a dot has the shade of the place, a ring is where nothing falls.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawPeople(p, c, place, { within }, slot, top) {
  const { left, cell } = place;
  const [across, down] = p.words.grid;
  const latitudes = hundredOf(p, p.state.countries[slot]);
  const [south, north] = limits(p);
  const out = (latitude) => latitude < south || latitude > north;
  latitudes.forEach((latitude, i) => {
    const [x, y] = [left + (Math.floor(i / down) + 0.5) * cell, top + ((i % down) + 0.5) * cell];
    const empty = !p.open || out(latitude);
    ring(c, x, y, 0.36 * cell, p.colour(empty ? "quiet" : "debris"), 0.75);
    if (empty) return;
    c.fillStyle = p.colour("debris");
    c.globalAlpha = shadeAt(p, latitude) || p.words.shades[0];
    dot(c, x, y, 0.36 * cell);
    c.globalAlpha = 1;
  });
  const base = top + down * cell + 13;
  const look = { size: 12, align: "left", role: "quiet" };
  if (!p.open) return label(p, c, eight(p, latitudes), left, base, look);
  const beyond = latitudes.filter(out).length;
  if (!beyond) return; // then the bar says it all
  const among = [];
  if (beyond < 100) {
    const others = filled(p.words.labels.within, { count: 100 - beyond, within });
    const strong = { ...look, role: "debris", weight: 600, align: "right", among };
    label(p, c, others, left + across * cell, base, strong);
  }
  const nobody = filled(p.words.labels.beyond, { count: beyond });
  label(p, c, nobody, left, base, { ...look, among }) || label(p, c, nobody, place.start, base, look);
}

// Between which latitudes all but the ten northernmost and the ten southernmost of 100 people live.
/** @param {Stage} p */
function eight(p, latitudes) {
  const whole = (latitude) => north(latitude, 0);
  return filled(p.words.labels.eight, { from: whole(latitudes[89]), to: whole(latitudes[10]) });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function shortened(p, c, words, room, size) {
  c.font = p.font(size, 600);
  let short = words;
  while (short.length > 4 && c.measureText(short).width > room) short = short.slice(0, -1);
  return short === words ? words : `${short.slice(0, -1).trim()}…`;
}
