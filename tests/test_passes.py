"""Passes over a place. Authorities: NASA's published passes of February 2022, Skyfield, DE421."""

import csv
import gzip
import os
import warnings
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from coverage_tracks import frozen
from skyfield.api import EarthSatellite, wgs84
from skyfield_reference import TIMESCALE, skyfield_times

from course import cities, coverage, elements
from course.tle import checksum

HERE = Path(__file__).parent / "authorities"
AUTHORITIES = os.environ.get("COURSE_AUTHORITIES")
MOSCOW = {"latitude_deg": 55.7558, "longitude_deg": 37.6173}
PLACES = {
    "Moscow": MOSCOW,
    "St Petersburg": {"latitude_deg": 59.94, "longitude_deg": 30.31},
    "Murmansk": {"latitude_deg": 68.97, "longitude_deg": 33.08},
    "Sochi": {"latitude_deg": 43.60, "longitude_deg": 39.73},
    "Vladivostok": {"latitude_deg": 43.12, "longitude_deg": 131.89},
    "Novosibirsk": {"latitude_deg": 55.03, "longitude_deg": 82.92},
    "Orenburg": {"latitude_deg": 51.77, "longitude_deg": 55.10},
}
YEAR_DAYS = 365


# --- against Skyfield


def test_passes_against_skyfield_events():
    used = elements.on("2022-03-12T18:45")
    satellite = EarthSatellite(used.line1, used.line2, "ISS", TIMESCALE)
    for name in ("Moscow", "Vladivostok", "St Petersburg"):
        site = wgs84.latlon(PLACES[name]["latitude_deg"], PLACES[name]["longitude_deg"])
        utc = np.array(["2022-03-10", "2022-03-17"], "M8[us]")
        when, kind = satellite.find_events(site, *skyfield_times(utc), altitude_degrees=10.0)
        theirs = np.array([t.utc_datetime().replace(tzinfo=None) for t in when], "M8[us]")
        found = coverage.passes(used, **PLACES[name], start_utc="2022-03-10", days=7)
        top = theirs[kind == 1]
        assert len(found) == len(top) > 15
        for column, number in (("rise_utc", 0), ("culmination_utc", 1), ("set_utc", 2)):
            off = (found[column].to_numpy() - theirs[kind == number]) / np.timedelta64(1, "s")
            assert np.abs(off).max() < 0.5, (name, column)  # seconds: find_events stops at half a second


# --- NASA's list


def read_nasa(path):
    """Return NASA's rows as city, moment of first sight, minutes, greatest elevation."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as table:
        return list(csv.DictReader(line for line in table if not line.startswith("#")))


NASA_CITIES = {
    "Athens": "GRC",
    "Wolfsburg": "DEU",
    "Wuerzburg": "DEU",
    "Tokyo": "JPN",
    "Rome": "ITA",
    "Sapporo": "JPN",
    "New_Delhi": "IND",
    "Nairobi": "KEN",
    "Dublin": "IRL",
    "Mexico_City": "MEX",
    "Budapest": "HUN",
    "Windhoek": "NAM",
}


@cache
def our_passes(city):
    """Return our passes of NASA's days, each day with the element set nearest to its noon."""
    import pandas as pd

    row = cities.find(city.replace("_", " ").replace("Wuerz", "Würz"), country=NASA_CITIES[city])
    days = np.arange("2022-02-11", "2022-02-27", dtype="M8[D]")
    return pd.concat(
        coverage.passes(
            elements.on(day + np.timedelta64(12, "h")),
            latitude_deg=row["latitude_deg"],
            longitude_deg=row["longitude_deg"],
            start_utc=day,
            days=1,
        )
        for day in days
    )


def compare(city, begins_utc, max_elevation_deg):
    """Return our elevation minus NASA's and our first sight after NASA's minute, in s, or None."""
    seen = our_passes(city).query("visible")
    late = (seen["visible_from_utc"] - np.datetime64(begins_utc, "us")).dt.total_seconds()
    same = seen[late.abs() < 300]
    if same.empty:
        return None
    first = same.iloc[0]
    return first["visible_max_elevation_deg"] - float(max_elevation_deg), late[late.abs() < 300].iloc[0]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{row['city']} {row['begins_utc']}", marks=pytest.mark.long if at % 3 else ())
        for at, row in enumerate(read_nasa(HERE / "nasa_passes_2022-02.csv"))
    ],
)
def test_a_dozen_passes_that_nasa_published(row):
    elevation, late = compare(row["city"], row["begins_utc"], row["max_elevation_deg"])
    assert abs(elevation) < 4  # degrees: where the station leaves the shadow it moves half a degree a second
    assert -10 < late < 70  # seconds: NASA's times are cut to the minute


@pytest.mark.slow
@pytest.mark.skipif(not AUTHORITIES, reason="needs NASA's whole list: set COURSE_AUTHORITIES to its folder")
def test_all_passes_of_twelve_cities_that_nasa_published():
    import datetime as dt

    rows = [
        row
        for row in read_nasa(Path(AUTHORITIES) / "nasa_sightings_2022-02.csv.gz")
        if row["city"] in NASA_CITIES
    ]
    found = []
    for row in rows:
        begins = dt.datetime.strptime(f"{row['utc_date']} {row['utc_time']}", "%b %d, %Y %H:%M")
        found.append(compare(row["city"], begins, row["max_elevation"]))
    assert len(rows) == 114 and None not in found  # every one is reproduced
    elevation, late = np.abs(np.array(found)).T
    assert np.median(elevation) < 0.4 and np.quantile(elevation, 0.9) < 1.5 and elevation.max() < 4  # degrees
    assert np.median(late) < 40 and late.max() < 70  # seconds; half a minute is the cutting


# --- reference numbers of the frozen year


@cache
def year_over(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", elements.ElementAgeWarning)
        return coverage.passes(
            frozen(), **PLACES[name], start_utc=frozen().epoch_utc, days=YEAR_DAYS, min_elevation_deg=0
        )


@pytest.mark.parametrize(
    "name, highest, above_0, above_10, above_25",
    [
        ("Moscow", 41.2, 5.67, 4.02, 2.27),
        pytest.param("St Petersburg", 20.3, 5.13, 3.00, 0, marks=pytest.mark.long),
        ("Murmansk", 3.5, 3.01, 0, 0),
        pytest.param("Vladivostok", 89, 6.81, 5.68, 3.18, marks=pytest.mark.long),
        pytest.param("Orenburg", 90, 6.10, 4.67, 3.40, marks=pytest.mark.long),
    ],
)
def test_passes_of_a_year(name, highest, above_0, above_10, above_25):
    top = year_over(name)["max_elevation_deg"]
    assert top.max() == pytest.approx(highest, abs=1 if highest > 80 else 0.15)  # degrees
    for lowest, per_day in ((0, above_0), (10, above_10), (25, above_25)):
        assert (top >= lowest).sum() / YEAR_DAYS == pytest.approx(per_day, abs=0.1)


def test_minutes_and_dark_passes_of_moscow():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", elements.ElementAgeWarning)
        found = coverage.passes(frozen(), **MOSCOW, start_utc=frozen().epoch_utc, days=YEAR_DAYS)
    minutes = (found["set_utc"] - found["rise_utc"]).dt.total_seconds().sum() / 60
    assert minutes / YEAR_DAYS == pytest.approx(21.3, abs=0.3)
    assert found["visible"].sum() / YEAR_DAYS == pytest.approx(0.91, abs=0.1)


# --- what a pass is


def test_columns_and_order_within_a_pass():
    found = coverage.passes(elements.on("2022-02-18"), **MOSCOW, start_utc="2022-02-18", days=3)
    first = ["rise_utc", "culmination_utc", "set_utc", "max_elevation_deg", "visible"]
    assert list(found)[:5] == first and found.attrs["reason"] == ""
    assert (found["rise_utc"] < found["culmination_utc"]).all() and (
        found["culmination_utc"] < found["set_utc"]
    ).all()
    assert found["culmination_utc"].is_monotonic_increasing
    seen = found[found["visible"]]
    assert len(seen) and (seen["visible_from_utc"] >= seen["rise_utc"]).all()
    assert (seen["visible_until_utc"] <= seen["set_utc"]).all()
    assert (seen["visible_max_elevation_deg"] <= seen["max_elevation_deg"] + 1e-9).all()
    top = seen[seen["culmination_utc"].between(seen["visible_from_utc"], seen["visible_until_utc"])]
    assert len(top) and (top["visible_max_elevation_deg"] - top["max_elevation_deg"]).abs().max() < 1e-9
    assert found[~found["visible"]]["visible_from_utc"].isna().all()
    at_rise = coverage.look_angles(elements.on("2022-02-18"), found["rise_utc"].to_numpy(), **MOSCOW)
    assert np.abs(at_rise.elevation_deg - 10).max() < 1e-3
    assert np.abs(at_rise.azimuth_deg - found["rise_azimuth_deg"]).max() < 1e-6


def test_a_place_that_never_sees_the_station_gets_a_reason():
    used = elements.on("2022-03-12")
    for latitude in (78.2, -80.0):
        found = coverage.passes(
            used, latitude_deg=latitude, longitude_deg=15.6, start_utc="2022-03-12", days=2
        )
        assert found.empty and found.columns[0] == "rise_utc"
        assert "never climbs to 10 degrees" in found.attrs["reason"]
    short = coverage.passes(used, **MOSCOW, start_utc="2022-03-12T12:00", days=0.01)
    assert short.empty and "at other times" in short.attrs["reason"]
    murmansk = coverage.passes(
        used, **PLACES["Murmansk"], start_utc="2022-03-12", days=1, min_elevation_deg=0
    )
    assert 2 <= len(murmansk) <= 4 and murmansk["max_elevation_deg"].max() < 3.6


def test_the_poles_and_turns_of_longitude():
    used = elements.on("2022-03-12")
    pole = coverage.passes(
        used, latitude_deg=90, longitude_deg=0, start_utc="2022-03-12", days=1, min_elevation_deg=0
    )
    assert pole.empty and "never" in pole.attrs["reason"]
    date_line = [
        coverage.passes(used, latitude_deg=52, longitude_deg=lon, start_utc="2022-03-12", days=1)
        for lon in (180, -180, 540)
    ]
    assert len(date_line[0]) and date_line[0].equals(date_line[1]) and date_line[0].equals(date_line[2])


def test_dates_outside_the_elements_warn():
    with pytest.warns(elements.ElementAgeWarning, match="days after its epoch"):
        coverage.passes(elements.on("2022-03-12"), **MOSCOW, start_utc="2022-05-01", days=0.1)


def test_the_age_of_a_set_is_said_once(recwarn):
    old = elements.on("2022-03-12")
    ends = old.epoch_utc + np.array([0, 20]).astype("timedelta64[D]")
    for ask in (
        lambda: coverage.look_angles(old, ends, **MOSCOW),  # one moment of several is enough
        lambda: coverage.look_angles(old, ends[::-1], **MOSCOW),
        lambda: coverage.passes(old, **MOSCOW, start_utc=ends[1], days=0.1),
        lambda: coverage.passes(old, **MOSCOW, start_utc=ends[1] - np.timedelta64(7, "D"), days=7),
    ):
        recwarn.clear()
        ask()
        assert ["20 days after its epoch" in str(one.message) for one in recwarn] == [True]
        assert recwarn[0].category is elements.ElementAgeWarning


@pytest.mark.parametrize(
    "change, error, message",
    [
        ({"latitude_deg": 91}, ValueError, "at most 90"),
        ({"latitude_deg": np.nan}, ValueError, "latitude_deg must be one number"),
        ({"longitude_deg": [0, 1]}, ValueError, "longitude_deg must be one number"),
        ({"longitude_deg": np.inf}, ValueError, "finite"),
        ({"days": 0}, ValueError, "days must be above 0"),
        ({"days": 1e9}, ValueError, "days must be at most"),
        ({"days": np.nan}, ValueError, "days must be one number"),
        ({"min_elevation_deg": -5}, ValueError, "min_elevation_deg must be at least 0"),
        ({"min_elevation_deg": 91}, ValueError, "min_elevation_deg must be at most 90"),
        ({"start_utc": "yesterday"}, ValueError, "start_utc"),
        ({"latitude_deg": "55"}, TypeError, "latitude_deg"),
    ],
)
def test_bad_questions_are_refused(change, error, message):
    question = {**MOSCOW, "start_utc": "2022-03-12", "days": 1.0} | change
    with pytest.raises(error, match=message):
        coverage.passes(elements.on("2022-03-12"), **question)


def test_a_text_is_no_element_set():
    for ask in (coverage.passes, coverage.look_angles):
        with pytest.raises(TypeError, match="must be an ElementSet"):
            question = (
                {"start_utc": "2022-03-12", "days": 1} if ask is coverage.passes else {"utc": "2022-03-12"}
            )
            ask("2022-03-12", **MOSCOW, **question)


def test_high_orbits_are_refused():
    line = f"{frozen().line2[:52]}{1.0027:11.8f}{frozen().line2[63:68]}"  # one lap a day
    high = elements.parse(f"{frozen().line1}\n{line}{checksum(line)}")
    with pytest.raises(ValueError, match="low orbits"):
        coverage.passes(high, **MOSCOW, start_utc="2022-03-12", days=1)


def test_a_pass_that_the_time_cuts_is_spoken_of():
    iss = elements.on("2022-03-12")
    moscow = {"latitude_deg": 55.75, "longitude_deg": 37.62}
    first = coverage.passes(iss, **moscow, start_utc="2022-03-12", days=1).iloc[0]
    minute = np.timedelta64(60, "s")
    late = coverage.passes(iss, **moscow, start_utc=first["culmination_utc"] + minute, days=1 / 1440)
    assert late.empty and "it is up, and past its highest point" in late.attrs["reason"]
    early = coverage.passes(iss, **moscow, start_utc=first["rise_utc"], days=1 / 1440)
    assert early.empty and "it is up, and still climbs" in early.attrs["reason"]


@pytest.mark.parametrize(("seconds", "listed"), [(-0.5, False), (0.5, True)])
def test_a_pass_belongs_to_the_time_that_holds_its_highest_point(seconds, listed):
    iss, day = elements.on("2022-03-12"), np.timedelta64(1, "D")
    top = coverage.passes(iss, **MOSCOW, start_utc="2022-03-12", days=1)["culmination_utc"].iloc[0]
    top, after = np.datetime64(top, "us"), np.timedelta64(round(seconds * 1e6), "us")
    until, since = (
        coverage.passes(iss, **MOSCOW, start_utc=start, days=1)["culmination_utc"]
        for start in (top + after - day, top - after)
    )
    apart = np.timedelta64(1, "s")
    assert any(abs(until - top) < apart) == listed
    assert any(abs(since - top) < apart) == listed


@pytest.mark.long
def test_above_the_horizon_every_day_and_visible_on_half_of_them():
    """Moscow, a year of one element set: what rises is not yet seen. By another hand: 184 of 365 days."""
    iss, moscow = elements.on("2022-03-12"), cities.find("Moscow")
    place = {"latitude_deg": moscow.latitude_deg, "longitude_deg": moscow.longitude_deg}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts = [
            coverage.passes(iss, **place, start_utc=np.datetime64("2022-03-12") + start, days=73)
            for start in range(0, 365, 73)
        ]
    rises = {day for part in parts for day in part["culmination_utc"].dt.date}
    visible = sorted({day for part in parts for day in part.query("visible")["culmination_utc"].dt.date})
    assert len(rises) == 365
    assert 365 - len(visible) == pytest.approx(184, abs=3)
    longest = max((after - before).days - 1 for before, after in pairwise(visible))
    assert longest == pytest.approx(34, abs=1)
