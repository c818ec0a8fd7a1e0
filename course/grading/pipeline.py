"""Grading a class: intake, workers, the judge, and one writer; what is graded stays graded."""

import contextlib
import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from course.checks import drawing
from course.grading import executors, judging, sandbox, store
from course.grading.gradebook import Entry, Gradebook, prepare
from course.grading.intake import Submission, students_of, take_in
from course.grading.lateness import handed_in, late_plugin
from course.grading.notebooks import graded_notebook
from course.grading.release import CHECK, ROOT, TASK, Release, read_release, release_path
from course.grading.states import NOT_GRADED, REFUSED, Mark, Result

BATCH = 12  # students in one transaction


@dataclass
class Order:
    """What is to be graded, and how.

    Attributes
    ----------
    students : list of str
        Only these; all by default.
    again : bool
        Also those whose submission has been graded as it is.
    own_work : bool
        An answer that calls the course's own model earns nothing.
    call_s : float, optional
        For one call of an answer; what a worker allows by default.
    workers : tuple of (Executor, callable), optional
        Those that are there already, for several units one after another.
    """

    course: Path
    unit: str
    students: list[str] = field(default_factory=list)
    jobs: int = 0
    scheduler: str = ""
    trust: bool = False
    again: bool = False
    own_work: bool = False
    progress: Callable = lambda results, total: results
    call_s: float | None = None
    workers: tuple[Executor, Callable[[dict], dict]] | None = None


@dataclass
class Graded:
    """What came of it.

    Attributes
    ----------
    results : list of Result
        By student, those from an earlier run among them.
    changes : list of str
        Marks that are not what they were.
    notes : list of str
        What a teacher should know of the run as a whole.
    """

    results: list[Result]
    changes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def grade(order: Order) -> Graded:
    """Grade a unit of a class.

    Raises
    ------
    ValueError
        If there is no such unit, release, student or cluster.
    NotIsolated
        If this machine cannot keep students' code apart and nobody said that they are trusted.
    GradebookError, NoRoom, OSError
        If results cannot be kept; what was kept before stays.
    """
    release = read_release(release_path(order.course, order.unit), order.unit)
    students = _students(order)
    graded = Graded([])
    if not students:
        graded.notes.append(f"Nobody has handed in {order.unit} in {order.course / 'submitted'}.")
        return graded
    secret = course_secret(order.course)
    if secret == drawing.PUBLIC_SECRET:
        graded.notes.append(
            "No secret is set: hidden inputs can be foretold. See the teacher's guide, step 1."
        )
    store.need_room(order.course)
    run = Run(order, release, secret, graded)
    with run.executor(students) as (pool, function, window):
        prepare(order.course, order.unit, source_of(order.course, order.unit))
        with contextlib.closing(Gradebook(order.course, order.unit)) as book:
            run.book = book
            arriving = run.results(pool, function, students, window)
            for result in order.progress(arriving, len(students)):
                graded.results.append(result)
            run.flush()
    graded.results.sort(key=lambda one: one.student)
    return graded


def course_secret(course: Path) -> str:
    """Return the teacher's secret: from the environment, or from ``secret.txt`` in the course."""
    if os.environ.get("COURSE_SECRET", "").strip():
        return drawing.secret()
    for folder in (course, ROOT):
        with contextlib.suppress(FileNotFoundError):
            return drawing.secret_from(folder / "secret.txt")
    return drawing.PUBLIC_SECRET


def source_of(course: Path, unit: str) -> Path:
    """Return the notebook with solutions, checks and schemes that a unit's release was made from."""
    if (own := course / "solutions" / unit / f"{unit}.ipynb").exists():
        return own
    if (course / "exercises" / unit / f"{unit}.ipynb").exists():
        return release_path(course, unit)
    return ROOT / "solutions" / unit / f"{unit}.ipynb"


def _students(order):
    there = students_of(order.course, order.unit)
    for name in order.students:
        if name not in there:
            raise ValueError(
                f"{name} has not handed in {order.unit}: there is {', '.join(there) or 'nobody'}"
            )
    return order.students or there


class Run:
    """One run: what goes to the workers and what is written of what comes back."""

    book: Gradebook  # opened once it is prepared, while workers start

    def __init__(self, order: Order, release: Release, secret: str, graded: Graded):
        self.order, self.release, self.secret, self.graded = order, release, secret, graded
        self.mark_of_secret = hmac.digest(secret.encode(), b"which secret it was", "sha256").hex()[:16]
        self.waiting: list[tuple[Submission, Result, dict]] = []
        self.other_secret = 0

    @contextlib.contextmanager
    def executor(self, students: list[str]) -> Iterator[tuple[Executor, Callable[[dict], dict], int]]:
        """Give an executor, its function, and how many jobs may wait."""
        if self.order.workers:
            yield *self.order.workers, executors.WINDOW
            return
        if self.order.scheduler:
            with executors.cluster(self.order.scheduler) as (pool, function):
                yield pool, function, 4 * executors.WINDOW
            return
        if not self.order.trust:
            sandbox.isolation()
        fit = 2 if len(students) >= executors.CLASS_FOR_TWO else 1
        jobs = self.order.jobs or min(fit, os.cpu_count() or 1)
        new = self.order.again or not all(self._kept(one) for one in students)
        with executors.local(jobs, trust=self.order.trust, ahead=new) as (pool, function):
            yield pool, function, jobs + executors.WINDOW

    def results(
        self, pool: Executor, function: Callable[[dict], dict], students: list[str], window: int
    ) -> Iterator[Result]:
        """Yield the results of students as they come."""
        done: list[Result] = []
        jobs = self._jobs(students, done)
        for (taken, job), heard in executors.results(pool, function, jobs, window=window):
            yield from self._drained(done)
            yield self._judged(taken, job, heard)
        yield from self._drained(done)
        if self.other_secret:
            self.graded.notes.append(
                f"The secret is not the one of {self.other_secret} earlier grades. They stand: "
                "hidden inputs differ, points for right and wrong answers do not. --again grades them anew."
            )

    def _kept(self, student):
        return store.kept(self.order.course, student, self.order.unit)

    def _drained(self, done):
        while done:
            yield done.pop(0)

    def _jobs(self, students, done):
        """Yield what has to run; put what needs no run among `done`."""
        for student in students:
            try:
                taken = take_in(self.order.course, self.release, student)
            except OSError as error:
                taken = _unreadable(self.order, student, error)
            earlier = self._kept(student)
            if earlier and not self.order.again and earlier["key"] == self._key(taken):
                self.other_secret += earlier.get("secret") != self.mark_of_secret
                done.append(earlier["result"])
            elif taken.verdict:
                self._write(taken, self._without_marks(taken.verdict), {})
                done.append(taken.verdict)
            else:
                job = judging.job_for(self.release, taken, self.secret)
                if self.order.call_s:
                    job["call_s"] = self.order.call_s
                yield (taken, job), job

    def _judged(self, taken: Submission, job: dict, heard: dict | BaseException) -> Result:
        if isinstance(heard, BaseException):
            if isinstance(heard, sandbox.NotIsolated):
                raise heard
            heard = {"records": {}, "called": {}, "shown": {}, "flags": [], "ended": []} | {
                "failed": f"Its worker stopped ({type(heard).__name__}). Grade it again."
            }
        result = judging.judged(self.release, taken, job, heard, own_work=self.order.own_work)
        shown = {int(number): outputs for number, outputs in heard["shown"].items()}
        self._write(taken, result, shown)
        return result

    def _without_marks(self, result: Result) -> Result:
        for cell in self.release.cells:
            if cell.role in (CHECK, TASK):
                result.marks[cell.exercise] = Mark(None, cell.points, result.reason)
        return result

    def _key(self, taken: Submission) -> str:
        told = [self.release.fingerprint, judging.checks_fingerprint(), str(self.order.own_work), taken.told]
        return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()

    def _write(self, taken, result, shown):
        self.waiting.append((taken, result, shown))
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits: notebooks beside their places, the gradebook, then notebooks in their places."""
        batch, self.waiting = self.waiting, []
        parts: list[tuple[Path, Path]] = []
        try:
            parts.extend(self._part(*one) for one in batch)
            entries = [self._entry(taken, result) for taken, result, _ in batch]
            self.book.write(entries, late=lambda: late_plugin(self.order.course))
        except BaseException:
            for part, _ in parts:
                part.unlink(missing_ok=True)
            raise
        for (part, path), (taken, result, _) in zip(parts, batch, strict=True):
            os.replace(part, path)
            self._tell_change(taken, result)
            if result.state != NOT_GRADED:
                told = {"secret": self.mark_of_secret, "handed_in": str(handed_in(taken)[0] or "")}
                store.keep(self.order.course, result, self._key(taken), told)

    def _part(self, taken, result, shown):
        path = store.folder_of(self.order.course, taken.student, taken.unit) / f"{taken.unit}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_text(graded_notebook(self.release, taken, result, shown), encoding="utf-8")
        except OSError:
            part.unlink(missing_ok=True)
            raise
        return part, path

    def _entry(self, taken, result):
        when, complaint = handed_in(taken)
        if complaint and complaint not in result.flags:
            result.flags.append(complaint)
        scores, comments = {}, {}
        for cell in self.release.cells:
            mark = result.marks.get(cell.exercise)
            if cell.role in (CHECK, TASK):
                scores[cell.grade_id] = mark.points
                comments[cell.grade_id if cell.role == TASK else cell.exercise] = _comment(result, mark)
        return Entry(taken.student, scores, comments, when)

    def _tell_change(self, taken, result):
        if not (earlier := self._kept(taken.student)):
            return
        for name, mark in result.marks.items():
            before = earlier["result"].marks.get(name)
            if before and before.points != mark.points:
                told = ["-" if one.points is None else f"{one.points:g}" for one in (before, mark)]
                by_hand = self.book.manual().get(taken.student, {}).get(f"{name}-check", (None,))[0]
                stands = "" if by_hand is None else f" (a person gave {by_hand:g}, which stands: look again)"
                self.graded.changes.append(f"{taken.student} {name}: {told[0]} -> {told[1]}{stands}")


def _comment(result, mark):
    return result.reason or ("No response." if mark.slip == "blank" else None)


def _unreadable(order, student, error):
    folder = order.course / "submitted" / student / order.unit
    told = f"The submission cannot be read ({error.strerror})."
    return Submission(student, order.unit, folder, verdict=Result(student, order.unit, REFUSED, reason=told))
