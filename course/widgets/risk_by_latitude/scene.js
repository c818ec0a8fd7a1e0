// A globe seen from above the equator, and on its latitudes where people live: both shaded by where pieces can fall.

import { ballPath, onBall, RAD, sight } from "../kit/js/globe.js";
import { hatch } from "../kit/js/hatch.js";
import { globe, grip, label, line, tint } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { bandsOf, limits } from "./state.js";

const DASHES = [[], [7, 4], [2, 3]]; // of the countries' outlines, so that colour is not alone
const SHADE = { palest: 0.1, darkest: 0.85 };
const HEAD = 44; // above the globe: names and numbers of people
const LAND_ALPHA = 0.5;

// Where things are -------------------------------------------------------------------------------
const isWide = (width) => width >= 620;
const radiusOf = (width) => (isWide(width) ? Math.min(170, Math.round(0.19 * width)) : 104);
export const heightOf = (width) => HEAD + 2 * radiusOf(width) + (isWide(width) ? 76 : 106);

/** @param {Stage} p */
export function layout(p) {
  const wide = isWide(p.width);
  const radius = radiusOf(p.width);
  const middle = HEAD + radius;
  const ball = sight(wide ? 14 + radius : 50, middle, radius, {
    azimuth: p.words.seen_from_deg * RAD,
    elevation: 0,
  });
  const left = ball.x + radius + (wide ? 92 : 18);
  const count = p.state.countries.length;
  const across = (p.width - left - 10) / count;
  return { wide, radius, middle, ball, left, across, gap: wide ? 26 : 8, foot: middle + radius };
}

export const levelOf = (place, latitude) => place.middle - place.radius * Math.sin(latitude * RAD);

export const latitudeOf = (place, y) =>
  Math.asin(Math.min(Math.max((place.middle - y) / place.radius, -1), 1)) / RAD;

export const gripOf = (p, place) => ({
  x: place.ball.x + place.radius + (place.wide ? 16 : 6),
  y: levelOf(place, limits(p)[1]),
});

// The shade --------------------------------------------------------------------------------------
// How likely a piece comes down there, as an opacity; nothing where none can.
/** @param {Stage} p */
function shadeAt(p, latitude) {
  const at = (latitude + 90) / p.words.drawn_step_deg;
  const [low, part] = [Math.min(Math.floor(at), p.data.chance.shape[1] - 2), at % 1];
  const [here, next] = [0, 1].map((on) => valueAt(p, "chance", low + on));
  const share = (here + part * (next - here)) / p.words.full_scale;
  return share > 1e-3 ? SHADE.palest + (SHADE.darkest - SHADE.palest) * share : 0;
}

// A row of pixels after the other, from left to right as `reach(y)` says.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function shade(p, c, place, reach) {
  c.fillStyle = p.colour("debris");
  for (let y = HEAD; y < place.foot; y += 1) {
    const opacity = shadeAt(p, latitudeOf(place, y + 0.5));
    if (!opacity) continue;
    const [left, right] = reach(y + 0.5);
    c.globalAlpha = opacity;
    c.fillRect(left, y, right - left, 1);
  }
  c.globalAlpha = 1;
}

// The globe --------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawGlobe(p, c, place) {
  const { ball, radius, middle } = place;
  const shapes = shapesOf(p, place);
  globe(p, c, ball.x, ball.y, radius);
  tint(c, shapes.land, p.colour("earth-edge"), LAND_ALPHA);
  if (p.open)
    shade(p, c, place, (y) => {
      const half = Math.sqrt(Math.max(radius ** 2 - (y - middle) ** 2, 0));
      return [ball.x - half, ball.x + half];
    });
  p.state.countries.forEach((country, slot) => {
    const role = p.words.slots[slot][0];
    const parts = [shapes.of(country)];
    if (p.words.codes[country] === "RUS" && p.state.borders !== "un") parts.push(shapes.crimea);
    for (const part of parts) {
      Object.assign(c, { strokeStyle: p.colour(role), lineWidth: 1.5, lineJoin: "round" });
      c.stroke(part);
    }
  });
  if (p.state.borders !== "un") return;
  const box = { left: ball.x, right: ball.x + radius, top: middle - radius, bottom: middle };
  hatch(p, c, shapes.crimea, box, 3); // Ukraine's, and occupied
}

// The globe does not turn: its outlines are made once for a width.
/** @param {Stage} p */
function shapesOf(p, { ball }) {
  if (p.own.shapes?.width === p.width) return p.own.shapes;
  const { values } = p.data.outlines_deg;
  const ends = p.data.outline_ends.values;
  const path = (part) => ballPath(ball, onBall({ values: part, shape: [part.length / 2, 2] }));
  const made = {};
  const of = (country) =>
    (made[country] ??= path(values.subarray(country ? 2 * ends[country - 1] : 0, 2 * ends[country])));
  p.own.shapes = { width: p.width, land: path(values), crimea: path(p.data.crimea_deg.values), of };
  return p.own.shapes;
}

// The people -------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPeople(p, c, place, told) {
  told.forEach((one, slot) => {
    const left = place.left + slot * place.across;
    const room = place.across - place.gap;
    const outline = silhouette(p, place, p.state.countries[slot], left, 0.96 * room);
    c.save();
    c.beginPath();
    outline.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
    c.clip();
    c.fillStyle = p.colour("ghost");
    c.globalAlpha = 0.3;
    c.fillRect(left, HEAD, room, place.foot - HEAD);
    c.globalAlpha = 1;
    if (p.open) shade(p, c, place, () => [left, left + room]);
    c.restore();
    c.setLineDash(DASHES[slot]);
    line(c, outline, p.colour(one.role), 1.75);
    c.setLineDash([]);
    nameCountry(p, c, place, one, slot, left, room);
  });
}

// By band of latitude, as far to the right as people live there; the most fill the room.
/** @param {Stage} p */
function silhouette(p, place, country, left, room) {
  const bands = bandsOf(p, country);
  const most = Math.max(...bands);
  const points = [];
  bands.forEach((people, i) => {
    for (const edge of [i, i + 1]) {
      const y = levelOf(place, edge * p.words.band_deg - 90);
      points.push([left + (people / most) * room, y]);
    }
  });
  const lived = points.map(([x]) => x > left);
  const [first, last] = [lived.indexOf(true), lived.lastIndexOf(true)];
  return [[left, points[first][1]], ...points.slice(first, last + 1), [left, points[last][1]]];
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function nameCountry(p, c, place, { name, role, millions }, slot, left, room) {
  const look = { align: "left", role };
  const sign = p.words.slots[slot][1];
  const words = shortened(p, c, `${sign} ${name}`, room);
  label(p, c, words, left, 17, { ...look, weight: 600, size: place.wide ? 15 : 12 });
  const { million, million_head: head } = p.words.labels;
  const quiet = { ...look, role: "quiet", size: 12 };
  const roomy = room > 125;
  label(p, c, roomy ? filled(million, { millions }) : millions, left, 35, quiet);
  if (!roomy && !slot) label(p, c, head, left - 10, 35, { ...quiet, align: "right" });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function shortened(p, c, words, room) {
  c.font = p.font(isWide(p.width) ? 15 : 12, 600);
  let short = words;
  while (short.length > 4 && c.measureText(short).width > room) short = short.slice(0, -1);
  return short === words ? words : `${short.slice(0, -1).trim()}…`;
}

// What globe and people share --------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawParallels(p, c, place) {
  const right = p.width - 10;
  for (const latitude of [-60, -30, 0, 30, 60]) {
    const y = levelOf(place, latitude);
    const half = place.radius * Math.cos(latitude * RAD);
    const [tint, thick] = latitude ? [p.colour("faint"), 0.5] : [p.colour("quiet"), 0.75];
    line(
      c,
      [
        [Math.max(place.ball.x - half, 0), y],
        [place.ball.x + half, y],
      ],
      tint,
      thick,
    );
    line(
      c,
      [
        [place.left, y],
        [right, y],
      ],
      tint,
      thick,
    );
    const words = latitude ? `${Math.abs(latitude)}° ${latitude < 0 ? "S" : "N"}` : "equator";
    if (!place.wide) continue;
    if (p.open && Math.abs(y - gripOf(p, place).y) < 30) continue; // the limit is named there
    label(p, c, words, place.left - 8, y + 4, { role: "quiet", size: 12, align: "right" });
  }
}

// Beyond these lines nothing falls; the northern one is taken by hand.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLimits(p, c, place) {
  const right = p.width - 10;
  limits(p).forEach((latitude, north) => {
    const y = levelOf(place, latitude);
    if (!north) c.setLineDash([3, 5]);
    line(
      c,
      [
        [Math.max(place.ball.x - place.radius, 0), y],
        [right, y],
      ],
      p.colour("ink"),
      north ? 1.75 : 1,
    );
    c.setLineDash([]);
  });
  const { x, y } = gripOf(p, place);
  grip(p, c, x, y, "ink");
  const words = `${p.words.texts.limit[p.state.stop]}° N`;
  const look = { weight: 600, size: 12, rim: "sky" };
  const clear = y < HEAD + 14 ? y + 16 : y - 6; // of what stands above the globe
  if (place.wide) label(p, c, words, place.left - 8, clear, { ...look, align: "right" });
  else label(p, c, words, 6, Math.max(y - 6, HEAD - 6), { ...look, align: "left" });
  if (!p.state.moved) label(p, c, p.words.kit.drag, x, y + 26, look);
}

// Two rows of numbers, each under its country.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawNumbers(p, c, place, told) {
  const { labels } = p.words;
  const key = place.wide ? labels.key : labels.key_short;
  label(p, c, key, place.left, levelOf(place, -42), { size: 12, role: "quiet", align: "left", rim: "sky" });
  const rows = [
    [labels.ratio, "ratio", 700],
    [labels.hit, "of_many", 400],
  ];
  rows.forEach(([words, field, weight], row) => {
    const y = place.foot + (place.wide ? 32 + 30 * row : 22 + 46 * row);
    const [x, align] = place.wide ? [place.left - 22, "right"] : [8, "left"];
    label(p, c, words, x, y, { size: 12, role: "quiet", align });
    told.forEach((one, slot) => {
      const left = place.left + slot * place.across;
      const size = row ? 14 : 17;
      label(p, c, one[field], left, place.wide ? y + 1 : y + 20, {
        size,
        weight,
        role: one.role,
        align: "left",
      });
    });
  });
}
