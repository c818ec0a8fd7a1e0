// Predict before seeing: the question stands on the drawing until it is answered or skipped.

import { element, newId } from "./dom.js";
import { filled } from "./words.js";

export class Gate {
  constructor(stage, frame) {
    this.stage = stage;
    this.frame = frame;
    this.question = stage.model.get("question");
    const known = stage.model.get("prediction");
    if (!this.question || known) {
      this.open(this.question ? known : null);
      return;
    }
    stage.closes();
    this.build();
    stage.listen("change:prediction", () => {
      const said = stage.model.get("prediction");
      if (said && !stage.open) this.open(said, false);
    });
  }

  build() {
    const { text, unit, choices, places } = this.question;
    const { kit } = this.stage.words;
    this.form = element("form", "iss-gate", { novalidate: "", "aria-label": kit.predict });
    this.form.append(element("p", "iss-gate-head", {}, kit.first));
    const row = element("div", "iss-gate-row");
    if (places) this.placer(this.question);
    else if (choices.length) this.chooser(text, choices, row);
    else this.asker(text, unit, row);
    const words = places ? kit.show : kit.store;
    const store = element("button", "iss-button iss-main", { type: "submit" }, words);
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
      const typed = this.input.value.trim().replace(",", ".");
      return typed !== "" && Number.isFinite(Number(typed)) ? Number(typed) : null;
    };
    this.wanted = unit ? filled(kit.number_in, { unit }) : kit.number;
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

  // One slider for each thing, and the drawing's own cards: both set the same values, null while not placed.
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
      this.stage.redraw();
    };
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
    this.input.setAttribute("aria-invalid", "true");
    this.input.focus();
  }

  answer(said) {
    this.open(said, true);
    this.stage.model.set("prediction", said);
    this.stage.model.save_changes();
    this.stage.controls.querySelector("input, button")?.focus({ preventScroll: true });
  }

  open(said, byHand = false) {
    const { stage } = this;
    stage.placing = null;
    this.form?.remove();
    stage.opens(said?.answer ?? null);
    if (stage.answer !== null) {
      if (!this.question.places) {
        // places are seen in the picture
        const number = typeof stage.answer === "number" ? String(stage.answer) : `“${stage.answer}”`;
        const words = filled(stage.words.kit.said, {
          answer: [number, this.question.unit].filter(Boolean).join(" "),
        });
        stage.root.insertBefore(element("p", "iss-said", {}, words), stage.controls);
      }
      if (stage.parts.opened) stage.parts.opened(stage, stage.answer, byHand);
    }
  }
}
