"""Relative motion after a push: Clohessy-Wiltshire, and two Kepler orbits without any approximation.

Both bodies start at the same place of a circular orbit; one stays on it, the other is pushed. Offsets are in
the Hill frame that moves with the first: radial (up), along the track (ahead), and cross-track (towards the
orbit's angular momentum: left of the direction of flight).

References
----------
.. [1] W. Clohessy and R. Wiltshire, Terminal guidance system for satellite rendezvous, J. Aerospace Sci. 27
   (1960) 653-658.
.. [2] D. Vallado, Fundamentals of Astrodynamics and Applications: f and g functions, relative motion.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.orbits import radius_km
from course.quantities import Array, Floats, quantity, together, word
from course.relative.push import FASTEST_M_S

LONGEST_S = 3.2e7  # a year: drag has long taken over
AXES = ("curvilinear", "straight")
MU_M3_S2 = MU_EARTH_KM3_S2 * 1e9


@dataclass(frozen=True)
class HillPath:
    """Where the pushed body is, seen from the other one; arrays of one shape.

    Attributes
    ----------
    time_s : ndarray
        Since the push.
    radial_m, along_m, cross_m : ndarray
        Above (positive) or below, ahead or behind, left or right.
    """

    time_s: Array
    radial_m: Array
    along_m: Array
    cross_m: Array

    @property
    def distance_m(self) -> Floats:
        """Distance between the two bodies, in m (along the curved track in curvilinear axes)."""
        return np.sqrt(self.radial_m**2 + self.along_m**2 + self.cross_m**2)


def hill_motion(
    time_s: ArrayLike,
    *,
    altitude_km: ArrayLike = 420.0,
    radial_m_s: ArrayLike = 0.0,
    along_m_s: ArrayLike = 0.0,
    cross_m_s: ArrayLike = 0.0,
) -> HillPath:
    """Return the relative motion after a push by the Clohessy-Wiltshire equations [1]_.

    The equations are linear: twice the push, twice the path. They hold while the bodies are near each other.

    Parameters
    ----------
    time_s : float or array_like
        Seconds since the push, from 0 to a year.
    altitude_km : float or array_like
        Of the circular orbit.
    radial_m_s, along_m_s, cross_m_s : float or array_like
        The push: up, forward, to the left; at most 100 m/s each. All arguments broadcast.

    Returns
    -------
    HillPath

    Examples
    --------
    >>> path = hill_motion(5578.22, along_m_s=0.15)         # pushed forward, one lap later
    >>> round(float(path.along_m))                          # behind
    -2510
    """
    time, radius, push = arguments(time_s, altitude_km, radial_m_s, along_m_s, cross_m_s)
    up, forward, left = push
    rate = np.sqrt(MU_M3_S2 / radius**3)
    sine, less = np.sin(rate * time), 2 * np.sin(rate * time / 2) ** 2  # 1 - cos, without loss of digits
    return HillPath(
        time,
        (up * sine + 2 * forward * less) / rate,
        (-2 * up * less + forward * (4 * sine - 3 * rate * time)) / rate,
        left * sine / rate,
    )


def two_body_motion(
    time_s: ArrayLike,
    *,
    altitude_km: ArrayLike = 420.0,
    radial_m_s: ArrayLike = 0.0,
    along_m_s: ArrayLike = 0.0,
    cross_m_s: ArrayLike = 0.0,
    axes: Literal["curvilinear", "straight"] = "curvilinear",
) -> HillPath:
    """Return the relative motion after a push, exact for a round Earth without air.

    Both bodies follow Kepler's laws; nothing is linearised and nothing integrated, so that the answer stays
    good to micrometres over a fortnight.

    Parameters
    ----------
    time_s, altitude_km, radial_m_s, along_m_s, cross_m_s
        As in `hill_motion`.
    axes : {"curvilinear", "straight"}
        Curvilinear: along the orbit's circle, and up from it. Straight: on the tangent to the orbit, from
        which the circle falls away by y^2 / 2r; most of what looks like an error of the linear equations is
        this choice.

    Returns
    -------
    HillPath

    Raises
    ------
    ValueError
        Also if the push is so strong that the path meets the ground.

    Examples
    --------
    >>> lap = 5578.22
    >>> exact, linear = (of(lap, along_m_s=0.15) for of in (two_body_motion, hill_motion))
    >>> round(float(np.hypot(exact.along_m - linear.along_m, exact.radial_m - linear.radial_m)), 1)
    0.2
    """
    word("axes", axes, AXES)
    time, radius, push = arguments(time_s, altitude_km, radial_m_s, along_m_s, cross_m_s)
    rate = np.sqrt(MU_M3_S2 / radius**3)
    x, y, z, anomaly = _kepler(time, radius, push)
    angle = np.arctan2(y, x) - anomaly  # the body's own laps are in the anomaly; this part is small
    ahead = (angle + np.pi) % (2 * np.pi) - np.pi + (anomaly - rate * time)
    across = np.hypot(x, y)
    if axes == "straight":
        return HillPath(time, across * np.cos(ahead) - radius, across * np.sin(ahead), z)
    return HillPath(time, np.hypot(across, z) - radius, radius * ahead, radius * np.arctan2(z, across))


def arguments(
    time_s: ArrayLike,
    altitude_km: ArrayLike,
    radial_m_s: ArrayLike,
    along_m_s: ArrayLike,
    cross_m_s: ArrayLike,
) -> tuple[Array, Array, list[Array]]:
    """Return time (s), radius (m) and push (three arrays, m/s), checked and broadcast to one shape."""
    why = "a push this strong is a deorbit burn: see decay.deorbit_delta_v_m_s"
    push = [
        quantity(name, value, at_least=-FASTEST_M_S, at_most=FASTEST_M_S, why=why)
        for name, value in (
            ("radial_m_s", radial_m_s),
            ("along_m_s", along_m_s),
            ("cross_m_s", cross_m_s),
        )
    ]
    time = quantity("time_s", time_s, at_least=0, at_most=LONGEST_S)
    radius = 1000 * np.asarray(radius_km(altitude_km))
    named = dict(zip(("radial_m_s", "along_m_s", "cross_m_s"), push, strict=True))
    time, radius, *push = map(np.array, together(time_s=time, altitude_km=radius, **named))
    return time, radius, push


def _kepler(time, radius, push):
    """Return the pushed body's place (m) in axes fixed at the push, and its eccentric anomaly since then.

    The f and g functions of the change in eccentric anomaly [2]_: no digits are lost on near-circles.
    """
    up, forward, left = push
    forward = np.sqrt(MU_M3_S2 / radius) + forward
    axis = 1 / (2 / radius - (up**2 + forward**2 + left**2) / MU_M3_S2)
    outward = radius * up / np.sqrt(MU_M3_S2 * axis)  # e sin E at the push
    inward = 1 - radius / axis  # e cos E
    lowest_km = axis * (1 - np.hypot(outward, inward)) / 1000 - EARTH_RADIUS_KM
    if np.any(lowest_km < 0):
        raise ValueError(
            "this push brings the body down to the ground within a lap (its lowest point lies at "
            f"{np.nanmin(lowest_km):.0f} km): see decay.deorbit_delta_v_m_s"
        )
    mean = np.sqrt(MU_M3_S2 / axis**3) * time
    anomaly = mean
    for _ in range(8):  # Newton: two rounds for pushes of 1 m/s, five for the strongest
        wrong = anomaly - inward * np.sin(anomaly) + 2 * outward * np.sin(anomaly / 2) ** 2 - mean
        anomaly = anomaly - wrong / (1 - inward * np.cos(anomaly) + outward * np.sin(anomaly))
    less = 2 * np.sin(anomaly / 2) ** 2
    f = 1 - axis / radius * less
    g = np.sqrt(axis / MU_M3_S2) * (axis * outward * less + radius * np.sin(anomaly))
    return f * radius + g * up, g * forward, g * left, anomaly
