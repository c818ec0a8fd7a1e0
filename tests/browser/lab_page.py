"""A notebook of a few cells, open in JupyterLab: what the tests of pictures in the Lab share."""

import json
from contextlib import contextmanager

WAIT_MS = 30_000  # for a kernel on a busy machine
IDLE = "Python 3 (ipykernel) | Idle"
# In a JupyterLab that is there: open a file; end its kernel, close it unsaved, leave nothing in the browser.
OPEN = """async (path) => {
  const one = await window.jupyterapp.commands.execute('docmanager:open', { path, factory: 'Notebook' });
  await one.revealed;
  await one.sessionContext.ready;
}"""
CLOSE = """async () => {
  const one = window.jupyterapp.shell.currentWidget;
  await one.sessionContext.shutdown();
  one.context.model.dirty = false;
  one.close();
  localStorage.clear();
}"""


class LabPage:
    """An open notebook: `page`, `folder` (where it lies), `errors` (of the page), `run(cell)`."""

    def __init__(self, page, folder):
        self.page, self.folder, self.errors = page, folder, []
        page.on("pageerror", self._note)

    def _note(self, error):
        self.errors.append(str(error))

    def run(self, cell):
        """Run a cell by its number, from 0, as a learner does."""
        self.page.locator(".jp-Notebook .jp-CodeCell .cm-content").nth(cell).click()
        self.page.keyboard.press("Shift+Enter")

    def close(self):
        """Leave JupyterLab as it was before this notebook was opened."""
        self.page.remove_listener("pageerror", self._note)
        self.page.evaluate(CLOSE)
        self.page.locator(".jp-Notebook").wait_for(state="detached")


@contextmanager
def in_lab(chromium, lab, name, *cells, **how):
    """Write a notebook of these code cells into a new folder of the Lab and open it."""
    folder = lab.root / name
    folder.mkdir()
    (folder / "n.ipynb").write_text(json.dumps(_notebook(cells)), encoding="utf-8")
    with opened_in_lab(chromium, lab, folder / "n.ipynb", **how) as shown:
        yield shown


@contextmanager
def opened_in_lab(chromium, lab, file, *, height=2600, port=None, alone=False):
    """Open a notebook of the Lab, `alone` or through a `port` of its own in a new window.

    All others share one: to load JupyterLab costs ten times as much as to open a notebook in it. After a
    failure the window is left alone.
    """
    path, size = file.relative_to(lab.root).as_posix(), {"width": 1280, "height": height}
    alone = alone or port is not None
    page, lab.window = (lab.window, None) if not alone else (None, lab.window)
    if page:
        page.set_viewport_size(size)
        shown = LabPage(page, file.parent)
        page.evaluate(OPEN, path)
    else:
        page = chromium.new_context(viewport=size).new_page()
        shown = LabPage(page, file.parent)
        address = lab.address(path)
        page.goto(address.replace(lab.base_url, f"http://127.0.0.1:{port}") if port else address)
    page.get_by_text(IDLE).wait_for(timeout=60_000)
    yield shown
    if alone:
        page.context.close()
    else:
        shown.close()
        lab.window = page


def _notebook(sources):
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    cells = [
        {"cell_type": "code", "id": f"c{at}", "execution_count": None, "metadata": {}, "outputs": []}
        | {"source": source}
        for at, source in enumerate(sources)
    ]
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
