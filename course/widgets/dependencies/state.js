// What is shown now: numbers and words of the chosen state.

/** @param {Stage} p */
export const stateNow = (p) => p.words.states.find(({ cut }) => (cut ?? "") === p.state.cut);
// Of the joint that is cut, its place among all; -1 while the station is whole.
/** @param {Stage} p */
export const cutNow = (p) => p.words.states.indexOf(stateNow(p)) - 1;
// Of a joint by its name, its place among all.
/** @param {Stage} p */
export const jointCalled = (p, name) => p.words.states.findIndex(({ cut }) => cut === name) - 1;
// The modules that provide the chosen function, or null.
/** @param {Stage} p */
export const providers = (p) => p.words.how[p.state.function]?.map(([module]) => module) ?? null;
