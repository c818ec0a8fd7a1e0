"""Ground of the tests of grading: a gradebook that knows a unit, made once, for nbgrader takes seconds to."""

import shutil

import pytest
from handed_in import ROOT, UNIT

from course.grading import gradebook


@pytest.fixture(scope="session")
def put_gradebook(tmp_path_factory):
    """A function that puts a new gradebook, which knows the unit, into a folder."""
    made = tmp_path_factory.mktemp("gradebook")
    gradebook.prepare(made, UNIT, ROOT / "solutions" / UNIT / f"{UNIT}.ipynb")
    return lambda folder: shutil.copy(made / "gradebook.db", folder)
