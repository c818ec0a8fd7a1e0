// The strip below the map: the same day from left to right, and the minutes over Russia as they add up.

import { whole } from "../kit/js/day.js";
import { dot, label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { PER_MINUTE, runs } from "./state.js";

const STRIP = { gap: 14, head: 24, stairs: 56, band: 12, foot: 26 };
export const STRIP_PX = STRIP.gap + STRIP.head + STRIP.stairs + 4 + STRIP.band + STRIP.foot;

/** @param {Stage} p */
export function stripArea(p) {
  const top = p.height - STRIP_PX + STRIP.gap;
  const [left, right] = [12, p.width - 58];
  const low = top + STRIP.head + STRIP.stairs;
  const most = Math.max(p.words.total_min, 1);
  return {
    top,
    left,
    right,
    low,
    band: low + 4,
    hours: low + 4 + STRIP.band,
    x: (minute) => left + (minute / p.own.end) * (right - left),
    y: (minutes) => low - (minutes / most) * STRIP.stairs,
    minute: (x) => Math.round(Math.min(Math.max((x - left) / (right - left), 0), 1) * p.own.end),
  };
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawStrip(p, c) {
  const strip = stripArea(p);
  label(p, c, p.words.labels.added, strip.left, strip.top + 12, {
    align: "left",
    role: "quiet",
    size: 13,
  });
  line(
    c,
    [
      [strip.left, strip.low],
      [strip.right, strip.low],
    ],
    p.colour("faint"),
    1,
  );
  drawHours(p, c, strip);
  if (!p.open) return;
  drawBand(p, c, strip);
  drawStairs(p, c, strip);
  const x = strip.x(p.state.minute);
  line(
    c,
    [
      [x, strip.top + STRIP.head - 8],
      [x, strip.hours],
    ],
    p.colour("ink"),
    1.5,
  );
  c.fillStyle = p.colour("ink");
  dot(c, x, strip.y(p.data.minutes_over.values[whole(p)]), 6);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawHours(p, c, strip) {
  const every =
    [60, 120, 180, 360, 720].find((each) => (p.own.end / each) * 46 < strip.right - strip.left) ?? 1440;
  const begin = new Date(Date.parse(p.words.start));
  const offset = (60 - begin.getUTCMinutes()) % 60;
  for (let minute = offset; minute <= p.own.end; minute += every) {
    const hour = new Date(begin.getTime() + 60000 * minute).getUTCHours();
    const x = strip.x(minute);
    line(
      c,
      [
        [x, strip.hours],
        [x, strip.hours + 4],
      ],
      p.colour("quiet"),
      1,
    );
    label(p, c, `${String(hour).padStart(2, "0")}:00`, x, strip.hours + 18, { role: "quiet", size: 12 });
  }
  label(p, c, "UTC", p.width - 8, strip.hours + 18, { role: "quiet", size: 12, align: "right" });
}

// What lies below: water empty, land pale, Russia strong and as wide as can be seen.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBand(p, c, strip) {
  const height = STRIP.band;
  const fill = (name, role, least) => {
    c.fillStyle = p.colour(role);
    for (const [first, last] of runs(p, name)) {
      const [from, to] = [strip.x(first / PER_MINUTE), strip.x((last + 1) / PER_MINUTE)];
      c.fillRect(from, strip.band, Math.max(to - from, least), height);
    }
  };
  fill("land_runs", "land-strip", 0);
  fill("runs", "russian", 2);
  const words = { align: "left", size: 12, role: "quiet" };
  label(p, c, p.words.labels.land, strip.right + 8, strip.band + 10, words);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawStairs(p, c, strip) {
  const values = p.data.minutes_over.values;
  const points = Array.from(values, (minutes, minute) => [strip.x(minute), strip.y(minutes)]);
  const now = whole(p);
  c.beginPath();
  c.moveTo(strip.left, strip.low);
  points.slice(0, now + 1).forEach(([x, y]) => c.lineTo(x, y));
  c.lineTo(strip.x(now), strip.low);
  c.fillStyle = p.colour("russian");
  c.globalAlpha = 0.25;
  c.fill();
  c.globalAlpha = 0.5;
  line(c, points.slice(now), p.colour("russian"), 1.25);
  c.globalAlpha = 1;
  line(c, points.slice(0, now + 1), p.colour("russian"), 2);
  const total = filled(p.words.labels.total, { minutes: p.words.sofar[p.own.end] });
  label(p, c, total, strip.right + 8, strip.y(values[p.own.end]) + 5, {
    align: "left",
    role: "russian",
    weight: 600,
  });
}
