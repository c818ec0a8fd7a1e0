"""Dwell curve: what Python computes for the picture."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from course.constants import ISS_INCLINATION_DEG
from course.coverage import share_below
from course.coverage.dwell import sub_satellite
from course.orbits import nodal_period_s, radius_km, turning_latitude_deg
from course.quantities import Array
from course.widgets.dwell import figure as twin
from course.widgets.dwell import words as wording
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.words import Words, degrees

ALTITUDE_KM = 420.0
LEAST_DEG, MOST_DEG = 20.0, 90.0  # beyond the pole an orbit dwells like its mirror image
EDGES_DEG = np.arange(-90, 91)


@cache
def stops_deg() -> Array:
    """Return the stops of the slider in degrees, every degree and the station's own."""
    stops = np.unique(np.append(np.arange(LEAST_DEG, MOST_DEG + 1), ISS_INCLINATION_DEG))
    stops.flags.writeable = False
    return stops


@cache
def laps_and_shares() -> dict[str, NDArray[np.float32]]:
    """Return all numbers that are drawn, as float32, one row a stop."""
    stops, radius = stops_deg(), float(radius_km(ALTITUDE_KM))
    below = [share_below(EDGES_DEG, inclination_deg=stop, altitude_km=ALTITUDE_KM) for stop in stops.tolist()]
    periods_min = np.asarray(nodal_period_s(ALTITUDE_KM, inclination_deg=stops)) / 60
    minutes = np.arange(int(np.ceil(periods_min.max())) + 1)  # a lap, and not a minute more
    laps = [
        sub_satellite(2 * np.pi * minutes / period, np.radians(stop), radius)[0]
        for stop, period in zip(stops.tolist(), periods_min.tolist(), strict=True)
    ]
    drawn = {
        "inclination_deg": stops,
        "below": below,
        "lap_deg": laps,
        "top_deg": turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops),
        "period_min": periods_min,
    }
    return {name: np.asarray(values, np.float32) for name, values in drawn.items()}


@cache
def texts() -> dict[str, list[str]]:
    """Return the words of every stop."""
    drawn, stops = laps_and_shares(), stops_deg().tolist()
    shares = np.diff(drawn["below"], axis=1)
    return {
        "inclination": [degrees(stop) for stop in stops],
        "who": ["the station" if stop == ISS_INCLINATION_DEG else "a satellite" for stop in stops],
        "top": [f"{top:.1f}" for top in drawn["top_deg"].tolist()],
        "minutes": [f"{period:.0f}" for period in drawn["period_min"].tolist()],
        "shape": [wording.shape(row) for row in shares],
        "slider": [f"{stop:g}°" for stop in stops],
    }


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all stops; computed once in a kernel."""
    latitudes = EDGES_DEG.tolist()
    words = {
        "texts": texts(),
        "sentence": wording.SENTENCE,
        "never": wording.SENTENCE_NEVER,
        "alt": wording.ALT,
        "axes": twin.AXES,
        "full_scale": twin.FULL_SCALE,
        "dots_min": list(twin.DOTS_MIN),
        "latitudes": [wording.latitude(latitude) for latitude in latitudes],
        "everywhere": wording.where(-90, 90),
        "north_of": [wording.where(latitude, 90) for latitude in latitudes],
        "south_of": [wording.where(-90, latitude) for latitude in latitudes],
        "closed": wording.CLOSED,
    }
    return laps_and_shares(), words
