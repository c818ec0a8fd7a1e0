"""Places of an exercise beside its declaration: a sentence for each in which it does not stand yet."""

from collections.abc import Iterable
from pathlib import Path

from course.checks import catalogue
from course.checks.exercise import Exercise
from course.checks.helps import HELPS
from course.grading import ownwork
from course.publish import numbers

ANSWERS = Path(__file__).resolve().parent.parent / "tests" / "answers"


def exercises() -> list[Exercise]:
    """Return the exercises of all units that a program judges."""
    return [one for unit in catalogue.UNITS for one in catalogue.functions(unit)]


def lacking(wanted: Iterable[Exercise] | None = None) -> list[str]:
    """Return a sentence for each place that an exercise lacks, with the file and what to add there.

    Parameters
    ----------
    wanted : iterable of Exercise, optional
        All exercises that a program judges by default.
    """
    asked = {ask.exercise for ask in numbers.asks()}
    answered = {path.stem for path in ANSWERS.glob("*.py")}
    return [
        f"{file} lacks {one.id}: {what}"
        for one in (exercises() if wanted is None else wanted)
        for held, file, what in (
            (HELPS, f"course/checks/helps/unit{one.id[1]}.py", "add its Help to HELPS"),
            (ownwork.MODELS, "course/grading/ownwork.py", "add the functions that compute it to MODELS"),
            (asked, "course/publish/numbers.py", "yield an Ask for it in the function of its unit"),
            (answered, f"tests/answers/{one.id}.py", "write right and wrong answers into that file"),
        )
        if one.id not in held
    ]


def left_over() -> list[str]:
    """Return a sentence for each place that names an exercise which no unit has."""
    known = {one.id for one in exercises()}
    return [
        f"{file} names {name}, which no unit has: take it out there"
        for held, file in (
            (set(HELPS), "course/checks/helps"),
            (set(ownwork.MODELS), "course/grading/ownwork.py"),
            ({ask.exercise for ask in numbers.asks()}, "course/publish/numbers.py"),
            ({path.stem for path in ANSWERS.glob("*.py")}, "tests/answers"),
        )
        for name in sorted(held - known)
    ]
