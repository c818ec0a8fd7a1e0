"""Line of time: the events, ships and words that are sent to its picture."""

from functools import cache
from itertools import pairwise
from string import Template
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from course import history
from course.quantities import Moment, instant
from course.station import AS_OF
from course.tables import day as day_in_words
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.frames import rows
from course.widgets.kit.words import Words
from course.widgets.kit.years import year_of
from course.widgets.questions.unit1 import PLACED, YEARS, dated
from course.widgets.timeline import words as wording
from course.widgets.timeline.asks import BUILT, Ask, asks, since, since_words

if TYPE_CHECKING:
    from pandas import DataFrame


Span: TypeAlias = tuple[np.datetime64, np.datetime64]
Ship: TypeAlias = tuple[str, np.datetime64, np.datetime64, str]  # name, in service from and until, owner


def on_the_line(when: object, name: str = "span") -> np.datetime64:
    day = instant(name, when).astype("datetime64[D]")
    if not FIRST <= day <= LAST:
        raise ValueError(f"{name} must lie between {FIRST} and {LAST}, the ends of the line (got {day})")
    return day


FIRST, LAST = np.datetime64("1984-01-01"), np.datetime64("2026-06-30")  # the line
LEAST_DAYS = 14  # nothing is dated finer than a day: closer up there is nothing more to see
OPENING = (np.datetime64("1998-06-01"), LAST)  # since there are modules to fly to
SPANS = {  # what the buttons show: the first only what is asked, the others all events
    "Soyuz alone": OPENING,
    "All 42 years": (FIRST, LAST),
    "March 2022": (np.datetime64("2022-02-22"), np.datetime64("2022-04-01")),
}
TURNS = ("columbia", "sts-121", "sts-135-landing", "demo-2")  # begin and end the times of Soyuz alone
ANCHORS = (  # named where the whole line is in view; first what its brackets join
    *BUILT,
    "sts-135-landing",
    "demo-2",
    "columbia",
    "article",
    "iga-1998",
    "crimea",
)
OWNERS = {"Roscosmos": "russian"}  # all other ships of crews are American


def number_of(day: Moment) -> int:
    """Return a day as the picture counts it: from the first day of the line."""
    return int((instant("day", day).astype("datetime64[D]") - FIRST) / np.timedelta64(1, "D"))


@cache
def table() -> "DataFrame":
    """Return the events by id with the days between which each lies, and the day at which it is drawn."""
    events = history.events().set_index("id")
    days = events["date"].to_numpy().astype("datetime64[D]")
    bounds = {"day": (days, days)}
    for name, unit in (("month", "M"), ("year", "Y")):
        begin = days.astype(f"datetime64[{unit}]")
        bounds[name] = (begin.astype("datetime64[D]"), (begin + 1).astype("datetime64[D]") - 1)
    for column, side in (("first", 0), ("last", 1)):
        known = [bounds[each][side][row] for row, each in enumerate(events["precision"])]
        events[column] = [number_of(each) for each in known]
    events["day"] = (events["first"] + events["last"]) // 2
    return events.sort_values("day", kind="stable")


@cache
def ships() -> list[Ship]:
    """Return the ships of the crews: name, first and last day in service, owner."""
    return [
        (one.vehicle, one.first_day.to_datetime64(), _last(one.last_day), OWNERS.get(one.agency, "american"))
        for one in rows(history.crew_vehicles().sort_values("first_day"))
    ]


def _last(day):
    return AS_OF if day != day else day.to_datetime64()  # NaT: still in service


def _names() -> list[str]:
    """Return each ship of crews once, in the order of its first day: that of the rows on the line."""
    return list(dict.fromkeys(name for name, *_ in ships()))


@cache
def alone() -> list[Span]:
    """Return from when to when Soyuz was the only ship for crews."""
    others = [(first, last) for name, first, last, _ in ships() if name != "Soyuz"]
    return [(last, first) for (_, last), (first, _) in pairwise(others) if last < first]


def _years():
    return [f"{history.years_between(first, last):.1f}" for first, last in alone()]


@cache
def turns() -> list[dict[str, int]]:
    """Return the place of each of the turns among the events, and the row of the ship that it is about."""
    names, ids = _names(), table().index.tolist()
    days = {day: name for name, *ends, _ in ships() if name != "Soyuz" for day in ends}
    return [{"at": ids.index(event), "row": names.index(days[history.day_of(event)])} for event in TURNS]


def _told(one):
    """Return what is said of an event: the sentence, its source with its address, and what more there is."""
    fields = {name: getattr(one, name) for name in ("thread", "title", "publisher", "source_title")}
    fields |= {"date": day_in_words(one.date, one.precision), "detail": f" {one.detail}".rstrip()}
    fields["stop"] = "" if one.title.endswith("?") else "."
    dated = one.source_date == one.source_date
    fields["source_date"] = f", {day_in_words(one.source_date)}" if dated else ", undated"
    held = Template(wording.HELD).substitute(keeper=one.held_by) if one.held_by else ""
    fields["held"] = held if one.url else wording.NOT_RETRIEVED
    more = [wording.MORE[one.precision]] if one.precision in wording.MORE else []
    if one.conflict:
        more.append(Template(wording.MORE["conflict"]).substitute(conflict=one.conflict))
    if one.confidence != "high":
        more.append(Template(wording.MORE["confidence"]).substitute(confidence=one.confidence))
    if one.date >= history.day_of(history.FIRST_CREW):
        serving = history.crew_vehicles(one.date)["vehicle"].tolist()
        more.append(Template(wording.MORE["ships"]).substitute(ships=", ".join(serving)))
    alone_too = {"alone": Template(wording.ALONE_TOO).substitute(fields)} if one.id in TURNS else {}
    return alone_too | {
        "label": one.label,
        "since": since(one.id),
        "thread": one.thread,
        "date": fields["date"],
        "sentence": Template(wording.SENTENCE).substitute(fields),
        "short": Template(wording.SHORT).substitute(fields),
        "source": Template(wording.SOURCE).substitute(fields),
        "url": one.url,
        "more": " ".join(more),
    }


def _answer():
    twice = " and ".join(f"{{russian:{gap} years}}" for gap in _years())
    return Template(wording.ANSWER).substitute(twice=twice)


def _asked(one: Ask) -> dict[str, object]:
    ids = table().index.tolist()
    return {
        "name": one.name,
        "question": one.question,
        "answer": one.answer,
        "events": [ids.index(event) for event in one.events],
        "threads": list(one.threads),
        "steps": list(one.steps),
        "most_days": min(one.most_days, number_of(LAST)),
    }


def _gaps() -> list[dict[str, str]]:
    """Return what is said of each time in which Soyuz was alone: first day, last day, years."""
    return [
        {"first": day_in_words(first), "last": day_in_words(last), "years": years}
        for (first, last), years in zip(alone(), _years(), strict=True)
    ]


def _events() -> Words:
    """Return what is told of the events, one by one and together."""
    return {
        "events": [_told(one) for one in rows(table().reset_index())],
        "answer": _answer(),
        "asks": [_asked(one) for one in asks()],
        "since": since_words(),
        "counted": wording.COUNTED,
        "ids": table().index.tolist(),
    }


def _served() -> Words:
    """Return the ships and the times in which Soyuz was alone."""
    names, gaps = _names(), _gaps()
    return {
        "ships": [
            {
                "name": name,
                "row": names.index(name),
                "owner": owner,
                "since": day_in_words(first),
                "until": day_in_words(last),
            }
            for name, first, last, owner in ships()
        ],
        "turns": turns(),
        "gaps": [gap["years"] for gap in gaps],
        "gap_ends": [[gap["first"], gap["last"]] for gap in gaps],
    }


def _line() -> Words:
    """Return what the line itself is made of: names, threads, the views of the buttons, its ends."""
    return {
        "anchors": list(ANCHORS),
        "threads": list(history.THREADS),
        "spans": [
            [label, *(number_of(day) for day in span), span == OPENING] for label, span in SPANS.items()
        ],
        "first_day": str(FIRST),
        "least_days": LEAST_DAYS,
    }


def _alts() -> Words:
    """Return the descriptions of the drawing for its several states."""
    alone_told = "; ".join(Template(wording.ALONE).substitute(gap) for gap in _gaps())
    served = f"{', '.join(_names())}. {alone_told}"
    return {
        "alt": wording.ALT,
        "alt_few": Template(wording.ALT_FEW).safe_substitute(ships=served),
        "alt_none": wording.ALT_NONE,
        "alt_compared": Template(wording.ALT_COMPARED).substitute(first=YEARS[0], last=YEARS[1]),
        "alt_card": wording.ALT_CARD,
    }


def _placing() -> Words:
    """Return the cards that are placed before the line opens, and what is said of where they were put."""
    return {
        "compared": wording.COMPARED,
        "errors": [wording.off_by(years) for years in range(YEARS[0] - YEARS[1], YEARS[1] - YEARS[0] + 1)],
        "years": list(YEARS),
        "placed": [
            {
                "what": what,
                "date": dated(event),
                "year": int(year_of(history.day_of(event))),
            }
            for what, event in PLACED.items()
        ],
        "closed": Template(wording.CLOSED).substitute(first=YEARS[0], last=YEARS[1], cards=", ".join(PLACED)),
    }


def _arrays() -> Arrays:
    """Return the days of events, ships and cards, as the picture counts them."""
    events = table()
    return {
        "day": events["day"],
        "known": events[["first", "last"]],  # between which days the event lies
        "rank": events["rank"],
        "ships": [[number_of(first), number_of(last)] for _, first, last, _ in ships()],
        "alone": [[number_of(first), number_of(last)] for first, last in alone()],
        "placed_year": [year_of(history.day_of(event)) for event in PLACED.values()],
        "ends": [0, number_of(LAST)],
    }


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all events; computed once in a kernel."""
    return _arrays(), {**_events(), **_served(), **_line(), **_alts(), **_placing()}
