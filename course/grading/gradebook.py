"""nbgrader's gradebook: its tables are made by nbgrader, its rows are written here, a transaction for many.

nbgrader commits at every step and takes two seconds to import; the rows are the same (a test compares them).
"""

import contextlib
import datetime
import json
import os
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course.grading.lateness import LatePlugin
from course.grading.store import no_room

WAIT_S = 20.0  # for another program that writes


class GradebookError(RuntimeError):
    """The gradebook cannot be written; the text says why and what to do."""


@dataclass
class Entry:
    """What is written for one student.

    Attributes
    ----------
    scores : dict of str to (float or None)
        By grade_id; None has to be marked by a person.
    comments : dict of str to str
        By grade_id of the cell that holds the answer.
    submitted : datetime.datetime, optional
        UTC, without a time zone, as nbgrader keeps it.
    """

    student: str
    scores: dict[str, float | None]
    comments: dict[str, str | None] = field(default_factory=dict)
    submitted: datetime.datetime | None = None


class Gradebook:
    """The rows of one unit in a course's gradebook."""

    def __init__(self, course: Path, unit: str):
        self.path, self.unit = course / "gradebook.db", unit
        self.db = sqlite3.connect(self.path, timeout=WAIT_S, isolation_level=None)
        try:
            self._look_up()
        except sqlite3.Error as error:
            self.close()
            raise GradebookError(why_not(self.path, error)) from None

    def _look_up(self):
        self.db.execute("PRAGMA foreign_keys = ON")
        asked = "SELECT id, duedate FROM assignment WHERE name = ?"
        self.assignment, self.due = self._one(asked, self.unit)
        (self.notebook,) = self._one(
            "SELECT id FROM notebook WHERE name = ? AND assignment_id = ?", self.unit, self.assignment
        )
        asked = "SELECT name, type, id FROM base_cell WHERE notebook_id = ?"
        self.cells = {(name, kind): cell for name, kind, cell in self.db.execute(asked, (self.notebook,))}

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def write(self, entries: Sequence[Entry], late: Callable[[], LatePlugin] | None = None) -> None:
        """Write all entries with what their students lose for handing in late, or none of them.

        Parameters
        ----------
        late : callable, optional
            Returns nbgrader's plugin for late submissions; asked only if somebody is late.
        """
        with self.transaction():
            for entry in entries:
                self._write(entry)
            students = [entry.student for entry in entries if self.late_by_s(entry.student) > 0]
            if late and students:
                plugin = late()
                for student in students:
                    self.set_penalty(student, plugin)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of it or nothing; a gradebook that cannot be written is told in a sentence."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            raise GradebookError(why_not(self.path, error)) from None
        finally:
            if self.db.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")

    def manual(self) -> dict[str, dict[str, tuple]]:
        """Return per student and grade_id what a person has given: (points or None, extra, comment)."""
        found: dict[str, dict[str, tuple]] = {}
        asked = """
            SELECT sa.student_id, bc.name, g.manual_score, g.extra_credit, c.manual_comment
            FROM submitted_assignment sa
            JOIN submitted_notebook sn ON sn.assignment_id = sa.id
            JOIN base_cell bc ON bc.notebook_id = sn.notebook_id
            LEFT JOIN grade g ON g.cell_id = bc.id AND g.notebook_id = sn.id
            LEFT JOIN comment c ON c.cell_id = bc.id AND c.notebook_id = sn.id
            WHERE sa.assignment_id = ?"""
        for student, name, score, extra, comment in self.db.execute(asked, (self.assignment,)):
            if score is not None or extra is not None or comment:
                found.setdefault(student, {})[name] = (score, extra, comment)
        return found

    def penalties(self) -> dict[str, float]:
        """Return what students lose for handing in late."""
        asked = """
            SELECT sa.student_id, sn.late_submission_penalty FROM submitted_assignment sa
            JOIN submitted_notebook sn ON sn.assignment_id = sa.id
            WHERE sa.assignment_id = ? AND sn.late_submission_penalty IS NOT NULL"""
        return dict(self.db.execute(asked, (self.assignment,)))

    def names(self) -> dict[str, tuple]:
        """Return first name, last name and address of the students."""
        asked = "SELECT id, first_name, last_name, email, lms_user_id FROM student"
        return {row[0]: row[1:] for row in self.db.execute(asked)}

    def late_by_s(self, student: str) -> float:
        """Return by how many seconds a submission is late, 0 if it is not."""
        asked = """SELECT timestamp, extension FROM submitted_assignment
                   WHERE assignment_id = ? AND student_id = ?"""
        row = self.db.execute(asked, (self.assignment, student)).fetchone()
        if not row or not row[0] or not self.due:
            return 0.0
        extension = _moment(row[1]) - datetime.datetime(1970, 1, 1) if row[1] else datetime.timedelta()
        return max(0.0, (_moment(row[0]) - _moment(self.due) - extension).total_seconds())

    def set_penalty(self, student: str, plugin: LatePlugin) -> None:
        """Let nbgrader's plugin say what a late submission loses."""
        asked = """
            SELECT sn.id, SUM(COALESCE(g.manual_score, g.auto_score, 0) + COALESCE(g.extra_credit, 0))
            FROM submitted_notebook sn JOIN submitted_assignment sa ON sn.assignment_id = sa.id
            JOIN grade g ON g.notebook_id = sn.id
            WHERE sa.assignment_id = ? AND sa.student_id = ? GROUP BY sn.id"""
        for notebook, score in self.db.execute(asked, (self.assignment, student)).fetchall():
            try:
                penalty = plugin.late_submission_penalty(student, score, self.late_by_s(student))
            except Exception as error:
                told = f"The plugin for late submissions stopped ({type(error).__name__}: {error})."
                raise GradebookError(f"{told} Nothing was written; mend it, and grade again.") from None
            penalty = None if penalty is None else min(max(penalty, 0.0), score)
            self.db.execute(
                "UPDATE submitted_notebook SET late_submission_penalty = ? WHERE id = ?", (penalty, notebook)
            )

    def _write(self, entry):
        self.db.execute("INSERT OR IGNORE INTO student (id) VALUES (?)", (entry.student,))
        submission = self._row(
            "submitted_assignment", assignment_id=self.assignment, student_id=entry.student
        )
        self.db.execute(
            "UPDATE submitted_assignment SET timestamp = COALESCE(?, timestamp) WHERE id = ?",
            (entry.submitted and entry.submitted.isoformat(" ", "microseconds"), submission),
        )
        notebook = self._row("submitted_notebook", assignment_id=submission, notebook_id=self.notebook)
        self.db.execute(
            "UPDATE submitted_notebook SET late_submission_penalty = NULL WHERE id = ?", (notebook,)
        )
        for (name, kind), cell in self.cells.items():
            if kind in ("GradeCell", "TaskCell"):
                self._grade(notebook, cell, entry.scores.get(name))
            if kind in ("SolutionCell", "TaskCell"):
                where = {"notebook_id": notebook, "cell_id": cell}
                comment = self._row("comment", **where)
                told = entry.comments.get(name)
                self.db.execute("UPDATE comment SET auto_comment = ? WHERE id = ?", (told, comment))

    def _grade(self, notebook, cell, score):
        grade = self._row("grade", notebook_id=notebook, cell_id=cell, needs_manual_grade=True)
        before, manual, needs = self._one(
            "SELECT auto_score, manual_score, needs_manual_grade FROM grade WHERE id = ?", grade
        )
        if manual is None:
            needs = score is None
        elif before != score:  # what a person gave stands, and somebody looks at it again
            needs = True
        self.db.execute(
            "UPDATE grade SET auto_score = ?, needs_manual_grade = ? WHERE id = ?", (score, needs, grade)
        )

    def _row(self, table, **columns):
        """Return the identity of a row that has some columns; make it if there is none."""
        keys = {key: value for key, value in columns.items() if key.endswith("_id")}
        where = " AND ".join(f"{key} = ?" for key in keys)
        row = self.db.execute(f"SELECT id FROM {table} WHERE {where}", tuple(keys.values())).fetchone()
        if row:
            return row[0]
        names, identity = ["id", *columns], uuid.uuid4().hex
        marks = ", ".join("?" * len(names))
        self.db.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", (identity, *columns.values())
        )
        return identity

    def _one(self, asked, *values):
        row = self.db.execute(asked, values).fetchone()
        if row is None:
            raise GradebookError(f"{self.path} does not know unit {self.unit}.")
        return row


def prepare(course: Path, unit: str, source: Path) -> None:
    """Let nbgrader make the gradebook and the unit's cells, unless they are there and the same.

    Parameters
    ----------
    source : Path
        The notebook that the release was made from; the release itself where there is none.
    """
    path = course / "gradebook.db"
    try:
        if _knows(path, unit, source):
            return
        _save_cells(path, unit, source)
    except _of_databases() as error:
        raise GradebookError(why_not(path, error)) from None
    except OSError as error:
        raise GradebookError(f"{error.filename or path} cannot be used ({error.strerror}).") from None


def _of_databases():
    """Return the errors of SQLite and of nbgrader's way to it, which takes long to import."""
    from sqlalchemy.exc import SQLAlchemyError

    return sqlite3.Error, SQLAlchemyError


def _knows(path, unit, source):
    if not path.exists():
        return False
    with contextlib.closing(sqlite3.connect(path, timeout=WAIT_S)) as db:
        known = """
            SELECT bc.name, COALESCE(g.max_score, t.max_score) FROM base_cell bc
            JOIN notebook n ON bc.notebook_id = n.id JOIN assignment a ON n.assignment_id = a.id
            LEFT JOIN grade_cells g ON g.id = bc.id LEFT JOIN task_cells t ON t.id = bc.id
            WHERE a.name = ? AND COALESCE(g.max_score, t.max_score) IS NOT NULL"""
        with contextlib.suppress(sqlite3.OperationalError):
            points = dict(db.execute(known, (unit,)))
            notebook = json.loads(source.read_text(encoding="utf-8"))  # nbformat takes a second to import
            cells = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
            return points == {
                one["grade_id"]: float(one["points"]) for one in cells if one.get("grade") or one.get("task")
            }
    return False


def find_alembic() -> None:
    """Let nbgrader, which starts `alembic` by its name, find the one beside this Python."""
    here = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    os.environ["PATH"] = here


def _save_cells(path, unit, source):
    find_alembic()
    import nbformat
    from nbgrader import preprocessors
    from nbgrader.api import Gradebook as NbgraderGradebook

    with NbgraderGradebook(f"sqlite:///{path}", "iss") as book:
        book.update_or_create_assignment(unit)
    told = {"notebook": unit, "assignment": unit, "db_url": f"sqlite:///{path}"}
    notebook, resources = nbformat.read(source, as_version=4), {"nbgrader": told}
    for step in ("LockCells", "ClearSolutions", "ClearOutput", "ComputeChecksums", "SaveCells"):
        try:
            notebook, resources = getattr(preprocessors, step)().preprocess(notebook, resources)
        except RuntimeError:
            text = f"Exercises of {unit} were added or removed after work had been graded."
            raise GradebookError(f"{text} Move gradebook.db away, release, and grade again.") from None


def _moment(text):
    return datetime.datetime.fromisoformat(str(text))


def why_not(path: Path, error: Exception) -> str:
    """Return in a sentence why a gradebook cannot be used, and what to do."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return f"{path} is in use by another program, such as Formgrader. Nothing was written; grade again."
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return f"{path} cannot be written: the file or its folder is read-only."
    if "full" in text or "disk I/O" in text:
        return no_room(path)
    return f"{path} cannot be used ({text})."
