"""The page of honour: what a learner did, how long it took as far as it is known, and the points."""

import datetime as dt
import html
import itertools
from collections.abc import Mapping

from course.checks import catalogue
from course.checks.exercise import Written
from course.checks.wording import shown_number
from course.publish.reader import NOTHING, Work
from course.publish.running import NOT_WRITTEN, Ran
from course.publish.writing import listed, table
from course.tables import counted

HEADS = ("Exercise", "What came of it", "Points")
PAUSE = dt.timedelta(minutes=20)  # what is longer between two cells counts as a pause
ABOUT = (
    "Points are those of the checks that everybody sees, as they judge my functions on this day. A person "
    "marks what is written, and a class is graded with other values."
)


def honour(works: Mapping[str, Work], ran: Mapping[str, Ran], notes: list[str]) -> str:
    """Return what was done, as HTML."""
    rows, got, most = [], 0.0, 0.0
    for unit, exercises in catalogue.UNITS.items():
        for one in exercises:
            name = html.escape(f"{one.id} {one.title}")
            if isinstance(one, Written):
                rows.append((name, _told(works, unit, one.id), "marked by a person"))
                continue
            came = ran[one.id]
            points = came.verdict.points if came.verdict else 0.0
            got, most = got + points, most + one.points
            rows.append((name, _came(came), f"{shown_number(points)} of {shown_number(one.points)}"))
    total = f"<p><strong>{shown_number(got)} of {shown_number(most)} points.</strong> {ABOUT}</p>"
    return f"{total}<p>{_how_long(works)}</p>{listed(map(html.escape, notes))}{table(HEADS, rows)}"


def _told(works, unit, exercise):
    written = unit in works and works[unit].tries[exercise].state != NOTHING
    return "written" if written else "nothing yet"


def _came(ran: Ran) -> str:
    if ran.fits:
        return "passes its check"
    if ran.verdict is not None:
        return "does not pass its check yet"
    why = ran.answers[0].why if ran.answers else ""
    return html.escape(why.replace(NOT_WRITTEN, NOTHING))


def _how_long(works: Mapping[str, Work]) -> str:
    times = sorted(filter(None, (_moment(cell.ran) for work in works.values() for cell in work.cells)))
    if len(times) < 2:
        return "How long it took: my notebooks do not record it."
    at_work = sum(
        (later - one for one, later in itertools.pairwise(times) if later - one <= PAUSE), dt.timedelta()
    )
    days = len({one.date() for one in times})
    minutes = round(at_work.total_seconds() / 60)
    on_days = counted(days, "$count day", "$count days")
    return (
        f"How long it took: about {minutes} min on {on_days}, by the times at "
        "which cells that are still there were last run; pauses of more than 20 minutes are left out."
    )


def _moment(text: str) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
