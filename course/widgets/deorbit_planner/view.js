// The deorbit planner: drag the burn along the track, pull the perigee down, and see what it takes and where it ends.

import { FINE, holdsStation, momentOf, nearestMinute, smooth } from "../kit/js/day.js";
import { element } from "../kit/js/dom.js";
import { mapArea, wrapped } from "../kit/js/map.js";
import { picture } from "../kit/js/stage.js";
import { nearest } from "../kit/js/stops.js";
import { filled } from "../kit/js/words.js";
import { perigeeAt, profileArea } from "./profile.js";
import { drawPlan, planHeight } from "./scene.js";
import { CHOICES, countsUnder, isAimed, PER_MINUTE, placeNow, pointsOf, textsNow, wayNow } from "./state.js";

export default picture({
  follow: ["minute", "altitude_km", "perigee_km", "mass_t", "isp_s"],
  height: (width, p) => planHeight(p, width),

  start(p) {
    p.own.end = p.words.last_minute;
    p.own.path = smooth(p);
    const minute = p.model.get("minute");
    p.state = { minute, known: minute, moved: true, tried: -1 }; // moved: the burn has a name of its own
    for (const [name, { stops }] of Object.entries(CHOICES))
      p.state[name] = nearest(p.words[stops], p.model.get(name));
    tweet(p);
    p.own.perigee = chooser(p, "perigee_km", (perigee) => {
      const high = perigee > p.words.highest_perigee ? p.words.labels.too_high : "";
      return `{speed:${perigee} km}${high}`;
    });
    p.own.minutes = p.slider({
      label: p.words.labels.burn_at,
      min: 0,
      max: p.own.end,
      step: 1,
      value: p.state.minute,
      text: (minute) => `{ink:${momentOf(p, minute)}}`,
      input: (minute) => change(p, { minute }),
    });
    p.own.minutes.range.style.accentColor = "var(--iss-ink)";
    for (const { range } of [p.own.perigee, p.own.minutes])
      range.closest(".iss-slider").classList.add("iss-half");
    const more = p.more(p.words.labels.more);
    p.own.small = [
      chooser(p, "mass_t", (mass) => `{fuel:${mass} t}${p.words.of_mass[mass] ?? ""}`, more),
      chooser(p, "altitude_km", (altitude) => `{ink:${altitude} km}`, more),
      chooser(p, "isp_s", (isp) => `{fuel:${isp} s}`, more),
    ];
    for (const { range } of p.own.small) range.closest(".iss-slider").classList.add("iss-small");
    p.own.about = p.note(more);
    p.note(more).set(p.words.note);
    change(p, {}, false);
  },

  changed(p, name, value) {
    if (name !== "minute") change(p, { [name]: nearest(p.words[CHOICES[name].stops], value) }, false);
    else change(p, { minute: value, known: value }, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const now = textsNow(p);
    p.own.about.set(filled(p.words.burn, now) + (isAimed(p) ? ` ${p.words.second}` : ""));
    const [sentence, alt] = isAimed(p)
      ? [p.words.sentence, p.words.alt]
      : [p.words.unaimed, p.words.alt_unaimed];
    return { sentence: filled(sentence, now), alt: filled(alt, now) };
  },

  draw: drawPlan,

  grab(p, x, y) {
    if (holdsStation(p, x, y)) return { name: "burn" };
    const plot = profileArea(p);
    const [left, top] = perigeeAt(p, plot);
    if (Math.hypot(x - left, y - top) < 24) return { name: "perigee", offset: top - y };
    const [first, last] = pointsOf(p, "pieces");
    return isAimed(p) && nearTrack(p, x, y, first, last) < 14
      ? { name: "pieces", ahead: middleMinutes(p) }
      : null;
  },

  drag(p, thing, x, y) {
    if (thing.name !== "perigee") p.state.dragged = true;
    if (thing.name === "burn") change(p, { minute: nearestMinute(p, x, y, 0, p.own.end) });
    else if (thing.name === "pieces") change(p, { minute: minuteOfPieces(p, x, y, thing.ahead) });
    else {
      p.state.pulled = true;
      change(p, { perigee_km: nearest(p.words.perigees, profileArea(p).height(y + thing.offset)) });
    }
  },
});

// State ------------------------------------------------------------------------------------------

/** @param {Stage} p */
function chooser(p, name, text, into = p.controls) {
  const { stops, role } = CHOICES[name];
  const given = {
    label: p.words.labels[name],
    min: 0,
    max: p.words[stops].length - 1,
    step: 1,
    value: p.state[name],
    text: (stop) => text(p.words[stops][stop]),
    input: (stop) => change(p, { [name]: stop }),
  };
  const slider = p.slider(given, into);
  slider.range.style.accentColor = `var(--iss-${role})`;
  return Object.assign(slider, { name });
}

/** @param {Stage} p */
function change(p, values, tell = true) {
  Object.assign(p.state, values);
  for (const slider of [p.own.perigee, ...p.own.small]) slider.set(p.state[slider.name]);
  p.own.minutes.set(p.state.minute);
  const { ocean, tweet: main } = p.own;
  ocean.hidden = p.state.tried < 0 || !isAimed(p);
  main.show(wordsOfTry(p), "play");
  if (tell) {
    const chosen = Object.entries(CHOICES).map(([name, { stops }]) => [name, p.words[stops][p.state[name]]]);
    p.save({ ...Object.fromEntries(chosen), minute: p.state.minute });
  }
  p.redraw();
}

/** @param {Stage} p */
const middleMinutes = (p) => {
  const [near, far] = wayNow(p).pieces;
  return (near + far) / 2 / p.words.km_per_point / PER_MINUTE;
};

// Aims -------------------------------------------------------------------------------------------
// What the claim names: its mass, a perigee deep enough to aim at, and its countries, one after the other.
/** @param {Stage} p */
function tweet(p) {
  const box = element("div", "iss-player");
  const press = () => {
    const { targets, tweet: said } = p.words;
    const next = nextTry(p);
    change(p, {
      mass_t: nearest(p.words.masses, said.mass_t),
      perigee_km: nearest(p.words.perigees, said.perigee_km),
      tried: next,
      dragged: true,
    });
    change(p, { minute: nextOver(p, targets[next][0]) });
  };
  const made = (words, call, icon) => p.button({ label: words, icon, words: true, press: call }, box);
  p.own.tweet = made(wordsOfTry(p), press, "play");
  p.own.tweet.element.classList.add("iss-main");
  const back = () => change(p, { minute: p.data.aim_minute.values[placeNow(p)], tried: -1 });
  p.own.ocean = made(p.words.labels.ocean, back, "again").element;
  p.controls.append(box);
}

/** @param {Stage} p */
const nextTry = (p) => (p.state.tried + 1) % p.words.targets.length;

/** @param {Stage} p */
function wordsOfTry(p) {
  const [, name] = p.words.targets[nextTry(p)];
  return filled(p.state.tried < 0 ? p.words.labels.tweet : p.words.labels.again, { name });
}

// What lies under the footprint of a burn, in points.
/** @param {Stage} p */
function countsOf(p, minute) {
  const [near, far] = wayNow(p).pieces.map((km) => km / p.words.km_per_point + PER_MINUTE * minute);
  return countsUnder(p, Math.ceil(near), Math.floor(far));
}

// The next burn, round the day, whose pieces lie over the country more than over any other and than a minute before
// or later.
/** @param {Stage} p */
function nextOver(p, number) {
  const day = p.own.end + 1;
  const over = (minute) => (minute < 0 || minute >= day ? 0 : (countsOf(p, minute).get(number) ?? 0));
  for (let step = 1; step <= day; step += 1) {
    const minute = (p.state.minute + step) % day;
    const here = over(minute);
    const most = Math.max(...countsOf(p, minute).values());
    if (here && here === most && here > over(minute - 1) && here >= over(minute + 1)) return minute;
  }
  return p.state.minute;
}

// The hand ---------------------------------------------------------------------------------------
// How far a place on the canvas lies from a stretch of the track.
/** @param {Stage} p */
function nearTrack(p, x, y, first, last) {
  const map = mapArea(p);
  let least = Infinity;
  for (let at = first; at <= last; at += 1) {
    const away = Math.abs(x - map.x(wrapped(p.own.path.longitude[at])));
    least = Math.min(least, Math.hypot(Math.min(away, p.width - away), y - map.y(p.own.path.latitude[at])));
  }
  return least;
}

// The minute of the burn that brings the middle of the pieces to the hand.
/** @param {Stage} p */
function minuteOfPieces(p, x, y, ahead) {
  const map = mapArea(p);
  let [best, least] = [p.state.minute, Infinity];
  for (let minute = 0; minute <= p.own.end; minute += 1) {
    const at = Math.round(FINE * (minute + ahead));
    const away = Math.abs(x - map.x(wrapped(p.own.path.longitude[at])));
    const miss =
      Math.hypot(Math.min(away, p.width - away), y - map.y(p.own.path.latitude[at])) +
      0.4 * Math.min(Math.abs(minute - p.state.minute), 120);
    if (miss < least) [best, least] = [minute, miss];
  }
  return best;
}
