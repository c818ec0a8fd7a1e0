"""A learner's functions, run by the recorder: his notebook in a process of its own, with deadlines."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from course.checks import catalogue
from course.checks.exercise import Exercise, Verdict
from course.checks.judge import judge
from course.grading import alone, ownwork
from course.publish import numbers
from course.publish.numbers import Ask, Value
from course.publish.reader import NOTHING, Work

CALL_S, CELL_S, WHOLE_S = 5.0, 30.0, 120.0  # for a call, as in a check; for a cell; for a notebook
AT_A_TIME = 2
NOT_WRITTEN = "it is not written yet"


@dataclass(frozen=True)
class Answer:
    """What a learner's function said to one question.

    Attributes
    ----------
    value : float, str, list or None
        None where it gave no number; `why` then says what came instead.
    """

    ask: Ask
    value: Value | None = None
    why: str = ""


@dataclass(frozen=True)
class Ran:
    """What came of one function.

    Attributes
    ----------
    verdict : Verdict, optional
        What the visible check says of it; None where it was not written, or could not be run.
    answers : tuple of Answer
    models : tuple of str
        Functions of the course that compute the same and that it calls.
    """

    exercise: Exercise
    verdict: Verdict | None
    answers: tuple[Answer, ...]
    models: tuple[str, ...] = field(default=())

    @property
    def fits(self) -> bool:
        """Whether it passes the check."""
        return self.verdict is not None and self.verdict.misconception is None


def run_all(works: Mapping[str, Work], *, call_s: float = CALL_S, cell_s: float = CELL_S) -> dict[str, Ran]:
    """Run the functions of all notebooks; return what came of each exercise of the course, by its id."""
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        heard = list(pool.map(lambda work: _hear(work, call_s, cell_s), works.values()))
    found = {}
    for work, one in zip(works.values(), heard, strict=True):
        found |= {exercise.id: _ran(exercise, work, one) for exercise in catalogue.functions(work.unit)}
    for unit in catalogue.UNITS:
        for exercise in catalogue.functions(unit):
            found.setdefault(exercise.id, _nothing(exercise, NOT_WRITTEN))
    return found


def job_for(work: Work, *, call_s: float, cell_s: float) -> dict[str, object]:
    """Return what is run of a notebook: its cells, and each function asked where its last check stands."""
    written = [one for one in catalogue.functions(work.unit) if work.tries[one.id].state != NOTHING]
    items: list[dict[str, str]] = []
    for place, cell in enumerate(work.cells):
        if cell.kind == "code":
            items.append({"kind": "code", "source": cell.source})
            items += [_asked(one) for one in written if work.checks.get(one.id) == place]
    items += [_asked(one) for one in written if one.id not in work.checks]
    return {
        "student": "",
        "items": items,
        "inputs": {one.id: [*one.shown, *(ask.arguments for ask in numbers.of(one.id))] for one in written},
        "models": {one.id: list(ownwork.MODELS.get(one.id, ())) for one in written},
        "call_s": call_s,
        "cell_s": cell_s,
        "whole_s": WHOLE_S,
    }


def _asked(exercise):
    return {"kind": "check", "exercise": exercise.id, "function": exercise.function}


def _hear(work, call_s, cell_s):
    job = job_for(work, call_s=call_s, cell_s=cell_s)
    return alone.run_carefully(job) if job["inputs"] else None


def _ran(exercise, work, heard):
    if heard is None or work.tries[exercise.id].state == NOTHING:
        return _nothing(exercise, NOT_WRITTEN)
    if heard["failed"]:
        return _nothing(exercise, "its notebook could not be run to the end")
    if exercise.id in heard["ended"]:
        return _nothing(exercise, "it did not come to an end, or ended the program that ran it")
    record = heard["records"].get(exercise.id, {"absent": "NoneType"})
    if "calls" not in record:
        return _nothing(exercise, "no cell that runs defines it")
    shown, calls = len(exercise.shown), record["calls"]
    called = ownwork.calls(exercise.id, heard["called"].get(exercise.id, []))
    answers = [
        _answer(ask, calls[shown + k] if shown + k < len(calls) else calls[-1])
        for k, ask in enumerate(numbers.of(exercise.id))
    ]
    verdict = judge(exercise, {"calls": calls[:shown]})
    return Ran(exercise, verdict, tuple(answers), tuple(ownwork.short(model) for model in called))


def _answer(ask, call):
    if "never_ended" in call:
        return Answer(ask, why=f"it did not come to an end within {call['never_ended']:g} s")
    if "raised" in call:
        where = f" in line {call['raised']['line']} of its cell" if "line" in call["raised"] else ""
        return Answer(ask, why=f"it raised {call['raised'].get('type')}{where}")
    try:
        return Answer(ask, ask.read(call.get("value")))
    except ValueError as reason:
        return Answer(ask, why=str(reason))


def _nothing(exercise, why):
    return Ran(exercise, None, tuple(Answer(ask, why=why) for ask in numbers.of(exercise.id)))
