// The pad of the Hill frame: the arrow of the push, in a square of 0.2 m/s each way, and what lies below.

import { arrow, dot, globe, label, line, ring, station } from "../kit/js/strokes.js";
import { upward } from "./frame.js";
import { speedAt } from "./state.js";

/** @param {Panel} part */
function padArea(part) {
  const half = part.wide ? 100 : 84;
  const x = part.width / 2 + (part.wide ? 4 : 0);
  return { x, y: half + (part.wide ? 60 : 32), half, scale: half / part.words.fastest_m_s };
}

/** @param {Panel} part */
export function tipOf(part) {
  const { x, y, scale } = padArea(part);
  const { push } = part.state;
  return { x: x + scale * push.along, y: y - scale * push[upward(part)] };
}

export function onPad(part, x, y) {
  const area = padArea(part);
  return Math.abs(x - area.x) <= area.half + 8 && Math.abs(y - area.y) <= area.half + 8;
}

// The push whose arrow ends at a place of the pad, to the nearest stop.
/** @param {Panel} part */
export function pushAt(part, x, y) {
  const area = padArea(part);
  const { fastest_m_s: most, step_m_s: step } = part.words;
  const stop = (px) => speedAt(part, Math.round(Math.min(Math.max(px / area.scale, -most), most) / step));
  return { along: stop(x - area.x), [upward(part)]: stop(area.y - y) };
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
export function drawPad(part, c) {
  const { x, y, half, scale } = padArea(part);
  const side = part.state.view === "side";
  for (let speed = -part.words.fastest_m_s; speed <= part.words.fastest_m_s + 1e-9; speed += 0.1) {
    const [role, at] = [Math.abs(speed) < 1e-9 ? "quiet" : "faint", scale * speed];
    line(
      c,
      [
        [x - half, y - at],
        [x + half, y - at],
      ],
      part.colour(role),
      1,
    );
    line(
      c,
      [
        [x + at, y - half],
        [x + at, y + half],
      ],
      part.colour(role),
      1,
    );
  }
  const quiet = { role: "quiet", size: 12 };
  const below = y + half + 17;
  label(part, c, side ? part.words.labels.up : part.words.labels.left, x - 14, y - half - 8, {
    ...quiet,
    align: "right",
  });
  label(part, c, "0.1", x + scale * 0.1, y - half - 8, quiet);
  label(part, c, part.words.labels.scale, x + half + 12, y - half - 8, quiet);
  if (part.wide) {
    label(part, c, part.words.labels.backward_arrow, x - half, below, { ...quiet, align: "left" });
    label(part, c, side ? part.words.labels.down : part.words.labels.right, x, below, quiet);
    label(part, c, part.words.labels.forward_arrow, x + half, below, { ...quiet, align: "right" });
    drawBelow(part, c, { left: x - half, top: below + 24, wide: 2 * half }, side);
  } else {
    label(part, c, part.words.labels.backward, x - half - 8, y + 4, { ...quiet, align: "right" });
    label(part, c, side ? part.words.labels.down_earth : part.words.labels.right, x, below, quiet);
    label(part, c, part.words.labels.forward, x + half + 8, y + 4, { ...quiet, align: "left" });
  }
  station(part, c, x, y, 0.7);
  if (part.open) drawArrow(part, c, x, y);
}

// What lies beneath: the Earth, seen from the side; from above it lies behind everything.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawBelow(part, c, { left, top, wide }, side) {
  const middle = { x: left + wide / 2, y: top + 44 };
  if (side) {
    c.save();
    c.beginPath();
    c.rect(left, top, wide, part.height - top);
    c.clip();
    globe(part, c, middle.x, top + 1 + 420, 420);
    c.restore();
  }
  label(part, c, side ? part.words.earth : part.words.labels.from_above, middle.x, middle.y, {
    role: "quiet",
    size: 13,
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawArrow(part, c, x, y) {
  const tip = tipOf(part);
  arrow(c, x, y, tip.x, tip.y, part.colour("speed"), 4);
  c.fillStyle = part.colour("speed");
  c.globalAlpha = 0.18;
  dot(c, tip.x, tip.y, 11);
  c.globalAlpha = 1;
  ring(c, tip.x, tip.y, 11, part.colour("speed"), 1.5);
  if (part.state.moved) return;
  const steep = Math.abs(tip.y - y) > Math.abs(tip.x - x);
  const [across, down, align] = steep ? [17, 4, "left"] : [0, 27, "center"];
  const inside = y - padArea(part).half + 16; // below the words at the edge
  label(part, c, part.words.kit.drag, tip.x + across, Math.max(tip.y + down, inside), {
    role: "speed",
    weight: 600,
    rim: "sky",
    align,
  });
}
