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
export default {
  async render({ model, el }) {
    globalThis.$key ??= load(model);
    try {
      return make(await globalThis.$key).render({ model, el });
    } catch (error) {
      delete globalThis.$key; // the next picture tries again
      throw error;
    }
  },
};
