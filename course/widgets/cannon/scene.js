// What Newton's cannon looks like: the Earth, the path, the arrows.

import { arrow, dot, globe, label, line, station } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import {
  arrowScale,
  bodyAt,
  clock,
  flightTime,
  GRAVITY_PX,
  IN_FLIGHT,
  launchRadius,
  onCircle,
  rounded,
  row,
  speedWords,
} from "./state.js";

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawEarth(p, c, view) {
  const radius = p.words.earth_radius_km * view.scale;
  const [x, y] = [view.x(0), view.y(0)];
  globe(p, c, x, y, radius);
  if (radius < 90) return;
  const depth = Math.min(0.5 * radius, p.height - 26 - view.y(p.words.earth_radius_km));
  if (depth > 150)
    label(p, c, p.words.kit.earth, x, view.y(p.words.earth_radius_km) + depth, { role: "quiet", size: 14 });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawHeight(p, c, view) {
  const [x, ground, top] = [view.x(0), view.y(p.words.earth_radius_km), view.y(launchRadius(p))];
  if (ground - top < 46) return;
  c.setLineDash([2, 4]);
  line(
    c,
    [
      [x, ground],
      [x, top],
    ],
    p.colour("quiet"),
    1,
  );
  c.setLineDash([]);
  label(p, c, `${p.words.altitude_km} km`, x - 8, (ground + top) / 2 + 4, { role: "quiet", align: "right" });
}

/** @param {Stage} p */
function pathOf(p, view, stop, gravity) {
  if (!gravity) {
    const y = view.y(launchRadius(p));
    return [
      [view.x(0), y],
      [view.x(p.words.stops_km_s[stop] ? p.data.straight_km.values[stop] : 0), y],
    ];
  }
  const angles = row(p, "angle_rad", stop);
  return Array.from(row(p, "height_km", stop), (height, i) => {
    const [x, y] = onCircle(p.words.earth_radius_km + height, angles[i]);
    return [view.x(x), view.y(y)];
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawGhosts(p, c, view) {
  const named = [[view.x(0), view.y(launchRadius(p))]]; // where words would crowd
  if (p.state.gravity) named.push(pathOf(p, view, p.state.stop, true).at(-1));
  for (const { stop, gravity } of p.state.ghosts) {
    const path = pathOf(p, view, stop, gravity);
    line(c, path, p.colour("ghost"), 1.5);
    const [x, y] = path.at(-1);
    const free = named.every(([left, top]) => Math.hypot(x - left, y - top) > 64);
    if (!gravity || !p.words.landings[stop] || !free || p.words.earth_radius_km * view.scale < 140) continue;
    label(p, c, p.words.stops_km_s[stop].toFixed(2), x - 4, y + 17, {
      role: "quiet",
      size: 12,
      align: "right",
    });
    named.push([x, y]);
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPath(p, c, view) {
  const { stop, gravity } = p.state;
  const path = pathOf(p, view, stop, gravity);
  line(c, path, p.colour("speed"), 3);
  const every = p.data.rate.values[stop];
  c.fillStyle = p.colour("speed");
  for (let time = every; time < flightTime(p) - 1; time += every) {
    const { x, y } = bodyAt(p, time);
    dot(c, view.x(x), view.y(y), 4);
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLanding(p, c, view) {
  const { stop, gravity } = p.state;
  if (!gravity || !p.words.landings[stop]) return;
  const radius = p.words.earth_radius_km * view.scale;
  const along = row(p, "angle_rad", stop).at(-1);
  c.beginPath();
  c.arc(view.x(0), view.y(0), radius, -Math.PI / 2, -Math.PI / 2 + along);
  c.strokeStyle = p.colour("ink");
  c.lineWidth = 2;
  c.stroke();
  c.fillStyle = p.colour("speed");
  const [endX, endY] = pathOf(p, view, stop, true).at(-1);
  dot(c, endX, endY, 6);
  if (radius * along < 60) return;
  const inward = radius - 18;
  const turn = along / 2;
  const place = [view.x(0) + inward * Math.sin(turn), view.y(0) - inward * Math.cos(turn) + 6];
  label(p, c, p.words.landings[stop], place[0], place[1], {
    role: "ink",
    align: turn > 0.6 ? "right" : "center",
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawFarEnd(p, c, view) {
  const { stop, gravity } = p.state;
  if (!gravity || !p.words.far[stop]) return;
  const heights = row(p, "height_km", stop);
  const y = view.y(-p.words.earth_radius_km - heights[Math.floor(heights.length / 2)]);
  if (y > p.height - 8) return;
  label(p, c, filled(p.words.labels.high, { height: p.words.far[stop] }), view.x(0), y + 20, {
    role: "quiet",
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawCannon(p, c, view) {
  const [x, y] = [view.x(0), view.y(launchRadius(p))];
  const speed = p.words.stops_km_s[p.state.stop];
  if (p.open) {
    const tip = x + arrowScale(p) * speed;
    const faded = p.state.time > 0;
    arrow(c, x, y, tip, y, p.colour("speed"), 3, faded ? 0.35 : 1);
    drawHandle(p, c, tip, y);
    const words = speedWords(p, p.state.stop);
    label(p, c, words, Math.max(x + (tip - x) / 2, x + 20), y - 18, { role: "speed", size: 16, weight: 600 });
  }
  c.save();
  c.translate(x, y);
  c.fillStyle = p.colour("ink");
  c.beginPath();
  c.roundRect(-15, -5, 22, 10, [5, 2, 2, 5]);
  c.fill();
  c.restore();
}

// The ring at the arrow's tip says: this can be taken hold of.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawHandle(p, c, x, y) {
  c.beginPath();
  c.arc(x, y, 11, 0, 2 * Math.PI);
  c.fillStyle = p.colour("speed");
  c.globalAlpha = 0.18;
  c.fill();
  c.globalAlpha = 1;
  Object.assign(c, { strokeStyle: p.colour("speed"), lineWidth: 1.5 });
  c.stroke();
  if (!p.state.moved) label(p, c, p.words.kit.drag, x + 17, y + 4, { role: "speed", align: "left" });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawBody(p, c, view) {
  const { x, y, across, up, speed, pull, height } = bodyAt(p, p.state.time);
  const [left, top] = [view.x(x), view.y(y)];
  const how = [
    clock(p, p.state.time),
    pull ? filled(p.words.labels.high, { height: `${rounded(height)} km` }) : "",
    `{speed:${speed.toFixed(2)} km/s}`,
  ];
  p.own.time.note.set(p.state.time > 0 ? how.filter(Boolean).join(" · ") : p.words.rates[p.state.stop]);
  if (pull) {
    const towards = Math.hypot(x, y);
    const length = GRAVITY_PX * pull;
    const [tipX, tipY] = [left - (x / towards) * length, top + (y / towards) * length];
    arrow(c, left, top, tipX, tipY, p.colour("gravity"), 3, 1);
    if (length > 20) {
      const [align, way] = /** @type {[string, number]} */ (
        x < -0.05 * towards ? ["right", -1] : ["left", 1]
      );
      label(p, c, p.words.labels.pull, tipX + 9 * way, tipY + 5, { role: "gravity", align, weight: 600 });
    }
  }
  if (p.state.time > 0) {
    const length = IN_FLIGHT * p.height * speed;
    arrow(c, left, top, left + across * length, top - up * length, p.colour("speed"), 3, 1);
  }
  c.fillStyle = p.colour("ink");
  if (p.state.body === "ball")
    p.state.time > 0 && dot(c, left, top, 6); // before, it is in the cannon
  else station(p, c, left, top, 1, Math.atan2(x, y));
}
