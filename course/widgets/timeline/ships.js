// The ships that took crews to the station, and how long Soyuz was the only one: the answer.

import { label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { SIDE, xOf } from "./place.js";

/** @param {Stage} p */
const ends = (p, name, i) => [0, 1].map((side) => xOf(p, p.data[name].values[2 * i + side]));

/** @param {Stage} p */
const gapsInView = (p, place) =>
  p.words.gaps
    .map((gap, i) => {
      const [from, to] = ends(p, "alone", i);
      const [left, right] = [Math.max(from, place.left), Math.min(to, place.right)];
      return { gap, i, left, right, before: from < place.left, after: to > place.right };
    })
    .filter(({ left, right }) => right > left);

// Crews had Soyuz alone: a band through the ships, so that what begins and ends it is seen at its edges.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawAlone(p, c, place) {
  for (const { left, right } of gapsInView(p, place)) {
    c.fillStyle = p.colour("russian");
    c.globalAlpha = 0.08;
    c.fillRect(left, place.ship.top - 4, right - left, place.lanes - place.ship.top + 4);
    c.globalAlpha = 1;
  }
}

// The Soyuz is strong where it flies alone, pale where others fly too.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawShips(p, c, place) {
  const { ship } = place;
  const named = new Set();
  p.words.ships.forEach(({ name, row, owner }, i) => {
    const [first, last] = ends(p, "ships", i);
    const [from, to] = [Math.max(first, place.left), Math.min(last, place.right)];
    const y = ship.top + ship.row * row;
    const look = { size: place.wide ? 13 : 12, weight: 600, role: owner, align: "left" };
    if (!named.has(row)) label(p, c, name, SIDE, y + ship.high / 2 + 4.5, look);
    named.add(row);
    if (to < place.left || from > place.right || to < from) return;
    c.fillStyle = p.colour(owner);
    c.globalAlpha = owner === "russian" ? 0.3 : 1;
    c.fillRect(from, y, Math.max(to - from, 2), ship.high);
    c.globalAlpha = 1;
    const strong = owner === "russian" ? gapsInView(p, place) : [{ left: from, right: to }];
    for (const { left, right } of strong) c.fillRect(left, y, right - left, ship.high);
  });
  drawAbsent(p, c, place);
}

// Where no bar of a ship is in view, the row says when it flew.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawAbsent(p, c, place) {
  const { ship, left, right } = place;
  const all = p.words.ships.map((one, i) => ({ ...one, x: ends(p, "ships", i) }));
  for (const row of new Set(all.map((one) => one.row))) {
    const stretches = all.filter((one) => one.row === row);
    if (stretches.some(({ x: [first, last] }) => last > left && first < right)) continue;
    const past = stretches.findLast(({ x: [, last] }) => last <= left);
    const next = stretches.find(({ x: [first] }) => first >= right);
    const { before, after } = p.words.labels;
    const look = { role: "quiet", size: 12, among: [] };
    const y = ship.top + ship.row * row + ship.high / 2 + 4.5;
    if (past) label(p, c, filled(before, { day: past.until }), left + 4, y, { ...look, align: "left" });
    if (next) label(p, c, filled(after, { day: next.since }), right - 4, y, { ...look, align: "right" });
  }
}

// How long: the answer, large, over a bracket. Where it goes on out of view it is broken, ends in an arrow, and says
// how long it is in all: its drawn length is then not the one that is told.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawGaps(p, c, place) {
  const y = place.ship.top - 9;
  const among = [];
  const shown = gapsInView(p, place).sort((one, other) => other.right - other.left - (one.right - one.left));
  for (const { gap, i, left, right, before, after } of shown) {
    drawBracket(p, c, { left, right, y, before, after });
    const [since, until] = p.words.gap_ends[i];
    const { years, years_since, years_until, years_both } = p.words.labels;
    const words = before ? (after ? years_both : years_since) : after ? years_until : years;
    const look = {
      size: before || after ? 14 : place.ship.size,
      weight: 700,
      role: "russian",
      rim: "sky",
      among,
    };
    const [x, align] =
      before === after ? [(left + right) / 2, "center"] : before ? [left, "left"] : [right, "right"];
    const told = filled(words, { gap, since, until });
    const drawn = label(p, c, told, x, y - 8, { ...look, align });
    const [longest] = among; // where there is no room over a bracket, its years stand before those of the longest
    if (!drawn && x < longest.left + (longest.right - longest.left) / 2)
      label(p, c, told, longest.left - 6, y - 8, { ...look, align: "right" });
  }
}

const BREAK_PX = 9; // how far a bracket reaches beyond the part in view

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBracket(p, c, { left, right, y, before, after }) {
  const role = p.colour("russian");
  const [from, to] = [left - (before ? BREAK_PX : 0), right + (after ? BREAK_PX : 0)];
  const feet = [!before && [left, y + 5], [from, y], [to, y], !after && [right, y + 5]];
  line(c, feet.filter(Boolean), role, 1.75);
  for (const [goes, tip, way] of [
    [before, from, 1],
    [after, to, -1],
  ]) {
    if (!goes) continue;
    const head = [-4, 0, 4].map((up) => [tip + (up ? 5 * way : 0), y + up]);
    line(c, head, role, 1.75);
    for (const [colour, width] of [
      [p.colour("sky"), 6],
      [role, 1.5],
    ])
      for (const at of colour === role ? [11, 16] : [13.5])
        line(
          c,
          [
            [tip + way * at + 2.5, y - 5],
            [tip + way * at - 2.5, y + 5],
          ],
          colour,
          width,
        );
  }
}
