"""Ground of the tests of grading: a gradebook and warm workers, made once, for each takes seconds."""

import contextlib
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from handed_in import ROOT, UNIT

from course.grading import executors, gradebook, worker


@pytest.fixture(scope="session")
def put_gradebook(tmp_path_factory):
    """A function that puts a new gradebook, which knows the unit, into a folder."""
    made = tmp_path_factory.mktemp("gradebook")
    gradebook.prepare(made, UNIT, ROOT / "solutions" / UNIT / f"{UNIT}.ipynb")
    return lambda folder: shutil.copy(made / "gradebook.db", folder)


@pytest.fixture(scope="session")
def pool():
    """A thread whose sandbox stays warm."""
    with ThreadPoolExecutor(1) as thread:
        yield thread
        worker.cool_all()


@pytest.fixture
def warm(pool, monkeypatch):
    """Let grading use a sandbox that is there already."""

    @contextlib.contextmanager
    def local(jobs, *, trust=False, ahead=True):
        yield pool, worker.run_carefully

    monkeypatch.setattr(executors, "local", local)
