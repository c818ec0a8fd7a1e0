// The station as Python has projected it, and how its parts move away from each other.

import { mixed } from "../kit/js/shade.js";
import { dot, label, line, ring } from "../kit/js/strokes.js";
import { jointCalled, providers, stateNow } from "./state.js";

const RIM = { side: 10, top: 26, bottom: 22 };
const MOST_PX = { wide: 400, narrow: 290 }; // of the height: lamps, sentence and controls are to be seen with it
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
export const sceneHeight = (p, width) => Math.round(fitted(p, width).tall + RIM.top + RIM.bottom);

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

// The named joint under the finger, or null.
/** @param {Stage} p */
export function jointUnder(p, x, y) {
  const place = placer(p);
  let [best, least] = [null, REACH_PX];
  for (const name of p.words.named) {
    const [atX, atY] = place(spot(p, jointCalled(p, name)));
    const away = Math.hypot(atX - x, atY - y);
    if (away < least) [best, least] = [name, away];
  }
  return best;
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
  if (p.open) drawJoints(p, c, place);
  drawNames(p, c, place, among);
  if (p.open && p.state.function) drawProviders(p, c, place, among);
  if (p.open && !p.state.touched && p.words.named.length)
    label(p, c, p.words.heads.hint, 12, p.height - 10, { role: "quiet", align: "left", among });
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

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawJoints(p, c, place) {
  for (const name of p.words.named) {
    const joint = jointCalled(p, name);
    const [x, y] = place(spot(p, joint));
    const cut = joint === p.state.joint;
    const radius = p.width < 620 ? 4 : 5;
    c.fillStyle = p.colour(cut ? "ink" : "sky");
    dot(c, x, y, radius);
    ring(c, x, y, radius, p.colour("ink"), 2);
    if (name === p.state.over) ring(c, x, y, radius + 4, p.colour("ink"), 1.5);
  }
}

// The two parts by their names; before a cut, the two segments.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c, place, among) {
  const { joint, apart } = p.state;
  const { heads } = stateNow(p);
  const whole = joint < 0 || apart < 1 || heads.length < 2;
  const { values } = whole ? p.data.whole_names_m : p.data.names_m;
  const { us, russian } = p.words.labels;
  (whole ? [us, russian] : heads).forEach((words, part) => {
    const from = whole ? 3 * part : 6 * joint + 3 * part;
    if (from >= values.length || (whole && joint >= 0)) return;
    const [x, y] = place([values[from], values[from + 1]]);
    const by = values[from + 2] > 0 ? -7 : 17;
    label(p, c, words, x, Math.max(y + by, 15), { size: 13, weight: 600, rim: "sky", among });
  });
}

// The modules that provide the chosen function, by name where there is room.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawProviders(p, c, place, among) {
  const { values: points } = p.data.points_m;
  const { values: corner } = p.data.corner;
  for (const module of providers(p)) {
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
    if (box.left < box.right)
      label(p, c, module, (box.left + box.right) / 2, box.top - 5, { size: 12, rim: "sky", among });
  }
}
