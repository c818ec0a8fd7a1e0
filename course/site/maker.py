"""Build of the site: sources gathered, pages made by Sphinx, and only a whole site put in its place."""

import argparse
import contextlib
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from course.site import finish, lite, pages
from course.start.bootstrap import ROOT

HALF_MADE = ".course-site-"  # begins the folder beside it, left there by who is killed; Git ignores it
MARK = ".made-by-the-course"  # in a site that this command made, and may therefore replace
DATE = "1780272000"  # 2026-06-01, when the facts end: the same sources give the same bytes


class SiteError(Exception):
    """The site cannot be built; the message is for the person at the keyboard."""


def build(out: str | Path, *, root: str | Path = ROOT, python: bool = False) -> Path:
    """Build the whole site.

    Parameters
    ----------
    out : path_like
        Folder of the site: a new one, an empty one, or a site that this function made before.
    root : path_like
        The checkout.
    python : bool
        Whether to add Python in the browser, in a folder of its own; that part needs a web server.

    Returns
    -------
    Path
        The start page.

    Raises
    ------
    SiteError
        If the folder holds something else or cannot be written, or if a lesson or a page fails. What was in
        the folder before is then unchanged.
    """
    out = Path(out).resolve()
    _check(out)
    try:
        with tempfile.TemporaryDirectory(prefix=HALF_MADE, dir=out.parent) as work:
            source, made = Path(work, "source"), Path(work, "made")
            pages.gather(source, root=Path(root))
            _sphinx(source, made, lite.HELD if python else ())
            finish.touch(made)
            _downloads(Path(root), made)
            if python:
                lite.build(made / lite.FOLDER, root=Path(root))
            (made / MARK).write_text("python -m course site\n", encoding="utf-8")
            _replace(made, out)
    except OSError as error:
        raise SiteError(f"The site cannot be written to {out}: {error.strerror or error}.") from error
    except (ValueError, lite.LiteError) as error:  # a lesson that fails, with the cell
        raise SiteError(f"No site was made. {error}") from error
    return out / "index.html"


def _check(out):
    if out.exists() and not out.is_dir():
        raise SiteError(f"{out} is a file: name a folder.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise SiteError(f"{out} is not empty and holds no site of this course: name another folder.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SiteError(f"The folder {out.parent} cannot be made: {error.strerror}.") from error
    if not os.access(out.parent, os.W_OK):
        raise SiteError(f"The folder {out.parent} may not be written.")


def _sphinx(source, made, runs):
    """Run Sphinx; a warning is an error, such as a link that leads nowhere."""
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace

    os.environ["SOURCE_DATE_EPOCH"] = DATE
    told = io.StringIO()
    try:
        with docutils_namespace():  # a second site in the same process finds it as the first did
            app = Sphinx(
                str(source),
                str(source),
                str(made),
                str(made.with_name("doctrees")),
                "html",
                status=None,
                warning=told,
                warningiserror=True,
                freshenv=True,
                confoverrides={"exercises_that_run": runs},
            )
            app.build()
    except SphinxError as error:
        raise SiteError(f"A page fails: {error}\n{told.getvalue()}") from error
    if app.statuscode:
        raise SiteError(f"A page fails:\n{told.getvalue()}")
    for left in ("objects.inv", ".buildinfo"):  # for other sites and for the next build
        (made / left).unlink(missing_ok=True)
    shutil.rmtree(made / "_sources", ignore_errors=True)  # the notebooks once more
    for left in (made / "_static").rglob("*.map"):  # for who debugs the theme
        left.unlink()


def _downloads(root, made):
    (made / "downloads").mkdir(exist_ok=True)
    for path in sorted((root / "exercises").glob("*/*.ipynb")):
        shutil.copy(path, made / "downloads" / path.name)


def _replace(made, out):
    """Put the new site where the old one is."""
    old = made.with_name("old")
    if out.exists():
        os.replace(out, old)
    try:
        os.replace(made, out)
    except OSError:
        with contextlib.suppress(OSError):
            os.replace(old, out)
        raise


def main(argv: Sequence[str]) -> int:
    """Build the site from the command line."""
    parser = argparse.ArgumentParser(
        prog="python3 -m course site",
        description="Build the site: pages that open from a file, without a server.",
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="folder of the site")
    parser.add_argument(
        "--python",
        action="store_true",
        help="add exercises that run in the browser: 41 MB more, for a web server only",
    )
    given = parser.parse_args(argv)
    try:
        start = build(given.out, python=given.python)
    except SiteError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    print(f"The site is ready: open {start}")
    return 0
