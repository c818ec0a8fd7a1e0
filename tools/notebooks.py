"""Notebook normaliser: the one form in which lessons and solutions are committed.

JupyterLab saves more than was edited: outputs, execution counts, the kernel's language, random ids of new
cells. ``python -m tools.notebooks`` puts lessons and solutions right, in place, with the standard library
alone; ``--check`` only says which are not. ``.pre-commit-config.yaml`` and ``tools/hooks`` call it before
each commit.
"""

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "python -m tools.notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT = ("nbgrader", "tags")  # of a cell's metadata; the rest tells how somebody last looked at it
MINOR = 5  # nbformat 4.5: cells have ids
NAME_WORDS = 4  # of a new cell's first line

_RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*\d)[0-9a-f]{8}")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class NotebookError(ValueError):
    """A file that is not a notebook which this course could hold."""


def normalised(text: str) -> str:
    """Return the text of a notebook file in the form in which it is committed.

    Parameters
    ----------
    text : str
        A notebook of format 4, as an editor saved it.

    Returns
    -------
    str
        The same cells without outputs and without what is empty, each with an id that says what it is; one
        kernel; keys sorted. A normalised text is returned as it is.

    Raises
    ------
    NotebookError
        If the text is no notebook of format 4; the message says what it is.
    """
    try:
        book = json.loads(text)
    except ValueError as error:
        raise NotebookError(f"not JSON ({error}); was a merge left unfinished?") from None
    if not isinstance(book, dict) or not isinstance(book.get("cells"), list):
        raise NotebookError("no list of cells: save it with JupyterLab 3 or newer")
    if not all(isinstance(cell, dict) and cell.get("cell_type") for cell in book["cells"]):
        raise NotebookError("a cell without a cell_type")
    if book.get("nbformat") != 4:
        raise NotebookError(f"nbformat {book.get('nbformat')}, not 4: save it with JupyterLab 3 or newer")
    cells = [cell for cell in book["cells"] if _lines(cell) or "nbgrader" in cell.get("metadata", {})]
    whole = {"cells": _cells(cells), "metadata": METADATA, "nbformat": 4, "nbformat_minor": MINOR}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _cells(cells: list[dict]) -> list[dict]:
    """Return the cells, each in its one form; ids that people gave stay, whatever the order."""
    given = [_given_id(cell) for cell in cells]
    taken = {name for name in given if name}
    seen: set[str] = set()
    made = []
    for cell, name in zip(cells, given, strict=True):
        if not name or name in seen:
            name = _new_id(_lines(cell), taken)
        seen.add(name)
        taken.add(name)
        made.append(_cell(cell, name))
    return made


def _cell(cell: dict, name: str) -> dict:
    metadata = cell.get("metadata", {})
    kept = {"cell_type": cell["cell_type"], "id": name, "source": _lines(cell)}
    kept["metadata"] = {key: metadata[key] for key in KEPT if metadata.get(key)}
    if cell["cell_type"] == "code":
        kept |= {"execution_count": None, "outputs": []}
    elif cell.get("attachments"):
        kept["attachments"] = cell["attachments"]
    return kept


def _lines(cell: dict) -> list[str]:
    """Return the source as lines with their ends, [] where there is nothing but space."""
    source = cell.get("source", "")
    text = source if isinstance(source, str) else "".join(source)
    return text.splitlines(keepends=True) if text.strip() else []


def _given_id(cell: dict) -> str:
    """Return the id that a person gave, "" for none or a random one; a graded cell has its grade's."""
    name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") or cell.get("id", "")
    return name if _ID.fullmatch(name) and not _RANDOM_ID.fullmatch(name) else ""


def _new_id(lines: list[str], taken: set[str]) -> str:
    """Return an id made of the first words of a cell."""
    words = re.findall(r"[a-z][a-z0-9]*", lines[0].lower()) if lines else []
    name = "-".join(words[:NAME_WORDS]) or "cell"
    return next(each for each in _numbered(name) if each not in taken)


def _numbered(name: str):
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def sources() -> list[Path]:
    """Return the notebooks that people edit: lessons and solutions (nbgrader writes the exercises)."""
    return sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")])


def main(argv: list[str]) -> int:
    """Normalise notebooks in place; return 1 if one was not in its form, as commit hooks want it."""
    parser = argparse.ArgumentParser(
        prog=COMMAND, description="Put notebooks into the form that is committed."
    )
    parser.add_argument("--check", action="store_true", help="change nothing, only name those that are not")
    parser.add_argument("files", nargs="*", type=Path, help="default: all lessons and solutions")
    given = parser.parse_args(argv)
    found = 0
    for path in given.files or sources():
        try:
            text = path.read_bytes().decode("utf-8")
            normal = normalised(text)
        except (OSError, UnicodeDecodeError, NotebookError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            found = 1
            continue
        if normal != text:
            found = 1
            print(f"{path}: {'not as committed' if given.check else 'put right'}")
            if not given.check:
                path.write_bytes(normal.encode("utf-8"))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
