"""``python -m course feedback``: a page for each student with what was earned, why, and what to try next.

It holds no expected value, no hidden check and no scheme of marks, runs nothing and fetches nothing.
"""

import argparse
import html
import json
import re
from collections.abc import Sequence
from pathlib import Path
from string import Template

from course.checks import catalogue
from course.checks.helps import HELPS
from course.checks.wording import shown_number
from course.grading import store
from course.grading.cleaning import PICTURES, clean_html, clean_outputs
from course.grading.commands import add_course, attempt
from course.grading.formulas import with_formulas
from course.grading.pseudonyms import add_key, named
from course.grading.release import ANSWER, WRITTEN, Release, read_release, release_path
from course.grading.standing import NOTHING_HANDED_IN, Part, Standing, exercise_title, standings, title

PAGE = Path(__file__).with_name("feedback.html")
LONGEST_ALT = 200  # characters of the text that stands for a picture


def feedback(argv: Sequence[str] | None = None) -> int:
    """Write the pages; return 0, or 1 if one of those who were asked for has none, 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course feedback", description="Write a page of feedback for each student of a unit."
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    parser.add_argument("students", nargs="*", metavar="NAME", help="only these students")
    add_course(parser)
    add_key(parser)
    given = parser.parse_args(argv)
    return attempt(lambda: _feedback(given.course.resolve(), given.unit, given.students, given.key))


def _feedback(course, unit, students, key):
    release = read_release(release_path(course, unit), unit)
    found = [one for one in named(standings(course, unit), key) if one.state != NOTHING_HANDED_IN]
    unknown = sorted(set(students) - {one.student for one in found})
    for one in found:
        if not students or one.student in students:
            store.write_whole(page_path(course, unit, one.student), page(course, release, one))
    for name in unknown:
        print(f"{name} handed in nothing of {unit}")
    count = len(set(students)) - len(unknown) if students else len(found)
    print(f"pages: {count}, in {course / 'feedback'}")
    return int(bool(unknown))


def page_path(course: Path, unit: str, student: str) -> Path:
    """Return where a student's page lies: where nbgrader's own would, so that it hands it back."""
    return course / "feedback" / student / unit / f"{unit}.html"


def page(course: Path, release: Release, one: Standing) -> str:
    """Return one student's page."""
    sources = _sources(course, release, one)
    parts = [_part(release, part, sources.get(part.exercise, "")) for part in one.parts]
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=html.escape(title(one.unit)),
        student=html.escape(" ".join(filter(None, (one.first_name, one.last_name))) or one.student),
        total=html.escape(_total(one)),
        notes=f"<p><strong>{html.escape(one.reason)}</strong></p>" if one.reason else "",
        parts="" if one.reason else "\n".join(parts),
    )


def _total(one):
    if one.points is None:
        marked = [part.points for part in one.parts if part.points is not None]
        if not marked:
            return "Nothing is graded yet."
        return f"{shown_number(sum(marked))} points so far; the rest is not marked yet."
    late = f" {shown_number(one.penalty)} went for handing in late." if one.penalty else ""
    return f"{shown_number(one.points)} of {shown_number(one.most)} points.{late}"


def _part(release, part: Part, source):
    points = (
        f"not marked yet, of {shown_number(part.most)}"
        if part.points is None
        else f"{shown_number(part.points)} of {shown_number(part.most)} points"
    )
    heading = html.escape(exercise_title(release, part.exercise))
    told = [f"<h2>{heading}</h2>", f'<p class="points">{points}</p>']
    if source:
        told.append(source)
    written = part.exercise not in HELPS
    if part.message and not written:
        told.append(f"<p>{_prose(part.message)}</p>")
    if not written and part.points is not None and part.points < part.most:
        told.append(f"<p><strong>Try next.</strong> {_prose(_next(part.exercise))}</p>")
    if part.comment:
        told.append(f"<p><strong>Comment</strong></p><blockquote>{html.escape(part.comment)}</blockquote>")
    return "<article>\n" + "\n".join(told) + "\n</article>"


def _prose(text):
    """Return a sentence as HTML; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def _next(exercise):
    help_ = HELPS[exercise]
    return f"{help_.relation} The {help_.part} part of the lesson has it."


def _sources(course, release, one):
    """Return what the student answered, by exercise, as HTML without anything that runs."""
    path = store.folder_of(course, one.folder, one.unit) / f"{one.unit}.ipynb"
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return {}
    found = {}
    for cell in cells:
        known = release.by_id.get(cell.get("id", ""))
        source = "".join(cell.get("source", ""))
        if known and known.role == ANSWER and known.exercise:
            found[known.exercise] = f"<pre>{html.escape(source)}</pre>{_pictures(cell)}"
        elif known and known.role == WRITTEN and source != known.source:
            found[known.exercise] = with_formulas(clean_html(source))
    return found


def _pictures(cell):
    """Return what an answer's cell showed: its pictures, and the stills of those that lived."""
    shown = []
    for output in clean_outputs(cell.get("outputs", [])):
        data = output.get("data", {})
        for kind in PICTURES:
            if kind in data:
                told = html.escape(data["text/plain"][:LONGEST_ALT])
                shown.append(f'<img src="data:{kind};base64,{html.escape(data[kind])}" alt="{told}">')
        if "<img" in data.get("text/html", ""):
            shown.append(data["text/html"])
    return "".join(f"<figure>{one}</figure>" for one in shown)
