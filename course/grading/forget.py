"""``python -m course forget``: one student's data, found and deleted.

It names what it has found before it deletes anything, and what it cannot reach afterwards.
"""

import argparse
import contextlib
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.grading import pseudonyms
from course.grading.commands import add_course, attempt
from course.grading.gradebook import WAIT_S, GradebookError, why_not

FOLDERS = ("submitted", "submitted-earlier", "autograded", "feedback")
OF_NOTEBOOKS = """SELECT sn.id FROM submitted_notebook sn
                  JOIN submitted_assignment sa ON sn.assignment_id = sa.id WHERE sa.student_id = ?"""
ROWS = (  # from the leaves to the root
    ("grade", f"notebook_id IN ({OF_NOTEBOOKS})"),
    ("comment", f"notebook_id IN ({OF_NOTEBOOKS})"),
    ("submitted_notebook", f"id IN ({OF_NOTEBOOKS})"),
    ("submitted_assignment", "student_id = ?"),
    ("student", "id = ?"),
)
BEYOND = (
    "Not reached: tables and reports that you have written, ZIP files that you have downloaded, "
    "nbgrader's exchange, copies elsewhere."
)


@dataclass(frozen=True)
class Found:
    """What there is of a student: folders with their number of files, and rows of the gradebook by table."""

    folders: dict[Path, int]
    rows: dict[str, int]


def forget(argv: Sequence[str] | None = None) -> int:
    """Delete; return 0 if it is done, 1 if nothing was deleted, 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course forget", description="Delete everything of one student."
    )
    parser.add_argument("student", metavar="NAME", help="as the folder in submitted/ is called")
    add_course(parser)
    pseudonyms.add_key(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args(argv)
    return attempt(lambda: _forget(given.course.resolve(), given.student, given.key, given.yes))


def _forget(course, student, key, yes):
    code = pseudonyms.code_of(key, student) if key else student
    found = find(course, code)
    if not (found.folders or found.rows):
        print(f"There is nothing of {student} in {course}.", file=sys.stderr)
        return 1
    for folder, files in found.folders.items():
        print(f"{folder}: {files} files")
    for table, count in found.rows.items():
        print(f"{course / 'gradebook.db'}: {count} of {table}")
    if not yes and not _agreed(student):
        print("Nothing was deleted.")
        return 1
    delete(course, code, found)
    if key:
        pseudonyms.drop(key, code)
    print(f"Deleted. {BEYOND}")
    return 0


def _agreed(student):
    try:
        return input(f"Delete all of it? Type {student} to go on: ").strip() == student
    except EOFError:
        return False


def find(course: Path, student: str) -> Found:
    """Return what there is of a student in a course."""
    if student in ("", ".", "..") or Path(student).name != student:
        raise ValueError(f"{student!r} is not the name of a student's folder")
    places = [course / one / student for one in FOLDERS]
    folders = {one: _files(one) for one in places if one.exists() or one.is_symlink()}
    with _opened(course) as db:
        rows = {table: _count(db, table, where, student) for table, where in ROWS} if db else {}
    return Found(folders, {table: count for table, count in rows.items() if count})


def delete(course: Path, student: str, found: Found) -> None:
    """Delete what was found: all rows or none of them first, then the folders."""
    with _opened(course) as db:
        if db and found.rows:
            db.execute("PRAGMA secure_delete = ON")  # with zeros in the place of what was there
            db.execute("BEGIN IMMEDIATE")
            for table, where in ROWS:
                db.execute(f"DELETE FROM {table} WHERE {where}", (student,))
            db.execute("COMMIT")
    for folder in found.folders:
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink()
        else:
            shutil.rmtree(folder)


def _files(folder):
    return 1 if folder.is_symlink() else sum(not one.is_dir() for one in folder.rglob("*"))


def _count(db, table, where, student):
    (count,) = db.execute(f"SELECT COUNT(*) FROM {table} WHERE {where}", (student,)).fetchone()
    return count


@contextlib.contextmanager
def _opened(course):
    """Open the gradebook, if there is one; what is left undone at the end is undone."""
    path = course / "gradebook.db"
    if not path.exists():
        yield None
        return
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)) as db:
            yield db
    except sqlite3.Error as error:
        raise GradebookError(why_not(path, error)) from None
