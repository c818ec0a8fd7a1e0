// The station in three dimensions: turn it, choose a cut, part it, and follow the pieces for two laps.

import { element } from "../kit/js/dom.js";
import { inPanel, panel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import { LitSolids } from "./lit.js";
import { drawOrbit, holdsStation, timeAt } from "./orbit.js";
import { drawClose } from "./scene.js";
import { chosen, stopNow } from "./state.js";

const WIDE = 700; // from this width on both drawings stand side by side
const ORBIT_PX = 250; // height of the orbit, where it stands below
const LAP_S = 15; // of clock, while time runs
const SIGHTS = {
  // name: turn, tilt
  corner: [32, -18],
  side: [0, 0],
  above: [0, 90],
  behind: [-90, 8],
};

export default picture({
  follow: ["cut", "push", "laps", "turn_deg", "tilt_deg"],

  height(width, p) {
    p.line.style.minHeight = width < WIDE ? "7em" : ""; // as long as its longest: what is below must not jump
    return width >= WIDE ? 440 : Math.round(Math.min(0.86 * width, 380)) + ORBIT_PX;
  },

  start(p) {
    const { points_m: points, corner, kind, time_s: times } = p.data;
    p.own.solids = new LitSolids(p, points.values, corner.values, kind.values, p.words.bodies, p.words.mixed);
    p.closers.push(() => p.own.solids.close());
    p.root.classList.add("iss-side"); // the question stands beside the station
    p.own.end = times.values[times.values.length - 1];
    p.own.lap = p.words.lap_s;
    p.state = { time: p.own.lap * p.model.get("laps") };
    for (const name of ["cut", "push", "turn_deg", "tilt_deg"]) p.state[name] = p.model.get(name);
    p.state.known = stopNow(p);
    const pick = (name) => (value) => (set(p, { [name]: value }), p.save({ [name]: value }));
    p.own.cuts = p.choice({
      label: p.words.labels.cut,
      value: p.state.cut,
      options: p.words.cuts.map((cut) => [cut, cut]),
      input: pick("cut"),
    });
    p.own.pushes = p.choice({
      label: p.words.labels.push,
      value: p.state.push,
      options: p.words.pushes.map((push) => [push, push]),
      input: pick("push"),
    });
    p.own.time = p.player({
      label: p.words.labels.part_it,
      end: () => p.own.end,
      rate: () => p.own.lap / LAP_S,
      step: () => p.own.lap / 8,
      at: (time) => goTo(p, time),
    });
    p.own.time.note.set(filled(p.words.labels.pace, { minutes: Math.round(p.own.lap / LAP_S / 60) }));
    p.own.times = p.slider({
      label: p.words.labels.since,
      min: 0,
      max: p.words.moments.length - 1,
      step: 1,
      value: stopNow(p),
      text: (stop) => `{ink:${p.words.times[stop]}}`,
      input: (stop) => (p.own.time.stop(), p.own.time.move((stop * p.own.lap) / p.words.stops)),
    });
    p.own.sights = p.choice({
      label: p.words.labels.seen,
      value: sightNow(p),
      options: Object.keys(SIGHTS).map((name) => [name, p.words.labels.sights[name]]),
      input: (name) => look(p, SIGHTS[name][0], SIGHTS[name][1]),
    });
    const row = element("div", "iss-player"); // a line of its own
    row.append(p.controls.lastElementChild);
    p.controls.append(row);
    p.own.turns = half(
      p.slider({
        label: p.words.labels.turn,
        min: -180,
        max: 180,
        step: 1,
        value: p.state.turn_deg,
        text: (angle) => `${whole(angle)}°`,
        input: (turn) => look(p, turn, p.state.tilt_deg),
      }),
    );
    p.own.tilts = half(
      p.slider({
        label: p.words.labels.tilt,
        min: -90,
        max: 90,
        step: 1,
        value: p.state.tilt_deg,
        text: (angle) => `${whole(angle)}°`,
        input: (tilt) => look(p, p.state.turn_deg, tilt),
      }),
    );
    if (p.state.time) p.own.time.move(p.state.time);
  },

  changed(p, name, value) {
    if (name === "laps") {
      p.state.known = Math.round(value * p.words.stops); // Python knows: nothing to send back
      p.own.time.stop();
      p.own.time.move(value * p.own.lap);
    } else set(p, { [name]: value });
  },

  opened(p, _answer, byHand) {
    if (byHand) p.own.time.start();
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: `${p.words.scene} ${p.words.closed}` };
    const { cut, push, stop } = chosen(p);
    const where = p.words.places[cut][push][stop];
    const kind = stop === 0 ? "whole" : where ? "apart" : "met";
    const texts = {
      ...p.words.texts[cut],
      when: p.words.moments[stop],
      where,
      push: p.state.push,
      relative: p.words.relative,
      turn: whole(p.state.turn_deg),
      tilt: whole(p.state.tilt_deg),
    };
    const sentence = filled(p.words.sentences[kind], texts);
    return { sentence, alt: `${p.words.scene}${filled(p.words.view, texts)} ${sentence}` };
  },

  draw(p, c) {
    const [close, orbit] = panels(p);
    if (p.own.painted !== p.colours) [p.own.painted] = [p.colours, p.own.solids.paint(p)];
    inPanel(c, close, drawClose);
    if (p.open || p.width < WIDE) inPanel(c, orbit, drawOrbit);
  },

  grab(p, x, y) {
    const [close, orbit] = panels(p);
    if (holdsStation(orbit, x - orbit.left, y - orbit.top)) return { orbit };
    // The rim of the drawing is left to a finger that moves the page.
    const inside = Math.abs(x - close.left - close.width / 2) < 0.45 * close.width;
    if (!inside || Math.abs(y - close.top - close.height / 2) > 0.4 * close.height) return null;
    return { x, y, turn: p.state.turn_deg, tilt: p.state.tilt_deg };
  },

  drag(p, thing, x, y) {
    if (thing.orbit) {
      p.state.moved = true;
      p.own.time.stop();
      return p.own.time.move(timeAt(thing.orbit, x - thing.orbit.left, y - thing.orbit.top));
    }
    const tilt = Math.min(Math.max(thing.tilt + 0.4 * (y - thing.y), -90), 90);
    look(p, ((thing.turn - 0.4 * (x - thing.x) + 540) % 360) - 180, tilt);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function set(p, change) {
  Object.assign(p.state, change);
  p.own.cuts.set(p.state.cut);
  p.own.pushes.set(p.state.push);
  p.own.turns.set(p.state.turn_deg);
  p.own.tilts.set(p.state.tilt_deg);
  p.own.sights.set(sightNow(p));
  p.redraw();
}

/** @param {Stage} p */
function look(p, turn, tilt) {
  p.state.turned = true;
  const change = { turn_deg: Math.round(turn), tilt_deg: Math.round(tilt) };
  set(p, change);
  p.save(change);
}

/** @param {Stage} p */
function sightNow(p) {
  const { turn_deg: turn, tilt_deg: tilt } = p.state;
  return Object.keys(SIGHTS).find((name) => SIGHTS[name][0] === turn && SIGHTS[name][1] === tilt) ?? "";
}

const whole = (angle) => String(Math.round(angle)).replace("-", "−");

/** @param {Stage} p */
function goTo(p, time) {
  p.state.time = time;
  const stop = stopNow(p);
  p.own.times?.set(stop);
  if (stop === p.state.known) return;
  p.state.known = stop;
  p.save({ laps: stop / p.words.stops });
}

function half(slider) {
  slider.range.parentElement.classList.add("iss-half");
  return slider;
}

// The bodies and the orbit, side by side or one below the other; the question takes the place of the orbit.
/** @param {Stage} p */
function panels(p) {
  const { width, height } = p;
  if (width < WIDE) {
    const top = height - ORBIT_PX;
    return [
      panel(p, "close", { left: 0, top: 0, width, height: top }),
      panel(p, "orbit", { left: 0, top, width, height: ORBIT_PX }),
    ];
  }
  const left = width - (p.open ? Math.round(0.34 * width) : 480);
  return [
    panel(p, "close", { left: 0, top: 0, width: left, height }),
    panel(p, "orbit", { left, top: 0, width: width - left, height }),
  ];
}
