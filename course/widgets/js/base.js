// The shared part of every picture of the course. It computes nothing: Python did.
//
// A picture is made by picture({ ... }) with
//   start(p)              add controls, set p.state
//   draw(p, c)            draw p.state on the 2-D context c; p.width and p.height are CSS pixels
//   say(p)                return { sentence, alt } for p.state; {role:words} are coloured
//   height(width, p)      height of the drawing in CSS pixels (optional)
//   follow                traits that Python may set: names (optional), with
//   changed(p, name, v)   called when it did
//   grab(p, x, y)         what lies under the pointer and can be dragged, or null (optional), with
//   drag(p, thing, x, y)  called while it is dragged, and
//   dropped(p, thing)     when it is let go (optional)
//   hand                  the pointer over what can be taken: "pointer" where a press is enough (optional)
//   opened(p, answer, byHand)   called with the learner's prediction: just made by hand, or made before (optional)
// What grab() returns may be { sideways: true }: a finger that goes up or down then still moves the page.
// While a question asks for places on a line, p.placing is { places, ends, values, set(i, value) }, and grab() is asked.
// and p offers data, words, state, width, height, open, answer, still (reduced motion), colour(role), font(px),
// redraw(), save({trait: value}), and from controls.js slider(), choice(), toggle(), player(), note().

let parts = null;

function picture(given) {
  parts = given;
}

function render({ model, el }) {
  const stage = new Stage(model, el, parts);
  return () => stage.close();
}

class Stage {
  constructor(model, el, parts) {
    Object.assign(this, { model, parts, el, state: {}, words: model.get("words"), pending: {}, closers: [] });
    this.data = unpack(model.get("_arrays"), model.get("_layout_of_arrays"));
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.build();
    parts.start(this);
    this.gate = new Gate(this, this.frame);
    for (const name of parts.follow || []) {
      this.listen(`change:${name}`, () => this.changed(name));
    }
    this.watchSize();
    this.watchTheme();
    if (parts.grab) this.watchPointer();
    this.refresh();
  }

  build() {
    this.root = element("div", "iss-picture", { role: "group", "aria-label": this.words.title });
    // JupyterLab would take keys for itself: the mark keeps it off where it listens before us, the stop where after.
    this.root.dataset.lmSuppressShortcuts = "true";
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.frame = element("div", "iss-frame");
    this.canvas = element("canvas", "iss-canvas", { role: "img" });
    this.context = this.canvas.getContext("2d");
    this.line = element("p", "iss-sentence", { "aria-live": "polite" });
    this.controls = element("div", "iss-controls");
    this.frame.append(this.canvas);
    this.root.append(this.frame, this.line, this.controls);
    this.el.append(this.root);
  }

  // Open or closed -------------------------------------------------------------------------------
  opens(answer) {
    this.open = true;
    this.answer = answer;
    this.controls.hidden = this.line.hidden = false;
    this.redraw();
  }

  closes() {
    this.open = false;
    this.controls.hidden = this.line.hidden = true;
  }

  // Python ---------------------------------------------------------------------------------------
  listen(event, call) {
    this.model.on(event, call);
    this.closers.push(() => this.model.off(event, call));
  }

  changed(name) {
    const value = this.model.get(name);
    if (name in this.pending) return; // the learner's hand is newer
    this.parts.changed(this, name, value);
    this.redraw();
  }

  save(values) {
    Object.assign(this.pending, values);
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      for (const [name, value] of Object.entries(this.pending)) this.model.set(name, value);
      this.model.save_changes();
      this.pending = {};
    }, 50);
  }

  // Drawing --------------------------------------------------------------------------------------
  // Once all that one event changes is changed, and still before the next frame.
  redraw() {
    if (this.waiting) return;
    this.waiting = true;
    queueMicrotask(() => {
      this.waiting = false;
      this.refresh();
    });
  }

  refresh() {
    const said = this.parts.say(this);
    this.canvas.setAttribute("aria-label", unmarked(said.alt));
    if (this.line.dataset.words !== said.sentence) {
      this.line.dataset.words = said.sentence;
      fill(this.line, said.sentence);
    }
    if (!this.width || !this.readTheme()) return;
    const ratio = window.devicePixelRatio || 1;
    const [across, down] = [Math.round(this.width * ratio), Math.round(this.height * ratio)];
    if (this.canvas.width !== across || this.canvas.height !== down) {
      Object.assign(this.canvas, { width: across, height: down });
      this.canvas.style.height = `${this.height}px`;
    }
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, this.width, this.height);
    this.parts.draw(this, this.context);
  }

  colour(role) {
    this.colours[role] ??= getComputedStyle(this.root).getPropertyValue(`--iss-${role}`).trim();
    return this.colours[role];
  }

  font(px, weight = 400) {
    return `${weight} ${px}px ${this.family}`;
  }

  watchSize() {
    const measure = () => {
      const width = this.frame.clientWidth;
      if (!width) this.colours = null; // out of sight: JupyterLab takes cells it does not show off the page
      if (!width || (width === this.width && this.colours)) return;
      this.width = width;
      this.height = this.parts.height ? this.parts.height(width, this) : Math.round(width * 0.6);
      this.redraw();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this.frame);
    this.closers.push(() => observer.disconnect());
    measure();
  }

  watchTheme() {
    const read = () => {
      this.colours = null;
      this.redraw();
    };
    const observer = new MutationObserver(read);
    observer.observe(document.body, { attributes: true });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", read);
    this.closers.push(() => (observer.disconnect(), dark.removeEventListener("change", read)));
  }

  // The colours of the page around, read once per theme; false while the picture is not on a page.
  readTheme() {
    if (!this.root.isConnected) this.colours = null;
    else if (!this.colours) {
      this.root.classList.toggle("iss-dark", isDark(this.root));
      this.colours = {};
      this.family = getComputedStyle(this.root).fontFamily;
    }
    return this.colours !== null;
  }

  // Dragging -------------------------------------------------------------------------------------
  watchPointer() {
    const canvas = this.canvas;
    const at = (event) => [event.offsetX, event.offsetY];
    const under = (event) => (this.open || this.placing ? this.parts.grab(this, ...at(event)) : null);
    canvas.addEventListener("pointerdown", (event) => {
      this.held = under(event);
      if (!this.held) return;
      canvas.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    // A finger on a thing that can be dragged moves that thing; anywhere else it moves the page.
    const keep = (event) => this.held && !this.held.sideways && event.preventDefault();
    canvas.addEventListener("touchstart", keep, { passive: false });
    canvas.addEventListener("pointermove", (event) => {
      if (this.held) this.parts.drag(this, this.held, ...at(event));
      const hand = this.held ? "grabbing" : under(event) ? (this.parts.hand ?? "grab") : "";
      canvas.style.cursor = hand;
    });
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => {
        if (this.held && this.parts.dropped) this.parts.dropped(this, this.held);
        this.held = null;
      });
    }
  }

  close() {
    this.closers.forEach((call) => call());
  }
}

// Small helpers ----------------------------------------------------------------------------------
function element(tag, name = "", attributes = {}, text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

function unpack(bytes, layout) {
  const data = {};
  for (const [name, [offset, shape]] of Object.entries(layout)) {
    const first = bytes.byteOffset + offset;
    const length = 4 * shape.reduce((product, size) => product * size, 1);
    data[name] = { values: new Float32Array(bytes.buffer.slice(first, first + length)), shape };
  }
  return data;
}

function unmarked(words) {
  return words.replace(/\{[\w-]+:([^{}]*)\}/g, "$1");
}

function fill(target, words) {
  target.replaceChildren();
  for (const piece of words.split(/(\{[\w-]+:[^{}]*\})/)) {
    const mark = /^\{([\w-]+):([^{}]*)\}$/.exec(piece);
    if (!mark) target.append(piece);
    else {
      const word = element("span", "iss-word", {}, mark[2]);
      word.style.color = `var(--iss-${mark[1]})`;
      target.append(word);
    }
  }
}

function isDark(root) {
  const probe = element("span");
  probe.style.color = "var(--jp-layout-color0, #fff)";
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
