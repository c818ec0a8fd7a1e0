// The deorbit planner: drag the burn along the track, pull the perigee down, and see what it takes and where it ends.

const PER_MINUTE = 6; // points of the countries per minute, as many as the path has

picture({
  follow: ["minute", "altitude_km", "perigee_km", "mass_t", "isp_s"],
  height: (width, p) => mapHeight(p, width) + PROFILE.gap + PROFILE.height + PROFILE.foot + fuelHeight(width),

  start(p) {
    p.end = p.words.last_minute;
    p.path = smooth(p);
    p.state = { minute: p.model.get("minute"), known: p.model.get("minute") };
    for (const [name, { stops }] of Object.entries(CHOICES)) p.state[name] = nearest(p.words[stops], p.model.get(name));
    p.perigee = chooser(p, "perigee_km", (perigee) => {
      const high = perigee > p.words.highest_perigee ? ", too high to aim" : "";
      return `{speed:${perigee} km}${high}`;
    });
    p.minutes = p.slider({
      label: "Burn at", min: 0, max: p.end, step: 1, value: p.state.minute,
      text: (minute) => `{ink:${momentOf(p, minute)}}`,
      input: (minute) => change(p, { minute }),
    });
    p.minutes.range.style.accentColor = "var(--iss-ink)";
    aims(p);
    p.small = [
      chooser(p, "mass_t", (mass) => `{fuel:${mass} t}${p.words.of_mass[mass] ?? ""}`),
      chooser(p, "altitude_km", (altitude) => `{ink:${altitude} km}`),
      chooser(p, "isp_s", (isp) => `{fuel:${isp} s}`),
    ];
    for (const { range } of p.small) range.closest(".iss-slider").classList.add("iss-small");
    p.about = p.note();
    p.note().set(p.words.note);
    change(p, {}, false);
  },

  changed(p, name, value) {
    if (name !== "minute") change(p, { [name]: nearest(p.words[CHOICES[name].stops], value) }, false);
    else change(p, { minute: value, known: value }, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const now = textsNow(p);
    const filled = (words) => words.replace(/\$(\w+)/g, (_, name) => now[name]);
    p.about.set(filled(p.words.burn) + (isAimed(p) ? ` ${p.words.second}` : ""));
    const [sentence, alt] = isAimed(p) ? [p.words.sentence, p.words.alt] : [p.words.unaimed, p.words.alt_unaimed];
    return { sentence: filled(sentence), alt: filled(alt) };
  },

  draw: drawPlan,

  grab(p, x, y) {
    if (holdsStation(p, x, y)) return { name: "burn" };
    const plot = profileArea(p);
    const [left, top] = perigeeAt(p, plot);
    if (Math.hypot(x - left, y - top) < 24) return { name: "perigee", offset: top - y };
    const [first, last] = pointsOf(p, "pieces");
    return isAimed(p) && nearTrack(p, x, y, first, last) < 14 ? { name: "pieces", ahead: middleMinutes(p) } : null;
  },

  drag(p, thing, x, y) {
    p.state.moved = true;
    if (thing.name === "burn") change(p, { minute: nearestMinute(p, x, y, 0, p.end) });
    else if (thing.name === "pieces") change(p, { minute: minuteOfPieces(p, x, y, thing.ahead) });
    else {
      p.state.pulled = true;
      change(p, { perigee_km: nearest(p.words.perigees, profileArea(p).height(y + thing.offset)) });
    }
  },
});

// State ------------------------------------------------------------------------------------------
const CHOICES = {
  perigee_km: { label: "Perigee aimed at", stops: "perigees", role: "speed" },
  mass_t: { label: "Mass", stops: "masses", role: "fuel" },
  altitude_km: { label: "Height before the burn", stops: "altitudes", role: "ink" },
  isp_s: { label: "Specific impulse", stops: "isps", role: "fuel" },
};

function chooser(p, name, text) {
  const { label: words, stops, role } = CHOICES[name];
  const slider = p.slider({
    label: words, min: 0, max: p.words[stops].length - 1, step: 1, value: p.state[name],
    text: (stop) => text(p.words[stops][stop]),
    input: (stop) => change(p, { [name]: stop }),
  });
  slider.range.style.accentColor = `var(--iss-${role})`;
  return Object.assign(slider, { name });
}

function change(p, values, tell = true) {
  Object.assign(p.state, values);
  for (const slider of [p.perigee, ...p.small]) slider.set(p.state[slider.name]);
  p.minutes.set(p.state.minute);
  p.aims.hidden = !isAimed(p);
  if (tell) {
    const chosen = Object.entries(CHOICES).map(([name, { stops }]) => [name, p.words[stops][p.state[name]]]);
    p.save({ ...Object.fromEntries(chosen), minute: p.state.minute });
  }
  p.redraw();
}

const placeNow = (p) => p.state.altitude_km * p.words.perigees.length + p.state.perigee_km;
const isAimed = (p) => p.words.perigees[p.state.perigee_km] <= p.words.highest_perigee;
const changeNow = (p) => p.data.change_m_s.values[placeNow(p)];

function engineNow(p, name) {
  const [isps, masses] = p.data[name].shape.slice(2);
  return p.data[name].values[(placeNow(p) * isps + p.state.isp_s) * masses + p.state.mass_t];
}

// Kilometres from the burn: the entry, the nearest and the farthest piece, and both with the honest factor.
function wayNow(p) {
  const at = 5 * placeNow(p);
  const [entry, near, far, wideNear, wideFar] = p.data.way_km.values.subarray(at, at + 5);
  return { entry: [entry, entry], pieces: [near, far], wide: [wideNear, wideFar] };
}

// First and last point of a part of the way, in steps of 10 s.
function pointsOf(p, name) {
  const [first, last] = wayNow(p)[name].map((km) => km / p.words.km_per_point + PER_MINUTE * p.state.minute);
  return [Math.ceil(first), name === "entry" ? Math.ceil(first) : Math.floor(last)];
}

const middleMinutes = (p) => {
  const [near, far] = wayNow(p).pieces;
  return (near + far) / 2 / p.words.km_per_point / PER_MINUTE;
};

// Aims -------------------------------------------------------------------------------------------
function aims(p) {
  p.aims = element("div", "iss-player", { role: "group", "aria-label": "Aims" });
  const button = (words, minute) => {
    const press = () => {
      p.state.moved = true;
      change(p, { minute: minute() });
    };
    p.button({ label: words, icon: "next", words: true, press }, p.aims);
  };
  button("Aim at the South Pacific", () => p.data.aim_minute.values[placeNow(p)]);
  for (const [number, name] of p.words.targets) button(`Next footprint over ${name}`, () => nextOver(p, number));
  p.controls.append(p.aims);
}

// How many points of the footprint of a burn lie over a country.
function pointsOver(p, number, minute) {
  const [near, far] = wayNow(p).pieces.map((km) => km / p.words.km_per_point + PER_MINUTE * minute);
  let count = 0;
  for (let at = Math.ceil(near); at <= Math.floor(far); at += 1) count += p.data.country.values[at] === number;
  return count;
}

// The next burn, round the day, after which more of the pieces lie over the country than a minute before or later.
function nextOver(p, number) {
  const day = p.end + 1;
  for (let step = 1; step <= day; step += 1) {
    const minute = (p.state.minute + step) % day;
    const here = pointsOver(p, number, minute);
    const before = minute ? pointsOver(p, number, minute - 1) : 0;
    const after = minute < p.end ? pointsOver(p, number, minute + 1) : 0;
    if (here > 0 && here > before && here >= after) return minute;
  }
  return p.state.minute;
}

// Words ------------------------------------------------------------------------------------------
function textsNow(p) {
  const { minute } = p.state;
  const fuel = engineNow(p, "fuel_t");
  const chosen = (name) => p.words[CHOICES[name].stops][p.state[name]];
  const now = {
    change: `${changeNow(p).toFixed(1)} m/s`,
    fuel: `${fuel.toFixed(1)} t`,
    burn: engineNow(p, "burn_min").toFixed(0),
    lap: p.words.laps_min[p.state.altitude_km],
    ships: [...p.words.progress_kg].reverse().map((kg) => Math.floor((1000 * fuel) / kg + 0.5)).join(" to "),
    mass: `${chosen("mass_t")} t`,
    altitude: `${chosen("altitude_km")} km`,
    perigee: `${chosen("perigee_km")} km`,
    day: momentOf(p, 0).split(",")[0],
    clock: momentOf(p, minute).slice(-9, -4),
    place: placeWords(p.data.latitude_deg.values[minute], p.data.longitude_deg.values[minute]),
  };
  if (!isAimed(p)) return now;
  const { entry, pieces } = wayNow(p);
  const [first, last] = pointsOf(p, "pieces");
  const at = (point) => placeWords(p.path.latitude[point], p.path.longitude[point]);
  return {
    ...now,
    length: kmWords(pieces[1] - pieces[0]), under: underWords(p, first, last), near: at(first), far: at(last),
    entry: kmWords(entry[0]), nearest: kmWords(pieces[0]), farthest: kmWords(pieces[1]),
  };
}

const kmWords = (km) => `${(10 * Math.floor(km / 10 + 0.5)).toLocaleString("en")} km`;

function underWords(p, first, last) {
  const counts = countsUnder(p, first, last);
  const all = last - first + 1;
  const shown = [...counts].sort((one, other) => other[1] - one[1]).map(([number, count]) => {
    const name = number < 0 ? p.words.sea : p.words.names[number];
    return `${name} ${Math.floor((100 * count) / all + 0.5)} %`;
  });
  const more = shown.length - p.words.most_names;
  if (more > 1) shown.splice(p.words.most_names, more, `${more} other countries`);
  return shown.join(", ");
}

function countsUnder(p, first, last) {
  const counts = new Map();
  for (let at = first; at <= last; at += 1) {
    const number = p.data.country.values[at];
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

// The hand ---------------------------------------------------------------------------------------
// How far a place on the canvas lies from a stretch of the track.
function nearTrack(p, x, y, first, last) {
  const map = mapArea(p);
  let least = Infinity;
  for (let at = first; at <= last; at += 1) {
    const away = Math.abs(x - map.x(wrapped(p.path.longitude[at])));
    least = Math.min(least, Math.hypot(Math.min(away, p.width - away), y - map.y(p.path.latitude[at])));
  }
  return least;
}

// The minute of the burn that brings the middle of the pieces to the hand.
function minuteOfPieces(p, x, y, ahead) {
  const map = mapArea(p);
  let [best, least] = [p.state.minute, Infinity];
  for (let minute = 0; minute <= p.end; minute += 1) {
    const at = Math.round(FINE * (minute + ahead));
    const away = Math.abs(x - map.x(wrapped(p.path.longitude[at])));
    const miss =
      Math.hypot(Math.min(away, p.width - away), y - map.y(p.path.latitude[at])) +
      0.4 * Math.min(Math.abs(minute - p.state.minute), 120);
    if (miss < least) [best, least] = [minute, miss];
  }
  return best;
}
