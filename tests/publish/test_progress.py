"""Progress: read from notebooks as they are saved, without running anything."""

import json
import os
import time

import pytest

import course
from course.checks import catalogue
from course.publish import reader, start
from tests.grading.handed_in import cell
from tests.publish.learners import FAILED, FITTED, all_right, checked, notebook, save
from tests.publish.learners import course as folder

UNIT = "2-orbital-basics"


@pytest.fixture
def root(tmp_path):
    return folder(tmp_path)


def state(root, name="u2-1"):
    return course.progress(root).works[UNIT].tries[name].state


def test_a_fresh_folder_says_where_to_begin(root):
    found = course.progress(root)
    assert (found.points, found.begun, found.last) == (0, False, None)
    assert "Begin with the lesson notebooks/1-history.ipynb" in repr(found)


def test_points_are_those_of_checks_that_said_it_fits(root):
    made = notebook(UNIT, all_right(UNIT), words={"u2-6": "It falls as the station falls."})
    checked(made, "u2-1", FITTED)
    checked(made, "u2-2", FAILED)
    save(root, UNIT, made)
    found = course.progress(root)
    states = {name: one.state for name, one in found.works[UNIT].tries.items()}
    assert states == {
        "u2-1": "fits",
        "u2-2": "does not fit yet",
        **dict.fromkeys(("u2-3", "u2-4", "u2-5", "u2-6"), "written"),
    }
    assert found.points == 2
    assert "You were in exercises/2-orbital-basics/2-orbital-basics.ipynb; next there: u2-2 How long" in repr(
        found
    )
    assert "<table" in found._repr_html_()


def test_a_function_changed_since_its_check_is_no_longer_said_to_fit(root):
    made = checked(notebook(UNIT, all_right(UNIT)), "u2-1", FITTED, count=3)
    cell(made, "u2-1")["execution_count"] = 4
    save(root, UNIT, made)
    assert state(root) == "written"


def test_an_empty_function_is_nothing_whatever_its_check_said(root):
    save(root, UNIT, checked(notebook(UNIT, {}), "u2-1", FITTED))
    assert state(root) == "nothing yet"


@pytest.mark.parametrize(
    "source, nothing",
    [
        ("def orbital_speed(altitude_km):\n    ...", True),
        ("def orbital_speed(altitude_km):\n    pass", True),
        ("def orbital_speed(altitude_km):\n    return 5", False),
        ("def orbital_speed(altitude_km):\n    return (", False),
        ("orbital_speed = lambda altitude_km: 5", False),
    ],
)
def test_what_counts_as_nothing(source, nothing):
    assert reader.blank(source) == nothing


def test_nothing_is_run(root, tmp_path):
    trace = tmp_path / "ran"
    made = notebook(
        UNIT, {"u2-1": f"def orbital_speed(altitude_km):\n    return 5\nopen({str(trace)!r}, 'w')"}
    )
    save(root, UNIT, made)
    assert state(root) == "written"
    assert not trace.exists()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"cells": []}', '{"cells": [5]}', "<html>", "[" * 100_000]
)
def test_a_damaged_notebook_is_said_and_costs_no_other(root, content):
    save(root, UNIT, notebook(UNIT, all_right(UNIT)))
    path = save(root, "1-history", {})
    path.write_text(content)
    found = course.progress(root)
    assert list(found.works) == [UNIT]
    assert "1-history.ipynb: " in repr(found)


def test_predictions_are_counted_and_remembered_as_a_beginning(root):
    kept = {"u3-p1": {"answer": "side by side"}, "u3-p3": {"answer": 12}, "A19 verdict": {"answer": "false"}}
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(kept))
    found = course.progress(root)
    assert found.predicted == {"1-history": 0, UNIT: 0, "3-ground-track": 2, "4-separation": 0}
    assert "You were in the lesson notebooks/3-ground-track.ipynb" in repr(found)


def test_it_is_found_from_a_notebook_of_the_folder(root, monkeypatch):
    path = save(root, UNIT, notebook(UNIT, all_right(UNIT)))
    monkeypatch.chdir(path.parent)
    assert list(course.progress().works) == [UNIT]


def test_the_notebook_saved_last_is_where_one_was(root):
    for unit, age_s in ((UNIT, 0), ("1-history", 100)):
        path = save(root, unit, notebook(unit, all_right(unit)))
        os.utime(path, (time.time() - age_s,) * 2)
    assert course.progress(root).last.unit == UNIT


def test_the_start_page_links_to_what_is_next(root):
    assert start.write(root) == ""
    save(root, UNIT, checked(notebook(UNIT, all_right(UNIT)), "u2-1", FITTED))
    assert start.write(root) == "where-i-am.md"
    told = (root / "where-i-am.md").read_text("utf-8")
    assert "[u2-2 How long is a lap? (written)](exercises/2-orbital-basics/2-orbital-basics.ipynb)" in told
    total = sum(one.points for unit in catalogue.UNITS for one in catalogue.functions(unit))
    assert f"2 of {total:g} points so far" in told


def test_a_start_page_that_cannot_be_written_opens_the_first_lesson(root, monkeypatch):
    save(root, UNIT, notebook(UNIT, all_right(UNIT)))

    def refuse(path, text):
        raise PermissionError("read-only")

    monkeypatch.setattr(start, "write_whole", refuse)
    assert start.write(root) == ""
