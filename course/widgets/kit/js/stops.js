// Sliders with stops at chosen numbers.

// The place of the stop that is nearest to a value.
export function nearest(values, wanted) {
  let best = 0;
  values.forEach((each, i) => {
    if (Math.abs(each - wanted) < Math.abs(values[best] - wanted)) best = i;
  });
  return best;
}
