"""What the inclination explorer knows of every inclination: its orbit, minutes over countries, and words."""

from functools import cache

import numpy as np

from course.constants import ISS_INCLINATION_DEG
from course.coverage import share_table
from course.figures import inclination as twin
from course.geography import VIEWS, country_name
from course.orbits import turning_latitude_deg, westward_shift_deg
from course.widgets.outlines import WORLD_GRID_DEG, joined, rings_of, thinned

ALTITUDE_KM = 420.0
STEEPEST_DEG = 110.0
STEP_DEG = 0.25
MARKS_DEG = {  # places of the slider that have a reason
    28.5: "Cape Canaveral",
    45.96: "Baikonur",
    ISS_INCLINATION_DEG: "the station",
    65.0: "Mir-2, planned 64.8°",
    97.0: "near the poles",
}
NO_COUNTRY = "ATA"  # Antarctica is drawn, but belongs to nobody
TOP = 10


@cache
def stops_deg():
    """Return the stops of the slider in degrees, every quarter of a degree and each mark."""
    even = np.arange(0, STEEPEST_DEG + STEP_DEG / 2, STEP_DEG)
    stops = np.unique(np.append(even, list(MARKS_DEG)))
    stops.flags.writeable = False
    return stops


@cache
def orbits():
    """Return what the orbits of all stops have: turning latitude, tilt as drawn, and shift a lap."""
    stops = stops_deg()
    top = turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops)
    found = {
        "inclination_deg": stops,
        "top_deg": top,
        "tilt_deg": np.where(stops <= 90, top, 180 - top),
        "shift_deg": westward_shift_deg(ALTITUDE_KM, inclination_deg=stops),
    }
    return {name: values.astype(np.float32) for name, values in found.items()}  # as the browser has them


@cache
def _tables():
    """Return for each view of the borders all codes, and their minutes a day at each stop."""
    tables = {}
    for view in VIEWS:
        table = share_table(view)
        minutes = 1440 * np.array([table.at(stop, altitude_km=ALTITUDE_KM) for stop in stops_deg().tolist()])
        minutes[:, table.codes.index(NO_COUNTRY)] = 0
        tables[view] = table.codes, minutes
    return tables


@cache
def shown_codes():
    """Return the codes of the bars: countries among the first ten at any stop, and those always shown."""
    found = set(twin.ALWAYS)
    for codes, minutes in _tables().values():
        first = np.argsort(-minutes, axis=1)[:, :TOP]
        counts = np.take_along_axis(minutes, first, axis=1) > 0
        found |= {codes[place] for place in np.unique(first[counts])}
    return tuple(sorted(found))


@cache
def minutes_and_ranks(borders):
    """Return the minutes a day of `shown_codes` at each stop, and the ranks of those always shown."""
    codes, minutes = _tables()[borders]
    always = minutes[:, [codes.index(code) for code in twin.ALWAYS]]
    ranks = np.where(always > 0, 1 + (minutes[:, :, None] > always[:, None]).sum(axis=1), 0)
    return minutes[:, [codes.index(code) for code in shown_codes()]].astype(np.float32), ranks


def most_rows():
    """Return how many bars there are at the most: ten, and those always shown that are not among the ten."""
    ranks = np.array([minutes_and_ranks(borders)[1] for borders in VIEWS])
    return TOP + int(((ranks == 0) | (ranks > TOP)).sum(axis=-1).max())


def name_of(code):
    """Return the name of a country that fits beside its bar."""
    return twin.SHORT_NAMES.get(code, country_name(code))


@cache
def texts():
    """Return the words of every stop."""
    stops, every = stops_deg().tolist(), orbits()
    over, russia = {}, {}
    for borders in VIEWS:
        minutes, ranks = minutes_and_ranks(borders)
        russia[borders] = minutes[:, shown_codes().index("RUS")].tolist()
        places = ranks[:, twin.ALWAYS.index("RUS")].tolist()
        over[borders] = [
            twin.over_russia(time, rank, station=stop == ISS_INCLINATION_DEG)
            for time, rank, stop in zip(russia[borders], places, stops, strict=True)
        ]
    return {
        "inclination": [twin.degrees(stop) for stop in stops],
        "slider": [f"{stop:g}°" for stop in stops],
        "reach": [twin.reach(top) for top in every["top_deg"].tolist()],
        "shift": [f"{shift:.1f}" for shift in every["shift_deg"].tolist()],
        "over": over,
        "other": {  # what Russia has in the other view of the borders
            one: [f"{minutes:.1f}" for minutes in russia[other]] for one, other in (VIEWS, VIEWS[::-1])
        },
    }


@cache
def russia_outlines(borders):
    """Return the outlines of Russia for a map of the world: longitude, latitude, ``nan`` after each ring."""
    return tuple(joined([thinned(ring, WORLD_GRID_DEG) for ring in rings_of("RUS", borders=borders)]).T)
