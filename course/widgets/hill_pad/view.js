// The Hill-frame pad: pull the arrow of the push, and see where the pushed part goes from the other one.

import { inPanel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { distance, duration, filled, joined, laps as lapWords } from "../kit/js/words.js";
import { bodyOf } from "./frame.js";
import { drawPad, onPad, pushAt, tipOf } from "./pad.js";
import { drawPath, flyTo, panels, sizes } from "./scene.js";
import { offsetAt, pushed, result, speedAt, stepsOf, straightAt } from "./state.js";

const HOLD_PX = 24;

export default picture({
  follow: ["along_m_s", "radial_m_s", "cross_m_s", "laps", "flown_laps", "within_m", "view", "straight"],
  height: (width) => sizes(width).height,

  start(p) {
    p.state = { push: {} };
    for (const axis of p.words.axes) p.state.push[axis] = p.model.get(`${axis}_m_s`);
    for (const name of ["laps", "within_m", "view", "straight"]) p.state[name] = p.model.get(name);
    p.state.flown = p.model.get("flown_laps");
    p.own.pushes = p.words.axes.map((axis) => pushSlider(p, axis));
    p.own.lapSlider = p.slider({
      label: p.words.labels.followed,
      min: 1,
      max: p.words.most_laps,
      step: 1,
      value: p.state.laps,
      text: (laps) => `{laps:${lapWords(laps)}}`,
      input: (laps) => follow(p, laps),
    });
    p.own.lapSlider.range.style.accentColor = "var(--iss-laps)";
    p.own.time = p.player({
      label: p.words.labels.push,
      onward: p.words.kit.go_on,
      end: () => p.state.laps,
      rate: () => p.words.rates[p.state.laps - 1],
      step: () => 0.125,
      at: (flown) => fly(p, flown),
    });
    p.own.seen = p.choice({
      label: p.words.labels.seen,
      value: p.state.view,
      options: Object.entries(p.words.views),
      input: (view) => look(p, view),
    });
    p.own.radius = p.choice({
      label: p.words.labels.too_near,
      value: p.state.within_m,
      options: p.words.within_m.map((metres) => [metres, distance(metres)]),
      input: (within_m) => change(p, { within_m }),
    });
    p.own.ghost = p.toggle({
      label: p.words.labels.straight,
      value: p.state.straight,
      input: (straight) => change(p, { straight }),
    });
    p.own.about = p.note();
    p.own.time.move(p.state.flown);
  },

  changed(p, name, value) {
    const axis = name.replace("_m_s", "");
    if (axis in p.state.push) shove(p, { [axis]: value }, false);
    else if (name === "laps") follow(p, value, false);
    else if (name === "flown_laps") p.own.time.move(value);
    else change(p, { [name]: value }, false);
    p.own.lapSlider.set(p.state.laps);
    p.own.seen.set(p.state.view);
    p.own.radius.set(p.state.within_m);
    p.own.ghost.set(p.state.straight);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { laps, view } = p.state;
    const { templates } = p.words;
    p.own.about.set(p.words.notes[laps - 1]);
    /** @type {Words} */
    const seen = { view: p.words.views[view], across: p.words.across[view] };
    if (!pushed(p)) {
      p.own.time.note.set("");
      return { sentence: templates.no_push, alt: filled(templates.alt_no_push, seen) };
    }
    const { end, nearest, meeting } = result(p);
    const near = {
      nearest: distance(nearest.away),
      radius: distance(p.state.within_m),
      when: duration(meeting),
    };
    const fate = filled(Number.isNaN(meeting) ? templates.safe : templates.meet, near);
    /** @type {Words} */
    const told = { ...seen, push: pushWords(p), place: placeWords(p, end), laps: lapWords(laps), fate };
    told.moment = momentWords(p);
    told.distances = afterLaps(p);
    p.own.time.note.set(p.state.flown > 0 ? told.moment : p.words.rate_words[laps - 1]);
    told.straight = placeWords(p, straightAt(p, laps * p.words.per_lap));
    const words = [filled(templates.sentence, told), fate];
    if (p.state.straight) words.push(filled(templates.straight, told));
    return { sentence: words.join(" "), alt: filled(templates.alt, told) };
  },

  draw(p, c) {
    const { pad, path } = panels(p);
    inPanel(c, pad, drawPad);
    inPanel(c, path, drawPath);
  },

  grab(p, x, y) {
    const { pad, path } = panels(p);
    const [tip, body] = [tipOf(pad), bodyOf(path)];
    const arrow = { kind: "push", across: x - pad.left - tip.x, down: y - pad.top - tip.y };
    if (Math.hypot(arrow.across, arrow.down) < HOLD_PX) return arrow;
    if (pushed(p) && Math.hypot(x - path.left - body.x, y - path.top - body.y) < HOLD_PX)
      return { kind: "part" };
    return onPad(pad, x - pad.left, y - pad.top) ? { kind: "push", across: 0, down: 0 } : null;
  },

  drag(p, thing, x, y) {
    const { pad, path } = panels(p);
    p.state.moved = true;
    if (thing.kind === "push") shove(p, pushAt(pad, x - pad.left - thing.across, y - pad.top - thing.down));
    else flyTo(p, path, x - path.left, y - path.top);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function pushSlider(p, axis) {
  const steps = Math.round(p.words.fastest_m_s / p.words.step_m_s);
  const made = p.slider({
    label: p.words.labels.push_axis[axis],
    min: -steps,
    max: steps,
    step: 1,
    value: stepsOf(p, axis),
    text: (at) => `{speed:${speedAt(p, at).toFixed(2).replace("-", "−")} m/s}`,
    input: (at) => {
      if (axis !== "along") look(p, axis === "radial" ? "side" : "above"); // where this push is seen
      shove(p, { [axis]: speedAt(p, at) });
    },
  });
  made.range.parentElement.style.flex = "1 1 200px"; // three beside one another, where there is room
  return { axis, ...made };
}

/** @param {Stage} p */
function shove(p, push, tell = true) {
  Object.assign(p.state.push, push);
  p.own.pushes.forEach(({ axis, set }) => set(stepsOf(p, axis)));
  if (tell) p.save(Object.fromEntries(Object.entries(push).map(([axis, speed]) => [`${axis}_m_s`, speed])));
  p.redraw();
}

// More laps: a part that stood at the end of its path goes on to the new end.
/** @param {Stage} p */
function follow(p, laps, tell = true) {
  const atEnd = p.state.flown >= p.state.laps;
  p.state.laps = laps;
  if (tell) p.save({ laps });
  p.own.time.move(atEnd ? laps : p.state.flown);
  p.redraw();
}

/** @param {Stage} p */
function fly(p, flown) {
  p.state.flown = flown;
  const known = whole(p) / p.words.per_lap;
  if (known === p.state.known) return;
  p.state.known = known;
  p.save({ flown_laps: known });
}

/** @param {Stage} p */
function look(p, view) {
  if (view === p.state.view) return;
  change(p, { view });
  p.own.seen.set(view);
}

/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  if (tell) p.save(values);
  p.redraw();
}

// The path: a sum of multiples of the three that Python computed ---------------------------------
/** @param {Stage} p */
const whole = (p) => Math.floor(p.state.flown * p.words.per_lap + 1e-6);

// Words ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function pushWords(p) {
  const { axes, pushed: names } = p.words;
  const { push_part: part, push_whole: whole } = p.words.labels;
  const parts = axes
    .filter((axis) => stepsOf(p, axis))
    .map((axis) => {
      const speed = p.state.push[axis];
      return filled(part, { way: names[axis][speed < 0 ? 1 : 0], speed: Math.abs(speed).toFixed(2) });
    });
  return filled(whole, { parts: joined(parts) });
}

/** @param {Stage} p */
function offsets(p, metres) {
  const { axes, placed, least_m: least } = p.words;
  const parts = axes.map((axis, k) =>
    Math.abs(metres[k]) < least ? "" : `${distance(metres[k])} ${placed[axis][metres[k] < 0 ? 1 : 0]}`,
  );
  return parts.filter(Boolean);
}

/** @param {Stage} p */
const placeWords = (p, metres) => joined(offsets(p, metres)) || p.words.templates.home;

/** @param {Stage} p */
function momentWords(p) {
  const { moment, start, away } = p.words.templates;
  if (!whole(p)) return start;
  const metres = offsetAt(p, whole(p));
  const far =
    offsets(p, metres).length > 1 ? filled(away, { distance: distance(Math.hypot(...metres)) }) : "";
  return filled(moment, {
    time: duration(p.data.time_s.values[whole(p)]),
    place: placeWords(p, metres),
    away: far,
  });
}

/** @param {Stage} p */
function afterLaps(p) {
  const each = Array.from({ length: p.state.laps }, (_, lap) => offsetAt(p, (lap + 1) * p.words.per_lap)[0]);
  if (Math.abs(each[0]) < p.words.least_m) return p.words.templates.home;
  return `${joined(each.map(distance))} ${p.words.placed.along[each[0] < 0 ? 1 : 0]}`;
}
