// The words at a path in the Hill frame: each where there is room for it.

import { dot, label, ring } from "../kit/js/strokes.js";
import { distance, duration, filled, laps as lapWords } from "../kit/js/words.js";
import { bodyOf, fatePlace, frame, points, ROOM } from "./frame.js";
import { pushed, result } from "./state.js";

// Words at the first of some spots [x, y, align] where nothing is written yet; where none is free, left out.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function name(part, c, words, spots, look) {
  const style = { size: 12, weight: 600, rim: "sky", ...look };
  c.font = part.font(style.size, style.weight);
  const wide = c.measureText(words).width;
  for (const [x, y, align] of spots) {
    const begin = { left: x, center: x - wide / 2, right: x - wide }[align];
    const left = Math.min(Math.max(begin, ROOM.left + 6), part.width - wide - 8);
    const box = { left, right: left + wide, top: y - 11, bottom: y + 4 };
    const moved = align !== "center" && left !== begin; // it would lie over what it names
    const clear =
      !moved &&
      box.top > 24 &&
      box.bottom < part.height - ROOM.bottom &&
      part.taken.every(
        (one) => box.right < one.left || one.right < box.left || box.bottom < one.top || one.bottom < box.top,
      );
    if (!clear) continue;
    part.taken.push(box);
    label(part, c, words, left, y, { ...style, align: "left" });
    return;
  }
}

/** @type {(place: number[], off: number) => any[][]} */
const around = ([x, y], off) => [
  [x, y - off, "center"],
  [x, y + off + 9, "center"],
  [x - off, y + 4, "right"],
  [x + off, y + 4, "left"],
  [x - off, y - off, "right"],
  [x + off, y + off + 9, "left"],
  [x + off, y - off, "left"],
  [x - off, y + off + 9, "right"],
];

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function nameAll(part, c, view) {
  const [x, y] = fatePlace(part, view).at;
  const body = bodyOf(part);
  for (const [left, top, half] of [
    [x, y, 6],
    [body.x, body.y, 9],
  ]) {
    part.taken.push({ left: left - half, right: left + half, top: top - half, bottom: top + half });
  }
  nameFate(part, c, view);
  nameLaps(part, c, view);
  if (!part.state.straight) return;
  const [along, up] = points(part).straight;
  name(part, c, part.words.labels.straight_on, around([view.x(along), view.y(up)], 13), {
    role: "quiet",
    weight: 400,
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function nameFate(part, c, view) {
  const { nearest, meeting } = result(part);
  const { meets, at } = fatePlace(part, view);
  const words = meets
    ? filled(part.words.labels.within, { when: duration(meeting), radius: distance(part.state.within_m) })
    : filled(part.words.labels.nearest, { distance: distance(nearest.away) });
  const spots = around(at, meets ? 19 : 12);
  const down = at[1] - view.y(0);
  const first = down > 2 ? 1 : down < -2 ? 0 : at[0] > view.x(0) ? 3 : 2; // away from the other part
  name(part, c, words, [spots[first], ...spots], {});
}

// The laps' numbers and distances where there is room, on the side where the path is not; the last one first.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function nameLaps(part, c, view) {
  const { along } = points(part);
  const { laps, push } = part.state;
  const far = (lap) => along[lap * part.words.per_lap];
  const role = { role: "laps" };
  const [above, below] = [view.y(0) - 14, view.y(0) + 22];
  const beside = push.along < 0 ? [above, below] : [below, above];
  if (Math.abs(far(laps)) < part.words.least_m) {
    const words = filled(laps > 1 ? part.words.labels.each_lap : part.words.labels.one_lap, {
      distance: distance(far(laps)),
    });
    name(part, c, words, around([view.x(0), view.y(0)], 14).reverse(), role);
    return;
  }
  for (let lap = laps; lap >= 1; lap -= 1) {
    const x = view.x(far(lap));
    const spots = beside.map((y) => [x, y, "center"]);
    name(
      part,
      c,
      `${lapWords(lap)}: ${distance(far(lap))}`,
      lap === laps ? [...spots, ...around([x, view.y(0)], 14)] : spots.slice(0, 1),
      role,
    );
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawBody(part, c) {
  const { x, y } = pushed(part) ? bodyOf(part) : { x: frame(part).x(0), y: frame(part).y(0) };
  c.fillStyle = part.colour("sky");
  dot(c, x, y, 10);
  ring(c, x, y, 10, part.colour("station"), 1.5);
  c.fillStyle = part.colour("station");
  c.fillRect(x - 3.5, y - 5, 7, 10);
  for (const side of [-8, 5]) c.fillRect(x + side, y - 2, 3, 4);
}
