"""Exercise notebooks of a learner, read as they are saved: what is written, and what the checks said of it.

Nothing here runs anything. A notebook is known by the exercises in it, not by its name.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course.checks import catalogue
from course.checks.exercise import PLACEHOLDER, Exercise, Written
from course.grading.lifting import functions_in
from course.grading.reading import HandedIn, Refused, read_notebook
from course.grading.release import ROOT

NOTHING, ASKED, NOT_YET, FITS = "nothing yet", "written", "does not fit yet", "fits"
_CHECK = re.compile(r"""^\s*check\(\s*["'](u\d-\d)["']""", re.MULTILINE)
_OWNER = re.compile(r"u\d-\d")


@dataclass(frozen=True)
class Try:
    """What a learner made of one exercise.

    Attributes
    ----------
    source : str
        The cell with the function, or the words of a written answer; "" where there is nothing yet.
    state : str
        "nothing yet"; "written" (its check was not run since, or a person marks it); "does not fit yet" or
        "fits", as the check said when the notebook was saved.
    """

    exercise: Exercise | Written
    source: str
    state: str

    @property
    def points(self) -> float | None:
        """The points so far; None for a written answer, which a person marks."""
        if isinstance(self.exercise, Written):
            return None
        return self.exercise.points if self.state == FITS else 0


@dataclass(frozen=True)
class Work:
    """One exercise notebook with a learner's work."""

    path: Path
    unit: str
    cells: tuple[HandedIn, ...]

    @cached_property
    def tries(self) -> dict[str, Try]:
        """What was made of each exercise of the unit, by its id."""
        return {one.id: _try(one, self.cells) for one in catalogue.UNITS[self.unit]}

    @cached_property
    def checks(self) -> dict[str, int]:
        """The place of each exercise's last check among the cells."""
        found = {}
        for place, cell in enumerate(self.cells):
            if cell.kind == "code":
                found |= dict.fromkeys(_CHECK.findall(cell.source), place)
        return found

    @property
    def begun(self) -> bool:
        """Whether anything is written in it."""
        return any(one.state != NOTHING for one in self.tries.values())


def read(path: Path) -> Work:
    """Return the work in an exercise notebook.

    Raises
    ------
    ValueError
        If no exercise of the course is in it, or the file cannot be read; the text says what to do.
    """
    if not path.is_file():
        raise ValueError(f"there is no notebook {path}: name one that is there")
    try:
        cells = tuple(read_notebook(path).cells)
    except Refused as reason:
        raise ValueError(f"{path.name}: {reason.told('run this again')}") from None
    ids = {id for cell in cells for id in (*_CHECK.findall(cell.source), cell.id, cell.grade_id)}
    for unit, exercises in catalogue.UNITS.items():
        if ids & {one.id for one in exercises}:
            return Work(path, unit, cells)
    raise ValueError(f"{path.name}: no exercise of the course is in it. Name one of the exercise notebooks.")


def read_all(paths: Iterable[Path]) -> tuple[dict[str, Work], list[str]]:
    """Return the work by unit, and a sentence for each file that gave none.

    Of two notebooks of one unit the one that was saved last counts.
    """
    found, notes = {}, []
    for path in sorted(paths, key=_saved):
        try:
            work = read(path)
        except ValueError as reason:
            notes.append(str(reason))
            continue
        if work.unit in found:
            notes.append(f"{found[work.unit].path} is left aside: {path} was saved later.")
        found[work.unit] = work
    return {unit: found[unit] for unit in catalogue.UNITS if unit in found}, notes


def home(folder: Path | None = None) -> Path:
    """Return the folder of the course that another folder lies in, the package's own if it lies in none."""
    here = (folder or Path.cwd()).resolve()
    return next((one for one in (here, *here.parents) if (one / "exercises").is_dir()), ROOT)


def notebooks(root: Path) -> list[Path]:
    """Return the exercise notebooks of a folder of the course that are there."""
    paths = [root / "exercises" / unit / f"{unit}.ipynb" for unit in catalogue.UNITS]
    return [path for path in paths if path.is_file()]


def blank(source: str) -> bool:
    """Return whether a cell's functions do nothing yet.

    Examples
    --------
    >>> blank("def f(x):\\n    'Return it.'\\n    # Your code here\\n    ..."), blank("def f(x): return x")
    (True, False)
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(
        all(isinstance(step, ast.Pass) or _only_says(step) for step in one.body)
        for one in tree.body
        if isinstance(one, ast.FunctionDef)
    ) and not any(isinstance(one, ast.Assign) for one in tree.body)


def _only_says(step):
    return isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)


def _saved(path):
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _try(exercise, cells):
    if isinstance(exercise, Written):
        words = _words(exercise.id, cells)
        return Try(exercise, words, ASKED if words else NOTHING)
    answers = [one for one in cells if one.kind == "code" and exercise.function in functions_in(one.source)]
    answers = [one for one in answers if not blank(one.source)]
    if not answers:
        return Try(exercise, "", NOTHING)
    checks = [one for one in cells if one.kind == "code" and exercise.id in _CHECK.findall(one.source)]
    return Try(exercise, answers[-1].source, _state(answers[-1], checks[-1] if checks else None))


def _state(answer, check):
    if check is None or not check.said or check.count < answer.count:
        return ASKED
    if "NotYet" in check.said:
        return NOT_YET
    return FITS if "It fits." in check.said else ASKED


def _words(id, cells):
    """Return the text of a written answer: the cell of its name, and what was added around it."""
    parts, inside = [], False
    for cell in cells:
        names = {owner for name in (cell.id, cell.grade_id) for owner in _OWNER.findall(name)}
        if names or cell.source.startswith("## u"):
            inside = id in names or cell.source.startswith(f"## {id}")
            if cell.id != f"{id}-answer":
                continue
        if inside and cell.kind == "markdown":
            parts.append(cell.source.replace(PLACEHOLDER, "").strip())
    return "\n\n".join(part for part in parts if part)
