"""J2: what the Earth's oblateness does to an orbit; numbers in brackets: references of `course.orbits`."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import (
    EARTH_FLATTENING,
    EARTH_J2,
    EARTH_RADIUS_KM,
    EARTH_ROTATION_RAD_S,
    ISS_INCLINATION_DEG,
    SOLAR_DAY_S,
)
from course.orbits.arguments import inclination_rad, radii_km
from course.orbits.two_body import mean_motion_rad_s, period_s
from course.quantities import Array, Floats, flag, plain


def node_rate_deg_day(altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG) -> Floats:
    """Return how fast the orbit's plane turns about the Earth's axis, in degrees a day, eastward positive.

    The secular effect of the Earth's oblateness (J2) on the right ascension of the ascending node [1]_.

    Examples
    --------
    >>> round(node_rate_deg_day(420), 2)    # the ISS: five degrees a day, westward
    -4.95
    """
    inclination = inclination_rad(inclination_deg, altitude_km)
    return plain(_deg_per_day(-_j2_rate_rad_s(altitude_km) * np.cos(inclination)))


def perigee_rate_deg_day(
    altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG
) -> Floats:
    """Return how fast the perigee turns within the orbit's plane, in degrees a day.

    The secular effect of J2 on the argument of perigee [1]_. It vanishes at 63.4 degrees of inclination.

    Examples
    --------
    >>> round(perigee_rate_deg_day(420), 2)
    3.69
    """
    sin2 = np.sin(inclination_rad(inclination_deg, altitude_km)) ** 2
    return plain(_deg_per_day(_j2_rate_rad_s(altitude_km) * (2 - 2.5 * sin2)))


def nodal_period_s(altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG) -> Floats:
    """Return the time from one northward equator crossing to the next, in s, with J2.

    J2 carries perigee and mean anomaly forward [1]_, so the ISS is back at the equator 4 s before one
    two-body period is over.

    Examples
    --------
    >>> round(nodal_period_s(420))
    5574
    """
    sin2 = np.sin(inclination_rad(inclination_deg, altitude_km)) ** 2
    forward = _j2_rate_rad_s(altitude_km) * ((2 - 2.5 * sin2) + (1 - 1.5 * sin2))
    return plain(2 * np.pi / (mean_motion_rad_s(altitude_km) + forward))


def westward_shift_deg(
    altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG, j2: bool = True
) -> Floats:
    """Return how far west the ground track crosses the equator one lap later, in degrees of longitude.

    The Earth turns east below the orbit; with ``j2=True`` the plane itself turns as well.

    Examples
    --------
    >>> round(westward_shift_deg(420, j2=False), 2), round(westward_shift_deg(420), 2)
    (23.31, 23.61)
    """
    if not flag("j2", j2):
        inclination_rad(inclination_deg, altitude_km)
        return plain(np.degrees(EARTH_ROTATION_RAD_S * np.asarray(period_s(altitude_km))))
    plane = np.radians(node_rate_deg_day(altitude_km, inclination_deg=inclination_deg)) / SOLAR_DAY_S
    lap = np.asarray(nodal_period_s(altitude_km, inclination_deg=inclination_deg))
    return plain(np.degrees((EARTH_ROTATION_RAD_S - plane) * lap))


def turning_latitude_deg(
    altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG
) -> Floats:
    """Return the highest geodetic latitude (WGS84) of the sub-satellite point, in degrees.

    Three things make it differ from the inclination: J2 lowers the inclination at the top of each lap by
    (3/8) J2 (R/a)^2 sin 2i [2]_ (ISS: 0.02 degrees), the latitude of maps is geodetic (plus 0.19 degrees at
    the ground), and the point straight below a satellite is found at its altitude (minus 0.01 degrees).

    Examples
    --------
    >>> round(turning_latitude_deg(420), 2)
    51.8
    """
    inclination = inclination_rad(inclination_deg, altitude_km)
    geocentric = np.minimum(inclination, np.pi - inclination)
    radius = radii_km(altitude_km)
    geocentric = geocentric - 0.375 * EARTH_J2 * (EARTH_RADIUS_KM / radius) ** 2 * np.sin(2 * geocentric)
    eccentricity2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING)
    geodetic = geocentric
    for _ in range(6):  # each round gains three digits
        normal = EARTH_RADIUS_KM / np.sqrt(1 - eccentricity2 * np.sin(geodetic) ** 2)
        geodetic = np.arctan2(
            radius * np.sin(geocentric) + eccentricity2 * normal * np.sin(geodetic),
            radius * np.cos(geocentric),
        )
    return plain(np.degrees(geodetic))


def _j2_rate_rad_s(altitude_km: ArrayLike) -> Array:
    """Return 1.5 J2 n (R/a)^2, the common factor of all secular J2 rates (ISS: 8 degrees a day)."""
    return 1.5 * EARTH_J2 * mean_motion_rad_s(altitude_km) * (EARTH_RADIUS_KM / radii_km(altitude_km)) ** 2


def _deg_per_day(rate_rad_s: Array) -> Array:
    return np.degrees(rate_rad_s) * SOLAR_DAY_S
