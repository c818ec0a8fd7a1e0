// The ball and the map of the inclination explorer, against each other.
import { expect, test } from "vitest";
import { onTilted, RAD, seen, sight, spun } from "../kit/js/globe.js";
import { earthAngle } from "./scene.js";
import { placeAt } from "./state.js";

const words = { start_deg: 47 };

test("globe and map show one satellite: the point below it, carried by the Earth, is where the tilted circle has it", () => {
  const view = sight(100, 100, 90);
  for (const tilt of [0.3, 0.9, 1.5, 1.9]) {
    for (let turns = 0; turns < 5; turns += 0.13) {
      const { longitude, latitude } = placeAt({ words }, turns, tilt, 23.6);
      const [east, flat] = [longitude * RAD, Math.cos(latitude * RAD)];
      const below = [flat * Math.cos(east), flat * Math.sin(east), Math.sin(latitude * RAD)];
      const turned = earthAngle({ words, own: { track: { shift: 23.6 } }, state: { turns } });
      const on = seen(spun(view, turned), below);
      const circle = seen(view, onTilted(2 * Math.PI * turns, tilt));
      expect(Math.hypot(on.x - circle.x, on.y - circle.y)).toBeLessThan(1e-9);
      expect(Math.abs(on.depth - circle.depth)).toBeLessThan(1e-9);
    }
  }
});
