"""Heights, tolerances and formulas that students combine: shared by the exercises of unit 2."""

from random import Random
from typing import Any, TypeVar

import numpy as np

from course.checks.forms import Size
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.quantities import Array, Floats

Value = TypeVar("Value", float, Array)

UNIT = "2-orbital-basics"
ISS_KM = 420.0
MEAN_RADIUS_KM = 6371.0  # what many books take for the Earth's radius
NAVIGATION_KM = 20200.0  # GPS satellites: far enough up that a wrong law of distance shows
HIDDEN_BANDS_KM = (
    (200, 400),
    (450, 1900),
    (2100, 19000),
    (21500, 34000),
    (37500, 60000),
)  # never a shown height

CONSTANTS = (
    "Lets through the mean radius 6371 km instead of the equatorial one ({mean}), 9.8 or 9.81 m/s² at "
    "the ground and "
    "rounded values of G and M. "
)


def draw_heights(random: Random) -> list[tuple[float]]:
    """Return one height from each band."""
    return [(round(random.uniform(*band), 1),) for band in HIDDEN_BANDS_KM]


def distance_km(altitude_km: Value) -> Value:
    """Return the distance from the Earth's centre."""
    return EARTH_RADIUS_KM + altitude_km


def speed_m_s(
    distance_km: Floats,
) -> Any:  # Any: NumPy's functions say no more of one number or an array of them
    """Return the circular speed at a distance from the centre; what students take for it varies."""
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / distance_km)


def lap_s(distance_km: Floats) -> Any:  # Any: NumPy's functions say no more of one number or an array of them
    """Return the period at a distance from the centre."""
    return 2 * np.pi * np.sqrt(distance_km**3 / MU_EARTH_KM3_S2)


SPEED_SIZE = Size(
    900, "A body so slow falls back to the ground.", 11190, "A body so fast leaves the Earth for ever."
)
