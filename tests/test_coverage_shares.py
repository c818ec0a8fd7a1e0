"""Shares of area, people and sky. Authorities: pyproj, GPW v4.11, reference numbers."""

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from course import coverage, geography
from course.coverage import risen, sky
from course.coverage.risen import _time_in_view

EQUAL_AREA = Transformer.from_crs("EPSG:4326", "+proj=cea +ellps=WGS84", always_xy=True)


def area_share_by_pyproj(code, latitude, borders):
    """Cut the country with a box, project, divide: the long way."""

    def area(shape):
        fine = shapely.segmentize(shape, 0.05)
        return shapely.transform(fine, EQUAL_AREA.transform, interleaved=False).area

    country = geography.polygon(code, borders=borders)
    return area(shapely.intersection(country, shapely.box(-180, -90, 180, latitude))) / area(country)


@pytest.mark.parametrize(
    "latitude, borders, per_cent",
    [
        (51.64, "un", 10.83),
        (51.80, "un", 11.43),
        (51.83, "un", 11.54),
        (52.0, "un", 12.19),
        (51.64, "de-facto", 10.97),
        (51.798, "de-facto", 11.56),
        (58.69, "de-facto", 42.07),
        (64.48, "de-facto", 69.83),
        (72.26, "de-facto", 96.33),
    ],
)
def test_russia_below_a_latitude(latitude, borders, per_cent):
    share = coverage.area_share_below("RUS", latitude_deg=latitude, borders=borders)
    assert 100 * share == pytest.approx(per_cent, abs=0.02)
    assert share == pytest.approx(area_share_by_pyproj("RUS", latitude, borders), abs=1e-6)


@pytest.mark.parametrize("code, per_cent", [("CAN", 23.2), ("KAZ", 87.0), ("UKR", 96.7)])
def test_other_countries_below_the_inclination(code, per_cent):
    assert 100 * coverage.area_share_below(code, latitude_deg=51.64) == pytest.approx(per_cent, abs=0.1)


def test_limits_past_the_ends_of_a_country():
    below = coverage.area_share_below("RUS", latitude_deg=[-90, 30, 41, 82, 90])
    assert below.tolist() == pytest.approx([0, 0, 0, 1, 1], abs=1e-12)
    assert below[:3].tolist() == [0, 0, 0]
    assert coverage.population_share_below("RUS", latitude_deg=[-90, 40, 82]).tolist() == [0, 0, 1]
    assert coverage.area_share_below("ATA", latitude_deg=-90) == 0
    assert coverage.area_share_below("ATA", latitude_deg=-60) == pytest.approx(1)


def test_shapes_and_nan():
    found = coverage.area_share_below("India", latitude_deg=[[20.0, np.nan]])
    assert found.shape == (1, 2) and np.isnan(found[0, 1]) and 0 < found[0, 0] < 1
    assert np.isnan(coverage.population_share_below("India", latitude_deg=np.nan))
    assert isinstance(coverage.area_share_below("IND", latitude_deg=20), float)


# Gridded Population of the World v4.11, 2020, 1 degree: per cent south of a latitude. Tolerance 3.5 points:
# villages under 500 people, many of them in the south of Russia, are missing here; the cells there are a
# degree wide.
@pytest.mark.parametrize(
    "code, latitude, per_cent",
    [
        ("RUS", 51.64, 25.64),
        ("RUS", 51.80, 26.60),
        ("UKR", 51.64, 98.5),
        ("CAN", 51.64, 89.3),
        ("KAZ", 51.64, 87.7),
    ],
)
def test_people_below_a_latitude_against_a_census_grid(code, latitude, per_cent):
    assert 100 * coverage.population_share_below(code, latitude_deg=latitude) == pytest.approx(
        per_cent, abs=3.5
    )


def test_people_of_crimea_follow_the_view():
    un, de_facto = (
        coverage.population_share_below("RUS", latitude_deg=51.8, borders=borders)
        for borders in geography.VIEWS
    )
    assert 0.01 < de_facto - un < 0.02  # two million of 120


def test_a_country_without_listed_people_is_refused():
    with pytest.raises(ValueError, match="no inhabited place"):
        coverage.population_share_below("ATA", latitude_deg=-60)


@pytest.mark.parametrize("ask", [coverage.area_share_below, coverage.population_share_below])
def test_bad_questions_are_refused(ask):
    with pytest.raises(ValueError, match="did you mean"):
        ask("Rusia", latitude_deg=51.8)
    with pytest.raises(ValueError, match="latitude_deg must be at most 90"):
        ask("RUS", latitude_deg=95)
    with pytest.raises(ValueError, match='"un" or "de-facto"'):
        ask("RUS", latitude_deg=51.8, borders="de facto")


# elevation, latitude limit, area and time in view in per cent (reference numbers, Crimea in); their limit is
# of the mean height, 424.5 km, ours of the height at the top of the orbit, 8 km less: 0.1 degrees, 0.5 points
@pytest.mark.parametrize(
    "elevation, limit, area, time",
    [(0, 72.26, 96.33, 17.2), (10, 64.48, 69.83, 11.8), (25, 58.69, 42.07, 8.2)],
)
def test_what_russia_sees(elevation, limit, area, time):
    seen = coverage.risen_share("RUS", elevation_deg=elevation, borders="de-facto")
    assert seen.north_limit_deg == pytest.approx(limit, abs=0.11)
    assert 100 * seen.area_share == pytest.approx(area, abs=0.5)
    assert 100 * seen.time_share == pytest.approx(time, abs=0.2)


def test_overhead_means_under_the_track():
    seen = coverage.risen_share("RUS", elevation_deg=90)
    assert seen.area_share == pytest.approx(coverage.area_share_below("RUS", latitude_deg=51.7955), abs=1e-4)
    assert seen.time_share == pytest.approx(coverage.time_share(51.64)["RUS"], abs=2e-4)


@pytest.mark.parametrize("inclination, area", [(28.5, 0), (65, 95.8), (90, 100)])
def test_risen_share_by_inclination(inclination, area):
    seen = coverage.risen_share("RUS", elevation_deg=25, inclination_deg=inclination, borders="de-facto")
    assert 100 * seen.area_share == pytest.approx(area, abs=0.5)
    assert -90 <= seen.south_limit_deg < seen.north_limit_deg <= 90


def test_an_equatorial_orbit_is_never_seen_from_russia():
    seen = coverage.risen_share("RUS", inclination_deg=0)
    assert (seen.area_share, seen.time_share) == (0, 0)


def test_the_map_of_view_does_not_depend_on_its_grain(monkeypatch):
    usual = coverage.risen_share("DEU", elevation_deg=25).time_share
    _time_in_view.cache_clear()
    monkeypatch.setattr(risen, "STEP_DEG", 0.17)
    assert coverage.risen_share("DEU", elevation_deg=25).time_share == pytest.approx(usual, rel=0.01)
    _time_in_view.cache_clear()


def test_directions_to_outlines_are_those_of_points_on_the_ellipsoid():
    """Geodetic latitudes taken as geocentric would shift an outline by up to 21 km."""
    latitude, longitude = np.array([-60.0, 0.0, 45.0, 90.0]), np.array([10.0, -170.0, 30.0, 0.0])
    places = sky.earth_fixed_km(latitude, longitude, 0.0)
    expected = (places / np.linalg.norm(places, axis=0)).T
    np.testing.assert_allclose(risen._directions(latitude, longitude), expected, atol=1e-12)


@pytest.mark.parametrize("elevation", [-1, 91, [10, 20], np.nan])
def test_bad_elevations_are_refused(elevation):
    with pytest.raises(ValueError, match="elevation_deg"):
        coverage.risen_share("RUS", elevation_deg=elevation)
