// How the parting is read: whose is what, by colour and pattern, which way is ahead, and how long a metre is.

import { arrow, label, line } from "../kit/js/strokes.js";
import { along, shadeOf } from "./solids.js";

const KEY_ROW = 18;

const MARKS = {
  plain: [],
  rings: [
    [4, 0, 4, 12],
    [12, 0, 4, 12],
  ],
  stripes: [
    [0, 3, 16, 3],
    [0, 9, 16, 3],
  ],
  checks: [
    [4, 0, 4, 4],
    [12, 0, 4, 4],
    [0, 4, 4, 4],
    [8, 4, 4, 4],
    [4, 8, 4, 4],
    [12, 8, 4, 4],
  ],
  "fine rings": [
    [2, 0, 2, 12],
    [6, 0, 2, 12],
    [10, 0, 2, 12],
    [14, 0, 2, 12],
  ],
};

// Whose is what: colour and pattern, in as many rows as it takes; returns how high they are.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawKey(p, c) {
  c.font = p.font(12);
  const rows = [[]];
  let x = 12;
  for (const each of p.words.key) {
    const wide = 21 + c.measureText(each[2]).width + 18;
    if (x + wide - 18 > p.width - 6) [rows[rows.length], x] = [[], 12];
    rows[rows.length - 1].push([x, ...each]);
    x += wide;
  }
  rows.forEach((row, at) =>
    row.forEach((each) => drawMark(p, c, p.height - 12 - KEY_ROW * (rows.length - 1 - at), each)),
  );
  return KEY_ROW * rows.length;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawMark(p, c, y, [x, role, pattern, words]) {
  c.fillStyle = p.colour(role);
  c.fillRect(x, y - 10, 16, 12);
  c.fillStyle = `rgb(${shadeOf(p, role, p.words.mixed[1]).map(Math.round)})`;
  for (const [left, top, wide, high] of MARKS[pattern]) c.fillRect(x + left, y - 10 + top, wide, high);
  label(p, c, words, x + 21, y, { size: 12, align: "left" });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawWays(p, c, view) {
  const [x, y] = [58, 54];
  const { ahead, up, right } = p.words.labels.ways;
  for (const [words, way] of /** @type {any[][]} */ ([
    [ahead, [1, 0, 0]],
    [up, [0, 1, 0]],
    [right, [0, 0, 1]],
  ])) {
    const [across, down] = [along(view.right, way), -along(view.up, way)];
    const length = Math.hypot(across, down);
    if (length < 0.35) continue;
    arrow(c, x, y, x + 28 * across, y + 28 * down, p.colour("quiet"), 1.5);
    const beyond = 28 * length;
    const [left, top] = [x + ((beyond + 20) * across) / length, y + ((beyond + 10) * down) / length + 4];
    label(p, c, words, left, top, { role: "quiet", size: 12 });
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScale(p, c, view) {
  const wanted = 110 / view.scale;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]
    .filter((each) => each <= wanted)
    .at(-1);
  if (!step) return;
  const right = p.width - 16;
  const [left, y] = [right - step * view.scale, 24];
  line(
    c,
    [
      [left, y - 5],
      [left, y],
      [right, y],
      [right, y - 5],
    ],
    p.colour("quiet"),
    1.5,
  );
  const words = step < 1000 ? `${step} m` : `${step / 1000} km`;
  label(p, c, words, (left + right) / 2, y + 17, { role: "quiet", size: 12 });
}
