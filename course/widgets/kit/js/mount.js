import { element } from "./dom.js";

// Stands in for Jupyter's model on a page without a kernel. made: what the module of a picture exports. Returns a promise of what closes it.
// It starts when the reader comes near: a page of many pictures costs what is looked at.
export async function mount(id, made) {
  const el = document.getElementById(id);
  await near(el);
  const values = JSON.parse(document.getElementById(`${id}-state`).textContent);
  values._arrays = new DataView(Uint8Array.from(atob(values._arrays), (each) => each.charCodeAt(0)).buffer);
  const heard = [];
  const model = {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      heard.filter((one) => one.event === `change:${name}`).forEach((one) => one.call());
    },
    save_changes() {},
    on: (event, call) => heard.push({ event, call }),
    off: (_event, call) => heard.splice(0, heard.length, ...heard.filter((one) => one.call !== call)),
  };
  el.replaceChildren(); // the still picture, or the words, for readers without scripts
  const lives = el.closest(".jp-NotebookPanel"); // kept in an open notebook, whose Python knows nothing of it
  const close = await made.render({ model, el });
  if (lives)
    el.firstElementChild.append(
      element("p", "iss-said iss-unheard", { role: "status" }, values.words.kit.kept),
    );
  return close;
}

/** @type {(el: Element) => Promise<void>} */
const near = (el) =>
  new Promise((reached) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((one) => one.isIntersecting)) return;
        seen.disconnect();
        reached();
      },
      { rootMargin: "50% 0px" },
    );
    seen.observe(el);
  });
