"""Two-body and J2 relations of a near-circular orbit around the Earth.

"Altitude" is the semi-major axis minus the Earth's equatorial radius, 6378.137 km. A scalar gives a float, an
array gives an array of the same shape; ``nan`` stays ``nan``; negative altitudes raise a ValueError.

References
----------
.. [1] D. Vallado, Fundamentals of Astrodynamics and Applications: two-body relations, secular J2 rates,
   cylindrical shadow.
.. [2] D. Brouwer, Solution of the problem of artificial satellite theory without drag, AJ 64 (1959):
   the short-period change of the inclination.
"""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import (
    EARTH_FLATTENING,
    EARTH_J2,
    EARTH_RADIUS_KM,
    EARTH_ROTATION_RAD_S,
    ISS_INCLINATION_DEG,
    MU_EARTH_KM3_S2,
    SOLAR_DAY_S,
)
from course.quantities import Array, Floats, flag, plain, quantity, together

FARTHEST_KM = 1.5e6  # where the Sun takes over (the Earth's Hill sphere)


def radius_km(altitude_km: ArrayLike) -> Floats:
    """Return the distance from the Earth's centre, in km: the number that belongs with mu.

    Examples
    --------
    >>> round(radius_km(420), 3)
    6798.137
    """
    return plain(_radius(altitude_km))


def circular_speed_km_s(altitude_km: ArrayLike) -> Floats:
    """Return the speed of a circular orbit, in km/s: sqrt(mu / r).

    Examples
    --------
    >>> round(circular_speed_km_s(420), 3)
    7.657
    """
    return plain(np.sqrt(MU_EARTH_KM3_S2 / _radius(altitude_km)))


def escape_speed_km_s(altitude_km: ArrayLike) -> Floats:
    """Return the speed from which a body never comes back, in km/s: sqrt(2) times the circular speed.

    Examples
    --------
    >>> round(escape_speed_km_s(420), 2)
    10.83
    """
    return plain(np.sqrt(2 * MU_EARTH_KM3_S2 / _radius(altitude_km)))


def period_s(altitude_km: ArrayLike) -> Floats:
    """Return the time of one lap against the stars, in s: 2 pi sqrt(r^3 / mu).

    Examples
    --------
    >>> round(period_s(420) / 60, 2)
    92.97
    """
    return plain(2 * np.pi / _mean_motion_rad_s(altitude_km))


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
    return plain(SOLAR_DAY_S / (2 * np.pi) * _mean_motion_rad_s(altitude_km))


def gravity_m_s2(altitude_km: ArrayLike) -> Floats:
    """Return the acceleration of free fall, in m/s^2: mu / r^2.

    Examples
    --------
    >>> round(gravity_m_s2(420), 2)
    8.62
    """
    return plain(1000 * MU_EARTH_KM3_S2 / _radius(altitude_km) ** 2)


def gravity_fraction(altitude_km: ArrayLike) -> Floats:
    """Return gravity at a height as a fraction of gravity at the ground: (R / r)^2.

    Examples
    --------
    >>> round(gravity_fraction(420), 3)
    0.88
    """
    return plain((EARTH_RADIUS_KM / _radius(altitude_km)) ** 2)


def specific_energy_mj_kg(altitude_km: ArrayLike) -> Floats:
    """Return the orbit's energy per kilogram, in MJ/kg: -mu / 2a, zero at infinite distance.

    Examples
    --------
    >>> round(specific_energy_mj_kg(420), 2)
    -29.32
    """
    return plain(-MU_EARTH_KM3_S2 / (2 * _radius(altitude_km)))


def node_rate_deg_day(altitude_km: ArrayLike, *, inclination_deg: ArrayLike = ISS_INCLINATION_DEG) -> Floats:
    """Return how fast the orbit's plane turns about the Earth's axis, in degrees a day, eastward positive.

    The secular effect of the Earth's oblateness (J2) on the right ascension of the ascending node [1]_.

    Examples
    --------
    >>> round(node_rate_deg_day(420), 2)    # the ISS: five degrees a day, westward
    -4.95
    """
    inclination = _inclination_rad(inclination_deg, altitude_km)
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
    sin2 = np.sin(_inclination_rad(inclination_deg, altitude_km)) ** 2
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
    sin2 = np.sin(_inclination_rad(inclination_deg, altitude_km)) ** 2
    forward = _j2_rate_rad_s(altitude_km) * ((2 - 2.5 * sin2) + (1 - 1.5 * sin2))
    return plain(2 * np.pi / (_mean_motion_rad_s(altitude_km) + forward))


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
        _inclination_rad(inclination_deg, altitude_km)
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
    inclination = _inclination_rad(inclination_deg, altitude_km)
    geocentric = np.minimum(inclination, np.pi - inclination)
    radius = _radius(altitude_km)
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
    beta, radius = together(beta_deg=beta, altitude_km=_radius(altitude_km))
    # Products, not differences of squares, which lose digits near the ground; and the angle by both its
    # sides, as its cosine alone loses them far out.
    horizon = np.sqrt((radius - EARTH_RADIUS_KM) * (radius + EARTH_RADIUS_KM))
    aside = radius * np.abs(np.sin(beta))  # how far the lap's middle runs from the axis of the shadow
    deep = np.sqrt(np.maximum(EARTH_RADIUS_KM - aside, 0) * (EARTH_RADIUS_KM + aside))
    fraction = np.arctan2(deep, horizon) / np.pi
    return plain(fraction * np.asarray(period_s(altitude_km)) / 60)


def launch_azimuth_deg(
    site_latitude_deg: ArrayLike,
    *,
    inclination_deg: ArrayLike = ISS_INCLINATION_DEG,
    orbit_km: float | None = None,
) -> Floats:
    """Return the northbound launch heading from a site to an inclination, in degrees from north through east.

    Spherical geometry: sin(azimuth) = cos(inclination) / cos(latitude). That is where the orbit itself runs;
    the turning Earth gives a rocket a part of its speed to the east, so it heads further north.

    Parameters
    ----------
    site_latitude_deg : float or array_like
        -90 to 90 degrees.
    inclination_deg : float or array_like
        0 to 180 degrees.
    orbit_km : float, optional
        With a height, the heading of the rocket over the turning ground into a circular orbit of that height.

    Raises
    ------
    ValueError
        If the site lies nearer to a pole than the orbit ever comes: no direct launch reaches it.

    Examples
    --------
    >>> round(launch_azimuth_deg(45.96), 1)     # Baikonur
    63.2
    >>> round(launch_azimuth_deg(45.96, orbit_km=200), 1)
    62.1
    """
    latitude = np.radians(quantity("site_latitude_deg", site_latitude_deg, at_least=-90, at_most=90))
    inclination = _inclination_rad(inclination_deg)
    latitude, inclination = together(site_latitude_deg=latitude, inclination_deg=inclination)
    reach = np.minimum(inclination, np.pi - inclination)
    if np.any(np.abs(latitude) > reach + 1e-12):
        raise ValueError(
            "a direct launch cannot reach an inclination lower than the latitude of the site "
            f"(got latitude {np.degrees(np.abs(latitude)).max():g}, inclination {inclination_deg} degrees)"
        )
    with np.errstate(divide="ignore", invalid="ignore"):
        sine = np.where(
            reach - np.abs(latitude) < 1e-12,
            np.sign(np.cos(inclination)),
            np.cos(inclination) / np.cos(latitude),
        )
    heading = np.arcsin(np.clip(sine, -1, 1))
    if orbit_km is not None:
        speed = circular_speed_km_s(orbit_km)
        ground = EARTH_ROTATION_RAD_S * EARTH_RADIUS_KM * np.cos(latitude)
        heading = np.arctan2(speed * np.sin(heading) - ground, speed * np.cos(heading))
    return plain(np.degrees(heading) % 360)


def _radius(altitude_km: ArrayLike) -> Array:
    return EARTH_RADIUS_KM + quantity(
        "altitude_km",
        altitude_km,
        at_least=0,
        at_most=FARTHEST_KM,
        why="an orbit of the Earth runs above the ground, and not so far out that the Sun takes over",
    )


def _inclination_rad(inclination_deg: ArrayLike, altitude_km: ArrayLike = 0.0) -> Array:
    """Return an inclination in radians after checking that it goes together with the altitude."""
    inclination = np.radians(quantity("inclination_deg", inclination_deg, at_least=0, at_most=180))
    together(inclination_deg=inclination, altitude_km=_radius(altitude_km))
    return inclination


def _mean_motion_rad_s(altitude_km: ArrayLike) -> Array:
    return np.sqrt(MU_EARTH_KM3_S2 / _radius(altitude_km) ** 3)


def _j2_rate_rad_s(altitude_km: ArrayLike) -> Array:
    """Return 1.5 J2 n (R/a)^2, the common factor of all secular J2 rates (ISS: 8 degrees a day)."""
    return 1.5 * EARTH_J2 * _mean_motion_rad_s(altitude_km) * (EARTH_RADIUS_KM / _radius(altitude_km)) ** 2


def _deg_per_day(rate_rad_s: Array) -> Array:
    return np.degrees(rate_rad_s) * SOLAR_DAY_S
