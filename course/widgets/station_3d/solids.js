// Bodies made of flat faces, drawn on the canvas itself: from far to near, shaded, and coloured by owner and tone.
// Places are in metres along three axes: ahead, up and to the right of the flight. A view says what of it is seen:
// ways to the reader's right, up and near, the place in the middle, pixels per metre, width and height.

import { channels } from "../kit/js/shade.js";

export function sightFrom(turn, tilt) {
  const [ct, st, ce, se] = [
    Math.cos(turn * DEG),
    Math.sin(turn * DEG),
    Math.cos(tilt * DEG),
    Math.sin(tilt * DEG),
  ];
  return { right: [ct, 0, -st], up: [-se * st, ce, -se * ct], near: [st * ce, se, ct * ce] };
}

const DEG = Math.PI / 180;
/** @type {(axis: ArrayLike<number>, place: Iterable<number>) => number} */
export const along = (axis, [x, y, z]) => axis[0] * x + axis[1] * y + axis[2] * z;

// Where a place is on the panel.
export function onPanel(view, place) {
  const from = place.map((each, i) => each - view.middle[i]);
  return [
    view.width / 2 + view.scale * along(view.right, from),
    view.height / 2 - view.scale * along(view.up, from),
  ];
}

// A place of the station's own frame, turned as the station is held and moved along.
/**
 * @param {{ turned: ArrayLike<number>, moved: ArrayLike<number> }} group
 * @param {Iterable<number>} place
 */
export function placed({ turned, moved }, [x, y, z]) {
  return [0, 1, 2].map((i) => turned[3 * i] * x + turned[3 * i + 1] * y + turned[3 * i + 2] * z + moved[i]);
}

const SHADES = 40; // steps of light, so that a colour is written once and not for each face
const SEAMS_FROM = 0.8; // pixels per metre: smaller bodies show no seams between their faces

export class Solids {
  // points: x, y, z after one another; corner: four points of each face; kind: of each face, tones * body + tone
  constructor(points, corner, kind, bodies, mixed) {
    this.points = points;
    this.corner = corner;
    this.bodies = bodies;
    this.mixed = mixed;
    this.count = kind.length;
    this.members = {};
    this.tone = kind.map((each) => each % mixed.length);
    this.body = kind.map((each) => Math.floor(each / mixed.length));
    this.normal = normalsOf(points, corner, this.count);
    this.seen = new Float32Array(points.length);
    this.path = new Float32Array(8 * this.count);
    this.depth = new Float32Array(this.count);
    this.colour = new Array(this.count);
  }

  // The faces of a group: { name, holds(body) -> bool, turned, moved }.
  facesOf({ name, holds }) {
    return (this.members[name] ??= Array.from(this.body.keys()).filter((face) => holds(this.body[face])));
  }

  // Colours of all faces in one theme, as [red, green, blue] of 0 to 255.
  paint(p) {
    const shades = new Map();
    this.shades = Array.from(this.body, (body, face) => {
      const role = this.bodies[body][1];
      const name = `${role} ${this.tone[face]}`;
      if (!shades.has(name))
        shades.set(name, { rgb: shadeOf(p, role, this.mixed[this.tone[face]]), lit: [] });
      return shades.get(name);
    });
  }

  draw(c, view, groups, light) {
    const shown = groups.flatMap((group) => this.collect(view, group, light));
    shown.sort((one, other) => this.depth[one] - this.depth[other]);
    Object.assign(c, { lineWidth: 0.6, lineJoin: "round" });
    const { path } = this;
    for (const face of shown) {
      c.beginPath();
      c.moveTo(path[8 * face], path[8 * face + 1]);
      for (let i = 8 * face + 2; i < 8 * face + 8; i += 2) c.lineTo(path[i], path[i + 1]);
      c.closePath();
      c.fillStyle = this.colour[face];
      c.fill();
      if (view.scale < SEAMS_FROM) continue;
      c.strokeStyle = this.colour[face];
      c.stroke();
    }
  }

  // Returns which faces of a group are seen, their corners, depths and colours set.
  collect(view, group, [ambient, direct, ...lamp]) {
    const { seen, points, corner, normal, path, depth } = this;
    const rows = [view.right, view.up, view.near].map((axis) =>
      [0, 1, 2].map(
        (j) => axis[0] * group.turned[j] + axis[1] * group.turned[3 + j] + axis[2] * group.turned[6 + j],
      ),
    );
    const from = group.moved.map((each, i) => each - view.middle[i]);
    const [right, up, near] = rows;
    const [t0, t1, t2] = [view.right, view.up, view.near].map((axis) => along(axis, from));
    const bright = [0, 1, 2].map((j) => lamp[0] * right[j] + lamp[1] * up[j] + lamp[2] * near[j]);
    for (let i = 0; i < points.length; i += 3) {
      const [x, y, z] = [points[i], points[i + 1], points[i + 2]];
      seen[i] = view.width / 2 + view.scale * (right[0] * x + right[1] * y + right[2] * z + t0);
      seen[i + 1] = view.height / 2 - view.scale * (up[0] * x + up[1] * y + up[2] * z + t1);
      seen[i + 2] = near[0] * x + near[1] * y + near[2] * z + t2;
    }
    return this.facesOf(group).filter((face) => {
      const [x, y, z] = [normal[3 * face], normal[3 * face + 1], normal[3 * face + 2]];
      const side = near[0] * x + near[1] * y + near[2] * z > 0 ? 1 : -1;
      if (side < 0 && !this.bodies[this.body[face]][2]) return false;
      depth[face] = 0;
      for (let i = 0; i < 4; i += 1) {
        const at = 3 * corner[4 * face + i];
        path[8 * face + 2 * i] = seen[at];
        path[8 * face + 2 * i + 1] = seen[at + 1];
        depth[face] += seen[at + 2];
      }
      const lit = ambient + direct * Math.max(side * (bright[0] * x + bright[1] * y + bright[2] * z), 0);
      this.colour[face] = litColour(this.shades[face], Math.round(SHADES * lit));
      return true;
    });
  }

  close() {}
}

function litColour({ rgb, lit }, step) {
  return (lit[step] ??=
    `rgb(${rgb.map((each) => Math.min(Math.round((each * step) / SHADES), 255)).join()})`);
}

// The unit vector square to each face, outward.
function normalsOf(points, corner, count) {
  const normals = new Float32Array(3 * count);
  for (let face = 0; face < count; face += 1) {
    const [a, b, d, e] = [0, 1, 2, 3].map((i) =>
      points.subarray(3 * corner[4 * face + i], 3 * corner[4 * face + i] + 3),
    );
    const [u, v] = [[0, 1, 2].map((k) => d[k] - a[k]), [0, 1, 2].map((k) => e[k] - b[k])];
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    normals.set(
      n.map((each) => each / Math.hypot(...n)),
      3 * face,
    );
  }
  return normals;
}

// The colour of a role, mixed with a share of another one.
/** @param {Stage} p */
export function shadeOf(p, role, [other, share]) {
  const [low, high] = [p.colour(role), p.colour(other)].map(channels);
  return low.map((each, i) => each + share * (high[i] - each));
}
