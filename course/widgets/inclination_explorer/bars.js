// The bars of the inclination explorer: minutes a day over countries.

import { label, line } from "../kit/js/strokes.js";

export const ROW_PX = 22;
export const ROWS_WIDE = 7; // in each of two columns
export const HEAD_PX = 40;

// The bars: the ten countries with most minutes, and those that are always shown.
/** @param {Stage} p */
export function rows(p, at = p.state.at) {
  const { borders } = p.state;
  const { values, shape } = p.data[`minutes-${borders}`];
  const [low, part] = [Math.floor(at), at - Math.floor(at)];
  const minutesOf = (country) => {
    const here = values[low * shape[1] + country];
    return part ? here + part * (values[(low + 1) * shape[1] + country] - here) : here;
  };
  const all = p.words.codes.map((code, i) => ({ code, name: p.words.names[i], minutes: minutesOf(i) }));
  all.sort((one, other) => other.minutes - one.minutes);
  const best = all.filter(({ minutes }, i) => i < p.words.top && minutes > 0);
  best.forEach((row, i) => (row.rank = i + 1));
  const ranks = p.data[`ranks-${borders}`].values.subarray(4 * Math.round(at), 4 * Math.round(at) + 4);
  const others = all.filter((row) => p.words.always.includes(row.code) && !row.rank);
  others.forEach((row) => (row.rank = ranks[p.words.always.indexOf(row.code)]));
  return [...best, ...others];
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawBars(part, c) {
  const turning = part.state.earth_turns;
  line(
    c,
    [
      [12, 8],
      [part.width - 12, 8],
    ],
    part.colour("faint"),
    1,
  );
  const head = turning ? part.words.labels.minutes : part.words.labels.held;
  label(part, c, head, 12, 30, { align: "left", weight: 600 });
  if (!turning) {
    paragraph(part, c, part.words.labels.held_why, 12, 54);
    return;
  }
  const all = rows(part);
  const across = part.wide ? part.width / 2 : part.width;
  all.forEach((row, i) => {
    const gap = i < part.words.top ? 0 : 6; // below the ten: those that are always shown
    const [column, place] = part.wide ? [Math.floor(i / ROWS_WIDE), i % ROWS_WIDE] : [0, i];
    drawBar(part, c, row, column * across, HEAD_PX + place * ROW_PX + gap, across);
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBar(part, c, { code, rank, name, minutes }, left, top, across) {
  const russia = code === "RUS";
  const begin = left + (part.wide ? 176 : 150);
  const longest = left + across - 58 - begin;
  const words = { role: russia ? "russian" : "ink", weight: russia ? 600 : 400, size: 13 };
  label(part, c, rank ? String(rank) : "–", left + 32, top + 16, { ...words, role: "quiet", align: "right" });
  label(part, c, name, left + 40, top + 16, { ...words, align: "left" });
  const long = (minutes / part.words.full_scale_min) * longest;
  c.fillStyle = part.colour(russia ? "russian" : "ghost");
  c.fillRect(begin, top + 4, Math.max(long, minutes > 0 ? 1 : 0), ROW_PX - 8);
  label(part, c, minutes > 0 ? minutes.toFixed(1) : "never", begin + long + 6, top + 16, {
    ...words,
    align: "left",
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function paragraph(part, c, words, x, y) {
  let row = "";
  c.font = part.font(13);
  for (const word of words.split(" ")) {
    if (c.measureText(`${row} ${word}`).width > part.width - 24) {
      label(part, c, row, x, y, { align: "left" });
      [row, y] = ["", y + 20];
    }
    row = row ? `${row} ${word}` : word;
  }
  label(part, c, row, x, y, { align: "left" });
}
