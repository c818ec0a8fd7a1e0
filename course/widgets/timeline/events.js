// The lanes of the history: a mark for each event, a number for those too close to tell apart, and names on poles.

import { label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { mark, stretch } from "./marks.js";
import { laneY, xOf } from "./place.js";

const R = 6;
const CLOSE_PX = 2 * R + 7; // nearer marks are counted in one
const APART_PX = 12; // between names, so that they never read as one sentence
const LONG_DAYS = 20 * 365.25; // in a longer part only the anchors have names

/** @param {Stage} p */
function inView(p, i) {
  const [first, last] = [p.data.known.values[2 * i], p.data.known.values[2 * i + 1]];
  return p.state.threads.includes(p.words.events[i].thread) && last >= p.state.start && first <= p.state.end;
}

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
    c.fillStyle = p.colour(on ? thread : "faint");
    mark(c, thread, 16, high - 4, 5);
    c.fill();
    label(p, c, on ? name : filled(p.words.labels.off, { name }), 27, high, {
      role: on ? thread : "quiet",
      size: place.wide ? 13 : 12,
      weight: 600,
      align: "left",
    });
  }
}

// Marks ------------------------------------------------------------------------------------------
// Events of a lane whose marks would lie over one another, from left to right.
/** @param {Stage} p */
function grouped(p, place) {
  const groups = [];
  for (const thread of p.words.threads) {
    const members = p.words.events
      .map((_, i) => ({ i, x: xOf(p, p.data.day.values[i]) }))
      .filter(({ i, x }) => p.words.events[i].thread === thread && inView(p, i) && inside(place, x))
      .sort((one, other) => one.x - other.x);
    let last = null;
    for (const { i, x } of members) {
      if (last && x - last.to < CLOSE_PX) Object.assign(last, { to: x, members: [...last.members, i] });
      else groups.push((last = { thread, from: x, to: x, y: laneY(p, thread), members: [i] }));
    }
  }
  return groups;
}

const inside = ({ left, right }, x) => x >= left - 1 && x <= right + 1;

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawMarks(p, c, place) {
  p.own.groups = grouped(p, place);
  p.words.events.forEach((_, i) => inView(p, i) && drawKnown(p, c, i));
  for (const group of p.own.groups) {
    const chosen = group.members.includes(p.state.chosen);
    c.fillStyle = p.colour(group.thread);
    if (group.members.length > 1) countPath(c, group);
    else mark(c, group.thread, group.from, group.y, chosen ? R + 1.5 : R);
    Object.assign(c, { strokeStyle: p.colour(chosen ? "ink" : "sky"), lineWidth: chosen ? 4 : 2 });
    c.stroke();
    c.fill();
    if (group.members.length > 1)
      label(p, c, String(group.members.length), (group.from + group.to) / 2, group.y + 4.5, {
        role: "sky",
        size: 12,
        weight: 700,
      });
  }
}

function countPath(c, { from, to, y }) {
  const half = Math.max((to - from) / 2 + R, 10);
  c.beginPath();
  c.roundRect((from + to) / 2 - half, y - 8, 2 * half, 16, 8);
}

// The time in which an event lies, where only the month or the year is known.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawKnown(p, c, i) {
  const { thread } = p.words.events[i];
  const [first, last] = [0, 1].map((side) => xOf(p, p.data.known.values[2 * i + side]));
  if (last - first < 2 * R) return;
  c.fillStyle = p.colour(thread);
  c.globalAlpha = 0.3;
  c.fillRect(first, laneY(p, thread) - 3, last - first, 6);
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
  return p.words.events
    .map((_, i) => i)
    .filter((i) => inView(p, i) && (!long || weight(i) < 1))
    .sort((i, k) => weight(i) - weight(k) || i - k);
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawNames(p, c, place) {
  const taken = place.wide ? [] : p.words.threads.map((thread) => headOf(p, place, thread));
  p.own.boxes = [];
  for (const i of inOrder(p)) {
    const one = p.words.events[i];
    const chosen = i === p.state.chosen;
    const [x, y] = [xOf(p, p.data.day.values[i]), laneY(p, one.thread)];
    if (!inside(place, x)) continue;
    const look = { size: place.lane.size, weight: chosen ? 700 : 400 };
    c.font = p.font(look.size, look.weight);
    const long = c.measureText(one.label).width;
    const free = spots(place, x, y, long).find((spot) => fits(place, spot, taken));
    if (!free) continue;
    taken.push(free);
    p.own.boxes.push({ ...free, i });
    const top = free.top + 3;
    stretch(c, x, y - R - 3, x, top, p.colour(chosen ? "ink" : "quiet"), chosen ? 1.5 : 1);
    label(p, c, one.label, free.left, free.base, { ...look, align: "left", rim: "sky" });
  }
}

// On a small screen the name of a lane stands in its highest row, where names of events must not lie.
/** @param {Stage} p */
function headOf(p, place, thread) {
  const top = laneY(p, thread) - place.lane.mark;
  return { x: -9, left: 0, right: 104, top, bottom: top + 16, foot: top + 16 };
}

// A flag on a pole at the mark: to its right or left, low or high.
function spots({ lane }, x, y, long) {
  const high = lane.size + 4;
  return [0, 1].flatMap((level) =>
    [x + 5, x - 5 - long].map((left) => {
      const base = y - 15 - level * high;
      return { x, left, right: left + long, base, top: base - lane.size, bottom: base + 3, foot: y - 9 };
    }),
  );
}

function fits(place, spot, taken) {
  if (spot.left < place.left - 4 || spot.right > place.right + 4) return false;
  const apart = (one, other, room) =>
    one.right + room <= other.left ||
    one.left >= other.right + room ||
    one.bottom <= other.top ||
    one.top >= other.bottom;
  const pole = ({ x, top, foot }) => ({ left: x, right: x, top, bottom: foot });
  return taken.every(
    (other) =>
      apart(spot, other, APART_PX) &&
      apart(pole(spot), other, 4) &&
      apart(spot, pole(other), 4) &&
      (Math.abs(spot.x - other.x) < 1 || apart(pole(spot), pole(other), 4)),
  );
}
