// The altitude explorer's drawing: the orbits to scale on the left, the curve on the right or below.

import { nearest } from "../kit/js/stops.js";
import { arrow, dot, globe, label, line, ring, station, TINY_PX } from "../kit/js/strokes.js";
import { angleOf, isWide, stationAngle } from "./state.js";

const SPEED_PX = 11; // length of the arrow per km/s
const GRAVITY_PX = 64; // and of gravity as on the ground

// The orbits, to scale ---------------------------------------------------------------------------
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
  label(p, c, "station", left, top, {
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
  label(p, c, `${length.toLocaleString("en")} km`, x, y - 8, { role: "quiet", size: 12, align: "left" });
}

// The curve --------------------------------------------------------------------------------------
/** @param {Stage} p */
export function plotArea(p) {
  const wide = isWide(p.width);
  const left = wide ? 0.45 * p.width + 56 : 48;
  const right = p.width - (wide ? 44 : 26);
  const [top, bottom] = [wide ? 62 : p.height - 206, p.height - 52];
  const shown = p.words.quantities.find(({ key }) => key === p.state.quantity);
  const end = shown.ticks[shown.ticks.length - 1];
  return {
    left,
    right,
    top,
    bottom,
    shown,
    x: (stop) => left + p.data.place.values[stop] * (right - left),
    y: (value) => bottom - (value / end) * (bottom - top),
  };
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawCurve(p, c) {
  const plot = plotArea(p);
  if (!p.open && isWide(p.width)) return;
  drawAxes(p, c, plot);
  drawKnown(p, c, plot);
  if (!p.open) return;
  const { quantity } = p.state;
  const values = p.data[quantity].values;
  line(
    c,
    Array.from(values, (value, i) => [plot.x(i), plot.y(value)]),
    p.colour(quantity),
    3,
  );
  drawCursor(p, c, plot, values);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCursor(p, c, plot, values) {
  const { quantity, stop } = p.state;
  const [x, y] = [plot.x(stop), plot.y(values[stop])];
  c.setLineDash([2, 4]);
  line(
    c,
    [
      [x, y + 12],
      [x, plot.bottom],
    ],
    p.colour("quiet"),
    1,
  );
  c.setLineDash([]);
  c.fillStyle = p.colour(quantity);
  dot(c, x, y, 6);
  ring(c, x, y, 11, p.colour(quantity), 1.5);
  // The number stands where the curve is not: under a falling one, above a rising one.
  const rising = values[0] < values[values.length - 1];
  const above = rising || y + 44 > plot.bottom;
  const words = p.words.texts[quantity][stop];
  c.font = p.font(16, 600);
  const wide = c.measureText(words).width;
  const noRoom = x - 14 - wide < plot.left;
  const align = noRoom || (above && !rising) ? "left" : "right";
  // Without room on the left: under a curve that is nearly level, beside the marker over one that is steep.
  const ahead = nearest(p.data.place.values, (x + 14 + wide - plot.left) / (plot.right - plot.left));
  const steep = !rising && noRoom && plot.y(values[ahead]) > y + 19;
  const [aside, down] = steep ? [19, -6] : [align === "left" ? 14 : -14, above ? -20 : 32];
  label(p, c, words, x + aside, y + down, { role: quantity, size: 16, weight: 600, align, rim: "sky" });
}

// Satellites that fly at known heights: named above the plot, a dot where the curve passes.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawKnown(p, c, plot) {
  const size = isWide(p.width) ? 12 : 11;
  const values = p.data[p.state.quantity].values;
  const among = p.width < TINY_PX ? [] : null; // there the station's neighbour has no room for its name
  for (const [name, at] of p.words.marks) {
    const x = plot.x(at);
    line(
      c,
      [
        [x, plot.top - (name === "geostationary" ? 24 : 8)],
        [x, plot.bottom],
      ],
      p.colour("faint"),
      0.5,
    );
    const align = name === "Hubble" ? "left" : "right";
    const high = name === "geostationary";
    const aside = high ? 40 : { left: -2, right: 4 }[align];
    const [weight, role] = at === p.state.stop ? [600, "ink"] : [400, "quiet"];
    label(p, c, name, x + aside, plot.top - (high ? 29 : 13), { role, size, weight, align, among });
    if (!p.open) continue;
    c.fillStyle = p.colour("quiet");
    dot(c, x, plot.y(values[at]), 3.5);
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAxes(p, c, plot) {
  const { left, right, top, bottom, shown } = plot;
  label(p, c, p.open ? shown.axis : "", left - 40, top - 38, {
    role: p.state.quantity,
    align: "left",
    weight: 600,
  });
  for (const tick of shown.ticks) {
    line(
      c,
      [
        [left, plot.y(tick)],
        [right, plot.y(tick)],
      ],
      p.colour("faint"),
      tick ? 0.5 : 1,
    );
    if (p.open)
      label(p, c, String(tick), left - 8, plot.y(tick) + 4, { role: "quiet", size: 12, align: "right" });
  }
  let free = -Infinity;
  for (const [words, share] of p.words.ticks) {
    const x = left + share * (right - left);
    line(
      c,
      [
        [x, bottom],
        [x, bottom + 5],
      ],
      p.colour("quiet"),
      1,
    );
    c.font = p.font(12);
    const half = c.measureText(words).width / 2;
    if (x - half < free) continue;
    label(p, c, words, x, bottom + 19, { role: "quiet", size: 12 });
    free = x + half + 8;
  }
  label(p, c, p.words.axis, right, bottom + 39, { role: "quiet", size: 12, align: "right" });
}
