"""Grading a class: ``python -m course grade`` beside plain nbgrader, in one process and in two.

Each begins where a release is made and everybody has handed in, and ends with marks in a gradebook. Starts of
programs count. Marks must be equal before a time is told.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row, by_turns, wall_s
from course.checks import catalogue
from course.grading import gradebook
from tools.answers import read_answers
from tools.trial import hand_in

ROOT = Path(__file__).resolve().parent.parent
UNIT = "2-orbital-basics"
BARS = {30: (1 / 6, 1 / 4), 100: (1 / 12, 1 / 8)}  # of one process, of two
TIMES_OF_100 = 3.3  # what three times as many may take
MOST_MB = 500  # of the program itself
_GRADE = """
import json, resource, sys
from course.grading.commands import grade
code = grade(sys.argv[1:])
print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
sys.exit(code)
"""


def rows():
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        for students, (of_one, of_two) in BARS.items():
            ours_s, jobs_s, one_s, two_s = _beside_nbgrader(Path(folder), students)
            what = f"a class of {students} graded, {students / ours_s:.1f} notebooks a second"
            yield Row(what, ours_s, one_s, "s", "nbgrader autograde", of_one)
            yield Row(what, ours_s, two_s, "s", "the same, halves of the class in 2 processes", of_two)
            yield Row(f"a class of {students} with --jobs 2", jobs_s, two_s, "s", "the same", of_two)
        small_s, hundred_s, large_s = by_turns(
            *(_grading(_released(Path(folder), "grown", students)) for students in (10, 100, 300)),
            repeats=1,
            timer=wall_s,
        )
        yield Row("a class of 10", small_s, hundred_s, "s", "a class of 100", 1)
        yield Row("a class of 300", large_s, hundred_s, "s", "a class of 100", TIMES_OF_100)
        peak_mb = _peak_mb[-1]
        yield Row(
            "peak memory of the program, class of 300", peak_mb, float("nan"), "MB", "-", MOST_MB, of="ours"
        )


_peak_mb = []


def _beside_nbgrader(folder, students):
    ours, jobs, one = (_released(folder, name, students) for name in ("ours", "jobs", "one"))
    halves = [_released(folder, f"half-{k}", students, k) for k in range(2)]
    times = by_turns(
        _grading(ours),
        _grading(jobs, "--jobs", "2"),
        lambda: _by_nbgrader([one]),
        lambda: _by_nbgrader(halves),
        repeats=1,
        timer=wall_s,
    )
    if not _marks([ours]) == _marks([jobs]) == _marks([one]) == _marks(halves):
        raise RuntimeError("the ways of grading do not give the same marks")
    return times


def _released(folder, name, students, half=None):
    """Make a course whose gradebook knows the unit, with a class, or one half of it, that has handed in."""
    course = folder / f"{name}-{students}"
    for part in ("solutions", "exercises"):
        shutil.copytree(ROOT / part / UNIT, course / part / UNIT)
    shutil.copy(ROOT / "nbgrader_config.py", course)
    (course / "secret.txt").write_text("a secret of the benchmark", encoding="utf-8")
    gradebook.prepare(course, UNIT, course / "solutions" / UNIT / f"{UNIT}.ipynb")
    answers = {one.id: _answers(one) for one in catalogue.functions(UNIT)}
    for k in range(students):
        if half is None or k % 2 == half:
            cells = {name: each[k % len(each)] for name, each in answers.items()}
            hand_in(course, UNIT, f"student-{k:03}", cells, release=course / "exercises")
    return course


def _answers(exercise):
    """Return right answers, and as many slips that people make."""
    every = read_answers(ROOT / "tests" / "answers", exercise)
    right = [one.source for one in every if one.kind == "right"]
    known = {slip.name for slip in exercise.misconceptions}
    return right + [one.source for one in every if one.kind == "wrong" and one.name in known][: len(right)]


def _grading(course, *more):
    def work():
        done = _run(["-c", _GRADE, UNIT, "--course", str(course), *more], course)
        told, _ = done.communicate()
        _must(done, told)
        _peak_mb.append(json.loads(told.splitlines()[-1]))

    return work


def _by_nbgrader(courses):
    running = [_run(["-m", "nbgrader", "autograde", UNIT], course) for course in courses]
    for one in running:
        told, _ = one.communicate()
        _must(one, told)


def _run(arguments, course):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(course / "no-config")}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=course,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _must(done, told):
    if done.returncode:
        raise RuntimeError(f"grading stopped: {told}")


def _marks(courses):
    """Return what exercises that a program checks have earned, by student."""
    asked = """SELECT sa.student_id, bc.name, g.auto_score FROM submitted_assignment sa
               JOIN submitted_notebook sn ON sn.assignment_id = sa.id JOIN grade g ON g.notebook_id = sn.id
               JOIN base_cell bc ON bc.id = g.cell_id WHERE bc.type = 'GradeCell'"""
    marks = {}
    for course in courses:
        with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as db:
            marks |= {(student, cell): points for student, cell, points in db.execute(asked)}
    return marks
