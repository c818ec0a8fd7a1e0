// Heights: those of the real station, and the fall that begins where the engines go off.

import { arrow, dot, label, line, ring } from "../kit/js/strokes.js";
import { span } from "../kit/js/words.js";
import { clipped, upright } from "./plots.js";
import { daysOf, endWords, lifeOf, startYear, YEAR_DAYS } from "./state.js";

// The heights of the real station: dots at the element sets, joined where they follow one another closely.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawStation(part, c) {
  const { station_year: years, station_km: heights } = part.data;
  const points = Array.from(years.values, (year, i) => [part.x(year), part.y(heights.values[i])]);
  clipped(part, c, 0, () => {
    points.forEach(([x, y], i) => {
      if (i) {
        const near = years.values[i] - years.values[i - 1] < 0.1;
        c.setLineDash(near ? [] : [1, 4]);
        line(c, [points[i - 1], [x, y]], part.colour("quiet"), 1);
      }
      c.setLineDash([]);
      c.fillStyle = part.colour("quiet");
      dot(c, x, y, 2.5);
    });
  });
  const shown = points.filter(([x]) => x > 0 && x < part.width);
  if (!shown.length) return;
  const x = Math.max(shown[shown.length - 1][0], part.x(startYear(part))) + 12;
  for (const words of [part.words.labels.real_long, part.words.labels.real]) {
    c.font = part.font(12);
    const wide = c.measureText(words).width;
    const beside = x + wide < part.width;
    if (!beside && wide > 0.5 * part.width) continue;
    const [left, y] = beside ? [x, part.y(410)] : [part.width - wide - 2, 13];
    label(part, c, words, left, y, { role: "quiet", size: 12, align: "left", rim: "sky" });
    return;
  }
}

/** @param {Panel} part */
function fallPoints(part, which) {
  const begin = startYear(part);
  const heights = part.data.height_km.values;
  return Array.from(daysOf(part, which), (days, i) => [part.x(begin + days / YEAR_DAYS), part.y(heights[i])]);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawFall(part, c) {
  const [low, middle, high] = [0, 1, 2].map((which) => fallPoints(part, which));
  const known = part.state.sun === "real" ? part.x(part.data.known_year.values[0]) : Infinity;
  clipped(part, c, 8, () => {
    c.beginPath();
    [...low, ...high.slice().reverse()].forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
    c.fillStyle = part.colour("fall");
    c.globalAlpha = 0.18;
    c.fill();
    c.globalAlpha = 1;
    const beyond = (dashes, left, right) => {
      c.save();
      c.beginPath();
      c.rect(left, -8, right - left, part.height + 8);
      c.clip();
      for (const [points, width] of [
        [low, 1],
        [high, 1],
        [middle, 3],
      ]) {
        c.setLineDash(dashes);
        line(c, points, part.colour("fall"), width);
      }
      c.setLineDash([]);
      c.restore();
    };
    beyond([], 0, Math.min(Math.max(known, 0), part.width));
    if (known < part.width) beyond([7, 6], Math.max(known, 0), part.width);
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawStart(p, c, height, sun) {
  const x = height.left + height.x(startYear(p));
  const y = height.top + height.y(p.data.height_km.values[0]);
  upright(p, c, x, "ink", 1.5, 8, height, sun);
  c.fillStyle = p.colour("fall");
  dot(c, x, y, 6);
  ring(c, x, y, 11, p.colour("fall"), 1.5);
  label(p, c, p.words.labels.off, x, height.top - 14, { weight: 600, size: 13 });
  if (p.state.moved) return;
  const grip = height.top + height.y(240);
  for (const way of [-1, 1]) arrow(c, x + 4 * way, grip, x + 24 * way, grip, p.colour("ink"), 2);
  label(p, c, p.words.kit.drag, x, grip + 24, { weight: 600, rim: "sky" });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawEnd(p, c, height) {
  const y = height.top + height.y(p.data.height_km.values[p.data.height_km.values.length - 1]);
  const [low, middle, high] = [0, 1, 2].map((which) => height.x(startYear(p) + lifeOf(p, which) / YEAR_DAYS));
  const right = height.left + height.width;
  const at = (x) => Math.min(height.left + x, right);
  line(
    c,
    [
      [at(low), y],
      [at(high), y],
    ],
    p.colour("fall"),
    2,
  );
  for (const x of [low, high])
    if (x < height.width)
      line(
        c,
        [
          [at(x), y - 6],
          [at(x), y + 6],
        ],
        p.colour("fall"),
        2,
      );
  if (middle < height.width) {
    c.fillStyle = p.colour("fall");
    dot(c, at(middle), y, 5);
  }
  const words = p.state.sun === "real" ? endWords(p) : span(lifeOf(p, 1));
  c.font = p.font(15, 600);
  const wide = c.measureText(words).width;
  const outside = at(high) + 12 + wide < right;
  const [x, align] = outside ? [at(high) + 12, "left"] : [at(low) - 12, "right"];
  label(p, c, words, x, y - 8, { role: "fall", weight: 600, size: 15, align, rim: "sky" });
}
