// Marks that were made before: what Python knows, and what only the browser does.

// What Python has not heard yet is newer. A lesson may have changed since.
/**
 * @param {Stage} p
 * @param {Record<string, any>} known
 * @param {Record<string, any> | null} before
 */
export function merged(p, known, before) {
  const ids = new Set(p.words.statements.map(({ id }) => id));
  const all = { ...known };
  for (const [id, parts] of Object.entries(before ?? {})) {
    if (ids.has(id)) all[id] = { ...known[id], ...parts };
  }
  return all;
}
