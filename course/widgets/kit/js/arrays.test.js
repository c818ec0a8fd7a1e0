// Arrays as Python packs them; tests/test_arrays.py holds the same cases for Python.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unpack } from "./arrays.js";

const cases = JSON.parse(readFileSync(new URL("./arrays.cases.json", import.meta.url), "utf8"));

test.each(cases)("$name", async ({ packed, where, values }) => {
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const data = await unpack(new DataView(bytes.buffer), where);
  for (const [name, wanted] of Object.entries(values)) {
    const got = Array.from(data[name].values, (each) => (Number.isNaN(each) ? null : each));
    expect(got).toEqual(
      /** @type {any[]} */ (wanted).map((each) => (each === null ? null : Math.fround(each))),
    );
    expect(data[name].shape).toEqual(where[name].shape);
  }
});
