"""Equality: honest work earns by ``grade`` what it earns by plain nbgrader, to the last point.

Only the draw of hidden inputs differs: ``grade`` mixes the submission into it. So one run is given nbgrader's
own draw, where everything must be equal, and the others draw as they always do, where the points must be.
A sample of it is the proof of `tools.prove` with ``--nbgrader sample``.
"""

import shutil
import sys

import pytest
from handed_in import ROOT

from course.checks import catalogue, drawing
from course.grading import judging
from tools.answers import answers_of
from tools.graded import run_grade
from tools.trial import notebooks_of, run_nbgrader

NOTEBOOKS = 9  # of each unit
DIFFERENT = 5  # right answers that a unit must hold at least, each in a notebook of its own
SECRET = "the secret of both graders"
CALL_S = 10.0  # the machine may be busy, and no honest answer takes long

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]


def honest(unit):
    """Return for each exercise what the students of a unit hand in: right, partly right, blank, slips."""
    chosen = {}
    for name, answers in answers_of(unit, ROOT / "tests" / "answers").items():
        partly = {slip.name for slip in catalogue.exercise(name).misconceptions if slip.credit}
        right = [one for one in answers if one.kind == "right"]
        half = [one for one in answers if one.kind == "wrong" and one.name in partly]
        rest = [one for one in answers if one.kind == "blank" or one.name == "raises"]
        chosen[name] = [*right[:6], *half[:2], *rest, *right[6:]][:NOTEBOOKS]
    return chosen


@pytest.fixture(scope="module")
def answers():
    chosen = {unit: honest(unit) for unit in catalogue.UNITS}
    assert len(notebooks_of(chosen)) >= 30
    for of_it in chosen.values():
        assert all(
            len({one.source for one in each if one.kind == "right"}) >= DIFFERENT for each in of_it.values()
        )
    return chosen


@pytest.fixture(scope="module")
def plain(answers, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    config = ROOT / "nbgrader_config.py"
    return run_nbgrader(folder, solutions=ROOT / "solutions", config=config, answers=answers, secret=SECRET)


def points(recorded):
    return {(unit, *place): one[0] for unit, of_it in recorded.items() for place, one in of_it.items()}


def test_with_the_same_draw_points_and_messages_are_equal(answers, plain, tmp_path, monkeypatch):
    def as_nbgrader_draws(exercise, taken, secret):
        return drawing.graded_inputs(exercise, student=taken.student, secret=secret)

    monkeypatch.setattr(judging, "inputs_for", as_nbgrader_draws)
    ours = run_grade(tmp_path, answers=answers, secret=SECRET, call_s=CALL_S, jobs=1)
    assert points(ours) == points(plain)
    for unit, of_it in ours.items():
        for place, (_, shown, _) in of_it.items():
            told = shown.partition(" points. ")[2]
            assert told and told in plain[unit][place][1], place


@pytest.mark.parametrize("jobs", [1, 2])
def test_with_its_own_draw_points_are_equal(answers, plain, tmp_path, jobs):
    ours = run_grade(tmp_path, answers=answers, secret=SECRET, call_s=CALL_S, jobs=jobs)
    assert points(ours) == points(plain)
