// Five cards on a line of years: placed by hand while it is empty, then seen beside the record.
// While they are placed, p.placing holds them (gate.js); afterwards p.answer, and p.data.placed_year the record.

import { label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { mark } from "./marks.js";
import { trayBottom, traySpots } from "./tray.js";

const CARD = { high: 28, axis: 34, pad: 11, row: 36 };
const NARROW_PX = 620;
const ON_LINE_PX = 4; // a press so near before the line of a year means that year
const COMPARED_TOP_PX = 14;
export const COMPARED_PX = 420; // five rows, and what is on record below each card

/** @param {Stage} p */
export const placingHeight = (p) => lineTop(p) + CARD.row * p.words.placed.length + CARD.axis + 6;
/** @param {Stage} p */
const lineTop = (p) => trayBottom(p) + 10;
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
  const year = first + ((x + ON_LINE_PX - 14) / (p.width - 28)) * (last + 1 - first);
  return Math.min(Math.max(Math.floor(year), first), last);
}

// Where card i lies, in which row: around the middle of its year, as far as the drawing goes.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function cardBox(p, c, i, year, top) {
  c.font = p.font(14, 600);
  const words = p.placing ? p.placing.places[i] : p.words.placed[i].what;
  const name = c.measureText(`${words} `).width;
  const wide = name + c.measureText("2000").width + 2 * CARD.pad;
  const pin = yearX(p, year + 0.5);
  const left = Math.min(Math.max(pin - wide / 2, 6), p.width - wide - 6);
  return { i, words, year, name, pin, left, right: left + wide, wide, top, bottom: top + CARD.high };
}

/** @param {Stage} p */
const placedBoxes = (p, c) =>
  p.placing.values.flatMap((year, i) =>
    year === null ? [] : [cardBox(p, c, i, year, lineTop(p) + CARD.row * i)],
  );

// The hand ---------------------------------------------------------------------------------------
const within = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

// The card that a press on the line places: the picked one, else the first of those that wait.
/** @param {Stage} p */
function nextCard(p) {
  const { values } = p.placing;
  const { picked = 0 } = p.own;
  return values[picked] !== null && values.includes(null) ? values.indexOf(null) : picked;
}

/** @param {Stage} p */
export function cardUnder(p, x, y) {
  const waiting = traySpots(p, p.context).find(
    (box) => p.placing.values[box.i] === null && within(box, x, y),
  );
  if (waiting) return { card: waiting.i, x, waits: true };
  if (y < lineTop(p) - 6) return null;
  const lies = placedBoxes(p, p.context).find((box) => within(box, x, y));
  return { card: lies ? lies.i : nextCard(p), x, lies: Boolean(lies) };
}

// A press, not a pull: a card that waits is picked, and the line takes the picked one, whatever else lies there.
/** @param {Stage} p */
export function pressCard(p, { card, x, waits, lies }) {
  const next = nextCard(p);
  if (waits || (lies && !p.placing.values.includes(null))) p.own.picked = card;
  else p.placing.set(next, yearAt(p, x));
  p.redraw();
}

/** @param {Stage} p */
export function pullCard(p, { card }, x) {
  p.own.picked = card;
  p.placing.set(card, yearAt(p, x));
}

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawYears(p, c, top = 8) {
  const [first, last] = years(p);
  const base = p.height - CARD.axis;
  const rule = (x, y, toX, toY, role, width) =>
    line(
      c,
      [
        [x, y],
        [toX, toY],
      ],
      p.colour(role),
      width,
    );
  rule(yearX(p, first), base, yearX(p, last + 1), base, "quiet", 1.5);
  for (let year = first; year <= last + 1; year += 1) {
    const named = year % (p.width < NARROW_PX ? 10 : 5) === 0;
    const x = yearX(p, year);
    rule(x, base, x, base + (named ? 8 : 4), "quiet", 1);
    if (!named) continue;
    rule(x, top, x, base, "faint", 0.75);
    label(p, c, String(year), x, base + 23, { role: "ink", size: 13 });
  }
}

// A card, and below it a tip at the middle of its year: that point counts, not the card's ends.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCard(p, c, box, role = "ink") {
  const tip = Math.min(Math.max(box.pin, box.left + 8), box.right - 8);
  c.beginPath();
  c.roundRect(box.left, box.top, box.wide, CARD.high, 7);
  c.moveTo(tip - 6, box.bottom);
  c.lineTo(box.pin, box.bottom + 7);
  c.lineTo(tip + 6, box.bottom);
  Object.assign(c, { fillStyle: p.colour("sky"), strokeStyle: p.colour(role), lineWidth: 1.5 });
  c.stroke();
  c.fill();
  c.beginPath();
  c.moveTo(tip - 6, box.bottom);
  c.lineTo(box.pin, box.bottom + 7);
  c.lineTo(tip + 6, box.bottom);
  c.fillStyle = p.colour(role);
  c.fill();
  const words = { role, size: 14, align: "left" };
  const base = box.top + CARD.high / 2 + 5;
  label(p, c, box.words, box.left + CARD.pad, base, { ...words, weight: 600 });
  label(p, c, String(Math.floor(box.year)), box.left + CARD.pad + box.name, base, words);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPlacing(p, c) {
  const { values } = p.placing;
  const base = p.height - CARD.axis;
  drawYears(p, c, lineTop(p) - 2);
  const boxes = placedBoxes(p, c);
  for (const { pin, bottom, year } of boxes) {
    line(
      c,
      [
        [pin, bottom + 7],
        [pin, base],
      ],
      p.colour("quiet"),
      1,
    );
    c.fillStyle = p.colour("ink");
    c.fillRect(yearX(p, year), base - 3, yearX(p, year + 1) - yearX(p, year), 6); // the year, as long as it is
  }
  for (const box of boxes) drawCard(p, c, box);
  drawTray(p, c, values, values.includes(null) ? nextCard(p) : -1);
  if (boxes.length) return;
  label(p, c, p.words.labels.place_here, p.width / 2, (lineTop(p) + base) / 2 + 4, {
    role: "quiet",
    size: 14,
    rim: "sky",
  });
}

// What waits, off the line of years; the card that comes next is drawn strong.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawTray(p, c, values, next) {
  c.beginPath();
  c.roundRect(6, 6, p.width - 12, trayBottom(p) - 6, 8);
  c.fillStyle = p.colour("faint");
  c.globalAlpha = 0.25;
  c.fill();
  c.globalAlpha = 1;
  if (next < 0)
    return label(p, c, p.words.labels.all_placed, p.width / 2, trayBottom(p) / 2 + 8, {
      role: "quiet",
      size: 14,
    });
  for (const { i, left, top, wide, high, size, words } of traySpots(p, c)) {
    const waits = values[i] === null;
    c.beginPath();
    c.roundRect(left, top, wide, high, 7);
    c.setLineDash(waits ? [] : [3, 4]);
    Object.assign(c, { fillStyle: p.colour("sky"), strokeStyle: p.colour(i === next ? "ink" : "ghost") });
    c.lineWidth = i === next ? 2 : 1;
    if (waits) c.fill();
    c.stroke();
    c.setLineDash([]);
    const look = { size, weight: 600, role: i === next ? "ink" : "quiet" };
    if (waits) label(p, c, words, left + wide / 2, top + high / 2 + 5, look);
  }
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
  const row = (p.height - COMPARED_TOP_PX - CARD.axis) / order.length;
  order.forEach((i, at) => {
    const box = cardBox(p, c, i, p.answer[i], COMPARED_TOP_PX + row * at);
    const below = box.bottom + 14;
    const x = yearX(p, true_[i]);
    const role = yearsOff(p, i) ? "station" : "fuel";
    line(
      c,
      [
        [box.pin, box.bottom + 7],
        [box.pin, below],
        [x, below],
      ],
      p.colour(role),
      2,
    );
    c.fillStyle = p.colour(role);
    mark(c, "incidents", x, below, 7);
    c.fill();
    drawCard(p, c, box, role);
    tellRecord(p, c, i, { x, below, from: box.pin, role });
  });
}

// Beside the mark, on the side where its line does not come from; where there is no room, below the line.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function tellRecord(p, c, i, { x, below, from, role }) {
  const { date, year } = p.words.placed[i];
  const told = `${p.width < NARROW_PX ? year : date}: ${errorWords(p, i)}`;
  const look = { size: 13, weight: 600, role, rim: "sky" };
  c.font = p.font(look.size, look.weight);
  const long = c.measureText(told).width + 14;
  const right = from <= x;
  if (right ? x + long < p.width - 6 : x - long > 6)
    label(p, c, told, x + (right ? 14 : -14), below + 5, { ...look, align: right ? "left" : "right" });
  else label(p, c, told, x + (right ? 8 : -8), below + 22, { ...look, align: right ? "right" : "left" });
}

// How many cards are right, and which lies furthest off.
/** @param {Stage} p */
export function comparedWords(p) {
  const off = p.words.placed.map((_, i) => Math.abs(yearsOff(p, i)));
  const furthest = off.indexOf(Math.max(...off));
  if (!off[furthest]) return p.words.compared.all;
  const right = off.filter((years) => !years).length;
  return filled(right ? p.words.compared.some : p.words.compared.none, {
    right,
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
