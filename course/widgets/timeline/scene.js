// The history as it is drawn: lanes of marks with the names that have room, and the ships of the crews.

import { label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { mark } from "./marks.js";

const LANE = { top: 6, high: 60, row: 17 }; // a lane has three rows: above its line, on it, below it; the last one more below
const APART_PX = 12; // between names, so that they never read as one sentence
const SHIP = { gap: 12, head: 20, row: 18, high: 13 };
export const AXIS = 30;
export const SIDE = 10;
export const MONTH_DAYS = 30.44;

/** @param {Stage} p */
export function lanesOf(p) {
  const bottom = LANE.top + LANE.high * p.words.threads.length + LANE.row;
  const ships = bottom + SHIP.gap + SHIP.head;
  const axis = ships + SHIP.row * (1 + Math.max(...p.words.ships.map(({ row }) => row)));
  return { bottom, ships, axis };
}

/** @param {Stage} p */
export const sceneHeight = (p) => lanesOf(p).axis + AXIS;
/** @param {Stage} p */
export const laneY = (p, thread) => LANE.top + LANE.high * p.words.threads.indexOf(thread) + 32;
/** @param {Stage} p */
export const wide = (p) => p.width - 2 * SIDE;
/** @param {Stage} p */
export const xOf = (p, day) => SIDE + ((day - p.state.start) / (p.state.end - p.state.start)) * wide(p);

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const at = lanesOf(p);
  drawTicks(p, c, at);
  drawLanes(p, c);
  drawChosenLine(p, c, at);
  drawShips(p, c, at);
  drawMarks(p, c);
  drawNames(p, c);
}

// Time -------------------------------------------------------------------------------------------
/** @type {[Triple, number][]} */
const STEPS = [
  // how far apart ticks lie: [years, months, days], and how many pixels their words need
  [[0, 0, 1], 58],
  [[0, 0, 2], 58],
  [[0, 0, 7], 58],
  [[0, 1, 0], 72],
  [[0, 3, 0], 72],
  [[1, 0, 0], 44],
  [[2, 0, 0], 44],
  [[5, 0, 0], 44],
  [[10, 0, 0], 44],
];

/** @param {Stage} p */
export const dateOf = (p, day) => new Date(Date.parse(p.words.first_day) + 864e5 * day);
/** @param {Stage} p */
export const numberOf = (p, date) => (date - Date.parse(p.words.first_day)) / 864e5;

/**
 * @param {Stage} p
 * @returns {Generator<[number, string]>}
 */
function* ticks(p) {
  const long = p.state.end - p.state.start;
  const days = ([y, m, d]) => 365.25 * y + MONTH_DAYS * m + d;
  const [[y, m, d]] = STEPS.find(([step, room]) => (days(step) / long) * wide(p) >= room) ?? STEPS.at(-1);
  const first = dateOf(p, p.state.start);
  let [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  if (y) [year, month, day] = [Math.floor(year / y) * y, 0, 1];
  else if (m) [month, day] = [Math.floor(month / m) * m, 1];
  else if (d > 2) day = Math.floor(day / d) * d + 1;
  for (let turn = 0; turn < 400; turn += 1) {
    const date = new Date(Date.UTC(year, month, day));
    const number = numberOf(p, date);
    if (number > p.state.end) return;
    if (number >= p.state.start) yield [number, tickWords(p, date, y, m)];
    [year, month, day] = [date.getUTCFullYear() + y, date.getUTCMonth() + m, date.getUTCDate() + d];
  }
}

/** @param {Stage} p */
function tickWords(p, date, y, m) {
  const month = p.words.kit.months[date.getUTCMonth()].slice(0, 3);
  if (y) return String(date.getUTCFullYear());
  if (m) return `${month} ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${month}`;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawTicks(p, c, at) {
  let free = -Infinity;
  for (const [number, words] of ticks(p)) {
    const x = xOf(p, number);
    line(
      c,
      [
        [x, LANE.top],
        [x, at.axis + 5],
      ],
      p.colour("faint"),
      0.75,
    );
    c.font = p.font(12);
    const half = c.measureText(words).width / 2;
    if (x - half < Math.max(free, 4) || x + half > p.width - 4) continue;
    label(p, c, words, x, at.axis + 20, { role: "quiet", size: 12 });
    free = x + half + 8;
  }
  line(
    c,
    [
      [SIDE, at.axis + 5],
      [p.width - SIDE, at.axis + 5],
    ],
    p.colour("quiet"),
    1,
  );
}

// The lanes --------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLanes(p, c) {
  for (const thread of p.words.threads) {
    const y = laneY(p, thread);
    const on = p.state.threads.includes(thread);
    line(
      c,
      [
        [SIDE, y],
        [p.width - SIDE, y],
      ],
      p.colour("faint"),
      1,
    );
    c.fillStyle = p.colour(on ? thread : "faint");
    mark(c, thread, SIDE + 6, y - 23, 5);
    c.fill();
    const name = thread[0].toUpperCase() + thread.slice(1);
    label(p, c, on ? name : filled(p.words.labels.off, { name }), SIDE + 17, y - 18, {
      role: on ? thread : "quiet",
      size: 13,
      weight: 600,
      align: "left",
      rim: "sky",
    });
  }
}

/** @param {Stage} p */
function inView(p, i, slack = 0) {
  const [first, last] = [p.data.known.values[2 * i], p.data.known.values[2 * i + 1]];
  return (
    p.state.threads.includes(p.words.events[i].thread) &&
    last >= p.state.start - slack &&
    first <= p.state.end + slack
  );
}

// A mark for each event, and a bar over the time in which it lies where only the month or the year is known.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawMarks(p, c) {
  const r = p.width < 620 ? 5.5 : 6.5;
  const order = p.words.events.map((_, i) => i).filter((i) => inView(p, i) && i !== p.state.chosen);
  if (inView(p, p.state.chosen)) order.push(p.state.chosen);
  for (const i of order) {
    const { thread } = p.words.events[i];
    const [x, y] = [xOf(p, p.data.day.values[i]), laneY(p, thread)];
    const [first, last] = [0, 1].map((side) => xOf(p, p.data.known.values[2 * i + side]));
    c.fillStyle = p.colour(thread);
    if (last - first > 2 * r) {
      c.globalAlpha = 0.3;
      c.fillRect(first, y - 3, last - first, 6);
      c.globalAlpha = 1;
    }
    const chosen = i === p.state.chosen;
    mark(c, thread, x, y, chosen ? r + 3 : r);
    c.fill();
    Object.assign(c, { strokeStyle: p.colour(chosen ? "ink" : "sky"), lineWidth: chosen ? 2 : 1.25 });
    c.stroke();
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawChosenLine(p, c, at) {
  const x = xOf(p, p.data.day.values[p.state.chosen]);
  if (!inView(p, p.state.chosen) || x < SIDE || x > p.width - SIDE) return;
  line(
    c,
    [
      [x, LANE.top],
      [x, at.axis + 5],
    ],
    p.colour("ink"),
    1,
  );
}

// Names ------------------------------------------------------------------------------------------
// The chosen event first, then by rank: each takes the first free place of its lane, or stays without a name.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c) {
  const taken = obstacles(p, c);
  const { rank } = p.data;
  const last = p.words.threads.at(-1);
  const order = p.words.events.map((_, i) => i).filter((i) => inView(p, i));
  order.sort(
    (i, k) =>
      Number(k === p.state.chosen) - Number(i === p.state.chosen) || rank.values[i] - rank.values[k] || i - k,
  );
  p.own.boxes = [];
  for (const i of order) {
    const one = p.words.events[i];
    const chosen = i === p.state.chosen;
    const weight = chosen ? 600 : 400;
    c.font = p.font(13, weight);
    const long = c.measureText(one.label).width;
    const [x, y, deep] = [xOf(p, p.data.day.values[i]), laneY(p, one.thread), one.thread === last];
    const free = spots(p, x, y, long, chosen ? 15 : 11, deep).find((box) => fits(p, box, i, taken));
    if (!free) continue;
    taken.push(free, ...(free.stem ? [free.stem] : []));
    p.own.boxes.push({ ...free, i });
    if (free.stem) drawStem(p, c, free.stem);
    label(p, c, one.label, free.left, free.top + 13, { size: 13, weight, align: "left", rim: "sky" });
  }
}

// Below or above the mark, in its middle, to its right or left; or beside it on the line.
/** @param {Stage} p */
function spots(p, x, y, long, beside, deep) {
  const inside = (left) => Math.min(Math.max(left, SIDE), p.width - SIDE - long);
  const near = x >= SIDE && x <= p.width - SIDE ? [x - long / 2, x - 6, x + 6 - long].map(inside) : [];
  const row = (top) => near.map((left) => [left, top]);
  const stem = { left: x - 3, right: x + 3, top: y + 9, bottom: y + 9 + LANE.row };
  const lowest = deep ? row(y + 9 + LANE.row).map((place) => [...place, stem]) : [];
  return [
    ...row(y + 9),
    ...row(y - 9 - LANE.row),
    [x + beside, y - 8],
    [x - beside - long, y - 8],
    ...lowest,
  ].map(([left, top, under]) => ({ left, right: left + long, top, bottom: top + LANE.row - 1, stem: under }));
}

// From a mark to a name in the row below the first.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawStem(p, c, { left, top, bottom }) {
  const ends = [top, bottom].map((y) => [left + 3, y]);
  line(c, ends, p.colour("quiet"), 0.75);
}

/** @param {Stage} p */
function fits(p, box, i, taken) {
  if (box.left < SIDE || box.right > p.width - SIDE) return false;
  const apart = (one, other, room) =>
    one.right + room < other.left ||
    one.left > other.right + room ||
    one.bottom <= other.top ||
    one.top >= other.bottom;
  return taken.every(
    (other) => other.i === i || (apart(box, other, APART_PX) && (!box.stem || apart(box.stem, other, 2))),
  );
}

// What names must not cover: the names of the lanes and all marks.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function obstacles(p, c) {
  c.font = p.font(13, 600);
  const heads = p.words.threads.map((thread) => {
    const top = laneY(p, thread) - 32;
    return {
      left: SIDE,
      right: SIDE + 22 + c.measureText(filled(p.words.labels.off, { name: thread })).width,
      top,
      bottom: top + LANE.row,
    };
  });
  const dots = p.words.events
    .map((_one, i) => i)
    .filter((i) => inView(p, i))
    .map((i) => {
      const [x, y] = [xOf(p, p.data.day.values[i]), laneY(p, p.words.events[i].thread)];
      return { left: x - 7, right: x + 7, top: y - 8, bottom: y + 8, i };
    });
  return [...heads, ...dots];
}

// Ships ------------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawShips(p, c, at) {
  label(p, c, p.words.labels.ships, SIDE, at.ships - 6, {
    size: 13,
    align: "left",
    role: "quiet",
  });
  drawAlone(p, c, at);
  p.words.ships.forEach(({ name, row, owner }, i) => {
    const [first, last] = [0, 1].map((side) => xOf(p, p.data.ships.values[2 * i + side]));
    const [from, to] = [Math.max(first, 0), Math.min(last, p.width)];
    if (to < 0 || from > p.width || to < from) return;
    const y = at.ships + SHIP.row * row + 2;
    c.fillStyle = p.colour(owner);
    c.fillRect(from, y, Math.max(to - from, 2), SHIP.high);
    c.font = p.font(12, 600);
    const long = c.measureText(name).width;
    const text = { size: 12, weight: 600, align: "left" };
    const begins = p.words.ships.findIndex((one) => one.row === row) === i;
    if (to - from > long + 14) label(p, c, name, from + 7, y + 11, { ...text, role: "sky" });
    else if (begins && from - long - 6 > SIDE)
      label(p, c, name, from - 6, y + 11, { ...text, align: "right", role: owner });
  });
}

// The time in which crews had Soyuz alone, in words where the Shuttle's bar is missing.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAlone(p, c, at) {
  p.words.gaps.forEach((gap, i) => {
    const [from, to] = [0, 1].map((side) =>
      Math.min(Math.max(xOf(p, p.data.alone.values[2 * i + side]), 0), p.width),
    );
    if (to <= from) return;
    c.fillStyle = p.colour("russian");
    c.globalAlpha = 0.14;
    c.fillRect(from, at.ships, to - from, at.axis + 5 - at.ships);
    c.globalAlpha = 1;
    c.font = p.font(12);
    const words = [filled(p.words.labels.alone, { gap }), filled(p.words.labels.years, { gap }), gap].find(
      (each) => c.measureText(each).width < to - from - 6,
    );
    if (words) label(p, c, words, (from + to) / 2, at.ships + 13, { size: 12, role: "russian" });
  });
}
