"""Push-off: who gets which share of a push, and how strong it has to be."""

import numpy as np
from numpy.typing import ArrayLike

from course.orbits import period_s
from course.quantities import Array, Floats, plain, quantity, together

LIGHTEST_KG = 1e-6  # a milligram
LEAST_LAPS = 0.01
HEAVIEST_KG = 1e7  # twenty stations: beyond, a mass was given in grams
FASTEST_M_S = 100.0  # the burn that ends a flight; pushes are a thousand times smaller


def push_off_m_s(
    mass_a_kg: ArrayLike, mass_b_kg: ArrayLike, *, relative_m_s: ArrayLike
) -> tuple[Floats, Floats]:
    """Return the velocities that two bodies get as they push each other off, in m/s.

    Momentum stays what it was, so the lighter body gets the larger share.

    Parameters
    ----------
    mass_a_kg, mass_b_kg : float or array_like
    relative_m_s : float or array_like
        How fast they part from each other, 0 to 100 m/s.

    Returns
    -------
    (v_a, v_b) : tuple of float or ndarray
        Along the direction in which body a is pushed: ``v_a`` is positive, ``v_b`` negative, and
        ``v_a - v_b`` is the relative speed.

    Examples
    --------
    >>> light, heavy = push_off_m_s(71_400, 348_300, relative_m_s=0.15)
    >>> round(light, 4), round(heavy, 4)
    (0.1245, -0.0255)
    """
    a, b, speed = _push(mass_a_kg, mass_b_kg, relative_m_s)
    return plain(speed * b / (a + b)), plain(-speed * a / (a + b))


def push_off_impulse_n_s(mass_a_kg: ArrayLike, mass_b_kg: ArrayLike, *, relative_m_s: ArrayLike) -> Floats:
    """Return the impulse that each of the two bodies gets, in N s: the reduced mass times the speed.

    Examples
    --------
    >>> round(push_off_impulse_n_s(71_400, 348_300, relative_m_s=0.15))
    8888
    """
    a, b, speed = _push(mass_a_kg, mass_b_kg, relative_m_s)
    return plain(a * b / (a + b) * speed)


def push_off_energy_j(mass_a_kg: ArrayLike, mass_b_kg: ArrayLike, *, relative_m_s: ArrayLike) -> Floats:
    """Return the energy that springs or thrusters must put into the push, in J.

    It grows with the reduced mass: springs made to push a spacecraft of 7 tonnes off are far too weak to part
    the halves of a station.

    Examples
    --------
    >>> round(push_off_energy_j(71_400, 348_300, relative_m_s=0.15))
    667
    """
    a, b, speed = _push(mass_a_kg, mass_b_kg, relative_m_s)
    return plain(a * b / (a + b) * speed**2 / 2)


def along_push_m_s(distance_m: ArrayLike, *, altitude_km: ArrayLike = 420.0, laps: ArrayLike = 1) -> Floats:
    """Return the push along the track, in m/s, that puts two bodies a distance apart after some laps.

    From the drift of the Clohessy-Wiltshire equations: each lap adds 3 v T.

    Parameters
    ----------
    distance_m : float or array_like
        0 or more.
    altitude_km : float or array_like
    laps : float or array_like
        0.01 or more. The formula is exact for whole laps; between them radial motion adds to the distance.

    Examples
    --------
    >>> round(along_push_m_s(2000), 4)      # 2 km after one lap
    0.1195
    """
    distance, period, laps = together(
        distance_m=quantity("distance_m", distance_m, at_least=0),
        altitude_km=np.asarray(period_s(altitude_km)),
        laps=quantity("laps", laps, at_least=LEAST_LAPS),
    )
    return plain(distance / (3 * period * laps))


def _push(mass_a_kg: ArrayLike, mass_b_kg: ArrayLike, relative_m_s: ArrayLike) -> tuple[Array, Array, Array]:
    a, b = (
        quantity(
            name,
            mass,
            at_least=LIGHTEST_KG,
            at_most=HEAVIEST_KG,
            why="masses are in kg; the station has 4.2e5",
        )
        for name, mass in (("mass_a_kg", mass_a_kg), ("mass_b_kg", mass_b_kg))
    )
    speed = quantity("relative_m_s", relative_m_s, at_least=0, at_most=FASTEST_M_S)
    a, b, speed = together(mass_a_kg=a, mass_b_kg=b, relative_m_s=speed)
    return a, b, speed
