// The wave: the station flies along its flat circle, and the point below it draws a wave on the map.

import { mapArea, placeWords, wrapped } from "../kit/js/map.js";
import { inPanel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import { drawBall, drawWorld, onMap, panels, sizes } from "./scene.js";
import { placeAt } from "./state.js";

const RATE_MIN = 10; // play: one second shows ten minutes
const HOLD_PX = 24; // how near the hand must be
const FAR_MIN = 25; // the hand moves the station by less than this between two events

export default picture({
  follow: ["minute", "earth_turns"],
  height: (width, p) => sizes(width, p).height,

  start(p) {
    const minute = p.model.get("minute");
    p.state = { minute, known: minute, earth_turns: p.model.get("earth_turns") };
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => p.words.last_minute,
      rate: () => RATE_MIN,
      step: () => RATE_MIN,
      at: (time) => fly(p, time),
    });
    p.own.time.note.set(p.words.labels.pace);
    p.own.minutes = p.slider({
      label: p.words.kit.time,
      min: 0,
      max: p.words.last_minute,
      step: 1,
      value: minute,
      text: (at) => `{ink:${filled(p.words.labels.flown, { minute: at })}}`,
      input: (at) => (p.own.time.stop(), p.own.time.move(at)),
    });
    p.own.turning = p.toggle({
      label: p.words.labels.turns,
      value: p.state.earth_turns,
      input: (on) => turn(p, on),
    });
    p.own.time.note.line.before(p.own.turning.box); // what matters stands beside Play
    p.own.time.move(minute);
  },

  changed(p, name, value) {
    if (name === "minute") {
      p.state.known = value; // Python knows: nothing to send back
      p.own.time.move(value);
    } else turn(p, value, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const minute = whole(p);
    const laps = minute / p.words.lap_min;
    const kind = p.state.earth_turns ? "turning" : "still";
    const { longitude, latitude } = placeAt(p, laps);
    const now = {
      minute,
      place: placeWords(latitude, longitude),
      lap: Math.floor(laps) + 1,
      laps: laps.toFixed(1),
      turned: (p.words.shift_deg * laps).toFixed(1),
      shift: p.words.shift_deg.toFixed(1),
      top: p.words.top_deg.toFixed(1),
    };
    const [earth, lie] = [p.words.earth[kind], filled(p.words.lie[kind], now)];
    return {
      sentence: filled(p.words[minute ? kind + (laps >= 1 ? "_on" : "") : "before"], now),
      alt: filled(p.words.alt, { ...now, earth, lie }),
    };
  },

  draw(p, c) {
    const { globe, map } = panels(p);
    inPanel(c, globe, drawBall);
    inPanel(c, map, drawWorld);
  },

  grab(p, x, y) {
    const { map } = panels(p);
    const here = onMap(map);
    return Math.hypot(x - map.left - here.x, y - map.top - here.y) < HOLD_PX ? {} : null;
  },

  drag(p, _thing, x, y) {
    const { map } = panels(p);
    p.own.time.stop();
    p.own.time.move(nearestMinute(p, map, x - map.left, y - map.top));
  },
});

/** @param {Stage} p */
const whole = (p) => Math.floor(p.state.minute + 1e-6);

/** @param {Stage} p */
function fly(p, minute) {
  p.state.minute = minute;
  p.own.minutes?.set(whole(p));
  if (whole(p) === p.state.known) return;
  p.state.known = whole(p);
  p.save({ minute: whole(p) });
}

/** @param {Stage} p */
function turn(p, on, tell = true) {
  p.state.earth_turns = on;
  p.own.turning.set(on);
  if (tell) p.save({ earth_turns: on });
  p.redraw();
}

/**
 * @param {Stage} p
 * @param {Panel} part
 */
function nearestMinute(p, part, x, y) {
  const map = mapArea(part);
  const now = p.state.minute;
  let [best, least] = [now, Infinity];
  for (let there = Math.max(now - FAR_MIN, 0); there <= now + FAR_MIN; there += 0.5) {
    if (there > p.words.last_minute) break;
    const { longitude, latitude } = placeAt(p, there / p.words.lap_min);
    const across = Math.abs(x - map.x(wrapped(longitude)));
    const away = Math.hypot(Math.min(across, part.width - across), y - map.y(latitude));
    const miss = away + 0.05 * Math.abs(there - now);
    if (miss < least) [best, least] = [there, miss];
  }
  return best;
}
