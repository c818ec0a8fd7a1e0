"""Inclination explorer: what Python computes for the picture, minutes over countries, and words."""

from functools import cache

import numpy as np

from course.constants import EARTH_RADIUS_KM, ISS_INCLINATION_DEG
from course.coverage import share_table
from course.geography import VIEWS, country_name, disputed_outlines, land_outlines
from course.orbits import turning_latitude_deg, westward_shift_deg
from course.widgets.inclination_explorer import figure as twin
from course.widgets.inclination_explorer import words as wording
from course.widgets.kit.arrays import Rounded
from course.widgets.kit.inclinations import ALTITUDE_KM, MARKS_DEG, STEEPEST_DEG
from course.widgets.kit.outlines import WORLD_GRID_DEG, joined, rings_of, thinned
from course.widgets.kit.words import degrees

MOST_LAPS = 16  # a day has 15 and a half
START_LONGITUDE_DEG = 47.0  # so that the picture begins with the station over Russia's south
SAMPLES_PER_LAP = 360


def ground_track(turns, tilt_deg, shift_deg):
    """Return the ground track of a tilted circle over the turning Earth, as it is drawn.

    The circle is tilted so that it touches the turning latitude. So it stays within 0.3 degrees of the
    geodetic latitudes of `course.coverage.dwell.sub_satellite` (ISS: 0.14): half a pixel of the map.

    Parameters
    ----------
    turns : ndarray of shape (n,)
        Laps since the first northward crossing of the equator, at 47 degrees east.
    tilt_deg : float
        Tilt of the circle: the turning latitude, or 180 degrees minus it where the orbit runs westward.
    shift_deg : float
        Degrees of longitude that the Earth turns eastward below the plane in one lap.

    Returns
    -------
    longitude_deg, latitude_deg : ndarray of shape (n,)
        Longitude in [-180, 180).
    """
    argument, tilt = 2 * np.pi * turns, np.radians(tilt_deg)
    latitude = np.degrees(np.arcsin(np.sin(tilt) * np.sin(argument)))
    along = np.degrees(np.arctan2(np.cos(tilt) * np.sin(argument), np.cos(argument)))
    return (along + START_LONGITUDE_DEG - shift_deg * turns + 180) % 360 - 180, latitude


@cache
def precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    minutes = {
        f"{what}-{view}": array
        for view in VIEWS
        for what, array in zip(("minutes", "ranks"), minutes_and_ranks(view), strict=True)
    }
    arrays = {
        **orbits(),
        **minutes,
        "land_deg": Rounded(np.stack(land_outlines(), axis=1)),
        "russia_deg": Rounded(np.stack(russia_outlines("un"), axis=1)),
        "crimea_deg": Rounded(np.stack(disputed_outlines()["UKR", "RUS"], axis=1)),
    }
    words = {
        "texts": texts(),
        "sentence": wording.SENTENCE,
        "still": wording.SENTENCE_STILL,
        "alt": wording.ALT,
        "alt_bars": wording.ALT_BARS,
        "drawn": wording.DRAWN,
        "notes": wording.NOTES,
        "codes": list(shown_codes()),
        "names": [name_of(code) for code in shown_codes()],
        "always": list(wording.ALWAYS),
        "top": TOP,
        "most_rows": most_rows(),
        "full_scale_min": twin.FULL_SCALE_MIN,
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why] for mark, why in MARKS_DEG.items()],
        "most_laps": MOST_LAPS,
        "start_deg": START_LONGITUDE_DEG,
        "samples": SAMPLES_PER_LAP,
        "radius": 1 + ALTITUDE_KM / EARTH_RADIUS_KM,
        "shown_deg": [-90, 90],
        "closed": "Globe and map of the world; a satellite and the plane of its orbit. Answer the question "
        "or skip it to see the track.",
    }
    return arrays, words


STEP_DEG = 0.25
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
    found = set(wording.ALWAYS)
    for codes, minutes in _tables().values():
        first = np.argsort(-minutes, axis=1)[:, :TOP]
        counts = np.take_along_axis(minutes, first, axis=1) > 0
        found |= {codes[place] for place in np.unique(first[counts])}
    return tuple(sorted(found))


@cache
def minutes_and_ranks(borders):
    """Return the minutes a day of `shown_codes` at each stop, and the ranks of those always shown."""
    codes, minutes = _tables()[borders]
    always = minutes[:, [codes.index(code) for code in wording.ALWAYS]]
    ranks = np.where(always > 0, 1 + (minutes[:, :, None] > always[:, None]).sum(axis=1), 0)
    return minutes[:, [codes.index(code) for code in shown_codes()]].astype(np.float32), ranks


def most_rows():
    """Return how many bars there are at the most: ten, and those always shown that are not among the ten."""
    ranks = np.array([minutes_and_ranks(borders)[1] for borders in VIEWS])
    return TOP + int(((ranks == 0) | (ranks > TOP)).sum(axis=-1).max())


def name_of(code):
    """Return the name of a country that fits beside its bar."""
    return wording.SHORT_NAMES.get(code, country_name(code))


@cache
def texts():
    """Return the words of every stop."""
    stops, every = stops_deg().tolist(), orbits()
    over, russia = {}, {}
    for borders in VIEWS:
        minutes, ranks = minutes_and_ranks(borders)
        russia[borders] = minutes[:, shown_codes().index("RUS")].tolist()
        places = ranks[:, wording.ALWAYS.index("RUS")].tolist()
        over[borders] = [
            wording.over_russia(time, rank, station=stop == ISS_INCLINATION_DEG)
            for time, rank, stop in zip(russia[borders], places, stops, strict=True)
        ]
    return {
        "inclination": [degrees(stop) for stop in stops],
        "slider": [f"{stop:g}°" for stop in stops],
        "reach": [wording.reach(top) for top in every["top_deg"].tolist()],
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
