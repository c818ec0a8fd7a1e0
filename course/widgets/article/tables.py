"""The article: its statements, who said them and when, and what the course reads in them."""

from functools import cache
from string import Template
from typing import TypedDict

from course import evidence, history
from course.evidence.marks import ADDRESS, NO_SOURCE, WORTHWHILE
from course.tables import day
from course.widgets.article import words as wording
from course.widgets.kit.words import Words

OF_THE_ARTICLE = ("article", "Rogozin, quoted")
LATER = ("A30",)  # said after the article


class Statement(TypedDict):
    """A statement of the article, and the course's reading of it."""

    id: str
    paragraph: int
    text: str
    quote: str
    who: str
    worthwhile: bool
    course: dict[str, str]
    readings: list[str]


@cache
def statements() -> list[Statement]:
    """Return the statements of the article in its order, each with the course's reading."""
    table = history.claims()
    said = table[table["said_by"].isin(OF_THE_ARTICLE) & ~table["id"].isin(LATER) & (table["paragraph"] > 0)]
    return [_statement(one) for one in said.sort_values(["paragraph", "id"]).to_dict("records")]


def _statement(one) -> Statement:
    _, verdict, why, sources = evidence.verdicts(one["id"])[0]
    return {
        "id": one["id"],
        "paragraph": int(one["paragraph"]),
        "text": one["text"],
        "quote": one["quoted"].get("words", ""),
        "who": _who(one["quoted"]),
        "worthwhile": one["id"] in WORTHWHILE,
        "course": {"kind": one["kind"], "verdict": verdict, "why": why, "sources": sources},
        "readings": list(one["readings"]),
    }


def _who(quoted):
    who = quoted.get("who", "")
    said = Template(wording.SAYS["quoted" if who else ""])
    told = said.substitute(who=who, day=day(history.day_of(quoted.get("on", "article"))))
    return f"{told}; {quoted['note']}" if "note" in quoted else told


def words() -> Words:
    """Return what the picture says, in all its states."""
    return {
        "statements": statements(),
        "kinds": list(history.KINDS),
        "verdicts": list(history.VERDICTS),
        "address": ADDRESS,
        "none": NO_SOURCE,
        "sentence": wording.SENTENCE,
        "alt": wording.ALT,
        "closed": wording.CLOSED,
    }
