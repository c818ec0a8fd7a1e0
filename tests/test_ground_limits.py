"""Ground tracks: limits and their words, means over laps, edges of a map. Authority: definitions."""

import math
import re

import numpy as np
import pytest
from coverage_tracks import frozen
from hypothesis import given
from hypothesis import strategies as st

from course import elements, ground
from course.constants import EARTH_RADIUS_KM
from course.ground import GroundTrack, Nodes, require_track

ISS = elements.on("2022-03-12")
START = np.datetime64("2022-03-12", "us")
SECOND = np.timedelta64(1_000_000, "us")
ignore_age = pytest.mark.filterwarnings("ignore::course.elements.ElementAgeWarning")


def track(elements=ISS, **more):
    return ground.ground_track(elements, **({"start_utc": START, "duration_s": 60, "step_s": 10} | more))


SAID = [  # what is asked for, and all that is said of it
    (lambda: track(duration_s=-1e-9), "duration_s must be at least 0 (got -1e-09 s)"),
    (lambda: track(duration_s=3.3e8), "duration_s must be at most 320000000 (got 330000000 s)"),
    (
        lambda: track(step_s=9e-7),
        "step_s must be at least 1e-06 (got 9e-07 s): time has to move on, and is kept in microseconds",
    ),
    (
        lambda: track(duration_s=40.000001, step_s=1e-6),
        "a track may have 40,000,000 points (got 40,000,001, for which there is no memory): "
        "take longer steps or less time",
    ),
    (
        lambda: ground.ascending_nodes(ISS, start_utc=START, laps=6001),
        "laps must be at most 6000 (got 6001)",
    ),
    (lambda: ground.ascending_nodes(ISS, start_utc=START, laps=0), "laps must be at least 1 (got 0)"),
    (lambda: ground.footprint_radius_km(-1), "altitude_km must be at least 0 (got -1 km)"),
    (lambda: ground.footprint_radius_km(420, 90.5), "elevation_deg must be at most 90 (got 90.5 degrees)"),
    (
        lambda: ground.split_at_antimeridian([0, 1], [2]),
        "longitude_deg and latitude_deg must be two lists of the same length (got shapes (2,) and (1,))",
    ),
    (
        lambda: ground.split_at_antimeridian([3.7e6], [2]),
        "longitude_deg must be at most 3600000 (got 3700000 degrees at position [0])",
    ),
]


@pytest.mark.parametrize(("ask", "said"), SAID, ids=[row[1][:40] for row in SAID])
def test_what_is_refused_is_refused_in_these_words(ask, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        ask()


@ignore_age
def test_ten_years_of_a_set_without_drag_are_a_track():
    begin = frozen().epoch_utc - np.timedelta64(400, "D")
    long = track(frozen(), start_utc=begin, duration_s=3.2e8, step_s=1e8)
    assert len(long) == 4 and np.isfinite(long.latitude_deg).all()
    with pytest.raises(ValueError, match="duration_s must be at most"):
        track(frozen(), start_utc=begin, duration_s=np.nextafter(3.2e8, 4e8), step_s=1e8)


def test_as_many_moments_as_a_track_has_points(monkeypatch):
    monkeypatch.setattr("course.ground.track.MOST_POINTS", 1500)
    utc = START + np.arange(1501) * SECOND
    assert (
        len(ground.sub_satellite_points(ISS, utc[:1500])[0]) == len(track(duration_s=1500, step_s=1)) == 1500
    )
    with pytest.raises(ValueError, match=r"^a track may have 1,500 points \(got 1,501\)$"):
        ground.sub_satellite_points(ISS, utc)
    with pytest.raises(ValueError, match=r"^a track may have 1,500 points \(got 1,501, for which"):
        track(duration_s=1501, step_s=1)


def test_a_track_holds_what_it_was_made_of():
    made = track(duration_s=95, step_s=10)
    assert isinstance(made, GroundTrack) and made.elements is ISS and len(made) == 10
    assert made.utc.tolist() == (START + np.arange(10) * 10 * SECOND).tolist()
    points = ground.sub_satellite_points(ISS, made.utc)
    for part, one in zip((made.latitude_deg, made.longitude_deg, made.height_km), points, strict=True):
        np.testing.assert_allclose(part, one, atol=1e-8)
    require_track(made)
    said = "track must be a GroundTrack, from ground.ground_track() (got 'a track')"
    with pytest.raises(TypeError, match=f"^{re.escape(said)}$"):
        require_track("a track")


@pytest.mark.parametrize(
    ("duration", "points"), [(0, 0), (1e-9, 0), (1e-7, 1), (10, 1), (10.000001, 2), (20, 2)]
)
def test_a_point_at_the_very_end_is_left_out(duration, points):
    """A billionth of a step beyond it is rounding, a ten-millionth is not."""
    assert len(track(duration_s=duration, step_s=10)) == points


def test_two_weeks_of_track_need_no_warning_and_a_moment_more_does(recwarn):
    two_weeks = 14 * 86_400
    track(start_utc=ISS.epoch_utc, duration_s=two_weeks, step_s=3600)
    ground.sub_satellite_points(ISS, ISS.epoch_utc + np.array([0, two_weeks]) * SECOND)
    assert not recwarn.list
    track(start_utc=ISS.epoch_utc, duration_s=two_weeks + 1, step_s=3600)
    ground.sub_satellite_points(ISS, ISS.epoch_utc + np.array([0, two_weeks + 1]) * SECOND)
    assert [one.category for one in recwarn.list] == [elements.ElementAgeWarning] * 2


def test_means_over_laps_are_those_of_their_first_and_last_crossing():
    utc = START + np.array([0, 5000, 9000, 18_000]) * SECOND
    nodes = Nodes(utc=utc, longitude_deg=np.array([-150.0, -170.0, 160.0, 130.0]))
    assert nodes.period_s == 6000
    assert nodes.westward_shift_deg == pytest.approx((20 + 30 + 30) / 3)
    two = Nodes(utc=utc[:2] + np.array([0, 1], "m8[us]"), longitude_deg=np.array([10.0, -13.5]))
    assert (two.period_s, two.westward_shift_deg) == (5000.000001, 23.5)


def test_nodes_come_after_the_start_one_more_than_laps():
    known = ground.ascending_nodes(ISS, start_utc=START, laps=3)
    assert len(known.utc) == len(known.longitude_deg) == 4 and known.utc.dtype == "M8[us]"
    assert START < known.utc[0] < START + 5600 * SECOND
    for beside, first in ((-1, known.utc[0]), (1, known.utc[1])):
        again = ground.ascending_nodes(ISS, start_utc=known.utc[0] + beside * SECOND, laps=1)
        assert abs(again.utc[0] - first) < SECOND / 1000 and len(again.utc) == 2
    assert ((known.longitude_deg >= -180) & (known.longitude_deg < 180)).all()


def test_a_node_is_found_to_a_tenth_of_a_millisecond():
    nodes = ground.ascending_nodes(ISS, start_utc=START, laps=15)
    before, at, after = (ground.sub_satellite_points(ISS, nodes.utc + step * SECOND) for step in (-1, 0, 1))
    north_deg_s = (after[0] - before[0]) / 2
    assert (np.abs(at[0] / north_deg_s) < 1e-4).all()  # seconds from the equator
    assert np.abs((at[1] - nodes.longitude_deg + 180) % 360 - 180).max() < 1e-5


@given(st.floats(1, 40_000), st.floats(0, 89))
def test_a_footprint_shrinks_with_the_elevation_and_grows_with_the_height(altitude, elevation):
    radius = ground.footprint_radius_km(altitude, elevation)
    assert ground.footprint_radius_km(altitude, elevation + 1) < radius
    assert ground.footprint_radius_km(altitude + 1, elevation) > radius
    assert radius < EARTH_RADIUS_KM * math.pi / 2


def test_a_footprint_ends_where_it_has_to():
    assert ground.footprint_radius_km(0) == 0
    assert ground.footprint_radius_km([0, 420, 1e9], 90).tolist() == [0, 0, 0]
    quarter = EARTH_RADIUS_KM * math.pi / 2
    assert ground.footprint_radius_km(1e14) == pytest.approx(quarter, rel=1e-9)
    assert ground.footprint_radius_km(EARTH_RADIUS_KM) == pytest.approx(
        EARTH_RADIUS_KM * math.pi / 3, rel=1e-12
    )
    assert ground.footprint_radius_km([200, 420], [[0], [10]]).shape == (2, 2)
    assert type(ground.footprint_radius_km(420)) is float


def test_half_a_turn_is_no_crossing_and_a_hair_more_is_one():
    hair = 1e-9
    assert len(ground.split_at_antimeridian([-90, 90], [0, 10])[0]) == 2
    assert len(ground.split_at_antimeridian([90, -90], [0, 10])[0]) == 2
    x, y = ground.split_at_antimeridian([-90, 90 + hair], [0, 10])
    np.testing.assert_allclose(x, [-90, -180, math.nan, 180, 90])
    np.testing.assert_allclose(y, [0, 5, math.nan, 5, 10], atol=1e-6)


@pytest.mark.parametrize("turns", [-9999, -1, 1, 9999])
def test_turns_of_the_longitude_do_not_matter_to_a_line(turns):
    line = ([170.0, -160.0, -170.0, 175.0], [0.0, 30.0, 40.0, 70.0])
    known = ground.split_at_antimeridian(*line)
    turned = ground.split_at_antimeridian(np.add(line[0], 360.0 * turns), line[1])
    for part, other in zip(known, turned, strict=True):
        np.testing.assert_allclose(part, other, atol=1e-6)
    expected = [170, 180, math.nan, -180, -160, -170, -180, math.nan, 180, 175]
    np.testing.assert_allclose(known[0], expected)
    np.testing.assert_allclose(known[1], [0, 10, math.nan, 10, 30, 40, 60, math.nan, 60, 70])


def test_a_line_that_is_given_is_not_changed():
    longitude, latitude = np.array([170.0, 200.0]), np.array([0.0, 10.0])
    ground.split_at_antimeridian(longitude, latitude)
    assert longitude.tolist() == [170, 200] and latitude.tolist() == [0, 10]


@pytest.mark.parametrize("step", [0.0037, 29.5, 30, 59.9, 60, 60.1])
def test_a_track_of_any_step_is_its_points_to_a_hundredth_of_a_millimetre(step):
    """Points between the nodes are interpolated up to a step of half a node's spacing, and computed above."""
    made = track(duration_s=400 * step, step_s=step)
    points = ground.sub_satellite_points(ISS, START + np.round(np.arange(400) * step * 1e6).astype("m8[us]"))
    hundredth_mm_deg = 1e-5 / 111_000
    assert np.abs(made.latitude_deg - points[0]).max() < hundredth_mm_deg
    assert np.abs(made.height_km - points[2]).max() < 1e-8


class Lost:
    """An SGP4 record that has no orbit from the third moment on: the orbit is low, and sgp4 says so."""

    def sgp4_array(self, whole, fraction):
        errors = np.zeros(len(fraction), int)
        errors[2:] = 6
        return errors, np.full((len(fraction), 3), 6800.0), None


def test_where_sgp4_has_no_orbit_the_first_such_moment_is_told():
    one = elements.ElementSet(ISS.line1, ISS.line2)
    one.__dict__["satrec"] = Lost()
    moments = one.epoch_utc + np.arange(4) * 60 * SECOND
    with pytest.raises(ValueError) as refused:
        ground.sub_satellite_points(one, moments)
    first, epoch = (moment.astype("M8[s]") for moment in (moments[2], one.epoch_utc))
    assert str(refused.value) == (
        f"SGP4 has no orbit of the ISS (25544) to give at {first} UTC: "
        f"mrt is less than 1.0 which indicates the satellite has decayed; the elements are of {epoch}"
    )
