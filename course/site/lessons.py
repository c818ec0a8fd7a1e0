"""Lessons as the site shows them: run once, without a network, with pictures that need no kernel."""

import concurrent.futures
import html
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course.site.predicted import card
from course.site.stills import smaller
from course.widgets.kit.picture import shared_part

CELL_TIMEOUT_S = 300
_OWN_ID = re.compile(r"iss-[0-9a-f]{12}\b")  # a picture's element: drawn at random when it is shown
_ASKS = re.compile(r'"question":\{"id":"([\w-]+)"')
_SUMMARY = re.compile(r'predictions\.summary\("(\w+)"\)')
_TABLE = """\
from IPython.display import HTML, display
from course.site.predicted import table
display(HTML(table({unit!r})))"""


class LessonError(ValueError):
    """A lesson did not run to its end; the message names the cell."""


def run_all(lessons: Sequence[Path]) -> list[nbformat.NotebookNode]:
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


def run(lesson: Path) -> nbformat.NotebookNode:
    """Run one lesson in an empty folder, where no predictions of anybody lie."""
    book = nbformat.read(lesson, as_version=4)
    asking = _add_table(book)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            book,
            timeout=CELL_TIMEOUT_S,
            store_widget_state=False,  # the pictures are in the outputs already
            coalesce_streams=True,  # what a cell prints may come in one message or in several
            resources={"metadata": {"path": folder}},
            extra_arguments=["--log-level=ERROR"],  # its kernel is for this process alone
        )
        try:
            client.execute()
        except CellExecutionError as error:
            raise LessonError(
                f"{Path(lesson).name}: {_failed(book)} {error.ename}: {error.evalue}"
            ) from error
    if asking:
        asking.outputs = book.cells.pop().outputs
    _settle(book)
    return book


def table_of(book: nbformat.NotebookNode) -> str | None:
    """Return the table of what a reader predicted in a lesson, None if it asks nothing."""
    found = (
        output.data["text/html"]
        for cell in book.cells
        for output in cell.get("outputs", ())
        if 'class="predicted"' in output.get("data", {}).get("text/html", "")
    )
    return next(found, None)


def _add_table(book):
    """Let the lesson make its table of predictions too, in a last cell; return the cell that it is for."""
    for cell in book.cells:
        if asked := _SUMMARY.fullmatch(cell.source.strip()):
            book.cells.append(nbformat.v4.new_code_cell(_TABLE.format(unit=asked[1])))
            return cell
    return None


def _settle(book):
    """Name the pictures of a page, and take out what they share: the site holds it once."""
    shared, names = shared_part(), {}
    for cell in book.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            text = data.get("text/html", "").replace(shared, "")
            for name in dict.fromkeys(_OWN_ID.findall(text)):
                asked = _ASKS.search(text)
                new = asked[1] if asked and asked[1] not in names.values() else f"picture-{len(names) + 1}"
                names[name] = new
                text = _on_paper(text) + text.replace(name, new)
            if text:
                data["text/html"] = smaller(card(text))


def _on_paper(text):
    """Return the question of a picture for a printed page, with room for an answer; empty if it asks none."""
    state = json.loads(text.split('-state">', 1)[1].split("</script>", 1)[0])
    asked = state.get("question")
    if not asked:
        return ""
    words = " ".join([asked["text"], *(f"\N{WHITE SQUARE} {one}" for one in asked["choices"])])
    line = "" if asked["choices"] else f" {'_' * 12} {asked['unit']}"
    return f'<p class="on-paper">Predict. {html.escape(words + line)}</p>'


def _failed(book):
    for cell in book.cells:
        if any(one.output_type == "error" for one in cell.get("outputs", ())):
            return f"its cell {cell.id} fails."
    return "it fails."
