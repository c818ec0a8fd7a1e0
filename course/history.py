"""History: events, the ships of the crews, the height of the station, the claims.

Facts end on `AS_OF`; a source is named by its own publisher, title and date. Where sources conflict the event
says so. Times are UTC days unless an event says otherwise.
"""

import tomllib
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from course import elements
from course.constants import EARTH_RADIUS_KM, NAUTICAL_MILE_KM, STATUTE_MILE_KM
from course.data import read_table, read_text
from course.quantities import Floats, Moment, instant, plain, quantity, shown, text, together, word
from course.station import AS_OF

if TYPE_CHECKING:
    from pandas import DataFrame

THREADS = ("agreements", "flights", "incidents", "words")
KINDS = ("fact", "quotation", "inference", "prediction", "threat", "opinion")  # by the form of a sentence
PROVES = ("verdict", "part", "input")  # what a figure is to the verdict on a claim
VERDICTS = ("true", "false", "misleading", "unclear", "not checkable")
MILES_KM = {"statute": STATUTE_MILE_KM, "nautical": NAUTICAL_MILE_KM}
DAYS_PER_YEAR = 365.25  # Julian year: within a day of the calendar over any span of this course
LEAST_REFERENCE = 1e-9  # of percentages: nothing is compared with next to nothing
FIRST_CREW = "expedition-1"
LONGEST_GAP_DAYS = 8.0  # between element sets: in a longer one an engine may have fired and not be seen
FEWEST_SETS, FEWEST_DAYS = 3, 3.0  # of a stretch: less cannot be told from the scatter of single heights


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


def altitude() -> "DataFrame":
    """Return the height of the station from 1998 to 2026, one row for each dated element set of the course.

    Returns
    -------
    DataFrame
        epoch_utc, altitude_km (mean semi-major axis minus 6378.137 km), perigee_km and apogee_km (the same
        with the mean eccentricity), source.

    Examples
    --------
    >>> table = altitude().query("epoch_utc >= '1999'")
    >>> round(table["altitude_km"].min()), round(table["altitude_km"].max())
    (332, 421)
    """
    import pandas as pd

    rows = []
    for one in elements.shipped():
        axis_km = EARTH_RADIUS_KM + one.altitude_km
        half_km = axis_km * one.eccentricity
        heights = (one.altitude_km, one.altitude_km - half_km, one.altitude_km + half_km)
        rows.append((one.epoch_utc, *heights, one.source))
    return pd.DataFrame(rows, columns=["epoch_utc", "altitude_km", "perigee_km", "apogee_km", "source"])


def stretches() -> "DataFrame":
    """Return the times in which the station only sank, as far as the dated element sets of the course tell.

    A stretch is a run of three element sets or more over three days or more, neighbours at most 8 days apart,
    each lower than the one before. A small reboost between two of them would not be seen.

    Returns
    -------
    DataFrame
        start_utc, end_utc, sets, days, start_km (height of the first set), rate_m_day (how fast it sank: the
        straight line through the heights), error_m_day (standard error of that: single heights scatter about
        such lines by some 60 m, in all stretches together).

    Examples
    --------
    >>> stretches().query("start_utc > '2022-03-10'")[["sets", "rate_m_day"]].round().values.tolist()[0]
    [3.0, 42.0]
    """
    import pandas as pd

    table = altitude()
    apart = table["epoch_utc"].diff() > pd.Timedelta(days=LONGEST_GAP_DAYS)
    runs = table.groupby((apart | (table["altitude_km"].diff() >= 0)).cumsum())
    rows, squares, freedom = [], 0.0, 0
    for _, run in runs:
        days = ((run["epoch_utc"] - run["epoch_utc"].iloc[0]) / pd.Timedelta(days=1)).to_numpy()
        if len(run) < FEWEST_SETS or days[-1] < FEWEST_DAYS:
            continue
        from_middle = days - days.mean()
        spread = float(from_middle @ from_middle)
        slope = float(from_middle @ run["altitude_km"]) / spread
        left = run["altitude_km"] - run["altitude_km"].mean() - slope * from_middle
        squares, freedom = squares + float(left @ left), freedom + len(run) - 2
        ends = run["epoch_utc"].iloc[0], run["epoch_utc"].iloc[-1]
        rows.append((*ends, len(run), days[-1], run["altitude_km"].iloc[0], -1000 * slope, spread))
    columns = ("start_utc", "end_utc", "sets", "days", "start_km", "rate_m_day", "error_m_day")
    found = pd.DataFrame(rows, columns=columns)
    found["error_m_day"] = 1000 * np.sqrt(squares / freedom / found["error_m_day"])
    return found


def dense_stretches() -> "DataFrame":
    """Return stretches of 2024 and 2025 in which the station only sank, each seen in dozens of element sets.

    Worked out from 499 element sets of the US space surveillance network (CelesTrak), of which this course
    ships few: 42 to 131 sets each, between reboosts. Single rates are far better known than in `stretches`.

    Returns
    -------
    DataFrame
        As `stretches`.

    Examples
    --------
    >>> table = dense_stretches()
    >>> len(table), int(table["sets"].min()), float(table["error_m_day"].max())
    (7, 42, 3.3)
    """
    return read_table("dense_stretches.csv", dates=("start_utc", "end_utc"))


def miles(distance_km: ArrayLike, *, kind: Literal["statute", "nautical"] = "statute") -> Floats:
    """Return a distance in miles: statute ones, of roads, or nautical ones, of ships and aircraft.

    Examples
    --------
    >>> round(miles(420), 1), round(miles(420, kind="nautical"), 1)     # the article's 227 are nautical
    (261.0, 226.8)
    """
    return plain(quantity("distance_km", distance_km) / MILES_KM[word("kind", kind, MILES_KM)])


def percent_above(claimed: ArrayLike, *, reference: float) -> Floats:
    """Return by how many per cent a claimed figure is above a reference.

    Examples
    --------
    >>> round(percent_above(500_000, reference=445_386))      # kg: the tweet, and NASA two weeks before
    12
    """
    base = quantity("reference", reference, at_least=LEAST_REFERENCE)
    claimed, base = together(claimed=quantity("claimed", claimed), reference=base)
    return plain(100 * (claimed / base - 1))


def claims() -> "DataFrame":
    """Return the statements that the course judges, those of the article and figures of its own, by id.

    Returns
    -------
    DataFrame
        id (``A..``: the article, ``C..``: this course), paragraph (of the article, 0 for the course), text
        (in our words), said_by, kind (one of `KINDS`: what sort of sentence it is), verdict (one of
        `VERDICTS`), why, sources (ids of `events` and `references`), recompute (the function that computes
        the figure, or ""), proves (what the figure is: the "verdict" stands or falls with it, it is "part" of
        what the verdict rests on, or an "input", a number in the words), call (the function's arguments and
        what is taken of its answer), value, unit and tolerance (NaN and "" where nothing is computed), quoted
        (words, who, the event on which they were said, a note on what stands around
        them; or {}) and readings (where there are several).

    Examples
    --------
    >>> table = claims().set_index("id")
    >>> table.loc["A19", ["verdict", "recompute", "proves"]].tolist()    # "The ISS does not fly over Russia."
    ['false', 'course.coverage.time_share', 'verdict']
    """
    import pandas as pd

    columns = ("id", "paragraph", "text", "said_by", "verdict", "why", "sources")
    rows = []
    for one in tomllib.loads(read_text("claims.toml"))["claim"]:
        proof = one.get("proof", {})
        rows.append(
            {name: one[name] for name in columns}
            | {"kind": one.get("kind", "fact")}
            | {"recompute": proof.get("function", ""), "proves": proof.get("proves", "")}
            | {"call": proof.get("call", {})}
            | {"value": proof.get("value", np.nan), "unit": proof.get("unit", "")}
            | {"tolerance": proof.get("tolerance", np.nan)}
            | {"quoted": one.get("quoted", {}), "readings": one.get("readings", [])}
        )
    return pd.DataFrame(rows).sort_values("id", ignore_index=True)


def _day_or_event(name, value):
    if isinstance(value, str) and not value[:1].isdigit():
        return day_of(value)
    return _day(name, value)


def _day(name, value):
    return instant(name, value).astype("datetime64[D]")
