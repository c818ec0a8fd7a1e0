// The parting from far: both orbits round the Earth, the distances between them drawn too large.

import { arrow, dot, globe, label, line } from "../kit/js/strokes.js";
import { filled, grouped } from "../kit/js/words.js";
import { chosen, placeAt } from "./state.js";

const LEANS = 0.3; // radians by which the reader looks at the orbit from its right and above
const HALF_LAP = 48; // points of half a lap of a line

/** @param {Stage} p */
function orbitView(p) {
  const radius = Math.min(0.32 * p.width, 0.3 * p.height);
  return { x: p.width / 2, y: p.height / 2 - 6, radius };
}

// A place near the orbit: so far round it (laps), and ahead, up and right of there (m), drawn too large.
/**
 * @param {Stage} p
 * @param {any} view
 * @param {number} laps
 * @param {Iterable<number>} place
 * @param {number} larger
 */
function onOrbit(p, view, laps, [ahead, up, right], larger) {
  const angle = 2 * Math.PI * laps + (larger * ahead) / p.words.orbit_m;
  const out = 1 + (larger * up) / p.words.orbit_m;
  const side = (larger * right) / p.words.orbit_m;
  const [x, y] = [out * Math.sin(angle), out * Math.cos(angle)];
  const depth = side * Math.cos(LEANS) - y * Math.sin(LEANS);
  const high = y * Math.cos(LEANS) + side * Math.sin(LEANS);
  const hidden = depth < 0 && Math.hypot(x, high) < p.words.earth;
  return [view.x + view.radius * x, view.y - view.radius * high, hidden];
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawOrbit(p, c) {
  const view = orbitView(p);
  const larger = p.data.larger.values[chosen(p).push];
  globe(p, c, view.x, view.y, view.radius * p.words.earth);
  label(p, c, p.words.kit.earth, view.x, view.y + 5, { role: "quiet" });
  const circle = Array.from({ length: 2 * HALF_LAP + 1 }, (_, i) =>
    onOrbit(p, view, i / HALF_LAP / 2, [0, 0, 0], 1),
  );
  strokeSeen(c, circle, p.colour("faint"), 1.5);
  const now = p.state.time / p.own.lap;
  const parted = p.open && p.state.time > 0;
  if (parted) {
    for (const [part, role] of /** @type {any[][]} */ ([
      [0, "quiet"],
      [1, "speed"],
    ])) {
      const steps = Math.max(Math.ceil(2 * HALF_LAP * now), 2);
      const past = Array.from({ length: steps + 1 }, (_, i) =>
        onOrbit(p, view, (now * i) / steps, placeAt(p, part, (p.state.time * i) / steps), larger),
      );
      strokeSeen(c, past, p.colour(role), part ? 2.5 : 1.5);
    }
  }
  drawStart(p, c, view);
  for (const [part, role] of /** @type {any[][]} */ (
    parted
      ? [
          [0, "ink"],
          [1, "speed"],
        ]
      : [[0, "ink"]]
  )) {
    const [x, y, hidden] = onOrbit(p, view, now, placeAt(p, part, p.state.time), larger);
    c.fillStyle = p.colour(role);
    c.globalAlpha = hidden ? 0.35 : 1;
    dot(c, x, y, part ? 6 : 5);
    c.globalAlpha = 1;
    if (p.open && !p.state.moved && part === (parted ? 1 : 0)) {
      label(p, c, p.words.kit.drag, x + 12, y + 4, { role, weight: 600, align: "left", rim: "sky" });
    }
  }
  if (p.open) {
    const words = p.words.labels.larger.map((each) => filled(each, { times: grouped(larger) }));
    words.forEach((each, i) =>
      label(p, c, each, view.x, p.height - 28 + 17 * i, { role: "quiet", size: 12 }),
    );
  }
}

// Where the push was, and which way they fly.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawStart(p, c, view) {
  const [x, y] = onOrbit(p, view, 0, [0, 0, 0], 1);
  line(
    c,
    [
      [x, y - 9],
      [x, y + 9],
    ],
    p.colour("quiet"),
    1.5,
  );
  label(p, c, p.words.labels.pushed, x, y - 26, { role: "quiet", size: 12, rim: "sky" });
  const [from, to] = [0.1, 0.16].map((laps) =>
    onOrbit(p, view, laps, [0, (26 / view.radius) * p.words.orbit_m, 0], 1),
  );
  arrow(c, from[0], from[1], to[0], to[1], p.colour("quiet"), 1.5);
}

function strokeSeen(c, points, colour, width) {
  let run = [];
  const flush = () => (run.length > 1 && line(c, run, colour, width), (run = []));
  for (const [x, y, hidden] of points) hidden ? flush() : run.push([x, y]);
  flush();
}

/** @param {Stage} p */
export function holdsStation(p, x, y) {
  const view = orbitView(p);
  const now = p.state.time / p.own.lap;
  const larger = p.data.larger.values[chosen(p).push];
  return [0, 1].some((part) => {
    const [left, top] = onOrbit(p, view, now, placeAt(p, part, p.state.time), larger);
    return Math.hypot(x - left, y - top) < 24;
  });
}

// The moment at which the station is in that direction, the nearest to now.
/** @param {Stage} p */
export function timeAt(p, x, y) {
  const view = orbitView(p);
  const laps = Math.atan2(x - view.x, (view.y - y) / Math.cos(LEANS)) / (2 * Math.PI);
  const now = p.state.time / p.own.lap;
  return p.own.lap * (laps + Math.round(now - laps));
}
