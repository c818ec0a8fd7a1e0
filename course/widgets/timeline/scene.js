// The history as it is drawn: the ships of the crews on top, lanes of events below, all on one line of time.

import { dot, label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { drawLanes, drawMarks, drawNames } from "./events.js";
import { stretch } from "./marks.js";
import { dateOf, layout, MARGIN, MONTH_DAYS, numberOf, SIDE, wide, xOf } from "./place.js";

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const place = layout(p);
  drawTicks(p, c, place);
  within(c, place, p.height, () => drawAlone(p, c, place));
  drawLanes(p, c, place);
  drawShips(p, c, place);
  drawGaps(p, c, place);
  within(c, place, p.height, () => drawMarks(p, c, place));
  drawNames(p, c, place);
  drawChosenDay(p, c, place);
  if (p.own.groups.some(({ members }) => members.length > 1))
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
    stretch(c, x, place.ship.top - 4, x, place.axis + 5, p.colour("faint"), 0.6);
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

// Ships ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const ends = (p, name, i) => [0, 1].map((side) => xOf(p, p.data[name].values[2 * i + side]));

/** @param {Stage} p */
const gapsInView = (p, place) =>
  p.words.gaps
    .map((gap, i) => {
      const [from, to] = ends(p, "alone", i);
      const [left, right] = [Math.max(from, place.left), Math.min(to, place.right)];
      return { gap, i, left, right, before: from < place.left, after: to > place.right };
    })
    .filter(({ left, right }) => right > left);

// Crews had Soyuz alone: a band through everything, so that what begins and ends it is seen at its edges.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAlone(p, c, place) {
  for (const { left, right } of gapsInView(p, place)) {
    c.fillStyle = p.colour("russian");
    c.globalAlpha = 0.08;
    c.fillRect(left, place.ship.top - 4, right - left, place.axis - place.ship.top + 4);
    c.globalAlpha = 1;
  }
}

// The Soyuz is strong where it flies alone, pale where others fly too.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawShips(p, c, place) {
  const { ship } = place;
  label(p, c, p.words.labels.ships, SIDE, 22, { size: place.wide ? 14 : 13, weight: 600, align: "left" });
  const named = new Set();
  p.words.ships.forEach(({ name, row, owner }, i) => {
    const [first, last] = ends(p, "ships", i);
    const [from, to] = [Math.max(first, place.left), Math.min(last, place.right)];
    const y = ship.top + ship.row * row;
    const look = { size: 12, weight: 600, role: owner, align: "left" };
    const fresh = !named.has(row);
    if (place.wide && fresh) label(p, c, name, SIDE, y + 11, look);
    if (place.wide) named.add(row);
    if (to < place.left || from > place.right || to < from) return;
    c.fillStyle = p.colour(owner);
    c.globalAlpha = owner === "russian" ? 0.3 : 1;
    c.fillRect(from, y, Math.max(to - from, 2), ship.high);
    c.globalAlpha = 1;
    const strong = owner === "russian" ? gapsInView(p, place) : [{ left: from, right: to }];
    for (const { left, right } of strong) c.fillRect(left, y, right - left, ship.high);
    if (!place.wide && fresh) nameBeside(p, c, name, { from, to, y: y + 10, strong }, look);
    named.add(row);
  });
}

// Left of the bar where that is free, else on it: where it is pale, or light on what is strong.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function nameBeside(p, c, name, { from, to, y, strong }, look) {
  c.font = p.font(look.size, look.weight);
  const long = c.measureText(name).width;
  if (from - 6 - long > SIDE) return label(p, c, name, from - 6, y, { ...look, align: "right" });
  if (to - from < long + 12) return;
  const over = strong.find(({ left, right }) => from + 6 + long > left && from < right);
  if (!over) label(p, c, name, from + 6, y, { ...look, role: "ink" });
  else if (over.right + 12 + long < to) label(p, c, name, over.right + 6, y, { ...look, role: "ink" });
  else label(p, c, name, from + 6, y, { ...look, role: "sky" });
}

// How long: the answer, large, over a bracket; where its ends are out of view, they are told.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawGaps(p, c, place) {
  const y = place.ship.top - 9;
  const free = place.wide ? MARGIN + 12 : 128; // right of the heading
  const among = [{ left: 0, right: free - 2, top: 8, bottom: 26 }];
  const shown = gapsInView(p, place).sort((one, other) => other.right - other.left - (one.right - one.left));
  for (const { gap, i, left, right, before, after } of shown) {
    line(
      c,
      [
        [left, y + (before ? 0 : 5)],
        [left, y],
        [right, y],
        [right, y + (after ? 0 : 5)],
      ],
      p.colour("russian"),
      1.5,
    );
    const [since, until] = p.words.gap_ends[i];
    const { years, years_since: sinceWords, years_until: untilWords } = p.words.labels;
    const told = [before ? sinceWords : after ? untilWords : years, years];
    const look = { size: place.wide ? 17 : 15, weight: 700, role: "russian", rim: "sky", among };
    const [x, align] = before
      ? [Math.max(left, free), "left"]
      : after
        ? [right, "right"]
        : [(left + right) / 2, "center"];
    told.some((words) => label(p, c, filled(words, { gap, since, until }), x, y - 7, { ...look, align }));
  }
}
