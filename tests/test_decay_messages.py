"""Burns and falls: what a refusal names and counts, and where exactly it begins."""

import re
import warnings

import numpy as np
import pytest

from course.decay import Descent, descent, reboost_propellant_kg_year


def test_reboost_tells_of_unequal_lists_by_its_own_names():
    with pytest.raises(ValueError) as told:
        reboost_propellant_kg_year([400.0, 410.0, 420.0], mass_kg=[4e5, 4.1e5], f107=125.0)
    assert "delta_v_m_s" not in str(told.value)
    for name in ("altitude_km", "mass_kg", "f107", "ballistic_coefficient_kg_m2", "isp_s"):
        assert re.search(rf"\b{name}\b", str(told.value))


def test_reboost_of_lists_is_that_of_each():
    masses, heights = [4e5, 4.1e5], [400.0, 410.0]
    both = reboost_propellant_kg_year(heights, mass_kg=masses, f107=125.0, isp_s=310.0)
    each = [
        reboost_propellant_kg_year(height, mass_kg=mass, f107=125.0, isp_s=310.0)
        for height, mass in zip(heights, masses, strict=True)
    ]
    assert np.array_equal(both, each)


def test_reboost_against_a_drag_beyond_any_engine_names_the_altitude():
    with pytest.raises(ValueError) as told:
        reboost_propellant_kg_year(200, mass_kg=1e5, f107=250, ballistic_coefficient_kg_m2=1)
    assert str(told.value) == (
        "altitude_km must be higher for so light a craft: drag takes 280,685 m/s a year, more than 12,000 m/s"
    )


def test_a_fall_may_last_36500_days_and_no_longer():
    def fall(ballistic):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a Sun of which nobody knows is the mean of some cycles
            return descent(600, start_utc="2000-01-01", ballistic_coefficient_kg_m2=ballistic)

    assert 36_450 < fall(243.4).lifetime_days < 36_500
    with pytest.raises(ValueError, match="more than 100 years"):
        fall(243.7)  # 36,516 days


@pytest.mark.parametrize(
    ("f107", "error", "told"),
    [
        ([100.0, 120.0], ValueError, "f107 must be one number (got an array of shape (2,))"),
        (float("nan"), ValueError, "f107 must be one number (got nan)"),
        ("much", TypeError, "f107 must be a real number or an array of real numbers (got 'much')"),
    ],
)
def test_a_steady_fall_names_its_activity(f107, error, told):
    with pytest.raises(error) as raised:
        descent(420, f107=f107)
    assert str(raised.value) == told


@pytest.mark.parametrize(("observed", "rests"), [(29.0, True), (30.0, False), (31.0, False)])
def test_a_fall_to_the_very_end_of_the_observed_sun_rests_on_no_mean(observed, rests):
    fall = Descent(np.array([0.0, 30.0]), np.array([200.0, 120.0]), np.datetime64("2022-03-12"), observed)
    assert fall.rests_on_mean_cycle is rests
