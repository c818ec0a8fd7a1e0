// The orbits to scale: the Earth, the station and the satellite, with the arrows of speed and gravity.

import { arrow, dot, globe, label, line, ring, station } from "../kit/js/strokes.js";
import { grouped } from "../kit/js/words.js";
import { angleOf, isWide, stationAngle } from "./state.js";

const SPEED_PX = 11; // length of the arrow per km/s
const GRAVITY_PX = 64; // and of gravity as on the ground

/** @param {Stage} p */
export function orbitArea(p) {
  const wide = isWide(p.width);
  const [width, height] = wide ? [0.45 * p.width, p.height] : [p.width, p.height - 260];
  return { x: width / 2, y: height / 2, width, height, room: Math.min(width, height) / 2 - 26, said: [] };
}

/** @param {Stage} p */
export function place(p, stop, from) {
  const view = orbitArea(p);
  const radius = p.data.reach.values[stop] * view.room;
  const angle = angleOf(p, stop, from);
  return { x: view.x + radius * Math.cos(angle), y: view.y - radius * Math.sin(angle), radius, angle };
}

// A point at another height, at the scale that the satellite's height sets.
/** @param {Stage} p */
function reachOf(p, stop) {
  const { stop: chosen } = p.state;
  const { radius_km: radius, reach } = p.data;
  return (reach.values[chosen] * radius.values[stop]) / radius.values[chosen];
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawOrbits(p, c) {
  const view = orbitArea(p);
  const { stop, from } = p.state;
  const own = place(p, stop, from.satellite);
  const earth = (own.radius * p.words.earth_radius_km) / p.data.radius_km.values[stop];
  c.save();
  c.beginPath();
  c.rect(0, 0, view.width, view.height);
  c.clip();
  globe(p, c, view.x, view.y, earth);
  if (earth > 60) label(p, c, p.words.kit.earth, view.x, view.y + 5, { role: "quiet", size: 14 });
  drawMarks(p, c, view, earth);
  if (p.open || stop !== p.own.home) {
    c.setLineDash([2, 5]);
    const out = (r) => [view.x + r * Math.cos(own.angle), view.y - r * Math.sin(own.angle)];
    line(c, [out(earth), out(view.room)], p.colour("quiet"), 1);
    c.setLineDash([]);
    ring(c, view.x, view.y, own.radius, p.colour("ghost"), 2);
    if (p.open) drawFlown(p, c, view, own);
  }
  c.restore();
  drawStationAt(p, c, view, earth);
  if (p.open || stop !== p.own.home) drawSatellite(p, c, view, own);
  drawScale(p, c, view, own.radius / p.data.radius_km.values[stop]);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawMarks(p, c, view, earth) {
  p.words.marks.forEach(([name, at]) => {
    const radius = reachOf(p, at) * view.room;
    const crowded =
      name === "Hubble" || (name !== "ISS" && Math.abs(radius - reachOf(p, p.state.stop) * view.room) < 1);
    if (crowded || radius < earth + 1.5 || radius > view.width / 2) return;
    c.setLineDash(name === "ISS" ? [] : [4, 5]);
    ring(c, view.x, view.y, radius, p.colour("faint"), 1);
    c.setLineDash([]);
    if (name === "ISS" || radius > view.room + 8) return;
    label(p, c, name, view.x, view.y + radius + 4, { role: "quiet", size: 12, rim: "sky" });
  });
}

// Time of a lap and laps a day: how far the satellite comes while the station flies one lap.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawFlown(p, c, view, own) {
  if (p.state.quantity !== "period" && p.state.quantity !== "laps") return;
  const sweep = 2 * Math.PI * (p.data.period_s.values[p.own.home] / p.data.period_s.values[p.state.stop]);
  c.beginPath();
  c.arc(view.x, view.y, own.radius, -own.angle, -own.angle - Math.min(sweep, 2 * Math.PI), true);
  Object.assign(c, { strokeStyle: p.colour(p.state.quantity), lineWidth: 5, lineCap: "round" });
  c.stroke();
  const words = p.words.labels.flown;
  const taken = own.y > view.height - 80 && own.x > 0.4 * view.width;
  const [x, y, align] = taken ? [16, 24, "left"] : [view.width - 8, view.height - 12, "right"];
  label(p, c, words, x, y, { role: p.state.quantity, size: 12, align });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawStationAt(p, c, view, earth) {
  const radius = reachOf(p, p.own.home) * view.room;
  const angle = stationAngle(p);
  const [across, up] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [view.x + radius * across, view.y - radius * up];
  const { quantity } = p.state;
  if (p.open && quantity === "speed") drawSpeed(p, c, x, y, angle, p.own.home);
  if (p.open && quantity === "gravity") drawGravity(p, c, x, y, angle, p.own.home);
  station(p, c, x, y, 0.62, Math.PI / 2 - angle);
  // The word stands on the Earth while that is large, outside when it is small; never on an arrow.
  const side = earth > 70 ? -30 : 24;
  const turn = earth > 70 && quantity === "gravity" ? 30 : 0;
  const [left, top] = [x + side * across + turn * up, y - side * up + turn * across + 4];
  label(p, c, p.words.labels.station, left, top, {
    size: 12,
    align: side > 0 && across > 0.3 ? "left" : "center",
    rim: side > 0 ? "sky" : "",
    among: view.said,
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawSpeed(p, c, x, y, angle, stop) {
  const length = SPEED_PX * p.data.speed.values[stop];
  arrow(c, x, y, x - length * Math.sin(angle), y - length * Math.cos(angle), p.colour("speed"), 3);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawGravity(p, c, x, y, angle, stop) {
  const length = (GRAVITY_PX * p.data.gravity.values[stop]) / 100;
  arrow(c, x, y, x - length * Math.cos(angle), y + length * Math.sin(angle), p.colour("gravity"), 3);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawSatellite(p, c, view, own) {
  const { quantity, stop } = p.state;
  const home = stop === p.own.home && Math.abs(own.angle - stationAngle(p)) < 0.01;
  if (p.open && quantity === "speed") drawSpeed(p, c, own.x, own.y, own.angle, stop);
  if (p.open && quantity === "gravity") drawGravity(p, c, own.x, own.y, own.angle, stop);
  if (!home) {
    c.fillStyle = p.colour("ink");
    dot(c, own.x, own.y, 5);
  }
  ring(c, own.x, own.y, home ? 15 : 11, p.colour("ink"), 1.5);
  const [across, up] = [Math.cos(own.angle), Math.sin(own.angle)];
  const align = across > 0.3 ? "left" : across < -0.3 ? "right" : "center";
  const words = p.words.texts.height[stop] + (p.open && !p.state.moved ? p.words.labels.drag : "");
  c.font = p.font(13, 600);
  const wide = c.measureText(words).width;
  let [x, y] = [own.x + 20 * across, own.y - 24 * up + 5];
  // Where the edge is too near, the words step aside: away from the arrow of the speed.
  if (align === "left" && x + wide > view.width - 8) [x, y] = [view.width - 8 - wide, own.y + 32];
  if (align === "right" && (x - wide < 8 || y > view.height - 44))
    [x, y] = [Math.max(x, 8 + wide), own.y - 22];
  const look = { weight: 600, align, rim: "sky", among: view.said };
  [0, -54, 20].some((aside) => label(p, c, words, x, y + aside, look));
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawScale(p, c, view, scale) {
  const [length] = [20000, 10000, 5000, 2000, 1000].filter((km) => km * scale < 0.3 * view.width);
  const [x, y] = [16, view.height - 16];
  line(
    c,
    [
      [x, y - 4],
      [x, y],
      [x + length * scale, y],
      [x + length * scale, y - 4],
    ],
    p.colour("quiet"),
    1,
  );
  label(p, c, `${grouped(length)} km`, x, y - 8, { role: "quiet", size: 12, align: "left" });
}
