// Predict before seeing: the question stands on the drawing until it is answered or skipped.

import { element, newId } from "./dom.js";
import { keep, kept } from "./link.js";
import { held } from "./right.js";
import { filled } from "./words.js";

const TOGETHER_PX = 700; // drawing and question

const between = (ends, at) => Number.isFinite(at) && at >= (ends[0] ?? at) && at <= (ends[1] ?? at);

export class Gate {
  constructor(stage, frame) {
    this.stage = stage;
    this.frame = frame;
    this.question = stage.model.get("question");
    if (!this.question) {
      this.open(null);
      return;
    }
    stage.listen("change:prediction", () => this.follow(stage.model.get("prediction")));
    const known = stage.model.get("prediction");
    const before = known ? null : this.before();
    if (known || before) {
      this.open(known ?? before);
      if (before) stage.link.send({ prediction: before });
      return;
    }
    stage.closes();
    this.build();
  }

  build() {
    const { text, unit, choices, places } = this.question;
    const { kit } = this.stage.words;
    document.documentElement.style.setProperty("--iss-waits", JSON.stringify(kit.waits)); // see waiting.css
    this.form = element("form", "iss-gate", { novalidate: "", "aria-label": kit.predict });
    this.form.append(element("p", "iss-gate-head", {}, kit.first));
    const row = element("div", "iss-gate-row");
    if (places) this.placer(this.question);
    else if (choices.length) this.chooser(text, choices, row);
    else this.asker(text, unit, row);
    const words = places ? kit.show : kit.store;
    const store = element("button", "iss-button", { type: "submit" }, words);
    store.classList.toggle("iss-main", !places); // with places, once all are placed
    this.store = store;
    const skip = element("button", "iss-button", { type: "button" }, kit.skip);
    this.problem = element("p", "iss-problem", { role: "alert" });
    row.append(store, skip);
    this.form.append(row, this.problem);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    skip.addEventListener("click", () => this.answer({ skipped: true }));
    this.frame.append(this.form);
    if (!places) this.settle();
  }

  // Below the drawing where a window holds both; a higher drawing is covered, or has room at its side.
  settle() {
    const { form, stage } = this;
    if (stage.root.classList.contains("iss-side")) return;
    form.classList.add("iss-gate-below");
    const seen = new ResizeObserver(() => {
      if (form.offsetHeight && stage.height + form.offsetHeight > TOGETHER_PX)
        form.classList.remove("iss-gate-below");
    });
    seen.observe(form);
    stage.closers.push(() => seen.disconnect());
  }

  asker(text, unit, row) {
    const id = newId();
    const label = element("label", "iss-gate-question", { for: id }, text);
    this.input = element("input", "", {
      id,
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      size: 7,
    });
    const { kit } = this.stage.words;
    this.input.setAttribute("aria-label", filled(kit.question_in, { text, unit }));
    this.input.dataset.lmSuppressShortcuts = "true";
    this.form.append(label);
    row.append(this.input, element("span", "iss-unit", { "aria-hidden": "true" }, unit));
    this.read = () => {
      const words = this.input.value.trim().replace("−", "-").replace(",", ".");
      const typed = unit && words.endsWith(unit) ? words.slice(0, -unit.length).trim() : words;
      return typed !== "" && between(this.question.ends, Number(typed)) ? Number(typed) : null;
    };
    const [first, last] = this.question.ends;
    const wanted =
      last !== undefined ? kit.number_between : first !== undefined ? kit.number_from : kit.number_in;
    this.wanted = unit ? filled(wanted, { unit, first, last }) : kit.number;
  }

  chooser(text, choices, _row) {
    const group = element("fieldset", "iss-choice");
    group.append(element("legend", "iss-gate-question", {}, text));
    const id = newId();
    for (const words of choices) {
      const label = element("label");
      const radio = element("input", "", { type: "radio", name: id, value: words });
      radio.dataset.lmSuppressShortcuts = "true";
      label.append(radio, element("span", "", {}, words));
      group.append(label);
      this.input ??= radio;
    }
    this.form.append(group);
    this.read = () => group.querySelector("input:checked")?.value ?? null;
    this.wanted = this.stage.words.kit.choose;
  }

  // The drawing's own cards, and for the keyboard a slider for each, seen while it has the focus: both set the same values,
  // null while not placed.
  placer({ text, places, ends }) {
    const group = element("fieldset", "iss-places");
    group.append(element("legend", "iss-gate-question", {}, text));
    const values = places.map(() => null);
    const sliders = places.map((label, i) =>
      this.stage.slider(
        {
          label,
          min: ends[0],
          max: ends[1],
          step: 1,
          value: Math.round((ends[0] + ends[1]) / 2),
          text: (at) => (values[i] === null ? this.stage.words.kit.not_yet : `{ink:${at}}`),
          input: (at) => set(i, at),
        },
        group,
      ),
    );
    sliders.forEach(({ range }, i) => range.addEventListener("pointerup", () => set(i, Number(range.value))));
    const set = (i, at) => {
      values[i] = Math.min(Math.max(Math.round(at), ends[0]), ends[1]);
      sliders[i].set(values[i]);
      this.store.classList.toggle("iss-main", !values.includes(null));
      this.problem.textContent = "";
      this.stage.redraw();
    };
    group.append(element("p", "iss-note", {}, this.stage.words.kit.place_how));
    this.input = sliders[0].range;
    this.stage.placing = { places, ends, values, set };
    this.form.classList.add("iss-gate-places");
    this.form.append(group);
    this.read = () => (values.includes(null) ? null : [...values]);
    this.wanted = this.stage.words.kit.place;
  }

  submit() {
    const said = this.read();
    if (said !== null) {
      this.answer({ answer: said });
      return;
    }
    this.problem.textContent = this.wanted;
    if (this.question.places) return; // its sliders are for who comes by key: the cards are seen
    this.input.setAttribute("aria-invalid", "true");
    this.input.focus();
  }

  // What was answered where Python could not hear it: on a page, or in a picture that had outlived its kernel.
  before() {
    const found = kept(this.question.id);
    if (!found || (this.stage.model.send && found.heard)) return null;
    const { choices, places } = this.question; // of today: a lesson may have changed since
    const { answer } = found.said;
    const fits = places
      ? answer.length === places.length
      : choices.length
        ? choices.includes(answer)
        : typeof answer === "number" && between(this.question.ends, answer);
    return fits ? found.said : null;
  }

  // Answered elsewhere: in a cell, in another window, in the same picture shown a second time.
  follow(said) {
    if (!said) return;
    if (!this.stage.open) this.open(said);
    else if (this.told && said.answer !== undefined) this.contrast(said.answer);
  }

  answer(said) {
    this.open(said, true);
    keep(this.question, said, false);
    this.stage.link.send({ prediction: said });
    this.stage.controls.querySelector("input, button")?.focus({ preventScroll: true });
  }

  open(said, byHand = false) {
    const { stage } = this;
    stage.placing = null;
    this.form?.remove();
    stage.opens(said?.answer ?? null);
    if (said) this.explain();
    if (stage.answer === null) return;
    if (!this.question.places) this.contrast(stage.answer); // places are seen in the picture
    if (stage.parts.opened) stage.parts.opened(stage, stage.answer, byHand);
  }

  // What was said and what is, in one line between the drawing and its sentence.
  contrast(answer) {
    const { root, line, words } = this.stage;
    const number = typeof answer === "number" ? String(answer) : `“${answer}”`;
    this.held = held(this.question, answer);
    this.said = filled(words.kit.said, { answer: [number, this.question.unit].filter(Boolean).join(" ") });
    this.told?.remove();
    this.told = element("p", "iss-said", { role: "status" }, this.said);
    root.insertBefore(this.told, line);
    this.tell();
  }

  // Where the number is to be found by hand, it is told once it is found.
  tell() {
    const { short, waits } = this.question ?? {};
    if (!this.told || !short || (waits && !this.stage.parts.found?.(this.stage))) return;
    const words = `${this.said} ${filled(this.stage.words.kit[this.held], { short })}`;
    if (this.told.textContent !== words) this.told.textContent = words;
    this.question = { ...this.question, waits: false };
  }

  // The explanation below waits folded until now; it may come onto the page later than the picture.
  explain() {
    const { frame, stage } = this;
    const seen = new ResizeObserver(() => {
      if (!frame.clientWidth) return;
      unfold(stage.root);
      seen.disconnect();
    });
    seen.observe(frame);
    stage.closers.push(() => seen.disconnect());
  }
}

// Opens the first folded explanation after a picture, if no other picture stands between them.
function unfold(root) {
  for (const each of document.querySelectorAll("details.iss-explain, .iss-picture")) {
    if (!(root.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    if (each.matches("details")) each.open = true;
    return;
  }
}
