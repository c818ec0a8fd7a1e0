// The height of the station through the years: one curve, what is known as dots, and a cursor on it.

import { dot, label, line, ring } from "../kit/js/strokes.js";

const ROOM = { left: 40, right: 14, top: 34, bottom: 62 }; // below: two rows of events, and the years
const YEARS_PX = 52; // below the axis
const NARROW_PX = 620;
const PALE = 0.35;

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
  drawBefore(p, c, plot);
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
  label(p, c, p.words.labels.km, 8, 18, { role: "quiet", size: 12, align: "left" });
  const every = p.width < NARROW_PX ? 5 : 2;
  for (let year = 2000; year <= 2026; year += every) {
    const x = plot.x((Date.UTC(year, 0, 1) - Date.parse(p.words.first_day)) / 864e5);
    line(
      c,
      [
        [x, plot.top],
        [x, plot.bottom + YEARS_PX - 14],
      ],
      p.colour("faint"),
      0.75,
    );
    label(p, c, String(year), x, plot.bottom + YEARS_PX, { role: "quiet", size: 12 });
  }
}

// The time before the first crew does not count: it is shaded, and its heights are pale.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBefore(p, c, plot) {
  c.fillStyle = p.colour("faint");
  c.globalAlpha = 0.3;
  c.fillRect(plot.left, plot.top, plot.x(p.words.crew_day) - plot.left, plot.bottom - plot.top);
  c.globalAlpha = 1;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCurve(p, c, plot) {
  const { values: days } = p.data.day;
  const { values: heights } = p.data.height_km;
  const at = (i) => [plot.x(days[i]), plot.y(heights[i])];
  const ink = (i) => (c.globalAlpha = i < p.words.settled ? PALE : 1); // before anybody lived there
  for (let i = 0; i + 1 < days.length; i += 1) {
    const near = days[i + 1] - days[i] <= p.words.joined_days;
    c.setLineDash(near ? [] : [2, 4]);
    ink(i);
    line(c, [at(i), at(i + 1)], p.colour("station"), near ? 2 : 1.5);
  }
  c.setLineDash([]);
  c.fillStyle = p.colour("station");
  days.forEach((_, i) => (ink(i), dot(c, ...at(i), 3)));
  c.globalAlpha = 1;
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
  if (moved) return;
  const words = { weight: 600, rim: "sky", among };
  [-16, 28].some((down) => label(p, c, p.words.labels.move, x, y + down, words));
}

// The lowest with a resident crew and the highest of all, once they are found; what was lower before is told at once.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNamed(p, c, plot, among) {
  const at = (place) => [plot.x(p.data.day.values[place]), plot.y(p.data.height_km.values[place])];
  const { place: now, seen } = p.state;
  for (const [place, km, what] of p.words.extremes) {
    if (!p.answer && !seen.has(place)) continue;
    const [x, y] = at(place);
    if (place !== now) ring(c, x, y, 6, p.colour("station"), 2);
    const high = y < (plot.top + plot.bottom) / 2;
    const look = { role: "station", size: 13, weight: 600, rim: "sky", among };
    if (high)
      [-14, 26, 44].some((down) => label(p, c, `${km}, ${what}`, x, y + down, { ...look, align: "right" }));
    else if (p.width >= NARROW_PX) label(p, c, `${km}, ${what}`, x + 14, y + 5, { ...look, align: "left" });
    else
      [km, p.words.labels.lowest_short].forEach((words, row) =>
        label(p, c, words, x + 14, y + 2 + 17 * row, { ...look, size: 13 - row, align: "left" }),
      );
  }
  const [least, long, short] = p.words.least;
  const early = p.width < NARROW_PX ? short : long;
  const [x, y] = at(least);
  label(p, c, early, x + 8, y + 18, { role: "quiet", size: 12, rim: "sky", align: "left", among });
  if (!p.state.moved || p.words.extremes.some(([place]) => place === now)) return;
  const [atX, atY] = at(now);
  const told = `${Math.round(p.data.height_km.values[now])} km`;
  const look = { weight: 600, rim: "sky", among, align: atX < plot.left + 24 ? "left" : "center" };
  [-14, 26].some((down) => label(p, c, told, atX, atY + down, look));
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

// Events as flags that hang from the axis, in two rows; where there is no room the mark alone stands.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawEvents(p, c, plot) {
  const among = [];
  const at = (i) => plot.x(p.data.event_day.values[i]);
  p.words.events.forEach(({ label: words, few }, i) => {
    if (p.width < NARROW_PX && !few) return;
    const x = at(i);
    c.font = p.font(12);
    const close = p.width >= NARROW_PX && p.words.events.some((_, k) => at(k) > x && at(k) < x + 16);
    const right = !close && x + 4 + c.measureText(words).width < p.width - 6;
    const from = right ? x + 4 : Math.max(x - 4 - c.measureText(words).width, plot.left);
    const look = { size: 12, rim: "sky", align: "left", among };
    const row = [15, 32].find(
      (down) => !crossed(among, x, plot.bottom + down) && label(p, c, words, from, plot.bottom + down, look),
    );
    if (row) among.push({ left: x - 1, right: x + 1, top: plot.bottom, bottom: plot.bottom + row });
    line(
      c,
      [
        [x, plot.bottom - 4],
        [x, plot.bottom + (row ?? 4)],
      ],
      p.colour("ink"),
      1.25,
    );
  });
}

const crossed = (among, x, bottom) =>
  among.some((one) => one.left + 3 < x && x < one.right - 3 && one.top < bottom);
