// What the hand changes, on its way to Python: sent again until Python has said that it heard it.
// Picture._hear in picture.py is the other end.
//
// A cut connection can lose a message and the answer to it; ipywidgets then waits for that answer for good.
// On a page there is no Python: nothing is sent, and answers are kept by the browser alone.

import { element } from "./dom.js";

const AGAIN_MS = 4000;

export class Link {
  constructor(stage) {
    this.stage = stage;
    this.view = Math.random().toString(36).slice(2);
    this.number = 0;
    this.unheard = {};
    this.timer = 0;
    this.note = null;
    if (!stage.model.send) return;
    stage.listen("msg:custom", (said) => {
      if (said?.view === this.view && said.heard === this.number) this.heard(said.refused);
    });
    stage.closers.push(() => clearTimeout(this.timer));
  }

  send(values) {
    const { model } = this.stage;
    Object.assign(this.unheard, values);
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    this.number += 1;
    if (model.send) this.push();
    else this.unheard = {};
  }

  push() {
    clearTimeout(this.timer);
    try {
      this.stage.model.send({ view: this.view, number: this.number, values: this.unheard });
    } catch {} // no connection now: again below
    this.timer = setTimeout(() => {
      this.tell(this.stage.words.kit.unheard);
      this.push();
    }, AGAIN_MS);
  }

  heard(refused) {
    clearTimeout(this.timer);
    if (this.unheard.prediction) keep(this.stage.model.get("question"), this.unheard.prediction, true);
    this.unheard = {};
    this.tell(refused);
  }

  // One quiet line under the picture, as long as it holds.
  tell(words) {
    if (words && !this.note) {
      this.note = element("p", "iss-said iss-unheard", { role: "status" });
      this.stage.root.append(this.note);
    }
    if (this.note) this.note.textContent = words ?? "";
  }
}

// What was answered, for a picture that has no Python to ask, or has not reached it: { said, heard }.
// Who skips a question is asked again another day.
export function keep({ id }, said, heard) {
  if (said.answer === undefined) return;
  try {
    localStorage.setItem(`iss-course ${id}`, JSON.stringify({ said, heard }));
    document.dispatchEvent(new Event("iss-predicted")); // a page may show all that was said
  } catch {} // a page that may store nothing asks again
}

export function kept(id) {
  try {
    const found = JSON.parse(localStorage.getItem(`iss-course ${id}`));
    return (found?.said?.answer ?? null) === null ? null : found;
  } catch {
    return null;
  }
}
