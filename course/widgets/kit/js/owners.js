// Colour and pattern of each owner of a module, the same in all drawings of the station; p.words.roles names the colours.

import { element } from "./dom.js";
import { dot, label, line } from "./strokes.js";

const TILE = 8; // pixels from one repeat to the next
const STROKES = {
  // lines of a tile: x, y, x, y; a dot has one point
  Russia: [
    [0, 8, 8, 0],
    [-1, 1, 1, -1],
    [7, 9, 9, 7],
  ],
  Europe: [
    [0, 2, 8, 2],
    [0, 6, 8, 6],
  ],
  Japan: [
    [2, 2],
    [6, 6],
  ],
  Canada: [
    [0, 8, 8, 0],
    [0, 0, 8, 8],
  ],
  Nanoracks: [
    [2, 0, 2, 8],
    [6, 0, 6, 8],
  ],
};

// What fills a module: its owner's colour, in full where the owner has no pattern, with the pattern of who built it.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function ownerFill(p, c, owner, built = owner) {
  const full = p.colour(p.words.roles[owner]);
  if (!STROKES[built]) return full;
  p.colours[`fill ${owner} ${built}`] ??= tile(c, full, p.colour(p.words.roles[built]), STROKES[built]);
  return p.colours[`fill ${owner} ${built}`];
}

function tile(c, ground, colour, strokes) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = element("canvas", "", { width: TILE * ratio, height: TILE * ratio });
  const t = canvas.getContext("2d");
  t.scale(ratio, ratio);
  t.fillStyle = ground;
  t.globalAlpha = 0.28;
  t.fillRect(0, 0, TILE, TILE);
  t.globalAlpha = 1;
  t.fillStyle = colour;
  for (const [x, y, ...end] of strokes) {
    if (end.length) line(t, [[x, y], end], colour, 1.5);
    else dot(t, x, y, 1.3);
  }
  const pattern = c.createPattern(canvas, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

// A sample of each owner with its name, in as many rows as the width asks for; returns the height it took.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function ownerKey(p, c, left, top, right) {
  let [x, y] = [left, top];
  for (const [owner, built, words] of p.words.key) {
    c.font = p.font(12);
    const wide = 24 + c.measureText(words).width;
    if (x > left && x + wide > right) [x, y] = [left, y + 20];
    c.fillStyle = ownerFill(p, c, owner, built);
    c.fillRect(x, y, 16, 12);
    Object.assign(c, { strokeStyle: p.colour(p.words.roles[owner]), lineWidth: 1 });
    c.strokeRect(x + 0.5, y + 0.5, 15, 11);
    label(p, c, words, x + 22, y + 10, { size: 12, align: "left", role: "quiet" });
    x += wide + 16;
  }
  return y + 12 - top;
}
