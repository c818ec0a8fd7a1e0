// The few events that begin and end the times of Soyuz alone: a mark at the end of a bar, a pole, a name and a day.

import { dot, label, ring } from "../kit/js/strokes.js";
import { stretch } from "./marks.js";
import { xOf } from "./place.js";
import { inView } from "./tell.js";

// The earlier, the deeper: no pole then crosses a name.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawFlags(p, c, place) {
  const { ship, flag, lanes } = place;
  const seen = new Set(inView(p));
  const turns = p.words.turns.filter(({ at }) => seen.has(at));
  Object.assign(p.own, { boxes: [], groups: [] });
  turns.forEach(({ at, row }, k) => {
    const x = xOf(p, p.data.day.values[at]);
    const y = ship.top + ship.row * row + ship.high / 2;
    const foot = lanes + flag.high * (turns.length - 1 - k) + 2;
    const chosen = at === p.state.chosen;
    stretch(c, x, y, x, foot, p.colour(chosen ? "ink" : "quiet"), chosen ? 2 : 1);
    c.fillStyle = p.colour(chosen ? "ink" : "sky");
    dot(c, x, y, chosen ? 7 : 6);
    ring(c, x, y, chosen ? 7 : 6, p.colour("ink"), 2);
    p.own.boxes.push(nameUnder(p, c, place, { at, x, foot, chosen }), around(x, y, at));
  });
}

const around = (x, y, i) => ({ left: x - 14, right: x + 14, top: y - 14, bottom: y + 14, i });

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function nameUnder(p, c, { flag, right }, { at, x, foot, chosen }) {
  const one = p.words.events[at];
  const bold = { size: flag.size, weight: chosen ? 700 : 600, align: "left", rim: "sky" };
  const plain = { ...bold, size: flag.size - 1, weight: 400, role: "quiet" };
  const wide = (words, { size, weight }) => ((c.font = p.font(size, weight)), c.measureText(words).width);
  const long = Math.max(wide(one.label, bold), wide(one.date, plain));
  const left = Math.min(x - 2, right - long);
  const base = foot + flag.size + 2;
  label(p, c, one.label, left, base, bold);
  label(p, c, one.date, left, base + flag.size + 1, plain);
  return { left, right: left + long, top: foot, bottom: foot + flag.high, i: at };
}
