// The Sun: month by month as far as it is observed, then the mean cycle, or one level that stays.

import { grip, label, line } from "../kit/js/strokes.js";
import { clipped, upright } from "./plots.js";

// Where the observed Sun ends.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawKnown(p, c, height, sun) {
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
export function drawSun(part, c) {
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

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLevel(p, c, sun) {
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
