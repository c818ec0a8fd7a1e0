// The two panels of the decay explorer, with their scales, and what is drawn in both.

import { panel } from "../kit/js/panels.js";
import { line } from "../kit/js/strokes.js";
import { shownYears } from "./state.js";

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

// One moment in both panels.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function upright(p, c, x, role, width, above, ...parts) {
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

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function clipped(part, c, above, draw) {
  c.save();
  c.beginPath();
  c.rect(0, -above, part.width, part.height + above);
  c.clip();
  draw();
  c.restore();
}
