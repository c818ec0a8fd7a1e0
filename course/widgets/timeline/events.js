// The lanes of the history: an event with a name has its own mark beside it, the others stand small on the line.

import { label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { drawPoles, poles, sinceWords } from "./asks.js";
import { mark, stretch } from "./marks.js";
import { laneOf, laneY, layout, nameRows, xOf } from "./place.js";
import { inView } from "./tell.js";

const R = 6;
const CLOSE_PX = 2 * R + 7; // nearer marks are pressed as one
const APART_PX = 12; // between names, so that they never read as one sentence
const NEARER_PX = 8; // a mark without a name may stand nearer by this
const SINCE_PX = 6; // between a name and how many days after
const LONG_DAYS = 20 * 365.25; // in a longer part only the anchors have names

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawLanes(p, c, place) {
  for (const thread of p.words.threads) {
    const { top, bottom, line } = laneOf(p, thread);
    ground(p, c, 0, top, p.width, bottom - top - 3);
    stretch(c, place.left, line, place.right, line, p.colour("ghost"), 0.75);
  }
}

// The ground of a lane, thin enough for the lines of the years to be seen through it.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function ground(p, c, x, y, width, height) {
  c.fillStyle = p.colour("faint");
  c.globalAlpha = 0.16;
  c.fillRect(x, y, width, height);
  c.globalAlpha = 1;
}

// The name of a lane: beside its line, on a small screen over the names of its events.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawHeads(p, c, place) {
  for (const thread of p.words.threads) {
    const { top, line } = laneOf(p, thread);
    const on = p.state.threads.includes(thread);
    const name = thread[0].toUpperCase() + thread.slice(1);
    const y = place.wide ? line + 4 : top + 12;
    if (!place.wide) {
      const { left, right, bottom } = headOf(p, thread); // no pole goes through the name
      c.fillStyle = p.colour("sky");
      c.fillRect(left, top, right - left, bottom - top);
      ground(p, c, left, top, right - left, bottom - top);
    }
    c.fillStyle = p.colour(on ? "ink" : "quiet");
    mark(c, thread, 16, y - 4, 5);
    c.fill();
    label(p, c, on ? name : filled(p.words.labels.off, { name }), 27, y, {
      role: on ? "ink" : "quiet",
      size: place.wide ? 13 : 12,
      weight: 600,
      align: "left",
      rim: "sky",
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
  drawPoles(p, c, place, named);
  drawHeads(p, c, place);
  within(() => {
    const plain = p.own.groups.flatMap(({ y, members }) => members.map((i) => ({ i, y })));
    for (const { i, y } of [...named, ...plain]) drawKnown(p, c, i, y);
    for (const { i, y } of plain)
      drawMark(p, c, i, xOf(p, p.data.day.values[i]), y, { role: "dim", r: R - 1.5 });
    for (const { i, x, y } of named) drawMark(p, c, i, x, y);
  });
  for (const { i, spot } of named) {
    const look = { size: place.lane.size, weight: i === p.state.chosen ? 700 : 400 };
    label(p, c, p.words.events[i].label, spot.words, spot.base, { ...look, align: "left", rim: "sky" });
    const since = { size: look.size, weight: 700, role: "speed", align: "left", rim: "sky" };
    if (spot.since) label(p, c, sinceWords(p, i), spot.since, spot.base, since);
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
  return groups;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawMark(p, c, i, x, y, { role = "ink", r = R - 0.5 } = {}) {
  const chosen = i === p.state.chosen;
  mark(c, p.words.events[i].thread, x, y, chosen ? R + 1 : r);
  Object.assign(c, { strokeStyle: p.colour("sky"), lineWidth: role === "ink" ? 3 : 1.5 });
  c.stroke();
  c.fillStyle = p.colour(chosen ? "ink" : role);
  c.fill();
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
  const taken = place.wide ? [] : p.words.threads.map((thread) => headOf(p, thread));
  const upright = poles(p, place);
  const joined = new Set(upright.map((pole) => pole.i)); // on a small screen their names may break a pole
  const named = new Map();
  for (const raised of [true, false])
    for (const i of inOrder(p)) {
      const one = p.words.events[i];
      const [x, line] = [xOf(p, p.data.day.values[i]), laneY(p, one.thread)];
      if (named.has(i)) continue;
      const long = lengths(p, c, i);
      const levels = raised ? [...Array(nameRows(p, one.thread)).keys()].map((row) => row + 1) : [0];
      const beside = upright.filter((pole) => Math.abs(pole.x - x) > 1);
      const others = raised ? taken : [...taken, ...without(p, named, i)];
      const free = (among) => spots(place, x, line, long, levels).find((each) => fits(place, each, among));
      const spot = free([...others, ...beside]) ?? (!place.wide && joined.has(i) ? free(others) : undefined);
      if (!spot) continue;
      taken.push(spot);
      named.set(i, { i, x, y: spot.base - 4, spot });
    }
  return [...named.values()];
}

// How long the name of an event is, and with how many days after the invasion it came.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function lengths(p, c, i) {
  const { size } = layout(p).lane;
  c.font = p.font(size, i === p.state.chosen ? 700 : 400);
  const name = c.measureText(p.words.events[i].label).width;
  const since = sinceWords(p, i);
  c.font = p.font(size, 700);
  return { name, all: name + (since ? SINCE_PX + c.measureText(since).width : 0), since: Boolean(since) };
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
function headOf(p, thread) {
  const { top } = laneOf(p, thread);
  return { left: 0, right: 104, top, bottom: top + 14 };
}

// A mark with its name to its right or left, on the line or above it.
function spots({ lane }, x, line, long, levels) {
  return levels.flatMap((level) => {
    const base = level ? line + 3 - level * (lane.size + 4) : line + 4;
    const row = { base, top: base - lane.size, bottom: base + 3 };
    return [x + R + 5, x - R - 5 - long.all].map((words) => ({
      ...row,
      left: Math.min(x - R, words),
      right: Math.max(x + R, words + long.all),
      words,
      since: long.since && words + long.name + SINCE_PX,
    }));
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
