// A search box with suggestions, from the keyboard or by hand (the combobox of the ARIA practices).

import { element, newId } from "./dom.js";
import { filled } from "./words.js";

const MOST_SHOWN = 8;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// search(p, {label, places, value, pick(text), free, kind = "cities"}, into) -> {set(text), problem(words)};
// free: any text may be asked for
/** @param {Stage} p */
export function search(p, given, into = p.controls) {
  const id = newId();
  const box = element("div", "iss-search");
  const input = element("input", "", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
  });
  input.dataset.lmSuppressShortcuts = "true";
  const list = element("ul", "iss-options", { id: `${id}-list`, role: "listbox", "aria-label": given.label });
  const problem = element("p", "iss-problem", { role: "alert" });
  const known = given.places.map((name) => [name, plain(name)]);
  let [shown, at] = [[], -1];
  const mark = (to) => {
    at = shown.length ? (to + shown.length) % shown.length : -1;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", i === at));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (text) => {
    input.value = text;
    close();
    problem.textContent = "";
    given.pick(text);
  };
  const open = (typed) => {
    shown = suggestions(known, plain(typed.trim()), given.free ? MOST_SHOWN : known.length);
    list.replaceChildren(
      ...shown.map((name, i) => {
        const option = element(
          "li",
          "",
          { id: `${id}-${i}`, role: "option", "aria-selected": "false" },
          name,
        );
        option.addEventListener("pointerdown", (event) => (event.preventDefault(), pick(name)));
        return option;
      }),
    );
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    mark(typed && shown.length ? 0 : -1);
  };
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => open(""));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.hidden) open(input.value);
      mark(key === "ArrowDown" ? at + 1 : Math.max(at, 0) - 1);
    } else if (key === "Enter") {
      if (!list.hidden && at >= 0) pick(shown[at]);
      else if (given.free && input.value.trim()) pick(input.value.trim());
      else problem.textContent = filled(p.words.kit.known, { count: known.length, kind: given.kind });
    } else if (key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.hidden = true;
  const field = element("div", "iss-field");
  field.append(input, list);
  box.append(element("label", "", { for: id }, given.label), field, problem);
  into.append(box);
  const set = (text) => (input.value = text);
  set(given.value);
  return { set, problem: (words) => (problem.textContent = words) };
}

// Names that begin with what was typed, then those that hold it; in the order given, the largest first.
function suggestions(known, typed, most) {
  const begins = known.filter(([, name]) => name.startsWith(typed));
  const holds = typed ? known.filter(([, name]) => !name.startsWith(typed) && name.includes(typed)) : [];
  return [...begins, ...holds].slice(0, most).map(([name]) => name);
}
