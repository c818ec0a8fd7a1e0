// The decay explorer's drawing: height over time above, the Sun of the same time below.

import { inPanel } from "../kit/js/panels.js";
import { label, line } from "../kit/js/strokes.js";
import { drawEnd, drawFall, drawStart, drawStation } from "./fall.js";
import { plots } from "./plots.js";
import { drawKnown, drawLevel, drawSun } from "./sun.js";

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
