// What is shown now: numbers and words of the chosen state.

/** @param {Stage} p */
export const passNow = (p) => p.state.answer.passes[p.state.number];
