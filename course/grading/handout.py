"""``python -m course release``: what a class gets for a unit, a folder or a ZIP that works by itself.

It holds the exercises of the unit, the lessons and the library, with the one command that opens them; no
solutions, no tests and nothing of the class. Its notebook carries the mark of a class: nobody is then shown a
worked solution while others are still at it.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from course.checks import catalogue
from course.grading import store
from course.grading.commands import add_course, attempt
from course.grading.release import ROOT, release_path

NEEDED = (  # of the course, beside the exercises
    *("course", "notebooks", "docs/one-day.png", "README.md", "LICENSE", "LICENSE-CONTENT", "CITATION.cff"),
    *("pyproject.toml", "requirements.txt", "environment.yml"),
)
LEFT_OUT = ("__pycache__", "*.pyc", ".ipynb_checkpoints", ".DS_Store")


def release(argv: Sequence[str] | None = None) -> int:
    """Write the folder or the ZIP; return 0, or 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course release", description="Write what a class gets for a unit."
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    add_course(parser)
    parser.add_argument(
        "--out", type=Path, metavar="PLACE", help="a folder, or a file that ends in .zip (default: UNIT.zip)"
    )
    given = parser.parse_args(argv)
    return attempt(lambda: _release(given.course.resolve(), given.unit, given.out))


def _release(course, unit, out):
    if unit in catalogue.UNITS and (course / "solutions" / unit).is_dir():
        _make(course, unit)
    notebook = marked(release_path(course, unit))
    out = (out or Path(f"{unit}.zip")).resolve()
    if out.exists():
        raise ValueError(f"{out} is there already: choose another place with --out")
    with tempfile.TemporaryDirectory(dir=out.parent if out.parent.is_dir() else None) as folder:
        made = Path(folder) / out.stem
        for source, place in needed():
            target = made / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        store.write_whole(made / "exercises" / unit / f"{unit}.ipynb", notebook)
        if out.suffix == ".zip":
            packed = shutil.make_archive(str(made), "zip", folder, made.name)
            shutil.move(packed, out)
        else:
            out.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made, out)
    print(f"release: {out}")
    print(f"In it: python3 -m course lab, then exercises/{unit}/{unit}.ipynb")
    return 0


def _make(course, unit):
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", unit, "--force"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise ValueError(f"nbgrader could not make the exercises of {unit}: {last[0]}")


def marked(path: Path) -> str:
    """Return an exercise notebook with the mark of a class in its metadata."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["iss_course"] = {"class": True}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def needed() -> Iterator[tuple[Path, Path]]:
    """Yield each file of the course that a student needs, and its place in the folder."""
    for name in NEEDED:
        start = ROOT / name
        if not start.exists():
            raise ValueError(f"{start} is missing: run this in a checkout of the course")
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            place = path.relative_to(ROOT)
            if path.is_file() and not any(Path(part).match(one) for part in place.parts for one in LEFT_OUT):
                yield path, place
