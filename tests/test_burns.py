"""The burns that end or prevent a fall.

Authority: the course's physics notes, section 5, and numerical integration.
"""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from course import decay
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.orbits import circular_speed_km_s, radius_km

DEORBIT = [  # from km, perigee km, m/s (physics 5.1)
    (420, 50, 107.86),
    (400, 50, 102.30),
    (330, 50, 82.60),
    (280, 50, 68.30),
    (420, 0, 123.03),
    (420, 70, 101.84),
    (420, 80, 98.84),
    (420, 100, 92.85),
]


@pytest.mark.parametrize("start, perigee, delta_v", DEORBIT)
def test_deorbit_burns_of_the_physics_notes(start, perigee, delta_v):
    assert decay.deorbit_delta_v_m_s(start, perigee_km=perigee) == pytest.approx(delta_v, abs=0.005)


def test_a_deorbit_burn_leads_to_its_perigee():
    """Two-body integration of half a lap after the burn."""
    radius = radius_km(420)
    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=50) / 1000

    def kepler(_, y):
        return [*y[2:], *(-MU_EARTH_KM3_S2 * y[:2] / np.hypot(*y[:2]) ** 3)]

    path = solve_ivp(kepler, (0, 5400), [radius, 0, 0, speed], "DOP853", rtol=1e-11, max_step=2).y
    assert np.hypot(*path[:2]).min() - EARTH_RADIUS_KM == pytest.approx(50, abs=1e-3)


@pytest.mark.parametrize("perigee", [0, 50, 120, 420])
def test_the_way_after_a_burn_is_that_of_an_integration(perigee):
    """Two-body motion in small steps, angle and height."""
    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=perigee) / 1000

    def kepler(_, y):
        return [*y[2:], *(-MU_EARTH_KM3_S2 * y[:2] / np.hypot(*y[:2]) ** 3)]

    path = solve_ivp(kepler, (0, 4000), [radius_km(420), 0, 0, speed], "DOP853", rtol=1e-11, max_step=20).y
    along = EARTH_RADIUS_KM * np.unwrap(np.arctan2(path[1], path[0]))
    found = decay.coast_height_km(420, perigee_km=perigee, along_km=along)
    assert found == pytest.approx(np.hypot(*path[:2]) - EARTH_RADIUS_KM, abs=1e-4)


def test_no_way_leads_above_the_start_or_below_the_ground():
    for perigee in (421, -1):
        with pytest.raises(ValueError, match="perigee_km must"):
            decay.coast_height_km(420, perigee_km=perigee, along_km=0)


@pytest.mark.parametrize(
    "mass_t, delta_v, tonnes", [(420, 107.86, 15.12), (440, 107.86, 15.84), (450, 68.30, 10.33)]
)
def test_propellant_of_the_physics_notes(mass_t, delta_v, tonnes):
    assert decay.propellant_kg(1000 * mass_t, delta_v_m_s=delta_v) == pytest.approx(1000 * tonnes, abs=6)


@pytest.mark.parametrize("thrust_kn, minutes", [(6, 126), (10, 76), (12, 63)])
def test_burn_times_of_the_physics_notes(thrust_kn, minutes):
    """The notes keep the mass constant; the propellant that is gone saves 2 %."""
    found = decay.burn_time_s(420_000, delta_v_m_s=107.9, thrust_n=1000 * thrust_kn) / 60
    assert found == pytest.approx(minutes, rel=0.025)
    assert found < minutes


def test_two_burns_at_one_apogee_need_the_propellant_of_one():
    whole = decay.propellant_kg(420_000, delta_v_m_s=107.86)
    first = decay.propellant_kg(420_000, delta_v_m_s=75.0)
    second = decay.propellant_kg(420_000 - first, delta_v_m_s=32.86)
    assert first + second == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize(
    "perigee, words", [(421, "above"), (1e5, "above"), (-1, "ground"), (-6400, "ground")]
)
def test_perigees_above_the_start_or_below_the_ground_are_refused(perigee, words):
    with pytest.raises(ValueError, match=words):
        decay.deorbit_delta_v_m_s(420, perigee_km=perigee)


def test_of_many_perigees_the_first_that_lies_too_high_is_named():
    with pytest.raises(ValueError, match=r"got 421 km, above 420 km"):
        decay.deorbit_delta_v_m_s(420, perigee_km=[50, 420, 421, 430])
    with pytest.raises(ValueError, match=r"got 410 km, above 400 km"):
        decay.deorbit_delta_v_m_s([420, 400], perigee_km=410)


def test_no_burn_needs_nothing():
    assert decay.deorbit_delta_v_m_s(420, perigee_km=420) == pytest.approx(0, abs=1e-9)
    assert decay.propellant_kg(420_000, delta_v_m_s=0) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"mass_kg": 0},
        {"mass_kg": -1},
        {"mass_kg": 4.2e8},
        {"delta_v_m_s": -1},
        {"delta_v_m_s": 1e6},
        {"isp_s": 0},
        {"isp_s": 3e6},
        {"thrust_n": 0},
    ],
)
def test_burns_without_meaning_are_refused(wrong):
    with pytest.raises(ValueError, match=f"{next(iter(wrong))} must"):
        decay.burn_time_s(**({"mass_kg": 420_000, "delta_v_m_s": 100, "thrust_n": 6000} | wrong))
