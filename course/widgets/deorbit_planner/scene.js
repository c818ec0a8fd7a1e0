// The deorbit planner's drawing: the map, the height along the way, and the propellant in ships.

import { drawCrimea, shapeOf } from "../kit/js/countries.js";
import { drawHere, FINE } from "../kit/js/day.js";
import { clipMap, drawGrid, drawLand, drawTrack, mapArea, mapHeight, wrapped } from "../kit/js/map.js";
import { cross, dot, line, tint } from "../kit/js/strokes.js";
import { drawNames } from "./names.js";
import { drawProfile, PROFILE } from "./profile.js";
import { drawShips, shipsHeight } from "./ships.js";
import { countsUnder, isAimed, pointsOf } from "./state.js";

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
