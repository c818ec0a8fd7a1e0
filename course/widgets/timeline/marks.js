// A mark for each thread of the history: told by its shape, not by its colour alone.

import { line } from "../kit/js/strokes.js";

export function mark(c, thread, x, y, r) {
  c.beginPath();
  if (thread === "agreements") c.rect(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r);
  else if (thread === "flights") corners(c, x, y + 0.15 * r, 1.15 * r, 3);
  else if (thread === "incidents") corners(c, x, y, 1.2 * r, 4);
  else c.arc(x, y, r, 0, 2 * Math.PI);
  c.closePath();
}

function corners(c, x, y, r, many) {
  for (let i = 0; i < many; i += 1) {
    const turn = (2 * Math.PI * i) / many - Math.PI / 2;
    c.lineTo(x + r * Math.cos(turn), y + r * Math.sin(turn));
  }
}

// A straight line from one point to another.
export function stretch(c, x, y, toX, toY, colour, width) {
  const ends = [
    [x, y],
    [toX, toY],
  ];
  line(c, ends, colour, width);
}
