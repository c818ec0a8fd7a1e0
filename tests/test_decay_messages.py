"""Burns and falls: what a refusal names and counts, and where exactly it begins."""

import re
import warnings

import numpy as np
import pytest

from course.decay import Descent, atmosphere, descent, fallen_km, reboost_propellant_kg_year
from course.decay.drag import monthly_log_rates
from course.decay.sun import observed


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


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        (
            {"start_utc": "soon"},
            ValueError,
            "start_utc must look like 2022-03-12 or 2022-03-12T19:00 (got 'soon')",
        ),
        ({"start_utc": 5}, TypeError, "start_utc must be a date, a datetime or ISO text in UTC (got int)"),
        (
            {"altitude_km": [400, 410]},
            ValueError,
            "altitude_km must be one number (got an array of shape (2,))",
        ),
        ({"altitude_km": float("nan")}, ValueError, "altitude_km must be one number (got nan)"),
        (
            {"ballistic_coefficient_kg_m2": [90, 100]},
            ValueError,
            "ballistic_coefficient_kg_m2 must be one number (got an array of shape (2,))",
        ),
    ],
)
@pytest.mark.parametrize("function", [descent, fallen_km])
def test_one_fall_under_the_real_sun_names_what_is_wrong(function, given, error, told):
    asked = {"altitude_km": 420, "start_utc": "2022-03-12"} | given
    with pytest.raises(error) as raised:
        function(**asked, **({"days": 1} if function is fallen_km else {}))
    assert str(raised.value) == told


def test_numbers_of_one_fall_are_plain():
    fall = descent(300, start_utc="2001-01-01")
    assert type(fall.lifetime_days) is float and type(fall.observed_days) is float
    assert type(fallen_km(300, start_utc="2001-01-01", days=1)) is float
    assert type(descent(300, f107=125.0).lifetime_days) is float


def test_before_the_first_observed_month_the_air_is_that_of_the_first():
    first = observed().month[0]
    rows = monthly_log_rates(first - 2, 4)
    assert np.array_equal(rows[0], rows[2]) and np.array_equal(rows[1], rows[2])
    assert not np.allclose(rows[3], rows[2], rtol=0, atol=1e-3)


@pytest.mark.parametrize("altitude", [121.5, 124.0, 131.0, 260.0, 415.0])
def test_between_two_heights_of_the_table_the_air_thins_evenly(altitude):
    """In the middle of a month its own air counts: its logarithm lies on the line between two heights."""
    heights = atmosphere.table().altitude_km
    logs = monthly_log_rates(np.datetime64("2001-12"), 1)[0]
    ballistic = 1e4 if altitude < 200 else 10.0  # a first step of hours
    fall = descent(altitude, start_utc="2001-12-16", ballistic_coefficient_kg_m2=ballistic)
    middle = np.exp(np.interp(fall.altitude_km[:2].mean(), heights, logs)) / ballistic
    assert (altitude - fall.altitude_km[1]) / fall.days[1] == pytest.approx(middle, rel=0.01)
