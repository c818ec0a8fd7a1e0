"""Dwell density: a satellite's time by latitude, without any propagation.

Over many days every longitude is met equally often, so that only latitude matters. On a circular orbit the
argument of latitude u grows steadily, and sin(latitude) = sin(inclination) sin(u): the satellite lingers
where it turns. Refinements make the share of each country agree with SGP4 to 0.002 percentage points: the
periodic effects of J2 (ISS: 0.02 degrees less inclination at the top), the lasting one of J3, which lets the
orbit sag in the north, so that it is passed faster there, the geodetic latitude of maps, and that latitude
taken where the satellite is, at its altitude.

References
----------
.. [1] F. Hoots and R. Roehrich, Spacetrack Report No. 3 (1980), section 6: the periodics of SGP4, here for a
   mean eccentricity of 0.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_J2, EARTH_RADIUS_KM, ISS_INCLINATION_DEG
from course.frames import on_meridian
from course.orbits import radius_km
from course.quantities import Array, Floats, one, plain, quantity

EARTH_J3_TO_J2 = -2.53881e-6 / 1.082616e-3  # pear shape to oblateness, WGS72 as in SGP4 [1]_
KNOTS = 257  # a straight line between knots of the smooth correction errs by less than 1e-7 of the time


def share_below(
    latitude_deg: ArrayLike, *, inclination_deg: float = ISS_INCLINATION_DEG, altitude_km: float = 420.0
) -> Floats:
    """Return the fraction of time that the sub-satellite point spends south of a latitude.

    Parameters
    ----------
    latitude_deg : float or array_like
        Geodetic latitude, -90 to 90 degrees. Beyond the turning latitude the answer is 0 or 1.
    inclination_deg : float
        0 to 180 degrees.
    altitude_km : float
        Mean semi-major axis minus 6378.137 km.

    Examples
    --------
    >>> round(1 - share_below(50), 3)      # north of 50 degrees, under two degrees wide: 7 % of the time
    0.072
    """
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90)
    return plain(0.5 + offset(latitude, *orbit(inclination_deg, altitude_km)))


def turning_latitude_deg(inclination_deg: float, altitude_km: float) -> float:
    """Return the highest latitude of this model; it agrees with ``orbits.turning_latitude_deg`` to 0.001."""
    return turning_latitudes_deg(*orbit(inclination_deg, altitude_km))[1]


def turning_latitudes_deg(inclination: float, radius: float) -> tuple[float, float]:
    """Return the lowest and the highest latitude of one orbit: almost, but not quite, opposite."""
    middle, half, _, _ = _correction(inclination, radius)
    lowest, highest = np.degrees(np.arcsin([middle - half, middle + half]))
    return float(lowest), float(highest)


def orbit(inclination_deg: float, altitude_km: float) -> tuple[float, float]:
    """Return inclination (radians) and semi-major axis (km), two floats, after checking both."""
    inclination = one("inclination_deg", inclination_deg, at_least=0, at_most=180)
    return float(np.radians(inclination)), float(radius_km(one("altitude_km", altitude_km)))


def offset(latitude_deg: Array, inclination: float, radius: float) -> Array:
    """Return `share_below` minus one half for latitudes in degrees and one orbit, from -0.5 to 0.5.

    The arcsine law in geodetic latitude, plus a small smooth correction that is interpolated.
    """
    middle, half, knots, correction = _correction(inclination, radius)
    sine = np.sin(np.radians(latitude_deg))
    if half < 1e-12:  # above the equator, always
        return np.sign(sine) / 2
    arc = np.arcsin(np.clip((sine - middle) / half, -1, 1))
    return (arc + np.interp(arc, knots, correction)) / np.pi


@lru_cache(maxsize=64)
def _correction(inclination: float, radius: float) -> tuple[float, float, Array, Array]:
    argument = np.linspace(-np.pi / 2, np.pi / 2, KNOTS)
    sine = np.sin(np.radians(sub_satellite(argument, inclination, radius)[0]))
    middle, half = (sine[-1] + sine[0]) / 2, (sine[-1] - sine[0]) / 2
    if half < 1e-12:
        return 0.0, 0.0, argument, argument
    arc = np.arcsin(np.clip((sine - middle) / half, -1, 1))
    return middle, half, arc, argument - arc


def sub_satellite(argument: Array, inclination: float, radius: float) -> tuple[Array, Array]:
    """Return geodetic latitude (degrees) and height (km) at mean arguments of latitude (radians) [1]_."""
    k = EARTH_J2 * (EARTH_RADIUS_KM / radius) ** 2
    cosine, sine = np.cos(inclination), np.sin(inclination)
    double = 2 * argument
    sag = -0.5 * EARTH_J3_TO_J2 * EARTH_RADIUS_KM / radius * sine  # a perigee in the north; ISS: 6 km lower
    distance = radius * (
        1 - 0.75 * k * (3 * cosine**2 - 1) + 0.25 * k * sine**2 * np.cos(double) - sag * np.sin(argument)
    )
    true = argument - 0.125 * k * (7 * cosine**2 - 1) * np.sin(double) - 2 * sag * np.cos(argument)
    tilt = inclination + 0.75 * k * sine * cosine * np.cos(double)
    up = np.sin(tilt) * np.sin(true)
    return on_meridian(distance * np.sqrt(1 - up * up), distance * up)
