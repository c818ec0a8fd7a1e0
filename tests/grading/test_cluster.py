"""A Dask cluster: two workers in folders of their own, without secret or gradebook, give the same grades."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from handed_in import ROOT

from course.checks import catalogue
from tools.graded import run_grade

pytest.importorskip("distributed")

from test_equality import CALL_S, SECRET, honest, points

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("bwrap"), reason="grading is isolated by bubblewrap"
    ),
]


def started(arguments, folder, sign):
    """Start a part of the cluster in a folder; return it and what it says after a sign."""
    environment = {key: value for key, value in os.environ.items() if key != "COURSE_SECRET"}
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(folder / "library"), "TMPDIR": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stderr:
        if found := re.search(sign, line):
            return process, found[1]
    raise RuntimeError("a part of the cluster did not start")


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler with two workers, each with a copy of the course and nothing else."""
    parts = []
    try:
        for name in ("scheduler", "one", "two"):
            library = tmp_path / name / "library"
            shutil.copytree(ROOT / "course", library / "course", ignore=shutil.ignore_patterns("__pycache__"))
        options = ["--host", "127.0.0.1", "--no-dashboard"]
        process, address = started(
            ["scheduler", *options, "--port", "0"], tmp_path / "scheduler", r"Scheduler at: +(tcp://\S+)"
        )
        parts.append(process)
        for name in ("one", "two"):
            there = [
                "worker",
                address,
                "--host",
                "127.0.0.1",
                "--no-dashboard",
                "--nthreads",
                "1",
                "--no-nanny",
            ]
            process, _ = started([*there, "--name", name], tmp_path / name, r"Registered to: +(tcp://\S+)")
            parts.append(process)
        yield address
    finally:
        for process in reversed(parts):
            process.terminate()
            process.wait()
            process.stderr.close()


def test_two_workers_elsewhere_give_the_same_grades(cluster, tmp_path):
    answers = {unit: honest(unit) for unit in catalogue.UNITS}
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    local = run_grade(here, answers=answers, secret=SECRET, call_s=CALL_S, jobs=1)
    away = run_grade(there, answers=answers, secret=SECRET, call_s=CALL_S, scheduler=cluster)
    assert points(away) == points(local)
    assert away == local  # what the check cells show too
    for name in ("one", "two"):
        files = {path.name for path in (tmp_path / name).rglob("*") if "library" not in path.parts}
        assert not files & {"secret.txt", "gradebook.db"}
