"""Answers that are right but for one thing throughout: a unit, a half, a turn, the sign, a power, digits.

For where there is no source to look at. What is said is checked on every number of the answer.
"""

import math

from course.checks.exercise import Exercise
from course.checks.forms import Reading

UNIT_CREDIT = 0.5  # the method is right, and only a unit or the digits slipped
_UNITS = (
    (1000.0, "kilo- and plain units, such as km and m"),
    (1e6, "units that are squared, such as km² and m²"),
    (60.0, "minutes and seconds, or hours and minutes"),
    (3600.0, "hours and seconds"),
    (3.6, "km/h and m/s"),
    (86400.0, "days and seconds"),
    (1440.0, "days and minutes"),
    (24.0, "days and hours"),
    (100.0, "a fraction and percent, or metres and centimetres"),
    (180 / math.pi, "degrees and radians"),
    (1.609344, "statute miles and kilometres"),
)
_PARTS = (
    (2.0, "half of it and all of it"),
    (4.0, "a quarter of it and all of it"),
    (2 * math.pi, "one radian and a whole turn"),
    (math.pi, "half a turn and one radian"),
)
_DECIMALS = {0: "no decimals", 1: "one decimal", 2: "two decimals", 3: "three decimals"}


def explain(
    exercise: Exercise, readings: list[list[Reading]], expected: list[list[Reading]], said: list[str]
) -> tuple[str, tuple[str, ...], float] | None:
    """Return (fault's name, wordings, credit) of an answer that one change makes right, None if none does.

    Parameters
    ----------
    readings, expected : list of list of Reading
        Of the answer and of the right one.
    said : list of str
        Ways to say what came back.
    """
    pairs = [  # places of names and words have no unit, no sign and no decimals
        (a, b)
        for got, wanted in zip(readings, expected, strict=True)
        for a, b in zip(got, wanted, strict=True)
    ]
    off = [(a, b) for a, b in pairs if abs(a.value - b.value) > exercise.margin(b.value)]
    if not all(a.measured for a, _ in off):
        return None
    astray = [(a.value, b.value) for a, b in off]
    if len(astray) < 2 or len({wanted for _, wanted in astray}) < 2 or any(b == 0 for _, b in astray):
        return None
    fits = _fits(exercise, astray)
    for name, ask, credit, change in _changes():
        if all(fits(change(got), wanted) for got, wanted in astray):
            return name, tuple(f"{text}. {ask}" for text in said), credit
    return _cut(astray, said)


def _fits(exercise, astray):
    """Return how two numbers are compared, so that the slack around zero lets nothing small through."""
    least = min(abs(wanted) for _, wanted in astray)
    slack = min(exercise.slack, 0.02 * least)
    relative = max(exercise.tolerance, 1e-3)
    return lambda got, wanted: abs(got - wanted) <= max(relative * abs(wanted), slack)


def _changes():
    yield (
        "sign throughout",
        "Each sign is the other one: which step turns it, and which direction is the positive one?",
        0.5,
        lambda x: -x,
    )
    for factors, name, credit in ((_UNITS, "unit throughout", UNIT_CREDIT), (_PARTS, "part throughout", 0.0)):
        for factor, words in factors:
            ask = f"All that is astray is so by the factor between {words}: where do they meet?"
            for one in (factor, 1 / factor):
                yield name, ask, credit, lambda x, one=one: x * one
                yield name, ask, credit, lambda x, one=one: -x * one
    yield (
        "squared",
        "That is a square of what is asked for: what undoes it?",
        0.0,
        lambda x: math.sqrt(max(x, 0)),
    )
    yield "rooted", "That is a square root of what is asked for: which power is one too many?", 0.0, _squared
    yield "turned over", "Your fraction stands upside down: what belongs above the line?", 0.0, _inverse


def _cut(astray, said):
    for places, words in _DECIMALS.items():
        step = 10.0**-places
        if all(_is_cut(got, wanted, step) for got, wanted in astray):
            ask = f"Your numbers keep {words}, and the answer needs more digits: where were they cut off?"
            return "cut off", tuple(f"{text}. {ask}" for text in said), UNIT_CREDIT
    return None


def _is_cut(got, wanted, step):
    return (
        abs(got / step - round(got / step)) < 1e-9 and abs(got - wanted) < step * 1.001 and abs(wanted) > step
    )


def _squared(value):
    return value * value if abs(value) < 1e100 else math.inf


def _inverse(value):
    return 1 / value if value else math.inf
