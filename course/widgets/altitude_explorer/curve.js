// The curve beside the orbits, or below them: one quantity against the height, with the satellites that are known.

import { nearest } from "../kit/js/stops.js";
import { dot, label, line, ring, TINY_PX } from "../kit/js/strokes.js";
import { isWide } from "./state.js";

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
