// Names on the planner's map, each where nothing else is drawn: Point Nemo, the burn, and what the pieces would hit.

import { FINE } from "../kit/js/day.js";
import { wrapped } from "../kit/js/map.js";
import { label, line, meet } from "../kit/js/strokes.js";
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
  [0, 1, -0.3], // and to the left by a part of its width
];
const REACHES_PX = [16, 26, 40, 60, 78, 84];
const LEADER_PX = 30; // words further off than this are tied to their place by a line
const LEADING = 1.25;
const PROBES = Array.from({ length: 9 }, (_, i) => (i - 0.3) / 7.4); // a little beyond both ends
export const ROOMY_PX = 900; // from here on the longer words have room

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
  const middle = at(Math.round((first + last) / 2));
  block(p, c, map, verdict, middle, [...among, ringBox(p, map)], REACHES_PX, true) ||
    block(p, c, map, verdict, middle, among, REACHES_PX);
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

// The circle round Point Nemo, which words are not to cut.
/** @param {Stage} p */
function ringBox(p, map) {
  const { values } = p.data.aim_ring_deg;
  const [x, y] = [0, 1].map((side) => Array.from(values).filter((_, i) => i % 2 === side));
  const [left, right] = [map.x(Math.min(...x)), map.x(Math.max(...x))];
  return { left, right, top: map.y(Math.max(...y)), bottom: map.y(Math.min(...y)) };
}

// Words on a land would be read as its name.
/** @param {Stage} p */
function onLand(p, c, { left, right, top, bottom }) {
  const { a, e, d, f } = c.getTransform();
  return PROBES.some((across) =>
    PROBES.some((down) =>
      c.isPointInPath(
        p.own.land.outline,
        a * (left + across * (right - left)) + e,
        d * (top + down * (bottom - top)) + f,
        "evenodd",
      ),
    ),
  );
}

const boxAround = (x, y, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

// Some lines beside a place, the nearest way that leaves all else in sight; beside nothing else, at the first way.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function block(p, c, map, lines, [x, y], among, reaches, atSea = false) {
  const wide = Math.max(
    ...lines.map(({ words, size, weight = 400 }) => {
      c.font = p.font(size, weight);
      return c.measureText(words).width;
    }),
  );
  const tall = lines.reduce((sum, { size }) => sum + LEADING * size, 0);
  const boxes = reaches.flatMap((reach) =>
    WAYS.map(([right, down, aside = 0]) => {
      const left = right > 0 ? x + reach : right < 0 ? x - reach - wide : x + (aside - 0.5) * wide;
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
  const box = boxes.find((one) => free(one) && !(atSea && onLand(p, c, one)));
  if (!box) return false;
  const near = [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];
  if (Math.hypot(near[0] - x, near[1] - y) > LEADER_PX) line(c, [[x, y], near], p.colour("debris"), 1);
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
  return true;
}

// Where the way would go on, at its end on the right.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function nameDots(p, c, plot, points) {
  const [, y] = points.findLast(([x]) => x <= plot.right);
  const { no_air, no_air_short } = p.words.labels;
  const words = p.width < ROOMY_PX ? no_air_short : no_air;
  label(p, c, words, plot.right, y - 26, { role: "fall", size: 12, rim: "sky", align: "right" });
}
