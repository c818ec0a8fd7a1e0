import { expect, test } from "vitest";
import { held } from "./right.js";

const number = (short) => ({ short, right: "", choices: [] });
const choice = (short, right, ...others) => ({ short, right, choices: [right, ...others] });

test("a number is right as it is, or rounded to its own digits", () => {
  expect(held(number("23.0 years"), 23)).toBe("right");
  expect(held(number("7.66 km/s"), 7.7)).toBe("rounded");
  expect(held(number("1,013 m"), 1013)).toBe("right");
  expect(held(number("7.2 %"), 8)).toBe("told");
  expect(held(number("7.66 km/s"), 7)).toBe("told");
  expect(held(number("never"), 3)).toBe("told");
});

test("a choice is right in its own words, or the nearest of those that are given", () => {
  expect(held(choice("2011", "2011", "2002"), "2011")).toBe("right");
  expect(held(choice("Volgograd", "Volgograd, 48.7° N", "Sochi"), "Volgograd, 48.7° N")).toBe("right");
  expect(held(choice("88%", "90 %", "50 %"), "90 %")).toBe("chosen");
  expect(held(choice("88%", "90 %", "50 %"), "50 %")).toBe("told");
});
