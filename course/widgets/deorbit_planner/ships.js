// Propellant: a square for what one ship brought, beside the height or, on a narrow screen, below it.

import { label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { ROOMY_PX } from "./names.js";
import { PROFILE, profileArea } from "./profile.js";
import { engineNow, isNarrow, textsNow } from "./state.js";

const SHIP = { size: 13, step: 17, head: 26 };

// Rows of squares that the most propellant needs, where they stand below the height and not beside it.
/** @param {Stage} p @param {number} width */
export const shipsHeight = (p, width) =>
  isNarrow(width) ? SHIP.head + SHIP.step * Math.ceil((p.words.most_ships * SHIP.step) / (width - 24)) : 0;

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawShips(p, c) {
  const plot = profileArea(p);
  const narrow = isNarrow(p.width);
  const left = narrow ? 12 : plot.right + 44;
  const top = narrow ? plot.bottom + PROFILE.foot : plot.top - 44;
  const { fuel } = textsNow(p);
  label(p, c, fuel, left, top + 14, { role: "fuel", weight: 600, size: 15, align: "left" });
  c.font = p.font(15, 600);
  const on = left + c.measureText(fuel).width + 5;
  const { propellant, square, square_short } = p.words.labels;
  const [, most] = p.words.progress_kg;
  const quiet = { role: "quiet", size: 12, align: "left" };
  const both = `${propellant}; ${filled(square_short, { most })}`;
  c.font = p.font(12);
  const apart = !narrow || on + c.measureText(both).width > p.width - 6;
  label(p, c, apart ? propellant : both, on, top + 14, quiet);
  const ships = (1000 * engineNow(p, "fuel_t")) / most;
  const row = Math.floor((p.width - 12 - left) / SHIP.step);
  for (let i = 0; i < ships; i += 1) {
    const [x, y] = [left + SHIP.step * (i % row), top + SHIP.head + SHIP.step * Math.floor(i / row)];
    c.fillStyle = p.colour("fuel");
    c.fillRect(x, y, SHIP.size * Math.min(ships - i, 1), SHIP.size);
    Object.assign(c, { strokeStyle: p.colour("fuel"), lineWidth: 1 });
    c.strokeRect(x + 0.5, y + 0.5, SHIP.size - 1, SHIP.size - 1);
  }
  const foot = top + SHIP.head + SHIP.step * Math.ceil(ships / row) + 14;
  const foot_words = p.width < ROOMY_PX ? square_short : square;
  if (apart) label(p, c, filled(foot_words, { most }), left, foot, quiet);
}
