"""The wave: what Python computes for the picture, the circle of the station and its track."""

from functools import cache

import numpy as np

from course.constants import EARTH_RADIUS_KM
from course.geography import land_outlines
from course.orbits import nodal_period_s, turning_latitude_deg, westward_shift_deg
from course.quantities import Array
from course.widgets.kit.arrays import Arrays, Rounded
from course.widgets.kit.inclinations import ALTITUDE_KM
from course.widgets.kit.words import Words
from course.widgets.kit.world import SHOWN_DEG
from course.widgets.wave import words as wording

LAPS = 3
START_LONGITUDE_DEG = 47.0  # so that the first lap runs over the south of Russia
SAMPLES_PER_LAP = 360


def ground_track(turns: Array, shift_deg: float) -> tuple[Array, Array]:
    """Return the ground track of a tilted circle over the turning Earth, as it is drawn.

    The circle is tilted so that it touches the turning latitude. So it stays within 0.14 degrees of the
    geodetic latitudes of `course.coverage.dwell.sub_satellite`: half a pixel of the map.

    Parameters
    ----------
    turns : ndarray of shape (n,)
        Laps since the first northward crossing of the equator, at 47 degrees east.
    shift_deg : float
        Degrees of longitude that the Earth turns eastward below the circle in one lap.

    Returns
    -------
    longitude_deg, latitude_deg : ndarray of shape (n,)
        Longitude in [-180, 180).
    """
    argument, tilt = 2 * np.pi * turns, np.radians(top_deg())
    latitude = np.degrees(np.arcsin(np.sin(tilt) * np.sin(argument)))
    along = np.degrees(np.arctan2(np.cos(tilt) * np.sin(argument), np.cos(argument)))
    return (along + START_LONGITUDE_DEG - shift_deg * turns + 180) % 360 - 180, latitude


@cache
def top_deg() -> float:
    """Return the turning latitude, which is the tilt of the circle as it is drawn."""
    return float(turning_latitude_deg(ALTITUDE_KM))


@cache
def lap_min() -> float:
    """Return the time from one northward crossing of the equator to the next, in minutes."""
    return float(nodal_period_s(ALTITUDE_KM)) / 60


def last_minute() -> int:
    """Return the last whole minute of the laps."""
    return int(LAPS * lap_min())


@cache
def shift_deg() -> float:
    """Return how much further west the next lap begins."""
    return float(westward_shift_deg(ALTITUDE_KM))


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words; computed once in a kernel."""
    arrays = {"land_deg": Rounded(np.stack(land_outlines(), axis=1))}
    words = {
        **wording.TEMPLATES,
        "laps": LAPS,
        "lap_min": lap_min(),
        "last_minute": last_minute(),
        "shift_deg": shift_deg(),
        "top_deg": top_deg(),
        "start_deg": START_LONGITUDE_DEG,
        "samples": SAMPLES_PER_LAP,
        "radius": 1 + ALTITUDE_KM / EARTH_RADIUS_KM,
        "shown_deg": list(SHOWN_DEG),
        "closed": wording.CLOSED,
    }
    return arrays, words
