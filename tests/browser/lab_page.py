"""A notebook of a few cells, open in JupyterLab: what the tests of pictures in the Lab share."""

import json
from contextlib import contextmanager

WAIT_MS = 30_000  # for a kernel on a busy machine


class LabPage:
    """An open notebook: `page`, `folder` (where it lies), `errors` (of the page), `run(cell)`."""

    def __init__(self, page, folder):
        self.page, self.folder, self.errors = page, folder, []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def run(self, cell):
        """Run a cell by its number, from 0, as a learner does."""
        self.page.locator(".jp-Notebook .jp-CodeCell .cm-content").nth(cell).click()
        self.page.keyboard.press("Shift+Enter")


@contextmanager
def in_lab(chromium, lab, name, *cells, height=2600, port=None):
    """Write a notebook of these code cells into a new folder of the Lab and open it (through `port`)."""
    folder = lab.root / name
    folder.mkdir()
    (folder / "n.ipynb").write_text(json.dumps(_notebook(cells)), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": height})
    shown = LabPage(context.new_page(), folder)
    address = lab.address(f"{name}/n.ipynb")
    shown.page.goto(address.replace(lab.base_url, f"http://127.0.0.1:{port}") if port else address)
    shown.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    yield shown
    context.close()


def _notebook(sources):
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    cells = [
        {"cell_type": "code", "id": f"c{at}", "execution_count": None, "metadata": {}, "outputs": []}
        | {"source": source}
        for at, source in enumerate(sources)
    ]
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
