"""Grading a class: the points of plain nbgrader for honest work, nothing for anything but answers."""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import hostile
import pytest
from handed_in import ROOT, UNIT, filled, hand_in

from course.checks import catalogue
from course.checks.wording import mark_scheme
from course.grading import hearing, sandbox
from course.grading.commands import grade
from course.grading.states import GRADED

isolated = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
)
pytestmark = [pytest.mark.slow, isolated]
pytest_plugins = ("ground",)  # a gradebook and warm workers, made once

FULL = sum(one.points for one in catalogue.functions(UNIT))
SECRET = "a secret of this class"


SAMPLE = (  # test_hostile.py has all of them
    *(
        "patches-the-judge",
        "equals-everything",
        "replaces-the-recorder",
        "forges-answers",
        "forges-a-far-cell",
    ),
    *("reads-everything", "writes-outside", "leaves-by-the-back-door", "finds-the-catalogue"),
)


@pytest.fixture(scope="module")
def course(tmp_path_factory, put_gradebook):
    """A class that has been graded: three honest, and one for each attack."""
    folder = tmp_path_factory.mktemp("class")
    put_gradebook(folder)
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    for k in range(3):
        hand_in(folder, f"honest-{k}", filled(k=k, written="<script>alert(1)</script> **mine**"))
    hand_in(folder, "blank", json.loads((ROOT / "exercises" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")))
    for name in SAMPLE:
        hand_in(folder, name, hostile.wrong(hostile.ATTACKS[name]))
    brought = hand_in(folder, "brings-a-course", hostile.wrong("orbital_speed = print"))
    (brought.parent / "course").mkdir()
    (brought.parent / "course" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    os.symlink(folder / "submitted" / "honest-0" / UNIT / f"{UNIT}.ipynb", _place(folder, "links"))
    one = catalogue.functions(UNIT)[1]
    hand_in(
        folder,
        "one-never-ends",
        filled({one.id: f"def {one.function}(*given):\n    while True:\n        pass"}),
    )
    hand_in(
        folder, "one-dies", filled({one.id: f"def {one.function}(*given):\n    import os\n    os._exit(1)"})
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hearing, "CALL_S", 1.0)
        code = grade([UNIT, "--course", str(folder), "--json", str(folder / "out.json")])
    return folder, code


def _place(folder, student):
    path = folder / "submitted" / student / UNIT / f"{UNIT}.ipynb"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture(scope="module")
def results(course):
    listed = json.loads((course[0] / "out.json").read_text("utf-8"))
    return {one["student"]: one for one in listed}


def earned(result):
    return sum(result["points"].values())


def test_honest_work_earns_what_it_deserves(results):
    for k in range(3):
        assert results[f"honest-{k}"]["state"] == GRADED
        assert earned(results[f"honest-{k}"]) == FULL
    assert earned(results["blank"]) == 0


@pytest.mark.parametrize("name", [*SAMPLE, "brings-a-course"])
def test_nothing_but_answers_earns_points(results, name):
    assert earned(results[name]) == 0, results[name]


def test_a_link_is_refused_and_the_teacher_is_told(results, course):
    assert results["links"]["state"] == "refused"
    assert "link" in results["links"]["reason"]
    assert course[1] == 1  # somebody was not graded


@pytest.mark.parametrize("name", ["one-never-ends", "one-dies"])
def test_one_function_costs_one_exercise(results, name):
    one = catalogue.functions(UNIT)[1]
    assert results[name]["points"][one.id] == 0
    assert earned(results[name]) == FULL - one.points


def test_nothing_outside_is_touched_and_no_secret_is_shown(course, results):
    folder, _ = course
    for k in range(3):
        assert (folder / "submitted" / f"honest-{k}" / UNIT / f"{UNIT}.ipynb").exists()
    assert not list(folder.rglob("OUTSIDE"))
    assert not Path("/tmp/iss-outside").exists() and not (Path.home() / "iss-outside").exists()
    shown = "".join(path.read_text("utf-8") for path in (folder / "autograded").rglob("*.ipynb"))
    assert SECRET not in shown
    assert "SQLite format" not in shown and "root:" not in shown


def test_a_script_in_a_written_answer_does_not_reach_the_marker(course):
    text = (course[0] / "autograded" / "honest-0" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    assert "<script" not in text and "mine" in text


def test_grading_again_changes_nothing(course, results, capsys):
    folder, _ = course
    before = (folder / "out.json").read_text("utf-8")
    grade([UNIT, "--course", str(folder), "--json", str(folder / "again.json")])
    assert json.loads((folder / "again.json").read_text("utf-8")) == json.loads(before)


class TestWithoutIsolation:
    @pytest.fixture
    def course(self, tmp_path, monkeypatch, put_gradebook):
        """A class of one on a machine that has no bubblewrap."""
        put_gradebook(tmp_path)
        monkeypatch.setattr(sandbox, "bwrap_paths", list)
        sandbox.isolation.cache_clear()
        shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
        hand_in(tmp_path, "honest", filled())
        yield tmp_path
        sandbox.isolation.cache_clear()

    def test_nothing_runs(self, course, capsys):
        assert grade([UNIT, "--course", str(course), "--json", str(course / "out.json")]) == 2
        assert "Nothing was graded" in capsys.readouterr().err
        assert not (course / "out.json").exists()

    def test_people_who_are_trusted_are_graded_and_it_is_said_loudly(self, course, capsys):
        assert grade([UNIT, "--course", str(course), "--json", str(course / "out.json"), "--trust"]) == 0
        assert "NOT ISOLATED" in capsys.readouterr().err
        (one,) = json.loads((course / "out.json").read_text("utf-8"))
        assert earned(one) == FULL


def test_what_students_get_back_holds_no_scheme_no_hidden_check_and_no_notes(course, monkeypatch):
    from nbgrader.apps import NbGraderAPI  # in this process, which has imported nbgrader already
    from traitlets.config.loader import PyFileConfigLoader

    folder, _ = course
    for name in ("COURSE_SECRET", "JUPYTER_PATH", "PATH"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # the settings change them
    config = PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()
    done = NbGraderAPI(config=config).generate_feedback(UNIT, "honest-0")
    assert done["success"], done
    (page,) = (path for path in (folder / "feedback").rglob("*") if path.is_file())  # and no other file
    shown = page.read_text("utf-8")
    (written,) = (one for one in catalogue.written(UNIT))
    secrets = [line.removeprefix("- ") for line in mark_scheme(written)] + [
        told for _, told in written.typical
    ]
    for secret in ("MARK SCHEME", "HIDDEN TESTS", "grade(", *secrets):
        assert secret not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **mine**" in shown and "<script>alert" not in shown
    assert (
        "<msqrt>" in shown and "MathJax" not in shown and not re.search(r'src="(?!data:)|url\(.?http', shown)
    )
    assert "&lt;p&gt;" not in shown and "&lt;div&gt;" not in shown


def test_a_marker_sees_answer_scheme_and_typical_answers_side_by_side(course):
    notebook = json.loads((course[0] / "autograded" / "honest-0" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    (written,) = (one for one in catalogue.written(UNIT))
    (task,) = (one["source"] for one in notebook["cells"] if one["id"] == written.id)
    (row,) = (line for line in task.splitlines() if line.startswith("<table>"))
    assert "**mine**" in row
    assert all(line.removeprefix("- ") in row for line in mark_scheme(written))
