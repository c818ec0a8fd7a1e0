// The height of the station above the Sun, and below it how fast the air takes height: two drawings, one axis of time.

import { inPanel, panel } from "../kit/js/panels.js";
import { arrow, dot, label, line, ring } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";

const FLAGS = 40; // room above the height for the names of events
const GAP = 34;
const AXIS_PX = 28;

/** @param {Stage} p */
export function panelsOf(p) {
  const narrow = p.width < 620;
  const [left, right] = [narrow ? 38 : 46, narrow ? 34 : 44];
  const room = p.height - FLAGS - GAP - AXIS_PX - 8;
  const tall = Math.round(0.62 * room);
  const place = { left, width: p.width - left - right };
  return {
    height: panel(p, "height", { ...place, top: FLAGS, height: tall }),
    rate: panel(p, "rate", { ...place, top: FLAGS + tall + GAP, height: room - tall }),
  };
}

// What is in view: all years, or some weeks around the cursor.
/** @param {Stage} p */
function viewOf(p) {
  if (!p.state.closer) return p.data.ends.values;
  const middle = p.state.middle ?? p.data.day.values[p.state.place];
  return [middle - p.words.close_days, middle + p.words.close_days];
}

/** @param {Panel} part */
export function timeX(part, day) {
  const [first, last] = viewOf(part);
  return ((day - first) / (last - first)) * part.width;
}

/** @param {Stage} p */
const heightAt = (p, i, which = 0) => p.data.height_km.values[3 * i + which];

// Kilometres from the bottom to the top of the first drawing: fixed for all years, as close as the sets allow else.
/** @param {Stage} p */
function range(p) {
  if (!p.state.closer) return p.words.range_km;
  const [first, last] = viewOf(p);
  const seen = p.words.names
    .map((_, i) => i)
    .filter((i) => p.data.day.values[i] >= first && p.data.day.values[i] <= last);
  const [low, high] = [
    Math.min(...seen.map((i) => heightAt(p, i, 1))),
    Math.max(...seen.map((i) => heightAt(p, i, 2))),
  ];
  return [Math.floor(low - 1), Math.ceil(high + 1)];
}

/** @param {Panel} part */
function heightY(part, km) {
  const [low, high] = range(part);
  return ((high - km) / (high - low)) * part.height;
}

const SUN = [60, 400]; // solar flux units over the whole height: the Sun stays in the lower half
/** @param {Panel} part */
const sunY = (part, f107) => ((SUN[1] - f107) / (SUN[1] - SUN[0])) * part.height;
const RATE_M = 540;
/** @param {Panel} part */
const rateY = (part, metres) => (1 - metres / RATE_M) * part.height;

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawScene(p, c) {
  const { height, rate } = panelsOf(p);
  drawTime(p, c, height, rate);
  inPanel(c, height, drawAxes);
  inPanel(c, rate, drawRateAxes);
  if (!p.open) return;
  clipped(c, height, drawSun);
  inPanel(c, height, drawFlags);
  clipped(c, height, drawHeights);
  clipped(c, rate, drawRates);
  drawCursor(p, c, height, rate);
  inPanel(c, rate, drawRateNames);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Panel} part
 */
function clipped(c, part, draw) {
  inPanel(c, part, () => {
    c.beginPath();
    c.rect(0, -2, part.width, part.height + 4);
    c.clip();
    draw(part, c);
  });
}

// Axes -------------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawTime(p, c, height, rate) {
  const [first, last] = viewOf(p);
  const begin = Date.parse(p.words.first_day);
  const from = new Date(begin + 864e5 * first);
  const every = p.state.closer ? 1 : 12 * (p.width < 620 ? 5 : 2); // months
  let month = p.state.closer ? from.getUTCMonth() : 0;
  const year = p.state.closer ? from.getUTCFullYear() : 2000 - (p.width < 620 ? 5 : 2);
  for (let turn = 0; turn < 60; turn += 1, month += every) {
    const date = Date.UTC(year, month, 1);
    const day = (date - begin) / 864e5;
    if (day > last) break;
    if (day < first) continue;
    const x = height.left + timeX(height, day);
    line(
      c,
      [
        [x, height.top],
        [x, rate.top + rate.height + 5],
      ],
      p.colour("faint"),
      0.75,
    );
    const words = new Date(date).toLocaleDateString("en-GB", {
      timeZone: "UTC",
      year: "numeric",
      ...(p.state.closer && { month: "short" }),
    });
    label(p, c, words, x, rate.top + rate.height + 20, { role: "quiet", size: 12 });
  }
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function tick(part, c, y, words, { role = "quiet", right = false } = {}) {
  Object.assign(c, {
    font: part.font(12),
    textAlign: right ? "left" : "right",
    fillStyle: part.colour(role),
  });
  c.fillText(words, right ? part.width + 6 : -6, y + 4);
  c.textAlign = "left";
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function heading(part, c, words, role = "quiet", align = "left", y = -7) {
  Object.assign(c, { font: part.font(12), textAlign: align, fillStyle: part.colour(role) });
  c.fillText(words, align === "left" ? -part.left + 8 : part.width + 26, y);
  c.textAlign = "left";
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawAxes(part, c) {
  const [low, high] = range(part);
  const every = [1, 2, 5, 10, 20, 50].find((step) => (step / (high - low)) * part.height > 28);
  for (let km = Math.ceil(low / every) * every; km <= high; km += every) {
    const y = heightY(part, km);
    line(
      c,
      [
        [0, y],
        [part.width, y],
      ],
      part.colour("faint"),
      0.75,
    );
    if (y > 8) tick(part, c, y, String(km));
  }
  heading(part, c, "km");
  if (!part.open) return;
  for (const f107 of [100, 200]) tick(part, c, sunY(part, f107), String(f107), { role: "sun", right: true });
  heading(part, c, part.words.labels.sun, "sun", "right", sunY(part, 245));
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRateAxes(part, c) {
  for (let metres = 0; metres <= 500; metres += 100) {
    const y = rateY(part, metres);
    line(
      c,
      [
        [0, y],
        [part.width, y],
      ],
      part.colour(metres ? "faint" : "quiet"),
      metres ? 0.75 : 1,
    );
    if (metres % 200 === 0) tick(part, c, y, String(metres));
  }
  heading(part, c, part.width < 520 ? part.words.labels.rate_short : part.words.labels.rate);
}

// The Sun, as a hill behind --------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawSun(part, c) {
  const points = steps(part, part.data.f107.values, sunY);
  c.beginPath();
  points.forEach(([x, y]) => c.lineTo(x, y));
  c.lineTo(points.at(-1)[0], part.height);
  c.lineTo(points[0][0], part.height);
  c.fillStyle = part.colour("sun");
  c.globalAlpha = 0.22;
  c.fill();
  c.globalAlpha = 1;
}

// Monthly means: each from the first of its month to the first of the next.
/** @param {Panel} part */
function steps(part, values, y) {
  const { month } = part.data;
  return Array.from(values, (value, i) =>
    [0, 1].map((on) => [timeX(part, month.values[i + on]), y(part, value)]),
  ).flat();
}

// Heights ----------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawHeights(part, c) {
  const days = part.data.day.values;
  const x = (i) => timeX(part, days[i]);
  const y = (i, which) => heightY(part, heightAt(part, i, which));
  part.words.heights_km.forEach((km, i) => {
    if (part.state.closer) return;
    c.setLineDash(i ? [] : [6, 5]);
    line(
      c,
      [
        [0, heightY(part, km)],
        [part.width, heightY(part, km)],
      ],
      part.colour(i ? "high" : "low"),
      1,
    );
    c.setLineDash([]);
  });
  for (let i = 0; i + 1 < days.length; i += 1) {
    const near = days[i + 1] - days[i] <= part.words.joined_days;
    if (near)
      band(part, c, [
        [x(i), y(i, 2)],
        [x(i + 1), y(i + 1, 2)],
        [x(i + 1), y(i + 1, 1)],
        [x(i), y(i, 1)],
      ]);
    c.setLineDash(near ? [] : [2, 4]);
    line(
      c,
      [
        [x(i), y(i)],
        [x(i + 1), y(i + 1)],
      ],
      part.colour("station"),
      near ? 2 : 1,
    );
    c.setLineDash([]);
  }
  c.fillStyle = part.colour("station");
  days.forEach((_, i) => {
    c.globalAlpha = 0.35;
    c.fillRect(x(i) - 1.5, y(i, 2), 3, y(i, 1) - y(i, 2));
    c.globalAlpha = 1;
    dot(c, x(i), y(i), 2.5);
  });
  if (!part.state.closer) return;
  part.words.kinds.forEach((kind, i) => {
    if (kind !== "rise") return;
    const [middle, from, to] = [(x(i) + x(i + 1)) / 2, y(i), y(i + 1)];
    arrow(c, middle + 8, Math.max(from, to + 14), middle + 8, to, part.colour("station"), 2);
  });
}

// From perigee to apogee, where the next set is near.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function band(part, c, points) {
  c.beginPath();
  points.forEach(([x, y]) => c.lineTo(x, y));
  c.fillStyle = part.colour("station");
  c.globalAlpha = 0.14;
  c.fill();
  c.globalAlpha = 1;
}

// The names of events, in two rows; where there is no room the line alone stands.
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawFlags(part, c) {
  const taken = [];
  part.words.events
    .map((_, i) => i)
    .sort((i, k) => part.words.events[i].rank - part.words.events[k].rank || i - k)
    .forEach((i) => {
      const x = timeX(part, part.data.event_day.values[i]);
      if (x < 0 || x > part.width) return;
      const words = part.words.events[i].label;
      c.font = part.font(12);
      const long = c.measureText(words).width;
      const spot = [-22, -6]
        .flatMap((y) => [
          [x + 4, y],
          [x - 4 - long, y],
        ])
        .find(
          ([left, y]) =>
            left > 0 &&
            left + long < part.width + part.left - 8 &&
            taken.every((one) => one.y !== y || left > one.right + 8 || left + long < one.left - 8),
        );
      line(
        c,
        [
          [x, spot ? spot[1] - 10 : -4],
          [x, part.height],
        ],
        part.colour("ghost"),
        1,
      );
      if (!spot) return;
      taken.push({ left: spot[0], right: spot[0] + long, y: spot[1] });
      Object.assign(c, { textAlign: "left", fillStyle: part.colour("ink") });
      c.fillText(words, spot[0], spot[1]);
    });
}

// Fall -------------------------------------------------------------------------------------------
/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRates(part, c) {
  for (const [name, role, dash] of /** @type {any[][]} */ ([
    ["low_m_day", "low", [6, 5]],
    ["high_m_day", "high", []],
  ])) {
    c.setLineDash(dash);
    line(c, steps(part, part.data[name].values, rateY), part.colour(role), 1.75);
    c.setLineDash([]);
  }
  part.words.kinds.forEach((kind, i) => {
    if (kind !== "fall") return;
    c.fillStyle = part.colour("station");
    dot(c, timeX(part, part.data.day.values[i]), rateY(part, part.data.rate_m_day.values[i]), 3);
  });
}

/**
 * @param {Panel} part
 * @param {CanvasRenderingContext2D} c
 */
function drawRateNames(part, c) {
  const [low, high] = part.words.heights_km;
  const names = [
    [filled(part.words.labels.at, { km: low }), "low", "- -"],
    [filled(part.words.labels.at, { km: high }), "high", "—"],
    [part.words.labels.measured, "station", "●"],
  ];
  let right = part.width;
  for (const [words, role, sign] of names.reverse()) {
    c.font = part.font(12, 600);
    const text = `${sign} ${words}`;
    right -= c.measureText(text).width;
    c.fillStyle = part.colour(role);
    c.fillText(text, right, -7);
    right -= 12;
  }
}

// The cursor -------------------------------------------------------------------------------------
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
function drawCursor(p, c, height, rate) {
  const { place } = p.state;
  const x = height.left + timeX(height, p.data.day.values[place]);
  line(
    c,
    [
      [x, height.top - 4],
      [x, rate.top + rate.height],
    ],
    p.colour("ink"),
    1.25,
  );
  const y = height.top + heightY(height, heightAt(p, place));
  if (y > height.top && y < height.top + height.height) {
    c.fillStyle = p.colour("sky");
    dot(c, x, y, 8);
    ring(c, x, y, 8, p.colour("ink"), 2);
    c.fillStyle = p.colour("station");
    dot(c, x, y, 4);
    if (!p.state.moved)
      label(p, c, p.words.kit.drag, x - 14, y - 12, { weight: 600, align: "right", rim: "sky" });
  }
  const month = p.data.month_of.values[place];
  if (month < 0) return;
  for (const [name, role] of /** @type {any[][]} */ ([
    ["low_m_day", "low"],
    ["high_m_day", "high"],
  ])) {
    const metres = p.data[name].values[month];
    c.fillStyle = p.colour(role);
    dot(c, x, rate.top + rateY(rate, metres), 5);
  }
}
