"""Standing: what a student has in a unit, from the grader's marks and from those that a person gave."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from course.checks import catalogue
from course.grading import store
from course.grading.gradebook import Gradebook
from course.grading.release import CHECK, TASK, Release, read_release, release_path
from course.grading.states import GRADED, NEEDS_PERSON

EARNED, EARNED_NOTHING, NOTHING_HANDED_IN = "earned", "earned 0", "nothing handed in"


@dataclass(frozen=True)
class Part:
    """One exercise of a standing.

    Attributes
    ----------
    points : float or None
        None where a person still has to mark, or where nothing was graded.
    message, comment : str
        What the grader says, and what a person wrote.
    slip : str or None
        The misconception or fault.
    """

    exercise: str
    points: float | None
    most: float
    message: str = ""
    comment: str = ""
    slip: str | None = None


@dataclass(frozen=True)
class Standing:
    """One student's standing in a unit.

    Attributes
    ----------
    state : str
        "earned", "earned 0", "needs-person", "not-graded", "refused" or "nothing handed in".
    folder : str
        The name of the student's folder: a code where the class was collected without names.
    penalty : float
        What is lost for handing in late.
    first_name, last_name, email : str
        As the gradebook knows them, "" where it does not.
    """

    student: str
    unit: str
    state: str
    parts: tuple[Part, ...]
    penalty: float = 0.0
    reason: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    folder: str = ""

    @property
    def points(self) -> float | None:
        """The sum of all parts less what is lost; None until everything is marked."""
        given = [part.points for part in self.parts if part.points is not None]
        if self.state not in (EARNED, EARNED_NOTHING) or len(given) < len(self.parts):
            return None
        return max(0.0, sum(given) - self.penalty)

    @property
    def most(self) -> float:
        """What can be earned."""
        return sum(part.most for part in self.parts)


def standings(course: Path, unit: str) -> list[Standing]:
    """Return the standing of everybody whom the grader or the gradebook knows, by name.

    Raises
    ------
    ValueError
        If the unit does not exist, or nothing of it was graded.
    """
    release = read_release(release_path(course, unit), unit)
    graded = {one["result"].student: one["result"] for one in store.all_kept(course, unit)}
    if not graded:
        raise ValueError(f"nothing of {unit} is graded in {course}: run python -m course grade {unit}")
    most = {cell.exercise: cell.points for cell in release.cells if cell.role in (CHECK, TASK)}
    marked_at = {cell.grade_id: cell.exercise for cell in release.cells if cell.role in (CHECK, TASK)}
    manual, penalties, names = {}, {}, {}
    if (course / "gradebook.db").exists():
        with contextlib.closing(Gradebook(course, unit)) as book:
            manual, penalties, names = book.manual(), book.penalties(), book.names()
    found = []
    for student in sorted({*graded, *names}):
        given = {marked_at[name]: told for name, told in manual.get(student, {}).items() if name in marked_at}
        comments = {
            marked_at.get(name, name.removesuffix("-answer")): told[2]
            for name, told in manual.get(student, {}).items()
            if told[2]
        }
        result = graded.get(student)
        parts = tuple(_part(name, most[name], result, given.get(name), comments.get(name)) for name in most)
        first, last, email, _ = (told or "" for told in names.get(student, (None,) * 4))
        late, reason = penalties.get(student, 0.0), result.reason if result else ""
        state = _state(result, parts)
        found.append(Standing(student, unit, state, parts, late, reason, first, last, email, student))
    return found


def _part(exercise, most, result, given, comment):
    mark = result.marks.get(exercise) if result else None
    points = mark.points if mark else None
    if given and given[0] is not None:
        points = given[0]
    if given and given[1] is not None and points is not None:
        points += given[1]
    message, slip = (mark.message, mark.slip) if mark else ("", None)
    return Part(exercise, points, most, message, comment or "", slip)


def _state(result, parts):
    if result is None:
        return NOTHING_HANDED_IN
    if result.state != GRADED:
        return result.state
    if any(part.points is None for part in parts):
        return NEEDS_PERSON
    return EARNED if any(part.points for part in parts) else EARNED_NOTHING


def title(unit: str) -> str:
    """Return the name of a unit as people read it."""
    number, _, words = unit.partition("-")
    return f"Unit {number}: {words.replace('-', ' ')}"


def exercise_title(release: Release, exercise: str) -> str:
    """Return the heading of an exercise, such as "u2-1 How fast is it?"."""
    for cell in release.cells:
        if cell.kind == "markdown" and cell.source.startswith(f"## {exercise} "):
            return cell.source.splitlines()[0].removeprefix("## ").rpartition(" (")[0]
    return catalogue.exercise(exercise).id
