// Risk by latitude: tilt the orbit, change the casualty area, compare countries.

import { inPanel } from "../kit/js/panels.js";
import { search } from "../kit/js/search.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { marks, tilt, tiltSlider, valueAt } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { areaAt, drawRows, worldPlace } from "./rows.js";
import {
  drawChance,
  drawParallels,
  drawPeople,
  drawTurns,
  gripX,
  latitudeOf,
  levelOf,
  panels,
  sizes,
} from "./scene.js";
import { casualties, entry, meanOf, peopleOf, significant, turns, wholePercent, worldMean } from "./state.js";

const HOLD_PX = 22;

export default picture({
  follow: ["inclination_deg", "casualty_area_m2", "countries", "borders"],
  height: (width, p) => sizes(width, p.words.slots.length).height,

  start(p) {
    const stop = nearest(p.data.inclination_deg.values, p.model.get("inclination_deg"));
    p.state = { stop, at: stop, area: p.model.get("casualty_area_m2"), borders: p.model.get("borders") };
    p.state.countries = numbersOf(p, p.model.get("countries"));
    p.line.style.whiteSpace = "pre-line"; // a line for each country
    tiltSlider(p);
    p.own.marks = marks(p);
    p.own.size = p.slider({
      label: p.words.labels.area,
      min: 0,
      max: p.words.most_m2,
      step: p.words.step_m2,
      value: p.state.area,
      text: (area) => `{ink:${areaWords(area)}}`,
      input: (area) => change(p, { area }),
    });
    p.own.size.range.style.accentColor = "var(--iss-ink)";
    p.own.searches = p.words.slots.map(([, sign], slot) => {
      const made = search(p, {
        label: `${sign} ${p.words.labels.country}`,
        kind: p.words.labels.countries,
        places: p.words.names,
        value: "",
        pick: (name) => choose(p, slot, name),
      });
      return { ...made, box: p.controls.lastElementChild };
    });
    compare(p, p.state.countries, false);
    p.own.whose = p.choice({
      label: p.words.kit.borders,
      value: p.state.borders,
      options: p.words.kit.borders_options,
      input: (borders) => change(p, { borders }),
    });
    p.own.about = p.note();
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
  },

  changed(p, name, value) {
    if (name === "inclination_deg") tilt(p, nearest(p.data.inclination_deg.values, value), false);
    else if (name === "casualty_area_m2") change(p, { area: value }, false);
    else if (name === "borders") change(p, { borders: value }, false);
    else compare(p, numbersOf(p, value), false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { stop, area, borders } = p.state;
    const { templates, notes, texts } = p.words;
    p.own.about.set(filled(notes[borders], { other: texts.other[borders][stop] }));
    const whole = wholeWords(p);
    const told = p.state.countries.map((country, slot) => countryWords(p, country, slot));
    const lines = told.map((one) =>
      filled(one.never ? templates.never : templates.country, { ...one, name: one.coloured }),
    );
    const people = told.map((one) => filled(templates.people, one)).join("; ");
    const expected = [
      `${p.words.labels.world} ${whole.world}`,
      ...told.map((one) => `${one.name} ${one.expected}`),
    ].join(", ");
    return {
      sentence: [filled(area ? templates.head : templates.head_none, whole), ...lines].join("\n"),
      alt: filled(templates.alt, { ...whole, people, expected }),
    };
  },

  draw(p, c) {
    const { chance, people, rows } = panels(p);
    drawParallels(p, c, chance, people);
    inPanel(c, people, drawPeople);
    if (p.open) {
      inPanel(c, chance, drawChance);
      drawTurns(p, c, chance, people);
    }
    inPanel(c, rows, drawRows);
  },

  grab(p, x, y) {
    const { chance, rows } = panels(p);
    const world = worldPlace(rows);
    if (Math.hypot(x - rows.left - world.x, y - rows.top - world.y) < HOLD_PX) {
      return { kind: "area", off: x - rows.left - world.x };
    }
    const away = Math.abs(y - chance.top - levelOf(chance, turns(p)[1]));
    const near = away < HOLD_PX && Math.abs(x - gripX(chance)) < HOLD_PX;
    return near || (away < 7 && x > chance.left) ? { kind: "turn" } : null;
  },

  drag(p, thing, x, y) {
    const { chance, rows } = panels(p);
    p.state.moved = true;
    if (thing.kind === "turn") tilt(p, nearestTurn(p, latitudeOf(chance, y - chance.top)));
    else change(p, { area: areaAt(rows, x - rows.left - thing.off) });
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const numbersOf = (p, codes) => codes.map((code) => p.words.codes.indexOf(code));

/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  p.own.size.set(p.state.area);
  p.own.whose.set(p.state.borders);
  if (tell) p.save({ casualty_area_m2: p.state.area, borders: p.state.borders });
  p.redraw();
}

/** @param {Stage} p */
function choose(p, slot, name) {
  const country = p.words.names.indexOf(name);
  const taken = p.state.countries.some((each, other) => other !== slot && each === country);
  if (taken) {
    p.own.searches[slot].set(p.words.names[p.state.countries[slot]]);
    p.own.searches[slot].problem(filled(p.words.labels.already, { name }));
    return;
  }
  compare(
    p,
    p.state.countries.map((each, other) => (other === slot ? country : each)),
  );
}

// From a cell there may come fewer or more countries than before.
/** @param {Stage} p */
function compare(p, countries, tell = true) {
  p.state.countries = countries;
  p.own.searches.forEach(({ set, box }, slot) => {
    box.hidden = !(slot in countries);
    set(p.words.names[countries[slot]] ?? "");
  });
  if (tell) p.save({ countries: countries.map((country) => p.words.codes[country]) });
  p.redraw();
}

/** @param {Stage} p */
function nearestTurn(p, latitude) {
  const { values, shape } = p.data.turns_deg;
  return nearest(
    Array.from({ length: shape[0] }, (_, stop) => values[2 * stop + 1]),
    latitude,
  );
}

// What Python computed: of a country in the view of the borders that is chosen ---------------------

// Words ------------------------------------------------------------------------------------------
const areaWords = (area) => `${area.toLocaleString("en")} m²`;
const percent = (share) => `${significant(100 * share)} %`;

/** @param {Stage} p */
function wholeWords(p) {
  const { stop, area } = p.state;
  const { texts, templates, limit } = p.words;
  const expected = casualties(p, valueAt(p, "world", 0, stop));
  const times = expected / limit;
  return {
    inclination: texts.inclination[stop],
    top: texts.top[stop],
    middle: texts.middle[stop],
    area: areaWords(area),
    world: significant(expected),
    limit: filled(times >= 1 ? templates.over : templates.within, { times: significant(times) }),
  };
}

/** @param {Stage} p */
function countryWords(p, country, slot) {
  const { stop } = p.state;
  const share = entry(p, "share", country, stop);
  return {
    name: p.words.names[country],
    coloured: `{${p.words.slots[slot][0]}:${p.words.names[country]}}`,
    never: share === 0,
    share: percent(share),
    expected: significant(casualties(p, entry(p, "expected", country, stop))),
    ratio: significant(meanOf(p, country, stop) / worldMean(p, stop)),
    millions: significant(peopleOf(p, country) / 1e6),
    beyond: wholePercent(p, 1 - entry(p, "reached", country, stop)),
  };
}
