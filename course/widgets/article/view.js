// The article on the table: a box for each statement above, the page of sentences below, one of them open.

import { shelf } from "../kit/js/kept.js";
import { picture } from "../kit/js/stage.js";
import { dot, label } from "../kit/js/strokes.js";
import { filled } from "../kit/js/words.js";
import { merged } from "./kept.js";
import { makePage, showPage } from "./page.js";

const HIGH = 110;
const BOX = { top: 20, high: 34, side: 14, gap: 8 };

export default picture({
  follow: ["marks", "statement"],
  height: () => HIGH,
  hand: "pointer",

  start(p) {
    const heard = p.model.get("marks");
    p.own.shelf = shelf(p, "article");
    p.state = { marks: merged(p, heard, p.own.shelf.before), open: p.model.get("statement") };
    makePage(p, { mark: (part, said) => mark(p, part, said), open: (id) => open(p, id) });
    if (JSON.stringify(p.state.marks) !== JSON.stringify(heard)) p.save({ marks: p.state.marks });
    showPage(p);
  },

  changed(p, name, value) {
    if (name === "marks") p.state.marks = value;
    else p.state.open = value;
    showPage(p);
  },

  say(p) {
    const { statements, verdicts, sentence, alt, closed } = p.words;
    if (!p.open) return { sentence: "", alt: closed };
    const marks = Object.values(p.state.marks);
    const told = verdicts
      .map((one) => [marks.filter(({ verdict }) => verdict === one).length, one])
      .filter(([count]) => count)
      .map(([count, one]) => `${count} ${one}`);
    const said = filled(sentence, {
      marked: marks.filter(({ verdict }) => verdict).length,
      all: statements.length,
      counts: told.length ? `: ${told.join(", ")}` : "",
      sourced: marks.filter(({ source }) => source && source !== p.words.none).length,
    });
    const paragraphs = new Set(statements.map(({ paragraph }) => paragraph)).size;
    const { text } = statements.find(({ id }) => id === p.state.open);
    const plain = said.replace(/\{\w+:([^}]*)\}/g, "$1");
    return {
      sentence: said,
      alt: filled(alt, { all: statements.length, paragraphs, open: text, sentence: plain }),
    };
  },

  draw(p, c) {
    if (!p.open) return;
    const { letters } = p.words.labels;
    const boxes = boxesOf(p);
    boxes.forEach(({ one, x, wide }) => {
      const { kind, verdict } = p.state.marks[one.id] ?? {};
      const chosen = one.id === p.state.open;
      c.beginPath();
      c.roundRect(x, BOX.top, wide, BOX.high, 3);
      c.fillStyle = p.colour(verdict ? "ink" : kind ? "faint" : "sky");
      c.fill();
      Object.assign(c, { strokeStyle: p.colour(chosen ? "station" : "quiet"), lineWidth: chosen ? 3 : 1 });
      c.stroke();
      const middle = { size: 13, weight: 600, role: "sky" };
      if (verdict) label(p, c, letters[verdict], x + wide / 2, BOX.top + BOX.high / 2 + 5, middle);
      c.fillStyle = p.colour("station");
      if (one.worthwhile) dot(c, x + wide / 2, BOX.top - 9, 3);
    });
    for (const number of new Set(boxes.map(({ one }) => one.paragraph))) {
      const own = boxes.filter(({ one }) => one.paragraph === number);
      const middle = (own[0].x + own.at(-1).x + own[0].wide) / 2;
      label(p, c, String(number), middle, BOX.top + BOX.high + 20, { role: "quiet", size: 12 });
    }
    const below = { role: "quiet", align: "left", size: 12 };
    label(p, c, p.words.labels.paragraphs, BOX.side, BOX.top + BOX.high + 42, below);
  },

  grab(p, x, y) {
    if (y < BOX.top - 12 || y > BOX.top + BOX.high + 8) return null;
    const under = boxesOf(p).find((box) => x >= box.x - 3 && x <= box.x + box.wide + 3);
    return under ? { id: under.one.id, sideways: true } : null;
  },
  drag() {},
  dropped: (p, { id }) => open(p, id),
});

// Where each statement's box lies: a little room between paragraphs.
/** @param {Stage} p */
function boxesOf(p) {
  const { statements } = p.words;
  const breaks = new Set(statements.map(({ paragraph }) => paragraph)).size - 1;
  const pitch = Math.min((p.width - 2 * BOX.side - BOX.gap * breaks) / statements.length, 40);
  let x = BOX.side;
  return statements.map((one, i) => {
    if (i && one.paragraph !== statements[i - 1].paragraph) x += BOX.gap;
    const box = { one, x, wide: pitch - 2 };
    x += pitch;
    return box;
  });
}

// What the hand does ------------------------------------------------------------------------------
/** @param {Stage} p */
function open(p, id) {
  p.state.open = id;
  p.save({ statement: id });
  showPage(p);
  p.redraw();
}

/** @param {Stage} p */
function mark(p, part, said) {
  const { marks, open: id } = p.state;
  p.state.marks = { ...marks, [id]: { ...marks[id], [part]: said } };
  p.own.shelf.remember(p.state.marks);
  p.save({ marks: p.state.marks });
  showPage(p);
  p.redraw();
}
