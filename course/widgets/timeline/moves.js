// What the hand changes: the part of the line in view, the chosen event, the threads, the cards.

import { askNow, dateOf, isFew } from "./place.js";
import { factor, inView, shown, tellControls } from "./tell.js";

const GLIDE_MS = 450;
const REACH_PX = 24; // how near a tap must be to a mark

/** @param {Stage} p */
function view(p, start, long, tell = true) {
  const last = p.data.ends.values[1];
  const kept = Math.min(Math.max(long, p.words.least_days), last);
  p.state.start = Math.min(Math.max(start, 0), last - kept);
  p.state.end = p.state.start + kept;
  if (tell) {
    const iso = (day) => dateOf(p, Math.round(day)).toISOString().slice(0, 10);
    p.save({
      span: [iso(p.state.start), iso(p.state.start + Math.max(Math.round(kept), p.words.least_days))],
    });
  }
  tellControls(p);
  p.redraw();
}

/** @param {Stage} p */
export function pan(p, start, long) {
  cancelAnimationFrame(p.own.gliding);
  view(p, start, long);
}

// From one part to another, then what follows; who prefers reduced motion is there at once.
/** @param {Stage} p */
export function glideTo(p, start, long, then = () => {}) {
  cancelAnimationFrame(p.own.gliding);
  compare(p, false);
  const from = { start: p.state.start, end: p.state.end };
  const begun = performance.now();
  const step = (now) => {
    const done = p.still ? 1 : Math.min(Math.max((now - begun) / GLIDE_MS, 0), 1);
    const part = done * done * (3 - 2 * done);
    const first = from.start + part * (start - from.start);
    const last = from.end + part * (start + long - from.end);
    view(p, first, last - first, done === 1);
    if (done < 1) p.own.gliding = requestAnimationFrame(step);
    else then();
  };
  step(begun);
}

/** @param {Stage} p */
export function zoomTo(p, value) {
  const long = p.data.ends.values[1] / factor(p) ** (value / 100);
  const chosen = p.data.day.values[p.state.chosen];
  const { start, end } = p.state;
  const inside = chosen >= start && chosen <= end;
  const share = inside ? (chosen - start) / (end - start) : 0.5;
  compare(p, false);
  pan(p, (inside ? chosen : (start + end) / 2) - share * long, long);
}

// The chosen event -------------------------------------------------------------------------------

/** @param {Stage} p */
export function choose(p, i) {
  p.state.chosen = i;
  compare(p, false);
  const [day, long] = [p.data.day.values[i], p.state.end - p.state.start];
  const tell = () => p.save({ event: p.words.ids[i] });
  if (day < p.state.start + 0.02 * long || day > p.state.end - 0.02 * long)
    glideTo(p, day - long / 2, long, tell);
  else tell();
  tellControls(p);
  p.redraw();
}

// Nothing in view is chosen: the first of the most important is.
/** @param {Stage} p */
export function chooseInView(p) {
  const list = inView(p);
  if (list.length && !list.includes(p.state.chosen)) choose(p, foremost(p, list));
}

// What the part in view asks ends with an event: that one is told.
/** @param {Stage} p */
function chooseAsked(p) {
  const ask = askNow(p);
  if (!ask) chooseInView(p);
  else if (!ask.events.includes(p.state.chosen)) choose(p, ask.events.at(-1));
}

/** @param {Stage} p */
export function groupUnder(p, x, y) {
  const named = (p.own.boxes ?? []).find(
    (box) => x > box.left && x < box.right && y > box.top && y < box.bottom,
  );
  if (named) return { members: [named.i] };
  let [best, least] = [null, REACH_PX];
  for (const group of p.own.groups ?? []) {
    const across = Math.max(group.from - x, x - group.to, 0);
    const away = Math.hypot(across, y - group.y);
    if (away < least) [best, least] = [group, away];
  }
  return best;
}

// A mark chooses its event; marks that lie over one another come apart, and the first of the most important is chosen.
/** @param {Stage} p */
export function press(p, { members }) {
  const days = members.map((i) => p.data.day.values[i]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (last - first < 2) return choose(p, members[(members.indexOf(p.state.chosen) + 1) % members.length]);
  const long = Math.max(1.6 * (last - first), p.words.least_days);
  glideTo(
    p,
    (first + last - long) / 2,
    long,
    () => members.includes(p.state.chosen) || choose(p, foremost(p, members)),
  );
}

/** @param {Stage} p */
const foremost = (p, list) =>
  list.reduce((best, i) => (p.data.rank.values[i] < p.data.rank.values[best] ? i : best));

// Other threads are shown; without any, what begins and ends the times of Soyuz alone.
/** @param {Stage} p */
export function setThreads(p, threads) {
  p.state.threads = threads;
  p.save({ threads });
  compare(p, false);
  const list = shown(p);
  const away = (i) => Math.abs(p.data.day.values[i] - p.data.day.values[p.state.chosen]);
  if (!list.includes(p.state.chosen))
    choose(
      p,
      list.reduce((best, i) => (away(i) < away(best) ? i : best)),
    );
  tellControls(p);
  p.redraw();
}

/** @param {Stage} p */
export const turn = (p, thread, on) =>
  setThreads(
    p,
    p.words.threads.filter((each) => (each === thread ? on : p.state.threads.includes(each))),
  );

// A button shows a part of the line: the first one what is asked, the others all that happened in it.
/** @param {Stage} p */
export function showPart(p, { first, last, few }) {
  if (few) glideTo(p, first, last - first, () => (setThreads(p, []), chooseInView(p)));
  else {
    if (isFew(p)) setThreads(p, p.words.threads);
    glideTo(p, first, last - first, () => chooseAsked(p));
  }
}

/** @param {Stage} p */
export function compare(p, on) {
  if (on === p.state.comparing) return;
  p.state.comparing = on;
  p.save({ comparing: on });
  tellControls(p);
  p.redraw();
}
