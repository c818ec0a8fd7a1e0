// Over whom it flies: drag the station through one day; the country under it is named, the time over Russia counted.

import { drawHere, goTo, holdsStation, momentOf, nearestMinute, smooth, whole } from "../kit/js/day.js";
import { element } from "../kit/js/dom.js";
import { clipMap, drawGrid, drawLand, mapArea, mapHeight } from "../kit/js/map.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import { drawCountries, drawDay, drawName } from "./scene.js";
import { countryName } from "./state.js";
import { drawStrip, STRIP_PX, stripArea } from "./strip.js";

const RATE_S = 300; // play: one second shows five minutes

export default picture({
  follow: ["minute"],
  height: (width, p) => mapHeight(p, width) + STRIP_PX,

  start(p) {
    p.own.end = p.data.latitude_deg.values.length - 1;
    p.own.path = smooth(p);
    const minute = p.model.get("minute");
    p.state = { minute, known: minute };
    p.own.minutes = p.slider({
      label: p.words.kit.time,
      min: 0,
      max: p.own.end,
      step: 1,
      value: minute,
      text: (at) => `{ink:${momentOf(p, at)}}`,
      input: (at) => p.own.time.move(60 * at),
    });
    p.own.minutes.range.style.accentColor = "var(--iss-ink)";
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => 60 * p.own.end,
      rate: () => RATE_S,
      step: () => 60,
      at: (time) => goTo(p, time / 60),
    });
    p.own.time.note.set(p.words.labels.pace);
    jumps(p);
    p.note().set(p.words.note);
    p.own.time.move(60 * minute);
  },

  changed(p, _name, value) {
    p.state.known = value; // Python knows: nothing to send back
    p.own.time.move(60 * value);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const name = countryName(p);
    const now = {
      moment: momentOf(p, whole(p)),
      sofar: p.words.sofar[whole(p)],
      where: name,
      place: `{ink:${name}}`,
    };
    return { sentence: filled(p.words.sentence, now), alt: filled(p.words.alt, now) };
  },

  draw(p, c) {
    const map = mapArea(p);
    c.save();
    clipMap(p, c, map);
    drawLand(p, c, map);
    if (p.open) drawCountries(p, c, map);
    c.restore();
    drawGrid(p, c, map);
    c.save();
    clipMap(p, c, map);
    if (p.open) drawDay(p, c, map);
    c.restore();
    drawHere(p, c, map);
    if (p.open) drawName(p, c, map);
    drawStrip(p, c);
  },

  grab(p, x, y) {
    if (holdsStation(p, x, y)) return { kind: "station" };
    const strip = stripArea(p);
    return y > strip.top && y < strip.hours ? { kind: "strip" } : null;
  },

  drag(p, thing, x, y) {
    p.state.moved = true;
    p.own.time.stop();
    if (thing.kind === "strip") p.own.time.move(60 * stripArea(p).minute(x));
    else p.own.time.move(60 * nearestMinute(p, x, y, 0, p.own.end));
  },
});

// From one time over Russia to the next: by hand they are hard to hit, a few minutes of a day.
/** @param {Stage} p */
function jumps(p) {
  const { stops } = p.words;
  if (!stops.length) return;
  const box = element("div", "iss-player", { role: "group", "aria-label": p.words.labels.times });
  const go = (stop) => () => {
    p.own.time.stop();
    p.own.time.move(60 * stop(whole(p)));
  };
  const after = (now) => stops.find((each) => each > now) ?? stops[0];
  const before = (now) => stops.findLast((each) => each < now) ?? stops[stops.length - 1];
  p.button({ label: p.words.labels.previous, icon: "back", words: true, press: go(before) }, box);
  p.button({ label: p.words.labels.next, icon: "next", words: true, press: go(after) }, box);
  p.controls.append(box);
}
