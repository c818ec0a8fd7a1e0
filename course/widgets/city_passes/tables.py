"""Passes over a city: what Python computes for the picture, when the city is chosen."""

import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from course import cities, coverage
from course.coverage.sky import DARK_SKY_SUN_DEG
from course.elements import ElementAgeWarning, ElementSet
from course.geography import country_name
from course.names import plain_text
from course.quantities import text as read
from course.tables import day as day_in_words
from course.widgets.city_passes import words as wording

if TYPE_CHECKING:
    from pandas import Series

LARGE = (
    100_000  # people: cities of this size are offered while one types; smaller ones are found by their name
)


def places() -> list[str]:
    """Return the names of large cities with their countries, the largest first."""
    table = cities.table(at_least=LARGE)
    names = (f"{name}, {country_name(code)}" for name, code in zip(table["name"], table["iso3"], strict=True))
    return list(dict.fromkeys(names))


SAMPLES = 25  # of the path of a pass: every 15 s or closer
DARK_STEP_MIN = 10


def find(text: str) -> "Series":
    """Return the city that a text names, a row of `course.cities.table`.

    Parameters
    ----------
    text : str
        A name, ``"Moscow"``, or a name and its country, ``"Moscow, Russia"``; of several the largest.

    Raises
    ------
    ValueError
        If no such city is listed; near names are suggested.
    """
    name, comma, country = read("city", text, such_as="Moscow, Russia").rpartition(",")
    if not comma:
        return cities.find(text)
    place = _full_names().get(f"{plain_text(name)}, {plain_text(country)}")
    if place is not None:
        return cities.table().iloc[place]
    return cities.find(text)


@cache
def _full_names():
    """Return the place of each city in the list by its name and country, the largest of several."""
    table, places = cities.table(), {}
    countries = {code: plain_text(country_name(code)) for code in table["iso3"].unique()}
    for at, (name, code) in enumerate(zip(table["name"], table["iso3"], strict=True)):
        places.setdefault(f"{plain_text(name)}, {countries[code]}", at)
    return places


def full_name(city: "Series") -> str:
    """Return the name of a city with its country, ``"Moscow, Russia"``."""
    return f"{city['name']}, {country_name(city['iso3'])}"


def answer(
    elements: ElementSet, city: "Series", start: np.datetime64, days: int
) -> dict[str, Any]:  # Any: what JSON can hold
    """Return all that a picture shows of one city.

    Parameters
    ----------
    elements : course.elements.ElementSet
    city : pandas.Series
        A row of `course.cities.table`.
    start : datetime64
    days : int

    Returns
    -------
    dict
        city, latitude_deg, longitude_deg, reason (empty if there are passes), passes, start (the pass that
        is shown first: the best of those that can be seen), and dark: minutes since the start between which
        the sky is dark. JSON can hold it.
    """
    return _answer(
        elements, full_name(city), float(city["latitude_deg"]), float(city["longitude_deg"]), start, days
    )


@lru_cache(maxsize=100)  # a picture and its page tell of the same cities: a second's work for a dozen
def _answer(elements, name, latitude_deg, longitude_deg, start, days):
    where = {"latitude_deg": latitude_deg, "longitude_deg": longitude_deg}
    with warnings.catch_warnings():  # the picture says how old the elements are
        warnings.simplefilter("ignore", ElementAgeWarning)
        table = coverage.passes(
            elements, **where, start_utc=start, days=days, min_elevation_deg=wording.LOWEST_DEG
        )
        listed = _passes(elements, table, start, where)
        dark = _dark(elements, start, days, where)
    return {
        "city": name,
        "reason": table.attrs["reason"],
        "passes": listed,
        "start": _first(listed),
        "dark": dark,
        **where,
    }


def _passes(elements, table, start, where):
    """Return the passes as plain data, each with its path over the sky."""
    if not len(table):
        return []
    rise, top, end = (table[name].to_numpy("M8[us]") for name in ("rise_utc", "culmination_utc", "set_utc"))
    share = np.linspace(0, 1, SAMPLES)
    moments = rise[:, None] + ((end - rise)[:, None] * share).astype("m8[us]")
    sky = coverage.look_angles(elements, moments, **where)
    at_top = coverage.look_angles(elements, top, **where)
    bright = at_top.sun_elevation_deg >= DARK_SKY_SUN_DEG
    return [
        {
            "day": day_in_words(top[at]),
            "rise": wording.clock(rise[at]),
            "top": wording.clock(top[at]),
            "set": wording.clock(end[at]),
            "rise_way": wording.way(float(row.rise_azimuth_deg)),
            "top_way": wording.way(float(row.culmination_azimuth_deg)),
            "set_way": wording.way(float(row.set_azimuth_deg)),
            "height": f"{row.max_elevation_deg:.0f}",
            "height_deg": round(float(row.max_elevation_deg), 1),
            "kind": "visible" if row.visible else "bright" if bright[at] else "shadow",
            "begin": wording.clock(row.visible_from_utc.to_datetime64()) if row.visible else "",
            "end": wording.clock(row.visible_until_utc.to_datetime64()) if row.visible else "",
            "minute": round(float((top[at] - start) / np.timedelta64(60, "s")), 2),
            "rise_s": int((rise[at] - start) / np.timedelta64(1, "s")),
            "long_s": int((end[at] - rise[at]) / np.timedelta64(1, "s")),
            "dark": not bright[at],
            "azimuth_deg": np.round(sky.azimuth_deg[at], 1).tolist(),
            "elevation_deg": np.round(sky.elevation_deg[at], 1).tolist(),
            "seen": sky.visible[at].astype(int).tolist(),
        }
        for at, row in enumerate(table.itertuples())
    ]


def _first(listed):
    """Return the place of the visible pass that climbs highest; without a visible one, of the highest."""
    visible = [at for at, one in enumerate(listed) if one["kind"] == "visible"]
    return max(visible or range(len(listed)), key=lambda at: listed[at]["height_deg"], default=0)


def _dark(elements, start, days, where):
    """Return the minutes since the start between which the sky of a place is dark."""
    minutes = np.arange(0, 1440 * days + 1, DARK_STEP_MIN)
    moments = start + minutes.astype("timedelta64[m]")
    sun = coverage.look_angles(elements, moments, **where).sun_elevation_deg
    dark = np.concatenate([[False], sun < DARK_SKY_SUN_DEG, [False]])
    edges = np.flatnonzero(np.diff(dark.astype(int))).reshape(-1, 2)
    return [[int(minutes[first]), int(minutes[last - 1])] for first, last in edges]
