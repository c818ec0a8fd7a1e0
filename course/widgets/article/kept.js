// Marks in the browser: for a page without Python, and until Python has heard them.

import { kept as found, keep } from "../kit/js/link.js";

const PLACE = { id: "article" };

export const remember = (marks, heard) => keep(PLACE, { answer: marks }, heard);

// What Python knows, and what it has not heard yet: that is newer. A lesson may have changed since.
/**
 * @param {Stage} p
 * @param {Record<string, any>} known
 */
export function kept(p, known) {
  const before = found(PLACE.id);
  if (!before || (p.model.send && before.heard)) return known;
  const ids = new Set(p.words.statements.map(({ id }) => id));
  const merged = { ...known };
  for (const [id, parts] of Object.entries(before.said.answer)) {
    if (ids.has(id)) merged[id] = { ...known[id], ...parts };
  }
  return merged;
}
