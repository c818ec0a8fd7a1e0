// The station on the map: drag it along its track and watch the laps move west.

import { drawHere, FINE, goTo, holdsStation, momentOf, nearestMinute, smooth, whole } from "../kit/js/day.js";
import {
  clipMap,
  drawGrid,
  drawLand,
  drawNight,
  drawTrack,
  mapArea,
  mapHeight,
  placeWords,
  wrapped,
} from "../kit/js/map.js";
import { picture } from "../kit/js/stage.js";
import { arrow, dot, label, line, ring, TINY_PX } from "../kit/js/strokes.js";
import { filled, north } from "../kit/js/words.js";

const RATE_S = 600; // play: one second shows ten minutes

export default picture({
  follow: ["minute", "laps"],
  height: (width, p) => mapHeight(p, width),

  start(p) {
    p.own.end = p.data.latitude_deg.values.length - 1;
    p.own.path = smooth(p);
    const minute = p.model.get("minute");
    p.state = { minute, known: minute, laps: p.model.get("laps") };
    p.own.minutes = p.slider({
      label: p.words.kit.time,
      min: 0,
      max: p.own.end,
      step: 1,
      value: p.state.minute,
      text: (minute) => `{ink:${momentOf(p, minute)}}`,
      input: (minute) => p.own.time.move(60 * minute),
    });
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => 60 * p.own.end,
      rate: () => RATE_S,
      step: () => RATE_S,
      at: (time) => goTo(p, time / 60),
    });
    p.own.time.note.set(p.words.labels.pace);
    p.own.lapSlider = p.slider({
      label: p.words.kit.laps_shown,
      min: 1,
      max: p.words.most_laps,
      step: 1,
      value: p.state.laps,
      text: (laps) => String(laps),
      input: (laps) => {
        p.state.laps = laps;
        p.save({ laps });
        p.redraw();
      },
    });
    p.own.about = p.note();
    p.own.time.move(60 * p.state.minute);
  },

  changed(p, name, value) {
    if (name === "minute") {
      p.state.known = value; // Python knows: nothing to send back
      p.own.time.move(60 * value);
    } else p.state.laps = value;
    p.own.lapSlider.set(p.state.laps);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    p.own.about.set(p.words.note.replace("$age", age(p)));
    const texts = textsNow(p);
    return {
      sentence: filled(lapAt(p) ? p.words.sentence : p.words.before, texts),
      alt: filled(p.words.alt, texts),
    };
  },

  draw(p, c) {
    const map = mapArea(p);
    const [sunLatitude, sunLongitude] = p.data.sun_deg.values.subarray(2 * whole(p), 2 * whole(p) + 2);
    c.save();
    clipMap(p, c, map);
    drawLand(p, c, map);
    drawNight(p, c, map, sunLatitude, sunLongitude);
    c.restore();
    drawGrid(p, c, map);
    drawTurning(p, c, map);
    c.save();
    clipMap(p, c, map);
    drawLaps(p, c, map);
    c.restore();
    drawShift(p, c, map);
    drawNumbers(p, c, map);
    drawHere(p, c, map);
  },

  grab: (p, x, y) => (holdsStation(p, x, y) ? {} : null),

  drag(p, _thing, x, y) {
    const [first, last] = shownMinutes(p);
    p.own.time.move(60 * nearestMinute(p, x, y, first, last));
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const lapAt = (p) => p.data.node_minute.values.filter((each) => each <= whole(p)).length;

// First and last minute of the laps shown: the one that is flown, the next, and as many before as there is room.
/**
 * @param {Stage} p
 * @returns {[number, number, number, number]}
 */
function shownMinutes(p) {
  const nodes = p.data.node_minute.values;
  const lap = lapAt(p);
  const laps = p.open ? p.state.laps : 1;
  const first = Math.max(laps > 1 ? lap - laps + 2 : lap, 0);
  const begins = (number) => (number < 1 ? 0 : Math.min(nodes[number - 1] ?? p.own.end, p.own.end));
  return [begins(first), begins(first + laps), first, first + laps];
}

// Words ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function textsNow(p) {
  const at = whole(p);
  const latitude = p.data.latitude_deg.values[at];
  const longitude = p.data.longitude_deg.values[at];
  return {
    moment: momentOf(p, at),
    place: placeWords(latitude, longitude),
    height: p.data.height_km.values[at].toFixed(0),
    lap: lapAt(p),
    laps: p.state.laps,
    shift: p.words.shift_deg.toFixed(1),
  };
}

/** @param {Stage} p */
function age(p) {
  const hours = (whole(p) - p.words.epoch_minute) / 60;
  const [unit, size] = Math.abs(hours) < 48 ? ["hours", hours] : ["days", hours / 24];
  return filled(p.words.labels[`${unit}_${hours >= 0 ? "before" : "after"}`], {
    size: Math.abs(size).toFixed(1),
  });
}

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawTurning(p, c, map) {
  c.setLineDash([3, 5]);
  for (const latitude of [p.words.north_deg, p.words.south_deg]) {
    line(
      c,
      [
        [0, map.y(latitude)],
        [p.width, map.y(latitude)],
      ],
      p.colour("quiet"),
      1,
    );
  }
  c.setLineDash([]);
  const say = (words, x, y, align) =>
    label(p, c, words, x, y, { role: "quiet", size: 12, align, rim: "sky" });
  say(north(p.words.north_deg), 8, map.y(p.words.north_deg) - 5, "left");
  say(north(p.words.south_deg), 8, map.y(p.words.south_deg) + 15, "left");
  // The equator is named at the side where no lap begins, if the map is not too small.
  const numbers = shownNumbers(p).map((number) => numberX(p, map, number));
  const free = (left) => numbers.every((x) => x < left - 14 || x > left + 68);
  const left = [8, p.width - 62].find(free);
  if (left !== undefined && p.width >= TINY_PX) say(p.words.kit.equator, left, map.y(0) - 5, "left");
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLaps(p, c, map) {
  const [first, last] = shownMinutes(p);
  const lap = lapAt(p);
  const begun = lap ? p.data.node_minute.values[lap - 1] : 0;
  const at = (minute) => Math.min(Math.round(FINE * minute), p.own.path.latitude.length - 1);
  Object.assign(c, { strokeStyle: p.colour("station"), lineJoin: "round", lineCap: "round" });
  const stroke = (from, to, width, alpha, dashes) => {
    if (to <= from) return;
    Object.assign(c, { lineWidth: width, globalAlpha: alpha });
    c.setLineDash(dashes);
    drawTrack(c, map, p.own.path, from, to);
  };
  const now = at(p.state.minute);
  if (p.open) stroke(now, at(last), 1.5, 0.75, [1.5, 5]);
  stroke(at(first), at(begun), 2, 0.55, []);
  stroke(Math.max(at(begun), at(first)), now, 3.5, 1, []);
  c.setLineDash([]);
  c.globalAlpha = 1;
}

// How much further west the next lap crosses the equator.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawShift(p, c, map) {
  const lap = lapAt(p);
  const nodes = p.data.node_longitude_deg.values;
  if (!p.open || !lap || lap >= nodes.length) return;
  const from = wrapped(nodes[lap - 1]);
  const y = map.y(0) + 22;
  for (const east of from - p.words.shift_deg < -180 ? [from, from + 360] : [from]) {
    const [start, tip] = [map.x(east), map.x(east - p.words.shift_deg)];
    arrow(c, start, y, tip, y, p.colour("ink"), 2);
    const middle = (start + tip) / 2;
    if (middle < 0 || middle > p.width) continue;
    label(p, c, filled(p.words.labels.west, { west: p.words.shift_deg.toFixed(1) }), middle, y + 18, {
      weight: 600,
      rim: "sky",
    });
  }
}

// The laps whose beginnings are on the map: those shown, and the next one.
/** @param {Stage} p */
function shownNumbers(p) {
  const [, , first, last] = shownMinutes(p);
  const lap = lapAt(p);
  const known = (number) => number >= Math.max(first, 1) && number <= last;
  const inside = (number) => p.data.node_minute.values[number - 1] <= p.own.end || number === lap + 1;
  const all = Array.from(p.data.node_minute.values, (_, i) => i + 1);
  return all.filter((number) => known(number) && inside(number) && (p.open || number <= lap));
}

/** @param {Stage} p */
const numberX = (p, map, number) => map.x(wrapped(p.data.node_longitude_deg.values[number - 1]));

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNumbers(p, c, map) {
  const lap = lapAt(p);
  const radius = p.width < 620 ? 9 : 11;
  for (const number of shownNumbers(p)) {
    const [x, y] = [numberX(p, map, number), map.y(0)];
    c.fillStyle = p.colour(number === lap ? "station" : "sky");
    dot(c, x, y, radius);
    ring(c, x, y, radius, p.colour(number > lap ? "quiet" : "station"), 1.5);
    label(p, c, String(number), x, y + 4, {
      role: number === lap ? "sky" : "ink",
      size: p.width < 620 ? 11 : 12,
      weight: 600,
    });
  }
}
