// The height along the way, from the burn to the ground, and the perigee that is pulled up and down.

import { MAP_EDGE, mapArea } from "../kit/js/map.js";
import { dot, grip, label, line } from "../kit/js/strokes.js";
import { filled, grouped } from "../kit/js/words.js";
import { nameDots, ROOMY_PX } from "./names.js";
import { isAimed, isNarrow, placeNow, textsNow, wayNow } from "./state.js";

export const PROFILE = { gap: 46, height: 72, foot: 28, left: 44, right: 16, share: 0.64 };

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
export function drawProfile(p, c) {
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
    if (km % 10000 === 0) label(p, c, grouped(km), plot.x(km), plot.bottom + 19, { role: "quiet", size: 12 });
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
