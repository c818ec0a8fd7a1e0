// The map: the country under the station, the way of the day, and what lies of it over Russia.

import { drawCrimea, shapeOf } from "../kit/js/countries.js";
import { FINE, here, whole } from "../kit/js/day.js";
import { drawTrack, wrapped } from "../kit/js/map.js";
import { label, tint } from "../kit/js/strokes.js";
import { countryName, numberAt, runs } from "./state.js";

const LAP_MIN = 93; // of the track behind the station that is drawn strongly

// Russia faintly, and the country under the station.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawCountries(p, c, map) {
  const russia = p.words.codes.indexOf("RUS");
  const number = numberAt(p, whole(p));
  const fill = (which, role, alpha) => tint(c, shapeOf(p, map, which), p.colour(role), alpha);
  fill(russia, "russian", number === russia ? 0.4 : 0.16);
  if (number >= 0 && number !== russia) {
    fill(number, "ink", 0.22);
    c.lineWidth = 1;
    c.strokeStyle = p.colour("quiet");
    c.stroke(shapeOf(p, map, number));
  }
  if (p.words.borders === "un") drawCrimea(p, c, map);
}

// The whole day quietly, the lap just flown, and strongly what lies over Russia.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawDay(p, c, map) {
  const at = (minute) => Math.min(Math.max(Math.round(FINE * minute), 0), p.own.path.latitude.length - 1);
  const stroke = (role, width, alpha, first, last) => {
    if (last <= first) return;
    Object.assign(c, { strokeStyle: p.colour(role), lineWidth: width, globalAlpha: alpha });
    drawTrack(c, map, p.own.path, first, last);
    c.globalAlpha = 1;
  };
  Object.assign(c, { lineJoin: "round", lineCap: "round" });
  stroke("quiet", 1, 0.35, 0, at(p.own.end));
  stroke("station", 1.75, 1, at(p.state.minute - LAP_MIN), at(p.state.minute));
  for (const [first, last] of runs(p)) {
    stroke(
      "russian",
      p.width < 620 ? 3.5 : 4.5,
      first <= FINE * p.state.minute ? 1 : 0.6,
      first,
      Math.min(last + 1, at(p.own.end)),
    );
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawName(p, c, map) {
  const { longitude, latitude } = here(p);
  const number = numberAt(p, whole(p));
  const russia = number === p.words.codes.indexOf("RUS");
  const role = number < 0 ? "quiet" : russia ? "russian" : "ink";
  const name = countryName(p);
  const words = name[0].toUpperCase() + name.slice(1);
  const place = { role, size: 16, weight: 600, rim: "sky" };
  label(p, c, words, map.x(wrapped(longitude)), map.y(latitude) - 26, place);
}
