"""Intake: what can be repaired without guessing is repaired, the rest is refused with a sentence."""

import json
import os
from pathlib import Path

import pytest
from handed_in import UNIT, blank, cell, filled, hand_in

from course.grading.intake import students_of, take_in
from course.grading.lateness import handed_in
from course.grading.release import read_release, release_path

CORRECT = filled()


@pytest.fixture(scope="module")
def release():
    return read_release(release_path(Path("nowhere"), UNIT), UNIT)


def taken(tmp_path, release, content, **more):
    hand_in(tmp_path, "ada", content, **more)
    return take_in(tmp_path, release, "ada")


def sources(submission):
    return [(item.kind, item.cell, item.source) for item in submission.lifted.items]


def changed(change):
    notebook = filled()
    change(notebook["cells"])
    return notebook


def strip_metadata(cells):
    for one in cells:
        one["metadata"] = {}


def strip_everything(cells):
    for one in cells:
        one["metadata"] = {}
        del one["id"]


def copy_cell(cells):
    cells.insert(6, dict(cells[4], id="pasted"))


def copy_check(cells):
    cells.append(dict(next(one for one in cells if one["id"] == "u2-1-check"), id="pasted"))


def untouched_copy(cells):
    stub = next(one for one in blank()["cells"] if one["id"] == "u2-1")
    cells.insert(5, dict(stub, id="pasted"))


def checks_first(cells):
    cells.sort(key=lambda one: not one["id"].endswith("-check"))


def delete_checks(cells):
    cells[:] = [one for one in cells if not one["id"].endswith("-check")]


def swap_ids(cells):
    one, other = (next(c for c in cells if c["id"] == name) for name in ("u2-1", "u2-2"))
    one["id"], other["id"] = other["id"], one["id"]
    one["metadata"], other["metadata"] = other["metadata"], one["metadata"]


def odd_points(cells):
    for one in cells:
        if "nbgrader" in one["metadata"]:
            one["metadata"]["nbgrader"].update(points="many", schema_version=99)


def check_to_text(cells):
    for one in cells:
        if one["id"].endswith("-check"):
            one["cell_type"] = "markdown"


def not_graded(cells):
    for one in cells:
        one["metadata"].get("nbgrader", {}).update(grade=False, locked=False)


def other_grade_ids(cells):
    for k, one in enumerate(cells):
        if "nbgrader" in one["metadata"]:
            one["metadata"]["nbgrader"]["grade_id"] = f"mine-{k}"


def altered_checks(cells):
    for one in cells:
        if one["id"].endswith("-check"):
            one["source"] = "2.0"


def ids_that_are_equal(cells):
    cells[1]["id"] = cells[2]["id"]


def without_the_last_cell(cells):
    cells[:] = [one for one in cells if not one["id"].endswith("-own")]  # the release before had none


ODD = [not_graded, other_grade_ids, altered_checks, ids_that_are_equal]
ODD += [strip_metadata, strip_everything, copy_cell, copy_check, untouched_copy, checks_first, delete_checks]
ODD += [swap_ids, odd_points, check_to_text]


@pytest.mark.parametrize("change", ODD, ids=lambda change: change.__name__)
def test_odd_notebooks_run_as_the_honest_one(tmp_path, release, change):
    honest = sources(taken(tmp_path / "honest", release, CORRECT))
    odd = taken(tmp_path / "odd", release, changed(change))
    assert sources(odd) == honest
    assert odd.verdict is None


TEXT = json.dumps(CORRECT)
FILES = {
    "mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 without mark": TEXT.encode("utf-16-le"),
    "latin-1": TEXT.replace("u2-6-answer", "u2-6-answer", 1).replace("friend", "f\xfcr").encode("latin-1"),
    "old form": json.dumps({"nbformat": 3, "worksheets": [{"cells": CORRECT["cells"]}]}).encode(),
    "nbformat 4.2": json.dumps({**CORRECT, "nbformat_minor": 2}).encode(),
    "nbformat 5": json.dumps({**CORRECT, "nbformat": 5}).encode(),
    "another kernel": json.dumps(
        {**CORRECT, "metadata": {"kernelspec": {"name": "julia-1.9", "language": "julia"}}}
    ).encode(),
    "nbformat 99": json.dumps({**CORRECT, "nbformat": 99}).encode(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_files_of_another_form_are_read(tmp_path, release, data):
    honest = taken(tmp_path / "honest", release, CORRECT)
    assert taken(tmp_path / "odd", release, data).lifted.items == honest.lifted.items


REFUSED = {
    "empty": (b"", "empty"),
    "zeros": (b"\0" * 100, "empty"),
    "cut": (TEXT[:5000].encode(), "breaks off"),
    "page": (b"<!DOCTYPE html><html></html>", "web page"),
    "conflict": (TEXT.replace('"cells"', "\n<<<<<<< HEAD\n=======\n>>>>>>> b\n", 1).encode(), "conflict"),
    "no cells": (b'{"cells": []}', "no cells"),
    "a list": (b"[1, 2]", "no cells"),
    "deep": (b"[" * 100_000, "nested"),
    "other unit": (json.dumps(blank("3-ground-track")).encode(), "unit 3-ground-track"),
}


@pytest.mark.parametrize("data, reason", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path, release, data, reason):
    refused = taken(tmp_path, release, data)
    assert refused.verdict.state == "refused"
    assert reason in refused.verdict.reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [("answers.py", "Python file and no notebook"), ("notes.txt", "no notebook, only notes.txt")],
)
def test_without_a_notebook_it_is_refused_with_what_is_there(tmp_path, release, name, reason):
    assert reason in taken(tmp_path, release, b"x = 1", name=name).verdict.reason


def test_an_empty_folder_and_a_file_in_its_place_are_refused(tmp_path, release):
    (tmp_path / "submitted" / "ada" / UNIT).mkdir(parents=True)
    assert "The folder is empty" in take_in(tmp_path, release, "ada").verdict.reason
    (tmp_path / "submitted" / "bob").mkdir()
    (tmp_path / "submitted" / "bob" / UNIT).write_text("x", encoding="utf-8")
    assert "file where a folder should be" in take_in(tmp_path, release, "bob").verdict.reason
    (tmp_path / "submitted" / "cem").mkdir()
    (tmp_path / "submitted" / "cem" / UNIT).symlink_to(tmp_path)
    assert "link to another place" in take_in(tmp_path, release, "cem").verdict.reason


def test_a_link_to_a_file_of_the_system_is_refused(tmp_path, release):
    mine = tmp_path / "submitted" / "ada" / UNIT
    mine.mkdir(parents=True)
    (mine / f"{UNIT}.ipynb").symlink_to("/etc/passwd")
    assert "link" in take_in(tmp_path, release, "ada").verdict.reason


def test_a_module_beside_the_notebook_is_left_out_and_told(tmp_path, release):
    hand_in(tmp_path, "ada", b"raise SystemExit", name="random.py")
    found = taken(tmp_path, release, CORRECT)
    assert found.verdict is None and found.repairs == ["the file random.py is not used"]


@pytest.mark.parametrize(
    ("text", "late"), [("2026-03-02 00:00:00 UTC", True), ("yesterday?", False), ("", False)]
)
def test_a_moment_that_cannot_be_read_is_told_and_nothing_is_late(tmp_path, release, text, late):
    found = taken(tmp_path, release, CORRECT)
    (found.folder / "timestamp.txt").write_text(text, encoding="utf-8")
    moment, complaint = handed_in(found)
    assert (moment is not None) == late and ("holds no moment" in complaint) != late


def test_work_for_the_release_before_is_read(tmp_path, release):
    earlier = taken(tmp_path, release, changed(without_the_last_cell))
    assert earlier.verdict is None and not earlier.flags and not earlier.repairs
    whole = sources(taken(tmp_path / "now", release, CORRECT))
    assert [one for one in whole if one[1] != "u2-6-own"] == [
        one for one in sources(earlier) if one[1] != "u2-6-own"
    ]


def test_a_renamed_notebook_and_a_folder_in_a_folder_are_found(tmp_path, release):
    for name in (f"{UNIT} (1).ipynb", f"work/{UNIT}/{UNIT}.ipynb"):
        found = taken(tmp_path / name[:4], release, CORRECT, name=name)
        assert found.verdict is None
        assert found.repairs == [f"the notebook is {name}"]


def test_two_notebooks_that_differ_need_a_person(tmp_path, release):
    hand_in(tmp_path, "ada", CORRECT, name="a.ipynb")
    both = taken(tmp_path, release, blank(), name="b.ipynb")
    assert both.verdict.state == "needs-person"


def test_a_link_is_not_followed(tmp_path, release):
    path = hand_in(tmp_path, "bob", CORRECT)
    mine = tmp_path / "submitted" / "ada" / UNIT
    mine.mkdir(parents=True)
    (mine / path.name).symlink_to(path)
    assert "link" in take_in(tmp_path, release, "ada").verdict.reason


def test_a_folder_course_and_modules_beside_the_notebook_are_left_out(tmp_path, release):
    hand_in(tmp_path, "ada", b"boom", name="course/__init__.py")
    found = taken(tmp_path, release, CORRECT)
    assert found.verdict is None
    assert found.flags == ["a folder course was handed in and is not used"]


def test_a_pipe_under_the_name_of_the_notebook_is_refused(tmp_path, release):
    folder = tmp_path / "submitted" / "ada" / UNIT
    folder.mkdir(parents=True)
    os.mkfifo(folder / f"{UNIT}.ipynb")
    assert take_in(tmp_path, release, "ada").verdict.state == "refused"


def test_a_written_answer_is_found_below_its_cell_too(tmp_path, release):
    notebook = filled()
    notebook["cells"].append({"cell_type": "markdown", "id": "new", "metadata": {}, "source": "They fall."})
    assert taken(tmp_path, release, notebook).lifted.written == {"u2-6": "They fall."}
    assert taken(tmp_path, release, CORRECT).lifted.written == {"u2-6": ""}


def test_an_answer_in_a_copy_counts_when_the_cell_itself_is_untouched(tmp_path, release):
    notebook = filled()
    answer = dict(cell(notebook, "u2-1"), id="pasted")
    cell(notebook, "u2-1")["source"] = cell(blank(), "u2-1")["source"]
    notebook["cells"].insert(3, answer)
    assert sources(taken(tmp_path, release, notebook)) == sources(taken(tmp_path / "b", release, CORRECT))


def test_helpers_that_a_student_added_run_where_they_stand(tmp_path, release):
    notebook = filled()
    notebook["cells"].insert(4, {"cell_type": "code", "id": "mine", "metadata": {}, "source": "G = 9.81"})
    items = [(item.source, item.mine) for item in taken(tmp_path, release, notebook).lifted.items]
    assert items[1] == ("G = 9.81", True)


def test_everybody_with_a_folder_is_found(tmp_path):
    hand_in(tmp_path, "ada", CORRECT)
    (tmp_path / "submitted" / "bob" / UNIT).mkdir(parents=True)
    assert students_of(tmp_path, UNIT) == ["ada", "bob"]
