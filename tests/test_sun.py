"""The observed Sun and the mean cycle that follows it."""

from itertools import pairwise

import numpy as np
import pytest

from course import decay
from course.decay.sun import CYCLE_MONTHS, MINIMA


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
    with pytest.warns(decay.MeanSunWarning, match="by about half"):
        mean = decay.lifetime_days(420, start_utc="2030-12-15")
    single = np.array([decay.lifetime_days(420, start_utc=f"{month}-15") for month in MINIMA[:-1]])
    assert np.all(np.abs(single / mean - 1) < 0.42)
    assert np.abs(single / mean - 1).max() > 0.2  # so the words are needed


@pytest.mark.filterwarnings("ignore::course.decay.MeanSunWarning")
def test_the_spread_of_a_start_in_2026_is_about_half():
    """A Sun between the first and the last tenth of the past cycles, against their mean."""
    mean = decay.lifetime_days(420, start_utc="2026-03-01")
    low, high = (
        decay.descent(420, start_utc="2026-03-01", percentile=percent).lifetime_days / mean - 1
        for percent in (90, 10)
    )
    assert low == pytest.approx(-0.5, abs=0.1) and high == pytest.approx(0.5, abs=0.1)


def test_percentiles_of_the_past_cycles_enclose_the_mean_and_hold_the_range_of_a_life():
    """Month by month between the weakest and the strongest of five; a strong Sun shortens a life."""
    weak, strong = (decay.cycle_percentile(percent)[0] for percent in (0, 100))
    mean, _ = decay.mean_cycle()
    assert np.all((weak <= mean) & (mean <= strong)) and (strong - weak).max() > 50  # sfu
    lives = [
        decay.descent(420, start_utc="2026-02-01", percentile=percent).lifetime_days
        for percent in (90, 50, 10)
    ]
    assert lives == sorted(lives) and lives[-1] > 1.5 * lives[0]
    before = [decay.descent(420, start_utc="2022-03-12", percentile=one).lifetime_days for one in (10, 90)]
    assert before[0] == pytest.approx(before[1], rel=1e-9)  # the observed Sun is no forecast


@pytest.mark.parametrize("percent", [-1, 101, np.nan, "high", None])
def test_a_percentile_without_meaning_is_refused(percent):
    with pytest.raises((ValueError, TypeError), match="percent must"):
        decay.cycle_percentile(percent)
