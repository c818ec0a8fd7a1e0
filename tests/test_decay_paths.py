"""Falls: the path on the way, the time that the observed Sun covers, words and limits.

Authorities: King-Hele's rate of a circular orbit in turning air, scipy's Simpson rule, and definitions.
"""

import math
import re
import warnings

import numpy as np
import pytest
from scipy.integrate import simpson

from course import decay
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.decay.drag import monthly_log_rates

EXACT = 1e-12  # relative: the same formula, rounded
TURNS_RAD_S = 7.292115e-5  # the Earth, WGS84
WHY_HEIGHT = "below 120 km no orbit lasts a lap, above 800 km the table of the air ends"
WHY_BALLISTIC = "mass over drag coefficient times area; the station has 145 kg/m2"
ENDS = np.datetime64("2026-02-01", "us")  # of the observed Sun
MEAN_SUN = (
    "the observed Sun ends with 2026-01; from then on this is the mean of solar cycles 20 to 24, "
    "and a single cycle may shorten or stretch the fall by about half"
)
quiet = pytest.mark.filterwarnings("ignore::course.decay.MeanSunWarning")


@pytest.mark.parametrize("altitude", [120.0, 250.0, 420.0, 800.0])
@pytest.mark.parametrize("f107", [70.0, 200.0])
def test_the_rate_is_that_of_king_hele_in_air_that_turns(altitude, f107):
    radius = EARTH_RADIUS_KM + altitude
    wind = TURNS_RAD_S * radius * math.cos(math.radians(51.64)) / math.sqrt(MU_EARTH_KM3_S2 / radius)
    area = (1 - wind) ** 2 * math.sqrt(MU_EARTH_KM3_S2 * radius) * 1000 * 86400 / 145
    rate = decay.rate_km_day(altitude, f107=f107)
    assert rate == pytest.approx(area * decay.density_kg_m3(altitude, f107=f107), rel=EXACT)
    assert decay.rate_km_day(altitude, f107=f107, ballistic_coefficient_kg_m2=145.0) == rate


@pytest.mark.parametrize(("altitude", "f107"), [(160.0, 250.0), (420.0, 125.0), (700.0, 190.0)])
def test_a_lifetime_is_the_integral_of_one_over_the_rate(altitude, f107):
    one_lifetime = 1e-4  # relative, as the course promises
    heights = np.linspace(120, altitude, 200_001)
    days = simpson(1 / decay.rate_km_day(heights, f107=f107), x=heights)
    assert decay.lifetime_days(altitude, f107=f107) == pytest.approx(days, rel=one_lifetime)


def test_a_steady_fall_knows_no_dates():
    fall = decay.descent(420, f107=125)
    assert fall.start_utc is None and fall.end_utc is None
    assert math.isnan(fall.observed_days) and fall.rests_on_mean_cycle is False
    assert fall.days[0] == 0 and (np.diff(fall.days) > 0).all()
    assert (fall.altitude_km[0], fall.altitude_km[-1]) == (420, 120)
    assert np.diff(fall.altitude_km) == pytest.approx(-300 / 1999, rel=1e-9)  # 2,000 heights at equal steps
    assert fall.lifetime_days == fall.days[-1] == decay.lifetime_days(420, f107=125)


def test_a_fall_under_the_real_sun_knows_its_dates():
    start = np.datetime64("2022-03-12T06:00", "us")
    fall = decay.descent(420, start_utc="2022-03-12T06:00")
    assert fall.start_utc == start and fall.days[0] == 0 and fall.altitude_km[0] == 420
    assert fall.altitude_km[-1] == 120 and (np.diff(fall.altitude_km) < 0).all()
    assert fall.observed_days == (ENDS - start) / np.timedelta64(1, "D")
    assert fall.end_utc == start + np.timedelta64(round(fall.lifetime_days * 86400e6), "us")
    steps = np.diff(fall.days)
    assert steps.max() == 5 and (steps > 0).all()
    depths = np.diff(fall.altitude_km) / (fall.altitude_km[:-1] - 100)
    assert (
        -0.0215 < depths.min() < -0.0185
    )  # a fiftieth of the height above 100 km, at its rate in the beginning


@quiet
def test_a_fall_that_begins_when_the_observed_sun_has_ended_has_none_of_it():
    assert decay.descent(200, start_utc=ENDS).observed_days == 0
    assert decay.descent(200, start_utc="2027-05-01").observed_days == 0
    fall = decay.descent(200, start_utc=ENDS - np.timedelta64(12, "h"))
    assert fall.observed_days == 0.5 and fall.rests_on_mean_cycle is True


@pytest.mark.parametrize(("month", "day"), [("2008-03", 16), ("2001-12", 16)])
def test_in_the_middle_of_a_month_the_rate_is_that_of_the_month(month, day):
    """Fifteen days after its first; 150 km lie on a line of the table, half a metre above it the same air."""
    fall = decay.descent(150.0, start_utc=f"{month}-{day}", ballistic_coefficient_kg_m2=1e4)
    heights = decay.atmosphere.table().altitude_km
    logs = monthly_log_rates(np.datetime64(month), 1)[0]
    own = math.exp(np.interp(fall.altitude_km[:2].mean(), heights, logs)) / 1e4
    first = (fall.altitude_km[0] - fall.altitude_km[1]) / fall.days[1]
    assert first == pytest.approx(own, rel=2e-3)  # over a first step of a few days the Sun moves on a little


def test_between_two_months_the_rate_goes_from_one_to_the_other():
    """At the end of a month it is the geometric mean of both, within the step of a few days."""
    logs = monthly_log_rates(np.datetime64("1989-05"), 2)
    heights = decay.atmosphere.table().altitude_km
    fall = decay.descent(150.0, start_utc="1989-05-31T06:00", ballistic_coefficient_kg_m2=1e5)
    at = fall.altitude_km[:2].mean()
    may, june = (np.interp(at, heights, row) - math.log(1e5) for row in logs)
    assert abs(june - may) > 0.02
    later = (15.25 + fall.days[1] / 2) / (365.2425 / 12)
    first = (fall.altitude_km[0] - fall.altitude_km[1]) / fall.days[1]
    assert math.log(first) == pytest.approx(may + later * (june - may), abs=2e-3)


def test_rates_of_months_are_those_of_their_sun_and_season():
    rates = monthly_log_rates(np.datetime64("2008-03"), 3)
    assert rates.shape == (3, len(decay.atmosphere.table().altitude_km))
    assert (rates[1:] == monthly_log_rates(np.datetime64("2008-04"), 2)).all()
    before = monthly_log_rates(np.datetime64("1957-09"), 2)
    assert (before[0] == before[1]).all()
    strong, mean, weak = (
        monthly_log_rates(np.datetime64("2034-01"), 1, percentile) for percentile in (100, None, 0)
    )
    assert (strong > mean).all() and (mean > weak).all()


@quiet
def test_a_stronger_cycle_shortens_a_fall_and_is_no_mean_one():
    asked = {"start_utc": "2026-02-01"}
    lives = [
        decay.descent(420, percentile=percent, **asked).lifetime_days for percent in (100, 90, 50, 10, 0)
    ]
    assert lives == sorted(lives) and lives[0] < lives[-1] / 1.2
    assert decay.descent(420, **asked).lifetime_days not in lives
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert decay.descent(
            420, percentile=90, **asked
        ).rests_on_mean_cycle  # whoever names a cycle is not warned


def test_what_drag_has_taken_after_some_days():
    asked = {"start_utc": "2022-03-12"}
    fall = decay.descent(420, **asked)
    taken = decay.fallen_km(420, days=[[0.0, fall.days[7]], [fall.lifetime_days, np.nan]], **asked)
    assert taken.tolist()[0] == [0, pytest.approx(420 - fall.altitude_km[7])]
    assert taken[1, 0] == 300 and np.isnan(taken[1, 1])
    assert decay.fallen_km(420, days=1e6, **asked) == 300  # once 120 km are reached, no more is lost
    middle = (fall.days[7] + fall.days[8]) / 2
    assert decay.fallen_km(420, days=middle, **asked) == pytest.approx(420 - fall.altitude_km[7:9].mean())
    assert decay.fallen_km(420, days=middle, ballistic_coefficient_kg_m2=1450, **asked) < 0.11 * 420
    with pytest.raises(ValueError, match=r"days must be at most 1000000 \(got 1000001\)"):
        decay.fallen_km(420, days=1e6 + 1, **asked)


def test_days_up_to_the_end_of_the_observed_sun_need_no_warning():
    asked = {"start_utc": "2026-01-01", "ballistic_coefficient_kg_m2": 1000.0}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        decay.fallen_km(420, days=[1.0, 31.0], **asked)
    with pytest.warns(decay.MeanSunWarning):
        decay.fallen_km(420, days=[1.0, np.nextafter(31.0, 32)], **asked)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # down before the observed Sun ends: what comes later does not matter
        decay.fallen_km(200, days=1e5, start_utc="2022-03-12")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: decay.lifetime_days(420, start_utc="2026-01-01"),
        lambda: decay.descent(420, start_utc="2026-01-01"),
        lambda: decay.fallen_km(420, start_utc="2026-01-01", days=100),
    ],
)
def test_the_mean_cycle_is_told_at_the_line_that_asked(ask):
    with pytest.warns(decay.MeanSunWarning) as caught:
        ask()
    assert [(str(one.message), one.filename) for one in caught] == [(MEAN_SUN, __file__)]


FALLS = [decay.lifetime_days, decay.descent]
ONE_SUN = "give either f107 (steady activity) or start_utc (the real Sun from a date)"
BALLISTIC = "ballistic_coefficient_kg_m2"
SAID = [  # altitude, what else is asked for, and all that is said of it
    (119.0, {}, f"altitude_km must be at least 120 (got 119 km): {WHY_HEIGHT}"),
    (801.0, {}, f"altitude_km must be at most 800 (got 801 km): {WHY_HEIGHT}"),
    (420.0, {BALLISTIC: 0.05}, f"{BALLISTIC} must be at least 0.1 (got 0.05): {WHY_BALLISTIC}"),
    (420.0, {BALLISTIC: 2e5}, f"{BALLISTIC} must be at most 100000 (got 200000): {WHY_BALLISTIC}"),
    (420.0, {"f107": None}, ONE_SUN),
    (420.0, {"start_utc": "2022-03-12"}, ONE_SUN),
]


@pytest.mark.parametrize("function", FALLS)
@pytest.mark.parametrize(("altitude", "more", "said"), SAID)
def test_what_no_fall_can_be_worked_out_for(function, altitude, more, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        function(altitude, **({"f107": 125.0} | more))


def test_a_fall_of_more_than_a_century_is_refused_with_its_numbers():
    stays = "an orbit at 800 km with 290 kg/m2 stays up for more than 100 years"
    said = f"{stays}: nobody knows the Sun of that time"
    for ask in FALLS:
        with pytest.raises(ValueError, match=f"^{said}$"):
            ask(800, start_utc="2022-03-12", ballistic_coefficient_kg_m2=290)
    steady = decay.lifetime_days(800, f107=125, ballistic_coefficient_kg_m2=1000)
    assert steady > 36_525  # under a steady Sun it may


@pytest.mark.parametrize("sun", [{"f107": 125.0}, {"start_utc": "2022-03-12"}])
def test_two_thousand_falls_can_be_asked_for_at_a_time(sun):
    altitudes = np.full(2000, np.nan)
    altitudes[0] = 150
    lives = decay.lifetime_days(altitudes, **sun)
    assert lives[0] == decay.lifetime_days(150, **sun) and np.isnan(lives[1:]).all()
    with pytest.raises(ValueError, match=r"^at most 2,000 can be worked out at a time \(got 2,001\)$"):
        decay.lifetime_days(np.full(2001, np.nan), **sun)


def test_holes_in_each_list_are_holes_of_the_answer_and_the_others_are_worked_out():
    hole = np.nan
    assert np.isnan(decay.lifetime_days(420, f107=[125, hole])).tolist() == [False, True]
    ballistic = {"ballistic_coefficient_kg_m2": [hole, 145]}
    for sun in ({"f107": 125}, {"start_utc": "2022-03-12"}):
        lives = decay.lifetime_days(420, **ballistic, **sun)
        assert np.isnan(lives[0]) and lives[1] == decay.lifetime_days(420, **sun)
    grid = decay.lifetime_days([[300], [420]], f107=[70, 125, 200])
    assert grid.tolist() == [[decay.lifetime_days(h, f107=f) for f in (70, 125, 200)] for h in (300, 420)]
