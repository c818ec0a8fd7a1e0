"""Release: the cells of a unit's exercise notebook as handed out, and what each of them is for."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course.checks import catalogue

ROOT = Path(__file__).resolve().parents[2]
GIVEN, ANSWER, CHECK, TASK = "given", "answer", "check", "task"
WRITTEN, FREE, TEXT = "written", "free", "text"
FENCES = "=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="  # nbgrader takes out what is between them


@dataclass(frozen=True)
class Cell:
    """One cell of the release.

    Attributes
    ----------
    role : str
        ``given`` code that nobody changes, a student's ``answer``, a ``check``, a ``task`` that a person
        marks, the ``written`` answer to it, ``free`` code to play with, or ``text``.
    exercise : str
        The exercise that it belongs to, "" for none.
    points : float
        Of a check or a task.
    """

    id: str
    kind: str
    source: str
    role: str
    exercise: str = ""
    points: float = 0.0
    grade_id: str = ""


@dataclass(frozen=True)
class Release:
    """A unit as it was handed out."""

    unit: str
    cells: tuple[Cell, ...]
    notebook: dict

    @cached_property
    def by_id(self) -> dict[str, Cell]:
        """The cells by their ids."""
        return {cell.id: cell for cell in self.cells}

    @cached_property
    def functions(self) -> dict[str, str]:
        """The name of the function that is asked for, by exercise."""
        asked = {one.id: one.function for one in catalogue.functions(self.unit)}
        return {cell.exercise: asked[cell.exercise] for cell in self.cells if cell.role == CHECK}

    @cached_property
    def fingerprint(self) -> str:
        """Changes when the release changes."""
        told = json.dumps([(cell.id, cell.source, cell.points) for cell in self.cells])
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def release_path(course: Path, unit: str) -> Path:
    """Return where a course keeps a unit's release: its own, or the one that comes with this package."""
    if unit not in catalogue.UNITS:
        raise ValueError(f"there is no unit {unit!r}: choose from {', '.join(catalogue.UNITS)}")
    own = course / "exercises" / unit / f"{unit}.ipynb"
    path = own if own.exists() else ROOT / "exercises" / unit / f"{unit}.ipynb"
    if not path.exists():
        raise ValueError(f"unit {unit} has no release at {own}: run python -m course release {unit}")
    return path


def read_release(path: Path, unit: str) -> Release:
    """Read the exercise notebook of a unit.

    Raises
    ------
    ValueError
        If the file is no notebook.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(_cell(one, unit) for one in notebook["cells"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{path} is no notebook: make it anew, python -m course release {unit}") from None
    return Release(unit, cells, notebook)


def _cell(cell: dict, unit: str) -> Cell:
    known = {one.id for one in catalogue.UNITS[unit]}
    told = cell["metadata"].get("nbgrader", {})
    name, source = cell.get("id", ""), "".join(cell["source"])
    role, exercise = _role(cell, told, name), name
    for ending in ("-check", "-answer"):
        exercise = exercise.removesuffix(ending)
    return Cell(
        id=name,
        kind=cell["cell_type"],
        source=source,
        role=role,
        exercise=exercise if exercise in known and role in (ANSWER, CHECK, TASK, WRITTEN) else "",
        points=float(told.get("points", 0)),
        grade_id=told.get("grade_id", ""),
    )


def _role(cell, told, name):
    if cell["cell_type"] != "code":
        return TASK if told.get("task") else WRITTEN if name.endswith("-answer") else TEXT
    if told.get("grade"):
        return CHECK
    if told.get("solution"):
        return ANSWER
    return GIVEN if told.get("locked") else FREE
