"""Newton's cannon: the free flight of a body launched horizontally above an Earth without air.

The path is a conic section with the Earth's centre in one focus, and the place of the launch is its nearest
or farthest point. A flight ends where it meets the ground, after one lap, or ten Earth radii away.

References
----------
.. [1] I. Newton, A Treatise of the System of the World (1728), the cannon on the mountain.
.. [2] D. Vallado, Fundamentals of Astrodynamics and Applications: conic sections, Kepler's equation.
"""

from dataclasses import dataclass

import numpy as np

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.orbits import FARTHEST_KM, circular_speed_km_s, escape_speed_km_s, radius_km
from course.quantities import Array, one, whole

FAR_KM = 10 * EARTH_RADIUS_KM  # an escaping body is followed this far, or to twice the launch's distance
MOST_SAMPLES = 100_000
FASTEST_KM_S = 1000.0  # up to here Newton's laws are right to six digits
LEAST_EXCESS = 1e-9  # of 2 / r: nearer to escape, a lap would outlast the Universe and a float's digits
CIRCLE_TOLERANCE = 1e-4  # of the circular speed: at 420 km the height then varies by less than 3 km


@dataclass(frozen=True)
class Flight:
    """One shot: the path with the time at each of its points, and how the flight ends.

    Attributes
    ----------
    outcome : str
        ``"falls"``, ``"ellipse"``, ``"circle"`` or ``"escapes"``.
    time_s, x_km, y_km : ndarray
        The path from the launch to the end, points closer together where the Earth is near. The Earth's
        centre is the origin, the launch is at (0, R + altitude) towards +x.
    duration_s : float
        Until the ground, for one lap, or until 10 Earth radii from the centre.
    lowest_km, highest_km : float
        Heights above the equatorial radius; ``highest_km`` is ``inf`` for a body that escapes.
    ground_range_km : float
        Distance along the ground from below the cannon to the landing; ``nan`` unless the body falls.
    """

    launch_altitude_km: float
    launch_speed_km_s: float
    outcome: str
    time_s: Array
    x_km: Array
    y_km: Array
    duration_s: float
    lowest_km: float
    highest_km: float
    ground_range_km: float


def free_flight(altitude_km: float, *, speed_km_s: float, samples: int = 181) -> Flight:
    """Return the flight of a body launched horizontally: no air, no engine, gravity alone.

    Parameters
    ----------
    altitude_km : float
        Height of the cannon above the equatorial radius.
    speed_km_s : float
        Speed of the launch, 0 or more.
    samples : int
        Number of points, from the launch to the flight's end.

    Examples
    --------
    >>> free_flight(420, speed_km_s=7.0).outcome, free_flight(420, speed_km_s=9.0).outcome
    ('falls', 'ellipse')
    >>> round(free_flight(420, speed_km_s=9.0).highest_km)
    8805
    """
    altitude = one("altitude_km", altitude_km, at_least=0, at_most=FARTHEST_KM)
    speed = one("speed_km_s", speed_km_s, at_least=0, at_most=FASTEST_KM_S)
    samples = whole("samples", samples, at_least=2, at_most=MOST_SAMPLES)
    launch = radius_km(altitude)
    if speed < escape_speed_km_s(altitude):
        return _bound(altitude, launch, speed, samples)
    return _unbound(altitude, launch, speed, samples)


def _bound(altitude, launch, speed, samples):
    axis = 1 / max(2 / launch - speed**2 / MU_EARTH_KM3_S2, LEAST_EXCESS / launch)
    other = max(
        2 * axis - launch, 0.0
    )  # the opposite end of the ellipse: its lowest point below circular speed
    eccentricity = (other - launch) / (other + launch)  # negative where the launch is the highest point
    lowest = min(launch, other) - EARTH_RADIUS_KM
    falls = lowest < 0
    end = 2 * np.pi
    if falls:  # the lap ends early, where the ellipse meets the ground
        end = np.arccos(np.clip((lowest + altitude) / (lowest - altitude), -1, 1))

    def place(
        anomaly,
    ):  # eccentric anomaly from the launch; in this form no digits are lost near escape speed
        return (
            np.sqrt(launch * other) * np.sin(anomaly),
            launch - 2 * axis * np.sin(anomaly / 2) ** 2,
        )

    anomaly = _spread(place, end, samples)
    forward, upward = place(anomaly)
    outcome = "ellipse"
    landing = float("nan")
    if falls:
        outcome = "falls"
        landing = float(EARTH_RADIUS_KM * np.arctan2(forward[-1], upward[-1]))
    elif abs(speed / circular_speed_km_s(altitude) - 1) < CIRCLE_TOLERANCE:
        outcome = "circle"
    return _flight(
        (altitude, speed, outcome),
        np.sqrt(axis**3 / MU_EARTH_KM3_S2) * (anomaly - eccentricity * np.sin(anomaly)),
        (forward, upward),
        lowest_km=max(lowest, 0.0),
        highest_km=max(launch, other) - EARTH_RADIUS_KM,
        ground_range_km=landing,
    )


def _unbound(altitude, launch, speed, samples):
    # a parabola is the limit of hyperbolas
    axis = 1 / max(speed**2 / MU_EARTH_KM3_S2 - 2 / launch, LEAST_EXCESS / launch)
    eccentricity = 1 + launch / axis
    far = max(FAR_KM, 2 * launch)
    end = 2 * np.arcsinh(np.sqrt((far - launch) / (2 * axis * eccentricity)))

    def place(anomaly):
        return (
            np.sqrt(launch * (launch + 2 * axis)) * np.sinh(anomaly),
            launch - 2 * axis * np.sinh(anomaly / 2) ** 2,
        )

    anomaly = _spread(place, end, samples)
    return _flight(
        (altitude, speed, "escapes"),
        np.sqrt(axis**3 / MU_EARTH_KM3_S2) * (eccentricity * np.sinh(anomaly) - anomaly),
        place(anomaly),
        lowest_km=altitude,
        highest_km=float("inf"),
        ground_range_km=float("nan"),
    )


def _flight(shot, time, path, **ends):
    altitude, speed, outcome = shot
    return Flight(
        launch_altitude_km=altitude,
        launch_speed_km_s=speed,
        outcome=outcome,
        time_s=time,
        x_km=path[0],
        y_km=path[1],
        duration_s=float(time[-1]),
        **ends,
    )


def _spread(place, end, samples):
    """Return anomalies from 0 to the end whose points lie closer together where the Earth is near."""
    dense = np.linspace(0, end, 40 * samples)
    x, y = place(dense)
    step = np.hypot(np.diff(x), np.diff(y)) / np.hypot(x, y)[1:]
    travelled = np.concatenate(([0.0], np.cumsum(step)))
    anomaly = np.interp(np.linspace(0, travelled[-1], samples), travelled, dense)
    anomaly[0] = 0.0  # also where the first steps are shorter than a float can hold
    return anomaly
