// The few events that begin and end the times of Soyuz alone: a mark at the end of a bar, a pole, a name and a day.

import { dot, label, ring } from "../kit/js/strokes.js";
import { stretch } from "./marks.js";
import { xOf } from "./place.js";
import { inView } from "./tell.js";

const BESIDE_PX = 6; // between a pole and words
const APART_PX = 12; // between names, so that they never read as one sentence
const MEETING = 100; // what it costs that two meet: more than any depth

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawFlags(p, c, place) {
  Object.assign(p.own, { boxes: [], groups: [] });
  for (const { at, row, x, level, left, right } of arranged(p, c, place)) {
    const { ship, flag, lanes } = place;
    const y = ship.top + ship.row * row + ship.high / 2;
    const top = lanes + flag.high * level + 2;
    const chosen = at === p.state.chosen;
    stretch(c, x, y, x, top + flag.size + 2, p.colour(chosen ? "ink" : "quiet"), chosen ? 2 : 1);
    c.fillStyle = p.colour(chosen ? "ink" : "sky");
    dot(c, x, y, chosen ? 7 : 6);
    ring(c, x, y, chosen ? 7 : 6, p.colour("ink"), 2);
    nameUnder(p, c, flag, { at, left, right, x, top, chosen });
    p.own.boxes.push({ left, right, top, bottom: top + flag.high, i: at }, around(x, y, at));
  }
}

// Every flag in a row and on a side of its pole such that no name meets another, nor a pole: the least deep of all ways.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function arranged(p, c, place) {
  const seen = new Set(inView(p));
  const turns = p.words.turns.filter(({ at }) => seen.has(at));
  let ways = [{ flags: [], cost: 0 }];
  for (const turn of turns)
    ways = ways.flatMap((way) =>
      choices(p, c, place, turn).map((flag) => ({
        flags: [...way.flags, flag],
        cost:
          way.cost +
          flag.level +
          flag.crossed +
          way.flags.filter((other) => meet(flag, other)).length * MEETING,
      })),
    );
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best)).flags;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function choices(p, c, { flag, right: end }, { at, row }) {
  const { label: name, date } = p.words.events[at];
  const x = xOf(p, p.data.day.values[at]);
  const wide = (words, [size, weight]) => ((c.font = p.font(size, weight)), c.measureText(words).width);
  const long = Math.max(wide(name, [flag.size, 700]), wide(date, [flag.size - 1, 400])) + BESIDE_PX;
  return [...Array(flag.rows).keys()].flatMap((level) =>
    [Math.min(x, end - long), Math.max(x - long, 0)].map((left) => ({
      at,
      row,
      x,
      level,
      left,
      right: left + long,
      crossed: x > left + BESIDE_PX && x < left + long - BESIDE_PX ? MEETING / 2 : 0, // by its own pole
    })),
  );
}

// Names of one row need room between them; a pole that goes deeper passes beside the names above.
function meet(one, other) {
  if (one.level === other.level)
    return one.left < other.right + APART_PX && other.left < one.right + APART_PX;
  const [upper, deeper] = one.level < other.level ? [one, other] : [other, one];
  return deeper.x > upper.left - BESIDE_PX && deeper.x < upper.right + BESIDE_PX;
}

const around = (x, y, i) => ({ left: x - 14, right: x + 14, top: y - 14, bottom: y + 14, i });

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function nameUnder(p, c, { size }, { at, left, right, x, top, chosen }) {
  const one = p.words.events[at];
  const before = right <= x + 1;
  const place = before ? right - BESIDE_PX : left + BESIDE_PX;
  const look = { size, weight: chosen ? 700 : 600, align: before ? "right" : "left", rim: "sky" };
  label(p, c, one.label, place, top + size, look);
  label(p, c, one.date, place, top + 2 * size + 2, { ...look, size: size - 1, weight: 400, role: "quiet" });
}
