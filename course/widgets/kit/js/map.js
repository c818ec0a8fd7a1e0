// A map of the world: equirectangular, so that latitude and longitude are read along straight lines.

import { label, line } from "./strokes.js";
import { east, place } from "./words.js";

export const MAP_EDGE = { top: 4, bottom: 26 };

// True to scale at 34 degrees of latitude; on a narrow screen drawn taller, so that laps stay apart. A picture that
// shows the map beside something else says how tall it wants it, one that shows much below it sends its own in words.
/** @param {{ stretch?: number, words: Words }} p */
const mapStretch = (p, width) =>
  p.stretch ?? (width < 620 ? (p.words.narrow_stretch ?? 1.6) : (p.words.stretch ?? 1.2));

/** @param {Pick<Stage, "words" | "stretch">} p */
export function mapHeight(p, width) {
  const [south, north] = p.words.shown_deg;
  return Math.round((width / 360) * mapStretch(p, width) * (north - south)) + MAP_EDGE.top + MAP_EDGE.bottom;
}

/** @param {Stage} p */
export function mapArea(p) {
  const [south, north] = p.words.shown_deg;
  const across = p.width / 360;
  const down = across * mapStretch(p, p.width);
  return {
    south,
    north,
    across,
    down,
    top: MAP_EDGE.top,
    bottom: MAP_EDGE.top + down * (north - south),
    x: (longitude) => (longitude + 180) * across,
    y: (latitude) => MAP_EDGE.top + (north - latitude) * down,
  };
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function clipMap(p, c, map) {
  c.beginPath();
  c.rect(0, map.top, p.width, map.bottom - map.top);
  c.clip();
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLand(p, c, map) {
  if (p.own.land?.width !== p.width)
    p.own.land = { width: p.width, outline: outlinePath(p.data.land_deg, map) };
  c.fillStyle = p.colour("land");
  c.fill(p.own.land.outline, "evenodd");
  Object.assign(c, { strokeStyle: p.colour("land-edge"), lineWidth: 0.75 });
  c.stroke(p.own.land.outline);
}

// Rings of longitude and latitude, or of two other lengths that the map places, nan after each.
export function outlinePath({ values, shape }, map) {
  const path = new Path2D();
  let pen = false;
  for (let i = 0; i < shape[0]; i += 1) {
    const [longitude, latitude] = [values[2 * i], values[2 * i + 1]];
    if (Number.isNaN(longitude)) pen = false;
    else {
      path[pen ? "lineTo" : "moveTo"](map.x(longitude), map.y(latitude));
      pen = true;
    }
  }
  return path;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawGrid(p, c, map) {
  for (let longitude = -150; longitude <= 150; longitude += 30) {
    line(
      c,
      [
        [map.x(longitude), map.top],
        [map.x(longitude), map.bottom],
      ],
      p.colour("faint"),
      0.5,
    );
  }
  for (let latitude = -60; latitude <= 60; latitude += 30) {
    line(
      c,
      [
        [0, map.y(latitude)],
        [p.width, map.y(latitude)],
      ],
      p.colour(latitude ? "faint" : "quiet"),
      latitude ? 0.5 : 1,
    );
  }
  const every = p.width < 620 ? 60 : 30;
  for (let longitude = -180 + every; longitude < 180; longitude += every) {
    label(p, c, longitude ? east(longitude, 0) : "0°", map.x(longitude), map.bottom + 18, {
      role: "quiet",
      size: 12,
    });
  }
}

// Longitudes go on past 180 degrees along a track; a place on the map has one between -180 and 180.
export const wrapped = (longitude) => ((((longitude + 180) % 360) + 360) % 360) - 180;

export const placeWords = (latitude, longitude) => place(latitude, wrapped(longitude));

// The side of the Earth that the Sun, overhead at the given place, does not light.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawNight(p, c, map, latitude, longitude) {
  const tilt = Math.tan((latitude * Math.PI) / 180) || 1e-6;
  const edge = (at) => (Math.atan(-Math.cos(((at - longitude) * Math.PI) / 180) / tilt) * 180) / Math.PI;
  const pole = latitude > 0 ? -90 : 90; // the pole in the dark
  c.beginPath();
  c.moveTo(map.x(-180), map.y(pole));
  for (let at = -180; at <= 180; at += 1) c.lineTo(map.x(at), map.y(edge(at)));
  c.lineTo(map.x(180), map.y(pole));
  c.closePath();
  c.fillStyle = p.colour("night");
  c.fill();
  const noon = ((longitude + 540) % 360) - 180;
  const midnight = ((longitude + 720) % 360) - 180;
  for (const [words, at] of [
    [p.words.kit.day, noon],
    [p.words.kit.night, midnight],
  ]) {
    const x = map.x(at);
    if (x > 60 && x < p.width - 30) label(p, c, words, x, map.bottom - 8, { role: "quiet", size: 12 });
  }
}

// A path over the map. Its longitudes go on past 180 degrees: there it leaves at one edge and comes in at the other.
export function drawTrack(c, map, path, first, last) {
  const turn = (longitude) => Math.floor((longitude + 180) / 360);
  const go = (how, i, round) => c[how](map.x(path.longitude[i] - 360 * round), map.y(path.latitude[i]));
  let round = turn(path.longitude[first]);
  c.beginPath();
  go("moveTo", first, round);
  for (let i = first + 1; i <= last; i += 1) {
    go("lineTo", i, round);
    if (turn(path.longitude[i]) === round) continue;
    round = turn(path.longitude[i]);
    go("moveTo", i - 1, round);
    go("lineTo", i, round);
  }
  c.stroke();
}
