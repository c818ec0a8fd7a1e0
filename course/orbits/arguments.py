"""Arguments of orbits, read and checked: altitudes and inclinations that an orbit of the Earth can have."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM
from course.quantities import Array, quantity, together

FARTHEST_KM = 1.5e6  # where the Sun takes over (the Earth's Hill sphere)


def radii_km(altitude_km: ArrayLike) -> Array:
    """Return the distances from the Earth's centre as an array: what `radius_km` hands out."""
    return EARTH_RADIUS_KM + quantity(
        "altitude_km",
        altitude_km,
        at_least=0,
        at_most=FARTHEST_KM,
        why="an orbit of the Earth runs above the ground, and not so far out that the Sun takes over",
    )


def inclination_rad(inclination_deg: ArrayLike, altitude_km: ArrayLike | None = None) -> Array:
    """Return an inclination in radians after checking that it goes together with the altitude, if any."""
    inclination = np.radians(quantity("inclination_deg", inclination_deg, at_least=0, at_most=180))
    if altitude_km is not None:
        together(inclination_deg=inclination, altitude_km=radii_km(altitude_km))
    return inclination
