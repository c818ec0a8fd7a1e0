"""The model of drag beside the record: how fast the real station sank between two reboosts.

Authority: element sets of the ISS, those of the course and of CelesTrak.
"""

import csv
import os
import warnings
from pathlib import Path

import numpy as np
import pytest

from course import decay, elements, history
from tools.data import dense_stretches

RATE_FACTOR = 1.3  # what a decay rate is good to: NRLMSIS and the ballistic coefficient together


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
    assert np.all((ratios < 1.05 * RATE_FACTOR) & (ratios > 1 / RATE_FACTOR))  # two single heights each
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


def test_every_dense_stretch_lies_within_the_range_of_the_drag():
    """Dozens of element sets each: the drag that is asked for, against `DRAG_RANGE` and the middle of it."""
    table = history.dense_stretches()
    asked = table["rate_m_day"].to_numpy() / computed_rates(table)
    weak, strong = decay.DRAG_RANGE
    assert len(asked) == 7 and np.all((asked > weak) & (asked < strong))
    mean = asked @ table["days"] / table["days"].sum()
    assert mean == pytest.approx(1, abs=0.05)


@pytest.mark.skipif("COURSE_AUTHORITIES" not in os.environ, reason="needs the dense record of element sets")
def test_the_dense_stretches_are_those_of_the_record():
    path = Path(os.environ["COURSE_AUTHORITIES"]) / "iss_omm_2024-09_2025-03.csv"
    with path.open(newline="", encoding="utf-8") as file:
        record = {row["EPOCH"]: float(row["mean_alt_km"]) for row in csv.DictReader(file)}
    epochs = np.array(sorted(record), dtype="M8[us]")
    found = dense_stretches.stretches(epochs, np.array([record[epoch] for epoch in sorted(record)]))
    rates = [float(row[5]) for row in found]
    assert rates == pytest.approx(history.dense_stretches()["rate_m_day"].tolist(), abs=0.05)


def test_the_unfinished_station_sank_faster_than_one_of_145():
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
