// Over whom it flies: drag the station through one day; the country under it is named, the time over Russia counted.

import { drawCrimea, shapeOf } from "../kit/js/countries.js";
import {
  drawHere,
  FINE,
  goTo,
  here,
  holdsStation,
  momentOf,
  nearestMinute,
  smooth,
  whole,
} from "../kit/js/day.js";
import { element } from "../kit/js/dom.js";
import { clipMap, drawGrid, drawLand, drawTrack, mapArea, mapHeight, wrapped } from "../kit/js/map.js";
import { picture } from "../kit/js/stage.js";
import { dot, label, line, tint } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";

const RATE_S = 300; // play: one second shows five minutes
const LAP_MIN = 93; // of the track behind the station that is drawn strongly
const PER_MINUTE = 6; // points of the countries per minute, as many as the path has
const STRIP = { gap: 14, head: 24, stairs: 56, band: 12, foot: 26 };
const STRIP_PX = STRIP.gap + STRIP.head + STRIP.stairs + 4 + STRIP.band + STRIP.foot;

export default picture({
  follow: ["minute"],
  height: (width, p) => mapHeight(p, width) + STRIP_PX,

  start(p) {
    p.own.end = p.data.latitude_deg.values.length - 1;
    p.own.path = smooth(p);
    const minute = p.model.get("minute");
    p.state = { minute, known: minute };
    p.own.minutes = p.slider({
      label: p.words.kit.time,
      min: 0,
      max: p.own.end,
      step: 1,
      value: minute,
      text: (at) => `{ink:${momentOf(p, at)}}`,
      input: (at) => p.own.time.move(60 * at),
    });
    p.own.minutes.range.style.accentColor = "var(--iss-ink)";
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => 60 * p.own.end,
      rate: () => RATE_S,
      step: () => 60,
      at: (time) => goTo(p, time / 60),
    });
    p.own.time.note.set(p.words.labels.pace);
    jumps(p);
    p.note().set(p.words.note);
    p.own.time.move(60 * minute);
  },

  changed(p, _name, value) {
    p.state.known = value; // Python knows: nothing to send back
    p.own.time.move(60 * value);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const name = countryName(p);
    const now = {
      moment: momentOf(p, whole(p)),
      sofar: p.words.sofar[whole(p)],
      where: name,
      place: `{ink:${name}}`,
    };
    return { sentence: filled(p.words.sentence, now), alt: filled(p.words.alt, now) };
  },

  draw(p, c) {
    const map = mapArea(p);
    c.save();
    clipMap(p, c, map);
    drawLand(p, c, map);
    if (p.open) drawCountries(p, c, map);
    c.restore();
    drawGrid(p, c, map);
    c.save();
    clipMap(p, c, map);
    if (p.open) drawDay(p, c, map);
    c.restore();
    drawHere(p, c, map);
    if (p.open) drawName(p, c, map);
    drawStrip(p, c);
  },

  grab(p, x, y) {
    if (holdsStation(p, x, y)) return { kind: "station" };
    const strip = stripArea(p);
    return y > strip.top && y < strip.hours ? { kind: "strip" } : null;
  },

  drag(p, thing, x, y) {
    p.state.moved = true;
    p.own.time.stop();
    if (thing.kind === "strip") p.own.time.move(60 * stripArea(p).minute(x));
    else p.own.time.move(60 * nearestMinute(p, x, y, 0, p.own.end));
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const numberAt = (p, minute) => p.data.country.values[PER_MINUTE * minute];

/** @param {Stage} p */
function countryName(p) {
  const number = numberAt(p, whole(p));
  return number < 0 ? p.words.water : p.words.names[number];
}

// From one time over Russia to the next: by hand they are hard to hit, a few minutes of a day.
/** @param {Stage} p */
function jumps(p) {
  const { stops } = p.words;
  if (!stops.length) return;
  const box = element("div", "iss-player", { role: "group", "aria-label": p.words.labels.times });
  const go = (stop) => () => {
    p.own.time.stop();
    p.own.time.move(60 * stop(whole(p)));
  };
  const after = (now) => stops.find((each) => each > now) ?? stops[0];
  const before = (now) => stops.findLast((each) => each < now) ?? stops[stops.length - 1];
  p.button({ label: p.words.labels.previous, icon: "back", words: true, press: go(before) }, box);
  p.button({ label: p.words.labels.next, icon: "next", words: true, press: go(after) }, box);
  p.controls.append(box);
}

// The map ----------------------------------------------------------------------------------------
// Russia faintly, and the country under the station.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCountries(p, c, map) {
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
function drawDay(p, c, map) {
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

/** @param {Stage} p */
function* runs(p, name = "runs") {
  const { values, shape } = p.data[name];
  for (let i = 0; i < shape[0]; i += 1) yield [values[2 * i], values[2 * i + 1]];
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawName(p, c, map) {
  const { longitude, latitude } = here(p);
  const number = numberAt(p, whole(p));
  const russia = number === p.words.codes.indexOf("RUS");
  const role = number < 0 ? "quiet" : russia ? "russian" : "ink";
  const name = countryName(p);
  const words = name[0].toUpperCase() + name.slice(1);
  const place = { role, size: 16, weight: 600, rim: "sky" };
  label(p, c, words, map.x(wrapped(longitude)), map.y(latitude) - 26, place);
}

// The strip: the same day from left to right --------------------------------------------------------
/** @param {Stage} p */
function stripArea(p) {
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
function drawStrip(p, c) {
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
  label(p, c, "land", strip.right + 8, strip.band + 10, words);
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
