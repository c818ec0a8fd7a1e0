// Sliders with stops at chosen numbers.
import { leastIndex } from "d3-array";

/**
 * The place of the stop that is nearest to a value; of two that are as near, the first.
 * @param {ArrayLike<number>} values
 * @param {number} wanted
 */
export function nearest(values, wanted) {
  const away = (/** @type {number} */ each) => Math.abs(each - wanted);
  return leastIndex(Array.from(values), (a, b) => away(a) - away(b));
}
