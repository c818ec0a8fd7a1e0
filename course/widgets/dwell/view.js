// The dwell curve: one lap beside the time spent in each degree of latitude; a band that can be dragged.

import { inPanel, panel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { dot, grip, label, line } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";

const EDGE = { top: 20, bottom: 46, left: 56, gap: 54, right: 14 };
const HOLD_PX = 22;

export default picture({
  follow: ["inclination_deg", "band_deg"],
  height: (width) => Math.round(Math.min(Math.max(0.56 * width, 360), 500)),

  start(p) {
    p.state = { stop: nearestStop(p, p.model.get("inclination_deg")), band: [...p.model.get("band_deg")] };
    p.own.tilt = p.slider({
      label: p.words.kit.inclination,
      min: 0,
      max: p.data.inclination_deg.values.length - 1,
      step: 1,
      value: p.state.stop,
      text: (stop) => `{ink:${p.words.texts.slider[stop]}}`,
      input: (stop) => change(p, { stop }),
    });
    p.own.ends = [
      [p.words.labels.from, 0],
      [p.words.labels.to, 1],
    ].map(([label, end]) =>
      p.slider({
        label,
        min: -90,
        max: 90,
        step: 1,
        value: p.state.band[end],
        text: (latitude) => `{period:${p.words.latitudes[latitude + 90]}}`,
        input: (latitude) => move(p, end, latitude),
      }),
    );
    p.own.tilt.range.style.accentColor = "var(--iss-ink)";
    for (const { range } of p.own.ends) range.style.accentColor = "var(--iss-period)";
  },

  changed(p, name, value) {
    change(p, name === "band_deg" ? { band: [...value] } : { stop: nearestStop(p, value) }, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const now = textsNow(p);
    return {
      sentence: filled(share(p) > 0 ? p.words.sentence : p.words.never, now),
      alt: filled(p.words.alt, now),
    };
  },

  draw(p, c) {
    const { lap, time } = panels(p);
    if (p.open) drawBand(p, c, lap);
    inPanel(c, lap, drawLap);
    if (!p.open) return;
    inPanel(c, time, drawTime);
    drawPile(p, c, lap);
    drawEnds(p, c, lap);
  },

  grab(p, x, y) {
    const { lap } = panels(p);
    const away = p.state.band.map((latitude) => Math.abs(y - yOf(lap, latitude)));
    const end = away[0] < away[1] ? 0 : 1;
    if (away[end] < HOLD_PX && (Math.abs(x - gripX(p)) < HOLD_PX || away[end] < 7)) return { end };
    const inside = y < yOf(lap, p.state.band[0]) && y > yOf(lap, p.state.band[1]);
    return inside && x > EDGE.left ? { from: latitudeAt(lap, y), band: [...p.state.band] } : null;
  },

  drag(p, thing, _x, y) {
    const latitude = latitudeAt(panels(p).lap, y);
    p.state.moved = true;
    if ("end" in thing) move(p, thing.end, latitude);
    else shift(p, thing.band, latitude - thing.from);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  p.own.tilt.set(p.state.stop);
  p.own.ends.forEach((slider, end) => slider.set(p.state.band[end]));
  if (tell) p.save({ inclination_deg: p.data.inclination_deg.values[p.state.stop], band_deg: p.state.band });
  p.redraw();
}

// One end of the band; it stops a degree before the other.
/** @param {Stage} p */
function move(p, end, latitude) {
  const [south, north] = p.state.band;
  const most = (value, low, high) => Math.min(Math.max(Math.round(value), low), high);
  change(p, { band: end ? [south, most(latitude, south + 1, 90)] : [most(latitude, -90, north - 1), north] });
}

// The whole band, which keeps its width.
/** @param {Stage} p */
function shift(p, [south, north], by) {
  const whole = Math.min(Math.max(Math.round(by), -90 - south), 90 - north);
  change(p, { band: [south + whole, north + whole] });
}

/** @param {Stage} p */
function nearestStop(p, wanted) {
  const stops = p.data.inclination_deg.values;
  let best = 0;
  stops.forEach((each, i) => {
    if (Math.abs(each - wanted) < Math.abs(stops[best] - wanted)) best = i;
  });
  return best;
}

/** @param {Stage} p */
function row(p, name) {
  const { values, shape } = p.data[name];
  return values.subarray(p.state.stop * shape[1], (p.state.stop + 1) * shape[1]);
}

/** @param {Stage} p */
const top = (p) => p.data.top_deg.values[p.state.stop];

/** @param {Stage} p */
function share(p) {
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
const inBand = (p, latitude) => latitude >= p.state.band[0] && latitude <= p.state.band[1];

/** @param {Stage} p */
function textsNow(p) {
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

// Where things are -------------------------------------------------------------------------------
/** @param {Stage} p */
function panels(p) {
  const narrow = p.width < 620;
  const height = p.height - EDGE.top - EDGE.bottom;
  const room = p.width - EDGE.left - EDGE.gap - EDGE.right;
  const wide = Math.round((p.open ? (narrow ? 0.5 : 0.56) : 1) * room);
  const place = { top: EDGE.top, height, bottom: height };
  return {
    lap: panel(p, "lap", { ...place, left: EDGE.left, width: wide }),
    time: panel(p, "time", { ...place, left: EDGE.left + wide + EDGE.gap, width: room - wide }),
  };
}

/** @param {Panel} part */
const yOf = (part, latitude) => part.top + ((90 - latitude) / 180) * part.height;
/** @param {Panel} part */
const latitudeAt = (part, y) => 90 - (180 * (y - part.top)) / part.height;
/** @param {Stage} p */
const gripX = (p) => panels(p).lap.left + panels(p).lap.width + EDGE.gap / 2 + 6;

// The drawing ------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawBand(p, c, lap) {
  const [south, north] = p.state.band.map((latitude) => yOf(lap, latitude));
  c.fillStyle = p.colour("period");
  c.globalAlpha = 0.12;
  c.fillRect(EDGE.left, north, p.width - EDGE.left - EDGE.right, south - north);
  c.globalAlpha = 1;
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawParallels(part, c, named) {
  for (let latitude = -90; latitude <= 90; latitude += 30) {
    const y = ((90 - latitude) / 180) * part.height;
    line(
      c,
      [
        [0, y],
        [part.width, y],
      ],
      part.colour(latitude ? "faint" : "quiet"),
      latitude ? 0.5 : 1,
    );
    const side = latitude < 0 ? " S" : " N";
    // The labels stand left of the panel: not through label(), which keeps words inside.
    if (!named) continue;
    Object.assign(c, { font: part.font(12), textAlign: "right", fillStyle: part.colour("quiet") });
    c.fillText(latitude ? `${Math.abs(latitude)}°${side}` : "equator", -6, y + 4);
    c.textAlign = "left";
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAxis(part, c, ticks, words) {
  for (const [x, text] of ticks) {
    line(
      c,
      [
        [x, part.height],
        [x, part.height + 5],
      ],
      part.colour("quiet"),
      1,
    );
    Object.assign(c, { font: part.font(12), textAlign: "center", fillStyle: part.colour("quiet") });
    c.fillText(text, x, part.height + 19);
  }
  c.textAlign = "left";
  label(part, c, words, part.width / 2, part.height + 38, { role: "quiet", size: 12 });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawLap(part, c) {
  const lap = row(part, "lap_deg");
  const last = lap.length - 1;
  const x = (minute) => (minute / last) * part.width;
  const y = (latitude) => ((90 - latitude) / 180) * part.height;
  drawParallels(part, c, true);
  drawAxis(
    part,
    c,
    [0, 30, 60, 90].map((minute) => [x(minute), String(minute)]),
    part.width < 220 ? "minutes" : part.words.axes.time,
  );
  line(
    c,
    Array.from(lap, (latitude, minute) => [x(minute), y(latitude)]),
    part.colour("station"),
    2,
  );
  for (const minute of part.words.dots_min) {
    const inside = part.open && inBand(part, lap[minute]);
    c.fillStyle = part.colour(inside ? "period" : "ink");
    dot(c, x(minute), y(lap[minute]), inside ? 5 : 3);
  }
  if (!part.open) return;
  if (top(part) < 70)
    label(part, c, part.words.labels.never, part.width / 2, Math.max(y(84), y(90) + 20), {
      role: "quiet",
      size: 12,
    });
  for (const latitude of [top(part), -top(part)]) {
    c.setLineDash([3, 5]);
    line(
      c,
      [
        [0, y(latitude)],
        [part.width, y(latitude)],
      ],
      part.colour("quiet"),
      1,
    );
    c.setLineDash([]);
    const words = `${top(part).toFixed(1)}° ${latitude > 0 ? "N" : "S"}`;
    const beyond = latitude > 0 ? y(latitude) - 6 : Math.min(y(latitude) + 15, part.height - 5);
    label(part, c, words, part.width - 2, beyond, { size: 12, align: "right", rim: "sky" });
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawTime(part, c) {
  const below = row(part, "below");
  const x = (fraction) => (fraction / part.words.full_scale) * part.width;
  const high = part.height / 180;
  drawParallels(part, c, false);
  const every = part.width < 220 ? 4 : 2;
  const ticks = [0, 2, 4, 6, 8]
    .filter((tick) => tick % every === 0)
    .map((tick) => [x(tick / 100), String(tick)]);
  drawAxis(part, c, ticks, part.width < 220 ? part.words.labels.share_short : part.words.axes.share);
  for (let degree = -90; degree < 90; degree += 1) {
    const inside = degree >= part.state.band[0] && degree < part.state.band[1];
    c.fillStyle = part.colour(inside ? "period" : "ghost");
    c.fillRect(0, (89 - degree) * high, x(below[degree + 91] - below[degree + 90]), Math.max(high - 0.4, 1));
  }
  const even = x(1 / (2 * top(part)));
  const ends = [top(part), -top(part)].map((latitude) => (90 - latitude) * high);
  c.setLineDash([4, 4]);
  line(
    c,
    ends.map((y) => [even, y]),
    part.colour("ink"),
    1.5,
  );
  c.setLineDash([]);
  const words = part.width < 220 ? part.words.labels.alike_short : part.words.labels.alike;
  words.forEach((each, i) =>
    label(part, c, each, even + 8, 90 * high + 22 + 17 * i, { size: 12, align: "left", rim: "sky" }),
  );
}

// The dots of the lap, moved to the side: equal times, so they pile up where the station lingers.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawPile(p, c, lap) {
  const x = lap.left + lap.width + 10;
  const values = row(p, "lap_deg");
  for (const minute of p.words.dots_min) {
    const inside = inBand(p, values[minute]);
    c.fillStyle = p.colour(inside ? "period" : "ink");
    c.globalAlpha = inside ? 0.8 : 0.45;
    dot(c, x, yOf(lap, values[minute]), inside ? 4 : 3);
  }
  c.globalAlpha = 1;
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawEnds(p, c, lap) {
  const x = gripX(p);
  p.state.band.forEach((latitude, end) => {
    const y = yOf(lap, latitude);
    line(
      c,
      [
        [EDGE.left, y],
        [p.width - EDGE.right, y],
      ],
      p.colour("period"),
      1.5,
    );
    grip(p, c, x, y, "period");
    if (end === 0 && !p.state.moved)
      label(p, c, p.words.kit.drag, x, y + (latitude < -75 ? -17 : 27), {
        role: "period",
        weight: 600,
        rim: "sky",
      });
  });
}
