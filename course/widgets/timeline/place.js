// Where things are on the line of time: rows, lanes, flags, and the place of a day.

import { TINY_PX } from "../kit/js/strokes.js";

export const SIDE = 10;
const MARGIN = 132; // with names, where there is room for it
const SMALL_MARGIN = 106;
const NARROW_PX = 620;
export const MONTH_DAYS = 30.44;

// Without a thread: only what begins and ends the times of Soyuz alone.
/** @param {Stage} p */
export const isFew = (p) => !p.state.threads.length;

// Where things are: on top the ships, below them a flag for each turn, or a lane for each thread. A lane has a row
// for its marks and two above it for names, on a small screen one more for its own.
/** @param {Stage} p */
export function layout(p) {
  const wide = p.width >= NARROW_PX;
  const few = isFew(p);
  const ship = few ? FEW[wide ? 1 : 0] : ALL[wide ? 1 : 0];
  const lane = wide ? { high: 58, mark: 46, size: 13 } : { high: 56, mark: 45, size: 12 };
  const flag = wide
    ? { high: 42, size: 15, rows: 2 }
    : { high: 38, size: 13, rows: p.width < TINY_PX + 20 ? 4 : 2 };
  const rows = 1 + Math.max(...p.words.ships.map(({ row }) => row));
  const lanes = ship.top + ship.row * rows + (few ? 8 : wide ? 2 : 6);
  const below = few ? flag.high * flag.rows + 8 : lane.high * p.words.threads.length + 4;
  const left = wide ? MARGIN : few ? SMALL_MARGIN : SIDE;
  const right = p.width - SIDE;
  return { wide, few, ship, lane, flag, lanes, axis: lanes + below, left, right, long: right - left };
}

const FEW = [
  { top: 66, row: 27, high: 18, size: 17 },
  { top: 72, row: 36, high: 24, size: 23 },
];
const ALL = [
  { top: 56, row: 17, high: 12, size: 14 },
  { top: 58, row: 20, high: 13, size: 17 },
];

/** @param {Stage} p */
export const sceneHeight = (p) => layout(p).axis + (isFew(p) ? 30 : 46);
/** @param {Stage} p */
export const laneY = (p, thread) => {
  const { lanes, lane } = layout(p);
  return lanes + lane.high * p.words.threads.indexOf(thread) + lane.mark;
};
/** @param {Stage} p */
export const wide = (p) => layout(p).long;
/** @param {Stage} p */
export const xOf = (p, day) => {
  const { left, long } = layout(p);
  return left + ((day - p.state.start) / (p.state.end - p.state.start)) * long;
};

/** @param {Stage} p */
export const dateOf = (p, day) => new Date(Date.parse(p.words.first_day) + 864e5 * day);
/** @param {Stage} p */
export const numberOf = (p, date) => (date - Date.parse(p.words.first_day)) / 864e5;
