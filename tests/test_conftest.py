"""The tests' own ground: it has no way out, and a browser that is missing does not pass unseen in CI."""

import os
import re
import socket
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import conftest
import pytest


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "2001:db8::1", "example.org"]
)  # RFC 5737, 3849, 2606: nobody's
def test_sockets_to_the_outside_are_refused(host):
    with pytest.raises(AssertionError, match="tests do not use the network"):
        socket.create_connection((host, 80), timeout=1)


def test_requests_to_the_outside_are_refused():
    with pytest.raises(AssertionError, match="tests do not use the network"):
        urllib.request.urlopen("https://example.org/", timeout=1)


def test_datagrams_to_the_outside_are_refused():
    with (
        socket.socket(type=socket.SOCK_DGRAM) as sender,
        pytest.raises(AssertionError, match="tests do not use the network"),
    ):
        sender.sendto(b"?", ("192.0.2.1", 53))


def test_this_machine_can_talk_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


THREE = (
    "import pytest\ndef test_browser(chromium):\n    pass\n"
    "@pytest.mark.long\ndef test_long(few):\n    assert few(range(9)) == [*range(9)]\n"
    "def test_short(few):\n    assert few([]) == [] and few(range(9))[-1] == 8\n"
)


def test_a_missing_browser_fails_in_ci_and_what_is_long_runs_when_it_is_asked_for(pytester_run):
    assert "1 passed, 1 skipped, 1 deselected" in pytester_run(THREE, CI="")
    assert "2 passed, 1 error" in pytester_run(THREE, "--long", CI="true")


@pytest.mark.parametrize("count, sample", [(0, []), (2, [0, 1]), (3, [0, 1, 2]), (10, [0, 4, 9])])
def test_a_sample_of_states_is_spread_and_has_both_ends(count, sample):
    assert conftest.spread(range(count)) == sample


@pytest.mark.parametrize("side_by_side", [False, True])
def test_one_after_another_quick_tests_come_first_and_side_by_side_the_long_ones(side_by_side):
    class Item(SimpleNamespace):
        def get_closest_marker(self, name):
            return self.marks.get(name)

    slow = {"slow": pytest.mark.slow.mark}
    items = [
        Item(name="page", fixturenames=("chromium",), marks={}),
        Item(name="quick", fixturenames=(), marks={}),
        Item(name="lab", fixturenames=("chromium", "lab"), marks=slow),
        Item(name="slow", fixturenames=(), marks=slow),
    ]
    worker = SimpleNamespace(getoption=lambda name: True, **({"workerinput": {}} if side_by_side else {}))
    conftest.pytest_collection_modifyitems(worker, items)
    order = ["quick", "slow", "page", "lab"]
    assert [one.name for one in items] == (order[::-1] if side_by_side else order)


def test_what_is_tried_in_jupyterlab_and_with_a_lesson_is_given_to_one_worker_and_other_files_stay_whole():
    config = SimpleNamespace(
        getvalue={"dist": "loadfile", "tx": ["popen"], "numprocesses": 2}.get, option=SimpleNamespace(tx=[])
    )
    scopes = conftest.pytest_xdist_make_scheduler(config, None)._split_scope
    labs = {scopes(f"tests/browser/test_{name}_lab.py::test_it[1]") for name in ("cannon", "lessons")}
    pages = {scopes(f"tests/browser/test_cannon_page.py::test_{name}") for name in ("one", "two")}
    lesson = {scopes(f"tests/test_{name}.py::test_it") for name in ("prose", "site")}
    assert len(labs) == len(pages) == len(lesson) == len(labs | pages | lesson) - 2 == 1
    config.getvalue = {"dist": "load"}.get
    assert conftest.pytest_xdist_make_scheduler(config, None) is None


@pytest.mark.parametrize(
    ("long", "ci", "same"), [(False, "true", True), (False, "", False), (True, "true", False)]
)
def test_only_a_change_makes_ci_red_and_other_runs_draw_new_examples(monkeypatch, long, ci, same):
    monkeypatch.setenv("CI", ci)
    assert conftest.examples(long).derandomize is same
    assert conftest.examples(long).deadline is None


@pytest.fixture
def pytester_run(tmp_path):
    """Run a test file under our conftest, on a machine where no browser is found; return what pytest says."""

    def run(text, *more, **variables):
        (tmp_path / "test_it.py").write_text(text, encoding="utf-8")
        conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
        nowhere = "\n_BROWSERS = _KNOWN_PLACES = ()\n"
        (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    long\n    slow\n", encoding="utf-8")
        (tmp_path / "conftest.py").write_text(conftest + nowhere, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "COURSE_CHROMIUM"}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path), *more]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment | variables, capture_output=True, text=True, check=False
        )
        return done.stdout

    return run


def long_files():
    """Return which files of tests hold something that runs with ``--long`` only, by their own words."""
    own = {"test_conftest"}  # it tries the marker
    files = Path(__file__).parent.rglob("test_*.py")
    words = ("pytest.mark.long", 'getoption("--long")')
    return {path.stem for path in files if any(word in path.read_text("utf-8") for word in words)} - own


def test_the_table_of_what_is_long_names_the_files_that_hold_it():
    built = Path("docs", "how-it-is-built.md")
    text = (Path(__file__).parent.parent / built).read_text("utf-8")
    table = text[text.index("| long | always |") :].split("\n\n")[0].splitlines()[2:]
    cells = " ".join(row.rstrip("| ").rpartition("| ")[2] for row in table)
    named = {f"test_{name}" for name in re.findall(r"`(\w+)`", cells)} - {"test_few", "test_widths"}
    told = [f"{built.as_posix()}: the table of what is long lacks {name}" for name in long_files() - named]
    told += [f"{built.as_posix()}: {name} holds nothing that is long" for name in named - long_files()]
    assert not told, "\n".join(sorted(told))


def test_every_marker_says_what_it_does():
    """What stands in pyproject.toml is what `pytest --markers` shows to somebody new."""
    root = Path(__file__).parent.parent
    markers = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    contributing = (root / "CONTRIBUTING.md").read_text("utf-8")
    for line in markers["markers"]:
        name, _, said = line.partition(": ")
        assert "runs" in said, f"pyproject.toml: the marker {name} does not say when it runs"
        assert f"is marked `{name}`" in contributing, f"CONTRIBUTING.md does not say what is marked `{name}`"
