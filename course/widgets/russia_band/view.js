// Russia on an equal-area map: drag the line up to which the track comes. Parallels are arcs round the apex.

import { hatch } from "../kit/js/hatch.js";
import { outlinePath } from "../kit/js/map.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { dot, grip, label, ring } from "../kit/js/strokes.js";
import { marks, tilt, tiltSlider, valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";

const SIDES = {
  above: [0, -8, "center"],
  below: [0, 15, "center"],
  left: [-8, 4, "right"],
  right: [8, 4, "left"],
};
const HOLD_PX = 16; // how near the hand must be to the line

export default picture({
  follow: ["inclination_deg", "borders"],
  height(width, p) {
    const [left, right, top, bottom] = p.words.frame_km;
    return Math.round((width / (right - left)) * (bottom - top));
  },

  start(p) {
    const stop = nearest(p.data.inclination_deg.values, p.model.get("inclination_deg"));
    p.state = { stop, at: stop, borders: p.model.get("borders") };
    p.note().set(p.words.key);
    tiltSlider(p);
    p.own.marks = marks(p);
    p.own.whose = p.choice({
      label: p.words.kit.borders,
      value: p.state.borders,
      options: p.words.kit.borders_options,
      input: (borders) => view(p, borders),
    });
    p.own.about = p.note();
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
  },

  changed(p, name, value) {
    if (name === "borders") view(p, value, false);
    else tilt(p, nearest(p.data.inclination_deg.values, value), false);
    p.own.whose.set(p.state.borders);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { stop, borders } = p.state;
    const { texts } = p.words;
    const shares = texts[borders];
    const other = texts[borders === "un" ? "de-facto" : "un"].area[stop];
    const now = {
      inclination: texts.inclination[stop],
      top: texts.top[stop],
      area: shares.area[stop],
      people: shares.people[stop],
      other,
      ...p.words.below[texts.below[stop]],
    };
    p.words.seen.forEach((name, i) => (now[name] = shares.seen[stop][i]));
    p.own.about.set(filled(p.words.notes[borders], now));
    return { sentence: filled(p.words.sentences[shares.kind[stop]], now), alt: filled(p.words.alt, now) };
  },

  draw(p, c) {
    const map = mapOf(p);
    drawLand(p, c);
    drawRussia(p, c, map);
    const among = []; // where words stand: at the handle, then heights, then names
    if (p.open) drawLines(p, c, map);
    const cities = drawCities(p, c, map);
    if (p.open) drawHandle(p, c, map, among);
    if (p.open) drawHeights(p, c, map, among);
    drawNames(p, c, map, among.concat(cities));
  },

  grab(p, x, y) {
    const map = mapOf(p);
    const away = Math.hypot(x - map.x(0), y - map.y(0)) - map.long(valueAt(p, "reach_km"));
    return Math.abs(away) < HOLD_PX ? { away } : null;
  },

  drag(p, thing, x, y) {
    const map = mapOf(p);
    const radius = (Math.hypot(x - map.x(0), y - map.y(0)) - thing.away) / map.long(1);
    p.state.moved = true;
    tilt(p, nearest(p.data.reach_km.values, radius));
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function view(p, borders, tell = true) {
  p.state.borders = borders;
  if (tell) p.save({ borders });
  p.redraw();
}

// The drawing ------------------------------------------------------------------------------------
/** @param {Stage} p */
function mapOf(p) {
  const [left, right, top] = p.words.frame_km;
  const scale = p.width / (right - left);
  return { x: (km) => (km - left) * scale, y: (km) => (km - top) * scale, long: (km) => km * scale };
}

/** @param {Stage} p */
function shapes(p) {
  if (p.own.shapes?.width !== p.width) {
    const map = mapOf(p);
    p.own.shapes = { width: p.width };
    for (const name of ["land_km", "russia_km", "crimea_km"])
      p.own.shapes[name] = outlinePath(p.data[name], map);
  }
  return p.own.shapes;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLand(p, c) {
  const { land_km: land } = shapes(p);
  c.fillStyle = p.colour("land");
  c.fill(land, "evenodd");
  Object.assign(c, { strokeStyle: p.colour("land-edge"), lineWidth: 0.75 });
  c.stroke(land);
}

// Russia faintly, and strongly what lies south of the line: farther from the apex than its arc.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawRussia(p, c, map) {
  const { russia_km: russia, crimea_km: crimea } = shapes(p);
  const held = p.state.borders === "de-facto";
  const fill = (role, alpha) => {
    c.fillStyle = p.colour(role);
    c.globalAlpha = alpha;
    c.fill(russia); // both sides of the date line overlap: not "evenodd"
    if (held) c.fill(crimea);
    c.globalAlpha = 1;
  };
  if (!held) {
    c.fillStyle = p.colour("land");
    c.fill(crimea);
  }
  fill("russian", 0.22);
  if (p.open) {
    c.save();
    c.beginPath();
    c.rect(0, 0, p.width, p.height);
    c.arc(map.x(0), map.y(0), map.long(valueAt(p, "reach_km")), 0, 2 * Math.PI);
    c.clip("evenodd");
    fill("russian", 0.7);
    c.restore();
  }
  const [left, right, top, bottom] = p.words.crimea_box;
  const box = { left: map.x(left), right: map.x(right), top: map.y(top), bottom: map.y(bottom) };
  hatch(p, c, crimea, box, p.width < 620 ? 3 : 4);
}

// Lines of equal height at best: on the horizon, 10 and 25 degrees up, overhead.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawLines(p, c, map) {
  c.setLineDash([4, 5]);
  p.words.lines.forEach((_, i) => arc(p, c, map, map.long(valueAt(p, "sight_km", i)), "quiet", 1));
  c.setLineDash([]);
  arc(p, c, map, map.long(valueAt(p, "reach_km")), "ink", 2);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawHeights(p, c, map, among) {
  const { seen } = p.words.texts[p.state.borders];
  const size = p.width < 620 ? 11 : 13;
  p.words.lines.forEach((words, i) => {
    const y = map.y(0) + map.long(valueAt(p, "sight_km", i));
    if (y < size + 4) return; // off the map: all of Russia sees it so high
    const look = { role: "quiet", size, rim: "sky", among };
    label(p, c, `${words}: ${seen[p.state.stop][i]}`, map.x(0), y - 5, look);
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function arc(p, c, map, radius, role, width) {
  c.beginPath();
  c.arc(map.x(0), map.y(0), radius, 0, Math.PI);
  Object.assign(c, { strokeStyle: p.colour(role), lineWidth: width });
  c.stroke();
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawHandle(p, c, map, among) {
  const { stop, borders, moved } = p.state;
  const [x, y] = [map.x(0), map.y(0) + map.long(valueAt(p, "reach_km"))];
  if (y < 30 || y > p.height + 20) return; // beside the map, where the line may still be held at its ends
  const { top } = p.words.texts;
  const wide = p.width >= 620;
  const now = { top: top[stop], area: p.words.texts[borders].area[stop] };
  const words = filled(wide ? p.words.labels.overhead : p.words.labels.overhead_short, now);
  const look = { weight: 600, rim: "sky", among };
  label(p, c, words, x, Math.min(y - 16, p.height - 8), { ...look, size: wide ? 14 : 12 });
  if (y > p.height - 11) return;
  grip(p, c, x, y, "ink");
  if (!moved) label(p, c, p.words.kit.drag, x + 16, y + 5, { ...look, align: "left" });
}

// A city below the track is a full dot, one beyond it a ring: returns the boxes that no name may cover.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCities(p, c, map) {
  const radius = p.width < 620 ? 2.5 : 4;
  return p.words.cities.map(({ latitude_deg: latitude, place_km: place }) => {
    const [x, y] = [map.x(place[0]), map.y(place[1])];
    c.fillStyle = p.colour(isBelow(p, latitude) ? "ink" : "sky");
    dot(c, x, y, radius);
    ring(c, x, y, radius, p.colour("ink"), 1.25);
    return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
  });
}

/** @param {Stage} p */
const isBelow = (p, latitude) => p.open && latitude <= p.data.top_deg.values[p.state.stop];

// Names where there is room: each on the side that was chosen for it, then the others; the alt text names all.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawNames(p, c, map, among) {
  const narrow = p.width < 620;
  /** @type {(city: any, side: any[]) => boolean} */
  const write = ({ name, latitude_deg: latitude, place_km: place }, [across, lower, align]) => {
    const weight = isBelow(p, latitude) ? 600 : 400;
    const look = { size: narrow ? 11 : 13, rim: "sky", weight, align, among };
    return label(p, c, name, map.x(place[0]) + across, map.y(place[1]) + lower, look);
  };
  const chosen = ({ sides }) => SIDES[sides[narrow ? 1 : 0]];
  p.words.cities
    .filter(chosen)
    .filter((city) => !write(city, chosen(city)))
    .forEach((city) => Object.values(SIDES).some((side) => write(city, side)));
}
