// The dwell curve: one lap beside the time spent in each degree of latitude; a band that can be dragged.

import { inPanel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { filled } from "../kit/js/words.js";
import {
  drawBand,
  drawEnds,
  drawLap,
  drawPile,
  drawTime,
  EDGE,
  gripX,
  latitudeAt,
  panels,
  yOf,
} from "./scene.js";
import { change, move, nearestStop, share, shift, textsNow } from "./state.js";

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
