"""Learners for tests: folders of the course with exercise notebooks as they would be saved."""

import copy
import json
from pathlib import Path

from course.checks import catalogue
from course.checks.cells import NotYet
from tests.grading.handed_in import blank, cell, right

FITTED = {"output_type": "stream", "name": "stdout", "text": ["It fits. And it matters.\n"]}
FAILED = {"output_type": "error", "ename": NotYet.__name__, "evalue": "You returned 5.", "traceback": ["..."]}


def course(folder: Path) -> Path:
    """Make an empty folder of the course."""
    (folder / "exercises").mkdir(parents=True)
    (folder / "notebooks").mkdir()
    return folder


def notebook(unit, answers, *, words=None):
    """Return a saved notebook with sources by exercise id, and words by the id of a written exercise."""
    made = copy.deepcopy(blank(unit))
    for name, source in answers.items():
        cell(made, name)["source"] = source
    for name, text in (words or {}).items():
        cell(made, f"{name}-answer")["source"] = text
    return made


def all_right(unit):
    """Return the source of a right answer to each exercise of a unit."""
    return {one.id: right(one) for one in catalogue.functions(unit)}


def checked(made, name, output, *, count=9):
    """Let the check of an exercise have said something."""
    check = cell(made, f"{name}-check")
    check["outputs"], check["execution_count"] = [output], count
    return made


def save(root, unit, made):
    """Save a notebook where the course keeps it."""
    path = root / "exercises" / unit / f"{unit}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made), encoding="utf-8")
    return path
