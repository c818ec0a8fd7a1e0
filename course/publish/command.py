"""``python -m course publish``, and the one call in a notebook."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from course import predictions
from course.grading.store import write_whole
from course.publish import reader, running, verdicts
from course.publish.page import Learner, page

OUT = "my-fact-check.html"
MARK = '<meta name="generator" content="iss-course publish">'
LONGEST_NAME = 80
BEGINNING = 2000  # bytes of a page, in which its mark stands
Notebook = str | Path


@dataclass(frozen=True)
class Published:
    """A page that was written, and what is worth knowing of it."""

    path: Path
    notes: tuple[str, ...] = ()

    def __repr__(self):
        return "\n".join([f"Your page: {self.path}. Open it in a browser; it needs no network.", *self.notes])


def publish(argv: Sequence[str] | None = None) -> int:
    """Write the page; return 0, or 2 if it cannot be written."""
    parser = argparse.ArgumentParser(
        prog="python -m course publish",
        description="Write one page: the article judged by you, with the numbers of your own functions.",
    )
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="exercise notebooks (default: all)")
    parser.add_argument("--out", metavar="FILE", help=f"where to (default: {OUT} here)")
    parser.add_argument("--name", default="", help="your name, as it is to stand on the page")
    parser.add_argument("--url", default="", metavar="ADDRESS", help="where the page will stand, if it will")
    given = parser.parse_args(argv)
    try:
        print(write(given.out, *given.notebooks, name=given.name, url=given.url))
    except ValueError as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return 0


def write(
    out: str | Path | None = None,
    *notebooks: Notebook,
    name: str = "",
    url: str = "",
    folder: str | Path | None = None,
) -> Published:
    """Write a learner's page: the article judged by him, with the numbers of his own functions.

    Parameters
    ----------
    out : str or Path, optional
        The file; ``my-fact-check.html`` here by default. A page that was written before is replaced, no
        other file is.
    *notebooks : str or Path
        Exercise notebooks, as they are saved; by default those of the folder of the course.
    name, url : str, optional
        Who wrote the page, and where it will stand.
    folder : str or Path, optional
        The folder of the course, or one in it; by default the one in which Python runs.

    Returns
    -------
    Published

    Raises
    ------
    ValueError
        If a notebook cannot be read, the address is none, or the page cannot be written.
    """
    path = _place(out)
    root = reader.home(None if folder is None else Path(folder))
    learner = gather(root, [Path(one) for one in notebooks], name=name, url=url)
    try:
        write_whole(path, page(learner).encode("utf-8", "replace").decode("utf-8"))  # half a character too
    except OSError as error:
        raise ValueError(_cannot(path, error)) from None
    return Published(path, tuple(learner.notes))


def gather(
    root: Path,
    notebooks: Iterable[Path] = (),
    *,
    name: str = "",
    url: str = "",
    call_s: float = running.CALL_S,
) -> Learner:
    """Return all that a page is made of: read the notebooks, run the functions."""
    _require(name, url)
    named = list(notebooks)
    for path in named:  # what somebody names must be one; what merely lies there may be damaged
        reader.read(path)
    works, notes = reader.read_all(named or reader.notebooks(root))
    if not any(work.begun for work in works.values()):
        notes.append("No exercise is written yet: the page has no numbers.")
    kept = _kept([root / "notebooks", *(work.path.parent for work in works.values())])
    written = works["1-history"].tries["u1-5"].source if "1-history" in works else ""
    return Learner(
        works,
        running.run_all(works, call_s=call_s),
        verdicts.judged(root, kept, written),
        kept,
        str(dt.date.today()),
        " ".join(name.split()),
        url,
        notes,
    )


def _kept(folders):
    found = {}
    for folder in folders:
        found = predictions.kept(folder) | found
    return found


def _require(name, url):
    if url and not verdicts.is_address(url):
        raise ValueError(
            f"an address begins with https:// and names a site (got {url!r}): leave it out, or mend it"
        )
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a name has at most {LONGEST_NAME} letters (got {len(name)})")


def _place(out):
    """Return where the page goes; refuse before anything is run, and never replace another file."""
    path = Path(out or OUT).absolute()
    if path.is_dir():
        path = path / OUT
    try:
        if path.exists() and not path.is_file():  # a device or a pipe, which may never end
            raise ValueError(f"{path} is no file that can be replaced: name another one (--out)")
        if path.exists() and MARK not in _beginning(path):
            raise ValueError(
                f"{path} is there already and is no page of this kind: name another file (--out)"
            )
        if not path.parent.is_dir():
            raise ValueError(f"there is no folder {path.parent}: make it, or name another file (--out)")
    except OSError as error:
        raise ValueError(_cannot(path, error)) from None
    return path


def _beginning(path):
    with path.open("rb") as file:
        return file.read(BEGINNING).decode("utf-8", "replace")


def _cannot(path, error):
    why = (error.strerror or type(error).__name__).lower()
    return f"the page cannot be written to {path} ({why}): name another file (--out)"
