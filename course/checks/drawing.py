"""Hidden inputs: drawn for each student and exercise from the teacher's secret, the same each time.

The solutions of the course are public. A number that was copied from them, or from a neighbour, meets
other inputs here; a function that was copied earns what it deserves.
"""

import codecs
import hmac
import os
import random
from pathlib import Path

from course.checks.exercise import Exercise

PUBLIC_SECRET = "no secret is set: these inputs can be foretold"


def secret() -> str:
    """Return the teacher's secret from the environment variable COURSE_SECRET, or the public one."""
    return os.environ.get("COURSE_SECRET", "").strip() or PUBLIC_SECRET


def secret_from(path: str | Path) -> str:
    """Return the secret that a file holds, whatever editor wrote it: a byte order mark is no part of it.

    Raises
    ------
    ValueError
        If the file holds no text, or none at all: an empty secret must not pass for one.
    """
    content = Path(path).read_bytes()
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        written = content.decode("utf-16" if marked else "utf-8-sig").strip()
    except UnicodeDecodeError:
        written = "\0"
    if "\0" in written:
        raise ValueError(f"{path} is no plain text: save it as UTF-8, with the secret on one line")
    if not written:
        raise ValueError(f"{path} is empty: write the secret on one line, or delete the file")
    return written


def student_here(folder: str | Path | None = None) -> str:
    """Return whose notebook runs in a folder: nbgrader grades in ``autograded/<student>/<assignment>``.

    Anywhere else the student is ``""``.
    """
    folder = Path.cwd() if folder is None else Path(folder)
    return folder.parent.name if folder.parent.parent.name == "autograded" else ""


def drawn_inputs(exercise: Exercise, *, student: str, secret: str, submission: str = "") -> list[tuple]:
    """Return the hidden inputs of one student: HMAC-SHA256 of exercise and student seeds the draw.

    With the digest of a `submission`, whoever hands in something else meets other inputs.

    Examples
    --------
    >>> from course.checks.catalogue import exercise
    >>> one = drawn_inputs(exercise("u2-1"), student="ada", secret="s")
    >>> one == drawn_inputs(exercise("u2-1"), student="ada", secret="s")
    True
    >>> one == drawn_inputs(exercise("u2-1"), student="bob", secret="s")
    False
    """
    told = "\n".join([exercise.id, student, *([submission] if submission else [])])
    digest = hmac.digest(secret.encode(), told.encode("utf-8", "surrogateescape"), "sha256")
    return exercise.draw(random.Random(int.from_bytes(digest)))


def graded_inputs(exercise: Exercise, *, student: str, secret: str, submission: str = "") -> list[tuple]:
    """Return all inputs that a grade rests on: the shown ones, then the hidden ones."""
    return [*exercise.shown, *drawn_inputs(exercise, student=student, secret=secret, submission=submission)]
