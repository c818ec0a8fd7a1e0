"""Hidden inputs: drawn for each student and exercise from the teacher's secret, the same each time.

The solutions of the course are public. A number that was copied from them, or from a neighbour, meets
other inputs here; a function that was copied earns what it deserves.
"""

import hmac
import os
import random
from pathlib import Path

PUBLIC_SECRET = "no secret is set: these inputs can be foretold"


def secret():
    """Return the teacher's secret from the environment variable COURSE_SECRET, or the public one."""
    return os.environ.get("COURSE_SECRET", "").strip() or PUBLIC_SECRET


def student_here(folder=None):
    """Return whose notebook runs in a folder: nbgrader grades in ``autograded/<student>/<assignment>``.

    Anywhere else the student is ``""``.
    """
    folder = Path.cwd() if folder is None else Path(folder)
    return folder.parent.name if folder.parent.parent.name == "autograded" else ""


def drawn_inputs(exercise, *, student, secret):
    """Return the hidden inputs of one student: HMAC-SHA256 of exercise and student seeds the draw.

    Examples
    --------
    >>> from course.checks.catalogue import exercise
    >>> one = drawn_inputs(exercise("u2-1"), student="ada", secret="s")
    >>> one == drawn_inputs(exercise("u2-1"), student="ada", secret="s")
    True
    >>> one == drawn_inputs(exercise("u2-1"), student="bob", secret="s")
    False
    """
    digest = hmac.digest(secret.encode(), f"{exercise.id}\n{student}".encode(), "sha256")
    return exercise.draw(random.Random(int.from_bytes(digest)))


def graded_inputs(exercise, *, student, secret):
    """Return all inputs that a grade rests on: the shown ones, then the hidden ones."""
    return [*exercise.shown, *drawn_inputs(exercise, student=student, secret=secret)]
