// The height of the station through the years: one curve, what is known as dots, and a cursor on it.

import { dot, label, line, ring } from "../kit/js/strokes.js";

const ROOM = { left: 44, right: 14, top: 30, bottom: 66 }; // below: the years, and two rows of events
const NARROW_PX = 620;

/** @param {Stage} p */
export function plotOf(p) {
  const [first, last] = p.data.ends.values;
  const [low, high] = p.words.range_km;
  const box = { left: ROOM.left, right: p.width - ROOM.right, top: ROOM.top, bottom: p.height - ROOM.bottom };
  return {
    ...box,
    x: (day) => box.left + ((day - first) / (last - first)) * (box.right - box.left),
    y: (km) => box.top + ((high - km) / (high - low)) * (box.bottom - box.top),
  };
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const plot = plotOf(p);
  drawAxes(p, c, plot);
  if (!p.open) return;
  const among = [];
  drawCurve(p, c, plot);
  drawCursor(p, c, plot, among);
  drawNamed(p, c, plot, among);
  drawArticle(p, c, plot, among);
  drawEvents(p, c, plot);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAxes(p, c, plot) {
  const [low, high] = p.words.range_km;
  for (let km = Math.ceil(low / 20) * 20; km <= high; km += 20) {
    line(
      c,
      [
        [plot.left, plot.y(km)],
        [plot.right, plot.y(km)],
      ],
      p.colour("faint"),
      0.75,
    );
    label(p, c, String(km), plot.left - 8, plot.y(km) + 4, { role: "quiet", size: 12, align: "right" });
  }
  label(p, c, p.words.labels.km, plot.left - 8, 18, { role: "quiet", size: 12, align: "right" });
  const every = p.width < NARROW_PX ? 5 : 2;
  for (let year = 2000; year <= 2026; year += every) {
    const x = plot.x((Date.UTC(year, 0, 1) - Date.parse(p.words.first_day)) / 864e5);
    line(
      c,
      [
        [x, plot.top],
        [x, plot.bottom + 5],
      ],
      p.colour("faint"),
      0.75,
    );
    label(p, c, String(year), x, plot.bottom + 20, { role: "quiet", size: 12 });
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCurve(p, c, plot) {
  const { values: days } = p.data.day;
  const { values: heights } = p.data.height_km;
  const at = (i) => [plot.x(days[i]), plot.y(heights[i])];
  for (let i = 0; i + 1 < days.length; i += 1) {
    const near = days[i + 1] - days[i] <= p.words.joined_days;
    c.setLineDash(near ? [] : [2, 4]);
    line(c, [at(i), at(i + 1)], p.colour("station"), near ? 3 : 1.75);
  }
  c.setLineDash([]);
  c.fillStyle = p.colour("station");
  days.forEach((day, i) => dot(c, plot.x(day), plot.y(heights[i]), 3));
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCursor(p, c, plot, among) {
  const { place, moved } = p.state;
  const [x, y] = [plot.x(p.data.day.values[place]), plot.y(p.data.height_km.values[place])];
  line(
    c,
    [
      [x, plot.top],
      [x, plot.bottom],
    ],
    p.colour("ink"),
    1.25,
  );
  c.fillStyle = p.colour("sky");
  dot(c, x, y, 8);
  ring(c, x, y, 8, p.colour("ink"), 2);
  c.fillStyle = p.colour("station");
  dot(c, x, y, 4);
  among.push({ left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 });
  const words = { weight: 600, rim: "sky", among };
  const right = x < p.width / 2;
  const told = moved ? `${Math.round(p.data.height_km.values[place])} km` : p.words.kit.drag;
  label(p, c, told, x + (right ? 13 : -13), y + 26, { ...words, align: right ? "left" : "right" });
}

// The lowest with a crew and the highest of all.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNamed(p, c, plot, among) {
  for (const [place, words] of p.words.extremes) {
    const [x, y] = [plot.x(p.data.day.values[place]), plot.y(p.data.height_km.values[place])];
    ring(c, x, y, 6, p.colour("station"), 2);
    const high = y < (plot.top + plot.bottom) / 2;
    const look = { role: "station", size: 13, weight: 600, rim: "sky", among };
    label(p, c, words, x, high ? y - 12 : y + 24, { ...look, align: high ? "right" : "center" });
  }
}

// The height that the article gives.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawArticle(p, c, plot, among) {
  const [km, words] = p.words.article;
  c.setLineDash([7, 5]);
  line(
    c,
    [
      [plot.left, plot.y(km)],
      [plot.right, plot.y(km)],
    ],
    p.colour("ink"),
    1.25,
  );
  c.setLineDash([]);
  label(p, c, words, plot.left + 8, plot.y(km) + 17, { size: 13, rim: "sky", align: "left", among });
}

// Events below the years, in two rows; where there is no room the mark alone stands.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawEvents(p, c, plot) {
  const among = [];
  const order = p.words.events
    .map((_, i) => i)
    .sort((i, k) => p.words.events[i].rank - p.words.events[k].rank);
  for (const i of order) {
    const x = plot.x(p.data.event_day.values[i]);
    line(
      c,
      [
        [x, plot.bottom - 5],
        [x, plot.bottom + 5],
      ],
      p.colour("ink"),
      2,
    );
    const words = p.words.events[i].label;
    const at = (row) => label(p, c, words, x, plot.bottom + row, { size: 12, among });
    if (!at(38)) at(54);
  }
}
