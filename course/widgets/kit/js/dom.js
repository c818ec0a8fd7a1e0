// Elements and marked words: what every part of a picture stands on.

// Labels name their control by an id that no other picture on the page has: each picture counts for itself.
const mine = Math.random().toString(36).slice(2);
let numbered = 0;
export const newId = () => `iss-${mine}-${(numbered += 1)}`;

export function element(tag, name = "", attributes = {}, text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

export function unmarked(words) {
  return words.replace(/\{[\w-]+:([^{}]*)\}/g, "$1");
}

export function fill(target, words) {
  target.replaceChildren();
  for (const piece of words.split(/(\{[\w-]+:[^{}]*\})/)) {
    const mark = /^\{([\w-]+):([^{}]*)\}$/.exec(piece);
    if (!mark) target.append(piece);
    else {
      const word = element("span", "iss-word", {}, mark[2]);
      word.style.color = `var(--iss-${mark[1]})`;
      target.append(word);
    }
  }
}

export function isDark(root) {
  const probe = element("span");
  probe.style.color = "var(--jp-layout-color0, #fff)";
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe)
    .color.match(/[\d.]+/g)
    .map(Number);
  probe.remove();
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
