"""Cities near a ground track. Authority: great-circle distances to every point of a finer track."""

import numpy as np
import pytest

from course import cities, coverage, elements, ground


def track(step_s, duration_s=5600):
    return ground.ground_track(
        elements.on("2022-03-12"), start_utc="2022-03-12", duration_s=duration_s, step_s=step_s
    )


def by_hand(fine, city):
    """Return the distance of a city from a track in km: haversines on a sphere."""
    lat, lon = np.radians(fine.latitude_deg), np.radians(fine.longitude_deg)
    here, there = np.radians(city.latitude_deg), np.radians(city.longitude_deg)
    half = np.sin((lat - here) / 2) ** 2 + np.cos(lat) * np.cos(here) * np.sin((lon - there) / 2) ** 2
    return 2 * 6371 * np.arcsin(np.sqrt(half.min()))


def test_distances_are_those_of_a_finer_track():
    near, fine = coverage.cities_near(track(10), within_km=50, at_least=300_000), track(0.1)
    assert len(near) >= 10
    for city in near.itertuples():
        assert city.distance_km == pytest.approx(by_hand(fine, city), rel=0.01, abs=1.5)


def test_none_is_left_out():
    near, fine = coverage.cities_near(track(10), within_km=50, at_least=1_000_000), track(1)
    beside = [city.name for city in cities.table(at_least=1_000_000).itertuples() if by_hand(fine, city) < 47]
    assert set(beside) <= set(near["name"]) and beside


def test_the_step_of_the_track_hardly_matters():
    few, many = (coverage.cities_near(track(step), within_km=100, at_least=100_000) for step in (20, 5))
    assert len(few) == pytest.approx(len(many), rel=0.01)


def test_an_empty_track_has_no_city_near():
    assert len(coverage.cities_near(track(10, duration_s=0))) == 0


@pytest.mark.parametrize(
    "wrong",
    [{"within_km": -1}, {"within_km": 1e9}, {"within_km": None}, {"at_least": None}, {"borders": "x"}],
)
def test_bad_input_is_refused(wrong):
    with pytest.raises((ValueError, TypeError), match=next(iter(wrong))):
        coverage.cities_near(track(60), **wrong)
    with pytest.raises(TypeError, match="track"):
        coverage.cities_near(None)


def test_a_track_of_points_far_apart_is_refused():
    """With a point an hour, great circles between them pass cities that the station never comes near."""
    with pytest.raises(ValueError, match=r"points lie up to 1\d,\d{3} km apart.*step_s of at most 120"):
        coverage.cities_near(track(3600))
