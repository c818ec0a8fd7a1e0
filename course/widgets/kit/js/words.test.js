// The formats of words.js against the table that Python's are held to as well.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  distance,
  duration,
  east,
  filled,
  grouped,
  joined,
  laps,
  moment,
  month,
  north,
  percents,
  place,
  span,
  tensOfKm,
} from "./words.js";

const cases = JSON.parse(readFileSync("tests/words.json", "utf-8"));
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const formats = {
  distance,
  duration,
  east,
  grouped,
  joined,
  laps,
  moment,
  month,
  north,
  percents,
  place,
  span,
  tens_of_km: tensOfKm,
};

for (const [name, rows] of Object.entries(cases)) {
  test(`${name} says what the table says`, () => {
    for (const [given, said] of rows) {
      if (Array.isArray(given)) expect(formats[name](...given)).toEqual(said);
      else expect(formats[name](Date.parse(`${given}Z`), MONTHS)).toBe(said);
    }
  });
}

test("a gap without a value stays", () => {
  expect(filled("$here and $there", { here: "a" })).toBe("a and $there");
});
