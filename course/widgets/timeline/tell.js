// What is shown and chosen now, in words and on the controls: read by all, changed by none here.

import { element } from "../kit/js/dom.js";
import { day as dayOf, filled } from "../kit/js/words.js";
import { sinceWords } from "./asks.js";
import { askNow, dateOf, isFew, MONTH_DAYS } from "./place.js";

// The events that are shown: those of the threads, or what begins and ends the times of Soyuz alone.
/** @param {Stage} p */
export const shown = (p) =>
  isFew(p)
    ? p.words.turns.map(({ at }) => at)
    : p.words.ids.map((_, i) => i).filter((i) => p.state.threads.includes(p.words.events[i].thread));

/** @param {Stage} p */
export const inView = (p) =>
  shown(p).filter((i) => {
    const day = p.data.day.values[i];
    return day >= Math.round(p.state.start) && day <= Math.round(p.state.end);
  });

// The slider goes from the whole line to its shortest part, by equal factors.
/** @param {Stage} p */
export const factor = (p) => p.data.ends.values[1] / p.words.least_days;
/** @param {Stage} p */
export const zoomNow = (p) =>
  Math.round((100 * Math.log(p.data.ends.values[1] / (p.state.end - p.state.start))) / Math.log(factor(p)));

/** @param {Stage} p */
export function lengthWords(p) {
  const days = p.state.end - p.state.start;
  const { years, months, days: few } = p.words.labels.in_view;
  if (days > 730) return filled(years, { count: Math.round(days / 365.25) });
  return days > 90
    ? filled(months, { count: Math.round(days / MONTH_DAYS) })
    : filled(few, { count: Math.round(days) });
}

/** @param {Stage} p */
export function dayWords(p, day) {
  return dayOf(dateOf(p, day).getTime(), p.words.kit.months);
}

// From when to when the part in view goes.
/** @param {Stage} p */
export const partWords = (p) =>
  filled(p.words.labels.part_days, {
    first: dayWords(p, Math.round(p.state.start)),
    last: dayWords(p, Math.round(p.state.end)),
  });

/** @param {Stage} p */
export function eventWords(p, at) {
  const one = p.words.events[shown(p)[at]];
  if (!one) return "";
  const since = sinceWords(p, shown(p)[at]);
  return `{ink:${one.date}, ${one.label}}${since && ` (${since})`}`;
}

/** @param {Stage} p */
export const sentenceNow = (p) => {
  const one = p.words.events[p.state.chosen];
  if (isFew(p)) return `${p.words.answer} ${one.alone ?? one.sentence}`;
  const ask = askNow(p);
  if (ask) return `${ask.answer} ${one.sentence}`;
  const count = inView(p).length;
  const { none, one: single, more } = p.words.counted;
  return [filled(count > 1 ? more : count ? single : none, { count }), one.sentence].join(" ");
};

/** @param {Stage} p */
export function tellControls(p) {
  p.fit(); // a view with fewer rows is less high
  if (!p.own.switches) return; // not all are made yet
  const list = shown(p);
  p.own.step.range.max = list.length - 1;
  p.own.step.set(list.indexOf(p.state.chosen));
  p.own.zoom.set(zoomNow(p));
  p.own.switches.forEach((each, i) => each.set(p.state.threads.includes(p.words.threads[i])));
  p.own.cards.set(p.state.comparing);
  const { start, end } = p.state;
  for (const { made, first, last, few } of p.own.views) {
    const here = Math.abs(start - first) < 1 && Math.abs(end - last) < 1 && few === isFew(p);
    made.setAttribute("aria-pressed", here);
  }
}

// Where it is known from: the source, with its address where the publisher has one.
/** @param {Stage} p */
export function tellSource(p) {
  const one = p.words.events[p.state.chosen];
  for (const each of /** @type {any} */ (p.controls.children))
    each.hidden = p.state.comparing !== (each === p.own.onward);
  p.own.cards.box.hidden ||= !Array.isArray(p.answer);
  if (p.own.told === p.state.chosen && p.own.compared === p.state.comparing) return;
  [p.own.told, p.own.compared] = [p.state.chosen, p.state.comparing];
  p.own.about.line.replaceChildren();
  const fold = p.own.about.line.closest("details");
  if (p.state.comparing) return;
  fold.querySelector("summary").textContent = one.short;
  const link = one.url
    ? element("a", "", { href: one.url, target: "_blank", rel: "noopener" }, one.source)
    : one.source;
  p.own.about.line.append(link, ` ${one.more}`.trimEnd());
}
