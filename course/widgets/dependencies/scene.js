// The station as Python has projected it, and how its parts move away from each other.

import { mixed } from "../kit/js/shade.js";
import { dot, label, line, ring } from "../kit/js/strokes.js";
import { jointCalled, providers, stateNow } from "./state.js";

const RIM = { side: 10, top: 26, bottom: 22 };
const MOST_PX = { wide: 424, narrow: 290 }; // of the height: lamps, sentence and controls are to be seen with it
const PIN_PX = 9;
const KEY = { from: 900, left: 0.6, row: 19, above: 8, swatch: 16 }; // of colours: beside the station where there is room
const LEAST_RIM_PX = 6; // of the mark across a joint, from its middle
const REACH_PX = 26; // how near a joint the finger must be
const SHADES = 40; // steps of light, so that a colour is written once and not for each face
const STEPS_BACK = 0.78; // towards the ground: what does not provide the chosen function

// Where things are -------------------------------------------------------------------------------
/** @param {Stage} p */
function fitted(p, width) {
  const [left, low, right, high] = p.data.limits_m.values;
  const room = width - 2 * RIM.side;
  const most = width > 768 ? MOST_PX.wide : MOST_PX.narrow; // where the lamps are turned
  const scale = Math.min(room / (right - left), (most - RIM.top - RIM.bottom) / (high - low));
  return { left, high, scale, tall: scale * (high - low), spare: (room - scale * (right - left)) / 2 };
}

/** @param {Stage} p */
const keyed = (p, width) => (width < KEY.from ? KEY.row * p.words.key.length + KEY.above : 0);

/** @param {Stage} p */
export const sceneHeight = (p, width) =>
  Math.round(fitted(p, width).tall + RIM.top + RIM.bottom + keyed(p, width));

// From metres to the right and up to a place on the canvas.
/**
 * @param {Stage} p
 * @returns {(at: number[]) => Point}
 */
function placer(p) {
  const { left, high, scale, spare } = fitted(p, p.width);
  return ([x, y]) => [RIM.side + spare + scale * (x - left), RIM.top + scale * (high - y)];
}

// How far a part has moved until now, in metres.
/** @param {Stage} p */
function moved(p, part) {
  const { joint, apart } = p.state;
  if (joint < 0) return [0, 0];
  return [0, 1].map((axis) => apart * p.data.moved_m.values[4 * joint + 2 * part + axis]);
}

/** @param {Stage} p */
const partOf = (p, body) =>
  p.state.joint < 0 ? 0 : p.data.second.values[p.state.joint * p.words.bodies.length + body];

/** @param {Stage} p */
const jointAtM = (p, joint) => p.data.joint_m.values.subarray(2 * joint, 2 * joint + 2);

// The named joint whose pin, or which itself, is under the finger; null elsewhere.
/** @param {Stage} p */
export function jointUnder(p, x, y) {
  const place = placer(p);
  let [best, least] = [null, REACH_PX];
  p.words.named.forEach((name, at) => {
    for (const [atX, atY] of pinned(p, place, name, at)) {
      const away = Math.hypot(atX - x, atY - y);
      if (away < least) [best, least] = [name, away];
    }
  });
  return best;
}

// Where a named joint is, and where its pin stands: inside the drawing, however near the station is seen.
/** @param {Stage} p */
function pinned(p, place, name, at) {
  const joint = spot(p, jointCalled(p, name));
  const { values } = p.data.pins_m;
  const [x, y] = place([joint[0] + values[2 * at], joint[1] + values[2 * at + 1]]);
  const inside = (/** @type {number} */ value, /** @type {number} */ end) =>
    Math.min(Math.max(value, 2 * PIN_PX), end - 2 * PIN_PX);
  return [place(joint), [inside(x, p.width), inside(y, p.height - keyed(p, p.width))]];
}

// Where a joint is now: it moves with the part that it is in; the one that is cut stays in the gap.
/** @param {Stage} p */
function spot(p, joint) {
  const at = jointAtM(p, joint);
  if (joint === p.state.joint) return middle(p).map((by, axis) => at[axis] + by);
  const module = p.words.states[joint + 1].cut.split("/")[0];
  const body = p.words.bodies.findIndex(([name]) => name === module);
  return moved(p, partOf(p, body)).map((by, axis) => at[axis] + by);
}

/** @param {Stage} p */
const middle = (p) => [0, 1].map((axis) => (moved(p, 0)[axis] + moved(p, 1)[axis]) / 2);

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const place = placer(p);
  if (p.state.joint >= 0) drawGap(p, c, place);
  drawFaces(p, c, place);
  const among = [];
  if (p.open) drawPins(p, c, place, among);
  drawNames(p, c, place, among);
  if (p.open && p.state.function) drawProviders(p, c, place, among);
  drawKey(p, c);
}

// Colours of all faces in one theme; two for each where a function is chosen.
/** @param {Stage} p */
function painted(p) {
  const of = p.state.function ?? "";
  if (p.own.paint?.theme === p.colours && p.own.paint.of === of) return p.own.paint.colours;
  const chosen = providers(p);
  const { values: kinds } = p.data.kind;
  const { values: lights } = p.data.light;
  const made = new Map();
  const colours = Array.from(kinds, (kind, face) => {
    const [module, role] = p.words.bodies[Math.floor(kind / p.words.mixed.length)];
    const tone = kind % p.words.mixed.length;
    const step = Math.round(SHADES * lights[face]);
    const back = chosen && !chosen.includes(module);
    const name = `${role} ${tone} ${step} ${back}`;
    if (!made.has(name)) {
      const [other, share] = p.words.mixed[tone];
      const full = mixed(p.colour(role), p.colour(other), share, step / SHADES);
      made.set(name, back ? mixed(full, p.colour("sky"), STEPS_BACK) : full);
    }
    return made.get(name);
  });
  p.own.paint = { theme: p.colours, of, colours };
  return colours;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawFaces(p, c, place) {
  const colours = painted(p);
  const { values: points } = p.data.points_m;
  const { values: corner } = p.data.corner;
  const { values: kinds } = p.data.kind;
  const shifts = [moved(p, 0), moved(p, 1)];
  Object.assign(c, { lineWidth: 0.6, lineJoin: "round" });
  colours.forEach((colour, face) => {
    const [byX, byY] = shifts[partOf(p, Math.floor(kinds[face] / p.words.mixed.length))];
    c.beginPath();
    for (let i = 4 * face; i < 4 * face + 4; i += 1) {
      const [x, y] = place([points[2 * corner[i]] + byX, points[2 * corner[i] + 1] + byY]);
      c.lineTo(x, y);
    }
    c.closePath();
    c.fillStyle = c.strokeStyle = colour;
    c.fill();
    c.stroke();
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawGap(p, c, place) {
  const at = jointAtM(p, p.state.joint);
  c.setLineDash([3, 4]);
  const ends = [0, 1].map((part) => place(moved(p, part).map((by, axis) => at[axis] + by)));
  line(c, ends, p.colour("ink"), 1.5);
  c.setLineDash([]);
}

// Each joint with a pin beside the station, to be seen and pressed: its number is that of the choice below.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawPins(p, c, place, among) {
  p.words.named.forEach((name, at) => {
    const [joint, pin] = pinned(p, place, name, at);
    const cut = jointCalled(p, name) === p.state.joint;
    const mark = cut ? [joint, joint] : rimOf(p, name, joint);
    const [near] = mark.toSorted((one, other) => far(one, pin) - far(other, pin));
    for (const [role, more] of /** @type {const} */ ([
      ["sky", 2.5],
      ["ink", 0],
    ])) {
      line(c, [near, pin], p.colour(role), 1.5 + more);
      line(c, mark, p.colour(role), 3.5 + more);
    }
    c.fillStyle = p.colour(cut ? "ink" : "sky");
    dot(c, ...pin, PIN_PX);
    ring(c, ...pin, PIN_PX, p.colour("ink"), 2);
    if (name === p.state.over) ring(c, ...pin, PIN_PX + 4, p.colour("ink"), 1.5);
    label(p, c, String(at + 1), pin[0], pin[1] + 4.5, { weight: 600, role: cut ? "sky" : "ink" });
    among.push({ left: pin[0] - 14, right: pin[0] + 14, top: pin[1] - 14, bottom: pin[1] + 14 });
    if (!at && p.state.joint < 0)
      label(p, c, p.words.heads.hint, pin[0] + 18, pin[1] + 5, {
        weight: 600,
        align: "left",
        rim: "sky",
        among,
      });
  });
}

const far = ([x, y], [atX, atY]) => Math.hypot(x - atX, y - atY);

// The two ends of the mark that lies across a joint, as a saw would.
/** @param {Stage} p */
function rimOf(p, name, [x, y]) {
  const at = jointCalled(p, name);
  const [right, up] = p.data.across_m.values.subarray(2 * at, 2 * at + 2);
  const { scale } = fitted(p, p.width);
  const long = Math.max(0.85 * scale, LEAST_RIM_PX / Math.hypot(right, up));
  return [-1, 1].map((way) => [x + way * long * right, y - way * long * up]);
}

// The two parts by their names; before a cut, the two segments.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c, place, among) {
  const { joint, apart } = p.state;
  const whole = joint < 0;
  if (!whole && apart < 1) return;
  const { values } = whole ? p.data.whole_names_m : p.data.names_m;
  stateNow(p).heads.forEach((words, part) => {
    const from = whole ? 3 * part : 6 * joint + 3 * part;
    if (from >= values.length) return;
    const [x, y] = place([values[from], values[from + 1]]);
    const by = values[from + 2] > 0 ? -8 : 19;
    const look = { size: 15, weight: 700, rim: "sky", among, role: p.words.roles[words] ?? "ink" };
    label(p, c, words, x, Math.max(y + by, 15), look);
  });
}

// What the two colours mean; what is Russian-built bears rings.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawKey(p, c) {
  const left = p.width < KEY.from ? RIM.side + 6 : KEY.left * p.width;
  p.words.key.forEach(([role, words], i) => {
    const y = p.height - KEY.row * (p.words.key.length - i) - 2;
    c.fillStyle = p.colour(role);
    c.fillRect(left, y, KEY.swatch, 12);
    if (role === "russian") {
      const [other, share] = p.words.mixed[1];
      c.fillStyle = mixed(p.colour(role), p.colour(other), share);
      for (const at of [3, 10]) c.fillRect(left + at, y, 3, 12);
    }
    label(p, c, words, left + KEY.swatch + 7, y + 10.5, { size: 12, align: "left", stays: true });
  });
}

// The modules that provide the chosen function, by name where there is room.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawProviders(p, c, place, among) {
  for (const module of providers(p)) {
    const box = boxOf(p, place, module);
    if (box.left < box.right)
      label(p, c, module, (box.left + box.right) / 2, box.top - 5, { size: 12, rim: "sky", among });
  }
}

// What a module takes on the canvas: its left, right and upper edge.
/** @param {Stage} p */
function boxOf(p, place, module) {
  const { values: points } = p.data.points_m;
  const { values: corner } = p.data.corner;
  const box = { left: Infinity, right: -Infinity, top: Infinity };
  p.data.kind.values.forEach((kind, face) => {
    const body = Math.floor(kind / p.words.mixed.length);
    if (p.words.bodies[body][0] !== module) return;
    const [byX, byY] = moved(p, partOf(p, body));
    for (let i = 4 * face; i < 4 * face + 4; i += 1) {
      const [x, y] = place([points[2 * corner[i]] + byX, points[2 * corner[i] + 1] + byY]);
      Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x) });
      box.top = Math.min(box.top, y);
    }
  });
  return box;
}
