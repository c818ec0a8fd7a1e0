// Hatching: what one state holds and the United Nations count as another's.

import { line } from "./strokes.js";

// box: left, right, top and bottom of the shape; every: pixels between the lines.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function hatch(p, c, shape, { left, right, top, bottom }, every) {
  const tall = bottom - top;
  c.save();
  c.clip(shape, "evenodd");
  for (let x = left - tall; x < right; x += every) {
    line(
      c,
      [
        [x, bottom],
        [x + tall, top],
      ],
      p.colour("ink"),
      0.75,
    );
  }
  c.restore();
}

// The box around a shape of longitudes and latitudes, gaps between its rings left out.
/**
 * @param {Float32Array} pairs
 * @param {{x(longitude: number): number, y(latitude: number): number}} map
 */
export function boxOf(pairs, map) {
  const [xs, ys] = [0, 1].map((side) => pairs.filter((each, i) => i % 2 === side && !Number.isNaN(each)));
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left: map.x(west), right: map.x(east), top: map.y(north), bottom: map.y(south) };
}
