// The dwell curve's state: the tilt and the band, and the numbers and words of both.

import { filled } from "../kit/js/words.js";

/** @param {Stage} p */
export function change(p, values, tell = true) {
  Object.assign(p.state, values);
  p.own.tilt.set(p.state.stop);
  p.own.ends.forEach((slider, end) => slider.set(p.state.band[end]));
  if (tell) p.save({ inclination_deg: p.data.inclination_deg.values[p.state.stop], band_deg: p.state.band });
  p.redraw();
}

// One end of the band; it stops a degree before the other.
/** @param {Stage} p */
export function move(p, end, latitude) {
  const [south, north] = p.state.band;
  const most = (value, low, high) => Math.min(Math.max(Math.round(value), low), high);
  change(p, { band: end ? [south, most(latitude, south + 1, 90)] : [most(latitude, -90, north - 1), north] });
}

// The whole band, which keeps its width.
/** @param {Stage} p */
export function shift(p, [south, north], by) {
  const whole = Math.min(Math.max(Math.round(by), -90 - south), 90 - north);
  change(p, { band: [south + whole, north + whole] });
}

/** @param {Stage} p */
export function nearestStop(p, wanted) {
  const stops = p.data.inclination_deg.values;
  let best = 0;
  stops.forEach((each, i) => {
    if (Math.abs(each - wanted) < Math.abs(stops[best] - wanted)) best = i;
  });
  return best;
}

/** @param {Stage} p */
export function row(p, name) {
  const { values, shape } = p.data[name];
  return values.subarray(p.state.stop * shape[1], (p.state.stop + 1) * shape[1]);
}

/** @param {Stage} p */
export const top = (p) => p.data.top_deg.values[p.state.stop];

/** @param {Stage} p */
export function share(p) {
  const below = row(p, "below");
  const [south, north] = p.state.band;
  return below[north + 90] - below[south + 90];
}

/** @param {Stage} p */
function evenShare(p) {
  const [south, north] = p.state.band.map((latitude) => Math.min(Math.max(latitude, -top(p)), top(p)));
  return (north - south) / (2 * top(p));
}

/** @param {Stage} p */
export const inBand = (p, latitude) => latitude >= p.state.band[0] && latitude <= p.state.band[1];

/** @param {Stage} p */
export function textsNow(p) {
  const [south, north] = p.state.band;
  const { words } = p;
  const ends = { south: words.latitudes[south + 90], north: words.latitudes[north + 90] };
  const between = filled(words.labels.between, ends);
  const half =
    north === 90 ? words.north_of[south + 90] : south === -90 ? words.south_of[north + 90] : between;
  const lap = row(p, "lap_deg");
  return {
    ...Object.fromEntries(Object.entries(words.texts).map(([name, texts]) => [name, texts[p.state.stop]])),
    where: south === -90 && north === 90 ? words.everywhere : half,
    share: `${(100 * share(p)).toFixed(1)} %`,
    even: `${(100 * evenShare(p)).toFixed(1)} %`,
    dots: words.dots_min.filter((minute) => inBand(p, lap[minute])).length,
    all: words.dots_min.length,
  };
}
