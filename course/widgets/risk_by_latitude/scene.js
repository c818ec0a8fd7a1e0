// Two drawings with one axis of latitude: the chance of a square kilometre, and where people live.

import { panel } from "../kit/js/panels.js";
import { dot, label, line, ring } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { bandsOf, entry, meanOf, turns, wholePercent, worldMean } from "./state.js";

const EDGE = { top: 34, bottom: 46, left: 62, gap: 50, right: 16 };
export const ROW = { head: 34, high: 25, foot: 44 };
export const DASHES = [[], [7, 4], [2, 4]]; // of the countries' lines, so that colour is not alone

// Where things are -------------------------------------------------------------------------------
export function sizes(width, countries) {
  const top = Math.round(Math.min(Math.max(0.46 * width, 350), 430));
  return {
    top,
    rows: ROW.head + (countries + 1) * ROW.high + ROW.foot,
    height: top + ROW.head + (countries + 1) * ROW.high + ROW.foot,
  };
}

/** @param {Stage} p */
export function panels(p) {
  const wide = p.width >= 620;
  const { top, rows, height } = sizes(p.width, p.words.slots.length);
  const room = p.width - EDGE.left - EDGE.gap - EDGE.right;
  const left = Math.round((wide ? 0.42 : 0.4) * room);
  const place = { wide, top: EDGE.top, height: top - EDGE.top - EDGE.bottom };
  return {
    chance: panel(p, "chance", { ...place, left: EDGE.left, width: left }),
    people: panel(p, "people", { ...place, left: EDGE.left + left + EDGE.gap, width: room - left }),
    rows: panel(p, "rows", { wide, top: height - rows, height: rows, left: 0, width: p.width }),
  };
}

/** @param {Panel} part */
export function levelOf(part, latitude) {
  const [south, north] = part.words.shown_deg;
  return ((north - latitude) / (north - south)) * part.height;
}

/** @param {Panel} part */
export function latitudeOf(part, y) {
  const [south, north] = part.words.shown_deg;
  return north - (y / part.height) * (north - south);
}

export const gripX = (chance) => chance.left + chance.width + EDGE.gap / 2;

// What both share --------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawParallels(p, c, chance, people) {
  for (let latitude = -60; latitude <= 90; latitude += 30) {
    const y = chance.top + levelOf(chance, latitude);
    for (const part of [chance, people]) {
      line(
        c,
        [
          [part.left, y],
          [part.left + part.width, y],
        ],
        p.colour(latitude ? "faint" : "quiet"),
        latitude ? 0.5 : 1,
      );
    }
    const words = latitude ? `${Math.abs(latitude)}° ${latitude < 0 ? "S" : "N"}` : "equator";
    label(p, c, words, chance.left - 6, y + 4, { role: "quiet", size: 12, align: "right" });
  }
}

// Where the track turns; the northern line can be dragged.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawTurns(p, c, chance, people) {
  turns(p).forEach((latitude, north) => {
    if (latitude < p.words.shown_deg[0]) return;
    const y = chance.top + levelOf(chance, latitude);
    c.setLineDash(north ? [] : [3, 5]);
    line(
      c,
      [
        [chance.left, y],
        [people.left + people.width, y],
      ],
      p.colour("ink"),
      north ? 1.5 : 1,
    );
    c.setLineDash([]);
  });
  const [x, y] = [gripX(chance), chance.top + levelOf(chance, turns(p)[1])];
  c.fillStyle = p.colour("sky");
  dot(c, x, y, 10);
  ring(c, x, y, 10, p.colour("ink"), 2);
  for (const way of [-1, 1])
    line(
      c,
      [
        [x - 3.5, y + 2.5 * way],
        [x, y + 6 * way],
        [x + 3.5, y + 2.5 * way],
      ],
      p.colour("ink"),
      1.5,
    );
  if (!p.state.moved) label(p, c, p.words.kit.drag, x, y > 60 ? y - 17 : y + 27, { weight: 600, rim: "sky" });
}

// Round numbers from 0 to an end, at most some of them.
function roundSteps(most, count) {
  const least = most / count;
  const size = 10 ** Math.floor(Math.log10(least));
  const step = size * [1, 2, 5, 10].find((each) => each * size >= least);
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawTicks(part, c, most, count, words) {
  for (const value of roundSteps(most, count)) {
    const x = (value / most) * part.width;
    line(
      c,
      [
        [x, part.height],
        [x, part.height + 5],
      ],
      part.colour("quiet"),
      1,
    );
    // Half of the 0 stands left of the panel: not through label(), which keeps words inside.
    Object.assign(c, { font: part.font(12), textAlign: "center", fillStyle: part.colour("quiet") });
    c.fillText(value.toLocaleString("en"), x, part.height + 19);
  }
  c.textAlign = "left";
  label(part, c, words, part.width / 2, part.height + 37, { role: "quiet", size: 12 });
}

// The chance -------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawChance(part, c) {
  const full = part.words.full_scale;
  const x = (chance) => (Math.min(chance, full) / full) * part.width;
  const points = Array.from({ length: part.data.chance.shape[1] }, (_, i) => [
    x(valueAt(part, "chance", i)),
    levelOf(part, valueAt(part, "latitude_deg", i)),
  ]).filter(([, y]) => y <= part.height);
  const ends = [points[0][1], points.at(-1)[1]].map((y) => [0, y]);
  c.beginPath();
  [ends[0], ...points, ends[1]].forEach(([left, y], i) => (i ? c.lineTo(left, y) : c.moveTo(left, y)));
  c.fillStyle = part.colour("ghost");
  c.globalAlpha = 0.4;
  c.fill();
  c.globalAlpha = 1;
  line(c, [...points, ends[1]], part.colour("ink"), 1.5);
  drawTicks(
    part,
    c,
    full,
    part.wide ? 6 : 3,
    part.wide ? part.words.axes.chance : part.words.labels.in_billion,
  );
  const top = levelOf(part, turns(part)[1]);
  const head = part.wide ? part.words.labels.chance : part.words.labels.chance_short;
  label(part, c, head, 0, -14, { align: "left", weight: 600, size: part.wide ? 13 : 12 });
  if (top > 26)
    label(part, c, part.wide ? part.words.labels.nothing : part.words.labels.never, part.width / 2, top - 9, {
      role: "quiet",
      size: 12,
      rim: "sky",
    });
  drawMeans(part, c, x);
}

// The chance that the average person of each country runs, over the latitudes where it can be hit.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawMeans(part, c, x) {
  const mean = x(1e9 * worldMean(part));
  c.setLineDash([1, 4]);
  line(
    c,
    [
      [mean, 0],
      [mean, part.height],
    ],
    part.colour("ink"),
    1.25,
  );
  c.setLineDash([]);
  const marks = part.state.countries
    .map((country, slot) => ({ country, slot, span: livedSpan(part, country) }))
    .filter(({ span }) => span);
  for (const mark of marks) {
    const [south, north] = mark.span.map((latitude) => levelOf(part, latitude));
    Object.assign(mark, { x: x(1e9 * meanOf(part, mark.country)), y: (south + north) / 2, south, north });
    c.setLineDash(DASHES[mark.slot]);
    line(
      c,
      [
        [mark.x, south],
        [mark.x, north],
      ],
      part.colour(part.words.slots[mark.slot][0]),
      2.5,
    );
    c.setLineDash([]);
  }
  spread(marks, 18, part.height - 6);
  const template = part.wide ? part.words.labels.mean : part.words.labels.mean_short;
  const told = filled(template, { mean: (1e9 * worldMean(part)).toFixed(1) });
  const free = [-15, 15, -45, 75]
    .map((latitude) => levelOf(part, latitude))
    .find((level) => marks.every(({ y, at }) => Math.min(Math.abs(level - at), Math.abs(level - y)) > 20));
  label(part, c, told, mean + 6, free + 4, { align: "left", size: 12, rim: "sky" });
  for (const { country, slot, x: left, y, at } of marks) {
    sign(part, c, slot, left, y, 6);
    if (!part.wide) continue;
    const words = `${part.words.names[country]} ${(1e9 * meanOf(part, country)).toFixed(1)}`;
    label(part, c, words, left + 12, at + 4, {
      align: "left",
      role: part.words.slots[slot][0],
      weight: 600,
      size: 12,
      rim: "sky",
    });
  }
}

// Latitudes from the first to the last that people live at and that can be hit, null if there are none.
/** @param {Panel} part */
function livedSpan(part, country) {
  const [south, north] = turns(part);
  const width = part.words.band_deg;
  const lived = Array.from(bandsOf(part, country), (people, i) =>
    people > 0 ? [i * width - 90, (i + 1) * width - 90] : null,
  ).filter((band) => band && band[1] > south && band[0] < north);
  return lived.length ? [Math.max(lived[0][0], south), Math.min(lived.at(-1)[1], north)] : null;
}

// Words that stand too near to one another move apart: .at is where each is written.
function spread(marks, apart, low) {
  const sorted = [...marks].sort((one, other) => one.y - other.y);
  sorted.forEach((mark, i) => (mark.at = Math.max(mark.y, i ? sorted[i - 1].at + apart : 12)));
  sorted.reverse().forEach((mark, i) => (mark.at = Math.min(mark.at, i ? sorted[i - 1].at - apart : low)));
}

// A dot, a diamond, a triangle; a square stands for the world.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function sign(part, c, slot, x, y, size) {
  c.fillStyle = part.colour(part.words.slots[slot]?.[0] ?? "ink");
  c.beginPath();
  if (slot === 0) c.arc(x, y, size, 0, 2 * Math.PI);
  else if (slot === 1)
    for (const [across, down] of [
      [0, -1.3],
      [1.3, 0],
      [0, 1.3],
      [-1.3, 0],
    ])
      c.lineTo(x + across * size, y + down * size);
  else if (slot === 2)
    for (const [across, down] of [
      [0, -1.2],
      [1.2, 1],
      [-1.2, 1],
    ])
      c.lineTo(x + across * size, y + down * size);
  else c.rect(x - size, y - size, 2 * size, 2 * size);
  c.closePath();
  c.fill();
  Object.assign(c, { strokeStyle: part.colour("sky"), lineWidth: 1.5 });
  c.stroke();
}

// The people -------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawPeople(part, c) {
  const every = part.state.countries.map((country, slot) => ({
    country,
    slot,
    bands: bandsOf(part, country),
  }));
  const most = Math.max(...every.map(({ bands }) => Math.max(...bands)));
  const reach = part.wide ? 0.7 : 0.62; // the names need the rest
  const x = (people) => (people / most) * reach * part.width;
  const low = part.open ? levelOf(part, turns(part)[1]) : 0;
  const high = part.open ? levelOf(part, turns(part)[0]) : part.height;
  for (const { slot, bands } of [...every].sort(
    (one, other) => Math.max(...other.bands) - Math.max(...one.bands),
  )) {
    const outline = stairs(part, bands, x);
    c.beginPath();
    outline.forEach(([left, y], i) => (i ? c.lineTo(left, y) : c.moveTo(left, y)));
    c.save();
    c.clip();
    c.fillStyle = part.colour(part.words.slots[slot][0]);
    c.globalAlpha = 0.28;
    c.fillRect(0, low, part.width, Math.min(high, part.height) - low); // only where something can fall
    c.restore();
    c.setLineDash(DASHES[slot]);
    line(c, outline, part.colour(part.words.slots[slot][0]), 1.75);
    c.setLineDash([]);
  }
  drawTicks(
    part,
    c,
    most / reach / 1e6,
    part.wide ? 5 : 2,
    part.wide ? part.words.axes.people : part.words.labels.people_short,
  );
  label(part, c, part.words.labels.people, 0, -14, { align: "left", weight: 600, size: part.wide ? 13 : 12 });
  nameCountries(part, c, every, x);
}

/** @param {Panel} part */
function stairs(part, bands, x) {
  const [south] = part.words.shown_deg;
  const points = [];
  bands.forEach((people, i) => {
    const from = i * part.words.band_deg - 90;
    if (from < south) return;
    points.push([x(people), levelOf(part, from)], [x(people), levelOf(part, from + part.words.band_deg)]);
  });
  const lived = points.map(([left]) => left > 0);
  return points.slice(Math.max(lived.indexOf(true) - 1, 0), lived.lastIndexOf(true) + 2);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function nameCountries(part, c, every, x) {
  for (const one of every) {
    const at = one.bands.indexOf(Math.max(...one.bands));
    Object.assign(one, { x: x(one.bands[at]), y: levelOf(part, (at + 0.5) * part.words.band_deg - 90) });
  }
  spread(every, 18, part.height - 6);
  for (const { country, slot, x: left, at } of every) {
    const [role, mark] = part.words.slots[slot];
    const beyond = part.open && part.wide ? 1 - entry(part, "reached", country) : 0;
    const words = `${mark} ${part.words.names[country]}`;
    const more =
      beyond < 0.005 ? "" : filled(part.words.labels.beyond, { share: wholePercent(part, beyond) });
    c.font = part.font(12, 600);
    const wide = c.measureText(words).width + 8;
    const begin = Math.min(left + 8, part.width - wide - c.measureText(more).width - 4);
    const look = { align: "left", size: 12, rim: "sky" };
    label(part, c, words, begin, at + 4, { ...look, role, weight: 600 });
    if (more) label(part, c, more, begin + wide, at + 4, { ...look, role: "quiet" });
  }
}
