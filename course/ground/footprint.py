"""Footprint: how far around its sub-satellite point a satellite is seen."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM
from course.quantities import Floats, plain, quantity, together


def footprint_radius_km(altitude_km: ArrayLike, elevation_deg: ArrayLike = 0.0) -> Floats:
    """Return the radius on the ground of the circle that sees a satellite, in km along a spherical Earth.

    Parameters
    ----------
    altitude_km : float or array_like
    elevation_deg : float or array_like
        Smallest elevation above the horizon that counts, 0 to 90 degrees.

    Examples
    --------
    >>> round(footprint_radius_km(420)), round(footprint_radius_km(420, elevation_deg=10))
    (2254, 1390)
    """
    altitude, elevation = together(
        altitude_km=quantity("altitude_km", altitude_km, at_least=0),
        elevation_deg=np.radians(quantity("elevation_deg", elevation_deg, at_least=0, at_most=90)),
    )
    angle = np.arccos(EARTH_RADIUS_KM * np.cos(elevation) / (EARTH_RADIUS_KM + altitude)) - elevation
    return plain(EARTH_RADIUS_KM * np.maximum(angle, 0))
