// The deorbit planner's drawing: the map, the height along the way, and the propellant in ships.

import { drawCrimea, shapeOf } from "../kit/js/countries.js";
import { drawHere, FINE } from "../kit/js/day.js";
import { clipMap, drawGrid, drawLand, drawTrack, MAP_EDGE, mapArea, wrapped } from "../kit/js/map.js";
import { cross, dot, grip, label, line, tint } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { countsUnder, engineNow, isAimed, placeNow, pointsOf, textsNow, wayNow } from "./state.js";

export const PROFILE = { gap: 40, height: 72, foot: 42, left: 46, right: 16 };
const SHIP = { size: 14, step: 18, head: 26 };

// Rows of squares that the most propellant needs.
/** @param {Stage} p @param {number} width */
export const fuelHeight = (p, width) =>
  SHIP.head + SHIP.step * Math.ceil((p.words.most_ships * SHIP.step) / (width - 24)) + 6;

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
  drawAim(p, c, map);
  drawWay(p, c, map);
  c.restore();
  drawHere(p, c, map);
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
  for (const [number] of countsUnder(p, ...pointsOf(p, "pieces"))) {
    if (number < 0) continue;
    const shape = shapeOf(p, map, number);
    tint(c, shape, p.colour("debris"), 0.2);
    Object.assign(c, { strokeStyle: p.colour("quiet"), lineWidth: 1 });
    c.stroke(shape);
  }
}

// Point Nemo, and how far it is from there to the nearest land.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAim(p, c, map) {
  const { values, shape } = p.data.aim_ring_deg;
  const ring = Array.from({ length: shape[0] }, (_, i) => [map.x(values[2 * i]), map.y(values[2 * i + 1])]);
  c.setLineDash([3, 5]);
  line(c, ring, p.colour("quiet"), 1);
  c.setLineDash([]);
  const [x, y] = [map.x(p.words.aim_deg[0]), map.y(p.words.aim_deg[1])];
  cross(c, x, y, 5, p.colour("ink"), 2);
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
  stroke("quiet", 1, 0.3, 0, FINE * p.own.end);
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

// Names at things, each where no other stands.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c, map) {
  const { top: over, bottom: under } = map;
  const among = [
    { left: 0, right: p.width, top: -Infinity, bottom: over },
    { left: 0, right: p.width, top: under, bottom: Infinity },
  ];
  const put = (words, x, y, style, ways) =>
    ways.some(([dx, dy]) => {
      const align = dx < 0 ? "right" : dx ? "left" : "center";
      return label(p, c, words, x + dx, y + dy, { ...style, align, rim: "sky", among });
    });
  const around = [
    [14, 5],
    [-14, 5],
    [0, -16],
    [0, 26],
    [14, 24],
    [-14, 24],
  ];
  const at = (point) => [map.x(wrapped(p.own.path.longitude[point])), map.y(p.own.path.latitude[point])];
  const [left, top] = at(FINE * p.state.minute);
  among.push({ left: left - 17, right: left + 17, top: top - 17, bottom: top + 17 });
  if (p.open && !p.state.moved)
    among.push({ left: left - 60, right: left + 60, top: top - 10, bottom: top + 10 }); // "drag" stands on one side
  const words = { size: 13, weight: 600 };
  if (p.open && p.state.moved)
    put("burn", left, top, words, [
      [22, 5],
      [-22, 5],
      [0, -24],
      [0, 34],
    ]);
  if (p.open && isAimed(p)) {
    const [first, last] = pointsOf(p, "pieces");
    put("pieces", ...at(Math.round((first + last) / 2)), { size: 13, weight: 600, role: "debris" }, around);
    put(
      p.words.labels.entry,
      ...at(pointsOf(p, "entry")[0]),
      { size: 12, weight: 400, role: "fall" },
      around,
    );
  }
  const [x, y] = [map.x(p.words.aim_deg[0]), map.y(p.words.aim_deg[1])];
  put(
    p.width < 620 ? p.words.labels.nemo : p.words.labels.nemo_far,
    x,
    y,
    { size: 12, weight: 400, role: "quiet" },
    around,
  );
}

// The height along the way -----------------------------------------------------------------------
/** @param {Stage} p */
export function profileArea(p) {
  const top = mapArea(p).bottom + MAP_EDGE.bottom + PROFILE.gap;
  const [left, right, bottom] = [PROFILE.left, p.width - PROFILE.right, top + PROFILE.height];
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
  label(p, c, p.words.axes.height, 8, plot.top - 28, { align: "left", weight: 600 });
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
  const every = p.width < 620 ? 10000 : 5000;
  for (let km = 0; km <= 25000; km += every) {
    line(
      c,
      [
        [plot.x(km), plot.bottom],
        [plot.x(km), plot.bottom + 5],
      ],
      p.colour("quiet"),
      1,
    );
    label(p, c, km.toLocaleString("en"), plot.x(km), plot.bottom + 19, { role: "quiet", size: 12 });
  }
  label(p, c, p.words.axes.along, plot.right, plot.bottom + 36, { role: "quiet", size: 12, align: "right" });
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
    c.fillStyle = p.colour("fall");
    dot(c, cut, y, 5);
    label(p, c, p.words.labels.entry_height, cut - 9, y + 16, { role: "fall", size: 12, align: "right" });
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
  const narrow = p.state.pulled ? perigee : p.words.labels.pull;
  const wide = filled(p.state.pulled ? p.words.labels.perigee : p.words.labels.perigee_pull, { perigee });
  const words = p.width < 620 ? narrow : wide;
  label(p, c, words, x, y - 16, { role: "speed", size: 12, weight: 600, rim: "sky" });
}

// Propellant: a square for what one ship brought --------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawShips(p, c) {
  const top = profileArea(p).bottom + PROFILE.foot;
  const [, most] = p.words.progress_kg;
  const words = p.width < 620 ? p.words.labels.ships_short : p.words.labels.ships;
  const fuel = textsNow(p).fuel;
  label(p, c, fuel, 12, top + 14, { role: "fuel", weight: 600, size: 15, align: "left" });
  c.font = p.font(15, 600);
  const left = 12 + c.measureText(fuel).width + 6;
  label(p, c, filled(words, { most }), left, top + 14, { role: "quiet", size: 12, align: "left" });
  const ships = (1000 * engineNow(p, "fuel_t")) / most;
  const row = Math.floor((p.width - 24) / SHIP.step);
  for (let i = 0; i < ships; i += 1) {
    const [x, y] = [12 + SHIP.step * (i % row), top + SHIP.head + SHIP.step * Math.floor(i / row)];
    c.fillStyle = p.colour("fuel");
    c.fillRect(x, y, SHIP.size * Math.min(ships - i, 1), SHIP.size);
    Object.assign(c, { strokeStyle: p.colour("fuel"), lineWidth: 1 });
    c.strokeRect(x + 0.5, y + 0.5, SHIP.size - 1, SHIP.size - 1);
  }
}
