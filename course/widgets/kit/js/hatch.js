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
