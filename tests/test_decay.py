"""The fall of an orbit, and the burns that end or prevent it.

Authorities: NRLMSIS 2.1 itself (pymsis, sampled at random in this file); the course's physics notes, sections
4 and 5 (computed there from 600 random points and the daily Sun by independent code); element sets of the
ISS between reboosts; numerical integration.
"""

import warnings
from itertools import pairwise

import numpy as np
import pytest
from properties import given, st
from scipy.integrate import solve_ivp

from course import decay, elements, history
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.decay.sun import CYCLE_MONTHS, MINIMA
from course.orbits import circular_speed_km_s, radius_km

NOTES_BALLISTIC_KG_M2 = 1 / 0.0062
MSIS_SAME_VERSION = 0.03  # relative: what the notes ask for; their 600 points scatter by 2 %
RATE_FACTOR = 1.3  # what a decay rate is good to: NRLMSIS and the ballistic coefficient together
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


def test_the_steps_agree_with_a_strict_integration():
    """scipy's LSODA over the same monthly Sun, to 121 km."""
    from course.decay.fall import _rate_of_time

    start = np.datetime64("2022-03-12", "us")
    rate = _rate_of_time(start, 160.0)

    def ends(_, y):
        return y[0] - 121.0

    ends.terminal = True
    strict = solve_ivp(
        lambda day, y: [-rate(day, y[0])], (0, 2000), [420.0], "LSODA", events=ends, rtol=1e-8, max_step=5.0
    )
    fall = decay.descent(420, start_utc=start)
    ours = np.interp(-121.0, -fall.altitude_km, fall.days)
    assert ours == pytest.approx(strict.t[-1], rel=5e-4)


def test_a_sun_that_is_steady_in_both_ways_gives_the_same_lifetime(monkeypatch):
    """The sum over altitude and the steps in time, for the same activity; the seasons remain in one."""
    from course.decay import fall

    def steady(when):
        month = np.asarray(when, "datetime64[M]")
        full = np.full(month.shape, 125.0)
        return decay.SolarActivity(month, full, np.full(month.shape, decay.quiet_ap(125.0)), full > 0)

    monkeypatch.setattr(fall, "activity", steady)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", decay.MeanSunWarning)
        seasons = decay.lifetime_days(420, start_utc="2000-01-01")
    assert seasons == pytest.approx(decay.lifetime_days(420, f107=125), rel=0.02)


# CelesTrak: mean altitude of the ISS at both ends of six stretches in which it never rises by 0.6 km
STRETCHES = [
    ("2024-09-15T00:58", 419.90, "2024-10-02T19:48", 416.99),
    ("2024-10-06T00:18", 419.23, "2024-11-10T10:55", 413.38),
    ("2024-12-23T05:55", 416.91, "2025-01-08T07:42", 414.63),
    ("2025-01-14T02:33", 417.26, "2025-01-29T23:30", 415.18),
    ("2025-02-04T01:34", 417.87, "2025-02-16T21:28", 416.68),
    ("2025-02-22T13:37", 419.35, "2025-03-09T09:21", 417.72),
]


def computed_to_observed(start, high, end, low):
    """Return the altitude lost by the model's station divided by the loss observed."""
    fall = decay.descent(high, start_utc=start)
    days = (np.datetime64(end, "us") - np.datetime64(start, "us")) / np.timedelta64(1, "D")
    return (high - np.interp(days, fall.days, fall.altitude_km)) / (high - low)


def test_rate_agrees_with_element_sets_between_reboosts():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", decay.MeanSunWarning)
        ratios = np.array([computed_to_observed(*stretch) for stretch in STRETCHES])
    assert np.all((ratios < RATE_FACTOR) & (ratios > 1 / RATE_FACTOR))
    assert np.median(ratios) == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize(
    "first, last, factor",
    [
        ("2015-07-26", "2015-08-11", RATE_FACTOR),
        ("2022-02-11", "2022-02-25", 1.6),
        ("2023-06-20", "2023-07-05", 1.6),
    ],
)
def test_rate_agrees_with_the_shipped_element_sets(first, last, factor):
    """1.6: in these weeks the station met half as much air again as the model's; the lesson shows it."""
    sets = [one for one in elements.shipped() if np.datetime64(first) <= one.epoch_utc < np.datetime64(last)]
    heights = [one.altitude_km for one in sets]
    assert len(sets) >= 3 and all(np.diff(heights) < 0)  # no reboost
    ratio = computed_to_observed(sets[0].epoch_utc, heights[0], sets[-1].epoch_utc, heights[-1])
    assert 1 / factor < ratio < factor


def computed_rates(table):
    """Return the model's mean rate over each stretch, in m a day."""
    return np.array(
        [
            1000 * decay.fallen_km(row.start_km, start_utc=row.start_utc, days=row.days) / row.days
            for row in table.itertuples()
        ]
    )


def test_rate_agrees_with_every_stretch_of_the_finished_station():
    """Element sets without reboosts since 2011: the middle one within the factor, each within twice that."""
    table = history.stretches().query("start_utc > '2011-07-21'")
    ratios = computed_rates(table) / table["rate_m_day"].to_numpy()
    spread = 2 * table["error_m_day"].to_numpy() / table["rate_m_day"].to_numpy()
    assert len(ratios) >= 6
    assert 1 / RATE_FACTOR < np.median(ratios) < RATE_FACTOR
    assert np.all((ratios < RATE_FACTOR**2 + spread) & (ratios > 1 / RATE_FACTOR**2 - spread))


def test_the_unfinished_station_sank_faster_than_one_of_160():
    """Until 2010 it was lighter: in every stretch the model, with the mass of today, falls too slowly."""
    table = history.stretches().query("start_utc < '2011-07-21'")
    assert len(table) >= 4
    assert np.all(computed_rates(table) < table["rate_m_day"])


def test_in_the_week_of_the_article_computed_and_observed_agree():
    row = next(history.stretches().query("start_utc > '2022-03-10'").itertuples())
    computed = 1000 * decay.fallen_km(row.start_km, start_utc=row.start_utc, days=row.days) / row.days
    assert computed == pytest.approx(row.rate_m_day, abs=row.error_m_day)


def test_what_has_fallen_is_what_the_descent_says():
    fall = decay.descent(420, start_utc="2022-03-12")
    fallen = decay.fallen_km(420, start_utc="2022-03-12", days=[0, 100, 1e4])
    assert fallen == pytest.approx([0, 420 - np.interp(100, fall.days, fall.altitude_km), 300])
    for days in (-1, [3, -1]):
        with pytest.raises(ValueError, match="days must"):
            decay.fallen_km(420, start_utc="2022-03-12", days=days)
    with pytest.warns(decay.MeanSunWarning):
        decay.fallen_km(420, start_utc="2025-12-01", days=100)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        decay.fallen_km(420, start_utc="2025-12-01", days=60)


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


def test_dates_before_the_observed_sun_and_lives_beyond_a_century_are_refused():
    with pytest.raises(ValueError, match="1957-10"):
        decay.lifetime_days(420, start_utc="1957-09-30")
    assert decay.lifetime_days(300, start_utc="1957-10-04") < 365
    with pytest.raises(ValueError, match="100 years"):
        decay.lifetime_days(790, start_utc="2022-03-12")
    with pytest.raises(ValueError, match="start_utc"):
        decay.lifetime_days(420, start_utc="soon")


def test_observed_sun_has_no_gap_and_the_known_extremes():
    """The course's notes on data, section 6, from another copy of the record, in which some days differ."""
    copies_sfu = 1.0
    sun = decay.observed()
    assert np.all(np.diff(sun.month).astype(int) == 1)
    for month, value in (("2001-12", 249.2), ("2008-07", 65.7), ("2014-02", 170.3), ("2024-08", 247.7)):
        assert sun.f107[sun.month == np.datetime64(month)] == pytest.approx([value], abs=copies_sfu)
    assert sun.f107.min() >= 60 and sun.f107.max() <= 300  # inside the table
    assert sun.ap.max() <= 48 and np.sum(sun.ap < 2) == 1  # December 2009, 1.9: taken as 2


def test_mean_cycle_is_the_mean_of_five():
    f107, ap = decay.mean_cycle()
    assert len(f107) == len(ap) == CYCLE_MONTHS == round((MINIMA[-1] - MINIMA[0]).astype(int) / 5)
    sun = decay.observed()
    means = [sun.f107[(sun.month >= low) & (sun.month < high)].mean() for low, high in pairwise(MINIMA)]
    assert f107.mean() == pytest.approx(np.mean(means), abs=1.0)  # sfu
    assert f107.argmin() < 6 or f107.argmin() > CYCLE_MONTHS - 12


def test_single_cycles_stay_within_the_spread_that_the_warning_tells():
    """From the same phase of each observed cycle, against the mean cycle from December 2030."""
    with pytest.warns(decay.MeanSunWarning, match="up to 40 %"):
        mean = decay.lifetime_days(420, start_utc="2030-12-15")
    single = np.array([decay.lifetime_days(420, start_utc=f"{month}-15") for month in MINIMA[:-1]])
    assert np.all(np.abs(single / mean - 1) < 0.42)
    assert np.abs(single / mean - 1).max() > 0.2  # so the words are needed


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


@pytest.mark.parametrize("perigee, length_km", [(50, 2460), (60, 2880), (70, 3610), (80, 5610)])
def test_footprints_of_the_physics_notes(perigee, length_km):
    """Physics 5.2, with the air of NRLMSIS; the factor 1.5 there is for the unknown station, not the sum."""
    same_model = 0.06  # relative: standard atmosphere instead of NRLMSIS, up to 20 % apart above 110 km
    found = decay.footprint(420, perigee_km=perigee)
    assert found.length_km == pytest.approx(length_km, rel=same_model)
    assert 15_000 < found.nearest_km < found.farthest_km < 24_000


def test_entry_of_the_physics_notes():
    """7.90 km/s and -1.27 degrees at 122 km; pieces of 20 and 1,500 kg/m2 from 78 km land 1,145 km apart."""
    from course.decay.footprint import _flown

    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=50) / 1000
    apogee = [radius_km(420), 0.0, speed, 0.0]
    _, _, speed, slope = _flown(apogee, 160.0, 122.0)
    assert speed == pytest.approx(7.90, abs=0.005)
    assert np.degrees(slope) == pytest.approx(-1.27, abs=0.005)
    released = _flown(apogee, 160.0, 78.0)
    near, far = (EARTH_RADIUS_KM * _flown(released, piece, 0.0)[1] for piece in (20.0, 1500.0))
    assert far - near == pytest.approx(1145, rel=0.02)


@pytest.mark.parametrize("perigee", [-1, 81, 419, np.nan, np.inf])
def test_footprints_that_nobody_can_foresee_are_refused(perigee):
    with pytest.raises(ValueError, match="perigee_km must"):
        decay.footprint(420, perigee_km=perigee)


def test_footprints_of_many_aims_are_the_single_ones():
    many = decay.footprint([[270.0], [420.0]], perigee_km=[0.0, 50.0, 80.0])
    assert many.length_km.shape == (2, 3)
    for at, height in enumerate((270, 420)):
        for other, perigee in enumerate((0, 50, 80)):
            single = decay.footprint(height, perigee_km=perigee)
            found = many.nearest_km[at, other], many.farthest_km[at, other], many.entry_km[at, other]
            assert found == pytest.approx((single.nearest_km, single.farthest_km, single.entry_km))
    assert np.all(many.entry_km < many.nearest_km)


def test_the_steps_of_an_entry_agree_with_a_strict_integration():
    """scipy's LSODA with the same air: a body of 160 kg/m2 down to 78 km, and a heavy piece to 10 km."""
    from course.decay.footprint import _flown, _rates

    def strict(state, ballistic, height):
        def arrives(_, y):
            return y[0] - EARTH_RADIUS_KM - height

        def rates(_, y):
            return _rates(y, ballistic)

        arrives.terminal, arrives.direction = True, -1
        exact = {"rtol": 1e-9, "atol": 1e-10}
        return solve_ivp(rates, (0, 9000), state, "LSODA", events=arrives, **exact).y[:, -1]

    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=50) / 1000
    start = [radius_km(420), 0.0, speed, 0.0]
    for ballistic, height in ((160.0, 78.0), (1500.0, 10.0)):
        ours, theirs = _flown(start, ballistic, height), strict(start, ballistic, height)
        assert EARTH_RADIUS_KM * ours[1] == pytest.approx(EARTH_RADIUS_KM * theirs[1], abs=1.0)  # km
        assert ours[2] == pytest.approx(theirs[2], rel=2e-3)


def test_a_piece_that_flies_on_is_no_footprint():
    from course.decay.footprint import _flown

    with pytest.raises(ValueError, match="flies on"):
        _flown([radius_km(420), 0.0, circular_speed_km_s(420), 0.0], 160.0, 100.0)
