"""The questions of unit 4, separation."""

import numpy as np

from course import decay, orbits, relative, risk
from course.constants import SOLAR_DAY_S
from course.widgets.kit.words import span

PUSH_M_S = 0.15  # relative
STATION_KM, STATION_T = 420, 420


def _parted():
    lap_s = orbits.period_s(STATION_KM)
    there = relative.two_body_motion(lap_s, altitude_km=STATION_KM, along_m_s=PUSH_M_S)
    return f"behind, by {abs(float(there.along_m)) / 1000:.1f} km: the push put it on a higher, slower orbit"


def _push_apart():
    lap, day = float(orbits.period_s(STATION_KM)), np.arange(0, SOLAR_DAY_S, 60)
    forward, up, aside = (
        relative.hill_motion(day, altitude_km=STATION_KM, **{push: PUSH_M_S})
        for push in ("along_m_s", "radial_m_s", "cross_m_s")
    )
    gap = relative.closest_approach(forward, after_s=lap / 2).distance_m / 1000
    end = np.asarray(forward.distance_m)[-1] / 1000
    back, across = (relative.recontact_s(path, within_m=5, after_s=lap / 3) / lap for path in (up, aside))
    return (
        f"forward or backward: {gap:.1f} km apart after half a lap, {end:.0f} km after a day; up or down it "
        f"is back after {back:.1f} laps, to the side after {across:.1f}"
    )


def _stays_up():
    weak, strong = decay.DRAG_RANGE
    craft = decay.ISS_BALLISTIC_COEFFICIENT_KG_M2 / np.array([strong, 1, weak])
    days = decay.lifetime_days(STATION_KM, start_utc="2022-03-12", ballistic_coefficient_kg_m2=craft)
    few, middle, many = np.asarray(days).tolist()
    return f"{span(middle)} under the real Sun, {span(few)} to {span(many)} with what is known of the drag"


def _brings_down():
    change = decay.deorbit_delta_v_m_s(STATION_KM, perigee_km=50)
    tonnes = decay.propellant_kg(1000 * STATION_T, delta_v_m_s=change) / 1000
    return f"{tonnes:.1f} t: a burn of {change:.1f} m/s, at a specific impulse of 300 s"


def _personal_risk():
    beside_km = risk.FOOTPRINT_HALF_WIDTH_KM
    sharp, spread = (
        risk.mean_person_density_km2("RUS", spread_km=km) / risk.mean_person_density_km2("IND", spread_km=km)
        for km in (0, beside_km)
    )
    expected = risk.casualty_expectation(1000, spread_km=beside_km)
    return (
        f"much the same: an average Russian runs {spread:.1f} times the risk of an average Indian, with "
        f"pieces up to {beside_km:.0f} km beside the track ({sharp:.1f} times on the track itself); but "
        f"India expects {expected['IND'] / expected['RUS']:.0f} times the casualties"
    )


QUESTIONS = {  # id: (question, form of the answer, what the computation says)
    "u4-p1": (
        f"The Russian segment springs away forward at {PUSH_M_S} m/s (relative). Where is it one lap later?",
        {"choices": ("ahead", "at the same place", "behind", "below")},
        _parted,
    ),
    "u4-p2": (
        f"A part of the station is pushed off at {PUSH_M_S} m/s. Which push keeps the parts apart for good?",
        {"choices": ("up, away from the Earth", "to the side", "forward or backward", "any push")},
        _push_apart,
    ),
    "u4-p3": (
        "Engines off in March 2022, 420 km up: how long does the station stay up?",
        {"choices": ("days", "weeks", "months", "years"), "right": "years"},
        _stays_up,
    ),
    "u4-p4": (
        "How much propellant does it take to bring 420 t down from 420 km?",
        {"unit": "t", "ends": (0,)},
        _brings_down,
    ),
    "u4-p5": (
        "The station falls by itself, nobody knows where. An average Indian and an average Russian: who runs "
        "the larger risk of being hit?",
        {"choices": ("the Indian, many times", "much the same", "the Russian, many times")},
        _personal_risk,
    ),
}
