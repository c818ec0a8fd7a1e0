"""Burns: bring a station down on purpose, or keep it up.

References
----------
.. [1] D. Vallado, Fundamentals of Astrodynamics and Applications: vis-viva, transfer between orbits.
.. [2] K. Tsiolkovsky, The exploration of cosmic space by means of reaction devices (1903).
"""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2
from course.decay.drag import ISS_BALLISTIC_COEFFICIENT_KG_M2, rate_km_day
from course.orbits import circular_speed_km_s, radius_km
from course.quantities import Array, Floats, plain, quantity, together

MASS_LIMITS = {"above": 0, "at_most": 1e7, "why": "in kg; the station has 4.2e5"}  # twenty stations
FASTEST_M_S = 12_000.0  # more than from the ground to anywhere near the Earth
LEAST_THRUST_N = 1e-3  # an ion engine of the smallest kind
LEAST_ISP_S = 1.0
YEAR_DAYS = 365.25
# What one Progress brought for the station's tanks, as Roscosmos told: MS-19, docked on 17 February 2022, and
# MS-22, docked on 11 February 2023 (by way of TASS)
PROGRESS_PROPELLANT_KG = (430.0, 720.0)


def deorbit_delta_v_m_s(altitude_km: ArrayLike, *, perigee_km: ArrayLike) -> Floats:
    """Return the change of speed, in m/s, that lowers the perigee of a circular orbit in one short burn.

    A burn against the direction of flight; its place becomes the apogee [1]_. Split into several burns at
    the same apogee it costs the same.

    Parameters
    ----------
    altitude_km : float or array_like
        Of the circular orbit.
    perigee_km : float or array_like
        Altitude of the new perigee, from the ground up to the circle. For a steep, short fall 50 km.

    Raises
    ------
    ValueError
        If the perigee lies above the start or below the ground.

    Examples
    --------
    >>> round(deorbit_delta_v_m_s(420, perigee_km=50), 2)
    107.86
    """
    apogee = np.asarray(radius_km(altitude_km))
    perigee = quantity(
        "perigee_km", perigee_km, at_least=0, why="0 km, the ground, is as low as an aim can be"
    )
    height, perigee = together(altitude_km=quantity("altitude_km", altitude_km), perigee_km=perigee)
    if np.any(perigee > height):
        first = np.flatnonzero(perigee > height)[0]
        raise ValueError(
            f"perigee_km must not lie above the orbit it is lowered from (got {perigee.flat[first]:g} km, "
            f"above {height.flat[first]:g} km)"
        )
    axis = (apogee + np.asarray(radius_km(perigee))) / 2
    at_apogee = np.sqrt(MU_EARTH_KM3_S2 * (2 / apogee - 1 / axis))
    return plain(1000 * (np.asarray(circular_speed_km_s(altitude_km)) - at_apogee))


def coast_height_km(altitude_km: ArrayLike, *, perigee_km: ArrayLike, along_km: ArrayLike) -> Floats:
    """Return the height, in km, along the ellipse on which a deorbit burn sets a craft, as if without air.

    Parameters
    ----------
    altitude_km, perigee_km
        As in `deorbit_delta_v_m_s`.
    along_km : float or array_like
        Way along the ground track from the place of the burn, on a round Earth of 6378.137 km that does not
        turn: 20,038 km are half a lap.

    Examples
    --------
    >>> [round(coast_height_km(420, perigee_km=50, along_km=way)) for way in (0, 10_019, 20_038)]
    [420, 230, 50]
    """
    deorbit_delta_v_m_s(altitude_km, perigee_km=perigee_km)  # refuses what is no ellipse
    apogee, perigee = np.asarray(radius_km(altitude_km)), np.asarray(radius_km(perigee_km))
    way = quantity("along_km", along_km) / EARTH_RADIUS_KM
    apogee, perigee, way = together(altitude_km=apogee, perigee_km=perigee, along_km=way)
    middle, half = (1 / perigee + 1 / apogee) / 2, (1 / perigee - 1 / apogee) / 2
    return plain(1 / (middle - half * np.cos(way)) - EARTH_RADIUS_KM)


def propellant_kg(mass_kg: ArrayLike, *, delta_v_m_s: ArrayLike, isp_s: ArrayLike = 300.0) -> Floats:
    """Return the propellant that a change of speed needs, in kg: Tsiolkovsky's equation [2]_.

    Parameters
    ----------
    mass_kg : float or array_like
        Before the burn, propellant included.
    delta_v_m_s : float or array_like
        0 to 12,000 m/s.
    isp_s : float or array_like
        Specific impulse; 300 s is usual for engines of stations. 1 to 10,000 s.

    Examples
    --------
    >>> round(propellant_kg(420_000, delta_v_m_s=107.86))
    15119
    """
    mass = quantity("mass_kg", mass_kg, **MASS_LIMITS)
    change = quantity("delta_v_m_s", delta_v_m_s, at_least=0, at_most=FASTEST_M_S)
    mass, change, exhaust = together(mass_kg=mass, delta_v_m_s=change, isp_s=_exhaust_m_s(isp_s))
    return plain(-mass * np.expm1(-change / exhaust))


def burn_time_s(
    mass_kg: ArrayLike, *, delta_v_m_s: ArrayLike, thrust_n: ArrayLike, isp_s: ArrayLike = 300.0
) -> Floats:
    """Return how long an engine burns for a change of speed, in s.

    If that is more than some minutes the burn is no longer short against the lap, and `deorbit_delta_v_m_s`
    is a lower bound.

    Parameters
    ----------
    mass_kg, delta_v_m_s, isp_s
        As in `propellant_kg`.
    thrust_n : float or array_like
        0.001 or more.

    Examples
    --------
    >>> round(burn_time_s(420_000, delta_v_m_s=107.86, thrust_n=6000) / 60)      # minutes, over a lap
    124
    """
    thrust = quantity("thrust_n", thrust_n, at_least=LEAST_THRUST_N)
    used = np.asarray(propellant_kg(mass_kg, delta_v_m_s=delta_v_m_s, isp_s=isp_s))
    exhaust = _exhaust_m_s(isp_s)
    mass, change = np.asarray(mass_kg), np.asarray(delta_v_m_s)
    # refuses lists of unequal length by the names they have here
    together(mass_kg=mass, delta_v_m_s=change, thrust_n=thrust, isp_s=exhaust)
    return plain(used * exhaust / thrust)


def reboost_delta_v_m_s_year(
    altitude_km: ArrayLike,
    *,
    f107: ArrayLike,
    ballistic_coefficient_kg_m2: ArrayLike = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Floats:
    """Return the change of speed, in m/s a year, that makes up for drag at a steady activity.

    Parameters
    ----------
    altitude_km, f107, ballistic_coefficient_kg_m2
        As in `rate_km_day`.

    Examples
    --------
    >>> round(reboost_delta_v_m_s_year(420, f107=125), 1)
    9.3
    """
    lost = np.asarray(
        rate_km_day(altitude_km, f107=f107, ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2)
    )
    speed, radius = np.asarray(circular_speed_km_s(altitude_km)), np.asarray(radius_km(altitude_km))
    return plain(1000 * speed / (2 * radius) * lost * YEAR_DAYS)


def reboost_propellant_kg_year(
    altitude_km: ArrayLike,
    *,
    mass_kg: ArrayLike,
    f107: ArrayLike,
    ballistic_coefficient_kg_m2: ArrayLike = ISS_BALLISTIC_COEFFICIENT_KG_M2,
    isp_s: ArrayLike = 300.0,
) -> Floats:
    """Return the propellant, in kg a year, that keeps a station at its altitude.

    Parameters
    ----------
    altitude_km, f107, ballistic_coefficient_kg_m2
        As in `rate_km_day`.
    mass_kg, isp_s
        As in `propellant_kg`.

    Examples
    --------
    >>> round(reboost_propellant_kg_year(420, mass_kg=440_000, f107=125), -1)
    1390.0
    """
    change = reboost_delta_v_m_s_year(
        altitude_km, f107=f107, ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2
    )
    given = {
        "altitude_km": np.asarray(altitude_km),
        "mass_kg": quantity("mass_kg", mass_kg, **MASS_LIMITS),
        "f107": np.asarray(f107),
        "ballistic_coefficient_kg_m2": np.asarray(ballistic_coefficient_kg_m2),
        "isp_s": _exhaust_m_s(isp_s),
    }
    together(**given)  # refuses lists of unequal length by the names they have here
    if np.any(np.asarray(change) > FASTEST_M_S):
        raise ValueError(
            f"altitude_km must be higher for so light a craft: drag takes "
            f"{np.nanmax(change):,.0f} m/s a year, more than {FASTEST_M_S:,.0f} m/s"
        )
    return propellant_kg(mass_kg, delta_v_m_s=change, isp_s=isp_s)


def _exhaust_m_s(isp_s: ArrayLike) -> Array:
    return STANDARD_GRAVITY_M_S2 * quantity("isp_s", isp_s, at_least=LEAST_ISP_S, at_most=1e4)
