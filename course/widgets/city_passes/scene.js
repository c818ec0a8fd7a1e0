// What a city sees: one pass on a chart of the sky, and all passes of the week by day and hour.

import { panel } from "../kit/js/panels.js";
import { arrow, dot, label, line, ring, station } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { passNow } from "./state.js";

const ROW = { name: 96, nameNarrow: 58, top: 30, foot: 28 };

// Side by side where there is room, one below the other on a narrow screen.
/** @param {Stage} p */
export function sizes(width, p) {
  const wide = width >= 620;
  const sky = wide ? Math.round(0.44 * width) : Math.min(width, 400);
  const row = wide ? (sky - ROW.top - ROW.foot) / p.words.days : 34;
  const week = wide ? sky : ROW.top + ROW.foot + 34 * p.words.days;
  return { wide, sky, week, row, height: wide ? sky : sky + week };
}

/** @param {Stage} p */
export function panels(p) {
  const { wide, sky, week, row } = sizes(p.width, p);
  return {
    sky: panel(p, "sky", { left: wide ? 0 : (p.width - sky) / 2, top: 0, width: sky, height: sky }),
    week: panel(p, "week", {
      left: wide ? sky : 0,
      top: wide ? 0 : sky,
      width: wide ? p.width - sky : p.width,
      height: week,
      row,
      wide,
    }),
  };
}

// The sky ----------------------------------------------------------------------------------------
/** @param {Panel} part */
function skyArea(part) {
  const radius = part.width / 2 - 30;
  const [x, y] = [part.width / 2, part.height / 2];
  return {
    x,
    y,
    radius,
    // East is on the left: one looks up.
    place: (azimuth, elevation) => {
      const [turn, far] = [(azimuth * Math.PI) / 180, (radius * (90 - elevation)) / 90];
      return { x: x - far * Math.sin(turn), y: y - far * Math.cos(turn) };
    },
  };
}

// Where the station stands at a part of its pass: between two computed points on the straight line of the chart.
/** @param {Stage} p */
export function skyAt(p, along) {
  const { azimuth_deg: azimuths, elevation_deg: elevations } = passNow(p);
  const at = along * (azimuths.length - 1);
  const low = Math.min(Math.floor(at), azimuths.length - 2);
  const part = at - low;
  const turn = ((azimuths[low + 1] - azimuths[low] + 540) % 360) - 180;
  return {
    azimuth: azimuths[low] + part * turn,
    elevation: elevations[low] + part * (elevations[low + 1] - elevations[low]),
    low,
    part,
  };
}

export function onSky(part, along) {
  const area = skyArea(part);
  const { azimuth_deg: azimuths, elevation_deg: elevations } = passNow(part);
  const { low, part: share } = skyAt(part, along);
  const [one, other] = [low, low + 1].map((i) => area.place(azimuths[i], elevations[i]));
  return { x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y) };
}

export function nearestAlong(part, x, y) {
  let [best, least] = [0, Infinity];
  for (let step = 0; step <= 100; step += 1) {
    const here = onSky(part, step / 100);
    const miss = Math.hypot(here.x - x, here.y - y);
    if (miss < least) [best, least] = [step / 100, miss];
  }
  return best;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawSky(part, c) {
  const area = skyArea(part);
  const one = part.open ? passNow(part) : null;
  c.fillStyle = part.colour("earth");
  c.globalAlpha = 0.55;
  dot(c, area.x, area.y, area.radius);
  if (one?.dark) {
    c.fillStyle = part.colour("night");
    c.globalAlpha = 1;
    dot(c, area.x, area.y, area.radius);
  }
  c.globalAlpha = 1;
  drawRings(part, c, area);
  if (one) drawPass(part, c, area, one);
  else if (part.open) drawNone(part, c, area);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRings(part, c, area) {
  for (const elevation of [0, 30, 60]) {
    ring(
      c,
      area.x,
      area.y,
      (area.radius * (90 - elevation)) / 90,
      part.colour(elevation ? "faint" : "quiet"),
      1,
    );
  }
  c.setLineDash([3, 4]);
  ring(c, area.x, area.y, (area.radius * (90 - part.words.lowest_deg)) / 90, part.colour("quiet"), 0.75);
  c.setLineDash([]);
  for (const [words, azimuth] of [
    ["N", 0],
    ["E", 90],
    ["S", 180],
    ["W", 270],
  ]) {
    const { x, y } = area.place(azimuth, -90 * (15 / area.radius));
    label(part, c, words, x, y + 5, { weight: 600 });
  }
  for (const elevation of [part.words.lowest_deg, 30, 60]) {
    const { x, y } = area.place(315, elevation);
    label(part, c, `${elevation}°`, x, y + 4, { role: "quiet", size: 11, rim: "earth" });
  }
}

// The path: strong and solid where it can be seen, dashed where it cannot.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawPass(part, c, area, one) {
  const points = one.azimuth_deg.map((azimuth, i) => {
    const { x, y } = area.place(azimuth, one.elevation_deg[i]);
    return [x, y];
  });
  c.setLineDash([5, 5]);
  line(c, points, part.colour("quiet"), 2);
  c.setLineDash([]);
  let run = [];
  points.forEach((point, i) => {
    if (one.seen[i]) run.push(point);
    if (run.length && (!one.seen[i] || i === points.length - 1)) {
      line(c, run, part.colour("station"), 4.5);
      run = [];
    }
  });
  const [last, before] = [points[points.length - 1], points[points.length - 3]];
  arrow(c, ...before, ...last, part.colour("quiet"), 2);
  for (const [[x, y], words] of [
    [points[0], one.rise],
    [last, one.set],
  ]) {
    const out = Math.hypot(x - area.x, y - area.y) || 1;
    const [left, top] = [x + (16 * (x - area.x)) / out, y + (16 * (y - area.y)) / out + 4];
    label(part, c, words, left, top, { size: 12, rim: "sky" });
  }
  drawHere(part, c, area);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawHere(part, c, area) {
  const { x, y } = onSky(part, part.state.along);
  const { low, part: share, elevation } = skyAt(part, part.state.along);
  const seen = passNow(part).seen[share < 0.5 ? low : low + 1];
  c.fillStyle = part.colour("sky");
  dot(c, x, y, 16);
  ring(c, x, y, 16, part.colour(seen ? "station" : "ink"), seen ? 2.5 : 1.5);
  station(part, c, x, y, 0.7);
  const right = x < area.x;
  const place = {
    weight: 600,
    align: right ? "left" : "right",
    rim: "earth",
    role: seen ? "station" : "ink",
  };
  const words = filled(seen ? part.words.labels.up_seen : part.words.labels.up_unseen, {
    up: elevation.toFixed(0),
  });
  label(part, c, words, right ? x + 22 : x - 22, y + 5, place);
  if (!part.state.moved)
    label(part, c, part.words.kit.drag, right ? x + 22 : x - 22, y + 22, { ...place, role: "ink" });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNone(part, c, area) {
  label(part, c, filled(part.words.labels.none, { lowest: part.words.lowest_deg }), area.x, area.y + 5, {
    weight: 600,
  });
}

// The week ---------------------------------------------------------------------------------------
/** @param {Panel} part */
function weekArea(part) {
  const left = part.wide ? ROW.name : ROW.nameNarrow;
  const right = part.width - 16;
  const foot = ROW.top + part.row * part.words.days;
  return {
    left,
    right,
    foot,
    x: (minute) => left + ((minute % 1440) / 1440) * (right - left),
    low: (minute) => ROW.top + part.row * (Math.floor(minute / 1440) + 1),
    high: (one) => (part.row - 14) * (one.height_deg / 90),
  };
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawWeek(part, c) {
  const area = weekArea(part);
  drawNights(part, c, area);
  for (let hour = 0; hour <= 24; hour += part.wide ? 3 : 6) {
    const x = area.x(Math.min(60 * hour, 1439.99));
    line(
      c,
      [
        [x, ROW.top],
        [x, area.foot],
      ],
      part.colour("faint"),
      0.5,
    );
    const clock = `${String(Math.floor((part.words.start_min / 60 + hour) % 24)).padStart(2, "0")}h`;
    label(part, c, clock, x, area.foot + 18, { role: "quiet", size: 12 });
  }
  part.words.day_names.forEach((name, day) => {
    const low = area.low(1440 * day);
    line(
      c,
      [
        [area.left, low],
        [area.right, low],
      ],
      part.colour("faint"),
      1,
    );
    const words = name.split(" ");
    const short = part.wide ? `${words[0]} ${words[1]}` : `${words[0]} ${words[1].slice(0, 3)}`;
    label(part, c, short, area.left - 8, low - part.row / 2 + 5, { role: "quiet", size: 12, align: "right" });
  });
  const head = part.wide ? part.words.labels.week : part.words.labels.week_short;
  label(part, c, head, area.left, 18, { role: "quiet", size: part.wide ? 13 : 12, align: "left" });
  if (part.open) part.state.answer.passes.forEach((one, number) => drawBar(part, c, area, one, number));
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNights(part, c, area) {
  c.fillStyle = part.colour("night");
  for (const [first, last] of part.state.answer.dark) {
    for (let day = Math.floor(first / 1440); 1440 * day < last; day += 1) {
      if (day >= part.words.days) break;
      const [from, to] = [Math.max(first, 1440 * day), Math.min(last, 1440 * (day + 1) - 0.01)];
      c.fillRect(area.x(from), area.low(from) - part.row + 1, area.x(to) - area.x(from), part.row - 2);
    }
  }
}

// A visible pass carries a star; the one that is chosen a frame.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBar(part, c, area, one, number) {
  const [x, low, high] = [area.x(one.minute), area.low(one.minute), area.high(one)];
  const seen = one.kind === "visible";
  c.fillStyle = part.colour(seen ? "station" : "quiet");
  c.fillRect(x - 2, low - high, 4, high);
  if (seen) star(c, x, low - high - 5, 5.5);
  if (number !== part.state.number) return;
  Object.assign(c, { strokeStyle: part.colour("ink"), lineWidth: 1.5 });
  c.strokeRect(x - 9, low - part.row + 2, 18, part.row - 3);
}

function star(c, x, y, radius) {
  c.beginPath();
  for (let i = 0; i < 10; i += 1) {
    const [turn, far] = [(i * Math.PI) / 5, i % 2 ? radius * 0.45 : radius];
    c.lineTo(x + far * Math.sin(turn), y - far * Math.cos(turn));
  }
  c.fill();
}

// The pass whose bar is nearest to the hand in its row.
/** @param {Panel} part */
export function passAt(part, x, y) {
  const area = weekArea(part);
  const day = Math.floor((y - ROW.top) / part.row);
  if (day < 0 || day >= part.words.days || x < area.left - 10) return null;
  let [best, least] = [null, 24];
  part.state.answer.passes.forEach((one, number) => {
    const away = Math.abs(area.x(one.minute) - x);
    if (Math.floor(one.minute / 1440) === day && away < least) [best, least] = [number, away];
  });
  return best;
}
