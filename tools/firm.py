"""Firmness of a declaration: what would change a grade and no answer of ``tests/answers`` would show.

Hidden inputs differ by student, secret and submission; the reference is met by an answer that was written
without it, far closer than the tolerance; and the tolerance is where it is said to be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from course.checks import drawing
from course.checks.exercise import Exercise
from course.checks.judge import judge
from course.checks.recorder import record

CLOSER = 20  # times closer than the tolerance comes the closest right answer
DRAWS = 6
WHO = {"student": "ada", "secret": "a secret", "submission": "a digest"}


def objections(exercise: Exercise, records: Sequence[tuple[dict, Sequence[tuple]]]) -> Iterator[str]:
    """Yield what is against an exercise.

    Parameters
    ----------
    exercise : Exercise
    records : list of (record, inputs)
        Of its right answers.
    """
    yield from _of_draws(exercise)
    if exercise.outcome is None:
        yield from _of_reference(exercise, records)
        if not exercise.also_right:
            yield from _of_tolerance(exercise)


def _of_draws(exercise):
    first = drawing.drawn_inputs(exercise, **WHO)
    for what in WHO:
        others = [drawing.drawn_inputs(exercise, **WHO | {what: f"other {k}"}) for k in range(DRAWS)]
        if all(one == first for one in others):
            yield f"hidden inputs are the same whatever the {what}"
    if all(call in [tuple(one) for one in exercise.shown] for call in map(tuple, first)):
        yield "hidden inputs are those that are shown"


def _of_reference(exercise, records):
    strict = replace(
        exercise, tolerance=exercise.tolerance / CLOSER, slack=exercise.slack / CLOSER, also_right=()
    )
    if not any(judge(strict, written, inputs=inputs).misconception is None for written, inputs in records):
        yield f"no right answer comes {CLOSER} times closer to the reference than the tolerance"


def _of_tolerance(exercise):
    for part, full in ((0.9, True), (1.1, False)):
        for sign in (1, -1):
            answer = _shifted(exercise, sign * part)
            written = record(answer, exercise.shown)
            calls: list[dict] = written["calls"]
            if any(not isinstance((call.get("value") or {}).get("value"), float) for call in calls):
                return  # no plain numbers: shares of several, names
            earns = judge(exercise, written).points == exercise.points
            if earns != full:
                told = "right" if earns else "not right"
                yield f"an answer off by {sign * part:g} of the tolerance is {told}"


def _shifted(exercise, part):
    def answer(*given):
        value = exercise.reference(*given)
        return float(value) + part * exercise.margin(float(value))

    return answer
