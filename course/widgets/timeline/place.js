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

// The first question of which all is in view that it needs.
/** @param {Stage} p */
export function askNow(p) {
  const { threads } = p.state;
  const [start, end] = [Math.round(p.state.start), Math.round(p.state.end)];
  if (isFew(p)) return undefined;
  return p.words.asks.find(
    (ask) =>
      ask.events.every((i) => p.data.day.values[i] >= start && p.data.day.values[i] <= end) &&
      ask.threads.every((thread) => threads.includes(thread)) &&
      end - start <= ask.most_days,
  );
}

// Where things are: the ships on top and below them a flag for each turn, or a lane for each thread. A lane has a row
// for its marks and some above it for names.
/** @param {Stage} p */
export function layout(p) {
  const wide = p.width >= NARROW_PX;
  const few = isFew(p);
  const ship = SHIPS[wide ? 1 : 0];
  const lane = wide ? { size: 13, foot: 11, head: 13 } : { size: 12, foot: 10, head: 23 };
  const flag = wide
    ? { high: 42, size: 15, rows: 2 }
    : { high: 38, size: 13, rows: p.width < TINY_PX + 20 ? 4 : 2 };
  const rows = 1 + Math.max(...p.words.ships.map(({ row }) => row));
  const lanes = few ? ship.top + ship.row * rows + 8 : LANES_PX;
  const below = few ? flag.high * flag.rows + 8 : lanesHigh(p, lane, p.words.threads) + 4;
  const left = wide ? MARGIN : few ? SMALL_MARGIN : SIDE;
  const right = p.width - SIDE;
  const top = few ? ship.top - 4 : lanes;
  return { wide, few, ship, lane, flag, top, lanes, axis: lanes + below, left, right, long: right - left };
}

const LANES_PX = 68; // below the question and what stands over a bracket
const SHIPS = [
  { top: 66, row: 27, high: 18, size: 17 },
  { top: 72, row: 36, high: 24, size: 23 },
];

/** @param {Stage} p */
export const sceneHeight = (p) => layout(p).axis + (isFew(p) ? 30 : 46);
// How many rows of names a lane has above its line, the same in all: where days are told apart, most are words.
const ROWS = { agreements: 3, flights: 3, incidents: 2, words: 2 };
const DAYS_ROWS = { agreements: 2, flights: 2, incidents: 1, words: 5 };
/** @param {Stage} p */
export const nameRows = (p, thread) => (askNow(p)?.name === "soon" ? DAYS_ROWS : ROWS)[thread];
/** @param {Stage} p */
const laneHigh = (p, lane, thread) => (lane.size + 4) * nameRows(p, thread) + lane.head + lane.foot;
/** @param {Stage} p */
const lanesHigh = (p, lane, threads) => threads.reduce((sum, thread) => sum + laneHigh(p, lane, thread), 0);

// Between which heights a lane lies, and the height of its line.
/** @param {Stage} p */
export function laneOf(p, thread) {
  const { lanes, lane } = layout(p);
  const { threads } = p.words;
  const top = lanes + lanesHigh(p, lane, threads.slice(0, threads.indexOf(thread)));
  const bottom = top + laneHigh(p, lane, thread);
  return { top, bottom, line: bottom - lane.foot };
}

/** @param {Stage} p */
export const laneY = (p, thread) => laneOf(p, thread).line;
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
