"""Lines on a flat map, broken at the 180th meridian."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import elements, ground

ISS = elements.on("2022-03-12")


longitudes = st.floats(-720, 720)


latitudes = st.floats(-90, 90)


lines = st.lists(st.tuples(longitudes, latitudes), max_size=12)


@given(lines)
def test_no_drawn_step_is_longer_than_half_the_map_and_no_point_is_lost(line):
    longitude, latitude = (np.array([point[part] for point in line]) for part in (0, 1))
    x, y = ground.split_at_antimeridian(longitude, latitude)
    steps = np.abs(np.diff(x))
    assert (steps[~np.isnan(steps)] <= 180 + 1e-9).all()
    crossings = np.flatnonzero(np.isnan(x))
    assert len(x) == len(longitude) + 3 * len(crossings)
    added = np.concatenate([crossings - 1, crossings, crossings + 1]).astype(int)
    kept = np.delete(np.arange(len(x)), added)
    np.testing.assert_array_equal(y[kept], latitude)  # all points, in their order
    turn = np.abs((x[kept] - longitude + 180) % 360 - 180)
    assert (turn < 1e-9).all()
    assert (np.abs(x[added[~np.isnan(x[added])]]) == 180).all()
    np.testing.assert_array_equal(y[crossings - 1], y[crossings + 1])  # taken up at the same latitude
    np.testing.assert_array_equal(x[crossings - 1], -x[crossings + 1])
    assert np.isfinite(y[~np.isnan(x)]).all()


@pytest.mark.parametrize(
    ("longitude", "latitude", "split"),
    [
        ([170, -170], [0, 10], ([170, 180, math.nan, -180, -170], [0, 5, math.nan, 5, 10])),
        ([-170, 170], [0, 10], ([-170, -180, math.nan, 180, 170], [0, 5, math.nan, 5, 10])),
        ([170, 190], [0, 10], ([170, 180, math.nan, -180, -170], [0, 5, math.nan, 5, 10])),
        ([-179, 175], [89.9, 89.3], ([-179, -180, math.nan, 180, 175], [89.9, 89.8, math.nan, 89.8, 89.3])),
        ([-90, 90], [0, 0], ([-90, 90], [0, 0])),
        ([170, math.nan, -170], [0, math.nan, 10], ([170, math.nan, -170], [0, math.nan, 10])),
        ([5], [5], ([5], [5])),
        ([], [], ([], [])),
    ],
    ids=["eastward", "westward", "past 180", "near the pole", "half a turn", "a gap", "one point", "nothing"],
)
def test_lines_are_led_to_the_edge_and_taken_up_beyond(longitude, latitude, split):
    found = ground.split_at_antimeridian(longitude, latitude)
    np.testing.assert_allclose(found[0], split[0], atol=1e-9)
    np.testing.assert_allclose(found[1], split[1], atol=1e-9)


def test_longitudes_a_rounding_error_past_180_are_no_hole():
    nearly = np.nextafter(-180, -181)
    for longitude in ([nearly, -180.0], [-180.0, nearly], [180.0, -180.0], [nearly, 179.0]):
        found = ground.split_at_antimeridian(longitude, [1, 2])
        assert np.isfinite(found[1][~np.isnan(found[0])]).all()


def test_a_day_of_the_station_crosses_the_edge_once_a_lap():
    track = ground.ground_track(ISS, start_utc="2022-03-12", duration_s=86400, step_s=60)
    x, _ = ground.split_at_antimeridian(track.longitude_deg, track.latitude_deg)
    assert 14 <= np.isnan(x).sum() <= 15  # 15.5 laps against the stars, one less on the turning Earth
    assert np.nanmax(np.abs(np.diff(x))) < 10  # degrees: what a minute moves at 51.8 N


@pytest.mark.parametrize(
    ("longitude", "latitude", "error", "words"),
    [
        ([0, 1], [0], ValueError, r"same length \(got shapes \(2,\) and \(1,\)\)"),
        (5, 5, ValueError, "two lists"),
        ([[0, 1]], [[0, 1]], ValueError, "two lists"),
        ([0, math.inf], [0, 1], ValueError, "longitude_deg must be finite"),
        (
            [0, 1],
            [0, 91],
            ValueError,
            r"latitude_deg must be at most 90 \(got 91 degrees at position \[1\]\)",
        ),
        (["a"], [0], TypeError, "longitude_deg must be a real number"),
        (None, [0], TypeError, "got None"),
    ],
)
def test_wild_lines_are_refused(longitude, latitude, error, words):
    with pytest.raises(error, match=words):
        ground.split_at_antimeridian(longitude, latitude)
