"""Where the pieces come down after a deorbit burn: a planar entry over a round Earth, without wind and lift.

The station flies down as one body, its pieces come off on the way, and heavy ones fly farthest. The length of
the footprint is good to a factor of 1.5: at which height a station breaks, and into what, is not known. NASA
reckons with up to 5,370 km by 300 km for a controlled entry [1]_.

References
----------
.. [1] National Research Council, Engineering Challenges to the Long-Term Operation of the International Space
   Station (2000), chapter 6.
.. [2] U.S. Standard Atmosphere, 1976: density over height, table I.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, exp, sin

import numpy as np

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.decay.burns import deorbit_delta_v_m_s
from course.decay.fall import ISS_BALLISTIC_COEFFICIENT_KG_M2
from course.orbits import circular_speed_km_s, radius_km
from course.quantities import one

HONEST_FACTOR = 1.5  # of the length, either way
FRAGMENTS_KG_M2 = (5.0, 1500.0)  # a panel of insulation; a solid block of steel
RELEASED_KM = (110.0, 100.0, 90.0, 80.0, 70.0, 60.0)  # the first panels tear off, the last pieces part
HIGHEST_PERIGEE_KM = 80.0  # from higher ones the station flies on for another lap, nobody knows how far
AIR_KM = (0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150)
AIR_KG_M3 = (  # [2]_
    *(1.225, 0.7364, 0.4135, 0.1948, 0.08891, 0.04008, 0.01841, 3.996e-3, 1.027e-3, 3.097e-4),
    *(8.283e-5, 1.846e-5, 3.416e-6, 5.604e-7, 9.708e-8, 2.222e-8, 8.152e-9, 3.831e-9, 2.076e-9),
)


@dataclass(frozen=True)
class Footprint:
    """Where pieces reach the ground, in km along the ground track from the place of the burn.

    Attributes
    ----------
    nearest_km, farthest_km : float
        Of the lightest piece that comes off first, and of the heaviest.
    """

    nearest_km: float
    farthest_km: float

    @property
    def length_km(self):
        """Length of the footprint along the track."""
        return self.farthest_km - self.nearest_km


def footprint(altitude_km, *, perigee_km, ballistic_coefficient_kg_m2=ISS_BALLISTIC_COEFFICIENT_KG_M2):
    """Return the debris footprint of a station that a burn has sent down, as a `Footprint`.

    Parameters
    ----------
    altitude_km : float
        Of the circular orbit in which the burn takes place, 130 to 800 km.
    perigee_km : float
        0 to 80 km. From a higher perigee the place of the fall cannot be chosen.
    ballistic_coefficient_kg_m2 : float
        m / (Cd A) of the whole station, 20 to 1,500.

    Raises
    ------
    ValueError
        Also if a piece does not come down within 20,000 s.

    Examples
    --------
    >>> steep, shallow = (footprint(420, perigee_km=perigee).length_km for perigee in (50, 80))
    >>> round(shallow / steep, 1)       # the lower the perigee, the shorter the footprint
    2.2
    """
    altitude = one("altitude_km", altitude_km, at_least=130, at_most=800)
    perigee = one(
        "perigee_km",
        perigee_km,
        at_least=0,
        at_most=HIGHEST_PERIGEE_KM,
        why="from a higher perigee the place of the fall cannot be chosen",
    )
    ballistic = one(
        "ballistic_coefficient_kg_m2", ballistic_coefficient_kg_m2, at_least=20, at_most=FRAGMENTS_KG_M2[1]
    )
    return _footprint(altitude, perigee, ballistic)


@lru_cache(maxsize=64)
def _footprint(altitude, perigee, ballistic):
    speed = circular_speed_km_s(altitude) - deorbit_delta_v_m_s(altitude, perigee_km=perigee) / 1000
    state = [radius_km(altitude), 0.0, speed, 0.0]
    grounds = []
    for height in RELEASED_KM:
        state = _flown(state, ballistic, height)
        grounds += [_flown(state, fragment, 0.0)[1] for fragment in FRAGMENTS_KG_M2]
    return Footprint(EARTH_RADIUS_KM * min(grounds), EARTH_RADIUS_KM * max(grounds))


def _flown(state, ballistic, height_km):
    """Return distance from the centre, angle, speed and slope where a body has come down to a height."""
    from scipy.integrate import solve_ivp

    def rates(_, y):
        radius, _, speed, slope = y.tolist()
        gravity = MU_EARTH_KM3_S2 / (radius * radius)
        brake = 500 * _air_kg_m3(radius - EARTH_RADIUS_KM) / ballistic * speed * speed
        level = speed * cos(slope)
        return (
            speed * sin(slope),
            level / radius,
            -brake - gravity * sin(slope),
            level / radius - gravity * cos(slope) / speed,
        )

    def arrives(_, y):
        return y[0] - EARTH_RADIUS_KM - height_km

    arrives.terminal, arrives.direction = True, -1
    done = solve_ivp(rates, (0, 20_000), state, "LSODA", events=arrives, rtol=1e-7, atol=1e-9)
    if done.status != 1:
        raise ValueError(f"a piece of {ballistic:g} kg/m2 flies on for laps: lower the perigee")
    return done.y[:, -1].tolist()


def _air_kg_m3(height_km):
    heights, logs = _AIR
    if height_km > heights[-1]:
        return AIR_KG_M3[-1] * exp((heights[-1] - height_km) / 25)  # thin enough to hardly matter
    return exp(np.interp(height_km, heights, logs))


_AIR = np.array(AIR_KM, float), np.log(AIR_KG_M3)
