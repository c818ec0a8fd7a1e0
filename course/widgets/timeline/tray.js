// Where the cards wait that are not yet placed: in rows above the line of years, so that none looks placed.

const NARROW_PX = 620;
const CHIP = { high: 30, gap: 8, pad: 10, top: 14 };

/** @param {Stage} p */
export const trayBottom = (p) => CHIP.gap + Math.max(...traySpots(p, p.context).map(({ bottom }) => bottom));

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function traySpots(p, c) {
  const size = p.width < NARROW_PX ? 13 : 14;
  c.font = p.font(size, 600);
  const left = 14;
  let [x, row] = [left, 0];
  return p.placing.places.map((words, i) => {
    const wide = c.measureText(words).width + 2 * CHIP.pad;
    if (x > left && x + wide > p.width - left) [x, row] = [left, row + 1];
    const top = CHIP.top + row * (CHIP.high + CHIP.gap);
    const spot = {
      i,
      words,
      size,
      left: x,
      right: x + wide,
      wide,
      top,
      bottom: top + CHIP.high,
      high: CHIP.high,
    };
    x += wide + CHIP.gap;
    return spot;
  });
}
