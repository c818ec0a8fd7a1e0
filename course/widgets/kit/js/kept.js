// What the hand made in a picture, kept in the browser: for a page without Python, and until Python has heard it.

import { keep, kept } from "./link.js";

// before: what was kept and Python has not heard yet, so that it is newer than what Python knows; else null.
/**
 * @param {Stage} p
 * @param {string} id
 */
export function shelf(p, id) {
  const found = kept(id);
  let last = found?.said.answer ?? null;
  const remember = (answer, heard = false) => keep({ id }, { answer: (last = answer) }, heard);
  if (p.model.send) {
    p.listen("msg:custom", (said) => {
      if (said?.heard && !said.refused && last) remember(last, true);
    });
  }
  return { before: p.model.send && found?.heard ? null : last, remember };
}
