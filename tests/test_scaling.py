"""Scaling laws: what doubles when its cause does, and what nothing costs."""

import math

import numpy as np
import pytest

from course import decay, orbits, relative, risk
from course.constants import EARTH_RADIUS_KM


def drag_days(along_m_s=-0.15, density_kg_m3=4e-12, pair=(150.0, 250.0)):
    return relative.drag_recontact_days(
        along_m_s, density_kg_m3=density_kg_m3, ballistic_coefficients_kg_m2=pair
    )


def test_without_a_difference_in_drag_or_without_a_push_they_do_not_meet_again():
    assert math.isnan(drag_days(pair=(160.0, 160.0)))
    assert math.isnan(drag_days(along_m_s=0.0))
    assert math.isnan(drag_days(density_kg_m3=0.0))
    assert np.isnan(drag_days(along_m_s=[-0.1, 0.1], pair=(160.0, 160.0))).all()


def test_nothing_to_do_costs_nothing():
    assert relative.along_push_m_s(0) == 0
    assert relative.push_off_m_s(1000, 2000, relative_m_s=0) == (0, 0)
    assert decay.deorbit_delta_v_m_s(420, perigee_km=420) == pytest.approx(0, abs=1e-9)
    assert decay.propellant_kg(1000, delta_v_m_s=0) == 0
    assert decay.lifetime_days(120, f107=125) == 0
    assert decay.lifetime_days(120, start_utc="2008-03-12") == 0
    assert decay.fallen_km(420, start_utc="2008-03-12", days=0) == 0
    assert risk.casualty_expectation(0)["world"] == 0
    assert orbits.radius_km(0) == EARTH_RADIUS_KM


@pytest.mark.parametrize("ask", [relative.push_off_m_s, relative.push_off_energy_j])
@pytest.mark.parametrize(("masses", "named"), [((0.0, 5.0), "mass_a_kg"), ((5.0, 0.0), "mass_b_kg")])
def test_the_mass_that_is_wrong_is_the_one_that_is_named(ask, masses, named):
    with pytest.raises(ValueError, match=f"{named} must"):
        ask(*masses, relative_m_s=1.0)


def test_equal_masses_share_a_push_equally():
    assert relative.push_off_m_s(5.0, 5.0, relative_m_s=0.3) == (0.15, -0.15)


EXACT = 1e-12  # relative: the same formula, rounded


def test_twice_the_laps_or_half_the_distance_needs_half_the_push():
    push = relative.along_push_m_s(2000)
    assert relative.along_push_m_s(2000, laps=2) == pytest.approx(push / 2, rel=EXACT)
    assert relative.along_push_m_s(2000, laps=0.5) == pytest.approx(push * 2, rel=EXACT)
    assert relative.along_push_m_s(1000) == pytest.approx(push / 2, rel=EXACT)
    assert relative.along_push_m_s(2000, altitude_km=420) == push


def test_drag_closes_a_gap_in_proportion_to_the_push_and_inversely_to_the_air():
    days = drag_days()
    assert drag_days(along_m_s=-0.3) == pytest.approx(2 * days, rel=EXACT)
    assert drag_days(density_kg_m3=8e-12) == pytest.approx(days / 2, rel=EXACT)
    assert drag_days(pair=(300.0, 500.0)) == pytest.approx(2 * days, rel=EXACT)
    assert drag_days(along_m_s=0.15, pair=(250.0, 150.0)) == pytest.approx(days, rel=EXACT)  # who is who


@pytest.mark.parametrize(("days", "closes"), [(36_524, True), (36_526, False)])
def test_drag_that_needs_more_than_a_century_closes_no_gap(days, closes):
    air = 4e-12 * drag_days(density_kg_m3=4e-12) / days
    assert np.isfinite(drag_days(density_kg_m3=air)) == closes


def test_a_heavier_or_slimmer_craft_falls_in_proportion_more_slowly():
    rate = decay.rate_km_day(420, f107=125)
    assert decay.rate_km_day(420, f107=125, ballistic_coefficient_kg_m2=290) == pytest.approx(
        rate / 2, rel=EXACT
    )
    days = decay.lifetime_days(420, f107=125)
    twice = decay.lifetime_days(420, f107=125, ballistic_coefficient_kg_m2=290)
    assert twice == pytest.approx(2 * days, rel=EXACT)


def test_engines_burn_in_proportion_to_mass_and_longer_with_less_thrust():
    burnt = decay.propellant_kg(1000, delta_v_m_s=100)
    assert decay.propellant_kg(3000, delta_v_m_s=100) == pytest.approx(3 * burnt, rel=EXACT)
    assert decay.propellant_kg(1000, delta_v_m_s=200, isp_s=600) == pytest.approx(burnt, rel=EXACT)
    time = decay.burn_time_s(1000, delta_v_m_s=100, thrust_n=10)
    assert decay.burn_time_s(1000, delta_v_m_s=100, thrust_n=20) == pytest.approx(time / 2, rel=EXACT)


def test_the_casualty_expectation_grows_with_the_area():
    one, ten = risk.casualty_expectation(1.0), risk.casualty_expectation(10.0)
    assert set(one) == set(ten)
    assert all(ten[name] == pytest.approx(10 * one[name], rel=EXACT) for name in one)


def test_the_last_step_of_a_fall_under_the_real_sun_is_cut_at_120_km():
    """From 121 km the fall is one cut step: the way divided by the rate, as nothing else changes."""
    sun = decay.activity("2008-03-12")
    rates = [decay.rate_km_day(height, f107=sun.f107.item()) for height in np.linspace(120, 121, 101)]
    expected = np.mean(1 / np.array(rates))
    found = decay.lifetime_days(121, start_utc="2008-03-12")
    # the real Sun brings its own magnetic unrest and month, a few per cent; a step that is not cut is +25 %
    assert found == pytest.approx(expected, rel=0.06)
    fall = decay.descent(200, start_utc="2008-03-12")
    rate = -np.diff(fall.altitude_km) / np.diff(fall.days)
    assert fall.altitude_km[-1] == 120
    assert rate[-1] > rate[-2] > rate[-3]  # it falls faster and faster, in its last step too
