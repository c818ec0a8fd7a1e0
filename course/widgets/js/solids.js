// Bodies made of flat faces, drawn on the canvas itself: from far to near, shaded, and coloured by owner and tone.
// Places are in metres along three axes: ahead, up and to the right of the flight. A view says what of it is seen:
// ways to the reader's right, up and near, the place in the middle, pixels per metre, width and height.

function sightFrom(turn, tilt) {
  const [ct, st, ce, se] = [Math.cos(turn * DEG), Math.sin(turn * DEG), Math.cos(tilt * DEG), Math.sin(tilt * DEG)];
  return { right: [ct, 0, -st], up: [-se * st, ce, -se * ct], near: [st * ce, se, ct * ce] };
}

const DEG = Math.PI / 180;
const along = (axis, [x, y, z]) => axis[0] * x + axis[1] * y + axis[2] * z;

// Where a place is on the panel.
function onPanel(view, place) {
  const from = place.map((each, i) => each - view.middle[i]);
  return [view.width / 2 + view.scale * along(view.right, from), view.height / 2 - view.scale * along(view.up, from)];
}

// A place of the station's own frame, turned as the station is held and moved along.
function placed({ turned, moved }, [x, y, z]) {
  return [0, 1, 2].map((i) => turned[3 * i] * x + turned[3 * i + 1] * y + turned[3 * i + 2] * z + moved[i]);
}

class Solids {
  // points: x, y, z after one another; corner: four points of each face; kind: of each face, tones * body + tone
  constructor(points, corner, kind, bodies, mixed) {
    Object.assign(this, { points, corner, bodies, mixed, count: kind.length });
    this.tone = kind.map((each) => each % mixed.length);
    this.body = kind.map((each) => Math.floor(each / mixed.length));
    this.seen = new Float32Array(points.length);
    this.faces = [];
  }

  // Colours of all faces in one theme: [red, green, blue] of 0 to 255.
  paint(p) {
    const shades = new Map();
    this.shades = Array.from(this.body, (body, face) => {
      const name = `${this.bodies[body][1]} ${this.tone[face]}`;
      if (!shades.has(name)) shades.set(name, shadeOf(p, this.bodies[body][1], this.mixed[this.tone[face]]));
      return shades.get(name);
    });
  }

  // groups: [{ holds(body) -> bool, turned, moved }, ...]
  draw(c, view, groups, light) {
    this.faces.length = 0;
    for (const group of groups) this.collect(view, group, light);
    this.faces.sort((one, other) => one.depth - other.depth);
    Object.assign(c, { lineWidth: 0.6, lineJoin: "round" });
    for (const { path, colour } of this.faces) {
      c.beginPath();
      c.moveTo(path[0], path[1]);
      for (let i = 2; i < 8; i += 2) c.lineTo(path[i], path[i + 1]);
      c.closePath();
      c.fillStyle = c.strokeStyle = colour;
      c.fill();
      c.stroke(); // closes the seams between faces
    }
  }

  collect(view, group, [ambient, direct, ...lamp]) {
    const { seen, points, corner } = this;
    const axes = [view.right, view.up, view.near];
    const [m, t] = [new Float64Array(9), new Float64Array(3)];
    const from = group.moved.map((each, i) => each - view.middle[i]);
    axes.forEach((axis, i) => {
      for (let j = 0; j < 3; j += 1) {
        m[3 * i + j] = axis[0] * group.turned[j] + axis[1] * group.turned[3 + j] + axis[2] * group.turned[6 + j];
      }
      t[i] = along(axis, from);
    });
    for (let i = 0; i < points.length; i += 3) {
      const [x, y, z] = [points[i], points[i + 1], points[i + 2]];
      for (let k = 0; k < 3; k += 1) seen[i + k] = m[3 * k] * x + m[3 * k + 1] * y + m[3 * k + 2] * z + t[k];
    }
    const [left, top] = [view.width / 2, view.height / 2];
    for (let face = 0; face < this.count; face += 1) {
      const body = this.body[face];
      if (!group.holds(body)) continue;
      const at = [0, 1, 2, 3].map((i) => 3 * corner[4 * face + i]);
      const [a, b, d, e] = at;
      const one = [0, 1, 2].map((k) => seen[d + k] - seen[a + k]);
      const two = [0, 1, 2].map((k) => seen[e + k] - seen[b + k]);
      let normal = [
        one[1] * two[2] - one[2] * two[1], one[2] * two[0] - one[0] * two[2], one[0] * two[1] - one[1] * two[0],
      ];
      if (normal[2] <= 0) {
        if (!this.bodies[body][2]) continue;
        normal = normal.map((each) => -each);
      }
      const bright = ambient + (direct * Math.max(along(lamp, normal), 0)) / Math.hypot(...normal);
      const path = at.flatMap((i) => [left + view.scale * seen[i], top - view.scale * seen[i + 1]]);
      const depth = at.reduce((sum, i) => sum + seen[i + 2], 0) / 4;
      const [red, green, blue] = this.shades[face].map((each) => Math.min(Math.round(each * bright), 255));
      this.faces.push({ path, depth, colour: `rgb(${red},${green},${blue})` });
    }
  }

  close() {}
}

// The colour of a role, mixed with a share of another one.
function shadeOf(p, role, [other, share]) {
  const [low, high] = [p.colour(role), p.colour(other)].map(channels);
  return low.map((each, i) => each + share * (high[i] - each));
}

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
