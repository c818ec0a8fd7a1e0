"""From a record of answers to a verdict: a pure function that sees plain JSON and nothing else.

The order of diagnosis: is it there at all; does it end; is it right; does a misconception explain all of it;
type and shape; sign, size; value.
"""

import functools

import numpy as np

from course.checks.exercise import Verdict
from course.checks.forms import Unreadable, in_words, items_of, kind_of, number_of
from course.checks.recorder import plain
from course.checks.wording import first_discreet, shown_number

FAULTS = (  # what can be astray in any exercise, beside its own misconceptions
    "not there",
    "still empty",
    "raises",
    "never ends",
    "returns nothing",
    "prints instead",
    "wrong type",
    "wrong shape",
    "not a number",
    "changes its input",
    "fits only what is shown",
    "same for every input",
    "negative",
    "too small",
    "too large",
    "close",
    "unexplained",
)
CHANGED_INPUT_CREDIT = 0.5  # the numbers are right, but the caller's own array is spoiled
CLOSE = 0.01  # relative; nearer than this the method is right and a constant is not


def judge(exercise, record, *, inputs=None):
    """Return the verdict on a record.

    Parameters
    ----------
    exercise : Exercise
    record : dict
        What `course.checks.recorder.record` wrote, or whatever came in its place.
    inputs : sequence of sequences, optional
        The arguments that the calls were given; the shown ones by default.

    Returns
    -------
    Verdict
        Never raises, whatever the record holds.
    """
    inputs = exercise.shown if inputs is None else inputs
    expected = expected_values(exercise, inputs)

    def verdict(fault, *texts, credit=0.0):
        return Verdict(round(exercise.points * credit, 2), first_discreet(texts, expected), fault)

    calls = record.get("calls") if isinstance(record, dict) else None
    early = _there_at_all(exercise, record, calls, inputs)
    if early:
        return verdict(*early)
    values = [call["value"] for call in calls]
    if _agrees(exercise, values, inputs, exercise.reference):
        if any(call.get("changed") for call in calls):
            return verdict(*_changed_input(exercise), credit=CHANGED_INPUT_CREDIT)
        return Verdict(float(exercise.points), exercise.why, None)
    try:
        readings = [_read(exercise, value, given) for value, given in zip(values, inputs, strict=True)]
        fault = None
    except Unreadable as unreadable:
        readings, fault = None, (unreadable.fault, *unreadable.messages)
    for slip in exercise.misconceptions:
        if any(_agrees(exercise, values, inputs, answer) for answer in (slip.answer, *slip.variants)):
            return verdict(slip.name, *_named(slip, exercise, readings, inputs), credit=slip.credit)
    return verdict(*(fault or _by_value(exercise, readings, inputs)))


def expected_values(exercise, inputs):
    """Return all numbers of the right answers to the inputs, in order."""
    return [reading.value for row in _expected(exercise, _frozen(inputs)) for reading in row]


@functools.lru_cache(maxsize=256)
def _expected(exercise, inputs):
    values = _answers(exercise.reference, inputs)
    return [_read(exercise, value, given) for value, given in zip(values, inputs, strict=True)]


@functools.lru_cache(maxsize=4096)
def _answers(answer, inputs):
    """Return what one of our own answers gives, written down in the same way as a student's."""
    return [plain(answer(*(np.array(v) if isinstance(v, tuple) else v for v in call))) for call in inputs]


def _frozen(inputs):
    return tuple(tuple(tuple(v) if isinstance(v, list) else v for v in call) for call in inputs)


def _there_at_all(exercise, record, calls, inputs):
    name = exercise.function
    if not isinstance(calls, list) or not calls or not all(isinstance(call, dict) for call in calls):
        what = record.get("absent") if isinstance(record, dict) else None
        if isinstance(what, str) and what not in ("", "NoneType") and what.isidentifier():
            return (
                "not there",
                f"{name} is an object of the type {what}, not a function. Where did the def line go?",
            )
        return "not there", f"There is no function {name} yet. Did you run the cell that defines it?"
    for call, given in zip(calls, inputs, strict=False):
        about = in_words(given, exercise.takes)
        if "never_ended" in call:
            ask = "Which loop waits for something that never happens?"
            return (
                "never ends",
                f"{name} did not come back for {about}. {ask}",
                f"{name} did not come back. {ask}",
            )
        if "raised" in call:
            return _stopped(name, call["raised"], about)
    if len(calls) != len(inputs) or not all("value" in call for call in calls):
        return "not there", f"The answers of {name} are not complete. Did you run the cell that defines it?"
    if all(kind_of(call["value"]) == "none" for call in calls):
        if any(call.get("printed") for call in calls):
            return (
                "prints instead",
                f"{name} prints its result and returns nothing. Which line hands the value back?",
            )
        return "returns nothing", f"{name} returned nothing. Does it end with a line that begins with return?"
    return None


def _stopped(name, raised, about):
    kind = raised.get("type") if isinstance(raised, dict) else None
    kind = kind if isinstance(kind, str) and kind.isidentifier() else "an error"
    if kind == "NotImplementedError":
        return "still empty", f"{name} is still empty. Which line computes what is asked for?"
    text = raised.get("text") if isinstance(raised, dict) else None
    ask = "Which line of yours does that?"
    texts = [f"{name} stopped with {kind} for {about}. {ask}", f"{name} stopped with {kind}. {ask}"]
    if isinstance(text, str) and 0 < len(text) <= 90 and not set(text) & set(".!?\n"):
        texts.insert(0, f"{name} stopped with {kind} ({text}) for {about}. {ask}")
    return ("raises", *texts)


def _changed_input(exercise):
    return (
        "changes its input",
        f"The numbers fit, but {exercise.function} has changed the array it was given. "
        "Whoever calls it may still need that array: how do you work on a copy?",
    )


def _read(exercise, value, given):
    return exercise.form.read(value, given, exercise.takes)


def _agrees(exercise, values, inputs, answer):
    """Return whether the values are those of an answer, for all inputs."""
    theirs = _answers(answer, _frozen(inputs))
    return all(_same(a, b, exercise.tolerance) for a, b in zip(values, theirs, strict=True))


def _same(value, other, tolerance):
    """Return whether two recorded values have the same shape, and numbers that agree."""
    items, others = items_of(value), items_of(other)
    if items is not None and others is not None:
        whole = value.get("length", len(items)) == len(items)
        return (
            whole
            and len(items) == len(others)
            and all(_same(a, b, tolerance) for a, b in zip(items, others, strict=True))
        )
    number, wanted = number_of(value), number_of(other)
    if number is None or wanted is None:
        return kind_of(value) == kind_of(other) != "" and value == other
    return abs(number - wanted) <= tolerance * abs(wanted)


def _named(slip, exercise, readings, inputs):
    """Return the wordings of a misconception's message, the most telling first."""
    if "{returned}" not in slip.message:
        return [slip.message]
    return [slip.message.format(returned=text) for text in _returned(exercise, readings, inputs)]


def _returned(exercise, readings, inputs):
    """Return ways to say what came back, the most telling first; the last ones show no number."""
    off = _off(exercise, readings, inputs) if readings else []
    if not off:
        return ["Your answer has another shape"]
    texts = [f"You returned {_with_unit(got)} for {got.about}" for got, _ in off]
    texts += [f"You returned {_with_unit(got)}" for got, _ in off]
    got, wanted = off[0]
    near = abs(got.value - wanted.value) <= CLOSE * abs(wanted.value)
    fits = "is close" if near else "does not fit"
    return [*texts, f"Your answer for {got.about} {fits}", f"Your answer {fits}"]


def _off(exercise, readings, inputs):
    """Return the pairs (reading, expected) that differ, in order."""
    pairs = [
        pair
        for row, right in zip(readings, _expected(exercise, _frozen(inputs)), strict=True)
        for pair in zip(row, right, strict=True)
    ]
    return [
        (got, wanted)
        for got, wanted in pairs
        if abs(got.value - wanted.value) > exercise.tolerance * abs(wanted.value)
    ]


def _by_value(exercise, readings, inputs):
    """Diagnose numbers that no misconception explains."""
    returned = _returned(exercise, readings, inputs)
    shown = {_frozen([call]) for call in exercise.shown}
    off_calls = [given for row, given in zip(readings, inputs, strict=True) if _off(exercise, [row], [given])]
    if not any(_frozen([given]) in shown for given in off_calls) and len(off_calls) < len(inputs):
        about = in_words(off_calls[0], exercise.takes)
        tail = "Does it compute from its argument alone?"
        return (
            "fits only what is shown",
            f"{exercise.function} fits the inputs in the notebook, but not {about}. {tail}",
            f"{exercise.function} fits the inputs in the notebook, but no others. {tail}",
        )
    flat = [reading for row in readings for reading in row]
    off = [got for got, _ in _off(exercise, readings, inputs)]
    if len(flat) > 1 and len({reading.value for reading in flat}) == 1:
        first, last = flat[0].about, flat[1].about
        ask = f"Does {exercise.function} use its argument?"
        return (
            "same for every input",
            f"The value for {first} is the same as for {last}. {ask}",
            f"The value is the same for every input. {ask}",
        )
    for got in off:
        if got.size and abs(got.value) < got.size.least:
            return "too small", *(f"{t}. {got.size.below} {exercise.question}" for t in _first(got, returned))
        if got.size and abs(got.value) > got.size.most:
            return "too large", *(f"{t}. {got.size.above} {exercise.question}" for t in _first(got, returned))
    if all(got.value < 0 for got in off):
        return "negative", *(f"{text}. Which two parts of a difference are swapped?" for text in returned)
    if all(abs(g.value - w.value) <= CLOSE * abs(w.value) for g, w in _off(exercise, readings, inputs)):
        ask = "How exact are your constants?"
        return "close", f"Your answer is off by less than one percent: the method looks right. {ask}"
    return "unexplained", *(f"{text}. {exercise.question}" for text in returned)


def _first(got, returned):
    return [
        f"You returned {_with_unit(got)} for {got.about}",
        f"You returned {_with_unit(got)}",
        *returned[-1:],
    ]


def _with_unit(reading):
    return f"{shown_number(reading.value)} {reading.unit}".rstrip()
