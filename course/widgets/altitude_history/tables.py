"""Altitude history: what Python computes for the picture."""

from functools import cache
from string import Template

import numpy as np

from course import decay, history
from course.decay.sun import observed
from course.tables import day
from course.widgets.altitude_history import figure as twin
from course.widgets.altitude_history import words as wording
from course.widgets.altitude_history.figure import HIGH_KM, LOW_KM

FIRST, LAST = np.datetime64("1998-11-01"), np.datetime64("2026-06-30")  # the axis of time
EVENTS = (  # what raised it, or ended what did
    *("zarya", "columbia", "atv-2", "sts-135-landing", "atv-3", "cygnus-reboost", "dragon-reboost"),
    "boost-kit",
)
LEAST_DAYS, MOST_DAYS = 1.0, 8.0  # between two sets: closer they are too rough, wider a reboost may hide
RANGE_KM = (335.0, 435.0)  # of the axis of height; Zarya's first days lie below
LEVEL_KM = 0.05  # mean elements of neighbouring sets scatter by that
SETTLED = np.datetime64("1998-12-01")  # until then Zarya climbs to its first orbit
CLOSE_DAYS = 45  # on each side of the cursor


@cache
def sets():
    """Return the element sets with what the next one shows: days, change_km, rate_m_day, kind."""
    table = history.altitude()
    table["days"] = -table["epoch_utc"].diff(-1).dt.total_seconds() / 86400
    table["change_km"] = -table["altitude_km"].diff(-1)
    table["rate_m_day"] = -1000 * table["change_km"] / table["days"]
    table["kind"] = [_kind(one.days, one.change_km) for one in table.itertuples()]
    return table


def _kind(days, change_km):
    """Return what can be said of the time between two sets, as a key of the words."""
    if np.isnan(days):
        return "last"
    if abs(change_km) < LEVEL_KM:
        return "level"
    if days > MOST_DAYS:
        return "long rise" if change_km > 0 else "long fall"
    if change_km > 0:
        return "rise"
    return "fall" if days >= LEAST_DAYS else "short fall"


@cache
def names():
    """Return the epoch of each element set to the minute: the values of `when`."""
    names = sets()["epoch_utc"].dt.strftime("%Y-%m-%dT%H:%M").tolist()
    return names


@cache
def marked_events():
    table = history.events()
    return table[table["id"].isin(EVENTS)]


@cache
def sun_by_month():
    """Return the Sun of each month since 1998, and what the air then takes at the two heights, m a day."""
    sun = observed()
    months = sun.month >= FIRST.astype("datetime64[M]")
    f107 = sun.f107[months]
    rates = {
        name: 1000 * np.asarray(decay.rate_km_day(altitude_km, f107=f107))
        for name, altitude_km in (("low", LOW_KM), ("high", HIGH_KM))
    }
    return {"month": sun.month[months].astype("datetime64[D]"), "f107": f107, **rates}


def _month_of(epoch):
    """Return the number of the month of a moment in `_sun`, None after the last observed one."""
    place = int((np.datetime64(epoch, "M") - FIRST.astype("datetime64[M]")).astype(int))
    return place if place < len(sun_by_month()["f107"]) else None


def _sentence(one):
    month, sun = _month_of(one.epoch_utc), sun_by_month()
    causes = "no sun" if month is None else "young" if one.epoch_utc < SETTLED else "model"
    said = {
        "date": day(one.epoch_utc),
        "height": f"{one.altitude_km:.0f}",
        "low": f"{one.perigee_km:.0f}",
        "high": f"{one.apogee_km:.0f}",
        "days": f"{one.days:.0f}" if one.days >= 10 else f"{one.days:.1f}",
        "change": f"{abs(one.change_km):.1f}",
        "metres": f"{-1000 * one.change_km:.0f}",
        "rate": f"{one.rate_m_day:.0f}",
    }
    if month is not None:
        said |= {"f107": f"{sun['f107'][month]:.0f}"}
        said |= {"here": f"{sun['high'][month]:.0f}", "below": f"{sun['low'][month]:.0f}"}
    said |= {"net": Template(wording.NET[one.kind]).safe_substitute(said)}
    said |= {"causes": Template(wording.CAUSES[causes]).safe_substitute(said)}
    return Template(wording.TITLE).substitute(said)


def _months_and_the_next():
    months = sun_by_month()["month"].astype("datetime64[M]")
    return np.append(months, months[-1] + 1)


def _number(moments):
    """Return moments in days since the begin of the axis."""
    return (np.asarray(moments, "datetime64[us]") - FIRST) / np.timedelta64(1, "D")


@cache
def precomputed():
    """Return the arrays and the words of all element sets; computed once in a kernel."""
    table, sun, events = sets(), sun_by_month(), marked_events()
    later = table[table["epoch_utc"] >= "1999"]
    before = later[later["epoch_utc"] < history.day_of("atv-2")]["altitude_km"]
    since = later[later["epoch_utc"] > history.day_of("atv-3")]["altitude_km"]
    weak, strong = (sun["month"][place] for place in (sun["f107"].argmin(), sun["f107"].argmax()))
    lowest, highest = (
        later.loc[place] for place in (later["altitude_km"].idxmin(), later["altitude_km"].idxmax())
    )
    alt = Template(wording.ALT).safe_substitute(
        first=day(FIRST), last=day(LAST), count=len(table),
        lowest=f"{lowest['altitude_km']:.0f}", lowest_day=day(lowest["epoch_utc"]),
        highest=f"{highest['altitude_km']:.0f}", highest_day=day(highest["epoch_utc"]),
        before=f"{before.min():.0f} to {before.max():.0f}", since=f"{since.min():.0f} to {since.max():.0f}",
        weak=f"{sun['f107'].min():.0f} ({day(weak, 'month')})",
        strong=f"{sun['f107'].max():.0f} ({day(strong, 'month')})",
    )  # fmt: skip
    words = {
        "sentences": [_sentence(one) for one in table.itertuples()],
        "names": names(),
        "slider": [day(epoch) for epoch in table["epoch_utc"]],
        "kinds": table["kind"].tolist(),
        "alt": alt,
        "note": Template(wording.NOTE).substitute(
            count=len(table), least=f"{LEAST_DAYS:.0f}", most=f"{MOST_DAYS:.0f}"
        ),
        "events": [{"label": one.label, "rank": one.rank} for one in events.itertuples()],
        "first_day": str(FIRST),
        "close_days": CLOSE_DAYS,
        "joined_days": twin.JOINED_DAYS,
        "heights_km": [LOW_KM, HIGH_KM],
        "range_km": list(RANGE_KM),
        "closed": "Empty axes: the height of the station against the years 1998 to 2026. Answer the question "
        "or skip it to see how high it flew.",
    }
    heights = table[["altitude_km", "perigee_km", "apogee_km"]]
    arrays = {
        "day": _number(table["epoch_utc"]),
        "height_km": heights,
        "rate_m_day": table["rate_m_day"].fillna(0),
        "month": _number(_months_and_the_next()),  # a month more: the end of the last
        "f107": sun["f107"],
        "low_m_day": sun["low"],
        "high_m_day": sun["high"],
        "month_of": [-1 if _month_of(epoch) is None else _month_of(epoch) for epoch in table["epoch_utc"]],
        "event_day": _number(events["date"]),
        "ends": _number([FIRST, LAST]),
    }
    return arrays, words
