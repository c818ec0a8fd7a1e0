// The dwell curve's drawing: the lap on the left, the time in each degree on the right, the band across both.

import { panel } from "../kit/js/panels.js";
import { dot, grip, label, line } from "../kit/js/strokes.js";
import { north } from "../kit/js/words.js";
import { inBand, row, top } from "./state.js";

export const EDGE = { top: 20, bottom: 46, left: 56, gap: 54, right: 14 };

// Where things are --------------------------------------------------------------------------------

/** @param {Stage} p */
export function panels(p) {
  const narrow = p.width < 620;
  const height = p.height - EDGE.top - EDGE.bottom;
  const room = p.width - EDGE.left - EDGE.gap - EDGE.right;
  const wide = Math.round((p.open ? (narrow ? 0.5 : 0.56) : 1) * room);
  const place = { top: EDGE.top, height, bottom: height };
  return {
    lap: panel(p, "lap", { ...place, left: EDGE.left, width: wide }),
    time: panel(p, "time", { ...place, left: EDGE.left + wide + EDGE.gap, width: room - wide }),
  };
}

/** @param {Panel} part */
export const yOf = (part, latitude) => part.top + ((90 - latitude) / 180) * part.height;

/** @param {Panel} part */
export const latitudeAt = (part, y) => 90 - (180 * (y - part.top)) / part.height;

/** @param {Stage} p */
export const gripX = (p) => panels(p).lap.left + panels(p).lap.width + EDGE.gap / 2 + 6;

// The drawing -------------------------------------------------------------------------------------

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawBand(p, c, lap) {
  const [south, north] = p.state.band.map((latitude) => yOf(lap, latitude));
  c.fillStyle = p.colour("period");
  c.globalAlpha = 0.12;
  c.fillRect(EDGE.left, north, p.width - EDGE.left - EDGE.right, south - north);
  c.globalAlpha = 1;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawParallels(part, c, named) {
  for (let latitude = -90; latitude <= 90; latitude += 30) {
    const y = ((90 - latitude) / 180) * part.height;
    line(
      c,
      [
        [0, y],
        [part.width, y],
      ],
      part.colour(latitude ? "faint" : "quiet"),
      latitude ? 0.5 : 1,
    );
    // The labels stand left of the panel: not through label(), which keeps words inside.
    if (!named) continue;
    Object.assign(c, { font: part.font(12), textAlign: "right", fillStyle: part.colour("quiet") });
    c.fillText(latitude ? north(latitude, 0) : part.words.kit.equator, -6, y + 4);
    c.textAlign = "left";
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAxis(part, c, ticks, words) {
  for (const [x, text] of ticks) {
    line(
      c,
      [
        [x, part.height],
        [x, part.height + 5],
      ],
      part.colour("quiet"),
      1,
    );
    Object.assign(c, { font: part.font(12), textAlign: "center", fillStyle: part.colour("quiet") });
    c.fillText(text, x, part.height + 19);
  }
  c.textAlign = "left";
  label(part, c, words, part.width / 2, part.height + 38, { role: "quiet", size: 12 });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawLap(part, c) {
  const lap = row(part, "lap_deg");
  const last = lap.length - 1;
  const x = (minute) => (minute / last) * part.width;
  const y = (latitude) => ((90 - latitude) / 180) * part.height;
  drawParallels(part, c, true);
  drawAxis(
    part,
    c,
    [0, 30, 60, 90].map((minute) => [x(minute), String(minute)]),
    part.width < 220 ? part.words.labels.time_short : part.words.axes.time,
  );
  line(
    c,
    Array.from(lap, (latitude, minute) => [x(minute), y(latitude)]),
    part.colour("station"),
    2,
  );
  for (const minute of part.words.dots_min) {
    const inside = part.open && inBand(part, lap[minute]);
    c.fillStyle = part.colour(inside ? "period" : "ink");
    dot(c, x(minute), y(lap[minute]), inside ? 5 : 3);
  }
  if (!part.open) return;
  if (top(part) < 70)
    label(part, c, part.words.labels.never, part.width / 2, Math.max(y(84), y(90) + 20), {
      role: "quiet",
      size: 12,
    });
  for (const latitude of [top(part), -top(part)]) {
    c.setLineDash([3, 5]);
    line(
      c,
      [
        [0, y(latitude)],
        [part.width, y(latitude)],
      ],
      part.colour("quiet"),
      1,
    );
    c.setLineDash([]);
    const words = north(Math.sign(latitude) * top(part));
    const beyond = latitude > 0 ? y(latitude) - 6 : Math.min(y(latitude) + 15, part.height - 5);
    label(part, c, words, part.width - 2, beyond, { size: 12, align: "right", rim: "sky" });
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawTime(part, c) {
  const below = row(part, "below");
  const x = (fraction) => (fraction / part.words.full_scale) * part.width;
  const high = part.height / 180;
  drawParallels(part, c, false);
  const every = part.width < 220 ? 4 : 2;
  const ticks = [0, 2, 4, 6, 8]
    .filter((tick) => tick % every === 0)
    .map((tick) => [x(tick / 100), String(tick)]);
  drawAxis(part, c, ticks, part.width < 220 ? part.words.labels.share_short : part.words.axes.share);
  for (let degree = -90; degree < 90; degree += 1) {
    const inside = degree >= part.state.band[0] && degree < part.state.band[1];
    c.fillStyle = part.colour(inside ? "period" : "ghost");
    c.fillRect(0, (89 - degree) * high, x(below[degree + 91] - below[degree + 90]), Math.max(high - 0.4, 1));
  }
  const even = x(1 / (2 * top(part)));
  const ends = [top(part), -top(part)].map((latitude) => (90 - latitude) * high);
  c.setLineDash([4, 4]);
  line(
    c,
    ends.map((y) => [even, y]),
    part.colour("ink"),
    1.5,
  );
  c.setLineDash([]);
  const words = part.width < 220 ? part.words.labels.alike_short : part.words.labels.alike;
  words.forEach((each, i) =>
    label(part, c, each, even + 8, 90 * high + 22 + 17 * i, { size: 12, align: "left", rim: "sky" }),
  );
}

// The dots of the lap, moved to the side: equal times, so they pile up where the station lingers.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPile(p, c, lap) {
  const x = lap.left + lap.width + 10;
  const values = row(p, "lap_deg");
  for (const minute of p.words.dots_min) {
    const inside = inBand(p, values[minute]);
    c.fillStyle = p.colour(inside ? "period" : "ink");
    c.globalAlpha = inside ? 0.8 : 0.45;
    dot(c, x, yOf(lap, values[minute]), inside ? 4 : 3);
  }
  c.globalAlpha = 1;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawEnds(p, c, lap) {
  const x = gripX(p);
  p.state.band.forEach((latitude, end) => {
    const y = yOf(lap, latitude);
    line(
      c,
      [
        [EDGE.left, y],
        [p.width - EDGE.right, y],
      ],
      p.colour("period"),
      1.5,
    );
    grip(p, c, x, y, "period");
    if (end === 0 && !p.state.moved)
      label(p, c, p.words.kit.drag, x, y + (latitude < -75 ? -17 : 27), {
        role: "period",
        weight: 600,
        rim: "sky",
      });
  });
}
