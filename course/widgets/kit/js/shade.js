// Colours mixed from those of the palette, as the faces of solids need them.

// A colour mixed with a share of another, both #rrggbb, in so much light.
export function mixed(one, other, share, light = 1) {
  const high = channels(other);
  const lit = channels(one).map((low, i) => light * (low + share * (high[i] - low)));
  return `#${lit.map((each) => Math.min(Math.round(each), 255).toString(16).padStart(2, "0")).join("")}`;
}

/** @type {(colour: string) => number[]} */
export const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
