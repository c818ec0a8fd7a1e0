// The decay explorer's drawing: height over time above, the Sun of the same time below.

import { inPanel, panel } from "../kit/js/panels.js";
import { arrow, dot, grip, label, line, ring } from "../kit/js/strokes.js";
import { span } from "../kit/js/words.js";
import { daysOf, endWords, lifeOf, shownYears, startYear, YEAR_DAYS } from "./state.js";

const ROOM = { left: 46, right: 14, top: 52, between: 58, sun: 88, bottom: 14 };

/** @param {Stage} p */
export function plots(p) {
  const wide = p.width - ROOM.left - ROOM.right;
  const [first, last] = shownYears(p);
  const down = p.height - ROOM.top - ROOM.between - ROOM.sun - ROOM.bottom;
  const plot = (name, top, height, [low, high]) => {
    const part = panel(p, name, { left: ROOM.left, top, width: wide, height });
    const x = (year) => ((year - first) / (last - first)) * wide;
    const y = (value) => height - ((value - low) / (high - low)) * height;
    const value = (at) => low + ((height - at) / height) * (high - low);
    return Object.assign(part, { x, y, value, first, last });
  };
  return {
    height: plot("height", ROOM.top, down, p.words.shown_km),
    sun: plot("sun", ROOM.top + down + ROOM.between, ROOM.sun, p.words.shown_flux),
  };
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawAll(p, c) {
  const { height, sun } = plots(p);
  drawTicks(p, c, height, p.words.height_ticks, p.words.axes.height, -34);
  drawTicks(p, c, sun, p.words.flux_ticks, p.words.axes.sun, -10);
  for (const part of [height, sun]) drawYears(p, c, part, part === height);
  if (p.open) drawKnown(p, c, height, sun);
  inPanel(c, sun, drawSun);
  inPanel(c, height, drawStation);
  if (!p.open) return;
  inPanel(c, height, drawFall);
  drawStart(p, c, height, sun);
  drawEnd(p, c, height);
  if (p.state.sun === "constant") drawLevel(p, c, sun);
}

// What stands around a panel is written on the whole canvas.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 * @param {Panel} part
 */
function drawTicks(p, c, part, ticks, title, above) {
  for (const tick of ticks) {
    const y = part.top + part.y(tick);
    line(
      c,
      [
        [part.left, y],
        [part.left + part.width, y],
      ],
      p.colour("faint"),
      0.5,
    );
    label(p, c, String(tick), part.left - 8, y + 4, { role: "quiet", size: 12, align: "right" });
  }
  label(p, c, title, 8, part.top + above, {
    align: "left",
    weight: 600,
    role: part === p.panels.sun ? "sun" : "ink",
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 * @param {Panel} part
 */
function drawYears(p, c, part, named) {
  const span = part.last - part.first;
  const every = [1, 2, 5, 10].find((each) => (part.width * each) / span > 44);
  for (let year = Math.ceil(part.first / every) * every; year <= part.last; year += every) {
    const x = part.left + part.x(year);
    line(
      c,
      [
        [x, part.top],
        [x, part.top + part.height],
      ],
      p.colour("faint"),
      0.5,
    );
    const inside = x > part.left + 14 && x < part.left + part.width - 14;
    if (named && inside)
      label(p, c, String(year), x, part.top + part.height + 18, { role: "quiet", size: 12 });
  }
}

// One moment in both panels.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function upright(p, c, x, role, width, above, ...parts) {
  for (const part of parts) {
    line(
      c,
      [
        [x, part.top - (part === parts[0] ? above : 0)],
        [x, part.top + part.height],
      ],
      p.colour(role),
      width,
    );
  }
}

// Where the observed Sun ends.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawKnown(p, c, height, sun) {
  const x = height.left + height.x(p.data.known_year.values[0]);
  if (x < height.left || x > height.left + height.width || p.state.sun === "constant") return;
  c.setLineDash([2, 4]);
  upright(p, c, x, "sun", 1, 0, height, sun);
  c.setLineDash([]);
  const [words, align] =
    sun.left + sun.width - x > 120 ? [p.words.labels.cycle, "left"] : [p.words.labels.observed, "right"];
  label(p, c, words, x + (align === "left" ? 6 : -6), sun.top + 11, {
    role: "sun",
    size: 12,
    align,
    rim: "sky",
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function clipped(part, c, above, draw) {
  c.save();
  c.beginPath();
  c.rect(0, -above, part.width, part.height + above);
  c.clip();
  draw();
  c.restore();
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawSun(part, c) {
  const { sun_year: years, sun_flux: flux, known_year: known } = part.data;
  const points = Array.from(years.values, (year, i) => [part.x(year), part.y(flux.values[i])]);
  const seen = years.values.findIndex((year) => year > known.values[0]);
  const faint = part.open && part.state.sun === "constant";
  clipped(part, c, 0, () => {
    c.globalAlpha = faint ? 0.35 : 1;
    line(c, points.slice(0, seen), part.colour("sun"), 1.5);
    c.setLineDash([5, 4]);
    if (part.open) line(c, points.slice(seen - 1), part.colour("sun"), 1.5);
    c.setLineDash([]);
    c.globalAlpha = 1;
  });
}

// The heights of the real station: dots at the element sets, joined where they follow one another closely.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawStation(part, c) {
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
function drawFall(part, c) {
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
function drawStart(p, c, height, sun) {
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
function drawEnd(p, c, height) {
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

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLevel(p, c, sun) {
  const y = sun.top + sun.y(p.words.fluxes[p.state.flux]);
  line(
    c,
    [
      [sun.left, y],
      [sun.left + sun.width, y],
    ],
    p.colour("sun"),
    3,
  );
  const x = sun.left + sun.width - 40;
  grip(p, c, x, y, "sun");
}
