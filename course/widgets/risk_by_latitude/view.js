// Risk by latitude: tilt the orbit, and see on whom an uncontrolled fall can come down.

import { search } from "../kit/js/search.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { marks, tilt, tiltSlider } from "../kit/js/tilt.js";
import { filled } from "../kit/js/words.js";
import { drawAnswer, drawKey } from "./answer.js";
import { drawGlobe, drawLimits, drawParallels, gripOf, heightOf, latitudeOf, layout } from "./scene.js";
import { countryWords, sentence, wholeWords } from "./state.js";

const HOLD_PX = 22;

export default picture({
  follow: ["inclination_deg", "countries", "borders"],
  height: heightOf,

  start(p) {
    const stop = nearest(p.data.inclination_deg.values, p.model.get("inclination_deg"));
    p.state = { stop, at: stop, borders: p.model.get("borders") };
    p.state.countries = numbersOf(p, p.model.get("countries"));
    tiltSlider(p);
    p.own.marks = marks(p);
    const room = p.more(p.words.labels.more);
    p.own.searches = p.words.slots.map(([, sign], slot) => {
      const made = search(
        p,
        {
          label: `${sign} ${p.words.labels.country}`,
          kind: p.words.labels.countries,
          places: p.words.names,
          value: "",
          pick: (name) => choose(p, slot, name),
        },
        room,
      );
      return { ...made, box: room.lastElementChild };
    });
    compare(p, p.state.countries, false);
    p.own.whose = p.choice(
      {
        label: p.words.kit.borders,
        value: p.state.borders,
        options: p.words.kit.borders_options,
        input: (borders) => follow(p, borders),
      },
      room,
    );
    p.own.about = p.note(room);
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
  },

  changed(p, name, value) {
    if (name === "inclination_deg") tilt(p, nearest(p.data.inclination_deg.values, value), false);
    else if (name === "borders") follow(p, value, false);
    else compare(p, numbersOf(p, value), false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { stop, borders } = p.state;
    const { templates, notes, texts } = p.words;
    p.own.about.set(filled(notes[borders], { other: texts.other[borders][stop] }));
    const all = told(p);
    const each = all.map((one) => filled(templates.told, one)).join(". ");
    return {
      sentence: sentence(p, all),
      alt: filled(templates.alt, { ...wholeWords(p), told: each }),
    };
  },

  draw(p, c) {
    const [place, all] = [layout(p), told(p)];
    drawGlobe(p, c, place);
    drawParallels(p, c, place);
    drawAnswer(p, c, place, all);
    if (!p.open) return;
    drawLimits(p, c, place);
    drawKey(p, c, place);
  },

  grab(p, x, y) {
    const grip = gripOf(p, layout(p));
    const away = Math.abs(y - grip.y);
    return (away < 7 && x < grip.x) || (away < HOLD_PX && Math.abs(x - grip.x) < HOLD_PX) ? {} : null;
  },

  drag(p, _thing, _x, y) {
    p.state.moved = true;
    tilt(p, nearestLimit(p, latitudeOf(layout(p), y)));
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const numbersOf = (p, codes) => codes.map((code) => p.words.codes.indexOf(code));

/** @param {Stage} p */
const told = (p) => p.state.countries.map((country, slot) => countryWords(p, country, slot));

/** @param {Stage} p */
function follow(p, borders, tell = true) {
  p.state.borders = borders;
  p.own.whose.set(borders);
  if (tell) p.save({ borders });
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
function nearestLimit(p, latitude) {
  const { values, shape } = p.data.limits_deg;
  return nearest(
    Array.from({ length: shape[0] }, (_, stop) => values[2 * stop + 1]),
    latitude,
  );
}
