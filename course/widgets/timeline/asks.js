// What the part in view asks of its events, and its answer: brackets of years, or a line from which days are counted.

import { label } from "../kit/js/strokes.js";
import { stretch } from "./marks.js";
import { askNow, isFew, laneY, SIDE, xOf } from "./place.js";

const BRACKET_PX = 60; // below the top of the drawing
const BESIDE_PX = 4; // between a foot and the years beside it
const APART_PX = 2; // between a bracket and the pole at its end, so that two brackets are not one
const KEPT_PX = 8; // around a pole, where no name of another event may lie

// How long after the line an event came, where days are counted.
/** @param {Stage} p */
export const sinceWords = (p, i) => (askNow(p)?.name === "soon" ? p.words.events[i].since : "");

// Lines from the answer down to the marks that it joins; names of events keep beside them.
/** @param {Stage} p */
export function poles(p, place) {
  const ask = askNow(p);
  return (ask?.events ?? []).map((i) => {
    const x = xOf(p, p.data.day.values[i]);
    const foot = ask.steps.length ? laneY(p, p.words.events[i].thread) : place.axis;
    return { i, x, left: x + KEPT_PX, right: x - KEPT_PX, top: BRACKET_PX, bottom: foot };
  });
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawPoles(p, c, place, named) {
  const counts = askNow(p)?.name === "soon";
  for (const { i, x, top, bottom } of poles(p, place)) {
    const mark = named.find((one) => one.i === i);
    stretch(c, x, top, x, counts || !mark ? bottom : mark.y, p.colour("ink"), counts ? 2 : 1);
  }
}

/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawAnswer(p, c, place) {
  const ask = askNow(p);
  if (!ask) return;
  const size = place.wide ? 17 : 14;
  const look = { size, weight: 700, role: "speed", rim: "sky" };
  const ends = poles(p, place).map(({ x }) => x);
  const y = BRACKET_PX - 8;
  if (ask.name === "soon")
    return label(p, c, p.words.since, ends[0] - 2, y, {
      ...look,
      role: "ink",
      size: place.wide ? 14 : 13,
      align: "left",
    });
  const among = [];
  ask.steps.forEach((years, i) => {
    const [from, to] = ends.slice(i);
    stretch(c, from + APART_PX, BRACKET_PX, to - APART_PX, BRACKET_PX, p.colour("speed"), 4);
    c.font = p.font(size, 700);
    const crowded = c.measureText(ask.steps[0]).width + BESIDE_PX > ends[1] - ends[0];
    const side = i ? [from + BESIDE_PX, "left"] : [to - BESIDE_PX, "right"]; // away from one another
    const [x, align] = crowded ? side : [(from + to) / 2, "center"];
    if (!label(p, c, years, x, y, { ...look, align, among }))
      label(p, c, years, from + BESIDE_PX, y, { ...look, align: "left" });
  });
}

// Over the drawing: the question, or from when to when it goes.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function drawQuestion(p, c, otherwise) {
  const words = isFew(p) ? p.words.labels.asks : (askNow(p)?.question ?? otherwise);
  label(p, c, words, SIDE, 21, { size: 14, weight: 700, align: "left" });
}
