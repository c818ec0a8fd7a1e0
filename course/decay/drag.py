"""Drag: how fast the air lowers a circular orbit, for a craft of any ballistic coefficient.

On a circle drag takes da/dt = -rho sqrt(mu a) / B, B being the ballistic coefficient m / (Cd A) [1]_; the air
turns with the Earth, so that the station meets it 4 % more slowly than it flies.

References
----------
.. [1] D. King-Hele, Theory of Satellite Orbits in an Atmosphere (1964): circular orbits, rotating atmosphere.
"""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_ROTATION_RAD_S, ISS_INCLINATION_DEG, MU_EARTH_KM3_S2, SOLAR_DAY_S
from course.decay.atmosphere import F107_LIMITS, TABLE_KM, density_kg_m3, table
from course.decay.sun import activity, observed
from course.orbits import circular_speed_km_s, radius_km
from course.quantities import Array, Floats, plain, quantity, together

# Of the whole station, from NRLMSIS 2.1 and the Sun of the month: seven stretches with 42 to 131 element sets
# each (`course.history.dense_stretches`) give 124 to 189, in the mean 150; NASA's own files 133 to 167.
ISS_BALLISTIC_COEFFICIENT_KG_M2 = 145.0
DRAG_RANGE = (0.75, 1.25)  # drag that is as likely, in parts of that: 193 to 116 kg/m2
LOWEST_KM = 120.0  # below, no orbit lasts a lap: entry has begun
LEAST_BALLISTIC_KG_M2, GREATEST_BALLISTIC_KG_M2 = 0.1, 1e5  # a balloon; a ball of lead ten metres wide


def rate_km_day(
    altitude_km: ArrayLike,
    *,
    f107: ArrayLike,
    ballistic_coefficient_kg_m2: ArrayLike = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Floats:
    """Return how many kilometres of altitude a circular orbit loses in a day (a positive number).

    Parameters
    ----------
    altitude_km : float or array_like
        120 to 800 km.
    f107 : float or array_like
        Solar flux units, 60 to 300.
    ballistic_coefficient_kg_m2 : float or array_like
        m / (Cd A).

    Examples
    --------
    >>> round(1000 * rate_km_day(420, f107=125))      # metres a day
    45
    """
    altitude, ballistic = checked_craft(altitude_km, ballistic_coefficient_kg_m2)
    flux = quantity("f107", f107, **F107_LIMITS)
    altitude, flux, ballistic = together(
        altitude_km=altitude, f107=flux, ballistic_coefficient_kg_m2=ballistic
    )
    density = np.asarray(density_kg_m3(altitude, f107=flux))
    return plain(unit_loss_km_day(altitude) * density / ballistic)


def monthly_log_rates(first: np.datetime64, months: int, percentile: float | None = None) -> Array:
    """Return the logarithm of the rate (km a day, for 1 kg/m2): months by altitudes of the table."""
    month = np.maximum(first + np.arange(months), observed().month[0])
    sun = activity(month) if percentile is None else activity(month, percentile=percentile)
    return table().columns(month.astype(int) % 12, sun.f107, sun.ap) + np.log(
        unit_loss_km_day(table().altitude_km)
    )


def unit_loss_km_day(altitude: ArrayLike) -> Array:
    """Return the loss in km a day for air of 1 kg/m3 and a ballistic coefficient of 1 kg/m2."""
    radius, speed = np.asarray(radius_km(altitude)), np.asarray(circular_speed_km_s(altitude))
    turning = EARTH_ROTATION_RAD_S * radius * np.cos(np.radians(ISS_INCLINATION_DEG))  # 0.31 km/s
    return (1 - turning / speed) ** 2 * np.sqrt(MU_EARTH_KM3_S2 * radius) * 1000 * SOLAR_DAY_S


def checked_craft(altitude_km: ArrayLike, ballistic_coefficient_kg_m2: ArrayLike) -> tuple[Array, Array]:
    """Return altitude and ballistic coefficient of a craft that may fall, or say why they make none."""
    altitude = quantity(
        "altitude_km",
        altitude_km,
        at_least=LOWEST_KM,
        at_most=TABLE_KM[1],
        why="below 120 km no orbit lasts a lap, above 800 km the table of the air ends",
    )
    return altitude, quantity(
        "ballistic_coefficient_kg_m2",
        ballistic_coefficient_kg_m2,
        at_least=LEAST_BALLISTIC_KG_M2,
        at_most=GREATEST_BALLISTIC_KG_M2,
        why="mass over drag coefficient times area; the station has 145 kg/m2",
    )
