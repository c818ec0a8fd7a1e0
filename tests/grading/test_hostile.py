"""Hostile submissions: whatever they do beside their answers earns nothing and touches nobody."""

import contextlib
import hashlib
import json
import os
import shutil
import socket
import sys
from pathlib import Path

import hostile
import pytest
from handed_in import ROOT, filled, hand_in
from hostile import UNIT

from course.checks import catalogue
from course.grading import hearing
from course.grading.commands import grade
from course.grading.states import GRADED

SECRET = "a secret of this class"
FULL = sum(one.points for one in catalogue.functions(UNIT))
EVIL = ("<script", "onerror", "javascript:", "<iframe", "<style", "<form", "http-equiv", "onload", "<svg")
FETCHED = ('src=\\"http', "src=http", "url(http")

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]


@pytest.fixture(scope="module")
def listener():
    """A server of this machine and one of an abstract name: nobody may come."""
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind("\0iss-abstract")
        unix.listen()
        for one in (tcp, unix):
            one.setblocking(False)
        yield tcp, unix


@pytest.fixture(scope="module")
def course(tmp_path_factory, listener):
    """A class of the hostile and the odd, with honest neighbours at both ends of the alphabet."""
    folder = tmp_path_factory.mktemp("class")
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    port = str(listener[0].getsockname()[1])
    for name, source in (hostile.ATTACKS | hostile.SLOW).items():
        hand_in(folder, name, hostile.wrong(source.replace("PORT", port)))
    for name, source in hostile.ODD.items():
        hand_in(folder, name, hostile.odd(source))
    for name in ("a-neighbour", "m-neighbour", "z-neighbour"):
        hand_in(folder, name, filled(written="mine"))
    return folder


def print_table(folder):
    """Print a line for each case: points, state, flags."""
    for one in json.loads((folder / "out.json").read_text("utf-8")):
        flags = "; ".join(one["flags"])[:120]
        print(f"{one['student']:34}{sum(one['points'].values()):>5g}  {one['state']:10} {flags}")


def fingerprint(folder):
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def graded(course):
    """What came of it, and what lay at home and among the submissions before."""
    before = fingerprint(course / "submitted"), set(Path.home().iterdir()), set(os.listdir("/tmp"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hearing, "CELL_S", 6.0)
        grade([UNIT, "--course", str(course), "--jobs", "2", "--json", str(course / "out.json")])
    print_table(course)
    listed = json.loads((course / "out.json").read_text("utf-8"))
    return {one["student"]: one for one in listed}, before


@pytest.mark.parametrize("name", [*hostile.ATTACKS, *hostile.SLOW])
def test_nothing_but_answers_earns_points(graded, name):
    one = graded[0][name]
    assert sum(one["points"].values()) == 0, one
    assert one["state"] == GRADED, one  # a mark, not a way out of one


@pytest.mark.parametrize("name", [*hostile.ODD, "a-neighbour", "m-neighbour", "z-neighbour"])
def test_what_is_honest_earns_everything(graded, name):
    assert sum(graded[0][name]["points"].values()) == FULL, graded[0][name]


def test_nothing_outside_has_changed(graded, course, listener):
    _, (submitted, home, temporary) = graded
    assert fingerprint(course / "submitted") == submitted
    assert set(Path.home().iterdir()) == home
    assert not [name for name in set(os.listdir("/tmp")) - temporary if name.startswith(("iss", "OUTSIDE"))]
    assert not list(course.rglob("OUTSIDE"))
    for server in listener:
        with pytest.raises(BlockingIOError):
            server.accept()


def test_no_process_is_left_over(graded):
    names = set()
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            names.add((folder / "comm").read_text().strip())
    assert "iss-left-over" not in names


def printed(course, student):
    """Return what the cells of a graded notebook printed."""
    notebook = json.loads((course / "autograded" / student / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    return "".join(one.get("text", "") for cell in notebook["cells"] for one in cell.get("outputs", ()))


def test_nothing_is_found_of_others_and_no_secret(graded, course):
    assert "traces: [] False" in printed(course, "looks-for-traces")
    assert "\n[]\n" in printed(course, "finds-the-catalogue")
    assert "IMPORTED" not in printed(course, "finds-the-catalogue")
    for name in graded[0]:
        text = printed(course, name)
        assert SECRET not in text and "SQLite format" not in text and "root:" not in text, name


def test_pages_hold_nothing_that_runs_or_is_fetched(graded, course):
    text = json.loads(
        (course / "autograded" / "shows-evil-pages" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    )
    for one in text["cells"]:
        for output in one.get("outputs", ()):
            for kind, shown in output.get("data", {}).items():
                if kind not in ("text/plain", "text/latex"):  # shown as text, and escaped
                    assert not [mark for mark in (*EVIL, *FETCHED) if mark in shown], (kind, shown)
                assert kind not in ("application/javascript", "text/markdown", "image/svg+xml")
                assert kind != "text/latex" or "<" not in shown


def test_a_flag_is_said_once_and_files_stay_small(graded, course):
    for one in graded[0].values():
        assert len(one["flags"]) == len(set(one["flags"])) <= 20, one["student"]
    assert all(
        path.stat().st_size < 6_000_000 for path in (course / "autograded").rglob("*") if path.is_file()
    )
