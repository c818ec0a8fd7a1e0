// The station flat: from above and from the side, one scale; what is new stands out and is named.

import { ownerFill } from "../kit/js/owners.js";
import { panel } from "../kit/js/panels.js";
import { label, line, TINY_PX } from "../kit/js/strokes.js";

const TITLE_PX = 26; // above each view
export const RIM_PX = 10;
const MOST_PX = 384; // of the views across beside what grew: a window also holds the sentence and the slider

// What all bodies of all days take up in a view, in m; once.
/** @param {Stage} p */
function extentOf(p, view) {
  p.own.extents ??= {};
  if (p.own.extents[view]) return p.own.extents[view];
  const { values } = p.data[`${view}_m`];
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < values.length; i += 2) {
    box.left = Math.min(box.left, values[i]);
    box.right = Math.max(box.right, values[i]);
    box.top = Math.min(box.top, values[i + 1]);
    box.bottom = Math.max(box.bottom, values[i + 1]);
  }
  p.own.extents[view] = { ...box, wide: box.right - box.left, high: box.bottom - box.top };
  return p.own.extents[view];
}

// Side by side with what grew where there is room, above it on a narrow screen.
/** @param {Stage} p */
export function sizes(width, p) {
  const wide = width >= 620;
  const across = wide ? Math.min(Math.round(0.51 * width), MOST_PX) : width;
  const scale = (across - 2 * RIM_PX) / extentOf(p, "above").wide;
  const [above, side] = ["above", "side"].map(
    (view) => TITLE_PX + Math.round(scale * extentOf(p, view).high) + RIM_PX,
  );
  const key = wide ? 48 : width < TINY_PX ? 132 : 72;
  const growth = wide ? above + side : p.open === false ? 0 : 250;
  return { wide, across, scale, above, side, key, growth, height: above + side + key + (wide ? 0 : growth) };
}

/** @param {Stage} p */
export function panels(p) {
  const { wide, across, scale, above, side, key, growth } = sizes(p.width, p);
  return {
    above: panel(p, "above", { left: 0, top: 0, width: across, height: above, scale }),
    side: panel(p, "side", { left: 0, top: above, width: across, height: side, scale }),
    key: panel(p, "key", { left: 0, top: above + side + (wide ? 0 : growth), width: p.width, height: key }),
    growth: panel(p, "growth", {
      left: wide ? across : 0,
      top: wide ? 0 : above + side,
      width: wide ? p.width - across : p.width,
      height: growth,
    }),
  };
}

// A path for each body in a view, in pixels of its panel; made once for each width.
/** @param {Panel} part */
function pathsOf(part, view) {
  if (part.made?.scale === part.scale) return part.made.paths;
  const extent = extentOf(part, view);
  const left = (part.width - part.scale * extent.wide) / 2 - part.scale * extent.left;
  const top = TITLE_PX - part.scale * extent.top;
  const { values } = part.data[`${view}_m`];
  let first = 0;
  const paths = Array.from(part.data[`${view}_ends`].values, (end) => {
    const [path, box] = [
      new Path2D(),
      { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity },
    ];
    for (let i = first; i < end; i += 1) {
      const [x, y] = [left + part.scale * values[2 * i], top + part.scale * values[2 * i + 1]];
      path.lineTo(x, y);
      Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x) });
      Object.assign(box, { top: Math.min(box.top, y), bottom: Math.max(box.bottom, y) });
    }
    path.closePath();
    first = end;
    return { path, ...box };
  });
  part.made = { scale: part.scale, paths };
  return paths;
}

/** @param {Stage} p */
const isThere = (p, at) => p.data.there.values[p.state.stop * p.data.there.shape[1] + at] > 0;
/** @param {Stage} p */
const isNew = (p, at) => p.words.texts[p.state.stop].new.includes(p.words.bodies[at].module);

// What there is that day, the nearest last.
/** @param {Panel} part */
function shownIn(part, view) {
  return Array.from(part.data[`${view}_order`].values).filter((at) => isThere(part, at));
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawView(part, c, view) {
  const paths = pathsOf(part, view);
  const shown = shownIn(part, view);
  label(part, c, part.words.views[view], RIM_PX, 18, { role: "quiet", align: "left", size: 12 });
  for (const at of shown) drawBody(part, c, part.words.bodies[at], paths[at].path);
  if (!part.open) return;
  for (const at of shown.filter((each) => isNew(part, each))) {
    Object.assign(c, { strokeStyle: part.colour("ink"), lineWidth: 2.5, lineJoin: "round" });
    c.stroke(paths[at].path);
  }
  drawNames(part, c, paths, shown);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBody(part, c, { owner, built, flat }, path) {
  c.fillStyle = part.colour("sky"); // what is nearer hides what is farther
  if (!flat) c.fill(path);
  c.globalAlpha = flat ? 0.4 : 1;
  c.fillStyle = ownerFill(part, c, owner, built);
  c.fill(path);
  c.globalAlpha = 1;
  const plain = !flat && typeof ownerFill(part, c, owner, built) === "string"; // its own colour would not part it from others
  Object.assign(c, {
    strokeStyle: part.colour(plain ? "sky" : part.words.roles[owner]),
    lineWidth: 1,
    lineJoin: "round",
  });
  c.stroke(path);
}

// Names of what is new, and of what lies under the pointer.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(part, c, paths, shown) {
  const { over } = part.state;
  const named = new Map();
  for (const at of shown) {
    const { module, flat } = part.words.bodies[at];
    const wanted = over ? module === over : isNew(part, at);
    if (wanted && !flat && !named.has(module)) named.set(module, paths[at]);
  }
  const boxes = [...named].sort(([, one], [, other]) => one.left - other.left);
  const words = boxes.map(([module]) => module).join(", ");
  if (!boxes.length) return;
  const middle =
    (Math.min(...boxes.map(([, box]) => box.left)) + Math.max(...boxes.map(([, box]) => box.right))) / 2;
  const top = Math.min(...boxes.map(([, box]) => box.top));
  const y = top - 8 > TITLE_PX + 14 ? top - 8 : Math.max(...boxes.map(([, box]) => box.bottom)) + 18;
  label(part, c, words, middle, y, { weight: 600, size: 14, rim: "sky" });
}

// The module under the pointer, in one of the views.
/** @param {Stage} p */
export function moduleAt(p, x, y) {
  for (const view of ["above", "side"]) {
    const part = panels(p)[view];
    const [across, down] = [x - part.left, y - part.top];
    if (!part.made || down < 0 || down > part.height || across > part.width) continue;
    const ratio = window.devicePixelRatio || 1;
    const inside = (at) => p.context.isPointInPath(part.made.paths[at].path, across * ratio, down * ratio);
    p.context.save();
    p.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const hit = shownIn(part, view)
      .reverse()
      .find((at) => !p.words.bodies[at].flat && inside(at));
    p.context.restore();
    if (hit !== undefined) return p.words.bodies[hit].module;
  }
  return null;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawScale(part, c) {
  const [right, y] = [part.width - RIM_PX, part.height - 6];
  line(
    c,
    [
      [right - 10 * part.scale, y],
      [right, y],
    ],
    part.colour("ink"),
    2,
  );
  label(part, c, part.words.heads.scale, right - 5 * part.scale, y - 7, { size: 12 });
}
