// In a notebook: the module of one picture. What all share comes once a page, by a widget of its own.
const make = $picture;
const load = async (model) => {
  const shared = await model.widget_manager.get_model(model.get("_kit").replace("IPY_MODEL_", ""));
  const url = URL.createObjectURL(new Blob([shared.get("_esm")], { type: "text/javascript" }));
  try {
    return (await import(url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
};
// anywidget gives a module 2 s to come; a picture that comes later, on a slow machine, would never hear Python.
// So it listens as any other widget does. Who hears of a change is handed the model itself.
const listen = (model) => {
  const own = (itself) => {
    model.off("change:_comes", own);
    const any = Object.getPrototypeOf(Object.getPrototypeOf(itself));
    itself.comm?.on_msg((message) => any._handle_comm_msg.call(itself, message));
  };
  model.on("change:_comes", own);
  model.set("_comes", Math.random());
};
export default {
  async render({ model, el }) {
    listen(model);
    globalThis.$key ??= load(model);
    try {
      return make(await globalThis.$key).render({ model, el });
    } catch (error) {
      delete globalThis.$key; // the next picture tries again
      throw error;
    }
  },
};
