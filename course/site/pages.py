"""Pages of the site, gathered in one folder of sources for Sphinx."""

import importlib
import inspect
import shutil
from pathlib import Path

import nbformat

from course.site.lessons import run_all, table_of
from course.start.bootstrap import ROOT
from course.widgets.kit import bundles
from course.widgets.kit.picture import stylesheet

OWN = Path("docs", "site")  # written for the site: start page, glossary, ways in, settings
TAKEN = ("claims.md", "teachers-guide.md")  # of docs/, as they stand
ROOMS = (  # of the reference: what a reader of the lessons calls
    *("elements", "orbits", "ground", "coverage", "geography", "cities", "station", "history", "evidence"),
    *("relative", "decay", "risk", "predictions", "checks", "constants"),
)


def gather(source: Path, *, root: Path = ROOT) -> None:
    """Write all sources of the site into a folder.

    Parameters
    ----------
    source : Path
        An empty folder.
    root : Path
        The checkout.
    """
    shutil.copytree(root / OWN, source, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    _shared(source / "static")
    for name in TAKEN:
        shutil.copy(root / "docs" / name, source / name)
    lessons = sorted((root / "notebooks").glob("*.ipynb"))
    books = run_all(lessons)
    for path, book in zip(lessons, books, strict=True):
        _lesson(book, source / "notebooks" / path.name)
    _predicted(source / "predicted.md", zip(lessons, books, strict=True))
    for path in sorted((root / "exercises").glob("*/*.ipynb")):
        _exercise(path, source / path.relative_to(root))
    _reference(source / "reference")


def _shared(folder):
    """Write the script and the style that all pictures share; every page loads them from here."""
    folder.mkdir(exist_ok=True)
    kit = f"globalThis.{bundles.key()} ??= {bundles.expression('kit')};\n"
    (folder / "pictures.js").write_text(kit, encoding="utf-8")
    (folder / "pictures.css").write_text(stylesheet(), encoding="utf-8")


def _predicted(page, lessons):
    """Add the tables of all lessons to the page of what a reader predicted."""
    for path, book in lessons:
        if table := table_of(book):
            links = table.replace('href="#', f'href="notebooks/{path.stem}.html#')
            part = f"\n## Unit {path.stem.replace('-', ' ')}\n\n```{{raw}} html\n{links}```\n"
            with page.open("a", encoding="utf-8") as more:
                more.write(part)


def _lesson(book, target):
    """Write a lesson, with what a reader of the page should know under its title."""
    first = book.cells[0]
    title, _, rest = first.source.partition("\n")
    first.source = f"{title}\n\n{READ}\n{rest}"
    _write(book, target)


def _write(book, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(book, target)


def _exercise(path, target):
    """Write an exercise notebook to be read, with what a reader can do with it under its title."""
    book = nbformat.read(path, as_version=4)
    target.parent.mkdir(parents=True, exist_ok=True)

    book.cells.insert(1, nbformat.v4.new_markdown_cell(DOORS.format(name=path.stem), id="doors"))
    _write(book, target)


READ = """\
```{admonition} To read and to play
The code below has run already, and the pictures answer to your hand. To change the code and run it \
yourself, take one of the [ways in](../ways-in.md).
```
"""
DOORS = """\
```{{exercise-doors}} {name}
```"""


def _said(name):
    """Return the first sentence of a module's own description."""
    told = inspect.getdoc(importlib.import_module(name)) or ""
    return told.partition("\n\n")[0].replace("\n", " ")


def _reference(folder):
    folder.mkdir()
    listed = "\n".join(ROOMS)
    told = "\n".join(f"- [course.{room}]({room}.md): {_said(f'course.{room}')}" for room in ROOMS)
    (folder / "index.md").write_text(
        "# Reference\n\nEvery function that the lessons call, from its own description in the code.\n\n"
        f"{told}\n\n```{{toctree}}\n:hidden:\n:titlesonly:\n{listed}\n```\n",
        encoding="utf-8",
    )
    for room in ROOMS:
        body = f"# course.{room}\n\n```{{eval-rst}}\n.. automodule:: course.{room}\n   :members:\n"
        if hasattr(importlib.import_module(f"course.{room}"), "__path__"):  # a package hands names on
            body += "   :imported-members:\n"
        (folder / f"{room}.md").write_text(f"{body}```\n", encoding="utf-8")
