// The decay explorer: drag time along under the start, hold the Sun where you like, and see when the fall ends.

import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { day, filled, span } from "../kit/js/words.js";
import { plots } from "./plots.js";
import { drawAll } from "./scene.js";
import { DAY_MS, endWords, lifeOf, shownYears, startYear } from "./state.js";

export default picture({
  follow: ["start_utc", "ballistic_coefficient_kg_m2", "sun", "f107"],
  height: (width) => (width < 620 ? 460 : Math.round(Math.min(0.56 * width, 520))),

  start(p) {
    p.state = {
      start: nearest(p.words.starts.map(Date.parse), Date.parse(p.model.get("start_utc"))),
      craft: nearest(p.words.ballistic, p.model.get("ballistic_coefficient_kg_m2")),
      sun: p.model.get("sun"),
      flux: nearest(p.words.fluxes, p.model.get("f107")),
    };
    p.own.suns = p.choice({
      label: p.words.labels.sun,
      options: p.words.labels.suns,
      value: p.state.sun,
      input: (sun) => change(p, { sun }),
    });
    p.own.starts = p.slider({
      label: p.words.labels.off_on,
      min: 0,
      max: p.words.starts.length - 1,
      step: 1,
      value: p.state.start,
      text: (start) => `{ink:${dayWords(p, start)}}`,
      input: (start) => change(p, { start }),
    });
    p.own.flux = p.slider({
      label: p.words.labels.held,
      min: 0,
      max: p.words.fluxes.length - 1,
      step: 1,
      value: p.state.flux,
      text: (flux) => `{sun:F10.7 = ${p.words.fluxes[flux]}}`,
      input: (flux) => change(p, { flux }),
    });
    p.own.craft = p.slider({
      label: p.words.labels.ballistic,
      min: 0,
      max: p.words.ballistic.length - 1,
      step: 1,
      value: p.state.craft,
      text: (craft) => `{fall:${p.words.ballistic[craft]} kg/m²}${compared(p, craft)}`,
      input: (craft) => change(p, { craft }),
    });
    for (const [slider, role] of [
      [p.own.starts, "ink"],
      [p.own.flux, "sun"],
      [p.own.craft, "fall"],
    ]) {
      slider.range.style.accentColor = `var(--iss-${role})`;
    }
    p.note().set(p.words.note);
    change(p, {}, false);
  },

  changed(p, name, value) {
    change(
      p,
      {
        start_utc: () => ({ start: nearest(p.words.starts.map(Date.parse), Date.parse(value)) }),
        ballistic_coefficient_kg_m2: () => ({ craft: nearest(p.words.ballistic, value) }),
        sun: () => ({ sun: value }),
        f107: () => ({ flux: nearest(p.words.fluxes, value) }),
      }[name](),
      false,
    );
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { words, state } = p;
    const told = (template) => filled(filled(template, partsNow(p)), textsNow(p));
    return { sentence: told(words.sentences[state.sun]).trim(), alt: told(words.alt) };
  },

  draw: drawAll,

  grab(p, x, y) {
    const { height, sun } = plots(p);
    const level = sun.top + sun.y(p.words.fluxes[p.state.flux]);
    if (p.state.sun === "constant" && Math.abs(y - level) < 16 && x > sun.left) return { name: "level" };
    const inside = x > height.left && y > height.top - 24 && y < sun.top + sun.height + 20;
    return inside ? { name: "time", from: x, year: startYear(p), wide: height.x(1) - height.x(0) } : null;
  },

  drag(p, thing, x, y) {
    p.state.moved = true;
    const { sun } = plots(p);
    if (thing.name === "level") change(p, { flux: nearest(p.words.fluxes, sun.value(y - sun.top)) });
    else change(p, { start: nearest(p.data.start_year.values, thing.year - (x - thing.from) / thing.wide) });
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  const { start, craft, sun, flux } = p.state;
  p.own.starts.set(start);
  p.own.craft.set(craft);
  p.own.flux.set(flux);
  p.own.suns.set(sun);
  p.own.flux.range.closest(".iss-slider").hidden = sun === "real";
  if (tell) {
    p.save({
      start_utc: p.words.starts[start],
      ballistic_coefficient_kg_m2: p.words.ballistic[craft],
      sun,
      f107: p.words.fluxes[flux],
    });
  }
  p.redraw();
}

// Words ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function partsNow(p) {
  const { words, state } = p;
  const known = (Date.parse(words.known_day) - Date.parse(words.starts[state.start])) / DAY_MS;
  const rests = lifeOf(p, 2) <= known ? "none" : lifeOf(p, 1) <= known ? "late" : "all";
  return {
    who: words.who[words.ballistic[state.craft] === words.station_ballistic ? "station" : "other"],
    would: words.would[rests === "all" ? "future" : "past"],
    rests: words.rests[rests],
    sun: words.suns[state.sun],
    real: words.real.replace("$life", span(lifeOf(p, 1, "real"))),
  };
}

/** @param {Stage} p */
function textsNow(p) {
  const [low, middle, high] = [0, 1, 2].map((which) => lifeOf(p, which));
  const [first, last] = shownYears(p);
  const [number, unit] = span(low).split(" ");
  return {
    start: dayWords(p, p.state.start),
    end: endWords(p),
    life: span(middle),
    low: span(high).endsWith(unit) ? number : span(low),
    high: span(high),
    flux: p.words.fluxes[p.state.flux],
    ballistic: p.words.ballistic[p.state.craft],
    known: p.words.known,
    first: Math.trunc(first),
    last: Math.trunc(last),
  };
}

/** @param {Stage} p */
function dayWords(p, start) {
  return day(Date.parse(p.words.starts[start]), p.words.kit.months);
}

/** @param {Stage} p */
function compared(p, craft) {
  const share = p.words.station_ballistic / p.words.ballistic[craft];
  return share === 1 ? p.words.labels.station : filled(p.words.labels.times, { times: share.toFixed(2) });
}
