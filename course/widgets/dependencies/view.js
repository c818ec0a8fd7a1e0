// Who depends on whom: cut the station at a joint; it parts, and what each part lacks goes dark.

import { element, newId } from "../kit/js/dom.js";
import { picture } from "../kit/js/stage.js";
import { drawScene, jointUnder, sceneHeight } from "./scene.js";
import { cutNow, stateNow } from "./state.js";
import { fillTable, makeTable } from "./table.js";

const GLIDE_MS = 600;

export default picture({
  follow: ["cut", "function"],
  height: (width, p) => sceneHeight(p, width),

  start(p) {
    const [cut_, function_] = [p.model.get("cut") ?? "", p.model.get("function") ?? null];
    p.state = { cut: cut_, function: function_, joint: -1, apart: 1, over: null };
    p.state.joint = cutNow(p);
    makeTable(p, (name) => choose(p, name));
    p.own.named = p.choice({
      label: p.words.heads.cut,
      value: p.state.cut,
      options: [
        ["", p.words.heads.uncut],
        ...p.words.named.map((joint, at) => [joint, `${at + 1} ${joint}`]),
      ],
      input: (joint) => cut(p, joint),
    });
    p.own.how = p.note();
    const few = p.more(p.words.heads.more);
    p.own.joints = chooser(p, few);
    p.own.how.line.hidden = true;
    for (const words of p.words.notes) p.note(few).set(words);
    p.canvas.addEventListener("pointermove", (event) =>
      hover(p, jointUnder(p, event.offsetX, event.offsetY)),
    );
    p.canvas.addEventListener("pointerleave", () => hover(p, null));
    p.closers.push(() => cancelAnimationFrame(p.own.gliding));
    show(p);
  },

  changed(p, name, value) {
    if (name === "cut") cut(p, value ?? "", false);
    else choose(p, value, false);
  },

  say(p) {
    p.own.table.box.hidden = !p.open;
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const { sentence, alt } = stateNow(p);
    return { sentence, alt };
  },

  draw: drawScene,
  hand: "pointer",
  grab: (p, x, y) => jointUnder(p, x, y),
  drag() {},
  dropped: (p, joint) => cut(p, joint === p.state.cut ? "" : joint),
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
function cut(p, joint, tell = true) {
  if (joint === p.state.cut) return;
  p.state.cut = joint;
  if (tell) p.save({ cut: joint || null });
  show(p);
  move(p);
}

/** @param {Stage} p */
function hover(p, joint) {
  if (joint === p.state.over || !p.open) return;
  p.state.over = joint;
  p.redraw();
}

// The parts move away from each other, or come together.
/** @param {Stage} p */
function move(p) {
  cancelAnimationFrame(p.own.gliding);
  const next = cutNow(p);
  const closing = next < 0;
  if (!closing) p.state.joint = next;
  const set = (done) => {
    p.state.apart = closing ? 1 - done : done;
    if (done === 1) Object.assign(p.state, { joint: next, apart: 1 });
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

// Every other joint by name.
/** @param {Stage} p */
function chooser(p, room) {
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
  room.append(label);
  return list;
}
