// Controls of a picture: native elements, so that keyboard, screen reader and touch work as everywhere.

let numbered = 0; // labels name their control by an id that no other picture on the page has

Object.assign(Stage.prototype, {
  // slider({label, min, max, step, value, text(value), input(value), done(value)}) -> {set(value)}
  slider(given) {
    const id = `iss-${(numbered += 1)}`;
    const box = element("div", "iss-slider");
    const label = element("label", "", { for: id });
    const shown = element("span", "iss-value");
    const range = element("input", "", { id, type: "range", min: given.min, max: given.max, step: given.step });
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
    this.controls.append(box);
    const set = (value) => {
      range.value = value;
      tell();
    };
    set(given.value);
    return { set, range };
  },

  // choice({label, options: [[value, words], ...], value, input(value)}) -> {set(value)}
  choice(given) {
    const group = element("fieldset", "iss-choice");
    const name = `iss-${(numbered += 1)}`;
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
    this.controls.append(group);
    const set = (value) => radios.forEach((radio) => (radio.checked = radio.value === value));
    set(given.value);
    return { set };
  },

  // toggle({label, value, input(on)}) -> {set(on)}
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
    return { set };
  },

  button(label, symbol, press, into = this.controls) {
    const made = element("button", "iss-button", { type: "button", "aria-label": label, title: label }, symbol);
    made.addEventListener("click", press);
    into.append(made);
    return made;
  },

  // player({end(): s, rate(): s of model per s of clock, step(): s, at(s), reset(), label}) -> {stop(), start(), time}
  // Time runs only when asked. Who prefers reduced motion goes step by step: "Play" then jumps to the end.
  player(given) {
    const box = element("div", "iss-player", { role: "group", "aria-label": "Time" });
    const state = { time: 0, running: 0 };
    const move = (time) => {
      state.time = Math.min(Math.max(time, 0), given.end());
      given.at(state.time);
      this.redraw();
    };
    const stop = () => {
      cancelAnimationFrame(state.running);
      state.running = 0;
      relabel(play, "Play", "▶");
    };
    const run = (last) => (now) => {
      const time = state.time + ((now - last) / 1000) * given.rate();
      move(time);
      if (time >= given.end()) stop();
      else state.running = requestAnimationFrame(run(now));
    };
    const start = () => {
      if (state.time >= given.end()) move(0);
      if (this.still) return move(given.end());
      relabel(play, "Pause", "⏸");
      state.running = requestAnimationFrame((now) => (state.running = requestAnimationFrame(run(now))));
    };
    const step = (way) => () => {
      stop();
      const unit = given.step();
      const on = way > 0 ? Math.floor(state.time / unit + 1e-6) + 1 : Math.ceil(state.time / unit - 1e-6) - 1;
      move(on * unit);
    };
    const back = this.button("Step back", "⏮", step(-1), box);
    const play = this.button("Play", "▶", () => (state.running ? stop() : start()), box);
    play.classList.add("iss-main");
    const next = this.button("Step forward", "⏭", step(1), box);
    const again = this.button("Start again", "↺", () => (stop(), move(0), given.reset && given.reset()), box);
    this.controls.append(box);
    this.closers.push(stop);
    return { start, stop, move, box, buttons: { back, play, next, again }, get time() { return state.time; } };
  },

  // note() -> {set(words)}: a quiet line of text among the controls
  note(into = this.controls) {
    const line = element("span", "iss-note");
    into.append(line);
    return { set: (words) => line.dataset.words !== words && (fill(line, words), (line.dataset.words = words)) };
  },
});

function relabel(button, label, symbol) {
  button.setAttribute("aria-label", label);
  button.title = label;
  button.textContent = symbol;
}
