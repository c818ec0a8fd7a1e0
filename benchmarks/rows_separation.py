"""Separation: paths after a push, a day with J2 and drag, a lifetime; each beside what one writes first."""

import numpy as np
from scipy.integrate import solve_ivp

from benchmarks.measure import Row, by_turns
from course import decay, relative
from course.constants import EARTH_J2, EARTH_RADIUS_KM, EARTH_ROTATION_RAD_S, MU_EARTH_KM3_S2
from course.orbits import circular_speed_km_s, period_s, radius_km

PUSH_M_S = 0.15
LAPS = np.linspace(0, 10 * period_s(420), 1000)
DAY = np.arange(0, 86401, 60.0)
DENSITY, BALLISTIC = 4e-12, 160.0
CALLS = 200  # of what takes microseconds


def rows():
    """Yield the rows of the table."""
    yield from _paths()
    yield from _day()
    yield from _lifetimes()


def _paths():
    def hill():
        for _ in range(CALLS):
            relative.hill_motion(LAPS, along_m_s=PUSH_M_S)

    def exact():
        for _ in range(CALLS):
            relative.two_body_motion(LAPS, along_m_s=PUSH_M_S)

    hill_s, exact_s, integrated_s = by_turns(hill, exact, _two_orbits)
    for what, taken in (("linear path", hill_s), ("exact path", exact_s)):
        what = f"{what} after a push, 10 laps, 1,000 points"
        yield Row(what, 1e3 * taken / CALLS, 1e3 * integrated_s, "ms", "both orbits by DOP853, 1e-12", 0.05)
    off = relative.two_body_motion(LAPS, along_m_s=PUSH_M_S, axes="straight").along_m - _two_orbits()
    yield Row("exact path beside that", 1e3 * np.abs(off).max(), float("nan"), "mm", "-", 20, of="ours")


def _two_orbits():
    """Return the offset along the first body's track, in m, from two integrated orbits."""
    radius, speed = radius_km(420), circular_speed_km_s(420)

    def both(_, y):
        a, b = y[:2], y[4:6]
        pulls = (-MU_EARTH_KM3_S2 * place / np.hypot(*place) ** 3 for place in (a, b))
        first, second = pulls
        return np.concatenate([y[2:4], first, y[6:], second])

    start = [radius, 0, 0, speed, radius, 0, 0, speed + PUSH_M_S / 1000]
    y = solve_ivp(both, (0, LAPS[-1]), start, "DOP853", LAPS, rtol=1e-12, atol=1e-12).y
    return 1000 * (y[0] * y[5] - y[1] * y[4]) / np.hypot(y[0], y[1])


def _forces(_, y):
    """Return the equations of motion with J2 and drag, in vectors, as one writes them first."""
    place, velocity = y[:3], y[3:]
    distance = np.linalg.norm(place)
    wind = velocity - np.cross([0, 0, EARTH_ROTATION_RAD_S], place)
    tilt = 5 * place[2] ** 2 / distance**2
    bulge = 1.5 * EARTH_J2 * MU_EARTH_KM3_S2 * EARTH_RADIUS_KM**2 / distance**5
    pull = -MU_EARTH_KM3_S2 * place / distance**3 + bulge * place * (tilt - np.array([1, 1, 3]))
    return np.concatenate([velocity, pull - 500 * DENSITY / BALLISTIC * np.linalg.norm(wind) * wind])


def _day():
    place = [radius_km(420), 0, 0]
    velocity = [0, circular_speed_km_s(420) * np.cos(0.9), circular_speed_km_s(420) * np.sin(0.9)]

    def ours():
        return relative.orbit_with_drag(
            DAY,
            position_km=place,
            velocity_km_s=velocity,
            ballistic_coefficient_kg_m2=BALLISTIC,
            density_kg_m3=DENSITY,
        )

    def rival(relative_error=1e-9, absolute_error=1e-9):
        return solve_ivp(
            _forces, (0, DAY[-1]), place + velocity, "DOP853", DAY, rtol=relative_error, atol=absolute_error
        ).y[:3]

    def as_it_comes():
        return solve_ivp(_forces, (0, DAY[-1]), place + velocity, t_eval=DAY).y[:3]

    ours_s, rival_s, default_s = by_turns(ours, rival, as_it_comes, repeats=5)
    what = "a day with J2 and drag, each minute"
    yield Row(what, 1e3 * ours_s, 1e3 * rival_s, "ms", "the same solver, forces in vectors", 0.5)
    yield Row(what, 1e3 * ours_s, 1e3 * default_s, "ms", "solve_ivp as it comes", 40, of="ours")
    strict = rival(1e-13, 1e-12)
    lost = (
        as_it_comes()
    )  # the solver's own tolerance lets the orbit fall to the ground before the day is over
    errors = [
        1000 * np.linalg.norm(path - strict[:, : path.shape[1]], axis=0).max() for path in (ours(), lost)
    ]
    yield Row("its largest error", *errors, "m", "solve_ivp as it comes", 1, of="ours")


def _lifetimes():
    def ours():
        for _ in range(CALLS):
            decay.lifetime_days(420, f107=125)

    def rival():
        def rate(_, altitude):
            return [-decay.rate_km_day(max(altitude[0], 120.0), f107=125)]

        def ends(_, altitude):
            return altitude[0] - 120.5

        ends.terminal = True
        return solve_ivp(rate, (0, 4000), [420.0], "LSODA", events=ends, rtol=1e-6).t[-1]

    def real_sun():
        return decay.lifetime_days(420, start_utc="2022-03-12")

    ours_s, rival_s, real_s = by_turns(ours, rival, real_sun)
    what = "a lifetime from 420 km, steady Sun"
    yield Row(what, 1e3 * ours_s / CALLS, 1e3 * rival_s, "ms", "solve_ivp (LSODA)", 1, of="ours")
    yield Row("the same with the Sun of each month", 1e3 * real_s, float("nan"), "ms", "-", 20, of="ours")
