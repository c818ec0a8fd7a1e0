"""Judge: from a record of answers to a verdict, a pure function of plain JSON.

The order of diagnosis: is it there at all, does it end, is it right; does one misconception explain all of
it; then type and shape, size, sign, value.
"""

from collections.abc import Sequence
from dataclasses import replace

from course.checks.comparing import expected_values, explains, off, read, right
from course.checks.exercise import Exercise, Verdict
from course.checks.faults import (
    CLOSE_CREDIT,
    Fault,
    by_factor,
    by_sight,
    by_value,
    changed_input,
    missing,
    returned,
)
from course.checks.forms import Unreadable
from course.checks.wording import first_discreet

ANOTHER_SHAPE = "Your answer has another shape than asked for. What does your return line hand back?"
CHANGED_INPUT_CREDIT = 0.5  # the answers are right, but the caller's own data are spoiled


def judge(exercise: Exercise, record: object, *, inputs: Sequence[Sequence] | None = None) -> Verdict:
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
    credit, fault = _diagnosis(exercise, record, inputs)
    points = round(exercise.points * credit, 2)
    if fault is None:
        return Verdict(points, exercise.why, None)
    message = first_discreet(fault.texts, expected_values(exercise, inputs))
    return Verdict(points, message, fault.name, fault.more)


def _diagnosis(exercise, record, inputs):
    """Return the part of the points that is earned, and the fault; None if there is none."""
    fault = missing(exercise, record, inputs)
    if fault:
        return 0.0, fault
    values = [call["value"] for call in record["calls"]]
    if right(exercise, values, inputs):
        if any(call.get("changed") for call in record["calls"]):
            return CHANGED_INPUT_CREDIT, changed_input(exercise)
        return 1.0, None
    try:
        readings = read(exercise, values, inputs)
        said = returned(exercise, readings, inputs)
    except Unreadable as unreadable:
        readings, said = None, ["Your answer has another shape"]
        fault = Fault(unreadable.fault, unreadable.messages)
    for slip in exercise.misconceptions:
        if explains(exercise, slip, values, readings, inputs):
            told = Fault(slip.name, tuple(slip.message.format(returned=text) for text in said))
            return slip.credit, _with_more(told, exercise, readings, inputs)
    if fault or readings is None:
        return 0.0, fault
    if not off(exercise, readings, inputs):  # its numbers fit, and yet it is not the answer
        return 0.0, Fault("wrong shape", (ANOTHER_SHAPE,))
    found = by_factor(exercise, readings, inputs) or by_sight(exercise, readings, inputs)
    if found:
        return found
    fault = by_value(exercise, readings, inputs)
    return CLOSE_CREDIT if fault.name == "close" else 0.0, fault


def _with_more(fault, exercise, readings, inputs):
    """Return the fault with what is told of this very answer when it comes again, where that can be seen."""
    found = by_sight(exercise, readings, inputs) if readings else None
    return replace(fault, more=found[1].more) if found else fault
