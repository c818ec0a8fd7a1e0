"""The fall of an orbit under a steady and under the real Sun.

Authorities: NRLMSIS 2.1 itself (pymsis, sampled at random in this file); the course's physics notes, section
4 (computed there from 600 random points and the daily Sun by independent code); numerical integration.
"""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course import decay
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM

NOTES_BALLISTIC_KG_M2 = 1 / 0.0062
STEPS = 1e-4  # relative: steps of Runge and Kutta with a stage at another time are off by up to 8e-4
MSIS_SAME_VERSION = 0.03  # relative: what the notes ask for; their 600 points scatter by 2 %
YEAR_DAYS = 365.25


def sampled_density(altitude_km, f107, points=3000):
    """Return NRLMSIS 2.1 averaged over random places of the orbit, hours and days of a year, in kg/m3."""
    import pymsis

    draw = np.random.default_rng(11)
    up = np.sin(np.radians(51.64)) * np.sin(draw.uniform(0, 2 * np.pi, points))
    geodetic = np.degrees(np.arctan(np.tan(np.arcsin(up)) / (1 - EARTH_FLATTENING) ** 2))
    dates = np.datetime64("2022-01-01") + (draw.uniform(0, 365, points) * 86400).astype("timedelta64[s]")
    density = pymsis.calculate(
        dates,
        draw.uniform(-180, 180, points),
        geodetic,
        altitude_km
        + EARTH_RADIUS_KM * EARTH_FLATTENING * up**2,  # height above an ellipsoid of this flattening
        np.full(points, f107),
        np.full(points, f107),
        np.full((points, 7), decay.quiet_ap(f107)),
        version=2.1,
    )[..., 0]
    return float(np.mean(density, dtype=float))


@pytest.mark.parametrize("altitude_km", [121.0, 205.0, 333.0, 420.0, 707.0])
@pytest.mark.parametrize("f107", [66.0, 125.0, 240.0])
def test_density_follows_nrlmsis(altitude_km, f107):
    sampling = 0.025  # relative: 3,000 points of a density that varies by half around the orbit
    computed = decay.density_kg_m3(altitude_km, f107=f107)
    assert computed == pytest.approx(sampled_density(altitude_km, f107), rel=sampling)


CONSTANT_SUN = [  # F10.7, kg/m3 at 420 km, m a day, days to 400/330/120 km, reboost m/s and t a year (4.2)
    (68, 3.56e-13, 9.2, (1773, 4257, 4782), 1.9, 0.28),
    (125, 1.61e-12, 41, (408, 1082, 1291), 8.5, 1.27),
    (190, 4.14e-12, 107, (162, 457, 573), 21.9, 3.3),
    (250, 7.5e-12, 193, (91, 265, 343), 39.7, 5.9),
]


@pytest.mark.parametrize("f107, density, metres_day, days, delta_v, tonnes", CONSTANT_SUN)
def test_constant_activity_gives_the_table_of_the_physics_notes(
    f107, density, metres_day, days, delta_v, tonnes
):
    drag = {"f107": f107, "ballistic_coefficient_kg_m2": NOTES_BALLISTIC_KG_M2}
    assert decay.density_kg_m3(420, f107=f107) == pytest.approx(density, rel=MSIS_SAME_VERSION)
    assert 1000 * decay.rate_km_day(420, **drag) == pytest.approx(metres_day, rel=MSIS_SAME_VERSION)
    fall = decay.descent(420, **drag)
    found = np.interp([-400, -330, -120], -fall.altitude_km, fall.days)
    assert found == pytest.approx(days, rel=MSIS_SAME_VERSION)
    assert decay.reboost_delta_v_m_s_year(420, **drag) == pytest.approx(delta_v, rel=MSIS_SAME_VERSION)
    used = decay.reboost_propellant_kg_year(420, mass_kg=440_000, **drag) / 1000
    assert used == pytest.approx(tonnes, rel=MSIS_SAME_VERSION)


REAL_SUN = [  # start, Cd A / m, end (notes 4.3, which take the Sun day by day)
    ("2022-03-12", 0.0062, "2024-08-23"),
    ("2022-03-12", 0.0075, "2024-04-26"),
    ("2022-03-12", 0.0050, "2024-12-24"),
    ("2024-01-01", 0.0062, "2025-10-24"),
    ("2024-01-01", 0.0075, "2025-05-15"),
]


@pytest.mark.parametrize("start, drag, end", REAL_SUN)
def test_the_real_sun_ends_the_flight_on_the_day_of_the_physics_notes(start, drag, end):
    with warnings.catch_warnings():
        warnings.simplefilter("error", decay.MeanSunWarning)
        fall = decay.descent(420, start_utc=start, ballistic_coefficient_kg_m2=1 / drag)
    total = np.datetime64(end) - np.datetime64(start)
    assert fall.lifetime_days == pytest.approx(total.astype(int), rel=MSIS_SAME_VERSION)
    assert fall.end_utc == np.datetime64(start) + np.timedelta64(round(fall.lifetime_days * 86400e6), "us")


@pytest.mark.parametrize(
    "start, years, low, high", [("2008-11-01", 5.4, 4.8, 6.1), ("2018-01-01", 5.9, 5.5, 6.4)]
)
def test_falls_that_begin_in_a_minimum_last_for_years(start, years, low, high):
    lives = [
        decay.lifetime_days(420, start_utc=start, ballistic_coefficient_kg_m2=1 / drag) / YEAR_DAYS
        for drag in (0.0062, 0.0075, 0.0050)
    ]
    assert lives == pytest.approx([years, low, high], rel=MSIS_SAME_VERSION)


@pytest.mark.parametrize(
    ("start", "altitude"), [("2022-03-12", 420.0), ("2008-03-01", 300.0), ("2001-09-01", 350.0)]
)
def test_the_steps_agree_with_a_strict_integration(start, altitude):
    """scipy's LSODA over the same monthly Sun, to 121 km."""
    from course.decay.fall import _rate_of_time

    rate = _rate_of_time(np.datetime64(start, "us"), decay.ISS_BALLISTIC_COEFFICIENT_KG_M2)

    def ends(_, y):
        return y[0] - 121.0

    ends.terminal = True
    strict = solve_ivp(
        lambda day, y: [-rate(day, y[0])],
        (0, 2000),
        [altitude],
        "LSODA",
        events=ends,
        rtol=1e-8,
        max_step=5.0,
    )
    fall = decay.descent(altitude, start_utc=start)
    ours = np.interp(-121.0, -fall.altitude_km, fall.days)
    assert ours == pytest.approx(strict.t[-1], rel=STEPS)


def test_a_sun_that_is_steady_in_both_ways_gives_the_same_lifetime(monkeypatch):
    """The sum over altitude and the steps in time, for the same activity; the seasons remain in one."""
    from course.decay import drag

    def steady(when):
        month = np.asarray(when, "datetime64[M]")
        full = np.full(month.shape, 125.0)
        return decay.SolarActivity(month, full, np.full(month.shape, decay.quiet_ap(125.0)), full > 0)

    monkeypatch.setattr(drag, "activity", steady)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", decay.MeanSunWarning)
        seasons = decay.lifetime_days(420, start_utc="2000-01-01")
    assert seasons == pytest.approx(decay.lifetime_days(420, f107=125), rel=0.02)


SAME_FALL = 1e-3  # relative, of a lifetime: midpoint steps against Runge-Kutta ones
SAME_DAY = 3.0  # days on the way: straight within steps of at most five


@pytest.mark.parametrize("start", ["1999-01-12", "2008-11-01", "2022-03-12", "2030-12-12"])
@pytest.mark.parametrize("ballistic", [83.0, 160.0, 375.0])
def test_many_falls_at_once_are_the_single_ones(start, ballistic):
    goals = [420, 400, 330, 250, 180, 120]
    many = decay.days_to_altitudes(
        goals,
        from_km=420,
        start_utc=["2003-07-01", start],
        ballistic_coefficient_kg_m2=[ballistic, 160.0, 99.0],
    )
    assert many.shape == (2, 3, 6)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", decay.MeanSunWarning)
        fall = decay.descent(420, start_utc=start, ballistic_coefficient_kg_m2=ballistic)
    single = np.interp(np.negative(goals), -fall.altitude_km, fall.days)
    assert many[1, 0] == pytest.approx(single, abs=SAME_DAY)
    assert many[1, 0, -1] == pytest.approx(single[-1], rel=SAME_FALL)


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"to_km": [300, 400]}, "each below"),
        ({"to_km": []}, "each below"),
        ({"to_km": [119]}, "to_km must"),
        ({"to_km": [421]}, "to_km must"),
        ({"from_km": np.nan}, "from_km must"),
        ({"start_utc": ["1957-09-30"]}, "1957-10"),
        ({"ballistic_coefficient_kg_m2": [np.nan]}, "got nan"),
        ({"ballistic_coefficient_kg_m2": [0]}, "ballistic_coefficient_kg_m2 must"),
        ({"ballistic_coefficient_kg_m2": [1e5]}, "100 years"),
    ],
)
def test_many_falls_refuse_what_a_single_one_refuses(wrong, words):
    right = {
        "to_km": [120], "from_km": 420, "start_utc": ["2022-03-12"], "ballistic_coefficient_kg_m2": [160.0],
    }  # fmt: skip
    with pytest.raises(ValueError, match=words):
        decay.days_to_altitudes(**(right | wrong))


def test_lifetime_scales_with_the_ballistic_coefficient():
    light, heavy = decay.lifetime_days(420, f107=140, ballistic_coefficient_kg_m2=[100.0, 300.0])
    assert heavy == pytest.approx(3 * light, rel=1e-12)


@given(st.floats(121, 790), st.floats(60, 300))
def test_a_lower_start_and_a_stronger_sun_shorten_the_life(altitude, f107):
    life = decay.lifetime_days(altitude, f107=f107)
    assert decay.lifetime_days(altitude - 1, f107=f107) < life
    if f107 < 299:
        assert decay.lifetime_days(altitude, f107=f107 + 1) < life


def test_shapes_and_nan():
    lives = decay.lifetime_days([[400, np.nan]], f107=[[100.0], [200.0]])
    assert lives.shape == (2, 2)
    assert np.isnan(lives[:, 1]).all() and np.isfinite(lives[:, 0]).all()
    assert np.isnan(decay.lifetime_days([400, np.nan], start_utc="2022-03-12")).tolist() == [False, True]
    assert decay.lifetime_days([], f107=100).shape == (0,)
    assert isinstance(decay.lifetime_days(400, f107=100), float)
    assert np.isnan(decay.density_kg_m3([np.nan, 420], f107=125)).tolist() == [True, False]
    assert np.isnan(decay.deorbit_delta_v_m_s([420, np.nan], perigee_km=50)).tolist() == [False, True]
    assert np.isnan(decay.propellant_kg(np.nan, delta_v_m_s=100))
    assert decay.lifetime_days(decay.LOWEST_KM, f107=100) == 0
    assert decay.lifetime_days(decay.LOWEST_KM, start_utc="2020-01-01") == 0


@pytest.mark.parametrize("altitude", [119.9, 0, -10, 801, 1e6, np.inf])
@pytest.mark.parametrize("sun", [{"f107": 125}, {"start_utc": "2020-01-01"}])
def test_altitudes_without_an_orbit_or_an_air_are_refused(altitude, sun):
    with pytest.raises(ValueError, match="altitude_km must"):
        decay.lifetime_days(altitude, **sun)


@pytest.mark.parametrize("f107", [59, 301, 0, -70, np.inf])
def test_f107_outside_the_table_is_refused(f107):
    for call in (decay.density_kg_m3, decay.rate_km_day, decay.lifetime_days):
        with pytest.raises(ValueError, match="f107 must"):
            call(420, f107=f107)


def test_one_sun_must_be_chosen():
    for call in (decay.lifetime_days, decay.descent):
        for sun in ({}, {"f107": 125, "start_utc": "2020-01-01"}):
            with pytest.raises(ValueError, match="either f107"):
                call(420, **sun)


@pytest.mark.parametrize("ballistic", [0, -160, 1e9, np.inf])
def test_ballistic_coefficients_without_meaning_are_refused(ballistic):
    with pytest.raises(ValueError, match="ballistic_coefficient_kg_m2 must"):
        decay.rate_km_day(420, f107=125, ballistic_coefficient_kg_m2=ballistic)


@pytest.mark.parametrize("start", ["2025-06-01", "2026-02-01", "2040-01-01", "2090-01-01"])
def test_after_the_observed_sun_the_mean_cycle_is_used_and_said(start):
    with pytest.warns(decay.MeanSunWarning, match="2026-01"):
        fall = decay.descent(420, start_utc=start)
    assert fall.rests_on_mean_cycle
    assert 1 < fall.lifetime_days / YEAR_DAYS < 9
    with pytest.warns(decay.MeanSunWarning):
        assert decay.lifetime_days(420, start_utc=start) == fall.lifetime_days
    with pytest.warns(decay.MeanSunWarning):  # one fall of several is enough
        assert decay.lifetime_days([200, 420], start_utc=start)[1] == fall.lifetime_days


def test_dates_before_the_observed_sun_and_lives_beyond_a_century_are_refused():
    with pytest.raises(ValueError, match="1957-10"):
        decay.lifetime_days(420, start_utc="1957-09-30")
    assert decay.lifetime_days(300, start_utc="1957-10-04") < 365
    with pytest.raises(ValueError, match="100 years"):
        decay.lifetime_days(790, start_utc="2022-03-12")
    with pytest.raises(ValueError, match="start_utc"):
        decay.lifetime_days(420, start_utc="soon")
