"""What grew with the station: when it changed, listed masses, number of modules, and the masses published."""

from functools import cache
from typing import TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

from course import layout, station
from course.quantities import Array
from course.tables import day as day_in_words
from course.widgets.kit.frames import rows
from course.widgets.kit.owners import OWNERS
from course.widgets.kit.years import year_of

Mark: TypeAlias = tuple[str, str, float, float]  # what was weighed, on which day, in which year, t


class Growth(TypedDict):
    """What grew, for each of the days: listed masses by owner and by segment in t, and modules."""

    owners: list[str]
    mass_t: Array
    segment_t: list[dict[str, float]]
    modules: NDArray[np.int_]


@cache
def days() -> tuple[str, ...]:
    """Return the days on which the station changed, in order."""
    return tuple(layout.days())


@cache
def growth() -> Growth:
    """Return for each day the listed masses by owner in t, and the number of modules."""
    owners, mass, segments = list(OWNERS), np.zeros((len(days()), len(OWNERS))), []
    for at, day in enumerate(days()):
        of_segment = {"US": 0.0, "Russian": 0.0}
        for row in rows(station.modules(day)):
            mass[at, owners.index(row.owner)] += row.mass_kg / 1000
            of_segment[row.segment] += row.mass_kg / 1000
        segments.append(of_segment)
    return {
        "owners": owners,
        "mass_t": mass,
        "segment_t": segments,
        "modules": np.array([len(station.modules(day)) for day in days()]),
    }


@cache
def marks() -> list[Mark]:
    """Return the published masses of the whole station: what was weighed, on which day, in which year, t."""
    masses = station.station_masses()
    days = [day.to_datetime64() for day in masses["day"]]
    told = zip(masses["what"], days, masses["mass_kg"] / 1000, strict=True)
    return [(what, day_in_words(day), float(year_of(day)), tonnes) for what, day, tonnes in told]


@cache
def years() -> Array:
    """Return when the station changed, and the end of the record, as years with their fraction."""
    return np.array([year_of(day) for day in np.array([*days(), station.AS_OF], "datetime64[D]")])
