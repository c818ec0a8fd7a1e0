"""Trial of answers by ``python -m course grade``: the notebooks that `tools.trial` sends through nbgrader."""

from functools import cache
from pathlib import Path

from course.grading import executors, pipeline, sandbox
from course.grading.intake import take_in
from course.grading.release import read_release
from tools.trial import (
    Answers,
    Recorded,
    by_unit,
    cells_of,
    hand_in,
    notebooks_of,
    recorded_in,
    student_name,
)

ROOT = Path(__file__).resolve().parents[1]


def run_grade(
    folder: Path, *, answers: Answers, secret: str, call_s: float, jobs: int = 1, scheduler: str = ""
) -> dict[str, Recorded]:
    """Grade answers in isolated workers and return what stands in the gradebook.

    Parameters
    ----------
    folder : Path
        It becomes a course with a gradebook; it may be one already, and the notebooks may lie in it.
    answers, secret
        As `tools.trial.run_nbgrader` takes them.
    call_s : float
        For one call of an answer.
    jobs, scheduler
        How many submissions at a time, or the Dask cluster, for all units one after another.

    Returns
    -------
    dict
        Unit to ``{(exercise id, k): (points, what the check cell shows, digest)}``; the digest of the
        submission is part of what hidden inputs are drawn from.

    Raises
    ------
    RuntimeError
        If somebody was not graded.
    """
    digests = hand_in_all(folder, answers)
    (folder / "secret.txt").write_text(secret, encoding="utf-8")
    trust = _must_trust(scheduler)
    there = executors.cluster(scheduler) if scheduler else executors.local(jobs, trust=trust)
    with there as workers:
        for unit in answers:
            order = pipeline.Order(folder, unit, call_s=call_s, trust=trust, workers=workers)
            for result in pipeline.grade(order).results:
                if result.state != "graded":
                    raise RuntimeError(f"{result.student} of {unit} is {result.state}: {result.reason}")
    recorded = recorded_in(folder, notebooks_of(answers), answers)
    told = {
        (unit, name, k): (points, shown, digests[unit, k])
        for (unit, name, k), (points, shown, _) in recorded.items()
    }
    return by_unit(answers, told)


def hand_in_all(folder: Path, answers: Answers) -> dict[tuple[str, int], str]:
    """Hand in the notebooks that answers make, and return the digest of each, by unit and number."""
    digests = {}
    for unit, k in notebooks_of(answers):
        if not (folder / "submitted" / student_name(k) / unit).exists():
            hand_in(folder, unit, student_name(k), cells_of(answers[unit], k), release=ROOT / "exercises")
        taken = take_in(folder, _release(unit), student_name(k))
        if taken.lifted is None:
            raise RuntimeError(f"{student_name(k)} of {unit} was not taken in: {taken.verdict}")
        digests[unit, k] = taken.lifted.digest
    return digests


@cache
def _release(unit):
    return read_release(ROOT / "exercises" / unit / f"{unit}.ipynb", unit)


def _must_trust(scheduler):
    """Return whether there is no sandbox here: the answers are the course's own."""
    try:
        return not scheduler and not sandbox.isolation()
    except sandbox.NotIsolated:
        return True
