"""Faults of any exercise, and how a student is told: each function returns a `Fault` or None.

A fault has several wordings, the most telling first. The judge takes the first one that gives no answer
away, so the last one shows no number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from course.checks import factors
from course.checks.comparing import expected_readings, frozen, off
from course.checks.errors import stopped
from course.checks.exercise import Exercise
from course.checks.forms import Names, Pieces, Reading, Several, asked_words, in_words
from course.checks.values import kind_of
from course.checks.wording import shown_number

FAULTS = (
    "not there",
    "not a function",
    "still empty",
    "raises",
    "never ends",
    "returns nothing",
    "prints instead",
    "wrong type",
    "wrong shape",
    "other things",
    "other names",
    "not a number",
    "changes its input",
    "fits only what is shown",
    "same for every input",
    "sign throughout",
    "unit throughout",
    "part throughout",
    "squared",
    "rooted",
    "turned over",
    "cut off",
    "too small",
    "too large",
    "negative",
    "close",
    "fits in part",
    "unexplained",
)
_PLACES = ("first", "second", "third")
CLOSE_CREDIT = 0.5  # in the judge: as for a unit that slipped
CLOSE = 0.01  # relative; nearer than this the method is right and a constant is not


@dataclass(frozen=True)
class Fault:
    """The name of a fault, one of FAULTS, its wordings, and what is told when it comes again."""

    name: str
    texts: tuple[str, ...]
    more: str = ""


def missing(exercise: Exercise, record: object, inputs: Sequence[Sequence]) -> Fault | None:
    """Return the fault of a record that holds no answers: no function, no end, no value."""
    name = exercise.function
    calls = record.get("calls") if isinstance(record, dict) else None
    if not isinstance(calls, list) or not calls or not all(isinstance(call, dict) for call in calls):
        return _no_function(name, record.get("absent") if isinstance(record, dict) else None)
    for call, given in zip(calls, inputs, strict=False):
        about = in_words(given, exercise.takes)
        if "never_ended" in call:
            ask = "Which loop waits for something that never happens?"
            texts = f"{name} did not come back for {about}. {ask}", f"{name} did not come back. {ask}"
            return Fault("never ends", texts)
        if "raised" in call:
            return _stopped(exercise, call["raised"], about)
    if len(calls) != len(inputs) or not all("value" in call for call in calls):
        text = f"The answers of {name} are not complete. Did you run the cell that defines it?"
        return Fault("not there", (text,))
    if any(kind_of(call["value"]) != "none" for call in calls):
        return None
    if any(call.get("printed") for call in calls):
        text = f"{name} prints its result and returns nothing. Which line hands the value back?"
        return Fault("prints instead", (text,))
    text = f"{name} returned nothing. Does it end with a line that begins with return?"
    return Fault("returns nothing", (text,))


def changed_input(exercise: Exercise) -> Fault:
    """Return the fault of a function that gives the right answers and spoils its argument."""
    text = (
        f"The answers fit, but {exercise.function} has changed what it was given. "
        "Whoever calls it may still need that as it was: how do you work on a copy?"
    )
    return Fault("changes its input", (text,))


def by_value(exercise: Exercise, readings: list[list[Reading]], inputs: Sequence[Sequence]) -> Fault:
    """Return the fault of numbers that no misconception explains."""
    return (
        _only_shown(exercise, readings, inputs)
        or _constant(exercise, readings, inputs)
        or _size(exercise, readings, inputs)
        or _unexplained(exercise, readings, inputs)
    )


def by_factor(
    exercise: Exercise, readings: list[list[Reading]], inputs: Sequence[Sequence]
) -> tuple[float, Fault] | None:
    """Return the credit and the fault of numbers that one change throughout makes right, None of others."""
    if exercise.outcome or isinstance(exercise.form, (Names, Pieces)):
        return None
    found = factors.explain(
        exercise, readings, expected_readings(exercise, inputs), returned(exercise, readings, inputs)
    )
    return (found[2], Fault(found[0], found[1])) if found else None


def by_sight(
    exercise: Exercise, readings: list[list[Reading]], inputs: Sequence[Sequence]
) -> tuple[float, Fault] | None:
    """Return the credit and the fault of names that are wrong, None of other answers."""
    if exercise.seen is None or _only_shown(exercise, readings, inputs):
        return None
    calls = [
        (exercise.seen(tuple(reading.value for reading in row), *given), given)
        for row, given in zip(readings, inputs, strict=True)
        if off(exercise, [row], [given])
    ]
    if not calls:
        return None
    seen, given = calls[0]
    start = "" if len(calls) == len(inputs) else f"For {in_words(given, exercise.takes)}: "
    credit = min(one.credit for one, _ in calls)
    name = "fits in part" if credit else "unexplained"
    return credit, Fault(name, (f"{start}{seen.said}. {seen.ask}",), seen.more)


def returned(exercise: Exercise, readings: list[list[Reading]], inputs: Sequence[Sequence]) -> list[str]:
    """Return ways to say what came back, "You returned 30,800 m/s for 420 km", the last without a number."""
    pairs = off(exercise, readings, inputs)
    if not pairs:
        return ["Your answer fits by chance"]
    if found := by_sight(exercise, readings, inputs):
        return [found[1].texts[0].split(". ")[0]]
    texts = [text for got, _ in pairs for text in _said(got)[:1]]
    texts += [text for got, _ in pairs for text in _said(got)[1:]]
    got, wanted = pairs[0]
    fits = "is close" if got.measured and _close(got, wanted) else "does not fit"
    return [*texts, f"Your answer for {got.about} {fits}", f"Your answer {fits}"]


def _no_function(name, found):
    if isinstance(found, str) and found.isidentifier() and found != "NoneType":
        text = (
            f"What the check was given is of the type {found}, not a function. "
            f"Is it the name {name} alone, without brackets behind it, and is that name still a function's?"
        )
        return Fault("not a function", (text,))
    text = f"There is no function {name} yet. Did you run the cell that defines it?"
    return Fault("not there", (text,))


def _stopped(exercise, raised, about):
    name = exercise.function
    if isinstance(raised, dict) and raised.get("type") == "NotImplementedError":
        return Fault("still empty", (f"{name} is still empty. Which line computes what is asked for?",))
    return Fault("raises", stopped(name, raised, about, asked_words(exercise.form)))


def _only_shown(exercise, readings, inputs):
    shown = frozen(exercise.shown)
    missed = [given for row, given in zip(readings, inputs, strict=True) if off(exercise, [row], [given])]
    if len(missed) == len(inputs) or any(given in shown for given in frozen(missed)):
        return None
    start = f"{exercise.function} fits the inputs in the notebook, but not "
    ask = "Does it compute from its argument alone?"
    about = in_words(missed[0], exercise.takes)
    return Fault("fits only what is shown", (f"{start}{about}. {ask}", f"{start}the hidden ones. {ask}"))


def _constant(exercise, readings, inputs):
    if exercise.outcome:
        return None  # where many answers are right, one may be right for every input
    wanted = [[reading.value for reading in row] for row in expected_readings(exercise, inputs)]
    if len(readings) > 1 and len({tuple(reading.value for reading in row) for row in readings}) == 1:
        about = [in_words(given, exercise.takes) for given in inputs]
    elif len({reading.value for row in readings for reading in row}) == 1:
        about = [reading.about for row in readings for reading in row]
        wanted = [[value] for row in wanted for value in row]
    else:
        return None
    apart = (k for k, row in enumerate(wanted) if _differ(exercise, wanted[0], row))
    if (other := next(apart, None)) is None:
        return None  # the right answers are alike too
    first, second = about[0], about[other]
    ask = f"Which step of {exercise.function} makes them alike?"
    texts = f"The value for {first} is the same as for {second}.", "The values are the same for every input."
    return Fault("same for every input", tuple(f"{text} {ask}" for text in texts))


def _differ(exercise, values, others):
    """Return whether right answers differ so that nothing is right for both."""
    pairs = zip(values, others, strict=False)
    margins = [(abs(a - b), exercise.margin(a) + exercise.margin(b)) for a, b in pairs]
    return len(values) != len(others) or any(gap > most for gap, most in margins)


def _size(exercise, readings, inputs):
    for got, _ in off(exercise, readings, inputs):
        if got.size is None or got.size.least <= abs(got.value) <= got.size.most:
            continue
        small = abs(got.value) < got.size.least
        seen = got.size.below if small else got.size.above
        texts = (*_said(got), "Your answer does not fit")
        name = "too small" if small else "too large"
        return Fault(name, tuple(f"{text}. {seen} {exercise.question}" for text in texts))
    return None


def _unexplained(exercise, readings, inputs):
    pairs = off(exercise, readings, inputs)
    said = returned(exercise, readings, inputs)
    measured = all(got.measured for got, _ in pairs)
    if measured and all(got.value < 0 < wanted.value for got, wanted in pairs):
        return Fault(
            "negative", tuple(f"{text}. Which step makes it negative, and should it be?" for text in said)
        )
    if measured and all(_close(got, wanted) for got, wanted in pairs):
        text = "You are off by less than one percent: the method looks right."
        return Fault("close", (f"{text} {exercise.close}",))
    fits = _fitting(exercise, readings, inputs)
    if fits:
        return Fault("fits in part", tuple(f"{text}. {fits} {exercise.question}" for text in said))
    return Fault("unexplained", tuple(f"{text}. {exercise.question}" for text in said))


def _fitting(exercise, readings, inputs):
    """Return a sentence on what does fit: one part of several for all inputs, or all of it for one input."""
    calls = list(zip(readings, inputs, strict=True))
    for place in range(len(readings[0])) if _of_scalars(exercise.form) else ():
        if all(len(row) == len(readings[0]) for row in readings) and not any(
            reading is row[place] for row, given in calls for reading, _ in off(exercise, [row], [given])
        ):
            return f"Your {_PLACES[place]} part fits each time."
    if isinstance(exercise.form, (Names, Pieces)):
        return ""
    right = [given for row, given in calls if not off(exercise, [row], [given])]
    return f"What you return for {in_words(right[0], exercise.takes)} fits." if right else ""


def _of_scalars(form):
    return isinstance(form, Several) and all(part.single for part in form.parts)


def _close(got, wanted):
    return abs(got.value - wanted.value) <= CLOSE * abs(wanted.value)


def _said(reading):
    if reading.said:
        return [reading.said]
    text = f"You returned {shown_number(reading.value)} {reading.unit}".rstrip()
    return [f"{text} for {reading.about}", text]
