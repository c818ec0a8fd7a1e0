"""Altitude history: what Python computes for the picture."""

from functools import cache
from string import Template
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from course import history
from course.quantities import Array
from course.tables import day
from course.widgets.altitude_history import words as wording
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.frames import rows
from course.widgets.kit.words import Words

if TYPE_CHECKING:
    from pandas import DataFrame, Series

FIRST, LAST = np.datetime64("1998-11-01"), np.datetime64("2026-06-30")  # the axis of time
EVENTS = ("article", "columbia", "atv-2", "expedition-1")  # named on it, if there is room
FEW_EVENTS = ("expedition-1", "atv-2")  # the only ones on a narrow drawing
RANGE_KM = (320.0, 430.0)  # of the axis of height
SETTLED = np.datetime64("1998-12-01")  # until then Zarya climbs to its first orbit
ARTICLE_KM = 420
JOINED_DAYS = 60  # heights further apart are joined by dots: between them nothing is known


@cache
def heights() -> "DataFrame":
    """Return the known heights since the station reached its first orbit: `course.history.altitude`."""
    table = history.altitude()
    return table[table["epoch_utc"] >= SETTLED].reset_index(drop=True)


@cache
def names() -> list[str]:
    """Return the moment of each known height to the minute: the values of `when`."""
    return heights()["epoch_utc"].dt.strftime("%Y-%m-%dT%H:%M").tolist()


@cache
def crewed() -> "DataFrame":
    """Return the known heights since the first crew arrived."""
    table = heights()
    return table[table["epoch_utc"] >= history.day_of("expedition-1")]


@cache
def marked_events() -> "DataFrame":
    """Return the events that are named on the axis of time."""
    table = history.events()
    return table.set_index("id", drop=False).loc[list(EVENTS)]


def extremes() -> dict[str, int]:
    """Return the places of the lowest height with a crew and of the highest of all."""
    known = crewed()
    return {
        "lowest": int(known.index.to_numpy()[known["altitude_km"].argmin()]),
        "highest": int(heights()["altitude_km"].argmax()),
    }


def _rank(place, height_km):
    """Return how a height stands among the others, as a key of the words, and how many are lower."""
    for name, at in extremes().items():
        if place == at:
            return name, 0
    if place < crewed().index[0]:
        return "early", 0
    return "other", int((crewed()["altitude_km"] < height_km).sum())


def _sentence(one):
    apart = round(one.altitude_km) - ARTICLE_KM
    against = "same" if not apart else "above" if apart > 0 else "below"
    rank, lower = _rank(one.Index, one.altitude_km)
    said = {"apart": abs(apart), "article": ARTICLE_KM, "count": len(crewed()), "lower": lower}
    return Template(wording.TITLE).substitute(
        date=day(one.epoch_utc),
        height=f"{one.altitude_km:.0f}",
        against=Template(wording.AGAINST[against]).substitute(said),
        rank=Template(wording.RANK[rank]).substitute(said),
    )


def _label(name, height_km):
    return Template(wording.LABELS[name]).substitute(km=f"{height_km:.0f}")


def _named(one):
    km, year = f"{one['altitude_km']:.0f}", one["epoch_utc"].year
    return Template(wording.LABELS["named"]).substitute(year=year, km=km)


def number(moments: "ArrayLike | Series") -> Array:
    """Return moments in days since the begin of the axis."""
    return (np.asarray(moments, "datetime64[us]") - FIRST) / np.timedelta64(1, "D")


def _alt():
    table = heights()
    before = table[table["epoch_utc"] < history.day_of("atv-2")]["altitude_km"]
    since = table[table["epoch_utc"] > history.day_of("atv-3")]["altitude_km"]
    places = extremes() | {"least": int(table["altitude_km"].argmin())}
    told = {name: table.iloc[place] for name, place in places.items()}
    return Template(wording.ALT).safe_substitute(
        first=day(FIRST), last=day(LAST), count=len(table), article=ARTICLE_KM,
        before=f"{before.min():.0f} to {before.max():.0f}", since=f"{since.min():.0f} to {since.max():.0f}",
        **{name: f"{one['altitude_km']:.0f}" for name, one in told.items()},
        **{f"{name}_day": day(one["epoch_utc"]) for name, one in told.items()},
    )  # fmt: skip


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all heights; computed once in a kernel."""
    table, events = heights(), marked_events()
    least, count = int(table["altitude_km"].argmin()), Template(wording.LABELS["count"])
    least_km = table.at[least, "altitude_km"]
    words = {
        "sentences": [_sentence(one) for one in rows(table)],
        "names": names(),
        "slider": [
            count.substitute(number=number, count=len(table), date=day(epoch))
            for number, epoch in enumerate(table["epoch_utc"], 1)
        ],
        "crew_day": float(number(history.day_of("expedition-1"))),
        "settled": int(crewed().index.to_numpy()[0]),
        "alt": _alt(),
        "note": Template(wording.NOTE).substitute(count=len(table), gap=JOINED_DAYS),
        "events": [{"label": one.label, "few": one.id in FEW_EVENTS} for one in rows(events)],
        "extremes": [[at, _named(table.loc[at]), wording.LABELS[name]] for name, at in extremes().items()],
        "least": [least, *(_label(name, least_km) for name in ("least", "least_short"))],
        "article": [ARTICLE_KM, _label("article", ARTICLE_KM)],
        "first_day": str(FIRST),
        "joined_days": JOINED_DAYS,
        "range_km": list(RANGE_KM),
        "closed": wording.CLOSED,
    }  # fmt: skip
    arrays = {
        "day": number(table["epoch_utc"]),
        "height_km": table["altitude_km"],
        "event_day": number(events["date"]),
        "ends": number([FIRST, LAST]),
    }
    return arrays, words
