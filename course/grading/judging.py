"""Judging outside: from what a worker recorded to marks, and from a submission to the job for a worker."""

import hashlib
from functools import cache
from pathlib import Path

import course.checks
from course.checks import catalogue, drawing
from course.checks.exercise import Exercise
from course.checks.judge import judge
from course.grading import ownwork
from course.grading.intake import Submission
from course.grading.release import CHECK, TASK, Release
from course.grading.states import GRADED, NOT_GRADED, Mark, Result

NOTHING_WRITTEN = "There is no answer in the cell below the task."
FROM_NOW = "A person reads and marks this answer."


def job_for(release: Release, taken: Submission, secret: str) -> dict:
    """Return the job for a worker: sources and inputs, and nothing that judges."""
    items = []
    for item in taken.work.items:
        if item.kind == "code":
            items.append({"kind": "code", "source": item.source})
        else:
            exercise = release.by_id[item.cell].exercise
            items.append({"kind": "check", "exercise": exercise, "function": release.functions[exercise]})
    asked = {name: catalogue.function(name) for name in release.functions}
    return {
        "student": taken.student,
        "items": items,
        "inputs": {name: inputs_for(one, taken, secret) for name, one in asked.items()},
        "models": {name: list(ownwork.MODELS.get(name, ())) for name in asked},
    }


def inputs_for(exercise: Exercise, taken: Submission, secret: str) -> list:
    """Return the shown and hidden inputs; who hands in something else meets other hidden ones."""
    digest = taken.work.digest
    return drawing.graded_inputs(exercise, student=taken.student, secret=secret, submission=digest)


def judged(release: Release, taken: Submission, job: dict, heard: dict, *, own_work: bool) -> Result:
    """Return the marks for what a worker heard."""
    result = Result(taken.student, taken.unit, GRADED, flags=[*taken.flags, *heard["flags"]])
    result.repairs = list(taken.repairs)
    if heard.get("failed"):
        result.state, result.reason = NOT_GRADED, heard["failed"]
    for cell in release.cells:
        if cell.role == CHECK:
            result.marks[cell.exercise] = _mark(cell, job, heard, result, own_work)
        elif cell.role == TASK:
            result.marks[cell.exercise] = _unmarked(cell, taken)
    return result


def _mark(cell, job, heard, result, own_work):
    exercise = catalogue.function(cell.exercise)
    if heard.get("failed"):
        return Mark(None, cell.points, heard["failed"])
    if exercise.id in heard["ended"]:
        text = f"{exercise.function} ended the program that ran it, or never came to an end."
        return Mark(0.0, cell.points, f"{text} Which line of yours does that?", "ended")
    try:
        verdict = judge(exercise, heard["records"].get(exercise.id), inputs=job["inputs"][exercise.id])
    except Exception as error:  # a record of a kind that nobody has thought of: a person looks at it
        result.flags.append(f"{exercise.id} could not be judged ({type(error).__name__})")
        return Mark(None, cell.points, FROM_NOW)
    points = round(verdict.points * cell.points / exercise.points, 2)
    seen = ownwork.calls(exercise.id, heard["called"].get(exercise.id, []))
    if points and seen:
        names = " and ".join(f"{ownwork.short(model)}" for model in seen)
        numbers = ", ".join(str(k) for k in sorted({k for one in seen.values() for k in one}))
        result.flags.append(f"{exercise.id} calls {names} of the course (in call {numbers})")
        if own_work:
            text = ownwork.MESSAGE.format(function=exercise.function, models=names)
            return Mark(0.0, cell.points, text, "the course's own model")
    return Mark(points, cell.points, verdict.message, verdict.misconception)


def _unmarked(cell, taken):
    if not taken.work.written.get(cell.exercise, "").strip():
        return Mark(0.0, cell.points, NOTHING_WRITTEN, "blank")
    return Mark(None, cell.points, FROM_NOW)


@cache
def checks_fingerprint() -> str:
    """Changes when a check, the judge or the way of grading changes: then everybody is graded again."""
    digest = hashlib.sha256()
    for folder in (Path(course.checks.__file__).parent, Path(__file__).parent):
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
