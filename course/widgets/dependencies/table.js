// A lamp for each function under each part, the name between them: what a cut takes away goes dark.

import { drawn } from "../kit/js/controls.js";
import { element } from "../kit/js/dom.js";
import { filled } from "../kit/js/words.js";
import { ICON_PATHS } from "./icons.js";
import { stateNow } from "./state.js";

// choose: what is called with the name of a function, or null, when the learner presses it.
/** @param {Stage} p */
export function makeTable(p, choose) {
  const table = element("table", "iss-lamps", { role: "table" }); // named: a style may turn it, and then roles are lost
  table.append(element("caption", "", {}, p.words.heads.table), element("colgroup"));
  table.lastChild.append(element("col"), element("col"), element("col"));
  p.own.table = { box: table, head: element("tr", "", { role: "row" }), rows: [] };
  const [head, body] = ["thead", "tbody"].map((tag) => element(tag, "", { role: "rowgroup" }));
  head.append(p.own.table.head);
  p.words.functions.forEach((name) => {
    const row = element("tr", "", { role: "row" });
    const title = element("th", "", { scope: "row", role: "rowheader" });
    const button = element("button", "iss-function", { type: "button" });
    button.append(name);
    button.addEventListener("click", () => choose(p.state.function === name ? null : name));
    const flow = element("div", "iss-flow"); // with an arrow from the giver's lamp to the other one
    flow.append(button);
    title.append(flow);
    body.append(row);
    p.own.table.rows.push({ name, row, title, button });
  });
  table.append(head, body);
  p.root.insertBefore(table, p.line);
}

/** @param {Stage} p */
export function fillTable(p) {
  const { rows, head } = p.own.table;
  const { heads, cells, masses, givers, order } = stateNow(p);
  const [left, right] = order;
  const titles = [...new Set([left, right])].map((part) => {
    const span = left === right ? { colspan: 3 } : {};
    const made = element("th", "", { scope: "col", role: "columnheader", ...span }, heads[part]);
    made.style.color = `var(--iss-${p.words.roles[heads[part]] ?? "ink"})`;
    made.append(element("small", "", {}, masses[part]));
    return made;
  });
  if (left !== right) titles.splice(1, 0, between(p));
  head.replaceChildren(...titles);
  let column = 1; // where the table is turned
  rows.forEach(({ name, row, title, button }, i) => {
    button.setAttribute("aria-pressed", name === p.state.function);
    title.className = { [left]: "iss-rightward", [right]: "iss-leftward" }[givers[i]] ?? "";
    title.style.setProperty("--iss-giver", `var(--iss-${p.words.roles[heads[givers[i]]] ?? "ink"})`);
    row.hidden = !cells[left][i].change;
    if (!row.hidden) row.style.setProperty("--iss-at", (column += 1));
    row.replaceChildren(cellOf(name, cells[left][i]), title, cellOf(name, cells[right][i]));
    if (left === right) row.firstChild.setAttribute("aria-hidden", "true"); // said once is enough
  });
  const how = p.words.how[p.state.function];
  p.own.how.line.hidden = !how;
  if (how)
    p.own.how.set(
      how.map(([module, level, words]) => filled(p.words.labels.how, { module, level, words })).join(" "),
    );
}

/** @param {Stage} p */
const between = (p) =>
  element("th", "iss-between", { scope: "col", role: "columnheader" }, p.words.heads.function);

function cellOf(name, { change, lamp: lit, says }) {
  const [cell, room] = [element("td", `iss-${change}`, { role: "cell" }), element("div", "iss-cell")];
  const lamp = element("span", `iss-lamp iss-${lit}`);
  lamp.append(drawn(ICON_PATHS[name]));
  room.append(lamp, element("span", "", {}, says));
  cell.append(room);
  return cell;
}
