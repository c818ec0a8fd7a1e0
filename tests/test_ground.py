"""Sub-satellite points and tracks.

Authorities: Skyfield as documented (`wgs84.geographic_position_of`, built-in timescale), five packages that
computed one point (the course's physics notes, section 0), and definitions.
"""

import math
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skyfield_reference import apart_m, skyfield_points

from course import elements, ground
from course.elements import ElementAgeWarning, ElementSet
from course.ground.track import BLOCK_POINTS, NODE_SPACING_S

SKYFIELD_M = 0.005  # the bar of the course; seen: 2.9 mm, of which Skyfield's own latitude makes 2.7
INTERPOLATION_M = 0.001  # the eight-point rule; seen: 0.006 mm
ISS = elements.on("2022-03-12")
ignore_age = pytest.mark.filterwarnings("ignore::course.elements.ElementAgeWarning")

# The same set with a hundred times its drag: SGP4 reports a decay within the year.
DECAYING = ElementSet(
    "1 25544U 98067A   22071.78032407  .00021395  00000-0  39008-1 0  9994",
    "2 25544  51.6424  94.0370 0004047 256.5103  89.8846 15.49386383330227",
)


def points_of(track):
    """Return latitude, longitude and height of a track."""
    return track.latitude_deg, track.longitude_deg, track.height_km


def test_one_point_against_five_implementations():
    # Skyfield, astropy, satkit, brahe and a hand-written GMST82 at 2022-03-12 19:00:00 UTC: their spread is
    # 0.0004 degrees (UT1 taken as UTC or not) and 0.011 km.
    latitude, longitude, height = ground.sub_satellite_points(ISS, "2022-03-12T19:00")
    assert latitude == pytest.approx(36.86904, abs=0.001)
    assert longitude == pytest.approx(34.74798, abs=0.001)
    assert height == pytest.approx(423.750, abs=0.02)
    assert type(latitude) is type(longitude) is type(height) is float


# Skyfield as documented


@pytest.mark.parametrize(
    "known", elements.shipped()[::4], ids=lambda known: str(known.epoch_utc.astype("M8[D]"))
)
def test_points_near_the_epochs_of_27_years(known):
    offsets = np.linspace(-6 * 86400e6, 6 * 86400e6, 16).round().astype("timedelta64[us]")
    utc = known.epoch_utc + offsets
    assert apart_m(ground.sub_satellite_points(known, utc), skyfield_points(known, utc)).max() < SKYFIELD_M


@ignore_age
def test_a_frozen_set_over_five_years():
    random = np.random.default_rng(20220312)
    seconds = random.uniform(-2.5 * 365.25 * 86400, 2.5 * 365.25 * 86400, 400)
    light = elements.on("2022-03-05")  # its drag is weak enough to hold that long
    utc = light.epoch_utc + np.round(seconds * 1e6).astype("timedelta64[us]")  # unsorted, odd microseconds
    assert apart_m(ground.sub_satellite_points(light, utc), skyfield_points(light, utc)).max() < SKYFIELD_M


@ignore_age
@pytest.mark.parametrize(
    "midnight", ["1999-01-01", "2006-01-01", "2009-01-01", "2012-07-01", "2015-07-01", "2017-01-01"]
)
def test_points_and_tracks_across_leap_seconds(midnight):
    midnight = np.datetime64(midnight, "us")
    known = min(elements.shipped(), key=lambda one: abs(one.age_days(midnight)))
    track = ground.ground_track(
        known, start_utc=midnight - np.timedelta64(300, "s"), duration_s=600, step_s=7.5
    )
    expected = skyfield_points(known, track.utc)
    assert apart_m(points_of(track), expected).max() < SKYFIELD_M
    assert apart_m(ground.sub_satellite_points(known, track.utc), expected).max() < SKYFIELD_M
    # Not empty: a second of the Earth's turn forgotten or counted twice would be 290 m to 460 m.
    assert (track.utc < midnight).sum() == (track.utc >= midnight).sum() == 40


@ignore_age
def test_a_frozen_year_as_the_coverage_lesson_uses_it():
    track = ground.ground_track(ISS, start_utc="2022-03-12", duration_s=365 * 86400, step_s=60)
    assert len(track) == 365 * 1440
    chosen = np.random.default_rng(1).integers(0, len(track), 300)
    sample = tuple(part[chosen] for part in points_of(track))
    assert apart_m(sample, skyfield_points(ISS, track.utc[chosen])).max() < SKYFIELD_M
    # physics notes 2.1: geodetic 51.798 N reached in a year (Skyfield 51.7979)
    assert track.latitude_deg.max() == pytest.approx(51.798, abs=0.005)
    assert track.latitude_deg.min() == pytest.approx(-51.798, abs=0.005)


# Tracks


@pytest.mark.parametrize("step", [0.1, 0.7, 1, 7, 10, 29.9, 30, 31, 59, 60, 61, 180, 600])
@pytest.mark.parametrize("start", ["2022-03-12", "2022-03-11T23:59:59.123457"])
def test_a_track_is_its_points(start, step):
    duration = 333.4 * step  # not a multiple of the step
    track = ground.ground_track(ISS, start_utc=start, duration_s=duration, step_s=step)
    assert len(track) == 334
    moments = np.datetime64(start, "us") + np.round(np.arange(334) * step * 1e6).astype("timedelta64[us]")
    np.testing.assert_array_equal(track.utc, moments)
    assert apart_m(points_of(track), ground.sub_satellite_points(ISS, track.utc)).max() < INTERPOLATION_M


@ignore_age
@pytest.mark.parametrize("step", [10, 0.1, 45])
def test_blocks_join_without_a_seam(step):
    points = 2 * BLOCK_POINTS + 100
    track = ground.ground_track(ISS, start_utc="2022-03-12", duration_s=points * step, step_s=step)
    per_node = max(1, int(NODE_SPACING_S // step))
    block = BLOCK_POINTS // per_node * per_node
    edges = np.concatenate(
        [np.arange(-5, 5) + block, np.arange(-5, 5) + 2 * block, [0, 1, points - 2, points - 1]]
    )
    edge_points = tuple(part[edges] for part in points_of(track))
    assert apart_m(edge_points, ground.sub_satellite_points(ISS, track.utc[edges])).max() < INTERPOLATION_M


@given(st.integers(1, 10**8), st.integers(1, 40), st.integers(0, 86_399_999_999))
def test_any_step_in_whole_microseconds(step_us, points, start_us):
    start = np.datetime64("2022-03-12", "us") + np.timedelta64(start_us, "us")
    step = step_us / 1e6
    track = ground.ground_track(ISS, start_utc=start, duration_s=points * step, step_s=step)
    np.testing.assert_array_equal(track.utc, start + np.arange(points) * np.timedelta64(step_us, "us"))
    assert apart_m(points_of(track), ground.sub_satellite_points(ISS, track.utc)).max() < INTERPOLATION_M
    assert (track.longitude_deg >= -180).all()
    assert (track.longitude_deg < 180).all()


def test_an_empty_track_is_a_track():
    track = ground.ground_track(ISS, start_utc="2022-03-12", duration_s=0, step_s=10)
    assert len(track) == 0
    for part in (track.utc, *points_of(track)):
        assert part.shape == (0,)
    assert track.utc.dtype == "M8[us]"


def test_the_end_is_left_out_and_the_start_is_in():
    assert len(ground.ground_track(ISS, start_utc="2022-03-12", duration_s=60, step_s=20)) == 3
    assert len(ground.ground_track(ISS, start_utc="2022-03-12", duration_s=60.001, step_s=20)) == 4
    assert len(ground.ground_track(ISS, start_utc="2022-03-12", duration_s=0.3, step_s=0.1)) == 3
    assert len(ground.ground_track(ISS, start_utc="2022-03-12", duration_s=5, step_s=600)) == 1


@ignore_age
def test_a_leap_day_has_its_track():
    near = elements.nearest("2024-02-29")
    track = ground.ground_track(near, start_utc="2024-02-28T23:50", duration_s=86400 + 1200, step_s=600)
    days, points = np.unique(track.utc.astype("M8[D]"), return_counts=True)
    assert dict(zip(days.astype(str), points, strict=True)) == {
        "2024-02-28": 1,
        "2024-02-29": 144,
        "2024-03-01": 1,
    }


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"duration_s": -1}, ValueError, r"duration_s must be at least 0 \(got -1 s\)"),
        ({"duration_s": math.nan}, ValueError, "duration_s must be one number"),
        ({"duration_s": math.inf}, ValueError, "duration_s must be finite"),
        ({"duration_s": 1e15}, ValueError, "duration_s must be at most"),
        ({"duration_s": "1 day"}, TypeError, "got '1 day'"),
        ({"step_s": 0}, ValueError, r"step_s must be at least 1e-06 \(got 0 s\): time has to move on"),
        ({"step_s": -10}, ValueError, "got -10 s"),
        ({"step_s": 1e-9}, ValueError, "microseconds"),
        ({"step_s": math.nan}, ValueError, "step_s must be one number"),
        ({"step_s": [1, 2]}, ValueError, "step_s must be one number"),
        ({"start_utc": "2022-02-29"}, ValueError, "start_utc must look like"),
        ({"start_utc": np.datetime64("NaT")}, ValueError, "got NaT"),
        ({"start_utc": 2022}, TypeError, "start_utc must be a date"),
        ({"elements": "2022-03-12"}, TypeError, r"elements must be an ElementSet.*\(got '2022-03-12'\)"),
        ({"elements": None}, TypeError, "got None"),
    ],
)
def test_wild_tracks_are_refused(changed, error, words):
    asked = {"elements": ISS, "start_utc": "2022-03-12", "duration_s": 60, "step_s": 10} | changed
    with pytest.raises(error, match=words):
        ground.ground_track(asked.pop("elements"), **asked)


def test_steps_of_a_microsecond_do_not_take_all_memory():
    track = ground.ground_track(ISS, start_utc="2022-03-12", duration_s=3e-6, step_s=1e-6)
    assert len(track) == 3


@ignore_age
@pytest.mark.parametrize("step", [10, 600])
def test_decayed_elements_are_said_with_moment_and_reason(step):
    words = r"of the ISS \(25544\) of 2022-03-12 gives no orbit for .* UTC, .*: decayed\. .* 2022-03-21"
    with pytest.raises(ValueError, match=words):
        ground.ground_track(DECAYING, start_utc="2022-03-12", duration_s=299 * 86400, step_s=step)
    with pytest.raises(ValueError, match=words):
        ground.sub_satellite_points(DECAYING, ["2022-03-12", "2023-01-06"])


def test_age_is_warned_of_at_the_line_that_asked():
    with pytest.warns(ElementAgeWarning, match="30 days after") as caught:
        ground.ground_track(ISS, start_utc=ISS.epoch_utc, duration_s=30 * 86400, step_s=600)
    assert caught[0].filename == __file__
    with pytest.warns(ElementAgeWarning, match="20 days before") as caught:
        ground.sub_satellite_points(ISS, ISS.epoch_utc - np.timedelta64(20, "D"))
    assert caught[0].filename == __file__
    for days, side in ((20, "after"), (-20, "before")):  # one moment of many is enough
        ends = ISS.epoch_utc + np.array([0, days]).astype("timedelta64[D]")
        with pytest.warns(ElementAgeWarning, match=f"20 days {side}"):
            ground.sub_satellite_points(ISS, ends)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ground.ground_track(ISS, start_utc="2022-03-12", duration_s=86400, step_s=60)


# Points at any moments


def test_unsorted_moments_keep_their_order_and_shape():
    utc = np.datetime64("2022-03-12", "us") + np.array([[900, 0], [86400, 300]]).astype("timedelta64[s]")
    together = ground.sub_satellite_points(ISS, utc)
    for place in np.ndindex(2, 2):
        alone = ground.sub_satellite_points(ISS, utc[place])
        tolerance = 1e-9  # degrees and km: days are counted from the first moment
        assert all(abs(part[place] - one) < tolerance for part, one in zip(together, alone, strict=True))


def test_lists_and_pandas_columns_of_moments():
    texts = ["2022-03-12", "2022-03-12T19:00:00"]
    expected = ground.sub_satellite_points(ISS, np.array(texts, "M8[us]"))
    for moments in (texts, pd.DatetimeIndex(np.array(texts, "M8[ns]")), pd.Series(np.array(texts, "M8[s]"))):
        np.testing.assert_array_equal(ground.sub_satellite_points(ISS, moments), expected)


def test_no_moments_give_no_points():
    assert [part.shape for part in ground.sub_satellite_points(ISS, [])] == [(0,)] * 3


def test_a_text_is_no_element_set():
    for ask in (
        lambda: ground.sub_satellite_points("2022-03-12", "2022-03-12"),
        lambda: ground.ground_track("2022-03-12", start_utc="2022-03-12", duration_s=60, step_s=60),
        lambda: ground.ascending_nodes("2022-03-12", start_utc="2022-03-12", laps=1),
    ):
        with pytest.raises(TypeError, match="must be an ElementSet"):
            ask()


@pytest.mark.parametrize(
    ("utc", "error", "words"),
    [
        (np.array(["2022-03-12", "NaT"], "M8[us]"), ValueError, "NaT"),
        (["2022-03-12", None], TypeError, "got None"),
        ("2022-02-29", ValueError, "must look like"),
        (np.array([0.5]), TypeError, "utc must be a date"),
    ],
)
def test_what_is_no_moment_is_refused(utc, error, words):
    with pytest.raises(error, match=words):
        ground.sub_satellite_points(ISS, utc)


# Tracks that are too long, and the end of a long step


def test_a_track_that_no_memory_holds_is_refused():
    with pytest.raises(ValueError, match=r"a track may have 40,000,000 points \(got 86,400,000,000"):
        ground.ground_track(ISS, start_utc="2022-03-12", duration_s=86400, step_s=1e-6)


def test_a_track_of_long_steps_asks_for_nothing_beyond_its_end():
    """Five days after the last point there is no orbit; a point does not need it."""
    last = DECAYING.validity.last_days * 86400
    track = ground.ground_track(DECAYING, start_utc=DECAYING.epoch_utc, duration_s=last, step_s=5 * 86400)
    assert track.height_km.tolist() == ground.sub_satellite_points(DECAYING, track.utc)[2].tolist()
