// What the Hill-frame pad looks like: where its two drawings stand, and the path that follows from the push.

import { panel } from "../kit/js/panels.js";
import { cross, dot, label, line, ring, station } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { fatePlace, flownPoints, frame, onPath, points, ROOM } from "./frame.js";
import { drawBody, nameAll } from "./names.js";
import { pushed } from "./state.js";

// Where things are -------------------------------------------------------------------------------
export function sizes(width) {
  const wide = width >= 620;
  return wide ? { wide, pad: 256, height: 430 } : { wide, pad: 232, height: 232 + 330 };
}

/** @param {Stage} p */
export function panels(p) {
  const { wide, pad, height } = sizes(p.width);
  const [left, top] = wide ? [pad, 0] : [0, pad];
  return {
    pad: panel(p, "pad", { wide, left: 0, top: 0, width: wide ? pad : p.width, height: wide ? height : pad }),
    path: panel(p, "path", { wide, left, top, width: p.width - left, height: height - top }),
  };
}

// The path, in pixels ----------------------------------------------------------------------------

// The moment of the path that is nearest to the hand; where it crosses itself, the one nearest in time.
/** @param {Stage} p */
export function flyTo(p, part, x, y) {
  const { last, along, up } = points(part);
  const view = frame(part);
  const now = flownPoints(part);
  let [best, least] = [now, Infinity];
  for (let i = 0; i <= last; i += 1) {
    const miss = Math.hypot(x - view.x(along[i]), y - view.y(up[i])) + 0.3 * Math.min(Math.abs(i - now), 60);
    if (miss < least) [best, least] = [i, miss];
  }
  p.own.time.stop();
  p.own.time.move(best / p.words.per_lap);
}

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawPath(part, c) {
  const view = frame(part);
  part.taken = [];
  drawAxes(part, c, view);
  drawNear(part, c, view);
  const moves = part.open && pushed(part);
  if (moves) {
    if (part.state.straight) drawStraight(part, c, view);
    drawTrail(part, c, view);
    drawLaps(part, c, view);
    drawFate(part, c, view);
  }
  station(part, c, view.x(0), view.y(0), 0.6);
  if (part.open) drawBody(part, c);
  if (moves) nameAll(part, c, view);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAxes(part, c, view) {
  const [right, low] = [part.width - ROOM.right, part.height - ROOM.bottom];
  const quiet = { role: "quiet", size: 12 };
  const side = part.state.view === "side";
  c.save();
  c.beginPath();
  c.rect(ROOM.left, ROOM.top, right - ROOM.left, low - ROOM.top);
  c.clip();
  line(
    c,
    [
      [ROOM.left, view.y(0)],
      [right, view.y(0)],
    ],
    part.colour("faint"),
    1.5,
  );
  line(
    c,
    [
      [view.x(0), ROOM.top],
      [view.x(0), low],
    ],
    part.colour("faint"),
    1,
  );
  c.restore();
  line(
    c,
    [
      [ROOM.left, ROOM.top],
      [ROOM.left, low],
      [right, low],
    ],
    part.colour("faint"),
    1,
  );
  for (const [metres, words] of ticks(view.scale, (m) => view.x(m), ROOM.left, right, 84)) {
    line(
      c,
      [
        [view.x(metres), low],
        [view.x(metres), low + 4],
      ],
      part.colour("quiet"),
      1,
    );
    label(part, c, words, view.x(metres), low + 18, quiet);
  }
  for (const [metres, words] of ticks(view.scale * view.stretch, (m) => -view.y(m), -low, -ROOM.top, 34)) {
    line(
      c,
      [
        [ROOM.left - 4, view.y(metres)],
        [ROOM.left, view.y(metres)],
      ],
      part.colour("quiet"),
      1,
    );
    label(part, c, words, ROOM.left - 7, view.y(metres) + 4, { ...quiet, align: "right" });
  }
  label(part, c, part.words.labels.behind, ROOM.left, low + 36, { ...quiet, align: "left" });
  label(part, c, part.words.labels.ahead, right, low + 36, { ...quiet, align: "right" });
  const { labels } = part.words;
  const larger = filled(part.wide ? labels.larger : labels.larger_short, { times: view.stretch });
  const upright = (side ? labels.height : labels.width) + (view.stretch > 1 ? larger : "");
  const among = [];
  label(part, c, upright, part.wide ? ROOM.left : 8, 22, { ...quiet, align: "left", among });
  const onward = { ...quiet, align: "right", among };
  if (!label(part, c, part.wide ? labels.flight : labels.flight_short, right, 22, onward))
    label(part, c, labels.flight_short, right, 22, onward);
}

// Round numbers of metres between two ends in pixels, not nearer to one another than `apart`.
function ticks(scale, at, from, to, apart) {
  const least = apart / scale;
  const size = 10 ** Math.floor(Math.log10(least));
  const step = size * [1, 2, 5, 10].find((each) => each * size >= least);
  const found = [];
  const zero = at(0);
  for (
    let k = Math.ceil((from - zero) / (step * scale));
    k <= Math.floor((to - zero) / (step * scale));
    k += 1
  ) {
    found.push([k * step, tickWords(k * step, step)]);
  }
  return found;
}

function tickWords(metres, step) {
  const sign = metres < 0 ? "−" : "";
  const far = Math.abs(metres);
  if (!far) return "0";
  return step < 500 && far < 1000 ? `${sign}${far} m` : `${sign}${+(far / 1000).toFixed(1)} km`;
}

// The neighbourhood of the other part that must stay free.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNear(part, c, view) {
  const near = part.state.within_m;
  c.beginPath();
  c.ellipse(view.x(0), view.y(0), near * view.scale, near * view.scale * view.stretch, 0, 0, 2 * Math.PI);
  c.fillStyle = part.colour("ghost");
  c.globalAlpha = 0.25;
  c.fill();
  c.globalAlpha = 1;
  c.setLineDash([3, 4]);
  Object.assign(c, { strokeStyle: part.colour("ink"), lineWidth: 1.25 });
  c.stroke();
  c.setLineDash([]);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawStraight(part, c, view) {
  const [along, up] = points(part).straight;
  c.setLineDash([7, 6]);
  line(
    c,
    [
      [view.x(0), view.y(0)],
      [view.x(along), view.y(up)],
    ],
    part.colour("quiet"),
    2,
  );
  c.setLineDash([]);
  c.fillStyle = part.colour("sky");
  dot(c, view.x(along), view.y(up), 6);
  ring(c, view.x(along), view.y(up), 6, part.colour("quiet"), 2);
}

// Faint to the end, strong as far as it has flown. Many laps are drawn with fewer points each.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawTrail(part, c, view) {
  const { last, along, up } = points(part);
  const every = part.state.laps > 6 ? 2 : 1;
  const flown = flownPoints(part);
  const placed = (from, to) => {
    const found = [];
    for (let i = from; i <= to; i += every) found.push([view.x(along[i]), view.y(up[i])]);
    return found;
  };
  const turn = every * Math.floor(flown / every);
  c.globalAlpha = 0.35;
  line(c, placed(turn, last), part.colour("station"), 2);
  c.globalAlpha = 1;
  line(c, [...placed(0, turn), onPath(part, view, flown)], part.colour("station"), 2.5);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLaps(part, c, view) {
  const { along, up } = points(part);
  c.fillStyle = part.colour("laps");
  for (let lap = 1; lap <= part.state.laps; lap += 1) {
    const i = lap * part.words.per_lap;
    dot(c, view.x(along[i]), view.y(up[i]), 4.5);
  }
}

// Where they are nearest from half a lap on: a measured line; if that is too near, a cross where it begins.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawFate(part, c, view) {
  const {
    meets,
    at: [x, y],
  } = fatePlace(part, view);
  if (meets) {
    cross(c, x, y, 7, part.colour("ink"), 3);
    ring(c, x, y, 13, part.colour("ink"), 1.5);
    return;
  }
  c.setLineDash([8, 4, 2, 4]);
  line(
    c,
    [
      [view.x(0), view.y(0)],
      [x, y],
    ],
    part.colour("ink"),
    1.25,
  );
  c.setLineDash([]);
  ring(c, x, y, 5, part.colour("ink"), 1.5);
}
