// What the wave looks like: the circle on the globe, its wave on the map, one station on both.

import {
  ballPath,
  dotted,
  onBall,
  onTilted,
  parallel,
  RAD,
  seen,
  sight,
  spun,
  strokeNear,
} from "../kit/js/globe.js";
import { clipMap, drawGrid, drawLand, drawTrack, mapArea, mapHeight, wrapped } from "../kit/js/map.js";
import { panel } from "../kit/js/panels.js";
import { arrow, dot, globe, label, line, ring, station, stationHere, tint } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { placeAt, shiftOf, trackOf, turnsOf } from "./state.js";

const PLANE = { inner: 1.0, outer: 1.24 }; // of the flat circle, in radii of the Earth
const QUARTER = Math.PI / 2;
const STATION_PX = 13;
const ARROW_DEG = { latitude: -38, from: 24, to: 76 }; // which way the Earth turns: seen from, so always in sight

// Side by side where there is room, one below the other on a narrow screen.
export function sizes(width, p) {
  const wide = width >= 620;
  const across = wide ? Math.round(0.655 * width) : width;
  const stretch = 1.3;
  const map = mapHeight({ words: p.words, stretch }, across);
  const ball = wide ? map : Math.round(0.6 * width);
  return { wide, across, stretch, map, ball, height: wide ? map : map + ball };
}

/** @param {Stage} p */
export function panels(p) {
  const { wide, across, stretch, map, ball } = sizes(p.width, p);
  const side = wide ? p.width - across : p.width;
  return {
    globe: panel(p, "globe", { left: 0, top: 0, width: side, height: ball }),
    map: panel(p, "map", {
      left: wide ? side : 0,
      top: wide ? 0 : ball,
      width: across,
      height: map,
      stretch,
    }),
  };
}

// The globe --------------------------------------------------------------------------------------
/** @param {Panel} part */
const ballView = (part) =>
  sight(part.width / 2, part.height / 2, (Math.min(part.width, part.height) / 2 - 8) / 1.26);

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawBall(part, c) {
  const view = ballView(part);
  const fixed = spun(view, shiftOf(part) * turnsOf(part) - part.words.start_deg);
  drawPlane(part, c, view, false);
  globe(part, c, view.x, view.y, view.radius);
  drawLandOn(part, c, fixed);
  Object.assign(c, { strokeStyle: part.colour("quiet"), lineWidth: 1 });
  strokeNear(c, view, parallel(0), 0, 120);
  const [pole, tip] = [seen(view, [0, 0, 1]), seen(view, [0, 0, 1.14])];
  line(
    c,
    [
      [pole.x, pole.y],
      [tip.x, tip.y],
    ],
    part.colour("quiet"),
    1.5,
  );
  if (part.open) {
    Object.assign(c, { strokeStyle: part.colour("station"), lineWidth: 2.5, lineJoin: "round" });
    strokeNear(c, fixed, trackOf(part).ball, 0, Math.round(turnsOf(part) * part.words.samples));
    if (part.state.earth_turns) drawEastward(part, c, view);
  }
  drawPlane(part, c, view, true);
  const here = onGlobe(part, view);
  if (here.hidden) drawBehind(part, c, here);
  else stationHere(part, c, here.x, here.y, STATION_PX);
  if (part.open) nameOrbit(part, c, view);
}

// The station behind the Earth: pale, so that the hand on the map is seen to move it.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBehind(part, c, { x, y }) {
  c.globalAlpha = 0.4;
  c.setLineDash([2, 3]);
  ring(c, x, y, STATION_PX, part.colour("ink"), 1.5);
  c.setLineDash([]);
  station(part, c, x, y, STATION_PX / 23);
  c.globalAlpha = 1;
}

// Beside the outermost point of the near half, on the left.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function nameOrbit(part, c, view) {
  const tilted = part.words.top_deg * RAD;
  const places = Array.from({ length: 120 }, (_, i) =>
    seen(view, onTilted((i / 60) * Math.PI, tilted, part.words.radius)),
  );
  const { x, y } = places.reduce((one, other) => (other.x > one.x ? other : one));
  label(part, c, part.words.labels.orbit, x + 4, y - view.radius * 0.3, { size: 12, weight: 600 });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLandOn(part, c, view) {
  part.own.ball ??= onBall(part.data.land_deg);
  const land = ballPath(view, part.own.ball);
  tint(c, land, part.colour("land-edge"), 0.35);
  Object.assign(c, { strokeStyle: part.colour("land-edge"), lineWidth: 0.75 });
  c.stroke(land);
}

// An arrow on the ball, along a parallel, the way the Earth turns.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawEastward(part, c, view) {
  const { latitude, from, to } = ARROW_DEG;
  const [flat, high] = [Math.cos(latitude * RAD), Math.sin(latitude * RAD)];
  const points = Array.from({ length: 21 }, (_, i) => {
    const east = (from + (i / 20) * (to - from)) * RAD;
    const { x, y } = seen(view, [flat * Math.cos(east), flat * Math.sin(east), high]);
    return [x, y];
  });
  line(c, points.slice(0, -2), part.colour("ink"), 2);
  const [[startX, startY], [tipX, tipY]] = [points.at(-3), points.at(-1)];
  arrow(c, startX, startY, tipX, tipY, part.colour("ink"), 2);
  label(part, c, part.words.labels.eastward, view.x, view.y + view.radius + 18, { size: 12 });
}

// Half of the plane, a ring round the Earth: the far half lies behind the ball, the near half before it.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawPlane(part, c, view, front) {
  const tilted = part.words.top_deg * RAD;
  const middle = Math.atan2(
    dotted(view.near, ...onTilted(QUARTER, tilted)),
    dotted(view.near, ...onTilted(0, tilted)),
  );
  const from = middle + (front ? -QUARTER : QUARTER);
  const arc = (reach) =>
    Array.from({ length: 61 }, (_, i) => {
      const { x, y } = seen(view, onTilted(from + (i / 60) * Math.PI, tilted, reach));
      return [x, y];
    });
  c.beginPath();
  [...arc(PLANE.outer), ...arc(PLANE.inner).reverse()].forEach(([x, y]) => c.lineTo(x, y));
  c.fillStyle = part.colour("ink");
  c.globalAlpha = 0.1;
  c.fill();
  c.globalAlpha = front ? 1 : 0.7;
  line(c, arc(part.words.radius), part.colour("ink"), front ? 2 : 1.25);
  c.globalAlpha = 1;
}

/** @param {Panel} part */
function onGlobe(part, view) {
  const direction = onTilted(2 * Math.PI * turnsOf(part), part.words.top_deg * RAD, part.words.radius);
  const place = seen(view, direction);
  const away = Math.hypot(place.x - view.x, place.y - view.y);
  return { ...place, hidden: place.depth < 0 && away < view.radius };
}

// The map ----------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawWorld(part, c) {
  const map = mapArea(part);
  c.save();
  clipMap(part, c, map);
  drawLand(part, c, map);
  c.restore();
  drawGrid(part, c, map);
  const here = onMap(part);
  if (part.open) {
    drawLaps(part, c, map);
    drawCrossings(part, c, map);
  }
  stationHere(part, c, here.x, here.y, STATION_PX);
  if (!part.open || part.state.minute) return;
  label(part, c, part.words.kit.drag, here.x, here.y + 30, { size: 12, weight: 600, rim: "sky" });
}

// The lap that is flown, paler those before it; with the Earth held still, faintly how it will go on.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLaps(part, c, map) {
  const { samples } = part.words;
  const now = Math.round(turnsOf(part) * samples);
  const begun = samples * Math.floor(turnsOf(part));
  c.save();
  clipMap(part, c, map);
  Object.assign(c, {
    strokeStyle: part.colour("station"),
    lineJoin: "round",
    lineCap: "round",
    lineWidth: 3,
  });
  const stroke = (first, last, alpha) => {
    c.globalAlpha = alpha;
    if (last > first) drawTrack(c, map, trackOf(part), first, last);
  };
  const turning = part.state.earth_turns;
  stroke(0, begun, turning ? 0.45 : 1);
  stroke(begun, now, 1);
  c.setLineDash([1, 7]);
  if (!turning && now && now < samples) stroke(now, samples, 0.5);
  c.restore();
  if (now < samples / 4) return;
  const crest = Math.round(samples / 4);
  const x = map.x(wrapped(trackOf(part).longitude[crest]));
  label(part, c, part.words.labels.ground_track, x, map.y(trackOf(part).latitude[crest]) - 10, {
    size: 12,
    weight: 600,
    role: "station",
    rim: "sky",
  });
}

// Where laps began, and how much further west the newest began.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawCrossings(part, c, map) {
  const begun = Math.floor(turnsOf(part));
  const x = (lap) => map.x(part.words.start_deg - shiftOf(part) * lap);
  const y = map.y(0);
  for (let lap = 0; lap <= begun && lap < part.words.laps; lap += 1) {
    c.fillStyle = part.colour("station");
    dot(c, x(lap), y, 4);
    if (shiftOf(part))
      label(part, c, String(lap + 1), x(lap) - 6, y - 7, {
        weight: 600,
        role: "station",
        align: "right",
        rim: "sky",
      });
  }
  if (!begun || !shiftOf(part)) return;
  const [from, to] = [x(begun - 1), x(begun)];
  arrow(c, from, y + 14, to, y + 14, part.colour("ink"), 2);
  const words = filled(part.words.labels.shift, { west: part.words.shift_deg.toFixed(1) });
  c.font = part.font(13, 600);
  const half = c.measureText(words).width / 2 + 6;
  c.fillStyle = part.colour("sky");
  c.beginPath();
  c.roundRect((from + to) / 2 - half, y + 20, 2 * half, 20, 5);
  c.fill();
  label(part, c, words, (from + to) / 2, y + 34, { weight: 600 });
}

// Whole at the nearer edge, where the station is just leaving the map.
/** @param {Panel} part */
export function onMap(part) {
  const map = mapArea(part);
  const { longitude, latitude } = placeAt(part, turnsOf(part));
  const x = map.x(wrapped(longitude));
  return { x: Math.min(Math.max(x, STATION_PX + 2), part.width - STATION_PX - 2), y: map.y(latitude) };
}
