// The Earth as a ball, seen from far away (orthographic). Directions are unit vectors: x towards the first northward
// crossing of the equator, z towards the north pole. The orbit's plane stays where it is; the Earth turns below it.

const SEEN_FROM = { azimuth: (50 * Math.PI) / 180, elevation: (18 * Math.PI) / 180 };
export const RAD = Math.PI / 180;

// The axes of the drawing: to the right, up, and towards the reader.
export function sight(x, y, radius, { azimuth, elevation } = SEEN_FROM) {
  const [ca, sa, ce, se] = [Math.cos(azimuth), Math.sin(azimuth), Math.cos(elevation), Math.sin(elevation)];
  return { x, y, radius, right: [-sa, ca, 0], up: [-se * ca, -se * sa, ce], near: [ce * ca, ce * sa, se] };
}

// The same axes for things that turn with the Earth, which has turned eastward by so many degrees.
export function spun(view, degrees) {
  const [cos, sin] = [Math.cos(degrees * RAD), Math.sin(degrees * RAD)];
  const turned = ([x, y, z]) => [x * cos + y * sin, y * cos - x * sin, z];
  return { ...view, right: turned(view.right), up: turned(view.up), near: turned(view.near) };
}

export const dotted = (axis, x, y, z) => axis[0] * x + axis[1] * y + axis[2] * z;

/**
 * @param {any} view
 * @param {Iterable<number>} direction
 */
export function seen(view, [x, y, z]) {
  return {
    x: view.x + view.radius * dotted(view.right, x, y, z),
    y: view.y - view.radius * dotted(view.up, x, y, z),
    depth: dotted(view.near, x, y, z),
  };
}

// A direction on a circle round the Earth's centre that is tilted against the equator.
export function onTilted(argument, tilt, reach = 1) {
  const [cos, sin] = [Math.cos(argument), Math.sin(argument)];
  return [reach * cos, reach * sin * Math.cos(tilt), reach * sin * Math.sin(tilt)];
}

// Rings of longitude and latitude, nan after each, as unit vectors; made once.
export function onBall({ values, shape }) {
  const at = new Float32Array(3 * shape[0]);
  const rings = [];
  let first = 0;
  for (let i = 0; i < shape[0]; i += 1) {
    const [longitude, latitude] = [values[2 * i] * RAD, values[2 * i + 1] * RAD];
    if (Number.isNaN(longitude)) {
      rings.push([first, i]);
      first = i + 1;
    } else {
      const flat = Math.cos(latitude);
      at.set([flat * Math.cos(longitude), flat * Math.sin(longitude), Math.sin(latitude)], 3 * i);
    }
  }
  return { at, rings };
}

// The outlines as they are seen. What lies on the far side is drawn along the rim, so that land is cut off there.
export function ballPath(view, { at, rings }) {
  const path = new Path2D();
  const { right, up, near, radius } = view;
  for (const [first, last] of rings) {
    if (!anyNear(near, at, first, last)) continue;
    let [before, behind] = [null, false];
    for (let i = 3 * first; i < 3 * last; i += 3) {
      let across = right[0] * at[i] + right[1] * at[i + 1] + right[2] * at[i + 2];
      let high = up[0] * at[i] + up[1] * at[i + 1] + up[2] * at[i + 2];
      const far = near[0] * at[i] + near[1] * at[i + 1] + near[2] * at[i + 2] < 0;
      if (far) {
        const out = Math.hypot(across, high) || 1;
        [across, high] = [across / out, high / out];
      }
      const [x, y] = [view.x + radius * across, view.y - radius * high];
      if (!before) path.moveTo(x, y);
      else if (far && behind) alongRim(path, view, before, x, y);
      else path.lineTo(x, y);
      [before, behind] = [[x, y], far];
    }
    path.closePath();
  }
  return path;
}

function anyNear(near, at, first, last) {
  for (let i = 3 * first; i < 3 * last; i += 3) {
    if (near[0] * at[i] + near[1] * at[i + 1] + near[2] * at[i + 2] >= 0) return true;
  }
  return false;
}

function alongRim(path, view, [fromX, fromY], x, y) {
  const start = Math.atan2(fromY - view.y, fromX - view.x);
  const end = Math.atan2(y - view.y, x - view.x);
  const sweep = end - start - 2 * Math.PI * Math.round((end - start) / (2 * Math.PI));
  if (Math.abs(sweep) < 0.05) path.lineTo(x, y);
  else path.arc(view.x, view.y, view.radius, start, end, sweep < 0);
}

// The near side of a line on the ball: runs of points given as unit vectors one after the other.
export function strokeNear(c, view, at, first, last) {
  const { right, up, near, radius } = view;
  let pen = false;
  c.beginPath();
  for (let i = 3 * first; i <= 3 * last; i += 3) {
    const [x, y, z] = [at[i], at[i + 1], at[i + 2]];
    if (near[0] * x + near[1] * y + near[2] * z < 0) pen = false;
    else {
      const across = view.x + radius * (right[0] * x + right[1] * y + right[2] * z);
      const down = view.y - radius * (up[0] * x + up[1] * y + up[2] * z);
      c[pen ? "lineTo" : "moveTo"](across, down);
      pen = true;
    }
  }
  c.stroke();
}

export function parallel(latitude) {
  const [flat, high] = [Math.cos(latitude * RAD), Math.sin(latitude * RAD)];
  const at = new Float32Array(3 * 121);
  for (let i = 0; i <= 120; i += 1)
    at.set([flat * Math.cos(3 * i * RAD), flat * Math.sin(3 * i * RAD), high], 3 * i);
  return at;
}
