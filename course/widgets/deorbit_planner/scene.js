// The deorbit planner's drawing: the map, the height along the way, and the propellant in ships.

import { drawCrimea, shapeOf } from "../kit/js/countries.js";
import { drawHere, FINE } from "../kit/js/day.js";
import {
  clipMap,
  drawGrid,
  drawLand,
  drawTrack,
  MAP_EDGE,
  mapArea,
  mapHeight,
  wrapped,
} from "../kit/js/map.js";
import { cross, dot, grip, label, line, tint } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { drawNames, nameDots, ROOMY_PX } from "./names.js";
import { countsUnder, engineNow, isAimed, placeNow, pointsOf, textsNow, wayNow } from "./state.js";

const PROFILE = { gap: 46, height: 72, foot: 28, left: 44, right: 16, share: 0.64 };
const SHIP = { size: 13, step: 17, head: 26 };
const isNarrow = (width) => width < 620;

// Rows of squares that the most propellant needs, where they stand below the height and not beside it.
/** @param {Stage} p @param {number} width */
const shipsHeight = (p, width) =>
  isNarrow(width) ? SHIP.head + SHIP.step * Math.ceil((p.words.most_ships * SHIP.step) / (width - 24)) : 0;

/** @param {Stage} p @param {number} width */
export const planHeight = (p, width) =>
  mapHeight(p, width) + PROFILE.gap + PROFILE.height + PROFILE.foot + shipsHeight(p, width);

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPlan(p, c) {
  const map = mapArea(p);
  c.save();
  clipMap(p, c, map);
  drawLand(p, c, map);
  if (p.open && isAimed(p)) drawUnder(p, c, map);
  drawCrimea(p, c, map);
  c.restore();
  drawGrid(p, c, map);
  c.save();
  clipMap(p, c, map);
  drawRing(p, c, map);
  drawWay(p, c, map);
  c.restore();
  drawHere(p, c, map);
  drawAim(p, c, map);
  drawNames(p, c, map);
  drawProfile(p, c);
  if (p.open) drawShips(p, c);
}

// The map ----------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawUnder(p, c, map) {
  const lands = [...countsUnder(p, ...pointsOf(p, "pieces"))].filter(([number]) => number >= 0);
  lands.sort((one, other) => other[1] - one[1]);
  lands.forEach(([number], at) => tint(c, shapeOf(p, map, number), p.colour("debris"), at ? 0.12 : 0.34));
}

// How far it is from Point Nemo to the nearest land.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawRing(p, c, map) {
  const { values, shape } = p.data.aim_ring_deg;
  const ring = Array.from({ length: shape[0] }, (_, i) => [map.x(values[2 * i]), map.y(values[2 * i + 1])]);
  c.setLineDash([3, 5]);
  line(c, ring, p.colour("quiet"), 1);
  c.setLineDash([]);
}

// Last of all, so that one sees whether the pieces hit it.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAim(p, c, map) {
  const [x, y] = [map.x(p.words.aim_deg[0]), map.y(p.words.aim_deg[1])];
  cross(c, x, y, 6, p.colour("sky"), 5);
  cross(c, x, y, 6, p.colour("ink"), 2);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawWay(p, c, map) {
  const burn = FINE * p.state.minute;
  const stroke = (role, width, alpha, first, last, dashes = []) => {
    Object.assign(c, { strokeStyle: p.colour(role), lineWidth: width, globalAlpha: alpha });
    c.setLineDash(dashes);
    drawTrack(c, map, p.own.path, first, Math.min(last, p.own.path.latitude.length - 1));
    c.setLineDash([]);
    c.globalAlpha = 1;
  };
  Object.assign(c, { lineJoin: "round", lineCap: "butt" });
  stroke("quiet", 1, 0.13, 0, FINE * p.own.end);
  if (!p.open) return;
  if (!isAimed(p)) {
    stroke("fall", 2, 1, burn, burn + FINE * 180, [3, 5]);
    return;
  }
  const [entry] = pointsOf(p, "entry");
  const [narrow, wide] = [pointsOf(p, "pieces"), pointsOf(p, "wide")];
  const thick = p.width < 620 ? 6 : 8;
  stroke("fall", 2.5, 1, burn, entry);
  stroke("debris", 1.5, 1, entry, wide[0], [2, 4]);
  stroke("debris", thick, 0.35, ...wide);
  stroke("debris", thick, 1, ...narrow);
  const [x, y] = [map.x(wrapped(p.own.path.longitude[entry])), map.y(p.own.path.latitude[entry])];
  c.fillStyle = p.colour("fall");
  dot(c, x, y, 5);
}

// The height along the way -----------------------------------------------------------------------
/** @param {Stage} p */
export function profileArea(p) {
  const top = mapArea(p).bottom + MAP_EDGE.bottom + PROFILE.gap;
  const wide = isNarrow(p.width) ? p.width - PROFILE.right : PROFILE.share * p.width;
  const [left, right, bottom] = [PROFILE.left, wide, top + PROFILE.height];
  const [[near, far], [low, high]] = [p.words.profile_km, p.words.shown_km];
  return {
    left,
    right,
    top,
    bottom,
    x: (km) => left + ((km - near) / (far - near)) * (right - left),
    y: (km) => bottom - ((km - low) / (high - low)) * PROFILE.height,
    height: (y) => low + ((bottom - y) / PROFILE.height) * (high - low),
  };
}

/** @param {Stage} p */
export const perigeeAt = (p, plot) => [
  plot.x(p.words.half_lap_km),
  plot.y(p.words.perigees[p.state.perigee_km]),
];

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawProfile(p, c) {
  const plot = profileArea(p);
  label(p, c, p.words.labels.along, 12, plot.top - 30, { role: "quiet", size: 12, align: "left" });
  for (const tick of [0, 200, 400]) {
    line(
      c,
      [
        [plot.left, plot.y(tick)],
        [plot.right, plot.y(tick)],
      ],
      p.colour(tick ? "faint" : "quiet"),
      tick ? 0.5 : 1.5,
    );
    label(p, c, String(tick), plot.left - 8, plot.y(tick) + 4, { role: "quiet", size: 12, align: "right" });
  }
  for (let km = 0; km <= 20000; km += 5000) {
    line(
      c,
      [
        [plot.x(km), plot.bottom],
        [plot.x(km), plot.bottom + 5],
      ],
      p.colour("quiet"),
      1,
    );
    if (km % 10000 === 0)
      label(p, c, km.toLocaleString("en"), plot.x(km), plot.bottom + 19, { role: "quiet", size: 12 });
  }
  if (!p.open) return;
  drawCoast(p, c, plot);
  drawPull(p, c, plot);
}

/** @param {Stage} p */
function coastPoints(p, plot) {
  const along = p.data.along_km.values;
  const heights = p.data.height_km.values.subarray(
    placeNow(p) * along.length,
    (placeNow(p) + 1) * along.length,
  );
  return Array.from(along, (km, i) => [plot.x(km), plot.y(heights[i])]);
}

// The ellipse, as if without air, and the fan in which the pieces come down.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCoast(p, c, plot) {
  const points = coastPoints(p, plot);
  const { entry, pieces, wide } = wayNow(p);
  const aimed = isAimed(p);
  const cut = aimed ? plot.x(entry[0]) : Infinity;
  const part = (left, right, dashes, width) => {
    c.save();
    c.beginPath();
    c.rect(left, plot.top - 10, right - left, PROFILE.height + 20);
    c.clip();
    c.setLineDash(dashes);
    line(c, points, p.colour("fall"), width);
    c.restore();
  };
  if (aimed) {
    const mouth = points.findIndex(([x]) => x > cut);
    const share = (cut - points[mouth - 1][0]) / (points[mouth][0] - points[mouth - 1][0]);
    const y = points[mouth - 1][1] + share * (points[mouth][1] - points[mouth - 1][1]);
    for (const [ends, alpha] of /** @type {any[][]} */ ([
      [wide, 0.15],
      [pieces, 0.35],
    ])) {
      c.beginPath();
      c.moveTo(cut, y);
      for (const km of ends) c.lineTo(Math.min(plot.x(km), plot.right), plot.bottom);
      c.closePath();
      c.fillStyle = p.colour("debris");
      c.globalAlpha = alpha;
      c.fill();
      c.globalAlpha = 1;
    }
    const [left, right] = pieces.map((km) => plot.x(km));
    line(
      c,
      [
        [left, plot.bottom],
        [right, plot.bottom],
      ],
      p.colour("debris"),
      4,
    );
    part(cut, plot.right, [1, 5], 1.5);
    nameDots(p, c, plot, points);
    c.fillStyle = p.colour("fall");
    dot(c, cut, y, 5);
    label(p, c, p.words.labels.entry, cut + 4, y - 10, { role: "fall", size: 12, align: "left" });
  }
  part(plot.left, Math.min(cut, plot.right), [], 2.5);
  c.fillStyle = p.colour("ink");
  dot(c, ...points[0], 4);
  label(p, c, filled(p.words.labels.burn, textsNow(p)), points[0][0] + 10, points[0][1] - 9, {
    role: "speed",
    size: 13,
    weight: 600,
    align: "left",
    rim: "sky",
  });
}

// The perigee, to be pulled up and down.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawPull(p, c, plot) {
  const [x, y] = perigeeAt(p, plot);
  grip(p, c, x, y, "speed");
  const { perigee } = textsNow(p);
  const narrow = p.state.pulled ? perigee : p.words.labels.drag;
  const wide = filled(p.state.pulled ? p.words.labels.perigee : p.words.labels.perigee_drag, { perigee });
  const style = { role: "speed", size: 12, weight: 600, rim: "sky" };
  label(p, c, p.width < ROOMY_PX ? narrow : wide, x, y - 16, style);
}

// Propellant: a square for what one ship brought --------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawShips(p, c) {
  const plot = profileArea(p);
  const narrow = isNarrow(p.width);
  const left = narrow ? 12 : plot.right + 44;
  const top = narrow ? plot.bottom + PROFILE.foot : plot.top - 44;
  const { fuel } = textsNow(p);
  label(p, c, fuel, left, top + 14, { role: "fuel", weight: 600, size: 15, align: "left" });
  c.font = p.font(15, 600);
  const on = left + c.measureText(fuel).width + 5;
  const { propellant, square, square_short } = p.words.labels;
  const [, most] = p.words.progress_kg;
  const quiet = { role: "quiet", size: 12, align: "left" };
  const both = `${propellant}; ${filled(square_short, { most })}`;
  c.font = p.font(12);
  const apart = !narrow || on + c.measureText(both).width > p.width - 6;
  label(p, c, apart ? propellant : both, on, top + 14, quiet);
  const ships = (1000 * engineNow(p, "fuel_t")) / most;
  const row = Math.floor((p.width - 12 - left) / SHIP.step);
  for (let i = 0; i < ships; i += 1) {
    const [x, y] = [left + SHIP.step * (i % row), top + SHIP.head + SHIP.step * Math.floor(i / row)];
    c.fillStyle = p.colour("fuel");
    c.fillRect(x, y, SHIP.size * Math.min(ships - i, 1), SHIP.size);
    Object.assign(c, { strokeStyle: p.colour("fuel"), lineWidth: 1 });
    c.strokeRect(x + 0.5, y + 0.5, SHIP.size - 1, SHIP.size - 1);
  }
  const foot = top + SHIP.head + SHIP.step * Math.ceil(ships / row) + 14;
  const foot_words = p.width < ROOMY_PX ? square_short : square;
  if (apart) label(p, c, filled(foot_words, { most }), left, foot, quiet);
}
