// Newton's cannon: drag the arrow of the speed, fire, and see where the shot goes.

import { picture } from "../kit/js/stage.js";
import {
  drawBody,
  drawCannon,
  drawEarth,
  drawFarEnd,
  drawGhosts,
  drawHeight,
  drawLanding,
  drawPath,
} from "./scene.js";
import { arrowScale, flightTime, launchRadius, row, speedWords } from "./state.js";

const EDGE = { left: 30, right: 30, top: 62, bottom: 40 };
const GHOSTS = 6;

export default picture({
  follow: ["speed_km_s", "gravity", "body"],
  height: (width) => Math.round(Math.min(Math.max(0.62 * width, 340), 560)),

  start(p) {
    p.state = { stop: 0, gravity: p.model.get("gravity"), body: p.model.get("body"), time: 0, ghosts: [] };
    p.state.stop = nearestStop(p, p.model.get("speed_km_s"));
    p.own.aimer = p.slider({
      label: p.words.labels.speed,
      min: 0,
      max: p.words.stops_km_s.length - 1,
      step: 1,
      value: p.state.stop,
      text: (stop) => `{speed:${speedWords(p, stop)}}`,
      input: (stop) => aim(p, stop),
    });
    p.own.time = p.player({
      label: p.words.labels.fire,
      end: () => flightTime(p),
      rate: () => p.data.rate.values[p.state.stop],
      step: () => p.data.rate.values[p.state.stop],
      at: (time) => (p.state.time = time),
      reset: () => (p.state.ghosts = []),
    });
    p.own.gravitySwitch = p.toggle({
      label: p.words.labels.gravity,
      value: p.state.gravity,
      input: (on) => turn(p, { gravity: on }),
    });
    p.own.bodyChoice = p.choice({
      label: p.words.labels.shoot,
      value: p.state.body,
      options: p.words.labels.bodies,
      input: (body) => turn(p, { body }),
    });
  },

  changed(p, name, value) {
    if (name === "speed_km_s") aim(p, nearestStop(p, value), false);
    else turn(p, { [name]: value }, false);
    p.own.aimer.set(p.state.stop);
    p.own.gravitySwitch.set(p.state.gravity);
    p.own.bodyChoice.set(p.state.body);
  },

  opened(p, answer, byHand) {
    if (!byHand || typeof answer !== "number") return;
    aim(p, nearestStop(p, answer));
    p.own.aimer.set(p.state.stop);
    if (!p.still) p.own.time.start();
  },

  found: (p) => p.state.gravity && p.words.outcomes[p.state.stop] === "circle",

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { stop, gravity, body } = p.state;
    const sentence = p.words.sentences[body + (gravity ? "" : "-straight")][stop];
    const shape = p.words.shapes[gravity ? p.words.outcomes[stop] : "straight"];
    return { sentence, alt: [p.words.scene, shape, sentence].join(" ") };
  },

  draw(p, c) {
    const view = look(p);
    drawEarth(p, c, view);
    drawHeight(p, c, view);
    if (p.open) {
      drawGhosts(p, c, view);
      drawPath(p, c, view);
      drawLanding(p, c, view);
      drawFarEnd(p, c, view);
    }
    drawCannon(p, c, view);
    if (p.open) drawBody(p, c, view);
  },

  grab(p, x, y) {
    const view = look(p);
    const tip = view.x(0) + arrowScale(p) * p.words.stops_km_s[p.state.stop];
    return Math.hypot(x - tip, y - view.y(launchRadius(p))) < 24 ? { offset: x - tip } : null;
  },

  drag(p, thing, x) {
    // The frame follows the shot while the arrow is dragged; the arrow's tip stays under the pointer.
    let best = 0;
    let least = Infinity;
    for (let stop = 0; stop < p.words.stops_km_s.length; stop += 1) {
      const miss = Math.abs(look(p, stop).x(0) + arrowScale(p) * p.words.stops_km_s[stop] + thing.offset - x);
      if (miss < least) [best, least] = [stop, miss];
    }
    aim(p, best);
    p.own.aimer.set(best);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function aim(p, stop, tell = true) {
  if (stop === p.state.stop) return;
  remember(p);
  p.own.time.rewind();
  Object.assign(p.state, { stop, moved: true });
  if (tell) p.save({ speed_km_s: p.words.stops_km_s[stop] });
  p.redraw();
}

/** @param {Stage} p */
function turn(p, change, tell = true) {
  remember(p);
  p.own.time.rewind();
  Object.assign(p.state, change);
  if (tell) p.save(change);
  p.redraw();
}

// A shot that stood still for a moment is kept as a faint trace; those passed over while dragging are not.
/** @param {Stage} p */
function remember(p) {
  const now = performance.now();
  const { stop, gravity, ghosts, seen } = p.state;
  if (p.open && now - (seen ?? now) > 600) {
    p.state.ghosts = ghosts.filter((one) => one.stop !== stop || one.gravity !== gravity);
    p.state.ghosts = [...p.state.ghosts, { stop, gravity }].slice(-GHOSTS);
  }
  p.state.seen = now;
}

/** @param {Stage} p */
function nearestStop(p, speed) {
  let best = 0;
  p.words.stops_km_s.forEach((each, stop) => {
    if (Math.abs(each - speed) < Math.abs(p.words.stops_km_s[best] - speed)) best = stop;
  });
  return best;
}

// Where things are -------------------------------------------------------------------------------

/** @param {Stage} p */
function look(p, stop = p.state.stop) {
  const [left, right, bottom, top] = row(p, "frame_km", stop);
  const wide = p.width - EDGE.left - EDGE.right;
  const high = p.height - EDGE.top - EDGE.bottom;
  const scale = Math.min(wide / (right - left), high / (top - bottom));
  const middle = EDGE.left + wide / 2 - (scale * (left + right)) / 2;
  const spare = p.open ? (high - scale * (top - bottom)) / 2 : 0; // closed: the question needs the room below
  const sky = EDGE.top + spare + scale * top;
  return { scale, x: (km) => middle + scale * km, y: (km) => sky - scale * km };
}
