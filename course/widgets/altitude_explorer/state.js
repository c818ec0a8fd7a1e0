// What is shown now: numbers and words of the chosen state.

/** @param {Stage} p */
export const angleOf = (p, stop, from) => from + (2 * Math.PI * flown(p)) / p.data.period_s.values[stop];
/** @param {Stage} p */
export const flown = (p) => p.state.time - p.state.since; // seconds at this height
/** @param {Stage} p */
export const stationAngle = (p) => angleOf(p, p.own.home, p.state.from.station);
export const isWide = (width) => width >= 620;
