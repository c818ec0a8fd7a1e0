"""``python -m course report``: a class at a glance, on a page without names unless they are asked for.

Points of each exercise, how well it divides the class, and which misconception was how often there, with the
part of the lesson and the picture to open again. The misconceptions are those that `python -m course prove`
has shown to be named rightly.
"""

import argparse
import html
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from string import Template

from course.checks import catalogue
from course.checks.helps import HELPS
from course.checks.wording import shown_number
from course.grading import store
from course.grading.commands import add_course, attempt
from course.grading.pseudonyms import add_key, named
from course.grading.release import ROOT, read_release, release_path
from course.grading.standing import NOTHING_HANDED_IN, Standing, exercise_title, standings, title
from course.grading.states import NEEDS_PERSON, NOT_GRADED

PAGE = Path(__file__).with_name("report.html")
FEWEST = 8  # students, below which a correlation says nothing
DIVIDES_BADLY = 0.2  # correlation with the points of all other exercises: a usual limit of test analysis
MOST_SLIPS = 5  # of one exercise
WORDS = {NEEDS_PERSON: "waiting for a person", NOT_GRADED: "not graded"}


def report(argv: Sequence[str] | None = None) -> int:
    """Write the page; return 0, or 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course report", description="Write a page that shows how a class did in a unit."
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    add_course(parser)
    add_key(parser)
    parser.add_argument("--names", action="store_true", help="with a table of students")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to (default: report-UNIT.html there)")
    given = parser.parse_args(argv)
    return attempt(lambda: _report(given))


def _report(given):
    course = given.course.resolve()
    found = named(standings(course, given.unit), given.key)
    path = given.out or course / f"report-{given.unit}.html"
    store.write_whole(path, page(course, given.unit, found, names=given.names))
    print(f"report: {path}")
    return 0


def page(course: Path, unit: str, found: list[Standing], *, names: bool = False) -> str:
    """Return the page."""
    release = read_release(release_path(course, unit), unit)
    headings = {part.exercise: exercise_title(release, part.exercise) for part in found[0].parts}
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=html.escape(title(unit)),
        summary=_summary(found),
        points=_points(found, headings),
        slips=_slips(unit, found, headings),
        students=_students(found) if names else "",
    )


def _summary(found):
    states = Counter(one.state for one in found)
    told = ", ".join(f"{count} {WORDS.get(state, state)}" for state, count in sorted(states.items()))
    points = [one.points for one in found if one.points is not None]
    text = f"{len(found)} students: {told}."
    if points:
        mean, most = shown_number(sum(points) / len(points)), shown_number(found[0].most)
        text += f" On average {mean} of {most} points, of the {len(points)} whose work is marked as a whole."
    return html.escape(text)


def _points(found, headings):
    rows = ["<tr><th>Exercise</th><th>Average</th><th></th><th>All, part, none</th><th>Note</th></tr>"]
    for at, heading in enumerate(headings.values()):
        most = found[0].parts[at].most
        given = [one.parts[at].points for one in found if one.parts[at].points is not None]
        mean = sum(given) / len(given) if given else 0.0
        full, none = sum(one >= most for one in given), sum(one <= 0 for one in given)
        rows.append(
            f"<tr><td>{html.escape(heading)}</td>"
            f'<td class="number">{shown_number(mean)} of {shown_number(most)}</td>'
            f'<td><meter max="{most:g}" value="{mean:.3f}">{shown_number(mean)}</meter></td>'
            f"<td>{full}, {len(given) - full - none}, {none}</td><td>{_note(found, at)}</td></tr>"
        )
    return f"<table>{''.join(rows)}</table>"


def _note(found, at):
    divides = divides_by(found, at)
    if divides is None:
        return ""
    if divides < DIVIDES_BADLY:
        return f"divides the class badly (correlation with the rest {divides:.2f})"
    return ""


def divides_by(found: list[Standing], at: int) -> float | None:
    """Return how the points of an exercise go with those of the others (Pearson); None for too few."""
    rows = [[part.points for part in one.parts] for one in found]
    rows = [row for row in rows if row[at] is not None and any(points is not None for points in row)]
    if len(rows) < FEWEST:
        return None
    import numpy as np

    here = np.array([row[at] for row in rows], float)
    rest = np.array([sum(points or 0.0 for k, points in enumerate(row) if k != at) for row in rows])
    if not here.std() or not rest.std():
        return None
    return float(np.corrcoef(here, rest)[0, 1])


def _slips(unit, found, headings):
    told = []
    for at, (exercise, heading) in enumerate(headings.items()):
        counts = Counter(one.parts[at].slip for one in found if one.parts[at].slip)
        if not counts or exercise not in HELPS:
            continue
        listed = "".join(
            f"<li>{count}: {html.escape(slip)}</li>" for slip, count in counts.most_common(MOST_SLIPS)
        )
        again = html.escape(_again(unit, exercise))
        told.append(f"<h3>{html.escape(heading)}</h3><ul>{listed}</ul><p>Look again at: {again}</p>")
    return "\n".join(told) or "<p>Nothing.</p>"


def _again(unit, exercise):
    help_ = HELPS[exercise]
    picture = picture_before(ROOT / "notebooks" / f"{unit}.ipynb", help_.cell)
    return f"the {help_.part} part of the lesson" + (f", with the picture {picture}." if picture else ".")


def picture_before(lesson: Path, cell: str) -> str | None:
    """Return the name of the last picture in a lesson up to a cell, None if there is none."""
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return None
    last = None
    for one in cells:
        named = re.findall(r"widgets\.(\w+)\(", "".join(one["source"])) if one["cell_type"] == "code" else []
        last = named[-1] if named else last
        if one.get("id") == cell:
            return last
    return last


def _students(found):
    rows = ["<tr><th>Student</th><th>State</th><th>Points</th></tr>"]
    for one in found:
        if one.state != NOTHING_HANDED_IN:
            points = "" if one.points is None else shown_number(one.points)
            who = html.escape(" ".join(filter(None, (one.first_name, one.last_name))) or one.student)
            rows.append(f'<tr><td>{who}</td><td>{one.state}</td><td class="number">{points}</td></tr>')
    return f"<h2>Students</h2><table>{''.join(rows)}</table>"
