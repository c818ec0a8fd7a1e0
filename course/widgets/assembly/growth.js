// What grew with the station: listed mass by owner, number of modules; the same time from left to right.

import { ownerFill } from "../kit/js/owners.js";
import { dot, label, line } from "../kit/js/strokes.js";
import { grouped } from "../kit/js/words.js";

const CHART = { left: 44, right: 14, head: 26, foot: 24 };
const SHARES = [0.68, 0.32]; // of the height, for each of the two

/** @param {Panel} part */
function charts(part) {
  const room = part.height - CHART.foot;
  let top = 0;
  const years = part.data.years.values;
  const [first, last] = [years[0], years[years.length - 1]];
  const across = part.width - CHART.left - CHART.right;
  return SHARES.map((share, i) => {
    const high = share * room;
    const box = { top: top + CHART.head, bottom: top + high, full: part.words.full[i] };
    top += high;
    return {
      ...box,
      right: part.width - CHART.right,
      x: (year) => CHART.left + ((year - first) / (last - first)) * across,
      y: (value) => box.bottom - (value / box.full) * (box.bottom - box.top),
    };
  });
}

/** @param {Panel} part */
export function stopAtX(part, x) {
  const [chart] = charts(part);
  const years = part.data.years.values;
  let best = 0;
  for (let i = 0; i < years.length - 1; i += 1) if (chart.x(years[i]) <= x + 1) best = i;
  return best;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawGrowth(part, c) {
  const [mass, modules] = charts(part);
  const heads = Object.values(part.words.charts);
  const counts = part.words.texts[part.state.stop].counts;
  [mass, modules].forEach((chart, i) => drawAxes(part, c, chart, heads[i], i, counts[i]));
  drawStack(part, c, mass);
  drawMarks(part, c, mass);
  drawSteps(part, c, modules, part.data.modules.values);
  const x = mass.x(now(part));
  for (const { top, bottom } of [mass, modules])
    line(
      c,
      [
        [x, top],
        [x, bottom],
      ],
      part.colour("ink"),
      1.5,
    );
  c.fillStyle = part.colour("ink");
  dot(c, x, modules.bottom, 5);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAxes(part, c, chart, head, i, value) {
  label(part, c, head, CHART.left, chart.top - 9, { role: "quiet", align: "left", size: 13 });
  label(part, c, value, chart.right, chart.top - 9, { align: "right", weight: 600 });
  for (let tick = 0; tick <= chart.full; tick += chart.full / (i ? 2 : 5)) {
    const y = chart.y(tick);
    line(
      c,
      [
        [CHART.left, y],
        [chart.right, y],
      ],
      part.colour(tick ? "faint" : "quiet"),
      tick ? 0.5 : 1,
    );
    label(part, c, grouped(tick), CHART.left - 6, y + 4, {
      role: "quiet",
      align: "right",
      size: 12,
    });
  }
  if (i < 1) return;
  for (const year of [2000, 2005, 2010, 2015, 2020, 2025]) {
    const x = chart.x(year);
    line(
      c,
      [
        [x, chart.bottom],
        [x, chart.bottom + 4],
      ],
      part.colour("quiet"),
      1,
    );
    label(part, c, String(year), x, chart.bottom + 18, { role: "quiet", size: 12 });
  }
}

// Corners of a staircase until a year; it holds its value until the next stop.
function stairs(chart, years, value, until) {
  const points = [];
  for (let i = 0; i < years.length - 1 && years[i] <= until; i += 1)
    for (const year of [years[i], Math.min(years[i + 1], until)])
      points.push([chart.x(year), chart.y(value(i))]);
  return points;
}

// Where the cursor stands: the day that a button names, else that of the change.
/** @param {Panel} part */
const now = (part) => part.state.named?.year ?? part.data.years.values[part.state.stop];

// Until the day that is shown, in the owners' colours; beyond it only the height.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawStack(part, c, chart) {
  const years = part.data.years.values;
  const [mass, owners] = [part.data.mass_t.values, part.words.owners.length];
  const upTo = (owner) => (i) => {
    let sum = 0;
    for (let k = 0; k <= owner; k += 1) sum += mass[i * owners + k];
    return sum;
  };
  for (let owner = 0; owner < owners; owner += 1) {
    const [upper, lower] = [
      stairs(chart, years, upTo(owner), now(part)),
      stairs(chart, years, upTo(owner - 1), now(part)),
    ];
    c.beginPath();
    [...upper, ...lower.reverse()].forEach(([x, y]) => c.lineTo(x, y));
    c.fillStyle = ownerFill(part, c, part.words.owners[owner]);
    c.fill();
  }
  line(c, stairs(chart, years, upTo(owners - 1), years.at(-1)), part.colour("quiet"), 1);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawSteps(part, c, chart, values) {
  const years = part.data.years.values;
  const value = (i) => values[i];
  line(c, stairs(chart, years, value, years.at(-1)), part.colour("faint"), 1.5);
  line(c, stairs(chart, years, value, now(part)), part.colour("ink"), 2);
}

// Published masses of the whole station.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawMarks(part, c, chart) {
  const { marks } = part.words;
  for (const [year, tonnes] of marks) {
    c.save();
    c.translate(chart.x(year), chart.y(tonnes));
    c.rotate(Math.PI / 4);
    c.fillStyle = part.colour("ink");
    c.fillRect(-3.5, -3.5, 7, 7);
    c.restore();
  }
  const left = Math.min(...marks.map(([year]) => chart.x(year)));
  label(part, c, part.words.heads.published, left - 12, chart.y(marks[1][1]) + 4, {
    size: 12,
    align: "right",
    rim: "sky",
  });
}
