// What is shown now: numbers and words of the chosen state.

/** @param {Stage} p */
export const column = (p, name) => p.data[name].values;
/** @param {Stage} p */
export const jointName = (p, at) => p.words.states[column(p, "comes_off").indexOf(at) + 1].cut;
/** @param {Stage} p */
export const stateNow = (p) => p.words.states.find(({ cut }) => (cut ?? "") === p.state.cut);
