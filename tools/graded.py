"""Trial of answers by ``python -m course grade``: the notebooks that `tools.trial` sends through nbgrader."""

from pathlib import Path

from course.grading import pipeline, sandbox
from course.grading.intake import take_in
from course.grading.release import read_release, release_path
from tools.trial import by_unit, cells_of, hand_in, notebooks_of, recorded_in, student_name

ROOT = Path(__file__).resolve().parents[1]


def run_grade(folder, *, answers, secret, call_s, jobs=0, scheduler=""):
    """Grade answers in isolated workers and return what stands in the gradebook.

    Parameters
    ----------
    folder : Path
        It becomes a course with a gradebook; it may be one already.
    answers, secret
        As `tools.trial.run_nbgrader` takes them.
    call_s : float
        For one call of an answer.
    jobs, scheduler
        As `course.grading.pipeline.Order` takes them.

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
    (folder / "secret.txt").write_text(secret, encoding="utf-8")
    share = notebooks_of(answers)
    for unit, k in share:
        cells = cells_of(answers[unit], k)
        hand_in(folder, unit, student_name(k), cells, release=ROOT / "exercises")
    for unit in answers:
        order = pipeline.Order(
            folder, unit, jobs=jobs, scheduler=scheduler, call_s=call_s, trust=_must_trust(scheduler)
        )
        for result in pipeline.grade(order).results:
            if result.state != "graded":
                raise RuntimeError(f"{result.student} of {unit} is {result.state}: {result.reason}")
    return by_unit(answers, _with_digests(folder, share, recorded_in(folder, share, answers)))


def _must_trust(scheduler):
    """Return whether there is no sandbox here: the answers are the course's own."""
    try:
        return not scheduler and not sandbox.isolation()
    except sandbox.NotIsolated:
        return True


def _with_digests(folder, share, recorded):
    releases = {unit: read_release(release_path(folder, unit), unit) for unit, _ in share}
    digests = {(unit, k): take_in(folder, releases[unit], student_name(k)).lifted.digest for unit, k in share}
    return {
        (unit, name, k): (points, shown, digests[unit, k])
        for (unit, name, k), (points, shown, _) in recorded.items()
    }
