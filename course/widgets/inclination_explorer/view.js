// The inclination explorer: tilt the orbit's plane on the globe, and see on the map and in the bars what follows.

import { onTilted, RAD, seen } from "../kit/js/globe.js";
import { mapArea, placeWords, wrapped } from "../kit/js/map.js";
import { inPanel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { marks, tilt, tiltSlider, valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { drawBars, rows } from "./bars.js";
import {
  ballView,
  drawBall,
  drawWorld,
  lever,
  onGlobe,
  onMap,
  PLANE,
  panels,
  QUARTER,
  sizes,
} from "./scene.js";
import { placeAt } from "./state.js";

const HOLD_PX = 24; // how near the hand must be

export default picture({
  follow: ["inclination_deg", "laps", "turns", "earth_turns", "borders"],
  height: (width, p) => sizes(width, p).height,

  start(p) {
    const stop = nearest(p.data.inclination_deg.values, p.model.get("inclination_deg"));
    p.state = { stop, at: stop };
    for (const name of ["laps", "turns", "earth_turns", "borders"]) p.state[name] = p.model.get(name);
    tiltSlider(p);
    p.own.marks = marks(p);
    p.own.turning = p.toggle({
      label: p.words.labels.turns,
      value: p.state.earth_turns,
      input: (on) => change(p, { earth_turns: on }),
    });
    p.own.lapSlider = p.slider({
      label: p.words.kit.laps_shown,
      min: 1,
      max: p.words.most_laps,
      step: 1,
      value: p.state.laps,
      text: String,
      input: (laps) => change(p, { laps }),
    });
    p.own.lapSlider.range.style.accentColor = "var(--iss-ink)";
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => p.state.laps,
      rate: () => 0.1,
      step: () => 0.05,
      at: (turns) => fly(p, turns),
    });
    p.own.time.note.set(p.words.labels.pace);
    p.own.whose = p.choice({
      label: p.words.kit.borders,
      value: p.state.borders,
      options: p.words.kit.borders_options,
      input: (borders) => change(p, { borders }),
    });
    p.own.about = p.note();
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
    p.own.time.move(p.state.turns);
  },

  changed(p, name, value) {
    if (name === "inclination_deg") tilt(p, nearest(p.data.inclination_deg.values, value), false);
    else if (name === "turns") p.own.time.move(value);
    else change(p, { [name]: value }, false);
    p.own.lapSlider.set(p.state.laps);
    p.own.turning.set(p.state.earth_turns);
    p.own.whose.set(p.state.borders);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { stop, borders, laps, earth_turns: turning } = p.state;
    const { texts, drawn } = p.words;
    p.own.about.set(p.words.notes[borders].replace("$other", texts.other[borders][stop]));
    const now = {
      inclination: texts.inclination[stop],
      reach: texts.reach[stop],
      over: texts.over[borders][stop],
      shift: texts.shift[stop],
      laps,
      bars: rows(p, stop)
        .map(({ name, minutes }) => `${name} ${minutes.toFixed(1)}`)
        .join(", "),
    };
    const { latitude, longitude } = placeAt(
      p,
      p.state.turns,
      p.data.tilt_deg.values[stop] * RAD,
      turning ? p.data.shift_deg.values[stop] : 0,
    );
    now.place = placeWords(latitude, longitude);
    now.drawn = filled(turning ? drawn[laps > 1 ? "turning" : "one"] : drawn.still, now);
    return {
      sentence: filled(turning ? p.words.sentence : p.words.still, now),
      alt: filled(p.words.alt + (turning ? p.words.alt_bars : ""), now),
    };
  },

  draw(p, c) {
    const { globe, map, bars } = panels(p);
    p.own.track = trackOf(p);
    inPanel(c, globe, drawBall);
    inPanel(c, map, drawWorld);
    if (p.open) inPanel(c, bars, drawBars);
  },

  grab(p, x, y) {
    const { globe, map } = panels(p);
    const [left, top] = [x - map.left, y - map.top];
    const mark = onMap(map);
    if (Math.hypot(left - mark.x, top - mark.y) < HOLD_PX) return { kind: "map" };
    return grabOnGlobe(p, globe, x - globe.left, y - globe.top);
  },

  drag(p, thing, x, y) {
    const { globe, map } = panels(p);
    if (thing.kind === "map") flyOnMap(p, map, x - map.left, y - map.top);
    else if (thing.kind === "orbit") flyOnGlobe(p, globe, x - globe.left, y - globe.top);
    else tiltByHand(p, thing, globe, x - globe.left, y - globe.top);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  if (tell) p.save(values);
  p.own.time.move(Math.min(p.state.turns, p.state.laps));
  p.redraw();
}

/** @param {Stage} p */
function fly(p, turns) {
  if (turns === p.state.turns) return;
  p.state.turns = turns;
  p.save({ turns });
}

// The laps shown: longitudes that go on past 180 degrees, latitudes, and the same as directions on the ball.
/** @param {Stage} p */
function trackOf(p) {
  const { at, laps, earth_turns: turning } = p.state;
  const key = [at, laps, turning].join();
  if (p.own.track?.key === key) return p.own.track;
  const [tilted, shift] = [valueAt(p, "tilt_deg") * RAD, turning ? valueAt(p, "shift_deg") : 0];
  const [longitude, latitude, ball] = [[], [], new Float32Array(3 * (laps * p.words.samples + 1))];
  for (let i = 0; i <= laps * p.words.samples; i += 1) {
    const place = placeAt(p, i / p.words.samples, tilted, shift);
    longitude.push(place.longitude);
    latitude.push(place.latitude);
    const [east, flat] = [place.longitude * RAD, Math.cos(place.latitude * RAD)];
    ball.set([flat * Math.cos(east), flat * Math.sin(east), Math.sin(place.latitude * RAD)], 3 * i);
  }
  return { key, longitude, latitude, ball, shift, tilted };
}

// The hand ---------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {Panel} part
 */
function grabOnGlobe(p, part, x, y) {
  if (x < 0 || x > part.width || y < 0 || y > part.height) return null;
  const view = ballView(part);
  const near = (place, reach) => Math.hypot(x - place.x, y - place.y) < reach;
  if (near(lever(part, view), 20)) return { kind: "plane", argument: QUARTER, reach: PLANE.outer };
  const here = onGlobe(part, view);
  if (!here.hidden && near(here, HOLD_PX)) return { kind: "orbit" };
  for (let degree = 25; degree <= 155; degree += 2) {
    // near the equator a hand would have no hold on the tilt
    const place = seen(view, onTilted(degree * RAD, p.own.track.tilted, part.words.radius));
    if (place.depth >= 0 && near(place, 10))
      return { kind: "plane", argument: degree * RAD, reach: part.words.radius };
  }
  return null;
}

// The tilt at which the point that is held comes nearest to the hand.
/** @param {Stage} p */
function tiltByHand(p, thing, part, x, y) {
  const view = ballView(part);
  let [best, least] = [0, Infinity];
  p.data.tilt_deg.values.forEach((tilted, stop) => {
    const place = seen(view, onTilted(thing.argument, tilted * RAD, thing.reach));
    const miss = Math.hypot(x - place.x, y - place.y);
    if (miss < least) [best, least] = [stop, miss];
  });
  p.state.tilted = true;
  tilt(p, best);
}

const FAR_TURNS = 0.25; // the hand moves the satellite by less than this between two events

/**
 * @param {Stage} p
 * @param {Panel} part
 */
function flyOnGlobe(p, part, x, y) {
  const view = ballView(part);
  nearestTurn(p, (turns) => {
    const place = seen(view, onTilted(2 * Math.PI * turns, p.own.track.tilted, part.words.radius));
    return Math.hypot(x - place.x, y - place.y);
  });
}

/**
 * @param {Stage} p
 * @param {Panel} part
 */
function flyOnMap(p, part, x, y) {
  const map = mapArea(part);
  nearestTurn(p, (turns) => {
    const { longitude, latitude } = placeAt(p, turns, p.own.track.tilted, p.own.track.shift);
    const across = Math.abs(x - map.x(wrapped(longitude)));
    return Math.hypot(Math.min(across, part.width - across), y - map.y(latitude));
  });
}

/** @param {Stage} p */
function nearestTurn(p, away) {
  const { turns, laps } = p.state;
  let [best, least] = [turns, Infinity];
  for (let step = -60; step <= 60; step += 1) {
    const there = turns + (step / 60) * FAR_TURNS;
    if (there < 0 || there > laps) continue;
    const miss = away(there) + 0.05 * Math.abs(step);
    if (miss < least) [best, least] = [there, miss];
  }
  p.own.time.stop();
  p.own.time.move(best);
}
