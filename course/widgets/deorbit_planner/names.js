// Names on the planner's map, each where nothing else is drawn: Point Nemo, the burn, and what the pieces would hit.

import { FINE } from "../kit/js/day.js";
import { wrapped } from "../kit/js/map.js";
import { label, meet } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { isAimed, pointsOf, sharesUnder } from "./state.js";

const WAYS = [
  [1, 0],
  [1, -0.8],
  [1, 0.8],
  [-1, 0],
  [-1, -0.8],
  [-1, 0.8],
  [0, -1],
  [0, 1],
];
const REACHES_PX = [16, 26, 40, 60, 84];
const LEADING = 1.25;
const ROOMY_PX = 900; // from here on the longer words have room

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawNames(p, c, map) {
  const [x, y] = [map.x(p.words.aim_deg[0]), map.y(p.words.aim_deg[1])];
  const among = [boxAround(x, y, 9)];
  nameNemo(p, c, map, among);
  if (!p.open) return;
  /** @type {(point: number) => Point} */
  const at = (point) => [map.x(wrapped(p.own.path.longitude[point])), map.y(p.own.path.latitude[point])];
  const burn = at(FINE * p.state.minute);
  among.push(boxAround(burn[0], burn[1], 18));
  const words = p.state.dragged ? p.words.labels.burn_here : p.words.labels.burn_drag;
  if (!isAimed(p)) {
    block(p, c, map, [{ words, size: 13, weight: 600 }], burn, among, [22, 34]);
    return;
  }
  const [entry] = pointsOf(p, "entry");
  for (let point = FINE * p.state.minute; point <= entry; point += FINE)
    among.push(boxAround(...at(point), 3));
  const [wide, [first, last]] = [pointsOf(p, "wide"), pointsOf(p, "pieces")];
  for (let point = wide[0]; point <= wide[1]; point += 1) among.push(boxAround(...at(point), 5));
  const [most, next] = sharesUnder(p, first, last).map(([name, percent]) =>
    filled(p.words.labels.share, { name, percent }),
  );
  const verdict = [
    { words: p.words.labels.pieces, size: 12, role: "debris" },
    { words: most, size: 16, weight: 600, role: "debris" },
    ...(next ? [{ words: next, size: 12, role: "debris" }] : []),
  ];
  block(p, c, map, verdict, at(Math.round((first + last) / 2)), among, REACHES_PX);
  block(p, c, map, [{ words, size: 13, weight: 600 }], burn, among, [22, 34]);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function nameNemo(p, c, map, among) {
  const x = map.x(p.words.aim_deg[0]);
  const y = Math.max(map.y(-60), map.y(p.words.aim_deg[1]) + 24);
  const { nemo, nemo_far } = p.words.labels;
  label(p, c, nemo, x, y, { size: 12, weight: 600, role: "quiet", rim: "sky", among });
  if (p.width >= ROOMY_PX) label(p, c, nemo_far, x, y + 17, { size: 12, role: "quiet", rim: "sky", among });
}

const boxAround = (x, y, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

// Some lines beside a place, the nearest way that leaves all else in sight; beside nothing else, at the first way.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function block(p, c, map, lines, [x, y], among, reaches) {
  const wide = Math.max(
    ...lines.map(({ words, size, weight = 400 }) => {
      c.font = p.font(size, weight);
      return c.measureText(words).width;
    }),
  );
  const tall = lines.reduce((sum, { size }) => sum + LEADING * size, 0);
  const boxes = reaches.flatMap((reach) =>
    WAYS.map(([right, down]) => {
      const left = right > 0 ? x + reach : right < 0 ? x - reach - wide : x - wide / 2;
      const top = y - tall / 2 + down * (down && !right ? reach + tall / 2 : reach + tall / 4);
      return { left, right: left + wide, top, bottom: top + tall, align: right };
    }),
  );
  const free = (box) =>
    box.left >= 6 &&
    box.right <= p.width - 6 &&
    box.top >= map.top &&
    box.bottom <= map.bottom - 2 &&
    !among.some((one) => meet(one, box));
  const box = boxes.find(free);
  if (!box) return;
  among.push({ ...box, left: box.left - 4, right: box.right + 4 });
  c.fillStyle = p.colour("sky");
  c.globalAlpha = 0.75; // lines and coasts below the words are paled
  c.beginPath();
  c.roundRect(box.left - 4, box.top, box.right - box.left + 8, tall + 2, 5);
  c.fill();
  c.globalAlpha = 1;
  let foot = box.top;
  for (const { words, size, weight = 400, role = "ink" } of lines) {
    foot += LEADING * size;
    label(p, c, words, box.align < 0 ? box.right : box.left, foot - 0.3 * size, {
      size,
      weight,
      role,
      align: box.align < 0 ? "right" : "left",
      rim: "sky",
    });
  }
}
