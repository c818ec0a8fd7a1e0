"""Eclipse: how long an orbit lies in the Earth's shadow. [1] is the first reference of `course.orbits`."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM
from course.orbits.arguments import radii_km
from course.orbits.two_body import period_s
from course.quantities import Floats, plain, quantity, together


def eclipse_minutes(altitude_km: ArrayLike, *, beta_deg: ArrayLike = 0.0) -> Floats:
    """Return the minutes of each lap that a circular orbit spends in the Earth's shadow.

    The shadow is a cylinder as wide as the Earth [1]_: for the ISS within 0.2 minutes of the umbra.

    Parameters
    ----------
    altitude_km : float or array_like
        Altitude of the orbit.
    beta_deg : float or array_like
        Angle between the orbit's plane and the direction to the Sun, -90 to 90 degrees.

    Examples
    --------
    >>> round(eclipse_minutes(420), 1), eclipse_minutes(420, beta_deg=75)
    (36.0, 0.0)
    """
    beta = np.radians(quantity("beta_deg", beta_deg, at_least=-90, at_most=90))
    beta, radius = together(beta_deg=beta, altitude_km=radii_km(altitude_km))
    # Products, not differences of squares, which lose digits near the ground; and the angle by both its
    # sides, as its cosine alone loses them far out.
    horizon = np.sqrt((radius - EARTH_RADIUS_KM) * (radius + EARTH_RADIUS_KM))
    aside = radius * np.abs(np.sin(beta))  # how far the lap's middle runs from the axis of the shadow
    deep = np.sqrt(np.maximum(EARTH_RADIUS_KM - aside, 0) * (EARTH_RADIUS_KM + aside))
    fraction = np.arctan2(deep, horizon) / np.pi
    return plain(fraction * np.asarray(period_s(altitude_km)) / 60)
