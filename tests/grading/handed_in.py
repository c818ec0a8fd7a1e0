"""Submissions for tests: notebooks made from the release, with answers in them."""

import copy
import json
from pathlib import Path

from course.checks import catalogue
from tools.answers import read_answers

ROOT = Path(__file__).resolve().parents[2]
UNIT = "2-orbital-basics"


def blank(unit=UNIT):
    """Return the notebook that students get."""
    return json.loads((ROOT / "exercises" / unit / f"{unit}.ipynb").read_text("utf-8"))


def cell(notebook, name):
    """Return a cell by its id."""
    return next(one for one in notebook["cells"] if one.get("id") == name)


def filled(answers=None, *, unit=UNIT, written="", k=0):
    """Return a notebook with the k-th right answer everywhere, or with the given sources by exercise id."""
    notebook = copy.deepcopy(blank(unit))
    for exercise in catalogue.functions(unit):
        cell(notebook, exercise.id)["source"] = right(exercise, k)
    for name, source in (answers or {}).items():
        cell(notebook, name)["source"] = source
    if written:
        next(one for one in notebook["cells"] if one["id"].endswith("-answer"))["source"] = written
    return notebook


def right(exercise, k=0):
    """Return the k-th right answer of ``tests/answers``."""
    answers = [one for one in read_answers(ROOT / "tests" / "answers", exercise) if one.kind == "right"]
    return answers[k % len(answers)].source


def hand_in(course, student, content, *, unit=UNIT, name=None):
    """Put a notebook, or raw bytes, where a student's submission lies; return its path."""
    folder = course / "submitted" / student / unit
    path = folder / (name or f"{unit}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path
