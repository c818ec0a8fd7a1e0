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

// A picture's module that was kept compressed: see bundles.zipped. load: the page's own way to import it.
/**
 * @param {string} zipped
 * @param {(url: string) => Promise<any>} load
 */
export async function unzipped(zipped, load) {
  const bytes = Uint8Array.from(atob(zipped), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const url = URL.createObjectURL(
    new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" }),
  );
  try {
    return (await load(url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
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
