"""Two bodies: speed, period, gravity and energy of a circular orbit around a round Earth."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, SOLAR_DAY_S
from course.orbits.arguments import FARTHEST_KM, radii_km
from course.quantities import Array, Floats, plain, quantity


def radius_km(altitude_km: ArrayLike) -> Floats:
    """Return the distance from the Earth's centre, in km: the number that belongs with mu.

    Examples
    --------
    >>> round(radius_km(420), 3)
    6798.137
    """
    return plain(radii_km(altitude_km))


def circular_speed_km_s(altitude_km: ArrayLike) -> Floats:
    """Return the speed of a circular orbit, in km/s: sqrt(mu / r).

    Examples
    --------
    >>> round(circular_speed_km_s(420), 3)
    7.657
    """
    return plain(np.sqrt(MU_EARTH_KM3_S2 / radii_km(altitude_km)))


def escape_speed_km_s(altitude_km: ArrayLike) -> Floats:
    """Return the speed from which a body never comes back, in km/s: sqrt(2) times the circular speed.

    Examples
    --------
    >>> round(escape_speed_km_s(420), 2)
    10.83
    """
    return plain(np.sqrt(2 * MU_EARTH_KM3_S2 / radii_km(altitude_km)))


def period_s(altitude_km: ArrayLike) -> Floats:
    """Return the time of one lap against the stars, in s: 2 pi sqrt(r^3 / mu).

    Examples
    --------
    >>> round(period_s(420) / 60, 2)
    92.97
    """
    return plain(2 * np.pi / mean_motion_rad_s(altitude_km))


def altitude_km(period_s: ArrayLike) -> Floats:
    """Return the altitude of the circular orbit with the given period, in km.

    The inverse of `period_s`. Periods under 5069 s would lie below the ground and raise a ValueError.

    Examples
    --------
    >>> round(altitude_km(86164.0905))     # one sidereal day: the geostationary orbit
    35786
    """
    shortest = 2 * np.pi * np.sqrt(EARTH_RADIUS_KM**3 / MU_EARTH_KM3_S2)  # 5069 s: skimming the ground
    longest = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + FARTHEST_KM) ** 3 / MU_EARTH_KM3_S2)  # seven months
    why = "a shorter lap would run below the ground, a longer one where the Sun takes over"
    period = quantity("period_s", period_s, at_least=shortest, at_most=longest, why=why)
    return plain(np.cbrt(MU_EARTH_KM3_S2 * (period / (2 * np.pi)) ** 2) - EARTH_RADIUS_KM)


def laps_per_day(altitude_km: ArrayLike) -> Floats:
    """Return the number of laps in one solar day of 86,400 s.

    Examples
    --------
    >>> round(laps_per_day(420), 2)
    15.49
    """
    return plain(SOLAR_DAY_S / (2 * np.pi) * mean_motion_rad_s(altitude_km))


def gravity_m_s2(altitude_km: ArrayLike) -> Floats:
    """Return the acceleration of free fall, in m/s^2: mu / r^2.

    Examples
    --------
    >>> round(gravity_m_s2(420), 2)
    8.62
    """
    return plain(1000 * MU_EARTH_KM3_S2 / radii_km(altitude_km) ** 2)


def gravity_fraction(altitude_km: ArrayLike) -> Floats:
    """Return gravity at a height as a fraction of gravity at the ground: (R / r)^2.

    Examples
    --------
    >>> round(gravity_fraction(420), 3)
    0.88
    """
    return plain((EARTH_RADIUS_KM / radii_km(altitude_km)) ** 2)


def specific_energy_mj_kg(altitude_km: ArrayLike) -> Floats:
    """Return the orbit's energy per kilogram, in MJ/kg: -mu / 2a, zero at infinite distance.

    Examples
    --------
    >>> round(specific_energy_mj_kg(420), 2)
    -29.32
    """
    return plain(-MU_EARTH_KM3_S2 / (2 * radii_km(altitude_km)))


def mean_motion_rad_s(altitude_km: ArrayLike) -> Array:
    """Return the mean angular speed of a lap as an array, in rad/s: sqrt(mu / r^3)."""
    return np.sqrt(MU_EARTH_KM3_S2 / radii_km(altitude_km) ** 3)
