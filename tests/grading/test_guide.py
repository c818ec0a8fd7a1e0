"""The teacher's guide, word for word: its commands run as they stand, on a class of three, in a copy."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile

import pytest
from handed_in import ROOT, UNIT, filled

from course.grading import handout
from tools import guide

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]
TEXT = guide.GUIDE.read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.M | re.S) for line in block.splitlines()]
COURSE = "python3 -m course "
MARKING = f"{COURSE}lab --teacher"
ROSTER = "student,first_name,last_name,email\n" + "".join(
    f"{name},{name.title()},Lee,{name}@example.org\n" for name in ("ann", "bob", "cem")
)
MARKED = """UPDATE grade SET manual_score = 2, needs_manual_grade = 0
            WHERE cell_id IN (SELECT id FROM base_cell WHERE type = 'TaskCell')"""
ALL_OF_THEM = """
import json, os, sqlite3, sys
from course.start import commands, launch
codes = []
for words in json.loads(sys.argv[1]):
    os.environ["COURSE_ENTERED"] = os.getcwd()  # as in the course's own environment
    if words[0] == "lab":  # where a person marks in Formgrader
        launch.options(words[1:])
        with sqlite3.connect("gradebook.db") as db:
            db.execute(sys.argv[2])
    else:
        codes.append(commands.main(words))
print(json.dumps(codes))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A checkout of the course, with what a class of three has handed in."""
    copy = tmp_path_factory.mktemp("guide") / "a course"
    for source, place in handout.needed():
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy / place)
    for folder in ("solutions", "exercises"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "nbgrader_config.py", copy)
    (copy / "class.csv").write_text(ROSTER, encoding="utf-8")
    with zipfile.ZipFile(copy / "handed-in.zip", "w") as packed:
        for k, name in enumerate(("Ann", "Bob", "Cem")):
            place = f"{name} Lee_1023{k}_assignsubmission_file_/{UNIT}.ipynb"
            packed.writestr(place, json.dumps(filled(k=k, written="It falls, and the pen with it.")))
    return copy


def run(course, lines, said=""):
    """Run commands in one process, for nbgrader takes seconds to import; return codes and what they say."""
    words = [shlex.split(line.removeprefix(COURSE)) for line in lines]
    done = subprocess.run(
        [sys.executable, "-c", ALL_OF_THEM, json.dumps(words), MARKED],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(course)},
        input=said,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), done.stdout + done.stderr


def test_its_commands_run_as_they_stand(course):
    secret, *lines = LINES
    subprocess.run(
        ["sh", "-c", secret.replace("python3", shlex.quote(sys.executable))], cwd=course, check=True
    )
    assert len((course / "secret.txt").read_text("utf-8")) > 32
    assert all(line.startswith(COURSE) for line in lines)
    assert MARKING in lines
    codes, told = run(course, lines, said="ann\n")
    assert codes == [0] * (len(lines) - 1), told
    assert "collected: 3" in told and "graded: 3" in told and "NOT ISOLATED" not in told
    for name in (
        f"{UNIT}.zip",
        "marks.json",
        "grades.csv",
        "canvas.csv",
        "moodle.csv",
        f"report-{UNIT}.html",
    ):
        assert (course / name).stat().st_size, name
    assert not list(course.rglob("ann")) and (course / "feedback" / "bob" / UNIT / f"{UNIT}.html").exists()
    unnamed = course.parent / "unnamed"
    assert all(one.name.startswith("s-") for one in (unnamed / "submitted").iterdir())


def test_every_command_and_option_that_it_names_exists():
    from course.start.commands import COMMANDS

    named = set(re.findall(r"python3 -m course (\w+)", TEXT))
    assert named <= set(COMMANDS)
    assert {"release", "collect", "grade", "feedback", "export", "report", "forget", "lab", "prove"} <= named
