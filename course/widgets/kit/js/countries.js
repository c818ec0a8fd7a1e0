// Countries on a map of the world, by their number among those that Python sent.

import { boxOf, hatch } from "./hatch.js";
import { outlinePath } from "./map.js";

/** @param {Stage} p */
export function shapeOf(p, map, number) {
  if (p.own.shapes?.width !== p.width) p.own.shapes = { width: p.width };
  if (!p.own.shapes[number]) {
    const { values } = p.data.outlines_deg;
    const ends = p.data.outline_ends.values;
    const first = number ? ends[number - 1] : 0;
    const part = { values: values.subarray(2 * first, 2 * ends[number]), shape: [ends[number] - first, 2] };
    p.own.shapes[number] = outlinePath(part, map);
  }
  return p.own.shapes[number];
}

// Ukraine's, occupied: hatched.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawCrimea(p, c, map) {
  if (p.own.crimea?.width !== p.width)
    p.own.crimea = { width: p.width, path: outlinePath(p.data.crimea_deg, map) };
  hatch(p, c, p.own.crimea.path, boxOf(p.data.crimea_deg.values, map), 3);
}
