// A globe seen from above the equator, and on its latitudes where people live: both shaded by the risk of a place.

import { ballPath, onBall, RAD, sight } from "../kit/js/globe.js";
import { hatch } from "../kit/js/hatch.js";
import { globe, grip, label, line, tint } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { bandsOf, limits } from "./state.js";

const DASHES = [[], [7, 4], [2, 3]]; // of the countries' outlines, so that colour is not alone
const LAND_ALPHA = 0.5;
const SCALES = [1, 2, 5, 10, 20, 50, 100]; // of 100 people: lengths that the scale may name

// Where things are -------------------------------------------------------------------------------
const WIDE = { head: 54, side: 16, gutter: 78, hand: 46, gap: 26, size: 13, names: 14, below: 160 };
const NARROW = { head: 48, side: 8, gutter: 48, hand: 34, gap: 8, size: 12, names: 12, below: 206 };
const isWide = (width) => width >= 620;
const measures = (width) => (isWide(width) ? WIDE : NARROW);
const radiusOf = (width) => (isWide(width) ? Math.min(136, Math.round(0.19 * width)) : 74);
export const heightOf = (width) => measures(width).head + 2 * radiusOf(width) + measures(width).below;

/** @param {Stage} p */
export function layout(p) {
  const own = measures(p.width);
  const radius = radiusOf(p.width);
  const middle = own.head + radius;
  const ball = sight(own.side + radius, middle, radius, {
    azimuth: p.words.seen_from_deg * RAD,
    elevation: 0,
  });
  const left = ball.x + radius + own.gutter;
  const right = p.width - own.hand;
  const across = (right - left + own.gap) / p.state.countries.length;
  return { ...own, wide: isWide(p.width), radius, middle, ball, left, right, across, foot: middle + radius };
}

export const levelOf = (place, latitude) => place.middle - place.radius * Math.sin(latitude * RAD);

export const latitudeOf = (place, y) =>
  Math.asin(Math.min(Math.max((place.middle - y) / place.radius, -1), 1)) / RAD;

export const gripOf = (p, place) => ({ x: p.width - place.hand / 2, y: levelOf(place, limits(p)[1]) });

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawHead(p, c, place) {
  const look = { size: place.size, weight: 600, align: "left" };
  const { fall, live, live_short: short } = p.words.labels;
  label(p, c, fall, place.side, 20, look);
  label(p, c, place.wide ? live : short, place.left, 20, look);
}

// The shade --------------------------------------------------------------------------------------
// The risk of a place in steps, as an opacity; nothing where nothing falls.
/** @param {Stage} p */
function shadeAt(p, latitude) {
  const at = (latitude + 90) / p.words.drawn_step_deg;
  const [low, part] = [Math.min(Math.floor(at), p.data.risk.shape[1] - 2), at % 1];
  const [here, next] = [0, 1].map((on) => valueAt(p, "risk", low + on));
  const risk = here + part * (next - here);
  return risk > 1e-3 ? p.words.shades[p.words.steps.filter((step) => risk >= step).length] : 0;
}

// A row of pixels after the other, from left to right as `reach(y)` says.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function shade(p, c, place, reach) {
  c.fillStyle = p.colour("debris");
  for (let y = place.head; y < place.foot; y += 1) {
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
// Of 100 people in each country how many live in each band of latitude: one scale for all.
/** @param {Stage} p */
function shares(p) {
  return p.state.countries.map((country) => {
    const bands = Array.from(bandsOf(p, country));
    const all = bands.reduce((sum, people) => sum + people, 0);
    return bands.map((people) => (100 * people) / all);
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPeople(p, c, place, told) {
  const all = shares(p);
  const room = place.across - place.gap;
  const long = room / Math.max(...all.flat());
  told.forEach((one, slot) => {
    const left = place.left + slot * place.across;
    const outline = silhouette(p, place, all[slot], left, long);
    c.save();
    c.beginPath();
    outline.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
    c.clip();
    c.fillStyle = p.colour("ghost");
    c.globalAlpha = 0.3;
    c.fillRect(left, place.head, room, place.foot - place.head);
    c.globalAlpha = 1;
    if (p.open) shade(p, c, place, () => [left, left + room]);
    c.restore();
    c.setLineDash(DASHES[slot]);
    line(c, outline, p.colour(one.role), 1.75);
    c.setLineDash([]);
    const words = shortened(p, c, named(p, place, one, slot), room + place.gap - 4, place.names);
    label(p, c, words, left, place.head - 12, {
      align: "left",
      role: one.role,
      weight: 600,
      size: place.names,
    });
  });
  drawScale(p, c, place, room, long);
}

/** @param {Stage} p */
export const named = (p, place, { name }, slot) => (place.wide ? `${p.words.slots[slot][1]} ${name}` : name);

function silhouette(p, place, bands, left, long) {
  const points = [];
  bands.forEach((people, i) => {
    for (const edge of [i, i + 1])
      points.push([left + people * long, levelOf(place, edge * p.words.band_deg - 90)]);
  });
  const lived = points.map(([x]) => x > left);
  const [first, last] = [lived.indexOf(true), lived.lastIndexOf(true)];
  return [[left, points[first][1]], ...points.slice(first, last + 1), [left, points[last][1]]];
}

// How long so many of 100 people are.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawScale(p, c, place, room, long) {
  const count = SCALES.findLast((each) => each * long < 0.75 * room) ?? SCALES[0];
  const [x, y] = [place.left, place.foot + 8];
  const [end, tick] = [x + count * long, 4];
  line(
    c,
    [
      [x, y - tick],
      [x, y],
      [end, y],
      [end, y - tick],
    ],
    p.colour("quiet"),
    1,
  );
  const look = { role: "quiet", size: 12, align: "left" };
  label(p, c, filled(p.words.labels.scale, { count }), end + 6, y + 3, look);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function shortened(p, c, words, room, size) {
  c.font = p.font(size, 600);
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
  const edges = p.open ? limits(p).map((latitude) => levelOf(place, latitude)) : [];
  for (const latitude of [-60, -30, 0, 30, 60]) {
    const y = levelOf(place, latitude);
    const half = place.radius * Math.cos(latitude * RAD);
    const [tone, thick] = latitude ? [p.colour("faint"), 0.5] : [p.colour("quiet"), 0.75];
    across(c, place.ball.x - half, place.ball.x + half, y, tone, thick);
    across(c, place.left, place.right, y, tone, thick);
    if (edges.some((edge) => Math.abs(edge - y) < 15)) continue; // the limit is named there
    const equator = place.wide ? p.words.labels.equator : "0°";
    const words = latitude ? `${Math.abs(latitude)}° ${latitude < 0 ? "S" : "N"}` : equator;
    label(p, c, words, place.left - 8, y + 4, { role: "quiet", size: 12, align: "right" });
  }
}

function across(c, left, right, y, colour, width) {
  line(
    c,
    [
      [left, y],
      [right, y],
    ],
    colour,
    width,
  );
}

// Beyond these lines nothing falls; the northern one is taken by hand at its end.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLimits(p, c, place) {
  const { x, y } = gripOf(p, place);
  limits(p).forEach((latitude, north) => {
    const level = levelOf(place, latitude);
    if (!north) c.setLineDash([3, 5]);
    const half = place.radius * Math.cos(latitude * RAD);
    const look = [p.colour("ink"), north ? 1.75 : 1];
    across(c, place.ball.x - half - 8, place.ball.x + half + 8, level, ...look);
    across(c, place.left - 4, north ? x : place.right, level, ...look);
    c.setLineDash([]);
    const words = p.words.texts[north ? "north" : "south"][p.state.stop];
    const bold = { weight: north ? 700 : 400, size: 12, rim: "sky", align: "right" };
    label(p, c, words, place.left - 8, level + 4, bold);
  });
  grip(p, c, x, y, "ink");
  if (!p.state.moved) label(p, c, p.words.kit.drag, x, y + 26, { weight: 600, size: 12, rim: "sky" });
}
