// What the course adds to JupyterLab and Notebook 7. Written by hand in the form of a prebuilt extension: no build.
(() => {
  const VIEW = "application/vnd.jupyter.widget-view+json";
  const LOST = "Error displaying widget: model not found"; // what ipywidgets writes, and then stops
  const NARROW_PX = 700; // below this the file list takes more than its share
  const NO_KERNEL_MS = 10_000;
  let scope = {};

  async function shared(name) {
    const [version] = Object.values(scope[name]);
    return (await version.get())();
  }

  // Once the widgets of a running kernel are known; where no kernel comes, none of them will.
  async function restored(manager) {
    if (manager.restoredStatus) return manager;
    return new Promise((done) => {
      manager.restored.connect(() => done(manager));
      setTimeout(() => done(manager), NO_KERNEL_MS);
    });
  }

  // A saved picture whose kernel is gone: the notebook holds it as HTML too, beside the view that is lost.
  function guard(renderer, rendermime, create) {
    const render = renderer.renderModel.bind(renderer);
    const keep = async (model) => {
      const { [VIEW]: _, ...rest } = model.data;
      const type = rendermime.preferredMimeType(rest, model.trusted ? "any" : "ensure");
      if (!type) return render(model);
      const kept = create(type);
      renderer.node.textContent = "";
      renderer.addWidget(kept);
      return kept.renderModel(model);
    };
    renderer.renderModel = async (model) => {
      const manager = await renderer._manager?.promise;
      if (manager && !(await restored(manager)).has_model(model.data[VIEW].model_id)) return keep(model);
      await render(model);
      if (renderer.node.textContent === LOST) await keep(model);
    };
    return renderer;
  }

  const keptPictures = (INotebookTracker) => ({
    id: "iss-course:kept-pictures",
    autoStart: true,
    requires: [INotebookTracker],
    activate(_, notebooks) {
      notebooks.widgetAdded.connect((_, panel) => {
        const { rendermime } = panel.content;
        const create = rendermime.createRenderer.bind(rendermime);
        rendermime.createRenderer = (type) =>
          type === VIEW ? guard(create(type), rendermime, create) : create(type);
      });
    },
  });

  const narrowWindow = {
    id: "iss-course:narrow-window",
    autoStart: true,
    activate(app) {
      app.restored.then(() => {
        if (window.innerWidth < NARROW_PX) app.shell.collapseLeft?.();
      });
    },
  };

  (window._JUPYTERLAB ??= {})["iss-course"] = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const { INotebookTracker } = await shared("@jupyterlab/notebook");
      return () => ({ __esModule: true, default: [keptPictures(INotebookTracker), narrowWindow] });
    },
  };
})();
