// The table of what each part has: what a cut takes away stands out in it.

import { drawn } from "../kit/js/controls.js";
import { element } from "../kit/js/dom.js";
import { filled } from "../kit/js/words.js";
import { stateNow } from "./state.js";
import { ICON_PATHS } from "./tree.js";

// choose: what is called with the name of a function, or null, when the learner presses it.
/** @param {Stage} p */
export function makeTable(p, choose) {
  const table = element("table", "iss-table");
  table.append(element("caption", "", {}, p.words.heads.table));
  p.own.table = { head: element("tr"), rows: [], masses: element("tr") };
  const [head, body, foot] = ["thead", "tbody", "tfoot"].map((tag) => element(tag));
  head.append(p.own.table.head);
  for (const name of p.words.functions) {
    const row = element("tr");
    const title = element("th", "", { scope: "row" });
    const button = element("button", "iss-function", { type: "button" });
    button.append(drawn(ICON_PATHS[name]), name);
    button.addEventListener("click", () => choose(p.state.function === name ? null : name));
    title.append(button);
    row.append(title);
    body.append(row);
    p.own.table.rows.push({ name, row, button });
  }
  foot.append(p.own.table.masses);
  table.append(head, body, foot);
  p.controls.append(table);
  p.own.how = p.note();
}

/** @param {Stage} p */
export function fillTable(p) {
  const { rows, head, masses } = p.own.table;
  const { heads, counts, cells, masses: listed } = stateNow(p);
  const span = heads.length === 1 ? { colspan: 2 } : {};
  const titles = heads.map((name, part) => {
    const made = element("th", "", { scope: "col", ...span }, name);
    made.append(element("small", "", {}, counts[part]));
    return made;
  });
  head.replaceChildren(element("th", "", { scope: "col" }, p.words.heads.function), ...titles);
  rows.forEach(({ name, row, button }, i) => {
    button.setAttribute("aria-pressed", name === p.state.function);
    row.replaceChildren(row.firstChild, ...cells.map((part) => cellOf(p, name, part[i], span)));
  });
  masses.replaceChildren(
    element("th", "", { scope: "row" }, p.words.heads.mass),
    ...listed.map((words) => element("td", "iss-value", span, words)),
  );
  const how = p.words.how[p.state.function];
  p.own.how.set(
    how
      ? how.map(([module, level, words]) => filled(p.words.labels.how, { module, level, words })).join(" ")
      : p.words.how_note,
  );
}

/** @param {Stage} p */
function cellOf(p, name, { lines, change }, span) {
  const cell = element("td", `iss-${change}`, span);
  if (!lines.length) cell.append(element("b", "", {}, p.words.never));
  for (const [level, modules] of lines) {
    const one = element("span", "iss-provides");
    const badge = element("span", `iss-badge iss-level-${level.split(" ").pop()}`);
    badge.append(drawn(ICON_PATHS[name]));
    one.append(badge, element("b", "", {}, level), ` ${modules}`);
    cell.append(one);
  }
  return cell;
}
