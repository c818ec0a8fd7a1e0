"""Debris footprint after a deorbit burn: a planar entry over a round Earth, without wind and lift.

The station flies down as one body, its pieces come off on the way, and heavy ones fly farthest. The length of
the footprint is good to a factor of 2: at which height a station breaks, and into what, is not known. NASA
reckons with up to 5,370 km by 300 km for a controlled entry [1]_, twice what this model gives; the
target area of Mir was 6,000 km by 200 km.

References
----------
.. [1] National Research Council, Engineering Challenges to the Long-Term Operation of the International Space
   Station (2000), chapter 6.
.. [2] U.S. Standard Atmosphere, 1976: density over height, table I.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.decay.burns import deorbit_delta_v_m_s
from course.decay.drag import ISS_BALLISTIC_COEFFICIENT_KG_M2
from course.orbits import circular_speed_km_s, radius_km
from course.quantities import Floats, one, plain, quantity, together

HONEST_FACTOR = 2.0  # of the length, either way
FRAGMENTS_KG_M2 = (5.0, 1500.0)  # a panel of insulation; a solid block of steel
RELEASED_KM = (110.0, 100.0, 90.0, 80.0, 70.0, 60.0)  # the first panels tear off, the last pieces part
ENTRY_KM = 122.0  # entry interface: 400,000 feet, where an entry is said to begin
HIGHEST_PERIGEE_KM = 80.0  # from higher ones the station flies on for another lap, nobody knows how far
AIR_KM = (0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150)
AIR_KG_M3 = (  # [2]_
    *(1.225, 0.7364, 0.4135, 0.1948, 0.08891, 0.04008, 0.01841, 3.996e-3, 1.027e-3, 3.097e-4),
    *(8.283e-5, 1.846e-5, 3.416e-6, 5.604e-7, 9.708e-8, 2.222e-8, 8.152e-9, 3.831e-9, 2.076e-9),
)
LONGEST_STEP_S = 20.0  # 1.3 degrees of the orbit
STEP_OF_BRAKING = 0.15  # of the time in which drag would stop the body
STEP_OF_DESCENT_KM = 1.5  # a fifth of the scale height of the air
MOST_ENTRIES = 20_000  # at a time
LONGEST_S = 20_000  # three laps and more: it did not come down
LEVEL_KM_S = 0.005  # a piece that moves over the ground more slowly than 5 m/s falls straight down


@dataclass(frozen=True)
class Footprint:
    """Where pieces reach the ground, in km along the ground track from the place of the burn.

    Attributes
    ----------
    nearest_km, farthest_km : float or ndarray
        Of the lightest piece that comes off first, and of the heaviest.
    entry_km : float or ndarray
        Where the station comes down to 122 km, the entry interface.
    """

    nearest_km: Floats
    farthest_km: Floats
    entry_km: Floats

    @property
    def length_km(self) -> Floats:
        """Length of the footprint along the track."""
        return self.farthest_km - self.nearest_km


def footprint(
    altitude_km: ArrayLike,
    *,
    perigee_km: ArrayLike,
    ballistic_coefficient_kg_m2: float = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Footprint:
    """Return the debris footprint of a station that a burn has sent down, as a `Footprint`.

    Parameters
    ----------
    altitude_km : float or array_like
        Of the circular orbit in which the burn takes place, 130 to 800 km.
    perigee_km : float or array_like
        0 to 80 km. From a higher perigee the place of the fall cannot be chosen.
    ballistic_coefficient_kg_m2 : float
        m / (Cd A) of the whole station, 20 to 1,500.

    Raises
    ------
    ValueError
        Also if a piece does not come down within 20,000 s.

    Examples
    --------
    >>> steep, shallow = footprint(420, perigee_km=[50, 80]).length_km
    >>> round(float(shallow / steep), 1)        # the lower the perigee, the shorter the footprint
    2.2
    """
    altitude = quantity("altitude_km", altitude_km, at_least=130, at_most=800)
    why = "from a higher perigee the place of the fall cannot be chosen"
    perigee = quantity("perigee_km", perigee_km, at_least=0, at_most=HIGHEST_PERIGEE_KM, why=why)
    for name, values in (("altitude_km", altitude), ("perigee_km", perigee)):
        if np.isnan(values).any():
            raise ValueError(f"{name} must be known (got nan)")
    ballistic = one(
        "ballistic_coefficient_kg_m2", ballistic_coefficient_kg_m2, at_least=20, at_most=FRAGMENTS_KG_M2[1]
    )
    altitude, perigee = together(altitude_km=altitude, perigee_km=perigee, most_values=MOST_ENTRIES)
    start, slower = np.asarray(radius_km(altitude)), deorbit_delta_v_m_s(altitude, perigee_km=perigee)
    speed = np.asarray(circular_speed_km_s(altitude)) - np.asarray(slower) / 1000
    state = _flown([start, 0.0 * start, speed, 0.0 * start], ballistic, ENTRY_KM)
    entry, grounds = state[1], []
    for height in RELEASED_KM:
        state = _flown(state, ballistic, height)
        grounds += [_flown(state, fragment, 0.0)[1] for fragment in FRAGMENTS_KG_M2]
    nearest, farthest = np.min(grounds, axis=0), np.max(grounds, axis=0)
    return Footprint(*(plain(EARTH_RADIUS_KM * angle) for angle in (nearest, farthest, entry)))


def _flown(state, ballistic, height_km):
    """Return distance from the centre, angle, speed and slope where bodies have come down to a height.

    Runge-Kutta steps, for each body its own; the last one ends at the height. On the way to the ground a
    piece is followed until it has no speed left along the track.
    """
    shape = np.shape(state[0])
    done = np.array([np.ravel(part) for part in state], float)
    lane, now, time = np.arange(done.shape[1]), done.copy(), 0.0
    while len(lane):
        first = _rates(now, ballistic)
        step = np.minimum(LONGEST_STEP_S, STEP_OF_BRAKING * now[2] / (np.abs(first[2]) + 1e-6))
        near = np.maximum(now[0] - EARTH_RADIUS_KM - height_km, 0) / 4 + STEP_OF_DESCENT_KM
        step = np.minimum(step, near / (np.abs(first[0]) + 1e-6))
        second = _rates(now + step / 2 * first, ballistic)
        third = _rates(now + step / 2 * second, ballistic)
        change = step / 6 * (first + 2 * second + 2 * third + _rates(now + step * third, ballistic))
        above = now[0] - EARTH_RADIUS_KM - height_km
        there = (now[0] + change[0] - EARTH_RADIUS_KM <= height_km) & (change[0] < 0)
        change *= np.where(there, above / np.where(there, -change[0], 1), 1)
        now, time = now + change, time + step.min()
        if height_km == 0:
            there |= now[2] * np.cos(now[3]) < LEVEL_KM_S
        done[:, lane[there]] = now[:, there]
        lane, now = lane[~there], now[:, ~there]
        if time > LONGEST_S:
            raise ValueError(f"a piece of {ballistic:g} kg/m2 flies on for laps: lower the perigee")
    return [part.reshape(shape) for part in done]


def _rates(state, ballistic):
    radius, _, speed, slope = state
    gravity = MU_EARTH_KM3_S2 / radius**2
    brake = 500 * _air_kg_m3(radius - EARTH_RADIUS_KM) / ballistic * speed**2
    up, level = np.sin(slope), np.cos(slope)
    turn = speed * level / radius
    return np.array([speed * up, turn, -brake - gravity * up, turn - gravity * level / speed])


def _air_kg_m3(height_km):
    heights, logs = _AIR
    thin = np.maximum(height_km - heights[-1], 0) / 25  # above the table, so thin that it hardly matters
    return np.exp(np.interp(height_km, heights, logs) - thin)


_AIR = np.array(AIR_KM, float), np.log(AIR_KG_M3)
