"""Lessons as the site shows them: run once, without a network, with pictures that need no kernel."""

import concurrent.futures
import re
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course.widgets.kit.picture import shared_part

CELL_TIMEOUT_S = 300
_OWN_ID = re.compile(r"iss-[0-9a-f]{12}\b")  # a picture's element: drawn at random when it is shown


class LessonError(ValueError):
    """A lesson did not run to its end; the message names the cell."""


def run_all(lessons):
    """Run lessons side by side and return their notebooks with outputs, in the same order.

    Parameters
    ----------
    lessons : sequence of Path

    Raises
    ------
    LessonError
        At the first cell that fails.
    """
    with concurrent.futures.ThreadPoolExecutor(2) as pool:  # each lesson is a kernel, a process of its own
        return list(pool.map(run, lessons))


def run(lesson):
    """Run one lesson in an empty folder, where no predictions of anybody lie."""
    book = nbformat.read(lesson, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            book,
            timeout=CELL_TIMEOUT_S,
            store_widget_state=False,  # the pictures are in the outputs already
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute()
        except CellExecutionError as error:
            raise LessonError(
                f"{Path(lesson).name}: {_failed(book)} {error.ename}: {error.evalue}"
            ) from error
    _settle(book)
    return book


def _settle(book):
    """Number the pictures of a page, and take out what they share: the site holds it once."""
    shared, names = shared_part(), {}
    for cell in book.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            text = data.get("text/html", "")
            for name in _OWN_ID.findall(text):
                names.setdefault(name, f"picture-{len(names) + 1}")
            if text:
                data["text/html"] = _OWN_ID.sub(lambda found: names[found[0]], text.replace(shared, ""))


def _failed(book):
    for cell in book.cells:
        if any(one.output_type == "error" for one in cell.get("outputs", ())):
            return f"its cell {cell.id} fails."
    return "it fails."
