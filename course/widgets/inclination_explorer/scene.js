// What the inclination explorer looks like: globe and map with one satellite.

import {
  ballPath,
  dotted,
  onBall,
  onTilted,
  parallel,
  seen,
  sight,
  spun,
  strokeNear,
} from "../kit/js/globe.js";
import { boxOf, hatch } from "../kit/js/hatch.js";
import {
  clipMap,
  drawGrid,
  drawLand,
  drawTrack,
  mapArea,
  mapHeight,
  outlinePath,
  wrapped,
} from "../kit/js/map.js";
import { panel } from "../kit/js/panels.js";
import { arrow, dot, globe, label, line, ring, station } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { HEAD_PX, ROW_PX, ROWS_WIDE } from "./bars.js";
import { here } from "./state.js";

export const PLANE = { inner: 1.0, outer: 1.3 }; // the orbit's plane, in radii of the Earth
export const QUARTER = Math.PI / 2;

// Side by side where there is room, one below the other on a narrow screen.
/** @param {Stage} p */
export function sizes(width, p) {
  const wide = width >= 620;
  const across = wide ? Math.round(0.655 * width) : width;
  const stretch = wide ? 1.05 : 1.3;
  const map = mapHeight({ words: p.words, stretch }, across);
  const ball = wide ? map : Math.round(0.72 * width);
  const bars = p.open === false && !wide ? 0 : HEAD_PX + (wide ? ROWS_WIDE : p.words.most_rows) * ROW_PX + 14;
  return { wide, across, stretch, map, ball, bars, height: (wide ? map : map + ball) + bars };
}

/** @param {Stage} p */
export function panels(p) {
  const size = sizes(p.width, p);
  const { wide, across, stretch, map, ball } = size;
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
    bars: panel(p, "bars", {
      left: 0,
      top: size.height - size.bars,
      width: p.width,
      height: size.bars,
      wide,
    }),
  };
}

// The globe --------------------------------------------------------------------------------------
/** @param {Panel} part */
export const ballView = (part) =>
  sight(part.width / 2, part.height / 2 + 4, (Math.min(part.width, part.height) / 2 - 12) / 1.33);

// How far the Earth has turned since the start, and the direction of longitude 0 at the start.
/** @param {Panel} part */
export const earthAngle = (part) => part.own.track.shift * part.state.turns - part.words.start_deg;

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawBall(part, c) {
  const view = ballView(part);
  const fixed = spun(view, earthAngle(part));
  drawPlane(part, c, view, false);
  globe(part, c, view.x, view.y, view.radius);
  drawLandOn(part, c, fixed);
  drawParallels(part, c, view);
  if (part.open) {
    const flown = Math.round(part.state.turns * part.words.samples);
    Object.assign(c, {
      strokeStyle: part.colour("station"),
      lineWidth: 1.25,
      lineJoin: "round",
      globalAlpha: 0.55,
    });
    strokeNear(c, fixed, part.own.track.ball, flown, part.state.laps * part.words.samples);
    Object.assign(c, { lineWidth: 2, globalAlpha: 1 });
    strokeNear(c, fixed, part.own.track.ball, 0, flown);
  }
  drawPlane(part, c, view, true);
  drawAngle(part, c, view);
  const here = onGlobe(part, view);
  if (!here.hidden) drawHere(part, c, here);
  if (part.open) drawLever(part, c, view);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLandOn(part, c, view) {
  part.balls ??= {
    land: onBall(part.data.land_deg),
    un: onBall(part.data.russia_deg),
    more: onBall(part.data.crimea_deg),
  };
  const land = ballPath(view, part.balls.land);
  c.fillStyle = part.colour("earth-edge");
  c.globalAlpha = 0.35;
  c.fill(land, "evenodd");
  c.globalAlpha = 1;
  Object.assign(c, { strokeStyle: part.colour("earth-edge"), lineWidth: 0.75 });
  c.stroke(land);
  c.fillStyle = part.colour("russian");
  c.globalAlpha = 0.3;
  c.fill(ballPath(view, part.balls.un), "evenodd");
  if (part.state.borders !== "un") c.fill(ballPath(view, part.balls.more), "evenodd");
  c.globalAlpha = 1;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawParallels(part, c, view) {
  const top = valueAt(part, "top_deg");
  Object.assign(c, { strokeStyle: part.colour("quiet"), lineWidth: 1 });
  strokeNear(c, view, parallel(0), 0, 120);
  c.setLineDash([3, 5]);
  if (part.open) for (const latitude of [top, -top]) strokeNear(c, view, parallel(latitude), 0, 120);
  c.setLineDash([]);
  const [pole, tip] = [seen(view, [0, 0, 1]), seen(view, [0, 0, 1.16])];
  line(
    c,
    [
      [pole.x, pole.y],
      [tip.x, tip.y],
    ],
    part.colour("quiet"),
    1.5,
  );
}

// Half of the plane, a ring round the Earth: the far half lies behind the ball, the near half before it.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawPlane(part, c, view, front) {
  const { tilted } = part.own.track;
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
  c.globalAlpha = 0.12;
  c.fill();
  c.globalAlpha = front ? 1 : 0.7;
  line(c, arc(part.words.radius), part.colour("ink"), front ? 2 : 1.25);
  c.globalAlpha = 1;
}

// The tilt itself: from the equator up to the plane.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAngle(part, c, view) {
  const { tilted } = part.own.track;
  const reach = 1.18;
  const arc = Array.from({ length: 41 }, (_, i) => {
    const { x, y } = seen(view, onTilted(QUARTER, (i / 40) * tilted, reach));
    return [x, y];
  });
  const [inner, outer] = [1, PLANE.outer].map((far) => seen(view, [0, far, 0]));
  line(
    c,
    [
      [inner.x, inner.y],
      [outer.x, outer.y],
    ],
    part.colour("quiet"),
    1,
  );
  line(c, arc, part.colour("ink"), 1.5);
}

/** @param {Panel} part */
export const lever = (part, view) => seen(view, onTilted(QUARTER, part.own.track.tilted, PLANE.outer));

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLever(part, c, view) {
  const { x, y } = lever(part, view);
  c.fillStyle = part.colour("sky");
  dot(c, x, y, 11);
  c.fillStyle = part.colour("ink");
  c.globalAlpha = 0.25;
  dot(c, x, y, 11);
  c.globalAlpha = 1;
  ring(c, x, y, 11, part.colour("ink"), 2);
  const words = part.words.texts.slider[part.state.stop];
  c.font = part.font(13, 600);
  const wide = c.measureText(words).width;
  const [right, room] = [x > part.width / 2, x - 16 - wide > 6];
  const beside = right ? x + 16 + wide < part.width - 6 : room; // else above it
  const [align, aside] = beside ? (right ? ["left", 16] : ["right", -16]) : ["center", 0];
  const say = (text, down) => label(part, c, text, x + aside, y + down, { weight: 600, align, rim: "sky" });
  say(words, beside ? -12 : -20);
  if (!part.state.tilted) say("drag", beside ? 5 : 27);
}

/** @param {Panel} part */
export function onGlobe(part, view) {
  const place = seen(
    view,
    onTilted(2 * Math.PI * part.state.turns, part.own.track.tilted, part.words.radius),
  );
  return {
    ...place,
    hidden: place.depth < 0 && Math.hypot(place.x - view.x, place.y - view.y) < view.radius,
  };
}

// The map ----------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawWorld(part, c) {
  const map = mapArea(part);
  const top = valueAt(part, "top_deg");
  c.save();
  clipMap(part, c, map);
  drawLand(part, c, map);
  drawRussia(part, c, map, part.open ? top : -90);
  c.restore();
  drawGrid(part, c, map);
  if (!part.open) return drawHere(part, c, onMap(part));
  drawReach(part, c, map, top);
  c.save();
  clipMap(part, c, map);
  drawLaps(part, c, map);
  c.restore();
  drawShift(part, c, map);
  const here = onMap(part);
  for (const x of [here.x - part.width, here.x, here.x + part.width]) drawHere(part, c, { x, y: here.y });
}

// Russia, faintly; strongly where the track comes.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRussia(part, c, map, top) {
  const { borders } = part.state;
  if (part.shape?.width !== part.width) {
    const [russia, crimea] = ["russia_deg", "crimea_deg"].map((name) => outlinePath(part.data[name], map));
    part.shape = { width: part.width, russia, crimea };
  }
  const fill = (alpha) => {
    c.globalAlpha = alpha;
    c.fillStyle = part.colour("russian");
    c.fill(part.shape.russia, "evenodd");
    if (borders !== "un") c.fill(part.shape.crimea, "evenodd");
    c.globalAlpha = 1;
  };
  fill(0.25);
  c.save();
  c.beginPath();
  c.rect(0, map.y(top), part.width, map.bottom);
  c.clip();
  fill(0.55);
  c.restore();
  if (borders !== "un") return; // Crimea is Ukraine's, and occupied
  hatch(part, c, part.shape.crimea, boxOf(part.data.crimea_deg.values, map), 3);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawReach(part, c, map, top) {
  c.setLineDash([3, 5]);
  for (const latitude of [top, -top]) {
    line(
      c,
      [
        [0, map.y(latitude)],
        [part.width, map.y(latitude)],
      ],
      part.colour("ink"),
      1,
    );
  }
  c.setLineDash([]);
  if (top < 3) return;
  const words = (side) => `${top.toFixed(1)}° ${side}`;
  const place = { size: 12, align: "left", rim: "sky" };
  label(part, c, words("N"), 8, Math.max(map.y(top) - 5, map.top + 12), place);
  label(part, c, words("S"), 8, Math.min(map.y(-top) + 15, map.bottom - 6), place);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLaps(part, c, map) {
  const { laps, turns } = part.state;
  const { samples } = part.words;
  const flown = Math.round(turns * samples);
  Object.assign(c, { strokeStyle: part.colour("station"), lineJoin: "round", lineCap: "round" });
  Object.assign(c, { lineWidth: 1.5, globalAlpha: 0.8 });
  c.setLineDash([1.5, 5]);
  drawTrack(c, map, part.own.track, flown, laps * samples);
  c.setLineDash([]);
  Object.assign(c, { lineWidth: 2.5, globalAlpha: 1 });
  drawTrack(c, map, part.own.track, 0, flown);
}

// How much further west the second lap begins.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawShift(part, c, map) {
  const { shift } = part.own.track;
  if (!shift || part.state.laps < 2) return;
  const y = map.y(0) + 20;
  const [start, tip] = [0, shift].map((west) => map.x(part.words.start_deg - west));
  arrow(c, start, y, tip, y, part.colour("ink"), 2);
  label(part, c, filled(part.words.labels.shift, { west: shift.toFixed(1) }), (start + tip) / 2, y + 18, {
    size: 12,
    weight: 600,
    rim: "sky",
  });
}

export function onMap(part) {
  const map = mapArea(part);
  const { longitude, latitude } = here(part);
  return { x: map.x(wrapped(longitude)), y: map.y(latitude) };
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawHere(part, c, { x, y }) {
  if (x < -20 || x > part.width + 20) return;
  c.fillStyle = part.colour("sky");
  c.globalAlpha = 0.85;
  dot(c, x, y, 13);
  c.globalAlpha = 1;
  ring(c, x, y, 13, part.colour("ink"), 1.5);
  station(part, c, x, y, 0.55);
}
