"""Passes over a place: what stands in a row, where the time asked for is cut, words and limits.

Authorities: the sky itself, looked at every second (`look_angles`, which Skyfield holds), and definitions.
"""

import re

import numpy as np
import pytest
from coverage_tracks import frozen

from course import coverage, elements
from course.orbits import period_s
from course.tle import checksum

MOSCOW = {"latitude_deg": 55.7558, "longitude_deg": 37.6173}
COLUMNS = [
    *("rise_utc", "culmination_utc", "set_utc", "max_elevation_deg", "visible"),
    *("visible_from_utc", "visible_until_utc", "visible_max_elevation_deg"),
    *("rise_azimuth_deg", "culmination_azimuth_deg", "set_azimuth_deg"),
]
SECOND = np.timedelta64(1_000_000, "us")
WINTER = elements.on("2022-02-18")  # with passes in the dark, in twilight and by day
ignore_age = pytest.mark.filterwarnings("ignore::course.elements.ElementAgeWarning")


def sky(utc, used=WINTER, **place):
    return coverage.look_angles(used, utc, **(MOSCOW | place))


def of_winter(**more):
    return coverage.passes(WINTER, **MOSCOW, **({"start_utc": "2022-02-18", "days": 5} | more))


def moments(column):
    return column.to_numpy().astype("datetime64[us]")


def test_the_columns_and_their_kinds_whether_there_are_passes_or_none():
    for table in (of_winter(), of_winter(min_elevation_deg=85)):
        assert list(table) == COLUMNS
        kinds = {name: table[name].dtype.kind for name in table}
        assert kinds == {name: {"utc": "M", "deg": "f"}.get(name.split("_")[-1], "b") for name in COLUMNS}
    assert len(of_winter()) > 15 and of_winter(min_elevation_deg=85).empty


@pytest.mark.parametrize("lowest", [0, 10, 25])
def test_every_moment_of_a_row_has_its_elevation_and_its_azimuth(lowest):
    found = of_winter(min_elevation_deg=lowest)
    assert len(found) and (found["max_elevation_deg"] >= lowest).all()
    for moment in ("rise", "culmination", "set"):
        seen = sky(moments(found[f"{moment}_utc"]))
        np.testing.assert_allclose(seen.azimuth_deg, found[f"{moment}_azimuth_deg"], atol=1e-9)
        expected = found["max_elevation_deg"] if moment == "culmination" else lowest
        np.testing.assert_allclose(seen.elevation_deg, expected, atol=1e-3)  # degrees: times are to 1 ms
    before, after = (sky(moments(found["rise_utc"]) + step * SECOND).elevation_deg for step in (-1, 1))
    assert (before < lowest).all() and (after > lowest).all()
    before, after = (sky(moments(found["set_utc"]) + step * SECOND).elevation_deg for step in (-1, 1))
    assert (before > lowest).all() and (after < lowest).all()


def test_the_highest_point_is_found_to_a_hundredth_of_a_second():
    found = of_winter()
    at = moments(found["culmination_utc"])
    before, top, after = (sky(at + step * SECOND).elevation_deg for step in (-1, 0, 1))
    beside_s = (after - before) / 2 / (2 * top - after - before)  # top of the parabola through the three
    assert np.abs(beside_s).max() < 0.012


def of_orbit(altitude_km, eccentricity):
    """Return a set of a station in another orbit, without drag: semi-major axis over the equator, shape."""
    laps = 86_400 / period_s(altitude_km)
    line = f"{WINTER.line2[:26]}{round(eccentricity * 1e7):07d}{WINTER.line2[33:52]}{laps:11.8f}"
    line += WINTER.line2[63:68]
    first = f"{WINTER.line1[:33]} .00000000{WINTER.line1[43:53]} 00000-0{WINTER.line1[61:68]}"
    return elements.parse(f"{first}{checksum(first)}\n{line}{checksum(line)}")


ORBITS = {  # mean altitude in km and eccentricity, and how long its longest pass lasts here, in minutes
    "the station": (WINTER, 11),
    "800 km": (of_orbit(800, 0), 16),
    "1,400 km": (of_orbit(1400, 0), 23),
    "2,000 km": (of_orbit(2000, 0), 30),
    "400 to 3,800 km": (of_orbit(2100, 0.2), 26),
}


@pytest.mark.parametrize("orbit", ORBITS)
def test_rise_and_set_are_those_seen_every_second_whatever_the_height(orbit):
    used, longest_minutes = ORBITS[orbit]
    found = of_orbits(used)
    start = np.datetime64("2022-02-18", "us")
    utc = start + np.arange(5 * 86_400) * SECOND
    up = sky(utc, used).elevation_deg >= 0
    for column, times in (("rise_utc", utc[1:][up[1:] & ~up[:-1]]), ("set_utc", utc[:-1][up[:-1] & ~up[1:]])):
        listed = moments(found[column])
        inside = listed[(listed > start) & (listed < utc[-1])]
        between_s = np.abs(times[:, None] - inside).min(axis=0) / SECOND
        assert between_s.max() <= 1
        assert 0 <= len(times) - len(inside) <= 1  # a pass whose top lies outside the time is not listed
    minutes = (found["set_utc"] - found["rise_utc"]).max().total_seconds() / 60
    assert minutes == pytest.approx(longest_minutes, abs=0.5)


def of_orbits(used):
    return coverage.passes(used, **MOSCOW, start_utc="2022-02-18", days=5, min_elevation_deg=0)


@pytest.mark.parametrize("orbit", ORBITS)
def test_the_visible_part_is_the_one_seen_every_second(orbit):
    used, _ = ORBITS[orbit]
    found = of_winter() if used is WINTER else of_orbits(used)
    step_s = 6.0  # a pass is looked at so often, or more often
    none = 0
    for _, row in found.iterrows():
        span = round((row["set_utc"] - row["rise_utc"]).total_seconds())
        utc = np.datetime64(row["rise_utc"], "us") + np.arange(span) * SECOND
        seen = sky(utc, used)
        if not seen.visible.any():
            none += 1
            assert row["visible"] is False or not row["visible"]
            assert row[["visible_from_utc", "visible_until_utc", "visible_max_elevation_deg"]].isna().all()
            continue
        assert row["visible"]
        first, last = utc[seen.visible][[0, -1]]
        late = (np.datetime64(row["visible_from_utc"], "us") - first) / SECOND
        early = (last - np.datetime64(row["visible_until_utc"], "us")) / SECOND
        assert -1 <= late <= step_s and -1.5 < early <= step_s  # a second is left out at the end
        highest = seen.elevation_deg[seen.visible].max()
        assert row["visible_max_elevation_deg"] == pytest.approx(highest, abs=3.0)  # 0.5 degrees a second
        assert row["visible_max_elevation_deg"] <= highest + 0.6
    assert 0 < none < len(found)


@ignore_age
@pytest.mark.parametrize("beside_s", [-0.3, 0.3])
def test_a_pass_at_the_seam_of_two_months_is_listed_once(beside_s):
    """Passes are looked for in stretches of thirty days: a top beside the seam belongs to one of them."""
    iss, place = frozen(), MOSCOW
    day = np.timedelta64(86_400_000_000, "us")
    near = coverage.passes(iss, **place, start_utc=iss.epoch_utc + 30 * day, days=1)
    top = moments(near["culmination_utc"])[2]
    start = top - 30 * day - np.timedelta64(round(beside_s * 1e6), "us")
    whole = moments(coverage.passes(iss, **place, start_utc=start, days=31)["culmination_utc"])
    assert np.abs(whole - top).min() < SECOND / 10
    assert (np.diff(whole) > 60 * SECOND).all()
    parts = [
        moments(coverage.passes(iss, **place, start_utc=start + begin * day, days=days)["culmination_utc"])
        for begin, days in ((0, 29.5), (29.5, 1.5))
    ]
    parts = np.concatenate(parts)
    assert len(parts) == len(whole) and np.abs(parts - whole).max() < SECOND / 50


def test_more_time_brings_more_passes_and_a_higher_horizon_fewer():
    five, two = of_winter(), of_winter(days=2)
    assert five.iloc[: len(two)].equals(two) and len(five) > 2 * len(two)
    assert (five["culmination_utc"] < np.datetime64("2022-02-23")).all()
    assert (five["culmination_utc"] >= np.datetime64("2022-02-18")).all()
    high = of_winter(min_elevation_deg=25)
    tops = five[five["max_elevation_deg"] >= 25]
    assert moments(high["culmination_utc"]).tolist() == moments(tops["culmination_utc"]).tolist()
    assert (moments(high["rise_utc"]) > moments(tops["rise_utc"])).all()
    by_word = coverage.passes(WINTER, **MOSCOW, start_utc="2022-02-18", days=5, min_elevation_deg=10)
    assert by_word.equals(five)


def reason(latitude_deg=55.7558, **more):
    asked = {"longitude_deg": 37.6173, "start_utc": "2022-03-12T12:00", "days": 0.01} | more
    found = coverage.passes(elements.on("2022-03-12"), latitude_deg=latitude_deg, **asked)
    assert found.empty
    return found.attrs["reason"]


def test_a_reason_is_told_in_whole_sentences():
    iss = elements.on("2022-03-12")
    orbit = {"inclination_deg": iss.inclination_deg, "altitude_km": iss.altitude_km}
    south, north = coverage.risen_limits_deg(10, **orbit)
    never = (
        "the station never climbs to 10 degrees: its orbit, inclined by 51.6 degrees, rises that high only"
    )
    assert reason(78.2) == f"at latitude 78.2 {never} as far as latitude {north:.1f}"
    assert reason(-80.0) == f"at latitude -80.0 {never} as far as latitude {south:.1f}"
    assert reason() == (
        "no pass culminates at 10 degrees or higher within these 0.01 days, though at latitude 55.8 the "
        "station does reach that elevation at other times"
    )
    at_25 = reason(min_elevation_deg=25)
    assert at_25.startswith("no pass culminates at 25 degrees or higher within these 0.01 days, though")
    for limit, beyond in (
        (north, 90.0),
        (south, -90.0),
    ):  # the limit itself is reached, the next number is not
        assert "at other times" in reason(limit)
        assert "never climbs" in reason(float(np.nextafter(limit, beyond)))


def test_a_pass_that_is_cut_is_told_in_whole_sentences():
    iss = elements.on("2022-03-12")
    first = coverage.passes(iss, **MOSCOW, start_utc="2022-03-12", days=1).iloc[0]
    rise, top, end = (np.datetime64(first[f"{name}_utc"], "us") for name in ("rise", "culmination", "set"))
    listed = "it is listed with a time that holds its highest point"
    past = f"; when the time begins it is up, and past its highest point; {listed}"
    climbs = f"; when the time ends it is up, and still climbs; {listed}"
    minute = 1 / 1440
    second = minute / 60
    for start, days, said in (
        (top + SECOND, minute, past),
        (end - SECOND, minute, past),
        (end + SECOND, minute, ""),
        (rise, minute, climbs),
        (rise - 50 * SECOND, minute, climbs),
        (rise - 70 * SECOND, minute, ""),
        (top - 30 * SECOND, 29 * second, climbs),
    ):
        told = reason(start_utc=start, days=days)
        assert told[told.index("other times") + len("other times") :] == said


WITH_LAPS = "passes are worked out for low orbits, 11 laps a day or more (got {:.2f})"


def with_laps(laps):
    """Return the frozen set with another number of laps a day."""
    line = f"{frozen().line2[:52]}{laps:11.8f}{frozen().line2[63:68]}"
    return elements.parse(f"{frozen().line1}\n{line}{checksum(line)}")


def test_eleven_laps_a_day_are_enough_and_fewer_are_not():
    ask = {**MOSCOW, "start_utc": frozen().epoch_utc, "days": 0.5}
    assert len(coverage.passes(with_laps(11.0), **ask)) >= 2
    for laps in (10.99999999, 10.5):
        with pytest.raises(ValueError, match=f"^{re.escape(WITH_LAPS.format(laps))}$"):
            coverage.passes(with_laps(laps), **ask)


def test_limits_of_what_is_asked_for():
    assert of_winter(min_elevation_deg=90).empty and len(of_winter(min_elevation_deg=0)) > len(of_winter())
    for change, said in (
        ({"days": 3660.1}, "days must be at most 3660 (got 3660.1)"),
        ({"days": 0}, "days must be above 0 (got 0)"),
        ({"min_elevation_deg": 90.5}, "min_elevation_deg must be at most 90 (got 90.5 degrees)"),
        ({"min_elevation_deg": -0.5}, "min_elevation_deg must be at least 0 (got -0.5 degrees)"),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            of_winter(**change)


def test_the_line_that_asked_is_told_of_an_old_set():
    with pytest.warns(elements.ElementAgeWarning) as caught:
        coverage.passes(WINTER, **MOSCOW, start_utc=WINTER.epoch_utc, days=14.1)
    assert [one.filename for one in caught] == [__file__]


def test_two_weeks_of_passes_need_no_warning(recwarn):
    coverage.passes(WINTER, **MOSCOW, start_utc=WINTER.epoch_utc, days=14)
    assert not recwarn.list
