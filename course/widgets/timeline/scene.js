// The history as it is drawn: the ships of the crews with flags, or lanes of events, all on one line of time.

import { dot, label } from "../kit/js/strokes.js";
import { drawAnswer, drawQuestion } from "./asks.js";
import { drawEvents, drawLanes } from "./events.js";
import { drawFlags } from "./flags.js";
import { stretch } from "./marks.js";
import { dateOf, layout, MONTH_DAYS, numberOf, wide, xOf } from "./place.js";
import { drawAlone, drawGaps, drawShips } from "./ships.js";
import { partWords } from "./tell.js";

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const place = layout(p);
  drawTicks(p, c, place);
  drawQuestion(p, c, partWords(p));
  if (place.few) {
    within(c, place, p.height, () => drawAlone(p, c, place));
    drawShips(p, c, place);
    drawGaps(p, c, place);
    return drawFlags(p, c, place);
  }
  drawLanes(p, c, place);
  drawAnswer(p, c, place);
  drawEvents(p, c, place, (draw) => within(c, place, p.height, draw));
  drawChosenDay(p, c, place);
  if (p.own.groups.length)
    label(p, c, p.words.labels.counted, place.left, place.axis + 39, {
      role: "quiet",
      size: 12,
      align: "left",
    });
}

// Nothing of the time before or after the part in view.
function within(c, { left, right }, high, draw) {
  c.save();
  c.beginPath();
  c.rect(left - 8, 0, right - left + 16, high);
  c.clip();
  draw();
  c.restore();
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
  [[1, 0, 0], 52],
  [[2, 0, 0], 52],
  [[5, 0, 0], 52],
  [[10, 0, 0], 52],
];

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
function drawTicks(p, c, place) {
  let free = -Infinity;
  for (const [number, words] of ticks(p)) {
    const x = xOf(p, number);
    stretch(c, x, place.top, x, place.axis + 5, p.colour("faint"), 0.6);
    c.font = p.font(12);
    const half = c.measureText(words).width / 2;
    if (x - half < Math.max(free, 4) || x + half > p.width - 4) continue;
    label(p, c, words, x, place.axis + 20, { role: "quiet", size: 12 });
    free = x + half + 8;
  }
  stretch(c, place.left, place.axis, place.right, place.axis, p.colour("quiet"), 1);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawChosenDay(p, c, place) {
  const x = xOf(p, p.data.day.values[p.state.chosen]);
  if (x < place.left || x > place.right) return;
  c.fillStyle = p.colour("ink");
  dot(c, x, place.axis, 4);
}
