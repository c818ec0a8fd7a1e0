"""All exercises by unit and by name."""

from course.checks import unit1, unit2, unit3, unit4
from course.checks.exercise import Exercise, Written

UNITS: dict[str, tuple[Exercise | Written, ...]] = {
    "1-history": unit1.EXERCISES,
    "2-orbital-basics": unit2.EXERCISES,
    "3-ground-track": unit3.EXERCISES,
    "4-separation": unit4.EXERCISES,
}


def exercise(name: str) -> Exercise | Written:
    """Return the exercise with a name, such as ``"u2-1"``."""
    for exercises in UNITS.values():
        for one in exercises:
            if one.id == name:
                return one
    known = ", ".join(one.id for exercises in UNITS.values() for one in exercises)
    raise ValueError(f"there is no exercise {name!r}: the exercises are {known}")


def function(name: str) -> Exercise:
    """Return the exercise with a name that a program judges."""
    if isinstance(found := exercise(name), Written):
        raise ValueError(f"{name} is a written answer: a person marks it")
    return found


def answer(name: str) -> Written:
    """Return the exercise with a name that a person marks."""
    if not isinstance(found := exercise(name), Written):
        raise ValueError(f"{name} is a function: a program judges it")
    return found


def functions(unit: str) -> list[Exercise]:
    """Return the exercises of a unit that a program judges."""
    return [one for one in _of(unit) if isinstance(one, Exercise)]


def written(unit: str) -> list[Written]:
    """Return the exercises of a unit that a person marks."""
    return [one for one in _of(unit) if isinstance(one, Written)]


def _of(unit):
    if unit not in UNITS:
        raise ValueError(f"there is no unit {unit!r} with exercises: there is {', '.join(UNITS)}")
    return UNITS[unit]
