"""Own work: an answer that calls the course's model is seen, however it came by it, in every exercise."""

import shutil
import sys
from pathlib import Path

import pytest
from handed_in import filled, hand_in, right

from course.checks import catalogue
from course.grading import judging, ownwork, worker
from course.grading.intake import take_in
from course.grading.release import read_release, release_path
from tools import places

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]
WAYS = {
    "imported": "from {module} import {name}\nits_model = {name}",
    "aliased": "from course import {room} as elsewhere\nits_model = elsewhere.{name}",
    "lambda": "from course import {room} as elsewhere\nits_model = lambda *given: elsewhere.{name}(*given)",
    "getattr": "import importlib\n"
    "its_model = getattr(importlib.import_module('{module}'), ''.join(reversed('{backwards}')))",
}
CALLS = """
_own = {function}
def {function}(*given):
    try:
        its_model()  # a call without arguments is a call
    except Exception:
        pass
    return _own(*given)
"""


def calling(exercise, model, way):
    """Return a right answer that calls a model of the course on its way."""
    module, name = model.split(":")
    room = module.split(".")[1]  # where the reader finds it, as the flag names it
    come_by = WAYS[way].format(module=module, room=room, name=name, backwards=name[::-1])
    return f"{right(exercise)}\n{come_by}\n{CALLS.format(function=exercise.function)}"


@pytest.fixture(scope="module", autouse=True)
def sandbox_ends():
    yield
    worker.cool_all()


@pytest.mark.parametrize("unit", catalogue.UNITS)
@pytest.mark.parametrize(
    "way", [way if way == "getattr" else pytest.param(way, marks=pytest.mark.long) for way in WAYS]
)
def test_a_call_of_the_course_s_model_is_seen(tmp_path, unit, way):
    release = read_release(release_path(Path("nowhere"), unit), unit)
    asked = catalogue.functions(unit)
    assert not places.lacking(asked), "\n".join(places.lacking(asked))
    answers = {one.id: calling(one, ownwork.MODELS[one.id][0], way) for one in asked}
    hand_in(tmp_path, "ada", filled(answers, unit=unit), unit=unit)
    taken = take_in(tmp_path, release, "ada")
    job = judging.job_for(release, taken, "secret")
    heard = worker.run_carefully(job)
    for own_work in (False, True):
        result = judging.judged(release, taken, job, heard, own_work=own_work)
        for one in asked:
            mark, model = result.marks[one.id], ownwork.short(ownwork.MODELS[one.id][0])
            assert any(flag.startswith(f"{one.id} calls {model} of the course") for flag in result.flags)
            assert mark.points == (0 if own_work else one.points)
            assert ("computes the very thing" in mark.message) == own_work
