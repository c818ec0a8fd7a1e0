// The altitude explorer: drag the satellite outward and see what its height decides.

import { element, newId } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { filled } from "../kit/js/words.js";
import { drawCurve, plotArea } from "./curve.js";
import { drawOrbits, orbitArea, place } from "./orbits.js";
import { angleOf, flown, isWide, stationAngle } from "./state.js";

const RATE_S = 300; // play: one second shows five minutes
const DAY_S = 86400;
const START = 1.25; // direction of the starting line, in radians above the horizontal

export default picture({
  follow: ["altitude_km", "quantity"],
  height: (width) => (isWide(width) ? Math.round(0.46 * width) : Math.round(0.8 * width) + 260),

  start(p) {
    const stops = p.data.altitude_km.values;
    p.state = { stop: nearestStop(p, p.model.get("altitude_km")), quantity: p.model.get("quantity") };
    p.root.classList.add("iss-side"); // the question stands where the curve will be
    p.own.home = p.words.marks.find(([name]) => name === "ISS")[1];
    lineUp(p);
    p.own.cards = cards(p);
    p.own.slider = p.slider({
      label: p.words.labels.height,
      min: 0,
      max: stops.length - 1,
      step: 1,
      value: p.state.stop,
      text: (stop) => p.words.texts.height[stop],
      input: (stop) => fly(p, stop),
    });
    p.own.slider.range.style.accentColor = "var(--iss-ink)";
    p.own.time = p.player({
      label: p.words.kit.play,
      end: () => DAY_S,
      rate: () => RATE_S,
      step: () => 900,
      at: (time) => Object.assign(p.state, { time, since: Math.min(time, p.state.since) }),
      reset: () => lineUp(p),
    });
  },

  changed(p, name, value) {
    if (name === "quantity") show(p, value, false);
    else fly(p, nearestStop(p, value), false);
    p.own.slider.set(p.state.stop);
  },

  say(p) {
    const { quantity, stop } = p.state;
    if (!p.open) return { sentence: "", alt: p.words.closed };
    p.own.cards.set();
    const now = Object.fromEntries(Object.entries(p.words.texts).map(([name, texts]) => [name, texts[stop]]));
    return {
      sentence: filled(p.words.sentences[quantity], { ...now, ending: p.words.endings[quantity][stop] }),
      alt: filled(p.words.alts[quantity], now),
    };
  },

  draw(p, c) {
    drawOrbits(p, c);
    drawCurve(p, c);
    if (p.open) tellTime(p);
  },

  grab(p, x, y) {
    const { x: left, y: top } = place(p, p.state.stop, p.state.from.satellite);
    if (Math.hypot(x - left, y - top) < 24) return { name: "satellite", offset: 0 };
    const plot = plotArea(p);
    const inside = y > plot.top - 12 && y < plot.bottom + 24;
    return inside && Math.abs(x - plot.x(p.state.stop)) < 22 ? { name: "curve" } : null;
  },

  drag(p, thing, x, y) {
    let aim;
    if (thing.name === "curve") {
      const plot = plotArea(p);
      aim = nearest(p.data.place.values, (x - plot.left) / (plot.right - plot.left));
    } else {
      const view = orbitArea(p);
      aim = nearest(p.data.reach.values, Math.hypot(x - view.x, y - view.y) / view.room);
    }
    fly(p, aim);
    p.own.slider.set(aim);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function fly(p, stop, tell = true) {
  if (stop === p.state.stop) return;
  // A new height starts a new count of laps, from where both are now.
  p.state.from = { satellite: angleOf(p, p.state.stop, p.state.from.satellite), station: stationAngle(p) };
  Object.assign(p.state, { stop, since: p.state.time, moved: true });
  if (tell) p.save({ altitude_km: p.data.altitude_km.values[stop] });
  p.redraw();
}

/** @param {Stage} p */
function show(p, quantity, tell = true) {
  p.state.quantity = quantity;
  if (tell) p.save({ quantity });
  p.redraw();
}

/** @param {Stage} p */
function lineUp(p) {
  Object.assign(p.state, { time: 0, since: 0, from: { satellite: START, station: START } });
}

/** @param {Stage} p */
const nearestStop = (p, altitude) => nearest(p.data.altitude_km.values, altitude);

// The four numbers are the switch between the four curves.
/** @param {Stage} p */
function cards(p) {
  const group = element("fieldset", "iss-cards");
  group.append(element("legend", "", {}, p.words.labels.curves));
  const made = p.words.quantities.map(({ key, name }) => {
    const card = element("label", "iss-card");
    const radio = element("input", "", { type: "radio", name: newId(), value: key });
    const number = element("span", "iss-card-number");
    card.style.color = radio.style.accentColor = `var(--iss-${key})`;
    radio.dataset.lmSuppressShortcuts = "true";
    radio.addEventListener("change", () => show(p, key));
    card.append(radio, element("span", "iss-card-name", {}, name), number);
    group.append(card);
    return { key, radio, number };
  });
  made.forEach(({ radio }) => (radio.name = made[0].radio.name));
  p.controls.append(group);
  return {
    set() {
      for (const { key, radio, number } of made) {
        radio.checked = key === p.state.quantity;
        number.textContent = p.words.texts[key][p.state.stop];
      }
    },
  };
}

/** @param {Stage} p */
function tellTime(p) {
  const time = flown(p);
  const laps = (which) => (time / p.data.period_s.values[which]).toFixed(1);
  const whole = Math.round(time / 60);
  const [hours, minutes] = [Math.floor(whole / 60), String(whole % 60).padStart(2, "0")];
  p.own.time.note.set(
    time
      ? filled(p.words.labels.flying, { hours, minutes, own: laps(p.state.stop), station: laps(p.own.home) })
      : p.words.labels.pace,
  );
}
