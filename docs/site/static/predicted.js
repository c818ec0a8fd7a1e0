// Fills the tables of `course/site/predicted.py` with what the pictures keep in this browser (kit/js/link.js).

(() => {
  const NAME = "iss-course ";

  const stored = (id) => {
    try {
      return JSON.parse(localStorage.getItem(NAME + id))?.said?.answer ?? null;
    } catch {
      return null; // no storage, or a damaged entry
    }
  };

  const keeps = () => {
    try {
      if (localStorage.forgets) return false; // storage.js stands in
      localStorage.setItem(`${NAME}?`, "");
      localStorage.removeItem(`${NAME}?`);
      return true;
    } catch {
      return false;
    }
  };

  const forget = () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(NAME)) localStorage.removeItem(name);
  };

  // In words, or null where today's question would not take it.
  const said = ({ unit, choices, places }, answer) => {
    if (places.length)
      return Array.isArray(answer) && answer.length === places.length
        ? places.map((what, at) => `${what} ${answer[at]}`).join(", ")
        : null;
    if (choices.length) return choices.includes(answer) ? answer : null;
    return typeof answer === "number" ? `${answer} ${unit}`.trim() : null;
  };

  const fill = (table) => {
    const words = JSON.parse(table.dataset.words);
    let found = 0;
    for (const row of table.querySelectorAll("[data-question]")) {
      const question = JSON.parse(row.dataset.question);
      const answer = stored(question.id);
      const told = answer === null ? "" : (said(question, answer) ?? words.other);
      row.querySelector(".predicted-said").textContent = told;
      row.querySelector(".predicted-computed").hidden = !told;
      if (told) found += 1;
    }
    const note = table.querySelector(".predicted-note");
    note.textContent = keeps() ? words.none : words.lost;
    return found;
  };

  // The card of the claims: columns of what the page of the article keeps (course/widgets/article).
  const fillCards = () => {
    const marks = stored("article") ?? {};
    for (const row of document.querySelectorAll(".scorecard tbody tr")) {
      const mine = marks[row.cells[0].textContent.split(" ")[0]] ?? {};
      for (const [at, part] of [[1, "kind"], [2, "verdict"], [4, "source"]])
        if (mine[part]) row.cells[at].textContent = mine[part];
      if (mine.verdict) row.cells[5].textContent = row.closest(".scorecard").dataset.told;
    }
  };

  // One button under the last table of the page of all predictions; it asks once more.
  const button = (tables) => {
    const words = JSON.parse(tables[0].dataset.words);
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "door", textContent: words.forget });
    made.addEventListener("click", () => {
      if (made.textContent === words.forget) {
        made.textContent = words.sure;
        return;
      }
      forget();
      made.textContent = words.forget;
      for (const table of tables) fill(table);
      tables[0].querySelector(".predicted-note").textContent = words.forgotten;
    });
    return made;
  };

  const start = () => {
    const tables = [...document.querySelectorAll(".predicted")];
    const look = () => {
      let found = 0;
      for (const table of tables) found += fill(table);
      if (found && keeps())
        tables[0].querySelector(".predicted-note").textContent = JSON.parse(tables[0].dataset.words).kept;
      return found;
    };
    if (document.querySelector(".scorecard")) {
      fillCards();
      for (const event of ["storage", "pageshow"]) addEventListener(event, fillCards);
      document.addEventListener("iss-predicted", fillCards);
    }
    if (!tables.length) return;
    for (const table of tables.slice(1)) table.querySelector(".predicted-note").hidden = true; // said once
    const found = look();
    const lesson = tables[0].closest(".cell_output"); // the others stand on a page of their own
    if (found && !lesson) tables.at(-1).after(button(tables));
    addEventListener("storage", look); // answered on another page
    addEventListener("pageshow", look); // came back to this one
    document.addEventListener("iss-predicted", look); // answered on this page
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
