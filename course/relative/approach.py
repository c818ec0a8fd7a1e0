"""Do they meet again? The nearest approach on a path, and when drag closes the gap."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_ROTATION_RAD_S, ISS_INCLINATION_DEG, MU_EARTH_KM3_S2, SOLAR_DAY_S
from course.orbits import radius_km
from course.quantities import Floats, one, pair, plain, quantity, together
from course.relative.motion import HillPath
from course.relative.push import FASTEST_M_S

LONGEST_DAYS = 36_525.0  # a century: drag so weak closes no gap
LEAST_KG_M2 = 1e-3  # of a ballistic coefficient: a soap bubble


@dataclass(frozen=True)
class Approach:
    """The nearest two bodies come.

    Attributes
    ----------
    time_s : float
        Since the push.
    distance_m : float
    """

    time_s: float
    distance_m: float


def closest_approach(path: HillPath, *, after_s: float = 0.0) -> Approach:
    """Return the nearest approach on a path from some time on.

    Between two points the path is taken as straight, so that no pass between them is missed: with a point
    a minute and a push of 0.15 m/s the distance is good to 0.2 m.

    Parameters
    ----------
    path : HillPath
        One path, at rising times.
    after_s : float
        Seconds since the push; earlier times do not count (at the push itself the distance is 0).

    Raises
    ------
    ValueError
        If the path has no point at or after that time.

    Examples
    --------
    >>> from course.relative import hill_motion
    >>> path = hill_motion(np.arange(0, 86400, 60), radial_m_s=0.15)       # straight up
    >>> found = closest_approach(path, after_s=2700)
    >>> round(found.time_s / 60), found.distance_m < 1          # it is back after one lap
    (93, True)
    """
    time, place = _later(path, after_s)
    if len(time) == 1:
        return Approach(float(time[0]), float(np.linalg.norm(place[:, 0])))
    part, distance = _nearest(place)
    first = int(np.argmin(distance))
    nearest_at = time[first] + part[first] * (time[first + 1] - time[first])
    return Approach(float(nearest_at), float(distance[first]))


def recontact_s(path: HillPath, *, within_m: float = 100.0, after_s: float) -> float:
    """Return when the bodies first come within a distance again, in s since the push; ``nan`` if never.

    Parameters
    ----------
    path : HillPath
        One path, at rising times.
    within_m : float
        The two count as meeting at this distance of their centres.
    after_s : float
        Where to begin: long enough after the push for the bodies to have parted, such as half a lap.

    Examples
    --------
    >>> from course.relative import hill_motion
    >>> day = np.arange(0, 86400, 60)
    >>> sideways, forward = (hill_motion(day, **{push: 0.15}) for push in ("cross_m_s", "along_m_s"))
    >>> round(recontact_s(sideways, after_s=1395) / 60), recontact_s(forward, after_s=1395)
    (34, nan)
    """
    within = one("within_m", within_m, above=0)
    time, place = _later(path, after_s)
    if np.linalg.norm(place[:, 0]) <= within:
        return float(time[0])
    if len(time) == 1:
        return float("nan")
    met = np.flatnonzero(_nearest(place)[1] <= within)
    if not len(met):
        return float("nan")
    first = met[0]
    start, step = place[:, first], place[:, first + 1] - place[:, first]
    half, square = start @ step, step @ step  # the segment enters the sphere at the smaller root
    part = (-half - np.sqrt(max(half**2 - square * (start @ start - within**2), 0.0))) / square
    return float(time[first] + part * (time[first + 1] - time[first]))


def drag_recontact_days(
    along_m_s: ArrayLike,
    *,
    density_kg_m3: ArrayLike,
    ballistic_coefficients_kg_m2: Sequence[float],
    altitude_km: ArrayLike = 420.0,
) -> Floats:
    """Return the days until drag brings a body back that was pushed along the track; ``nan`` if it does not.

    The push makes the gap grow with time, 3 v t; the difference in drag closes it with the square of time,
    1.5 da t^2, if the body that leads has less drag: t = 2 v / da.

    Parameters
    ----------
    along_m_s : float or array_like
        The push of the second body relative to the first, forward positive.
    density_kg_m3 : float or array_like
    ballistic_coefficients_kg_m2 : pair of float
        m / (Cd A) of the body that stays and of the one that is pushed.
    altitude_km : float or array_like

    Examples
    --------
    >>> days = drag_recontact_days(
    ...     -0.15, density_kg_m3=4e-12, ballistic_coefficients_kg_m2=(1 / 0.0066, 1 / 0.0040)
    ... )
    >>> round(days, 1)        # pushed back, so it leads; the draggier station follows and overtakes
    12.4
    """
    push = quantity("along_m_s", along_m_s, at_least=-FASTEST_M_S, at_most=FASTEST_M_S)
    density = quantity("density_kg_m3", density_kg_m3, at_least=0, at_most=1.3)
    stays, goes = pair("ballistic_coefficients_kg_m2", ballistic_coefficients_kg_m2, at_least=LEAST_KG_M2)
    push, density, radius = together(
        along_m_s=push, density_kg_m3=density, altitude_km=np.asarray(radius_km(altitude_km))
    )
    turning = EARTH_ROTATION_RAD_S * radius * np.cos(np.radians(ISS_INCLINATION_DEG))
    speed = 1000 * (np.sqrt(MU_EARTH_KM3_S2 / radius) - turning)  # through air that turns as well
    ahead = 0.5 * density * speed**2 * (1 / goes - 1 / stays)  # of the pushed body, by its greater drag
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        days = 2 * push / ahead / SOLAR_DAY_S
    return plain(np.where((push != 0) & (ahead != 0) & (days > 0) & (days < LONGEST_DAYS), days, np.nan))


def _later(path, after_s):
    if not isinstance(path, HillPath):
        raise TypeError(f"path must be a HillPath, from hill_motion() (got {type(path).__name__})")
    after = one("after_s", after_s, at_least=0)
    time = np.atleast_1d(path.time_s)
    place = np.array([np.atleast_1d(path.radial_m), np.atleast_1d(path.along_m), np.atleast_1d(path.cross_m)])
    if time.ndim != 1 or np.any(np.diff(time) <= 0) or not np.isfinite(place).all():
        raise ValueError("a path must be one list of points at rising times, without gaps")
    if not len(time) or time[-1] < after:
        raise ValueError(f"the path ends before {after:g} s")
    kept = time >= after
    return time[kept], place[:, kept]


def _nearest(place):
    """Return for each segment where on it (0 to 1) it is nearest to the origin, and how near (m)."""
    start, step = place[:, :-1], np.diff(place, axis=1)
    square = np.sum(step**2, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(square > 0, np.clip(-np.sum(start * step, axis=0) / square, 0, 1), 0.0)
    return part, np.linalg.norm(start + part * step, axis=0)
