"""``python -m course forget``: one student's data, found and deleted.

It names what it has found before it deletes anything, and what it cannot reach afterwards. With the key of a
class under codes it looks for code and name together, and takes the row of the key too.
"""

import argparse
import contextlib
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.grading import people, pseudonyms
from course.grading.commands import add_course, attempt
from course.grading.gradebook import WAIT_S, GradebookError, why_not

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
    "nbgrader's exchange, copies elsewhere{more}."
)
KEY = ", and the key of this class, where the name still stands: the same once more with --key FILE"


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
    parser.add_argument(
        "student",
        metavar="NAME",
        help="as the folder in submitted/ is called; with --key also a name or an address in it",
    )
    add_course(parser)
    pseudonyms.add_key(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args(argv)
    return attempt(lambda: _forget(given.course.resolve(), given.student, given.key, given.yes))


def _forget(course, student, key, yes):
    known = people.known(course)
    code, row = _who(student, key, known)
    names = dict.fromkeys([code, row["student"]] if code else [])
    names |= {student: None} if student in known or not code else {}
    found = {name: find(course, name) for name in names}
    there = {name: one for name, one in found.items() if one.folders or one.rows}
    if not (code or there):
        print(_nothing(course, student, known), file=sys.stderr)
        return 1
    for one in there.values():
        _tell(course, one)
    if code:
        print(f"{key}: the row of {code}, {people.described(row['student'], row)}")
    if not yes and not _agreed(student):
        print("Nothing was deleted.")
        return 1
    for name, one in there.items():
        delete(course, name, one)
    if code:
        pseudonyms.drop(key, code)
    unnamed = not code and any(map(pseudonyms.CODE.fullmatch, known))
    print(f"Deleted. {BEYOND.format(more=KEY if unnamed else '')}")
    if left := people.same(row.get("student", student), row, people.known(course)):
        print(f"Still there, perhaps of the same person (forget each by this name): {', '.join(left)}")
    return 0


def _who(student: str, key: Path | None, known: dict[str, people.Row]) -> tuple[str, people.Row]:
    """Return code and row of whoever is called so in the key; "" and what the gradebook has without it."""
    try:
        return pseudonyms.code_of(key, student) if key else ("", known.get(student, {}))
    except pseudonyms.NotInKey:
        if student not in known:
            raise
        return "", known[student]


def _nothing(course, student, known):
    codes = [one for one in known if pseudonyms.CODE.fullmatch(one)]
    if codes and len(codes) == len(known):
        return f"{pseudonyms.under_codes(codes)}: give --key FILE, the key that says who is {student}."
    return f"There is nothing of {student} in {course}.{people.like(student, known)}"


def _tell(course, found):
    for folder, files in found.folders.items():
        print(f"{folder}: {files} files")
    for table, count in found.rows.items():
        print(f"{course / 'gradebook.db'}: {count} of {table}")


def _agreed(student):
    try:
        return input(f"Delete all of it? Type {student} to go on: ").strip() == student
    except EOFError:
        return False


def find(course: Path, student: str) -> Found:
    """Return what there is of a student in a course."""
    if student in ("", ".", "..") or Path(student).name != student:
        raise ValueError(f"{student!r} is not the name of a student's folder")
    places = [course / one / student for one in people.FOLDERS]
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
