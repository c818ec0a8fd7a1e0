// The shared part of every picture of the course. It computes nothing: Python did.
//
// A picture is made by picture({ ... }) with
//   start(p)              add controls, set p.state; what else it keeps goes into p.own
//   draw(p, c)            draw p.state on the 2-D context c; p.width and p.height are CSS pixels
//   say(p)                return { sentence, alt } for p.state; {role:words} are coloured
//   height(width, p)      height of the drawing in CSS pixels (optional)
//   follow                traits that Python may set: names (optional), with
//   changed(p, name, v)   called when it did
//   grab(p, x, y)         what lies under the pointer and can be dragged, or null (optional), with
//   drag(p, thing, x, y)  called while it is dragged, and
//   dropped(p, thing)     when it is let go (optional)
//   hand                  the pointer over what can be taken: "pointer" where a press is enough (optional)
//   found(p)              whether what a question waits to tell is found by hand (optional)
//   opened(p, answer, byHand)   called with the learner's prediction: just made by hand, or made before (optional)
// What grab() returns may be { sideways: true }: a finger that goes up or down then still moves the page.
// While a question asks for places on a line, p.placing is { places, ends, values, set(i, value) }, and grab() is asked.
// and p offers data, words, state, width, height, open, answer, still (reduced motion), colour(role), font(px),
// redraw(), save({trait: value}), and from controls.js slider(), choice(), toggle(), player(), more(), note().

import { unpack } from "./arrays.js";
import { controls } from "./controls.js";
import { element, fill, isDark, unmarked } from "./dom.js";
import { Gate } from "./gate.js";
import { Link } from "./link.js";

const LEAST_PX = 120; // in less room a picture waits

// A picture is a module of its own: what it defines, and nothing shared with others.
/** @param {Parts} parts */
export function picture(parts) {
  return {
    async render({ model, el }) {
      const data = await unpack(model.get("_arrays"), model.get("_layout_of_arrays"));
      const stage = new Stage(model, el, parts, data);
      return () => stage.close();
    },
  };
}

// What a picture is drawn on. Its fields are all declared here: what belongs to a picture lives in `own` and `state`.
class Stage {
  own = {}; // of the picture alone: its controls and what it keeps between drawings
  state = {}; // of the picture alone: what is shown now
  panels = {}; // by name, see panels.js
  answer = null; // what the learner predicted
  open = false;
  placing = null; // while a question asks for places on a line
  width = 0;
  height = 0;
  colours = null;
  family = "";
  held = null;
  gate = null;
  link = null;
  root = null;
  frame = null;
  canvas = null;
  context = null;
  line = null;
  controls = null;
  pending = {};
  saving = 0;
  waiting = false;
  closers = [];

  constructor(model, el, parts, data) {
    this.model = model;
    this.parts = parts;
    this.el = el;
    this.words = model.get("words");
    this.data = data;
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    Object.seal(this);
    this.build();
    this.link = new Link(this);
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
    this.fit(); // some are higher once they are open
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
    if (name in this.pending || name in this.link.unheard) return; // the learner's hand is newer
    this.parts.changed(this, name, value);
    this.redraw();
  }

  save(values) {
    Object.assign(this.pending, values);
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      this.link.send(this.pending);
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
    this.gate?.tell();
    if (this.width < LEAST_PX || !this.readTheme()) return;
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

  fit() {
    if (this.width < LEAST_PX) return;
    this.height = this.parts.height ? this.parts.height(this.width, this) : Math.round(this.width * 0.6);
  }

  watchSize() {
    const measure = () => {
      const width = this.frame.clientWidth;
      if (!width) this.colours = null; // out of sight: JupyterLab takes cells it does not show off the page
      if (!width || (width === this.width && this.colours)) return;
      this.width = width;
      this.fit();
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

Object.assign(Stage.prototype, controls);
Object.freeze(Stage.prototype); // a picture that writes over a method of the frame fails at once
