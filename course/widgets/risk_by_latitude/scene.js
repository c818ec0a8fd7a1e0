// A globe seen from above the equator, shaded by the risk of a place, and the line beyond which nothing falls.

import { ballPath, onBall, RAD, sight } from "../kit/js/globe.js";
import { hatch } from "../kit/js/hatch.js";
import { globe, grip, label, line, TINY_PX, tint } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled, north } from "../kit/js/words.js";
import { limits } from "./state.js";

const LAND_ALPHA = 0.5;
const PARALLELS = [-60, -30, 0, 30, 60];

// Where things are -------------------------------------------------------------------------------
// radius: of the globe; west: left of it, for its latitudes; hand: from its right limb to the handle; said: room of
// the words at the handle; names: of the countries, left of their bars; of a bar: high; of a dot with its room: cell
const WIDE = {
  radius: 150,
  head: 48,
  west: 62,
  hand: 22,
  said: 124,
  names: 112,
  high: 20,
  cell: 14,
  gap: 20,
};
const MIDDLE = { ...WIDE, radius: 102, west: 46, hand: 20, said: 112, names: 78, cell: 10.5, gap: 18 };
const NARROW = {
  radius: 68,
  head: 36,
  west: 46,
  hand: 20,
  said: 0,
  names: 74,
  high: 14,
  cell: 10.5,
  gap: 10,
};
const KEY_PX = 84; // of the height, where it stands below the globe
const HEADED_PX = 46; // of the heading above the bars, where they stand below the globe
const SIDE_PX = 16;

const isNarrow = (width) => width < 620;
const isTiny = (width) => width < TINY_PX; // then no key stands beside the globe
const measures = (width) => (isNarrow(width) ? NARROW : width < 880 ? MIDDLE : WIDE);
const rowOf = ({ high, cell, gap }) => high + 6 + 4 * cell + 16 + gap;

export function heightOf(width) {
  const own = measures(width);
  const [ball, bars] = [own.head + 2 * own.radius, 3 * rowOf(own) + 16];
  if (isNarrow(width)) return Math.round(ball + HEADED_PX + bars + (isTiny(width) ? KEY_PX : 0));
  return Math.round(Math.max(ball + KEY_PX, own.head + bars + 14));
}

/** @param {Stage} p */
export function layout(p) {
  const own = measures(p.width);
  const { radius } = own;
  const narrow = isNarrow(p.width);
  const middle = own.head + radius;
  const ball = sight(own.west + radius, middle, radius, {
    azimuth: p.words.seen_from_deg * RAD,
    elevation: 0,
  });
  const limb = ball.x + radius;
  const [foot, right] = [middle + radius, p.width - SIDE_PX];
  const start = narrow ? 8 : limb + own.hand + own.said;
  const left = start + own.names;
  const cell = Math.min(own.cell, (right - left) / p.words.grid[0]);
  const first = narrow ? foot + HEADED_PX : own.head + 14; // of the bars, under their heading
  const size = narrow ? 12 : 13;
  return {
    ...own,
    narrow,
    tiny: isTiny(p.width),
    wide: own === WIDE,
    side: narrow ? 8 : SIDE_PX,
    middle,
    ball,
    limb,
    foot,
    right,
    start,
    left,
    cell,
    first,
    size,
    row: rowOf(own),
  };
}

export const levelOf = (place, latitude) => place.middle - place.radius * Math.sin(latitude * RAD);

export const latitudeOf = (place, y) =>
  Math.asin(Math.min(Math.max((place.middle - y) / place.radius, -1), 1)) / RAD;

export const gripOf = (p, place) => ({ x: place.limb + place.hand, y: levelOf(place, limits(p)[1]) });

// The shade --------------------------------------------------------------------------------------
// The risk of a place in steps, as an opacity; nothing where nothing falls.
/** @param {Stage} p */
export function shadeAt(p, latitude) {
  const at = (latitude + 90) / p.words.drawn_step_deg;
  const [low, part] = [Math.min(Math.floor(at), p.data.risk.shape[1] - 2), at % 1];
  const [here, next] = [0, 1].map((on) => valueAt(p, "risk", low + on));
  const risk = here + part * (next - here);
  return risk > 1e-3 ? p.words.shades[p.words.steps.filter((step) => risk >= step).length] : 0;
}

// A row of pixels after the other, across the globe.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function shade(p, c, { ball, middle, radius }, place) {
  c.fillStyle = p.colour("debris");
  for (let y = middle - radius; y < middle + radius; y += 1) {
    const opacity = shadeAt(p, latitudeOf(place, y + 0.5));
    if (!opacity) continue;
    const half = Math.sqrt(Math.max(radius ** 2 - (y + 0.5 - middle) ** 2, 0));
    c.globalAlpha = opacity;
    c.fillRect(ball.x - half, y, 2 * half, 1);
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
  label(p, c, p.words.labels.fall, place.side, 20, { size: place.size, weight: 600, align: "left" });
  globe(p, c, ball.x, ball.y, radius);
  tint(c, shapes.land, p.colour("land-edge"), LAND_ALPHA);
  if (p.open) shade(p, c, place, place);
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

// Its latitudes, named to the left along the limb.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawParallels(p, c, place) {
  for (const latitude of PARALLELS) {
    const y = levelOf(place, latitude);
    const half = place.radius * Math.cos(latitude * RAD);
    across(c, place.ball.x - half, place.ball.x + half, y, p.colour(latitude ? "ghost" : "quiet"), 0.75);
    const equator = place.wide ? p.words.kit.equator : "0°";
    const words = latitude ? north(latitude, 0) : equator;
    label(p, c, words, place.ball.x - half - 12, y + 4, { role: "quiet", size: 12, align: "right" });
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

// Beyond these lines nothing falls; the northern one is taken by hand at its end, where it says where it comes from.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLimits(p, c, place) {
  const { texts, labels, beside } = p.words;
  const { x, y } = gripOf(p, place);
  limits(p).forEach((latitude, north) => {
    const level = levelOf(place, latitude);
    const half = place.radius * Math.cos(latitude * RAD);
    if (!north) c.setLineDash([3, 5]);
    across(
      c,
      place.ball.x - half,
      north ? x : place.ball.x + half + 4,
      level,
      p.colour("ink"),
      north ? 2 : 1,
    );
    c.setLineDash([]);
    if (north) return;
    label(p, c, texts.south[p.state.stop], place.ball.x + half + 10, level + 4, { size: 12, align: "left" });
  });
  grip(p, c, x, y, "ink");
  const look = { size: 12, align: "left", rim: "sky" };
  const words = x + 17;
  label(p, c, texts.north[p.state.stop], words, y + 5, { ...look, size: 14, weight: 700 });
  label(p, c, filled(labels.track, { turn: texts.turn[p.state.stop] }), words, y + 20, {
    ...look,
    role: "quiet",
  });
  label(p, c, filled(labels.beside, { beside }), words, y + 34, { ...look, role: "quiet" });
  if (!p.state.moved) label(p, c, p.words.kit.drag, x, y - 16, { weight: 600, size: 12, rim: "sky" });
}
