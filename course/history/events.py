"""Events of the station's history, the ships of its crews, and the days between them."""

from typing import TYPE_CHECKING

import numpy as np

from course.data import read_table
from course.quantities import Moment, instant, shown, text, word
from course.station import AS_OF

if TYPE_CHECKING:
    from pandas import DataFrame

THREADS = ("agreements", "flights", "incidents", "words")
DAYS_PER_YEAR = 365.25  # Julian year: within a day of the calendar over any span of this course
FIRST_CREW = "expedition-1"


def events(
    thread: str | None = None, *, start: Moment | None = None, end: Moment | None = None
) -> "DataFrame":
    """Return the events of the station's history, the earliest first.

    Parameters
    ----------
    thread : {"agreements", "flights", "incidents", "words"}, optional
        All four by default.
    start, end : str, date, datetime or datetime64, optional
        First and last day.

    Returns
    -------
    DataFrame
        id, date, precision ("day", "month", "year": how much of the date is known), thread, title, label (a
        short name for drawings), rank (1: named first where there is little room, to 3), detail, publisher,
        source_title, source_date (NaT: the source has none), url (an address where it can be read, or ""),
        held_by (who keeps the copy there; "": the publisher), confidence ("high", "medium"), conflict
        (what sources disagree about, or "").

    Examples
    --------
    >>> events("words", start="2022-03-01", end="2022-03-05")["id"].tolist()
    ['leave-2024', 'oneweb-ultimatum', 'experiments-end', 'clip']
    """
    table = read_table("events.csv", dates=("date", "source_date"))
    if thread is not None:
        table = table[table["thread"] == word("thread", thread, THREADS)]
    if start is not None:
        table = table[table["date"] >= _day("start", start)]
    if end is not None:
        table = table[table["date"] <= _day("end", end)]
    return table.reset_index(drop=True)


def references() -> "DataFrame":
    """Return the sources of the claims that are no events, by id.

    Returns
    -------
    DataFrame
        publisher, source_title, source_date (NaT: the source has none), url and held_by, as in `events`.

    Examples
    --------
    >>> references().loc["caption", "publisher"]
    'Military Times'
    """
    return read_table("references.csv", dates=("source_date",)).set_index("id")


def day_of(event: str) -> np.datetime64:
    """Return the day of an event, named by its id.

    Examples
    --------
    >>> day_of("demo-2")
    np.datetime64('2020-05-30')
    """
    table = events().set_index("id")["date"]
    if text("event", event, such_as="demo-2") not in table.index:
        raise ValueError(f"no event is called {shown(event)}: see history.events()['id']")
    return table[event].to_datetime64().astype("datetime64[D]")


def days_between(start: Moment, end: Moment) -> int:
    """Return the whole days from one day to another; each is an event's id or a date.

    Both a negative answer and an end after `AS_OF` are allowed: this is a calendar.

    Examples
    --------
    >>> days_between("sts-135-landing", "demo-2")       # no way up but Soyuz
    3236
    """
    first, last = (_day_or_event(name, value) for name, value in (("start", start), ("end", end)))
    return int((last - first) / np.timedelta64(1, "D"))


def years_between(start: Moment, end: Moment) -> float:
    """Return the years of 365.25 days from one day to another; each is an event's id or a date.

    Examples
    --------
    >>> round(years_between("sts-135-landing", "demo-2"), 2)
    8.86
    """
    return days_between(start, end) / DAYS_PER_YEAR


def crewed_days(until: Moment) -> int:
    """Return for how many days the station has been crewed without a break on a date.

    Counted from 2 November 2000, the day on which Expedition 1 arrived, which counts as day 0.

    Raises
    ------
    ValueError
        Before that day, and after `AS_OF`.

    Examples
    --------
    >>> crewed_days("2022-03-08")
    7796
    """
    day = _day_or_event("until", until)
    if not day_of(FIRST_CREW) <= day <= AS_OF:
        raise ValueError(
            f"the station is known to be crewed from {day_of(FIRST_CREW)} to {AS_OF} (got {day})"
        )
    return days_between(FIRST_CREW, day)


def crew_vehicles(date: Moment | None = None) -> "DataFrame":
    """Return the ships that took crews to the station: all, or those in service on a date.

    Returns
    -------
    DataFrame
        vehicle, agency, first_day, last_day (NaT: still in service), note. The Shuttle has two rows: after
        the loss of Columbia it changed no crew of the station until July 2006. It flew until 2011, but
        exchanged none after November 2009 (event "sts-129-landing").

    Examples
    --------
    >>> {year: crew_vehicles(f"{year}-12-31")["vehicle"].tolist() for year in (2003, 2011, 2020)}
    {2003: ['Soyuz'], 2011: ['Soyuz'], 2020: ['Soyuz', 'Crew Dragon']}
    """
    table = read_table("crew_vehicles.csv", dates=("first_day", "last_day"))
    if date is None:
        return table
    day = _day("date", date)
    if day > AS_OF:
        raise ValueError(f"the course knows the ships until {AS_OF} (got {day})")
    serving = (table["first_day"] <= day) & ~(table["last_day"] < day)
    return table[serving].reset_index(drop=True)


def _day_or_event(name, value):
    if isinstance(value, str) and not value[:1].isdigit():
        return day_of(value)
    return _day(name, value)


def _day(name, value):
    return instant(name, value).astype("datetime64[D]")
