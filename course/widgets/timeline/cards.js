// Five cards on a line of years: placed by hand while it is empty, then seen beside the record.
// While they are placed, p.placing holds them (gate.js); afterwards p.answer, and p.data.placed_year the record.

import { dot, label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { mark } from "./marks.js";

const NEAR_YEARS = 2; // a card no further off is drawn as near
const CARD = { high: 30, top: 14, axis: 34, pad: 12 };
export const COMPARED_PX = 390; // and what is on record below each card
export const PLACING_PX = 268; // five rows and the years: the question stands below, in the same window

/** @param {Stage} p */
const cardRows = (p) => (p.height - CARD.top - CARD.axis) / p.words.placed.length;
/** @param {Stage} p */
const years = (p) => p.words.years;

/** @param {Stage} p */
function yearX(p, year) {
  const [first, last] = years(p);
  return 14 + ((year - first) / (last + 1 - first)) * (p.width - 28);
}

/** @param {Stage} p */
export function yearAt(p, x) {
  const [first, last] = years(p);
  return Math.min(
    Math.max(Math.floor(first + ((x - 14) / (p.width - 28)) * (last + 1 - first)), first),
    last,
  );
}

// Where card i lies, in which row: around its year, as far as the drawing goes; at the left while it has none.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function cardBox(p, c, i, year, row = i) {
  c.font = p.font(14, 600);
  const words = p.placing ? p.placing.places[i] : p.words.placed[i].what;
  const name = c.measureText(`${words} `).width;
  const wide = name + c.measureText("2000").width + 2 * CARD.pad;
  const pin = yearX(p, (year ?? years(p)[0]) + 0.5);
  const left = Math.min(Math.max(pin - wide / 2, 6), p.width - wide - 6);
  return { words, year, name, pin, left, wide, top: CARD.top + row * cardRows(p), high: CARD.high };
}

// The hand ---------------------------------------------------------------------------------------
/** @param {Stage} p */
export function cardUnder(p, x, y) {
  const i = Math.floor((y - CARD.top + 6) / cardRows(p));
  if (i < 0 || i >= p.words.placed.length) return null;
  const box = cardBox(p, p.context, i, p.placing.values[i]);
  const held = p.placing.values[i] !== null && x > box.left && x < box.left + box.wide;
  return { card: i, x, held }; // held: it lies there already, and a press alone does not move it
}

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawYears(p, c) {
  const [first, last] = years(p);
  const base = p.height - CARD.axis;
  line(
    c,
    [
      [yearX(p, first), base],
      [yearX(p, last + 1), base],
    ],
    p.colour("quiet"),
    1.5,
  );
  for (let year = first; year <= last + 1; year += 1) {
    const named = year % (p.width < 620 ? 10 : 5) === 0;
    line(
      c,
      [
        [yearX(p, year), base],
        [yearX(p, year), base + (named ? 8 : 4)],
      ],
      p.colour("quiet"),
      1,
    );
    if (!named) continue;
    line(
      c,
      [
        [yearX(p, year), 8],
        [yearX(p, year), base],
      ],
      p.colour("faint"),
      0.75,
    );
    label(p, c, String(year), yearX(p, year), base + 23, { role: "quiet", size: 13 });
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCard(p, c, box, { role = "ink", dashed = false } = {}) {
  c.beginPath();
  c.roundRect(box.left, box.top, box.wide, box.high, 7);
  c.fillStyle = p.colour("sky");
  c.fill();
  c.setLineDash(dashed ? [5, 4] : []);
  Object.assign(c, { strokeStyle: p.colour(role), lineWidth: 1.5 });
  c.stroke();
  c.setLineDash([]);
  const words = { role, size: 14, align: "left" };
  label(p, c, box.words, box.left + CARD.pad, box.top + 20, { ...words, weight: 600 });
  label(
    p,
    c,
    dashed ? "?" : String(Math.floor(box.year)),
    box.left + CARD.pad + box.name,
    box.top + 20,
    words,
  );
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPlacing(p, c) {
  const { values } = p.placing;
  const boxes = values.map((year, i) => cardBox(p, c, i, year));
  c.globalAlpha = values.every((year) => year === null) ? 0.45 : 1; // an empty line waits
  drawYears(p, c);
  c.globalAlpha = 1;
  boxes.forEach((box, i) => {
    if (values[i] === null) return;
    line(
      c,
      [
        [box.pin, box.top + box.high],
        [box.pin, p.height - CARD.axis],
      ],
      p.colour("quiet"),
      1,
    );
    c.fillStyle = p.colour("ink");
    dot(c, box.pin, p.height - CARD.axis, 4);
  });
  boxes.forEach((box, i) => {
    const placed = values[i] !== null;
    drawCard(p, c, box, { role: placed ? "ink" : "quiet", dashed: !placed });
  });
  const here = values.every((year) => year === null) ? boxes[0] : null;
  if (here)
    label(p, c, `→ ${p.words.kit.drag}`, here.left + here.wide + 10, here.top + 20, {
      size: 13,
      weight: 600,
      align: "left",
      rim: "sky",
    });
}

// What was said, and by a line as long as the error what is on record: in the order of the record.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawCompared(p, c) {
  drawYears(p, c);
  const true_ = p.data.placed_year.values;
  const order = p.words.placed.map((_, i) => i).sort((one, other) => true_[one] - true_[other]);
  order.forEach((i, row) => {
    const { date, year } = p.words.placed[i];
    const box = cardBox(p, c, i, p.answer[i], row);
    const below = box.top + box.high + 7;
    const x = yearX(p, true_[i]);
    const off = Math.abs(yearsOff(p, i));
    const role = off > NEAR_YEARS ? "speed" : off ? "fall" : "fuel";
    line(
      c,
      [
        [box.pin, box.top + box.high],
        [box.pin, below],
        [x, below],
      ],
      p.colour(role),
      1.5,
    );
    c.fillStyle = p.colour(role);
    mark(c, "incidents", x, below, 7);
    c.fill();
    drawCard(p, c, box, { role });
    const right = x < p.width / 2;
    const words = { size: 13, weight: 600, role, rim: "sky", align: right ? "left" : "right" };
    const told = p.width < 620 ? `${year}: ${errorWords(p, i)}` : `${date}: ${errorWords(p, i)}`;
    label(p, c, told, x + (right ? -7 : 7), below + 20, words);
  });
}

// How many cards are right, and which lies furthest off.
/** @param {Stage} p */
export function comparedWords(p) {
  const off = p.words.placed.map((_, i) => Math.abs(yearsOff(p, i)));
  const furthest = off.indexOf(Math.max(...off));
  if (!off[furthest]) return p.words.compared.all;
  return filled(p.words.compared.some, {
    right: off.filter((years) => !years).length,
    all: off.length,
    what: p.words.placed[furthest].what,
    error: errorWords(p, furthest),
  });
}

/** @param {Stage} p */
const yearsOff = (p, i) => Math.floor(p.answer[i]) - p.words.placed[i].year;

/** @param {Stage} p */
function errorWords(p, i) {
  const [first, last] = years(p);
  return p.words.errors[yearsOff(p, i) + last - first];
}
