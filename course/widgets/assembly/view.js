// How the station was built: change by change, from above and from the side, and what grew with it.

import { element } from "../kit/js/dom.js";
import { ownerKey } from "../kit/js/owners.js";
import { inPanel } from "../kit/js/panels.js";
import { picture } from "../kit/js/stage.js";
import { drawGrowth, stopAtX } from "./growth.js";
import { drawScale, drawView, moduleAt, panels, RIM_PX, sizes } from "./scene.js";

const RATE = 1; // play: changes in a second

export default picture({
  follow: ["date"],
  height: (width, p) => sizes(width, p).height,

  start(p) {
    p.own.end = p.words.days.length - 1;
    p.state = { stop: p.words.days.indexOf(p.model.get("date")), over: null, named: null };
    p.state.known = p.state.stop;
    p.root.classList.add("iss-side"); // a question stands where later is shown what grew
    p.own.slide = p.slider({
      label: p.words.heads.day,
      min: 0,
      max: p.own.end,
      step: 1,
      value: p.state.stop,
      text: (stop) => `{ink:${(p.state.named ?? p.words.texts[stop]).day}}`,
      input: (stop) => p.own.time.move(stop),
    });
    p.own.slide.range.style.accentColor = "var(--iss-ink)";
    days(p);
    p.own.time = p.player({
      label: p.words.kit.play,
      onward: p.words.kit.play,
      end: () => p.own.end,
      rate: () => RATE,
      step: () => 1,
      at: (time) => goTo(p, Math.floor(time + 1e-6)),
    });
    p.own.time.note.set(p.words.heads.rate);
    p.note(p.more(p.words.heads.more)).set(p.words.note);
    for (const event of /** @type {const} */ (["pointermove", "pointerdown"])) {
      p.canvas.addEventListener(event, ({ offsetX, offsetY }) => hover(p, moduleAt(p, offsetX, offsetY)));
    }
    p.canvas.addEventListener("pointerleave", () => hover(p, null));
    p.own.time.move(p.state.stop);
  },

  changed(p, _name, value) {
    p.state.known = p.words.days.indexOf(value); // Python knows: nothing to send back
    p.own.time.move(p.state.known);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { sentence, alt } = p.words.texts[p.state.stop];
    return { sentence: p.state.named?.sentence ?? sentence, alt };
  },

  draw(p, c) {
    const { above, side, growth, key } = panels(p);
    inPanel(c, above, (part) => drawView(part, c, "above"));
    inPanel(c, side, (part) => drawView(part, c, "side"));
    inPanel(c, side, drawScale);
    if (!p.open) return; // who owns what is asked first
    inPanel(c, key, (part) => ownerKey(part, c, RIM_PX, 14, part.width - RIM_PX));
    inPanel(c, growth, drawGrowth);
  },

  grab(p, x, y) {
    const { left, top, width, height } = panels(p).growth;
    return x > left && x < left + width && y > top && y < top + height ? { kind: "day" } : null;
  },

  drag(p, _thing, x) {
    p.own.time.stop();
    p.own.time.move(stopAtX(panels(p).growth, x - panels(p).growth.left));
  },
});

// A button for each day that the lesson names: it shows the change that holds on that day.
/** @param {Stage} p */
function days(p) {
  const box = element("div", "iss-player", { role: "group", "aria-label": p.words.heads.days });
  for (const named of p.words.named_days) {
    const press = () => {
      p.own.time.stop();
      p.own.time.move(named.stop);
      p.state.named = named;
      p.own.slide.set(named.stop);
    };
    p.button({ label: named.button, icon: "next", words: true, press }, box);
  }
  p.controls.append(box);
}

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function goTo(p, stop) {
  if (stop !== p.state.stop) p.state.named = null;
  p.state.stop = stop;
  p.own.slide.set(stop);
  if (stop === p.state.known) return;
  p.state.known = stop;
  p.save({ date: p.words.days[stop] });
}

/** @param {Stage} p */
function hover(p, module) {
  if (module === p.state.over || !p.open) return;
  p.state.over = module;
  p.redraw();
}
