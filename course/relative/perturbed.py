"""Relative motion with what Kepler leaves out: the oblate Earth (J2) and drag that pulls on one more.

References
----------
.. [1] E. Hairer, S. Norsett, G. Wanner, Solving Ordinary Differential Equations I (1993), section II.10:
   DOP853. Written in plain floats the equations run four times as fast as with small arrays.
"""

from collections.abc import Sequence
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike

from course.constants import (
    EARTH_J2,
    EARTH_RADIUS_KM,
    EARTH_ROTATION_RAD_S,
    ISS_INCLINATION_DEG,
    MU_EARTH_KM3_S2,
)
from course.quantities import Array, flag, one, quantity, shown
from course.relative.motion import HillPath, arguments, two_body_motion

RELATIVE_ERROR = 1e-9  # of each step: 0.1 m after a day. The solver's own default, 1e-3, ends in the ground
ABSOLUTE_ERROR = 1e-9  # km and km/s, for components that pass through zero
LEAST_BALLISTIC_KG_M2 = 1e-3  # a soap bubble


def orbit_with_drag(
    time_s: ArrayLike,
    *,
    position_km: ArrayLike,
    velocity_km_s: ArrayLike,
    ballistic_coefficient_kg_m2: float = inf,
    density_kg_m3: float = 0.0,
    j2: bool = True,
) -> Array:
    """Return positions of one craft, in km, with oblateness and drag, by numerical integration [1]_.

    Parameters
    ----------
    time_s : array_like of shape (n,)
        Seconds from the start, rising from 0 on.
    position_km, velocity_km_s : array_like of shape (3,)
        At the start, in axes that do not turn with the Earth, z towards the north pole.
    ballistic_coefficient_kg_m2 : float
        m / (Cd A); infinite means no drag.
    density_kg_m3 : float
        Of the air along the orbit, taken as the same everywhere; it turns with the Earth.
    j2 : bool

    Returns
    -------
    ndarray of shape (3, n)

    Examples
    --------
    >>> from course.orbits import circular_speed_km_s, period_s, radius_km
    >>> start = [radius_km(420), 0, 0], [0, circular_speed_km_s(420), 0]
    >>> lap = orbit_with_drag([0, period_s(420)], position_km=start[0], velocity_km_s=start[1], j2=False)
    >>> bool(np.abs(lap[:, 1] - start[0]).max() < 1e-4)       # closed, to 0.1 m
    True
    """
    time = _rising(time_s)
    state = [
        float(number)
        for name, vector in (("position_km", position_km), ("velocity_km_s", velocity_km_s))
        for number in _vector(name, vector)
    ]
    drag = _drag(ballistic_coefficient_kg_m2, density_kg_m3)
    rates = _rates(drag, flag("j2", j2))
    return _integrated(lambda _, y: rates(*y), time, state)[:3]


def perturbed_motion(
    time_s: ArrayLike,
    *,
    altitude_km: float = 420.0,
    radial_m_s: float = 0.0,
    along_m_s: float = 0.0,
    cross_m_s: float = 0.0,
    inclination_deg: float = ISS_INCLINATION_DEG,
    argument_of_latitude_deg: float = 0.0,
    j2: bool = True,
    density_kg_m3: float = 0.0,
    ballistic_coefficients_kg_m2: Sequence[float] = (inf, inf),
) -> HillPath:
    """Return the relative motion after a push with J2 and drag, both bodies integrated side by side.

    Parameters
    ----------
    time_s : array_like of shape (n,)
        Seconds since the push, rising.
    altitude_km, radial_m_s, along_m_s, cross_m_s : float
        As in `hill_motion`. The first body starts with the speed of a circle.
    inclination_deg, argument_of_latitude_deg : float
        The orbit's plane, and where on it the push happens: 0 at the equator, northward.
    j2 : bool
    density_kg_m3 : float
        Of the air along the orbit, for instance from ``decay.density_kg_m3``; the same for both bodies.
    ballistic_coefficients_kg_m2 : pair of float
        m / (Cd A) of the body that stays and of the one that is pushed.

    Returns
    -------
    HillPath
        In curvilinear axes of the first body's orbit as it is at each moment.

    Examples
    --------
    >>> day = np.linspace(0, 86400, 97)
    >>> path = perturbed_motion(
    ...     day, along_m_s=0.15, density_kg_m3=4e-12, ballistic_coefficients_kg_m2=(1 / 0.0040, 1 / 0.0066)
    ... )
    >>> alone = perturbed_motion(day, along_m_s=0.15, j2=False)
    >>> round(float(path.along_m[-1] - alone.along_m[-1]) / 1000)      # the draggier piece hurries ahead, km
    3
    """
    time = _rising(time_s)
    given = (
        one("altitude_km", altitude_km),
        one("radial_m_s", radial_m_s),
        one("along_m_s", along_m_s),
        one("cross_m_s", cross_m_s),
    )
    _, radius, push = arguments(0.0, *given)
    radius = float(radius) / 1000
    first, second = (
        _rates(drag, flag("j2", j2)) for drag in _two_drags(ballistic_coefficients_kg_m2, density_kg_m3)
    )
    up, forward, left = _axes(
        one("inclination_deg", inclination_deg, at_least=0, at_most=180),
        one("argument_of_latitude_deg", argument_of_latitude_deg),
    )
    velocity = sqrt(MU_EARTH_KM3_S2 / radius) * forward
    pushed = velocity + (float(push[0]) * up + float(push[1]) * forward + float(push[2]) * left) / 1000
    states = _integrated(
        lambda _, y: first(*y[:6]) + second(*y[6:]),
        time,
        [*(radius * up), *velocity, *(radius * up), *pushed],
    )
    altitude, radial, along, cross = given
    kepler = two_body_motion(time, altitude_km=altitude, radial_m_s=radial, along_m_s=along, cross_m_s=cross)
    return _seen_from(time, states[:6], states[6:9], kepler.along_m / (1000 * radius))


def _rates(drag_per_km, j2):
    """Return the equations of motion of one body, in plain floats (km, s)."""
    oblate = 1.5 * EARTH_J2 * MU_EARTH_KM3_S2 * EARTH_RADIUS_KM**2 if j2 else 0.0

    def rates(x, y, z, u, v, w):
        square = x * x + y * y + z * z
        radius = sqrt(square)
        pull = MU_EARTH_KM3_S2 / (square * radius)
        bulge = oblate / (square * square * radius)
        tilt = 5 * z * z / square
        sideways = -pull - bulge * (1 - tilt)
        ax, ay, az = sideways * x, sideways * y, (-pull - bulge * (3 - tilt)) * z
        if drag_per_km:
            wind_x, wind_y = u + EARTH_ROTATION_RAD_S * y, v - EARTH_ROTATION_RAD_S * x
            speed = sqrt(wind_x * wind_x + wind_y * wind_y + w * w)
            brake = drag_per_km * speed
            ax, ay, az = ax - brake * wind_x, ay - brake * wind_y, az - brake * w
        return u, v, w, ax, ay, az

    return rates


def _integrated(rates, time, state):
    from scipy.integrate import solve_ivp

    if not len(time):
        return np.empty((len(state), 0))
    if time[-1] == 0:
        return np.tile(np.array(state, float)[:, None], len(time))
    done = solve_ivp(
        lambda t, y: rates(t, y.tolist()),
        (0.0, time[-1]),
        state,
        method="DOP853",
        t_eval=time,
        rtol=RELATIVE_ERROR,
        atol=ABSOLUTE_ERROR,
    )
    if not done.success or np.linalg.norm(done.y[:3], axis=0).min() < EARTH_RADIUS_KM:
        raise ValueError("this orbit meets the ground before the time is over")
    return done.y


def _seen_from(time, station, other_km, about):
    """Return places in curvilinear axes of the station's momentary orbit; the laps are those of `about`."""
    position, velocity = station[:3], station[3:]
    radius = np.linalg.norm(position, axis=0)
    up = position / radius
    left = np.cross(position, velocity, axis=0)
    left /= np.linalg.norm(left, axis=0)
    forward = np.cross(left, up, axis=0)
    out, ahead, aside = (np.sum(axis * other_km, axis=0) for axis in (up, forward, left))
    across = np.hypot(out, ahead)
    return HillPath(
        time,
        1000 * (np.linalg.norm(other_km, axis=0) - radius),
        1000 * radius * (about + (np.arctan2(ahead, out) - about + np.pi) % (2 * np.pi) - np.pi),
        1000 * radius * np.arctan2(aside, across),
    )


def _axes(inclination_deg, argument_deg):
    """Return the unit vectors up, forward and left where the push happens; the node lies on the x axis."""
    cosine, sine = np.cos(np.radians(inclination_deg)), np.sin(np.radians(inclination_deg))
    along, across = np.cos(np.radians(argument_deg)), np.sin(np.radians(argument_deg))
    return (
        np.array([along, across * cosine, across * sine]),
        np.array([-across, along * cosine, along * sine]),
        np.array([0.0, -sine, cosine]),
    )


def _two_drags(coefficients, density_kg_m3):
    name = "ballistic_coefficients_kg_m2"
    if not isinstance(coefficients, list | tuple | np.ndarray) or len(coefficients) != 2:
        raise ValueError(f"{name} must be two numbers (got {shown(coefficients)})")
    return [_drag(coefficient, density_kg_m3) for coefficient in coefficients]


def _drag(ballistic_coefficient_kg_m2, density_kg_m3):
    """Return rho / 2B per km of air, after checking both."""
    density = one("density_kg_m3", density_kg_m3, at_least=0, at_most=1.3)
    if isinstance(ballistic_coefficient_kg_m2, float) and ballistic_coefficient_kg_m2 == inf:
        return 0.0
    name, value = "ballistic_coefficient_kg_m2", ballistic_coefficient_kg_m2
    return 1000 * density / (2 * one(name, value, at_least=LEAST_BALLISTIC_KG_M2))


def _rising(time_s):
    time = np.atleast_1d(quantity("time_s", time_s, at_least=0, at_most=1.3e6, why="15 days are the limit"))
    if time.ndim != 1 or np.isnan(time).any() or np.any(np.diff(time) < 0):
        raise ValueError("time_s must be a list of rising times without gaps")
    return time


def _vector(name, value):
    vector = quantity(name, value)
    if vector.shape != (3,) or np.isnan(vector).any():
        raise ValueError(f"{name} must be three numbers (got {shown(value)})")
    return vector
