"""What a class gets: it works by itself, is marked as a class's, and holds nothing but a student's."""

import json
import subprocess
import sys
import zipfile

import pytest
from handed_in import UNIT, blank

from course.grading import handout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("release") / "for my class"
    assert handout.release([UNIT, "--course", str(out.parent), "--out", str(out)]) == 0
    return out


def test_it_holds_one_unit_the_lessons_and_the_library(folder):
    assert [one.name for one in (folder / "exercises").iterdir()] == [UNIT]
    assert len(list((folder / "notebooks").glob("*.ipynb"))) == 4
    names = {path.name for path in folder.rglob("*")}
    assert not names & {"solutions", "tests", "tools", "secret.txt", "gradebook.db", "__pycache__", ".git"}


def test_only_the_mark_of_a_class_was_added_to_the_exercises(folder):
    notebook = json.loads((folder / "exercises" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    assert notebook["metadata"].pop("iss_course") == {"class": True}
    assert notebook == blank()


def test_a_check_that_runs_in_it_knows_that_it_is_in_a_class(folder):
    code = "import course; from course.checks import ladder; print(course.__file__, ladder.in_class())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder / "exercises" / UNIT,
        env={"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == f"{folder}/course/__init__.py True".split()


def test_a_zip_holds_the_same_and_nothing_is_written_over(folder, tmp_path, capsys):
    out = tmp_path / "unit.zip"
    command = [UNIT, "--course", str(tmp_path), "--out", str(out)]
    assert handout.release(command) == 0
    with zipfile.ZipFile(out) as packed:
        names = {name.partition("/")[2] for name in packed.namelist() if not name.endswith("/")}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == files
    before = out.read_bytes()
    assert handout.release(command) == 2
    assert "is there already" in capsys.readouterr().err and out.read_bytes() == before


def test_an_unknown_unit_is_one_sentence(tmp_path, capsys):
    assert handout.release(["5-mars", "--course", str(tmp_path), "--out", str(tmp_path / "x.zip")]) == 2
    assert "there is no unit '5-mars'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
