// The answer: what the shade means, and bars of what an average person of each country risks, in the same unit.

import { label, line } from "../kit/js/strokes.js";
import { named, shortened } from "./scene.js";
import { mostTimes } from "./state.js";

// What the shade means: the risk of a place, in the unit of the bars.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawKey(p, c, place) {
  const { shades, steps, labels } = p.words;
  const top = place.foot + (place.wide ? 48 : 34);
  const wide = ((place.wide ? 1.7 : 2) * place.radius) / shades.length;
  const words = place.wide ? labels.key : labels.key_short;
  label(p, c, words, place.side, top, { size: place.size, weight: 600, align: "left" });
  shades.forEach((opacity, i) => {
    c.fillStyle = p.colour("debris");
    c.globalAlpha = opacity;
    c.fillRect(place.side + i * wide, top + 10, wide - 1, 13);
    c.globalAlpha = 1;
    if (i) label(p, c, String(steps[i - 1]), place.side + i * wide, top + 38, { role: "quiet", size: 12 });
  });
}

// The risk of an average person, as bars against the world's mean.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawBars(p, c, place, told) {
  const { labels } = p.words;
  const most = mostTimes(p);
  const top = place.foot + (place.wide ? 48 : 96);
  const left = place.wide ? place.left : 72;
  const one = (place.right - left) / most;
  const [row, high] = [22, 14];
  const bottom = top + 14 + row * told.length;
  label(p, c, labels.ratio, place.wide ? left : place.side, top, {
    size: place.size,
    weight: 600,
    align: "left",
  });
  line(
    c,
    [
      [left, top + 8],
      [left, bottom],
    ],
    p.colour("quiet"),
    1,
  );
  told.forEach((each, slot) => {
    const y = top + 14 + row * slot;
    const name = shortened(
      p,
      c,
      named(p, place, each, slot),
      place.wide ? 150 : left - place.side - 4,
      place.size,
    );
    const look = { size: place.size, weight: 600, role: each.role };
    label(p, c, name, left - 8, y + 12, { ...look, align: "right" });
    const end = left + each.times * one;
    c.fillStyle = p.colour(each.role);
    c.fillRect(left, y, Math.max(end - left, each.times ? 1.5 : 0), high);
    const inside = end - left > 44;
    const digits = {
      size: 14,
      weight: 700,
      align: inside ? "right" : "left",
      role: inside ? "sky" : each.role,
    };
    label(p, c, each.ratio, end + (inside ? -7 : 7), y + 12, digits);
  });
  c.setLineDash([4, 3]);
  line(
    c,
    [
      [left + one, top + 8],
      [left + one, bottom + 2],
    ],
    p.colour("ink"),
    1.5,
  );
  c.setLineDash([]);
  label(p, c, labels.mean, left + one, bottom + 16, { size: 12, weight: 600 });
}
