// What is shown now: numbers and words of the chosen state.

export const passNow = (p) => p.state.answer.passes[p.state.number];
