"""Trail: how one sentence of the article came about, from report to report.

Each report is quoted, or told in our words, with the report that it follows. That the post says what the
letter decides is plain from both, which of them came first that day is not on record; and that the article
follows the headline of the same site four days before is inferred from site, words and days.
"""

import csv
import io
from functools import cache
from typing import TypedDict

from course.data import read_text
from course.evidence.facts import source

QUALIFIER = "German"  # the word that makes the sentence true: Germany, German
_REPORTS = (  # name, event or reference, what it follows, what it says
    ("DLR", "dlr-ends", None, "The German Aerospace Center ends its cooperation with Russian institutions."),
    (
        "letter",
        "experiments-end",
        "DLR",
        '"I consider it impossible to continue cooperation between the Roscosmos State Corporation and the '
        "German Center for Aviation and Cosmonautics on the implementation of joint space experiments on the "
        'International Space Station"',
    ),
    (
        "post",
        "roscosmos-post",
        "letter",
        '"The State Corporation will not cooperate with Germany on joint experiments on the Russian segment '
        'of the ISS."',
    ),
    (
        "headline",
        "iflscience-joint",
        "post",
        '"Russia Announces It Will No Longer Take Part In Joint Experiments On The ISS"',
    ),
    ("article", "article", "headline", "Roscosmos announced the end of any joint experiments on the ISS."),
)


class Report(TypedDict):
    """One report: what it says, and the name of the one that it goes back to, if any."""

    name: str
    date: str
    follows: str | None
    text: str


def trail() -> list[Report]:
    """Return the reports on the end of joint experiments, in the order of their names.

    Returns
    -------
    list of dict
        name, date, follows (the name of the report that it goes back to; None: to no other), text.

    Examples
    --------
    >>> [(one["name"], one["follows"]) for one in trail()][:2]
    [('DLR', None), ('article', 'headline')]
    """
    rows: list[Report] = [
        {"name": name, "date": _date(id), "follows": follows, "text": said}
        for name, id, follows, said in _REPORTS
    ]
    return sorted(rows, key=lambda one: one["name"])


def trail_sources() -> dict[str, str]:
    """Return the source of each report by its name.

    Examples
    --------
    >>> trail_sources()["headline"][:12]
    'IFLScience: '
    """
    return {name: source(id) for name, id, *_ in _REPORTS}


def _date(id):
    return _days("events.csv", "date").get(id) or _days("references.csv", "source_date")[id]


@cache
def _days(name, column):
    """Read days without pandas: checks read the trail when they are imported, in a browser's Python too."""
    return {row["id"]: row[column][:10] for row in csv.DictReader(io.StringIO(read_text(name)))}
