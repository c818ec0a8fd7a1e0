// What a city sees, in two panels: one pass on a chart of the sky, and all passes of the week by day and hour.

import { panel } from "../kit/js/panels.js";

export const ROW = { name: 96, nameNarrow: 58, top: 30, foot: 28 };

// Side by side where there is room, one below the other on a narrow screen.
/** @param {Stage} p */
export function sizes(width, p) {
  const wide = width >= 620;
  const sky = wide ? Math.round(0.44 * width) : Math.min(width, 400);
  const row = wide ? (sky - ROW.top - ROW.foot) / p.words.days : 34;
  const week = wide ? sky : ROW.top + ROW.foot + 34 * p.words.days;
  return { wide, sky, week, row, height: wide ? sky : sky + week };
}

/** @param {Stage} p */
export function panels(p) {
  const { wide, sky, week, row } = sizes(p.width, p);
  return {
    sky: panel(p, "sky", { left: wide ? 0 : (p.width - sky) / 2, top: 0, width: sky, height: sky }),
    week: panel(p, "week", {
      left: wide ? sky : 0,
      top: wide ? 0 : sky,
      width: wide ? p.width - sky : p.width,
      height: week,
      row,
      wide,
    }),
  };
}
