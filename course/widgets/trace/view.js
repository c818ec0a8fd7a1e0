// The trace: reports put in order by hand or by buttons; an arrow where a step fits; then where a word got lost.

import { element, newId, unmarked } from "../kit/js/dom.js";
import { shelf } from "../kit/js/kept.js";
import { picture } from "../kit/js/stage.js";
import { arrow, label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";

const BOX = { top: 12, high: 32, step: 56 };

export default picture({
  follow: ["order", "lost"],
  height: (_width, p) => BOX.top + BOX.step * (p.words.reports.length - 1) + BOX.high + 12,

  start(p) {
    p.own.shelf = shelf(p, "trace");
    p.state = { order: p.model.get("order"), lost: p.model.get("lost") };
    makeList(p);
    const { before } = p.own.shelf;
    if (before && isOrder(p, before.order)) {
      Object.assign(p.state, before);
      p.save(before);
    }
    showList(p);
  },

  changed(p, name, value) {
    p.state[name] = value;
    showList(p);
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const sentence = sentenceOf(p);
    return {
      sentence,
      alt: filled(p.words.alt, { order: p.state.order.join(", "), sentence: unmarked(sentence) }),
    };
  },

  draw(p, c) {
    if (!p.open) return;
    const wide = Math.min(180, p.width - 40);
    const right = fitsOf(p);
    p.state.order.forEach((name, at) => {
      const top = BOX.top + BOX.step * at;
      const { has } = report(p, name);
      const middle = p.width / 2;
      c.beginPath();
      c.roundRect(middle - wide / 2, top, wide, BOX.high, 7);
      const told = has && right.every(Boolean) && p.state.lost !== "";
      Object.assign(c, { strokeStyle: p.colour(told ? "station" : "quiet"), lineWidth: told ? 3 : 1.2 });
      c.stroke();
      label(p, c, name, middle, top + 21, { weight: 600 });
      if (told)
        label(p, c, p.words.labels.has, middle + wide / 2 + 10, top + 21, { role: "station", align: "left" });
      if (right[at]) arrow(c, middle, top + BOX.high + 3, middle, top + BOX.step - 3, p.colour("ink"), 2);
    });
  },

  grab(p, _x, y) {
    const at = placeOf(p, y);
    return at < 0 ? null : { name: p.state.order[at] };
  },

  drag(p, { name }, _x, y) {
    const at = Math.min(
      Math.max(Math.round((y - BOX.top - BOX.high / 2) / BOX.step), 0),
      p.state.order.length - 1,
    );
    if (p.state.order[at] !== name) place(p, name, at);
  },
});

// State ------------------------------------------------------------------------------------------
/** @param {Stage} p */
const report = (p, name) => p.words.reports.find((one) => one.name === name);
/** @param {Stage} p */
const fitsOf = (p) => p.state.order.slice(1).map((name, at) => report(p, name).follows === p.state.order[at]);

/** @param {Stage} p */
function placeOf(p, y) {
  return p.state.order.findIndex(
    (_, at) => Math.abs(y - BOX.top - BOX.step * at - BOX.high / 2) < BOX.high / 2 + 4,
  );
}

/** @param {Stage} p */
function sentenceOf(p) {
  const { unordered, ordered, found, not_there, has, later } = p.words;
  const right = fitsOf(p);
  if (!right.every(Boolean))
    return filled(unordered, { fits: right.filter(Boolean).length, all: right.length });
  const { lost, order } = p.state;
  if (!lost) return ordered;
  if (lost === order.find((name) => !report(p, name).has)) return found;
  return filled(not_there, { name: lost, why: report(p, lost).has ? has : later });
}

/** @param {Stage} p */
function place(p, name, at) {
  const order = p.state.order.filter((one) => one !== name);
  order.splice(at, 0, name);
  keep(p, { order });
  showList(p);
}

/** @param {Stage} p */
function keep(p, values) {
  Object.assign(p.state, values);
  p.own.shelf.remember({ order: p.state.order, lost: p.state.lost });
  p.save(values);
  p.redraw();
}

// A lesson may have changed since the order was kept.
/** @param {Stage} p */
const isOrder = (p, order) =>
  order.length === p.words.reports.length && order.every((name) => report(p, name));

// The list: each report with its words, two buttons and a choice ---------------------------------
/** @param {Stage} p */
function makeList(p) {
  const { labels, reports } = p.words;
  const list = element("ol", "iss-trail", { "aria-label": labels.reports });
  const group = newId();
  p.own.list = list;
  p.own.rows = new Map(
    reports.map(({ name, text, source }) => {
      const row = element("li");
      const words = element("span", "", {}, text);
      words.append(element("small", "", {}, source));
      const id = newId();
      const radio = element("input", "", {
        id,
        type: "radio",
        name: group,
        "aria-label": filled(labels.choose, { name }),
      });
      radio.dataset.lmSuppressShortcuts = "true";
      radio.addEventListener("change", () => keep(p, { lost: name }));
      const choose = element("label", "iss-toggle", { for: id });
      choose.append(radio, labels.lost);
      const [up, down] = [-1, 1].map((way) => {
        const given = { name };
        const made = element("button", "iss-button", {
          type: "button",
          "aria-label": filled(way < 0 ? labels.up : labels.down, given),
        });
        made.textContent = way < 0 ? "▲" : "▼";
        made.addEventListener("click", () => {
          place(p, name, Math.max(p.state.order.indexOf(name) + way, 0));
          made.focus();
        });
        return made;
      });
      row.append(element("b", "", {}, name), words, up, down, choose);
      return [name, { row, radio, choose }];
    }),
  );
  p.controls.append(list);
}

/** @param {Stage} p */
function showList(p) {
  const ordered = fitsOf(p).every(Boolean);
  const wanted = p.state.order.map((name) => p.own.rows.get(name).row);
  if (wanted.some((row, at) => p.own.list.children[at] !== row)) p.own.list.replaceChildren(...wanted);
  for (const [name, { row, radio, choose }] of p.own.rows) {
    choose.hidden = row.querySelector("small").hidden = !ordered; // the dates of the sources would tell the order
    radio.checked = name === p.state.lost;
  }
}
