// The lanes of the history: an event with a name has its own mark beside it, the others stand or are counted on the line.

import { label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { mark, stretch } from "./marks.js";
import { laneY, xOf } from "./place.js";
import { inView } from "./tell.js";

const R = 6;
const CLOSE_PX = 2 * R + 7; // nearer marks are counted in one
const COUNT_PX = 12; // half as wide as the room around a number at least
const DIGIT_PX = 4; // and half as wide as each of its digits
const APART_PX = 12; // between names, so that they never read as one sentence
const NEARER_PX = 8; // a mark without a name may stand nearer by this
const LONG_DAYS = 20 * 365.25; // in a longer part only the anchors have names

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLanes(p, c, place) {
  for (const thread of p.words.threads) {
    const y = laneY(p, thread);
    const on = p.state.threads.includes(thread);
    c.fillStyle = p.colour("faint");
    c.globalAlpha = 0.16;
    c.fillRect(0, y - place.lane.mark, p.width, place.lane.high - 3);
    c.globalAlpha = 1;
    stretch(c, place.left, y, place.right, y, p.colour("ghost"), 0.75);
    const name = thread[0].toUpperCase() + thread.slice(1);
    const high = place.wide ? y + 4 : y - place.lane.mark + 12;
    c.fillStyle = p.colour(on ? "ink" : "faint");
    mark(c, thread, 16, high - 4, 5);
    c.fill();
    label(p, c, on ? name : filled(p.words.labels.off, { name }), 27, high, {
      role: on ? "ink" : "quiet",
      size: place.wide ? 13 : 12,
      weight: 600,
      align: "left",
    });
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawEvents(p, c, place, within) {
  const named = namedIn(p, c, place);
  p.own.boxes = named.map(({ spot, i }) => ({ ...spot, i }));
  p.own.groups = grouped(p, new Set(named.map(({ i }) => i)));
  const single = p.own.groups.filter(({ members }) => members.length === 1);
  within(() => {
    for (const { i, y } of [...named, ...single.map(({ members: [i], y }) => ({ i, y }))])
      drawKnown(p, c, i, y);
    for (const group of p.own.groups) drawGroup(p, c, group, place);
    for (const { i, x, y } of named) drawMark(p, c, i, x, y);
  });
  for (const { i, spot } of named) {
    const look = { size: place.lane.size, weight: i === p.state.chosen ? 700 : 400 };
    label(p, c, p.words.events[i].label, spot.words, spot.base, { ...look, align: "left", rim: "sky" });
  }
}

// Marks ------------------------------------------------------------------------------------------
// Events of a lane without a name, from left to right; those whose marks would lie over one another in one group.
/** @param {Stage} p */
function grouped(p, named) {
  const groups = [];
  for (const thread of p.words.threads) {
    const members = inView(p)
      .filter((i) => p.words.events[i].thread === thread && !named.has(i))
      .map((i) => ({ i, x: xOf(p, p.data.day.values[i]) }))
      .sort((one, other) => one.x - other.x);
    let last = null;
    for (const { i, x } of members) {
      if (last && x - last.to < CLOSE_PX) Object.assign(last, { to: x, members: [...last.members, i] });
      else groups.push((last = { thread, from: x, to: x, y: laneY(p, thread), members: [i] }));
    }
  }
  return groups.reduce((kept, group) => {
    const before = kept.at(-1);
    if (before?.y === group.y && ends(group)[0] < ends(before)[1] + 2)
      Object.assign(before, { to: group.to, members: [...before.members, ...group.members] });
    else kept.push(group);
    return kept;
  }, []);
}

// Between which pixels a mark or a number lies.
function ends({ from, to, members }) {
  const half =
    members.length > 1
      ? Math.max((to - from) / 2 + R, COUNT_PX + DIGIT_PX * String(members.length).length)
      : R;
  return [(from + to) / 2 - half, (from + to) / 2 + half];
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawMark(p, c, i, x, y, role = "ink") {
  const chosen = i === p.state.chosen;
  mark(c, p.words.events[i].thread, x, y, chosen ? R + 1 : R - 0.5);
  Object.assign(c, { strokeStyle: p.colour("sky"), lineWidth: 3 });
  c.stroke();
  c.fillStyle = p.colour(chosen ? "ink" : role);
  c.fill();
}

// A number that counts is no mark of its own: hollow, and as wide as the time that it counts.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawGroup(p, c, group, place) {
  const { from, y, members } = group;
  if (members.length === 1) return drawMark(p, c, members[0], from, y, "ghost");
  const [first, last] = ends(group);
  const left = Math.max(Math.min(first, place.right + 7 - (last - first)), place.left - 4);
  c.beginPath();
  c.roundRect(left, y - 8, last - first, 16, 8);
  Object.assign(c, { fillStyle: p.colour("sky"), strokeStyle: p.colour("faint"), lineWidth: 1 });
  c.fill();
  c.stroke();
  const words = { role: "quiet", size: 12 };
  label(p, c, `+${members.length}`, left + (last - first) / 2, y + 4.5, words);
}

// The time in which an event lies, where only the month or the year is known.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawKnown(p, c, i, y) {
  const [first, last] = [0, 1].map((side) => xOf(p, p.data.known.values[2 * i + side]));
  if (last - first < 2 * R) return;
  c.fillStyle = p.colour("quiet");
  c.globalAlpha = 0.3;
  c.fillRect(first, y - 3, last - first, 6);
  c.globalAlpha = 1;
}

// Names ------------------------------------------------------------------------------------------
// The chosen event first, then the anchors, then by rank: each takes the first free place, or stays without a name.
/** @param {Stage} p */
function inOrder(p) {
  const { rank } = p.data;
  const { anchors } = p.words;
  const long = p.state.end - p.state.start > LONG_DAYS;
  const weight = (i) => {
    if (i === p.state.chosen) return -1;
    const at = anchors.indexOf(p.words.ids[i]);
    return at >= 0 ? at / anchors.length : rank.values[i];
  };
  return inView(p)
    .filter((i) => !long || weight(i) < 1)
    .sort((i, k) => weight(i) - weight(k) || i - k);
}

// First above the line; then on it, where no event without a name is near.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function namedIn(p, c, place) {
  const taken = place.wide ? [] : p.words.threads.map((thread) => headOf(p, place, thread));
  const named = new Map();
  for (const levels of [[1, 2], [0]])
    for (const i of inOrder(p)) {
      const one = p.words.events[i];
      const [x, line] = [xOf(p, p.data.day.values[i]), laneY(p, one.thread)];
      if (named.has(i)) continue;
      c.font = p.font(place.lane.size, i === p.state.chosen ? 700 : 400);
      const long = c.measureText(one.label).width;
      const others = levels[0] ? taken : [...taken, ...without(p, named, i)];
      const spot = spots(place, x, line, long, levels).find((each) => fits(place, each, others));
      if (!spot) continue;
      taken.push(spot);
      named.set(i, { i, x, y: spot.base - 4, spot });
    }
  return [...named.values()];
}

// The places on the line of those that have no name.
/** @param {Stage} p */
function without(p, named, but) {
  const { thread } = p.words.events[but];
  const y = laneY(p, thread);
  return inView(p)
    .filter((i) => i !== but && !named.has(i) && p.words.events[i].thread === thread)
    .map((i) => xOf(p, p.data.day.values[i]))
    .map((x) => ({ left: x + NEARER_PX - R, right: x + R - NEARER_PX, top: y - 9, bottom: y + 9 }));
}

// On a small screen the name of a lane stands in its highest row, where names of events must not lie.
/** @param {Stage} p */
function headOf(p, place, thread) {
  const top = laneY(p, thread) - place.lane.mark;
  return { left: 0, right: 104, top, bottom: top + 16 };
}

// A mark with its name to its right or left, on the line or above it.
function spots({ lane }, x, line, long, levels) {
  return levels.flatMap((level) => {
    const base = level ? line + 3 - level * (lane.size + 4) : line + 4;
    const row = { base, top: base - lane.size, bottom: base + 3 };
    return [
      { ...row, left: x - R, right: x + R + 5 + long, words: x + R + 5 },
      { ...row, left: x - R - 5 - long, right: x + R, words: x - R - 5 - long },
    ];
  });
}

function fits(place, spot, taken) {
  if (spot.left < place.left - 8 || spot.right > place.right + 4) return false;
  return taken.every(
    (other) =>
      spot.right + APART_PX <= other.left ||
      spot.left >= other.right + APART_PX ||
      spot.bottom <= other.top ||
      spot.top >= other.bottom,
  );
}
