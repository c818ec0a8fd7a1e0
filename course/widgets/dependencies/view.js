// Who depends on whom: cut a joint of the station; the parts come apart, and the table says what each has then.

import { element, newId } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { column, jointName, stateNow } from "./state.js";
import { fillTable, makeTable } from "./table.js";
import { drawGraph, graphHeight, jointAt } from "./tree.js";

const GLIDE_MS = 450;

export default picture({
  follow: ["cut", "function"],
  height: (width, p) => graphHeight(p, width),

  start(p) {
    p.state = {
      cut: p.model.get("cut") ?? "",
      function: p.model.get("function") ?? null,
      apart: 1,
      over: null,
    };
    p.state.comesOff = comesOff(p);
    p.own.named = p.choice({
      label: p.words.heads.cut,
      value: p.state.cut,
      options: [["", p.words.heads.uncut], ...p.words.named.map((joint) => [joint, joint])],
      input: (joint) => cut(p, joint),
    });
    p.own.joints = chooser(p);
    makeTable(p, (name) => choose(p, name));
    p.note().set(p.words.mass_note);
    p.canvas.addEventListener("pointermove", (event) => hover(p, jointAt(p, event.offsetX, event.offsetY)));
    p.canvas.addEventListener("pointerleave", () => hover(p, null));
    show(p);
  },

  changed(p, name, value) {
    if (name === "cut") cut(p, value ?? "", false);
    else choose(p, value, false);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { sentence, alt } = stateNow(p);
    return { sentence, alt };
  },

  draw: drawGraph,
  hand: "pointer",
  grab: (p, x, y) => jointAt(p, x, y),
  drag() {},
  dropped(p, at) {
    const joint = jointName(p, at);
    cut(p, joint === p.state.cut ? "" : joint);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
function choose(p, name, tell = true) {
  p.state.function = name;
  if (tell) p.save({ function: name });
  show(p);
}

// What stands outside the drawing.
/** @param {Stage} p */
function show(p) {
  p.own.named.set(p.state.cut);
  p.own.joints.value = p.words.named.includes(p.state.cut) ? "" : p.state.cut;
  fillTable(p);
  p.redraw();
}

/** @param {Stage} p */
function comesOff(p) {
  const place = p.words.states.indexOf(stateNow(p)) - 1;
  return place < 0 ? -1 : column(p, "comes_off")[place];
}

/** @param {Stage} p */
function cut(p, joint, tell = true) {
  if (joint === p.state.cut) return;
  p.state.cut = joint;
  p.state.touched = true;
  if (tell) p.save({ cut: joint || null });
  show(p);
  move(p);
}

/** @param {Stage} p */
function hover(p, at) {
  if (at === p.state.over || !p.open) return;
  p.state.over = at;
  p.redraw();
}

// The part moves away, or comes back.
/** @param {Stage} p */
function move(p) {
  cancelAnimationFrame(p.own.gliding);
  const next = comesOff(p);
  const closing = next < 0;
  if (!closing) p.state.comesOff = next;
  const set = (done) => {
    p.state.apart = closing ? 1 - done : done;
    if (done === 1) p.state.comesOff = next;
    p.redraw();
  };
  if (p.still) return set(1);
  const begun = performance.now();
  const step = (now) => {
    const done = Math.min(Math.max((now - begun) / GLIDE_MS, 0), 1);
    set(done * done * (3 - 2 * done));
    if (done < 1) p.own.gliding = requestAnimationFrame(step);
  };
  p.own.gliding = requestAnimationFrame(step);
  set(0);
}

// Every joint by name, for the keyboard.
/** @param {Stage} p */
function chooser(p) {
  const id = newId();
  const label = element("label", "iss-toggle", { for: id }, p.words.heads.joint);
  const list = element("select", "iss-select", { id });
  list.dataset.lmSuppressShortcuts = "true";
  list.append(element("option", "", { value: "" }, "–"));
  for (const { cut: joint } of p.words.states) {
    if (joint && !p.words.named.includes(joint)) list.append(element("option", "", { value: joint }, joint));
  }
  list.addEventListener("change", () => cut(p, list.value));
  label.append(list);
  p.controls.append(label);
  return list;
}
