// Controls of a picture: native elements, so that keyboard, screen reader and touch work as everywhere.

import { element, fill, newId, unmarked } from "./dom.js";

export const controls = {
  // slider({label, min, max, step, value, text(value), input(value), done(value)}, into) -> {set(value), range}
  slider(given, into = this.controls) {
    const id = newId();
    const box = element("div", "iss-slider");
    const label = element("label", "", { for: id });
    const shown = element("span", "iss-value");
    const range = element("input", "", {
      id,
      type: "range",
      min: given.min,
      max: given.max,
      step: given.step,
    });
    range.dataset.lmSuppressShortcuts = "true";
    const tell = () => {
      const words = given.text(Number(range.value));
      fill(shown, words);
      range.setAttribute("aria-valuetext", unmarked(words));
    };
    range.addEventListener("input", () => {
      tell();
      given.input(Number(range.value));
    });
    if (given.done) range.addEventListener("change", () => given.done(Number(range.value)));
    label.append(given.label, " ", shown);
    box.append(label, range);
    into.append(box);
    const set = (value) => {
      range.value = value;
      tell();
    };
    set(given.value);
    return { set, range };
  },

  // choice({label, options: [[value, words], ...], value, input(value)}, into) -> {set(value)}
  choice(given, into = this.controls) {
    const group = element("fieldset", "iss-choice");
    const name = newId();
    group.append(element("legend", "", {}, given.label));
    const radios = given.options.map(([value, words]) => {
      const label = element("label");
      const radio = element("input", "", { type: "radio", name, value });
      radio.dataset.lmSuppressShortcuts = "true";
      radio.addEventListener("change", () => given.input(value));
      label.append(radio, element("span", "", {}, words));
      group.append(label);
      return radio;
    });
    into.append(group);
    const set = (value) => radios.forEach((radio) => (radio.checked = radio.value === String(value)));
    set(given.value);
    return { set };
  },

  // toggle({label, value, input(on)}) -> {set(on), box}
  toggle(given) {
    const label = element("label", "iss-toggle");
    const box = element("input", "", { type: "checkbox" });
    const words = element("span");
    fill(words, given.label);
    box.dataset.lmSuppressShortcuts = "true";
    box.addEventListener("change", () => given.input(box.checked));
    label.append(box, words);
    this.controls.append(label);
    const set = (on) => (box.checked = on);
    set(given.value);
    return { set, box: label };
  },

  // button({label, icon, words, press}, into) -> {element, show(label, icon)}: an icon, with or without its words
  button(given, into = this.controls) {
    const made = element("button", "iss-button", { type: "button" });
    made.addEventListener("click", given.press);
    into.append(made);
    const show = (label, icon) => {
      made.setAttribute("aria-label", label);
      made.title = label;
      made.replaceChildren(drawn(ICONS[icon]), ...(given.words ? [label] : []));
    };
    show(given.label, given.icon);
    return { element: made, show };
  },

  // player({label, onward = "Go on", end(): s, rate(): s of model per s of clock, step(): s, at(s), reset()})
  //   -> {start(), stop(), rewind(), move(s), note: {set(words)}}
  // Time runs only when asked. Who prefers reduced motion goes step by step: the button then jumps to the end.
  player(given) {
    const box = element("div", "iss-player", { role: "group", "aria-label": this.words.kit.time });
    let [time, running] = [0, 0];
    const move = (to) => {
      time = Math.min(Math.max(to, 0), given.end());
      given.at(time);
      if (!running) idle();
      this.redraw();
    };
    const idle = () =>
      play.show(
        time > 0 && time < given.end() ? (given.onward ?? this.words.kit.go_on) : given.label,
        "play",
      );
    const stop = () => {
      cancelAnimationFrame(running);
      running = 0;
      this.line.setAttribute("aria-live", "polite");
      idle();
    };
    const run = (last) => (now) => {
      move(time + ((now - last) / 1000) * given.rate());
      if (time >= given.end()) stop();
      else running = requestAnimationFrame(run(now));
    };
    const start = () => {
      if (time >= given.end()) move(0);
      if (this.still) return move(given.end());
      play.show(this.words.kit.pause, "pause");
      this.line.setAttribute("aria-live", "off"); // a sentence that changes all the time is not to be read out
      running = requestAnimationFrame((now) => (running = requestAnimationFrame(run(now))));
    };
    const step = (way) => () => {
      stop();
      const unit = given.step();
      move(unit * (way > 0 ? Math.floor(time / unit + 1e-6) + 1 : Math.ceil(time / unit - 1e-6) - 1));
    };
    const rewind = () => (stop(), move(0));
    const again = () => (rewind(), given.reset?.());
    const play = this.button(
      { label: given.label, icon: "play", words: true, press: () => (running ? stop() : start()) },
      box,
    );
    play.element.classList.add("iss-main");
    this.button({ label: this.words.kit.step_back, icon: "back", press: step(-1) }, box);
    this.button({ label: this.words.kit.step_on, icon: "next", press: step(1) }, box);
    this.button({ label: this.words.kit.again, icon: "again", press: again }, box);
    this.controls.append(box);
    this.closers.push(stop);
    return { start, stop, rewind, move, note: this.note(box) };
  },

  // more(label) -> element: a fold for what few need, closed until it is asked for; controls go into it
  more(label) {
    const fold = element("details", "iss-more");
    const room = element("div", "iss-controls");
    fold.append(element("summary", "", {}, label), room);
    this.controls.append(fold);
    return room;
  },

  // note() -> {set(words), line}: a quiet line of text among the controls
  note(into = this.controls) {
    const line = element("span", "iss-note");
    into.append(line);
    return {
      set: (words) => line.dataset.words !== words && (fill(line, words), (line.dataset.words = words)),
      line,
    };
  },
};

const ICONS = {
  play: "M4 2l10 6-10 6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  back: "M2 2h2.5v12H2zM14 2v12L5.5 8z",
  next: "M11.5 2H14v12h-2.5zM2 2l8.5 6L2 14z",
  again: "M8 2.5a5.75 5.75 0 1 1-5.4 3.8l1.4.5A4.25 4.25 0 1 0 8 4v2.6L4 3.3 8 0z",
};

// Drawn here, because not every system's fonts have these signs.
export function drawn(outline) {
  const [svg, path] = ["svg", "path"].map((tag) =>
    document.createElementNS("http://www.w3.org/2000/svg", tag),
  );
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}
