// Where things are on the line of time: rows, lanes, and the place of a day.

export const SIDE = 10;
export const MARGIN = 132; // with names, where there is room for it
const NARROW_PX = 620;
export const MONTH_DAYS = 30.44;

// Where things are: a lane has a row for its marks and two above it for names, on a small screen one more for its own.
/** @param {Stage} p */
export function layout(p) {
  const wide = p.width >= NARROW_PX;
  const ship = wide ? { top: 36, row: 20, high: 13 } : { top: 36, row: 17, high: 12 };
  const lane = wide ? { high: 58, mark: 46, size: 13 } : { high: 60, mark: 48, size: 12 };
  const rows = 1 + Math.max(...p.words.ships.map(({ row }) => row));
  const lanes = ship.top + ship.row * rows + (wide ? 2 : 6);
  const axis = lanes + lane.high * p.words.threads.length + 4;
  const [left, right] = [wide ? MARGIN : SIDE, p.width - SIDE];
  return { wide, ship, lane, lanes, axis, left, right, long: right - left };
}

/** @param {Stage} p */
export const sceneHeight = (p) => layout(p).axis + 46;
/** @param {Stage} p */
export const laneY = (p, thread) => {
  const { lanes, lane } = layout(p);
  return lanes + lane.high * p.words.threads.indexOf(thread) + lane.mark;
};
/** @param {Stage} p */
export const wide = (p) => layout(p).long;
/** @param {Stage} p */
export const xOf = (p, day) => {
  const { left, long } = layout(p);
  return left + ((day - p.state.start) / (p.state.end - p.state.start)) * long;
};

/** @param {Stage} p */
export const dateOf = (p, day) => new Date(Date.parse(p.words.first_day) + 864e5 * day);
/** @param {Stage} p */
export const numberOf = (p, date) => (date - Date.parse(p.words.first_day)) / 864e5;
