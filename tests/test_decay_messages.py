"""Burns and falls: what a refusal names and counts, and where exactly it begins."""

import re
import warnings

import numpy as np
import pytest

from course.decay import descent, reboost_propellant_kg_year


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
