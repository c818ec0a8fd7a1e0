"""``python -m course grade``: grade a unit of a class, and say who was graded, repaired, refused, and why."""

import argparse
import errno
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from course.checks import catalogue
from course.grading import store
from course.grading.gradebook import GradebookError
from course.grading.pipeline import Graded, Order
from course.grading.pipeline import grade as run
from course.grading.release import ROOT
from course.grading.sandbox import NotIsolated
from course.grading.states import GRADED, NEEDS_PERSON, NOT_GRADED, REFUSED

WORDS = {GRADED: "graded", NEEDS_PERSON: "need a person", NOT_GRADED: "not graded", REFUSED: "refused"}


def grade(argv: Sequence[str] | None = None) -> int:
    """Grade a unit; return 0 if everybody was graded, 1 if somebody was not, 2 if it could not begin."""
    parser = argparse.ArgumentParser(
        prog="python -m course grade",
        description="Grade a unit of a class, each submission apart from the others.",
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    parser.add_argument("students", nargs="*", metavar="NAME", help="only these students")
    add_course(parser)
    parser.add_argument("--jobs", type=_count, default=0, metavar="N", help="submissions at a time")
    parser.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster, tcp://host:8786"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what came of everybody")
    parser.add_argument("--again", action="store_true", help="also those who are graded already")
    parser.add_argument(
        "--own-work", action="store_true", help="no points for an answer that calls the course's own model"
    )
    parser.add_argument(
        "--trust",
        action="store_true",
        help="run students' code with your rights where it cannot be kept apart",
    )
    given = parser.parse_args(argv)
    order = Order(
        given.course.resolve(),
        given.unit,
        given.students,
        given.jobs,
        given.scheduler,
        given.trust,
        given.again,
        given.own_work,
        _progress,
    )
    return attempt(lambda: _grade(order, given), then="What is graded so far is kept; run it again.")


def add_course(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where the class is."""
    parser.add_argument(
        "--course",
        type=Path,
        default=ROOT,
        metavar="DIR",
        help="folder with submitted/ (default: this course)",
    )


def attempt(work: Callable[[], int], then: str = "") -> int:
    """Do it; tell in a sentence what stands in the way; ``then`` follows where the disk says no."""
    try:
        return work()
    except NotIsolated as reason:
        print(f"NOT ISOLATED: {reason}", file=sys.stderr)
        print(
            "Nothing was graded. --trust runs students' code with your rights all the same.", file=sys.stderr
        )
    except (ValueError, GradebookError, store.NoRoom) as error:
        print(str(error), file=sys.stderr)
    except OSError as error:
        print(_why(error, then), file=sys.stderr)
    return 2


def _why(error, then):
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return store.no_room(error.filename or "what was to be kept")
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}. {then}".rstrip()


def _grade(order, given):
    if order.trust and not order.scheduler:
        print(
            "NOT ISOLATED: students' code runs with your rights on this machine (--trust).", file=sys.stderr
        )
    if not order.course.is_dir():
        raise ValueError(f"there is no folder {order.course}")
    graded = run(order)
    report(graded)
    if given.json:
        told = json.dumps([one.as_json() for one in graded.results], indent=1, ensure_ascii=False)
        store.write_whole(given.json, told + "\n")
    return int(any(one.state != GRADED for one in graded.results))


def report(graded: Graded) -> None:
    """Print who was graded and who was not, and why."""
    for state, words in WORDS.items():
        names = [one for one in graded.results if one.state == state]
        if names or state == GRADED:
            print(f"{words}: {len(names)}")
        if state != GRADED:
            for one in names:
                print(f"  {one.student}: {one.reason}")
    _list("repaired", [(one.student, one.repairs) for one in graded.results])
    _list("look at", [(one.student, one.flags) for one in graded.results])
    unmarked = sum(
        any(mark.points is None for mark in one.marks.values())
        for one in graded.results
        if one.state == GRADED
    )
    if unmarked:
        print(f"written answers of {unmarked} students are to be marked: python -m course lab --teacher")
    if graded.changes:
        print(f"marks that changed: {len(graded.changes)}")
        for line in sorted(graded.changes):
            print(f"  {line}")
    for line in graded.notes:
        print(f"note: {line}")


def _list(title, told):
    told = [(student, lines) for student, lines in told if lines]
    if told:
        print(f"{title}: {len(told)}")
        for student, lines in told:
            print(f"  {student}: {'; '.join(dict.fromkeys(lines))}")


def _progress(results, total):
    from tqdm import tqdm

    return tqdm(results, total=total, unit="notebook", disable=None, file=sys.stderr)


def _count(text):
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("a number from 1 to 64")
    return number
