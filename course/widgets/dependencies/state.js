// What is shown now: numbers and words of the chosen state.

/** @param {Stage} p */
export const stateNow = (p) => p.words.states.find(({ cut }) => (cut ?? "") === p.state.cut);
// Of the joint that is cut, its place among all; -1 while the station is whole.
/** @param {Stage} p */
export const cutNow = (p) => p.words.states.indexOf(stateNow(p)) - 1;
// Of a joint by its name, its place among all.
/** @param {Stage} p */
export const jointCalled = (p, name) => p.words.states.findIndex(({ cut }) => cut === name) - 1;
// Which part stands on the left, which on the right; both are the whole station before a cut.
/** @param {Stage} p */
export function sides(p) {
  const at = cutNow(p);
  if (at < 0) return [0, 0];
  return p.data.left.values[at] ? [1, 0] : [0, 1];
}
// The modules that provide the chosen function, or null.
/** @param {Stage} p */
export const providers = (p) => p.words.how[p.state.function]?.map(([module]) => module) ?? null;
