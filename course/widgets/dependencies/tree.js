// The graph of the modules: where each stands, its joints, what it provides, and how a cut part moves away.

import { ownerFill, ownerKey } from "../kit/js/owners.js";
import { dot, label, line, ring } from "../kit/js/strokes.js";
import { column, jointName } from "./state.js";

const BOX = { high: 20, swatch: 9, pad: 4, badge: 16, across: 4 };
const WIDE_PX = 840; // from here on the tree grows to both sides; below it is an outline
const APART_PX = 26; // the gap between parts
const INDENT_PX = 13;
const REACH_PX = 18; // how near a joint the finger must be
const ROW_PX = { wide: 26, narrow: 25 };
const ICON_PX = 16; // side of the box in which the icons are drawn
export const ICON_PATHS = {
  power: "M9 0L3 9h4l-1 7 7-10H8.5z",
  "attitude by gyroscopes":
    "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6zM7 0h2v16H7z",
  propulsion: "M5 0h6l1.5 6h-9zM4 7.5h8L8 16z",
  reboost: "M8 0l5 6h-3v6H6V6H3zM2 14h12v2H2z",
  refuelling: "M8 0c3 5 5 7 5 10.5a5 5 0 0 1-10 0C3 7 5 5 8 0z",
  "life support":
    "M8 15C2 10.5 .5 7.5 1.5 4.500 2.800 1.400 6.500 1.200 8 4.500 9.500 1.200 13.200 1.400 14.500 4.500 15.500 7.500 14 10.500 8 15z",
  communications:
    "M8 11a2 2 0 1 0 0 4a2 2 0 0 0 0-4zM3.200 8.700l1.500 1.500a4.700 4.700 0 0 1 6.600 0l1.500-1.500a6.800 6.800 0 0 0-9.600 0zM.2 5.700l1.500 1.500a8.900 8.900 0 0 1 12.600 0l1.500-1.500a11 11 0 0 0-15.600 0z",
  "crew return":
    "M8 0a7.500 6.500 0 0 0-7.500 6.500h15A7.500 6.500 0 0 0 8 0zM1 7.200L6 12h4l5-4.800h-2.200L9 11H7L3.200 7.200zM6 13h4l1.200 3H4.800z",
};
const LEVELS = ["main", "own", "ship"]; // as course.station.LEVELS

/** @param {Stage} p */
const isWide = (p) => p.width >= WIDE_PX;

// Where things are -------------------------------------------------------------------------------
/** @param {Stage} p */
export function graphHeight(p, width) {
  const most = (name) => Math.max(...column(p, name));
  return width >= WIDE_PX
    ? 40 + Math.max(ROW_PX.wide * most("row") + 30, 84) + keyHeight(width)
    : 30 + ROW_PX.narrow * (most("line") + 1) + (width < 480 ? 92 : 60);
}

const keyHeight = (width) => (width < 940 ? 56 : 36); // two rows, or one

/** @param {Stage} p */
const badgesOf = (p, at) => {
  const { values, shape } = p.data.badges;
  const found = [];
  for (let i = 0; i < shape[0]; i += 1) {
    if (values[3 * i] === at)
      found.push({ name: p.words.functions[values[3 * i + 1]], level: LEVELS[values[3 * i + 2]] });
  }
  return found;
};

// Boxes of all modules, before any cut; the names are measured once for each width.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function boxes(p, c) {
  const key = [p.width, p.family, p.open].join();
  if (p.own.made?.key === key) return p.own.made.boxes;
  c.font = p.font(12, 500);
  const made = p.words.nodes.map(({ name, owner, built }, at) => {
    const badges = p.open ? badgesOf(p, at) : []; // a question must not be answered by the room they take
    const below = isWide(p) && badges.length > 1;
    const wide =
      BOX.swatch +
      c.measureText(name).width +
      2 * BOX.pad +
      (below || !badges.length ? 0 : 2 + BOX.badge * badges.length);
    return {
      at,
      name,
      owner,
      built,
      badges,
      below,
      wide,
      parent: column(p, "parent")[at],
      side: column(p, "side")[at],
    };
  });
  if (isWide(p)) spread(p, made);
  else outline(p, made);
  p.own.made = { key, boxes: made };
  return made;
}

// A tree from Zarya to both sides, each module next to its parent.
/** @param {Stage} p */
function spread(p, made) {
  const reach = (gap) => {
    for (const box of made) {
      if (box.parent < 0) box.x = 0;
      else if (box.side > 0) box.x = made[box.parent].x + made[box.parent].wide + gap;
      else box.x = made[box.parent].x - gap - box.wide;
    }
    return [Math.min(...made.map(({ x }) => x)), Math.max(...made.map(({ x, wide }) => x + wide))];
  };
  const room = p.width - 20 - APART_PX;
  let gap = 34;
  let [left, right] = reach(gap);
  while (right - left > room && gap > 10) [left, right] = reach((gap -= 1));
  const move = (p.width - left - right) / 2;
  for (const box of made)
    Object.assign(box, { x: box.x + move, y: 40 + ROW_PX.wide * column(p, "row")[box.at] + 10 });
}

// An outline from top to bottom; an only child stands beside its parent.
/** @param {Stage} p */
function outline(p, made) {
  for (const box of made) {
    const [row, indent] = [column(p, "line")[box.at], column(p, "indent")[box.at]];
    const parent = made[box.parent];
    const beside = parent && column(p, "line")[parent.at] === row;
    Object.assign(box, {
      beside,
      y: 30 + ROW_PX.narrow * row + 10,
      x: beside ? parent.x + parent.wide + 15 : 10 + INDENT_PX * indent,
    });
  }
}

// How far each module has moved: those beyond the cut with it.
/** @param {Stage} p */
function offsets(p, made) {
  const { comesOff, apart } = p.state;
  const moved = made.map(() => 0);
  if (comesOff < 0) return moved;
  for (const { at, parent } of made) moved[at] = at === comesOff || (parent >= 0 && moved[parent]) ? 1 : 0;
  if (!isWide(p)) return moved.map((one) => one * apart * 22);
  const half = (made[comesOff].side * apart * APART_PX) / 2;
  return moved.map((one) => (one ? half : -half));
}

// The joint of a module with its parent, nearer to the module.
/** @param {Stage} p */
function jointOf(p, _made, moves, box) {
  const shift = moves[box.at];
  if (isWide(p)) return { x: (box.side > 0 ? box.x - 5 : box.x + box.wide + 5) + shift, y: box.y };
  return { x: box.x - 7.5 + shift, y: box.y };
}

/** @param {Stage} p */
export function jointAt(p, x, y) {
  if (!p.own.made) return null;
  const { boxes: made } = p.own.made;
  const moves = offsets(p, made);
  let [best, least] = [null, REACH_PX];
  for (const box of made.filter(({ parent }) => parent >= 0)) {
    const joint = jointOf(p, made, moves, box);
    const away = Math.hypot(joint.x - x, joint.y - y);
    if (away < least) [best, least] = [box.at, away];
  }
  return best;
}

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawGraph(p, c) {
  const made = boxes(p, c);
  const moves = offsets(p, made);
  drawSegments(p, c, made);
  if (p.state.comesOff >= 0) drawGround(p, c, made, moves);
  for (const box of made) if (box.parent >= 0) drawLink(p, c, made, moves, box);
  for (const box of made) drawBox(p, c, box, moves[box.at]);
  if (p.open) for (const box of made) if (box.parent >= 0) drawJoint(p, c, made, moves, box);
  const high = isWide(p)
    ? p.height + 10 - keyHeight(p.width)
    : 30 + ROW_PX.narrow * (Math.max(...column(p, "line")) + 1) + 14;
  ownerKey(p, c, 14, high, p.width - 8);
}

// Which side of the joint between PMA-1 and Zarya is which segment.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawSegments(p, c, made) {
  const first = made.find(({ parent, side }) => parent === 0 && side < 0);
  const words = { role: "quiet", size: 13, weight: 600 };
  if (!first) return;
  const root = made[0];
  if (p.open && !p.state.touched) label(p, c, p.words.heads.hint, 12, 20, { role: "quiet", align: "left" });
  if (isWide(p)) {
    const x = (root.x + first.x + first.wide) / 2;
    label(p, c, p.words.labels.us, x - 12, 20, { ...words, align: "right" });
    label(p, c, p.words.labels.russian, x + 12, 20, { ...words, align: "left" });
    c.setLineDash([2, 5]);
    line(
      c,
      [
        [x, 8],
        [x, p.height - 8 - keyHeight(p.width)],
      ],
      p.colour("quiet"),
      1,
    );
  } else {
    const y = root.y - ROW_PX.narrow / 2;
    label(p, c, p.words.labels.us, p.width - 10, 20, { ...words, align: "right" });
    label(p, c, p.words.labels.russian, p.width - 10, y + 18, { ...words, align: "right" });
    c.setLineDash([2, 5]);
    line(
      c,
      [
        [8, y],
        [p.width - 8, y],
      ],
      p.colour("quiet"),
      1,
    );
  }
  c.setLineDash([]);
}

// Behind the part that comes off.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawGround(p, c, made, moves) {
  const shift = moves[p.state.comesOff];
  const off = made.filter(({ at }) => moves[at] === shift);
  const left = Math.min(...off.map(({ x }) => x)) - 8;
  const right = Math.max(...off.map(({ x, wide }) => x + wide)) + 8;
  const tops = off.map(({ y }) => y);
  const below = off.some((box) => box.below && box.y === Math.max(...tops)) ? 18 : 0;
  c.beginPath();
  c.roundRect(
    left + shift,
    Math.min(...tops) - 14,
    right - left,
    Math.max(...tops) - Math.min(...tops) + 28 + below,
    8,
  );
  c.fillStyle = p.colour("ink");
  c.globalAlpha = 0.09 * p.state.apart;
  c.fill();
  c.globalAlpha = 1;
}

// From a module to its parent; the one that is cut ends on both sides in the open.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLink(p, c, made, moves, box) {
  const parent = made[box.parent];
  const joint = jointOf(p, made, moves, box);
  const colour = p.colour("quiet");
  let path;
  if (isWide(p)) {
    const from = (box.side > 0 ? parent.x + parent.wide : parent.x) + moves[parent.at];
    const bend =
      box.at === p.state.comesOff ? joint.x - moves[box.at] - 7 * box.side : joint.x - 2 * box.side;
    path = [
      [from, parent.y],
      [bend, parent.y],
      [bend, box.y],
      [box.side > 0 ? box.x + moves[box.at] : box.x + box.wide + moves[box.at], box.y],
    ];
  } else if (box.beside)
    path = [
      [parent.x + parent.wide + moves[parent.at], box.y],
      [box.x + moves[box.at], box.y],
    ];
  else
    path = [
      [parent.x + 6 + moves[parent.at], parent.y],
      [parent.x + 6 + moves[parent.at], box.y],
      [box.x + moves[box.at], box.y],
    ];
  if (box.at !== p.state.comesOff) return line(c, path, colour, 1.25);
  c.setLineDash([2, 4]);
  line(c, path, colour, 1.25);
  c.setLineDash([]);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawJoint(p, c, made, moves, box) {
  const { x, y } = jointOf(p, made, moves, box);
  const cut = box.at === p.state.comesOff;
  const chosen = p.words.named.includes(jointName(p, box.at));
  const radius = cut || chosen ? 5 : 3;
  c.fillStyle = p.colour(cut ? "ink" : "sky");
  dot(c, x, y, radius);
  ring(c, x, y, radius, p.colour(cut || chosen ? "ink" : "quiet"), cut || chosen ? 2 : 1);
  if (box.at === p.state.over) ring(c, x, y, radius + 4, p.colour("ink"), 1.5);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBox(p, c, box, shift) {
  const [x, y] = [box.x + shift, box.y - BOX.high / 2];
  const role = p.words.roles[box.owner];
  const chosen = p.state.function;
  const steps = p.open && chosen && !box.badges.some(({ name }) => name === chosen);
  c.fillStyle = p.colour("sky");
  c.fillRect(x, y, box.wide, BOX.high);
  c.globalAlpha = steps ? 0.4 : 1;
  c.fillStyle = ownerFill(p, c, box.owner, box.built);
  c.fillRect(x, y, BOX.swatch, BOX.high);
  Object.assign(c, { strokeStyle: p.colour(role), lineWidth: 1.25 });
  c.strokeRect(x, y, box.wide, BOX.high);
  c.globalAlpha = 1;
  Object.assign(c, {
    font: p.font(12, 500),
    textAlign: "left",
    fillStyle: p.colour(steps ? "quiet" : "ink"),
  });
  c.fillText(box.name, x + BOX.swatch + BOX.pad, box.y + 4);
  if (p.open) {
    const inside = x + box.wide - 2 - BOX.badge * box.badges.length;
    box.badges.forEach((badge, i) => {
      const [place, row] = box.below ? [i % BOX.across, Math.floor(i / BOX.across)] : [i, 0];
      const left = box.below ? x - 3 : inside;
      drawBadge(
        p,
        c,
        badge,
        left + BOX.badge * (place + 0.5),
        box.y + (box.below ? BOX.high / 2 + 10 + (BOX.badge + 1) * row : 0),
      );
    });
  }
}

// What a module provides: dark for the whole station, framed for itself, dashed while a ship is docked.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBadge(p, c, { name, level }, x, y) {
  c.globalAlpha = p.state.function && p.state.function !== name ? 0.4 : 1;
  const side = 15;
  c.beginPath();
  c.roundRect(x - side / 2, y - side / 2, side, side, 3);
  if (level === "main") {
    c.fillStyle = p.colour("ink");
    c.fill();
  } else {
    if (level === "ship") c.setLineDash([2, 2]);
    Object.assign(c, { strokeStyle: p.colour("ink"), lineWidth: 1 });
    c.stroke();
    c.setLineDash([]);
  }
  c.save();
  c.translate(x - 5, y - 5);
  c.scale(10 / ICON_PX, 10 / ICON_PX);
  c.fillStyle = p.colour(level === "main" ? "sky" : "ink");
  c.fill(new Path2D(ICON_PATHS[name]));
  c.restore();
  c.globalAlpha = 1;
}
