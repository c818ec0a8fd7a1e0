"""The ladder: the same failure brings more each time, gives nothing away, and is not remembered for long."""

import itertools
import json
from pathlib import Path

import nbformat
import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from course.checks import catalogue, check, ladder
from course.checks.cells import NotYet
from course.checks.exercise import Verdict
from tools import climbing, prove

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = [one for unit in catalogue.UNITS for one in catalogue.functions(unit)]
SPEED = catalogue.exercise("u2-1")

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def in_km_s(altitude_km):
    return SPEED.reference(altitude_km) / 1000


@pytest.fixture(autouse=True)
def at_the_foot(monkeypatch, tmp_path):
    """Begin below the first step, alone, and where no notebook lies."""
    for name in ("NBGRADER_EXECUTION", "COURSE_CLASS", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ladder, "_climbed", {})


def read(function=in_km_s):
    with pytest.raises(NotYet) as told:
        check("u2-1", function)
    return str(told.value)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")  # the answers are students' code
@each_exercise
def test_all_wrong_answers_climb(exercise):
    climbed, objections = climbing.prove(exercise, ROOT / "tests" / "answers")
    assert climbed > 10
    assert not objections


@each_exercise
def test_the_upper_steps_give_nothing_away_and_earn_nothing(exercise):
    assert not climbing._of_steps(exercise)


@each_exercise
def test_the_lesson_has_the_cell_that_is_linked(exercise):
    lesson = nbformat.read(ROOT / "notebooks" / f"{exercise.unit}.ipynb", as_version=4)
    assert ladder.HELPS[exercise.id].cell in {cell.id for cell in lesson.cells}


@each_exercise
def test_a_worked_sister_gives_what_its_comment_says(exercise):
    *lines, last = ladder.HELPS[exercise.id].worked.splitlines()
    call, comment = last.split("  # ")
    names = {}
    exec("\n".join(lines), names)
    names["array"] = names["np"].array if "np" in names else list
    value, said = eval(call, names), eval(comment.removeprefix("about "), names)
    assert flat(value) == pytest.approx(flat(said), rel=2e-3)


def flat(value):
    """Return the numbers and texts of an answer, texts as the numbers of their letters."""
    if isinstance(value, str):
        return [float(ord(letter)) for letter in value]
    if isinstance(value, (list, tuple, np.ndarray)):
        return [one for part in value for one in flat(part)]
    return [float(value)]


def test_the_same_failure_brings_more_and_begins_again_after_success(capsys):
    seen = [read() for _ in range(4)]
    assert len(set(seen)) == 4
    assert seen[0].startswith("You returned 7.66 m/s")
    assert "part of the lesson has it" in seen[1]
    assert "two of the lines do not belong" in seen[2]
    assert "def moon_speed" in seen[3]
    check("u2-1", SPEED.reference)
    assert read() == seen[0]


def test_another_failure_begins_at_its_own_first_step():
    first = read()
    assert "returned nothing" in read(lambda altitude_km: None)
    assert read() != first


def test_nothing_is_said_twice_in_a_row():
    seen = [read() for _ in range(12)]
    assert all(one != other for one, other in itertools.pairwise(seen))


def test_while_grading_only_the_first_step_is_used(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert len({read() for _ in range(4)}) == 1


@pytest.mark.parametrize(
    "mark", [{"iss_course": {"class": True}}, {"iss_course": {"class": False}}, {}, None]
)
def test_a_notebook_of_a_class_has_no_sister_problem(tmp_path, mark):
    text = "no notebook" if mark is None else json.dumps({"metadata": mark, "cells": []})
    (tmp_path / "2-orbital-basics.ipynb").write_text(text, encoding="utf-8")
    in_class = mark == {"iss_course": {"class": True}}
    assert ladder.in_class() is in_class
    assert any("def moon_speed" in read() for _ in range(4)) is not in_class


def test_the_notebook_of_the_kernel_decides(monkeypatch, tmp_path):
    here = tmp_path / "mine.ipynb"
    here.write_text(json.dumps({"metadata": {}}), encoding="utf-8")
    (tmp_path / "other.ipynb").write_text(json.dumps({"metadata": {"iss_course": {"class": True}}}))
    assert ladder.in_class()
    monkeypatch.setenv("JPY_SESSION_NAME", str(here))
    assert not ladder.in_class()
    monkeypatch.setenv("COURSE_CLASS", "1")
    assert ladder.in_class()


def test_a_step_keeps_the_lines_of_its_code():
    shown = NotYet(ladder.upper(SPEED)[-1])._render_traceback_()
    assert "    distance_km = 1737.4 + altitude_km" in shown


def test_every_fault_has_its_steps():
    for name in ("not there", "raises", "wrong type", "unexplained", "slip: unit"):
        texts = ladder.steps(SPEED, Verdict(0, "?", name))
        assert len(set(texts)) == len(texts) >= 4


def shell_that_knows_the_checks():
    from course.checks import early

    shell = InteractiveShell()
    shell.set_custom_exc((NameError,), early._show)
    shell.run_cell("from course.checks import check")
    return shell


def test_a_check_that_is_run_too_early_says_so(capsys):
    shell_that_knows_the_checks().run_cell("check('u2-1', orbital_speed)")
    said = " ".join(capsys.readouterr().out.split())
    assert said == "Not yet: there is no function orbital_speed yet. Did you run the cell that defines it?"


def test_any_other_name_error_looks_as_ever(capsys):
    shell_that_knows_the_checks().run_cell("print(orbital_speed)")
    assert "Traceback" in capsys.readouterr().out


def test_the_command_proves_one_unit(capsys, monkeypatch):
    monkeypatch.setattr(climbing, "read_answers", lambda folder, exercise: [])
    assert prove.main(["2-orbital-basics", "--ladder"]) == 0
    assert "u2-1: 0 wrong answers climb, 0 objections" in capsys.readouterr().out
