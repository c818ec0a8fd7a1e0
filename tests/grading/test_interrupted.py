"""Interrupted grading: killed, without room or locked out, nothing is lost, and nothing is half there."""

import contextlib
import dataclasses
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

import pytest
from handed_in import ROOT, UNIT, filled, hand_in

from course.checks import catalogue
from course.grading import gradebook, judging
from course.grading.commands import grade

pytest_plugins = ("ground",)  # a gradebook and warm workers, made once

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]
CLASS = 20
KILLS = 10
FUNCTIONS = catalogue.functions(UNIT)
LATE = """
from nbgrader.plugins import BasePlugin
class Late(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        {does}
c = get_config()
c.AssignLatePenalties.plugin_class = Late
"""


def new_class(folder, students):
    """Make a class in which the k-th student has k exercises right, and then begins anew."""
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "secret.txt").write_text("a secret", encoding="utf-8")
    for k in range(students):
        blank = FUNCTIONS[k % (len(FUNCTIONS) + 1) :]
        answers = {one.id: f"def {one.function}(*given):\n    return -1" for one in blank}
        hand_in(folder, f"student-{k:02}", filled(answers, k=k))
    return folder


def deserved(k):
    return sum(one.points for one in FUNCTIONS[: k % (len(FUNCTIONS) + 1)])


def in_the_book(folder):
    """Return the points of each student as they stand in the gradebook, one row for each submission."""
    asked = """SELECT sa.student_id, SUM(g.auto_score) FROM submitted_assignment sa
               JOIN submitted_notebook sn ON sn.assignment_id = sa.id JOIN grade g ON g.notebook_id = sn.id
               GROUP BY sn.id ORDER BY sa.student_id"""
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as db:
        return db.execute(asked).fetchall()


def assert_whole(folder, students):
    """Everybody has one submission in the gradebook, the points deserved, and a whole notebook."""
    assert in_the_book(folder) == [(f"student-{k:02}", deserved(k)) for k in range(students)]
    for k in range(students):
        path = folder / "autograded" / f"student-{k:02}" / UNIT / f"{UNIT}.ipynb"
        assert json.loads(path.read_text("utf-8"))["cells"]
    assert not list(folder.rglob("*.part"))


def start(folder):
    command = [sys.executable, "-m", "course.grading.commands", UNIT, "--course", str(folder)]
    program = "import sys; from course.grading.commands import grade; sys.exit(grade(sys.argv[1:]))"
    command[1:3] = ["-c", program]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


@pytest.mark.long
def test_killed_at_any_moment_and_run_again_every_grade_is_right(tmp_path):
    began = time.monotonic()
    assert start(new_class(tmp_path / "whole", CLASS)).wait() == 0
    whole_s = time.monotonic() - began
    assert_whole(tmp_path / "whole", CLASS)
    moments = random.Random(12)
    for kill in range(KILLS):
        folder = new_class(tmp_path / str(kill), CLASS)
        running = start(folder)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(moments.uniform(0.05, 1.0) * whole_s)
        running.kill()
        running.wait()
        assert grade([UNIT, "--course", str(folder)]) == 0
        assert_whole(folder, CLASS)


@pytest.mark.long
def test_a_fifth_that_is_damaged_changes_nothing_for_the_others(tmp_path, put_gradebook, warm):
    folder = new_class(tmp_path / "class", CLASS)
    put_gradebook(folder)
    damages = (lambda data: data[: len(data) // 2], lambda _: b"", lambda _: b"<html>", lambda _: bytes(99))
    damaged = {f"student-{5 * k:02}": damage for k, damage in enumerate(damages)}
    for name, damage in damaged.items():
        path = folder / "submitted" / name / UNIT / f"{UNIT}.ipynb"
        path.write_bytes(damage(path.read_bytes()))
    assert grade([UNIT, "--course", str(folder)]) == 1
    points = dict(in_the_book(folder))
    assert all(points.pop(name) is None for name in damaged)
    whole = {f"student-{k:02}": deserved(k) for k in range(CLASS)}
    assert points == {name: one for name, one in whole.items() if name not in damaged}


@pytest.fixture
def three(tmp_path):
    """A class of three, of which nobody has been graded."""
    return new_class(tmp_path, 3)


@pytest.fixture(scope="module")
def template(tmp_path_factory, put_gradebook):
    folder = new_class(tmp_path_factory.mktemp("template") / "class", 3)
    put_gradebook(folder)
    return folder


@pytest.fixture
def prepared(template, tmp_path, warm):
    """The same, with a gradebook that knows the unit."""
    return shutil.copytree(template, tmp_path / "prepared")


def test_a_locked_gradebook_is_told_and_nothing_is_half_written(prepared, monkeypatch, capsys):
    monkeypatch.setattr(gradebook, "WAIT_S", 0.1)
    with contextlib.closing(sqlite3.connect(prepared / "gradebook.db", isolation_level=None)) as formgrader:
        formgrader.execute("BEGIN IMMEDIATE")
        assert grade([UNIT, "--course", str(prepared)]) == 2
        assert "in use by another program, such as Formgrader" in capsys.readouterr().err
        assert not [path for path in (prepared / "autograded").rglob("*") if path.is_file()]
    assert grade([UNIT, "--course", str(prepared)]) == 0
    assert_whole(prepared, 3)


@pytest.mark.long
def test_a_gradebook_that_is_locked_before_it_knows_the_unit_is_told(three, capsys):
    gradebook.prepare(three, "4-separation", ROOT / "solutions" / "4-separation" / "4-separation.ipynb")
    with contextlib.closing(sqlite3.connect(three / "gradebook.db", isolation_level=None)) as formgrader:
        formgrader.execute("BEGIN EXCLUSIVE")
        assert grade([UNIT, "--course", str(three)]) == 2
    assert "in use by another program" in capsys.readouterr().err
    assert grade([UNIT, "--course", str(three)]) == 0
    assert_whole(three, 3)


@pytest.mark.parametrize("room", [pytest.param(20_000, marks=pytest.mark.long), 150_000])
def test_without_room_on_the_disk_nothing_is_half_written(prepared, capsys, room):
    """A limit on the size of files stands for a full disk: 20 kB hold no notebook, 150 kB no gradebook."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        assert grade([UNIT, "--course", str(prepared)]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    told = capsys.readouterr().err
    assert "What is graded" in told and len(told.splitlines()) == 1
    assert not list(prepared.rglob("*.part"))
    assert grade([UNIT, "--course", str(prepared)]) == 0
    assert_whole(prepared, 3)


def test_a_full_disk_is_called_so_before_anything_begins(prepared, capsys):
    (prepared / ".room.part").symlink_to("/dev/full")
    assert grade([UNIT, "--course", str(prepared)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("The disk is full") and "make room" in told and "NOT ISOLATED" not in told
    assert not (prepared / ".room.part").is_symlink() and not (prepared / "autograded").exists()


def test_a_corrected_check_lists_the_marks_that_change(prepared, capsys, monkeypatch):
    assert grade([UNIT, "--course", str(prepared)]) == 0
    with contextlib.closing(sqlite3.connect(prepared / "gradebook.db")) as db, db:
        asked = """UPDATE grade SET manual_score = 1.5 WHERE cell_id IN
                   (SELECT id FROM base_cell WHERE name = ?) AND notebook_id IN (SELECT sn.id FROM
                   submitted_notebook sn JOIN submitted_assignment sa ON sn.assignment_id = sa.id
                   WHERE sa.student_id = 'student-02')"""
        db.execute(asked, (f"{FUNCTIONS[0].id}-check",))
    first, *others = catalogue.UNITS[UNIT]
    corrected = dataclasses.replace(first, reference=lambda *given: 2 * first.reference(*given))
    monkeypatch.setitem(catalogue.UNITS, UNIT, (corrected, *others))
    monkeypatch.setattr(judging, "checks_fingerprint", lambda: "corrected")
    capsys.readouterr()
    assert grade([UNIT, "--course", str(prepared)]) == 0
    told = capsys.readouterr().out
    assert "marks that changed: 2\n  student-01 u2-1: 2 -> 0\n" in told
    assert "  student-02 u2-1: 2 -> 0 (a person gave 1.5, which stands: look again)\n" in told


@pytest.mark.parametrize(
    ("does", "codes"),
    [("return 1.0", [0]), pytest.param("raise KeyError('who')", [2], marks=pytest.mark.long)],
)
def test_marks_and_what_is_lost_for_lateness_are_written_together(prepared, capsys, does, codes):
    (prepared / "nbgrader_config.py").write_text(LATE.format(does=does), encoding="utf-8")
    for k in range(3):
        folder = prepared / "submitted" / f"student-{k:02}" / UNIT
        (folder / "timestamp.txt").write_text("2026-03-02 00:00:00 UTC", encoding="utf-8")
    with contextlib.closing(sqlite3.connect(prepared / "gradebook.db")) as db, db:
        db.execute("UPDATE assignment SET duedate = '2026-03-01 00:00:00.000000'")
    assert [grade([UNIT, "--course", str(prepared)])] == codes
    with contextlib.closing(sqlite3.connect(prepared / "gradebook.db")) as db:
        lost = [row[0] for row in db.execute("SELECT late_submission_penalty FROM submitted_notebook")]
    if codes == [0]:
        assert sorted(lost) == [0, 1, 1]  # nobody loses more than was earned
    else:
        assert (
            lost == []
            and "The plugin for late submissions stopped (KeyError: 'who')" in capsys.readouterr().err
        )
        assert not [path for path in (prepared / "autograded").rglob("*") if path.is_file()]
