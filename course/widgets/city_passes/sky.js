// The chart of the sky: one pass from rise to set, and the station on it.

import { arrow, dot, label, line, ring, station } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { passNow } from "./state.js";

/** @param {Panel} part */
function skyArea(part) {
  const radius = part.width / 2 - 30;
  const [x, y] = [part.width / 2, part.height / 2];
  return {
    x,
    y,
    radius,
    // East is on the left: one looks up.
    place: (azimuth, elevation) => {
      const [turn, far] = [(azimuth * Math.PI) / 180, (radius * (90 - elevation)) / 90];
      return { x: x - far * Math.sin(turn), y: y - far * Math.cos(turn) };
    },
  };
}

// Where the station stands at a part of its pass: between two computed points on the straight line of the chart.
/** @param {Stage} p */
export function skyAt(p, along) {
  const { azimuth_deg: azimuths, elevation_deg: elevations } = passNow(p);
  const at = along * (azimuths.length - 1);
  const low = Math.min(Math.floor(at), azimuths.length - 2);
  const part = at - low;
  const turn = ((azimuths[low + 1] - azimuths[low] + 540) % 360) - 180;
  return {
    azimuth: azimuths[low] + part * turn,
    elevation: elevations[low] + part * (elevations[low + 1] - elevations[low]),
    low,
    part,
  };
}

export function onSky(part, along) {
  const area = skyArea(part);
  const { azimuth_deg: azimuths, elevation_deg: elevations } = passNow(part);
  const { low, part: share } = skyAt(part, along);
  const [one, other] = [low, low + 1].map((i) => area.place(azimuths[i], elevations[i]));
  return { x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y) };
}

export function nearestAlong(part, x, y) {
  let [best, least] = [0, Infinity];
  for (let step = 0; step <= 100; step += 1) {
    const here = onSky(part, step / 100);
    const miss = Math.hypot(here.x - x, here.y - y);
    if (miss < least) [best, least] = [step / 100, miss];
  }
  return best;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawSky(part, c) {
  const area = skyArea(part);
  const one = part.open ? passNow(part) : null;
  c.fillStyle = part.colour("earth");
  c.globalAlpha = 0.55;
  dot(c, area.x, area.y, area.radius);
  if (one?.dark) {
    c.fillStyle = part.colour("night");
    c.globalAlpha = 1;
    dot(c, area.x, area.y, area.radius);
  }
  c.globalAlpha = 1;
  drawRings(part, c, area);
  if (one) drawPass(part, c, area, one);
  else if (part.open) drawNone(part, c, area);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRings(part, c, area) {
  for (const elevation of [0, 30, 60]) {
    ring(
      c,
      area.x,
      area.y,
      (area.radius * (90 - elevation)) / 90,
      part.colour(elevation ? "faint" : "quiet"),
      1,
    );
  }
  c.setLineDash([3, 4]);
  ring(c, area.x, area.y, (area.radius * (90 - part.words.lowest_deg)) / 90, part.colour("quiet"), 0.75);
  c.setLineDash([]);
  part.words.labels.compass.forEach((words, quarter) => {
    const { x, y } = area.place(90 * quarter, -90 * (15 / area.radius));
    label(part, c, words, x, y + 5, { weight: 600 });
  });
  for (const elevation of [part.words.lowest_deg, 30, 60]) {
    const { x, y } = area.place(315, elevation);
    label(part, c, `${elevation}°`, x, y + 4, { role: "quiet", size: 11, rim: "earth" });
  }
}

// The path: strong and solid where it can be seen, dashed where it cannot.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawPass(part, c, area, one) {
  const points = one.azimuth_deg.map((azimuth, i) => {
    const { x, y } = area.place(azimuth, one.elevation_deg[i]);
    return [x, y];
  });
  c.setLineDash([5, 5]);
  line(c, points, part.colour("quiet"), 2);
  c.setLineDash([]);
  let run = [];
  points.forEach((point, i) => {
    if (one.seen[i]) run.push(point);
    if (run.length && (!one.seen[i] || i === points.length - 1)) {
      line(c, run, part.colour("station"), 4.5);
      run = [];
    }
  });
  const [last, before] = [points[points.length - 1], points[points.length - 3]];
  arrow(c, ...before, ...last, part.colour("quiet"), 2);
  for (const [[x, y], words] of [
    [points[0], one.rise],
    [last, one.set],
  ]) {
    const out = Math.hypot(x - area.x, y - area.y) || 1;
    const [left, top] = [x + (16 * (x - area.x)) / out, y + (16 * (y - area.y)) / out + 4];
    label(part, c, words, left, top, { size: 12, rim: "sky" });
  }
  drawHere(part, c, area);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawHere(part, c, area) {
  const { x, y } = onSky(part, part.state.along);
  const { low, part: share, elevation } = skyAt(part, part.state.along);
  const seen = passNow(part).seen[share < 0.5 ? low : low + 1];
  c.fillStyle = part.colour("sky");
  dot(c, x, y, 16);
  ring(c, x, y, 16, part.colour(seen ? "station" : "ink"), seen ? 2.5 : 1.5);
  station(part, c, x, y, 0.7);
  const right = x < area.x;
  const place = {
    weight: 600,
    align: right ? "left" : "right",
    rim: "earth",
    role: seen ? "station" : "ink",
  };
  const words = filled(seen ? part.words.labels.up_seen : part.words.labels.up_unseen, {
    up: elevation.toFixed(0),
  });
  label(part, c, words, right ? x + 22 : x - 22, y + 5, place);
  if (!part.state.moved)
    label(part, c, part.words.kit.drag, right ? x + 22 : x - 22, y + 22, { ...place, role: "ink" });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNone(part, c, area) {
  label(part, c, filled(part.words.labels.none, { lowest: part.words.lowest_deg }), area.x, area.y + 5, {
    weight: 600,
  });
}
