// The week: a row for each day, its nights dark, a bar for each pass.

import { label, line } from "../kit/js/strokes.js";
import { ROW } from "./panels.js";

/** @param {Panel} part */
function weekArea(part) {
  const left = part.wide ? ROW.name : ROW.nameNarrow;
  const right = part.width - 16;
  const foot = ROW.top + part.row * part.words.days;
  return {
    left,
    right,
    foot,
    x: (minute) => left + ((minute % 1440) / 1440) * (right - left),
    low: (minute) => ROW.top + part.row * (Math.floor(minute / 1440) + 1),
    high: (one) => (part.row - 14) * (one.height_deg / 90),
  };
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawWeek(part, c) {
  const area = weekArea(part);
  drawNights(part, c, area);
  for (let hour = 0; hour <= 24; hour += part.wide ? 3 : 6) {
    const x = area.x(Math.min(60 * hour, 1439.99));
    line(
      c,
      [
        [x, ROW.top],
        [x, area.foot],
      ],
      part.colour("faint"),
      0.5,
    );
    const clock = `${String(Math.floor((part.words.start_min / 60 + hour) % 24)).padStart(2, "0")}h`;
    label(part, c, clock, x, area.foot + 18, { role: "quiet", size: 12 });
  }
  part.words.day_names.forEach((name, day) => {
    const low = area.low(1440 * day);
    line(
      c,
      [
        [area.left, low],
        [area.right, low],
      ],
      part.colour("faint"),
      1,
    );
    const words = name.split(" ");
    const short = part.wide ? `${words[0]} ${words[1]}` : `${words[0]} ${words[1].slice(0, 3)}`;
    label(part, c, short, area.left - 8, low - part.row / 2 + 5, { role: "quiet", size: 12, align: "right" });
  });
  const head = part.wide ? part.words.labels.week : part.words.labels.week_short;
  label(part, c, head, area.left, 18, { role: "quiet", size: part.wide ? 13 : 12, align: "left" });
  if (part.open) part.state.answer.passes.forEach((one, number) => drawBar(part, c, area, one, number));
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawNights(part, c, area) {
  c.fillStyle = part.colour("night");
  for (const [first, last] of part.state.answer.dark) {
    for (let day = Math.floor(first / 1440); 1440 * day < last; day += 1) {
      if (day >= part.words.days) break;
      const [from, to] = [Math.max(first, 1440 * day), Math.min(last, 1440 * (day + 1) - 0.01)];
      c.fillRect(area.x(from), area.low(from) - part.row + 1, area.x(to) - area.x(from), part.row - 2);
    }
  }
}

// A visible pass carries a star; the one that is chosen a frame.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBar(part, c, area, one, number) {
  const [x, low, high] = [area.x(one.minute), area.low(one.minute), area.high(one)];
  const seen = one.kind === "visible";
  c.fillStyle = part.colour(seen ? "station" : "quiet");
  c.fillRect(x - 2, low - high, 4, high);
  if (seen) star(c, x, low - high - 5, 5.5);
  if (number !== part.state.number) return;
  Object.assign(c, { strokeStyle: part.colour("ink"), lineWidth: 1.5 });
  c.strokeRect(x - 9, low - part.row + 2, 18, part.row - 3);
}

function star(c, x, y, radius) {
  c.beginPath();
  for (let i = 0; i < 10; i += 1) {
    const [turn, far] = [(i * Math.PI) / 5, i % 2 ? radius * 0.45 : radius];
    c.lineTo(x + far * Math.sin(turn), y - far * Math.cos(turn));
  }
  c.fill();
}

// The pass whose bar is nearest to the hand in its row.
/** @param {Panel} part */
export function passAt(part, x, y) {
  const area = weekArea(part);
  const day = Math.floor((y - ROW.top) / part.row);
  if (day < 0 || day >= part.words.days || x < area.left - 10) return null;
  let [best, least] = [null, 24];
  part.state.answer.passes.forEach((one, number) => {
    const away = Math.abs(area.x(one.minute) - x);
    if (Math.floor(one.minute / 1440) === day && away < least) [best, least] = [number, away];
  });
  return best;
}
