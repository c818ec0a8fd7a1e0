// The parting from near: the bodies true to scale, what they flew through, and the words beside them.

import { arrow, dot, label, line, ring } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { drawKey, drawScale, drawWays } from "./key.js";
import { along, onPanel, placed, sightFrom } from "./solids.js";
import { chosen, groups, placeAt } from "./state.js";

const ROOM = { left: 34, right: 34, top: 78, bottom: 64 }; // around the bodies, for what is written
const CORNERS = { left: 116, right: 140 };
const TRAIL_STEPS = 6; // of a line between two computed moments
const PUSH_PX = 90; // length of both arrows together

/**
 * @param {Panel} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawClose(p, c) {
  const parts = groups(p);
  const trails = p.open ? [trail(p, parts, 0), trail(p, parts, 1)] : [[], []];
  const view = closeView(p, parts, trails);
  const parted = p.open && p.state.time > 0;
  p.own.solids.draw(c, view, parts, p.words.light);
  if (parted) drawTrails(p, c, view, trails);
  p.own.floor = p.height - 18 - drawKey(p, c); // no words below: the key stands there
  drawWays(p, c, view);
  drawScale(p, c, view);
  if (parted) drawNames(p, c, view, parts);
  else if (p.open) drawPush(p, c, view, parts);
  if (p.open && !parted && !p.state.turned) {
    label(p, c, p.words.labels.turn_it, p.width / 2, p.own.floor, { role: "quiet", size: 12 });
  }
}

// The window holds all bodies, and what they flew through.
/** @param {Panel} p */
function closeView(p, parts, trails) {
  const { left, top, width, height } = p;
  const view = {
    ...sightFrom(p.state.turn_deg, p.state.tilt_deg),
    left,
    top,
    width,
    height,
    scale: 1,
    middle: [0, 0, 0],
  };
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  const include = (place) => {
    [view.right, view.up].forEach((axis, i) => {
      const at = along(axis, place);
      [low[i], high[i]] = [Math.min(low[i], at), Math.max(high[i], at)];
    });
  };
  for (const [part, group] of parts.entries()) {
    extremes(p, part).forEach((place) => include(placed(group, place)));
    trails[part].forEach(include);
  }
  const [wide, tall] = [high[0] - low[0], high[1] - low[1]];
  const [roomX, roomY] = [p.width - ROOM.left - ROOM.right, p.height - ROOM.top - ROOM.bottom];
  view.scale = Math.min(roomX / wide, roomY / tall);
  const centre = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2 + (ROOM.top - ROOM.bottom) / 2 / view.scale];
  view.middle = [0, 1, 2].map((i) => centre[0] * view.right[i] + centre[1] * view.up[i]);
  return view;
}

// The outermost corners of one part of the chosen cut, in the station's frame; found once for each cut.
/** @param {Stage} p */
function extremes(p, part) {
  p.own.outer ??= {};
  return (p.own.outer[`${p.state.cut} ${part}`] ??= outermost(p.own.solids, groups(p)[part]));
}

function outermost(solids, group) {
  const { points, corner } = solids;
  const steps = [-2, -1, 0, 1, 2];
  const ways = steps.flatMap((x) => steps.flatMap((y) => steps.map((z) => [x, y, z])));
  const used = new Set(
    solids.facesOf(group).flatMap((face) => [0, 1, 2, 3].map((i) => corner[4 * face + i])),
  );
  const places = Array.from(used, (at) => Array.from(points.subarray(3 * at, 3 * at + 3)));
  const farthest = (way) =>
    places.reduce((best, place) => (along(way, place) > along(way, best) ? place : best));
  return [...new Set(ways.map(farthest))];
}

// The middle of a part, in the station's frame.
/** @param {Stage} p */
function middle(p, part) {
  const places = extremes(p, part);
  return [0, 1, 2].map((axis) => {
    const values = places.map((place) => place[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
}

// What the middle of a part has flown through until now.
/** @param {Stage} p */
function trail(p, parts, part) {
  const from = middle(p, part);
  const last = Math.max(Math.ceil((TRAIL_STEPS * p.state.time * p.words.stops) / p.own.lap), 1);
  return Array.from({ length: last + 1 }, (_, i) =>
    placed({ ...parts[part], moved: placeAt(p, part, (p.state.time * i) / last) }, from),
  );
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawTrails(p, c, view, trails) {
  for (const [part, role] of /** @type {any[][]} */ ([
    [0, "quiet"],
    [1, "speed"],
  ])) {
    const past = trails[part].map((place) => onPanel(view, place));
    c.globalAlpha = Math.min(Math.hypot(past[0][0] - past.at(-1)[0], past[0][1] - past.at(-1)[1]) / 60, 1);
    line(c, past, p.colour(role), part ? 2.5 : 1.5);
    c.globalAlpha = 1;
  }
}

// The joint, and the arrows of the push, as long as the speeds, at both ends of the line through it.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawPush(p, c, view, parts) {
  const { cut, push } = chosen(p);
  const joint = placed(parts[0], p.data.joint_m.values.subarray(3 * cut, 3 * cut + 3));
  const way = p.words.ways[push];
  const [across, down] = [along(view.right, way), -along(view.up, way)];
  const from = 2 * (p.words.pushes.length * cut + push);
  const speeds = p.data.speed_m_s.values.subarray(from, from + 2);
  for (const [part, role] of /** @type {any[][]} */ ([
    [0, "ink"],
    [1, "speed"],
  ])) {
    const length = (PUSH_PX * speeds[part]) / (speeds[1] - speeds[0]);
    const reach = endOf(
      p,
      parts,
      part,
      way.map((each) => each * Math.sign(length)),
      joint,
    );
    const end = joint.map((each, i) => each + Math.sign(length) * reach * way[i]);
    const [x, y] = onPanel(view, end);
    const [startX, startY] = [x + 8 * Math.sign(length) * across, y + 8 * Math.sign(length) * down];
    const [tipX, tipY] = [startX + length * across, startY + length * down];
    if (Math.hypot(tipX - startX, tipY - startY) < 6) continue;
    line(
      c,
      [
        [startX, startY],
        [tipX, tipY],
      ],
      p.colour("sky"),
      8,
    );
    arrow(c, startX, startY, tipX, tipY, p.colour(role), 3.5);
    const far = Math.hypot(tipX - startX, tipY - startY);
    const [x2, y2] = [tipX + (44 * (tipX - startX)) / far, tipY + (16 * (tipY - startY)) / far + 5];
    const fits = x2 > 44 && x2 < p.width - 44;
    const words = p.words.speeds[cut][part];
    const high = Math.min(Math.max(fits ? y2 : tipY - 14, 16), p.own.floor);
    label(p, c, words, fits ? x2 : tipX, high, { role, weight: 600, rim: "sky" });
  }
  const [atX, atY] = onPanel(view, joint);
  c.fillStyle = p.colour("sky");
  dot(c, atX, atY, 5);
  ring(c, atX, atY, 5, p.colour("ink"), 2);
}

// How far a part reaches from the joint in a direction, its wings left out.
/** @param {Stage} p */
function endOf(p, parts, part, way, joint) {
  const { points, corner, body, bodies } = p.own.solids;
  let most = 0;
  for (const face of p.own.solids.facesOf(parts[part])) {
    if (bodies[body[face]][2]) continue;
    const at = 3 * corner[4 * face];
    const place = placed(parts[part], points.subarray(at, at + 3));
    most = Math.max(most, along(way, place) - along(way, joint));
  }
  return most;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c, view, parts) {
  const { cut, push, stop } = chosen(p);
  const texts = p.words.texts[cut];
  const boxes = parts.map((group, part) => {
    const seen = extremes(p, part).map((place) => onPanel(view, placed(group, place)));
    const [xs, ys] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
    return { x: (Math.min(...xs) + Math.max(...xs)) / 2, top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  const upper = boxes[1].top <= boxes[0].top ? 1 : 0;
  const where = p.words.places[cut][push][stop].replace(/ of$/, "").split(" and ");
  for (const [part, role, lines] of /** @type {any[][]} */ ([
    [0, "ink", [filled(p.words.labels.rest, { module: texts.stays })]],
    [1, "speed", [filled(p.words.labels.part, { module: texts.goes }), ...where.filter(Boolean)]],
  ])) {
    const { x, top, bottom } = boxes[part];
    const first = part === upper ? top - 9 - 17 * (lines.length - 1) : bottom + 18;
    const y = Math.min(Math.max(first, 16), p.own.floor - 17 * (lines.length - 1));
    c.font = p.font(13, 600);
    const left = besideCorners(p, x, y - 12, Math.max(...lines.map((words) => c.measureText(words).width)));
    lines.forEach((words, i) =>
      label(p, c, words, left, y + 17 * i, { role, weight: i ? 400 : 600, rim: "sky" }),
    );
  }
}

// Words of some width in the middle of x, moved aside where the corners above are taken: by the ways and the scale.
/** @param {Stage} p */
function besideCorners(p, x, top, wide) {
  const [low, high] = [top < 80 ? CORNERS.left : 6, p.width - (top < 46 ? CORNERS.right : 6)];
  return Math.max(Math.min(x, high - wide / 2), low + wide / 2);
}
