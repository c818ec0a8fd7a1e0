"""``python -m course export``: the grades of a unit as a table, for a school's own system.

Nobody is given 0 for what nobody has marked: where the state is not "earned" or "earned 0" the points are
empty, and the state says why.
"""

import argparse
import csv
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from course.checks import catalogue
from course.grading import store
from course.grading.commands import add_course, attempt
from course.grading.pseudonyms import add_key, named
from course.grading.standing import Standing, standings, title

FORMS: dict[str, Callable[[list[Standing]], list[list[str]]]] = {}
ACTIVE = ("=", "+", "-", "@", "\t", "\r")  # a table program would take a cell that begins so for a formula


def export(argv: Sequence[str] | None = None) -> int:
    """Write the table; return 0 if everybody's points stand in it, 1 if somebody has none, 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course export", description="Write the grades of a unit as a table."
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    add_course(parser)
    add_key(parser)
    parser.add_argument("--form", choices=FORMS, default="csv", help="csv, canvas or moodle (default: csv)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to (default: on the screen)")
    given = parser.parse_args(argv)
    return attempt(lambda: _export(given))


def _export(given):
    found = named(standings(given.course.resolve(), given.unit), given.key)
    text = as_text(FORMS[given.form](found))
    if given.out:
        store.write_whole(given.out, text)
    else:
        sys.stdout.write(text)
    open_ = [one for one in found if one.points is None]
    for one in open_:
        print(f"no points yet: {one.student} ({one.state})", file=sys.stderr)
    return int(bool(open_))


def as_text(rows: list[list[str]]) -> str:
    """Return rows as CSV in which no cell acts when a table program opens it."""
    told = io.StringIO()
    csv.writer(told, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return told.getvalue()


def _harmless(cell):
    return f"'{cell}" if cell.startswith(ACTIVE) else cell


def _number(points):
    return "" if points is None else f"{points:.10g}"


def as_csv(found: list[Standing]) -> list[list[str]]:
    """Return everything: who, state, points of each exercise, what is lost for being late, and why."""
    names = [part.exercise for part in found[0].parts]
    head = ["student", "last_name", "first_name", "email", "unit", "state", "points", "of", *names]
    rows = [[*head, "late_penalty", "reason"]]
    for one in found:
        who = [one.student, one.last_name, one.first_name, one.email, one.unit, one.state]
        points = [_number(one.points), _number(one.most), *(_number(part.points) for part in one.parts)]
        rows.append([*who, *points, _number(one.penalty), one.reason])
    return rows


def as_canvas(found: list[Standing]) -> list[list[str]]:
    """Return what Canvas imports; its column ID is empty: Canvas then knows people by their login."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title(found[0].unit)]
    most = ["Points Possible", "", "", "", "", _number(found[0].most)]
    return [head, most, *([_name(one), "", "", one.student, "", _number(one.points)] for one in found)]


def as_moodle(found: list[Standing]) -> list[list[str]]:
    """Return what Moodle imports: people by user name and address."""
    head = ["Username", "Email address", title(found[0].unit), f"{title(found[0].unit)} (feedback)"]
    return [head, *([one.student, one.email, _number(one.points), one.reason or one.state] for one in found)]


def _name(one):
    return f"{one.last_name}, {one.first_name}" if one.last_name else one.student


FORMS.update(csv=as_csv, canvas=as_canvas, moodle=as_moodle)
