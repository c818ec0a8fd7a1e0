// The expected casualties, a row each, on a scale where each line is ten times the one before.

import { label, line, ring } from "../kit/js/strokes.js";
import { valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { DASHES, ROW, sign } from "./scene.js";
import { casualties, entry, significant } from "./state.js";

/** @param {Panel} part */
function rowsArea(part) {
  const left = part.wide ? 150 : 104;
  const wide = part.width - left - (part.wide ? 110 : 76);
  const [least, most] = part.words.expected_ends.map(Math.log10);
  return {
    left,
    right: left + wide,
    x: (expected) => left + (Math.max(Math.log10(expected) - least, 0) / (most - least)) * wide,
    expected: (x) => 10 ** (least + ((x - left) / wide) * (most - least)),
    y: (row) => ROW.head + (row + 0.5) * ROW.high,
  };
}

// Where the sign of the world stands; at the left end if there is nothing to expect.
export function worldPlace(part) {
  const expected = casualties(part, valueAt(part, "world"));
  const area = rowsArea(part);
  return { x: expected > 0 ? area.x(expected) : area.left, y: area.y(0) };
}

// The casualty area with which the world's sign would stand there, to the nearest stop.
/** @param {Panel} part */
export function areaAt(part, x) {
  const { most_m2: most, step_m2: step } = part.words;
  const wanted = rowsArea(part).expected(x) / (valueAt(part, "world") * 1e-6);
  return step * Math.round(Math.min(Math.max(wanted, 0), most) / step);
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawRows(part, c) {
  const area = rowsArea(part);
  const low = area.y(part.words.slots.length) + ROW.high / 2;
  const head = part.wide ? part.words.labels.rows : part.words.labels.rows_short;
  label(part, c, head, 12, 18, { align: "left", weight: 600, size: part.wide ? 13 : 12 });
  for (let power = -6; power <= 0; power += 1) {
    const x = area.x(10 ** power);
    line(
      c,
      [
        [x, ROW.head],
        [x, low],
      ],
      part.colour("faint"),
      1,
    );
    if (power % 2) continue;
    label(part, c, power ? (10 ** power).toFixed(-power) : "1", x, low + 16, { role: "quiet", size: 12 });
  }
  const world = { name: part.words.labels.world, role: "ink", slot: 3, perKm2: valueAt(part, "world") };
  const rows = part.state.countries.map((country, slot) => ({
    name: part.words.names[country],
    role: part.words.slots[slot][0],
    slot,
    perKm2: entry(part, "expected", country),
  }));
  const all = [world, ...rows];
  if (part.open) drawLimit(part, c, area, low);
  all.forEach((one, row) => drawRow(part, c, area, one, row));
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLimit(part, c, area, low) {
  const x = area.x(part.words.limit);
  c.setLineDash([6, 4]);
  line(
    c,
    [
      [x, ROW.head - 8],
      [x, low],
    ],
    part.colour("ink"),
    1.5,
  );
  c.setLineDash([]);
  const words = part.wide
    ? filled(part.words.labels.limit, { limit: part.words.limit_words })
    : part.words.labels.limit_short;
  label(part, c, words, x, low + 34, { size: 12 });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRow(part, c, area, { name, role, slot, perKm2 }, row) {
  const y = area.y(row);
  const mark = part.words.slots[slot]?.[1] ?? "■";
  label(part, c, `${mark} ${shortened(part, c, name, area.left - 34)}`, 12, y + 4, {
    align: "left",
    role,
    size: 12,
    weight: 600,
  });
  if (!part.open) return;
  const expected = casualties(part, perKm2);
  const x = expected > 0 ? area.x(expected) : area.left;
  if (expected > 0) {
    c.setLineDash(DASHES[slot] ?? []);
    line(
      c,
      [
        [area.left, y],
        [x, y],
      ],
      part.colour(role),
      2,
    );
    c.setLineDash([]);
    sign(part, c, slot, x, y, 6);
  }
  const held = row === 0;
  if (held) ring(c, x, y, 12, part.colour(role), 1.5);
  const words = `${significant(expected)}${held && !part.state.moved ? "  drag" : ""}`;
  label(part, c, words, x + (held ? 18 : 12), y + 4, {
    align: "left",
    role,
    size: 12,
    weight: 600,
    rim: "sky",
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function shortened(part, c, words, room) {
  c.font = part.font(12, 600);
  let short = words;
  while (short.length > 3 && c.measureText(short).width > room) short = short.slice(0, -1);
  return short === words ? words : `${short.slice(0, -1).trim()}…`;
}
