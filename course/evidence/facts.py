"""Sources of facts: found by their words, named by their ids."""

import re
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any, TypeAlias

import numpy as np

from course import history, station
from course.data import sources
from course.quantities import Moment, instant, shown, text
from course.tables import Table, day

Claim: TypeAlias = dict[Hashable, Any]  # Any: words, numbers, sources and the call of its proof

HEADS = ("Where", "What", "Source")


def find(words: str) -> Table:
    """Return every fact of the course in whose record all the words stand, each with its source.

    Parameters
    ----------
    words : str
        One or more words, dates or numbers: "Vande Hei", "30 May 2020", "2020-05-30", "3236".

    Returns
    -------
    Table
        Where it stands (an event or a claim by its id, a module by its name), what, and the source:
        publisher, title and date, with a link to a page where it can be read.

    Examples
    --------
    >>> where, what, source = find("0.56 degrees")[0]
    >>> where, source[:30]
    ('event nauka-tumble', 'The Register: [Report on the I')
    """
    wanted = _plain(text("words", words, such_as="Vande Hei")).split()
    found = [row for row in _facts() if all(one in _plain(" ".join(row)) for one in wanted)]
    empty = f"No table of the course speaks of {words.strip()!r}: try fewer words."
    return Table(found, heads=HEADS, empty=empty)


def events(thread: str | None = None, *, start: Moment | None = None, end: Moment | None = None) -> Table:
    """Return the events of `course.history.events`, with the same choices, as a table to read.

    Examples
    --------
    >>> [row[0] for row in events("words", start="2022-03-04", end="2022-03-08")]
    ['event clip', 'event article']
    """
    return Table(_events(history.events(thread, start=start, end=end)), heads=HEADS)


def source(name: str) -> str:
    """Return the source of an event, a reference, a claim or a module: publisher, title, date and address.

    The address is a link as in Markdown; where the page is somebody else's copy it says whose. Of a source
    that is "not retrieved" no copy was found.

    Examples
    --------
    >>> source("experiments-end")[:62]
    'Roscosmos: [Letter of D. Rogozin to DLR, in English translatio'
    """
    known = _sources()
    if text("name", name, such_as="demo-2") in known:
        return known[name]
    return cited(claim(name)["sources"])


@cache
def _sources() -> dict[str, str]:
    """Return the sources of all events, references and modules by their ids and names, read once."""
    found = {str(one.name): str(one.source) for one in station.record().itertuples()}
    for table in (history.references(), history.events().set_index("id")):
        found |= {str(id): _reference(one) for id, one in table.iterrows()}
    return found


def _reference(one):
    title = f"[{one['source_title']}]({one['url']})" if one["url"] else one["source_title"]
    dated = one["source_date"] == one["source_date"]
    text = f"{one['publisher']}: {title}" + (f", {day(one['source_date'])}" if dated else "")
    held = f" (at {one['held_by']})" if one["held_by"] else ""
    return text + held + ("" if one["url"] else " (not retrieved)")


def cited(names: Iterable[str]) -> str:
    """Return the sources of a claim, ids of events and references, as one text.

    Examples
    --------
    >>> cited(["kepler-1619"])[:52]
    'Library of Congress: [Kepler: Harmonices Mundi, 1619'
    """
    if isinstance(names, str) or not isinstance(names, list | tuple | np.ndarray):
        raise TypeError(f"names must be a list of ids (got {shown(names)})")
    listed = [text("names", one, such_as="expedition-1") for one in names]
    return "; ".join(dict.fromkeys(source(one) for one in listed))


@cache
def claims() -> dict[str, Claim]:
    """Return the claims by their id, each a row of `course.history.claims`."""
    return {one["id"]: one for one in history.claims().to_dict("records")}


def claim(name: str) -> Claim:
    """Return one claim by its id; a ValueError says how to look for it."""
    if text("name", name, such_as="A19") not in claims():
        raise ValueError(f"nothing is called {shown(name)}: look for it with evidence.find('...')")
    return claims()[name]


@cache
def _facts() -> list[tuple[str, str, str]]:
    """Return where, what and source of all that the tables hold."""
    return [*_events(history.events()), *_said(), *_modules(), *_ships(), *_functions()]


def _events(table):
    for one in table.itertuples():
        open_ends = f" Not certain: {one.conflict}." if one.conflict else ""
        what = f"{day(one.date, one.precision)}: {one.title}. {one.detail}".strip()
        sure = "" if one.confidence == "high" else f" Confidence: {one.confidence}."
        yield f"event {one.id}", what + open_ends + sure, source(one.id)


def _said():
    for one in claims().values():
        yield f"claim {one['id']}", f"{one['text']} {one['verdict'].title()}. {one['why']}", source(one["id"])


def _modules():
    for one in station.record().itertuples():
        what = f"{one.segment} segment, owner {one.owner}, built by {one.builder}"
        what += f", launched {_until(one.launched)} by {one.launcher}, joined {_until(one.joined)}"
        what += "" if str(one.removed) == "NaT" else f", removed {_until(one.removed)}"
        yield f"module {one.name}", f"{what}; {one.mass_kg:,} kg ({one.mass_state})", str(one.source)
    for one in station.station_masses().itertuples():
        yield "mass of the station", f"{one.when}: {one.mass_kg:,} kg, {one.what}", str(one.source)


def _ships():
    for one in history.crew_vehicles().itertuples():
        what = f"{one.agency}: {_until(one.first_day)} to {_until(one.last_day)}, {one.note}"
        yield f"ship {one.vehicle}", what, _table("crew_vehicles")


def _functions():
    for one in station.functions().itertuples():
        yield f"function of {one.module}", f"{one.function} ({one.level}): {one.how}", _table("functions")


def _until(date):
    return "today" if date != date else day(date)


def _plain(words):
    """Return words as they are compared: large letters as small ones, 3,236 as 3236, 2020-05-30 in words."""
    words = re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: day(instant("a date", found.group())), words)
    return re.sub(r"(?<=\d),(?=\d{3})", "", words).casefold()


def _table(name):
    entry = sources()[f"{name}.csv"]
    return f"{entry['title']}, {entry['publisher']}, {day(entry['date'])}"
