import { expect, test } from "vitest";
import { mapArea, outlinePath, wrapped } from "./map.js";
import { nearest } from "./stops.js";

test.each([
  [[0, 10, 20], 12, 1],
  [[0, 10, 20], 5, 0], // as near to both: the first
  [[20, 10, 0], -100, 2],
  [Float32Array.of(1.5, 2.5), 99, 1],
])("the stop of %j nearest to %d", (values, wanted, place) => {
  expect(nearest(values, wanted)).toBe(place);
});

test.each([
  [0, 0],
  [180, -180],
  [-180, -180],
  [190, -170],
  [-541, 179],
  [725, 5],
])("longitude %d is drawn at %d", (longitude, wanted) => {
  expect(wrapped(longitude)).toBeCloseTo(wanted, 12);
});

test("a map is true to its edges, whatever its width", () => {
  for (const width of [360, 619, 620, 960]) {
    const map = mapArea(/** @type {any} */ ({ width, words: { shown_deg: [-64, 80] } }));
    expect([map.x(-180), map.x(180)]).toEqual([0, width]);
    expect([map.y(80), map.y(-64)]).toEqual([map.top, map.bottom]);
    expect(map.x(0)).toBeCloseTo(width / 2, 9);
  }
});

test("outlines lift the pen at a gap", () => {
  const drawn = [];
  globalThis.Path2D = /** @type {any} */ (
    class {
      moveTo(x, y) {
        drawn.push(["move", x, y]);
      }
      lineTo(x, y) {
        drawn.push(["line", x, y]);
      }
    }
  );
  const values = Float32Array.of(0, 1, 2, 3, Number.NaN, Number.NaN, 4, 5);
  outlinePath({ values, shape: [4, 2] }, { x: (at) => at, y: (at) => at });
  expect(drawn).toEqual([
    ["move", 0, 1],
    ["line", 2, 3],
    ["move", 4, 5],
  ]);
});
