"""The Sun and where a station stands in the sky. Authorities: Skyfield, DE421."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skyfield.api import EarthSatellite, Loader, wgs84
from skyfield_reference import TIMESCALE, skyfield_times

from course import coverage, elements, ground
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.coverage.sky import earth_fixed_km

MOSCOW = {"latitude_deg": 55.7558, "longitude_deg": 37.6173}


@pytest.fixture(scope="module")
def de421():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # its Earth orientation file, not used, has expired
        from skyfield_data import get_skyfield_data_path

        return Loader(get_skyfield_data_path(), verbose=False)("de421.bsp")


def moments(first, last, count):
    first, last = np.datetime64(first, "us"), np.datetime64(last, "us")
    return first + ((last - first) / np.timedelta64(1, "us") * np.linspace(0, 1, count)).astype(
        "M8[us]"
    ).astype("m8[us]")


def test_the_sun_against_de421(de421):
    utc = moments("1998-11-20", "2034-01-01", 500)
    times = skyfield_times(utc)
    sun = wgs84.geographic_position_of(de421["earth"].at(times).observe(de421["sun"]).apparent())
    latitude, longitude = coverage.subsolar_point(utc)
    # geographic_position_of gives the foot of the Sun's plumb line, which is the zenith: geodetic, like ours
    assert np.abs(latitude - sun.latitude.degrees).max() < 0.012  # degrees: the Almanac promises 0.01
    east = (longitude - sun.longitude.degrees + 180) % 360 - 180
    assert np.abs(east).max() < 0.013


def test_look_angles_against_skyfield(de421):
    used = elements.on("2022-03-12T18:45")
    utc = moments("2022-03-12", "2022-03-14", 400)
    ours = coverage.look_angles(used, utc, **MOSCOW)
    times = skyfield_times(utc)
    satellite = EarthSatellite(used.line1, used.line2, "ISS", TIMESCALE)
    site = wgs84.latlon(MOSCOW["latitude_deg"], MOSCOW["longitude_deg"])
    elevation, azimuth, distance = (satellite - site).at(times).altaz()
    assert np.abs(ours.elevation_deg - elevation.degrees).max() < 1e-4
    assert np.abs((ours.azimuth_deg - azimuth.degrees + 180) % 360 - 180).max() < 1e-3
    assert np.abs(ours.range_km - distance.km).max() < 0.02
    place = de421["earth"] + site
    sun_up = place.at(times).observe(de421["sun"]).apparent().altaz()[0].degrees
    assert np.abs(ours.sun_elevation_deg - sun_up).max() < 0.013


def test_sunlight_against_skyfield(de421):
    """Skyfield's shadow is the solid Earth's; ours is 20 km wider: it begins and ends 4 to 9 s beside."""
    used = elements.on("2022-03-12T18:45")
    utc = moments("2022-03-12", "2022-03-12T08:00", 5761)  # every 5 s
    ours = coverage.look_angles(used, utc, **MOSCOW).sunlit
    satellite = EarthSatellite(used.line1, used.line2, "ISS", TIMESCALE)
    theirs = satellite.at(skyfield_times(utc)).is_sunlit(de421)
    assert not np.any(ours & ~theirs)
    changes = np.abs(np.diff(theirs.astype(int))).sum()
    assert 0.5 < (theirs & ~ours).sum() / changes < 2.5  # samples of 5 s at each edge of the shadow


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 2000))
def test_earth_fixed_positions_lie_at_their_height(latitude, longitude, height):
    ground_point, point = (earth_fixed_km(latitude, longitude, h) for h in (0.0, height))
    assert np.linalg.norm(point - ground_point) == pytest.approx(height, abs=1e-6)


@pytest.mark.parametrize("utc", ["1700-01-01", "1899-12-31", "2100-01-01", "9999-12-31"])
def test_the_sun_is_not_told_for_other_centuries(utc):
    """The formula of the Almanac is good from 1950 to 2050: it once answered for 1700."""
    with pytest.raises(ValueError, match="utc must lie between 1900 and 2100"):
        coverage.subsolar_point(utc)
    with pytest.raises(ValueError, match="between 1900 and 2100"):
        coverage.subsolar_point(["2022-03-12", utc])


@pytest.mark.parametrize("day", ["2022-03-12", "2022-06-21", "2022-12-21"])
def test_in_the_shadow_the_way_to_the_sun_meets_the_ellipsoid(day):
    """A line and an ellipsoid 20 km above that of the Earth: a quadratic equation, every half second."""
    iss = elements.nearest(day)
    utc = np.datetime64(day, "us") + np.arange(0, 10_800_000, 500) * np.timedelta64(1000, "us")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", elements.ElementAgeWarning)
        place = earth_fixed_km(*ground.sub_satellite_points(iss, utc))
        sunlit = coverage.look_angles(iss, utc, **MOSCOW).sunlit
    north, east = np.radians(coverage.subsolar_point(utc))
    sun = np.array([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])
    axes = (EARTH_RADIUS_KM + 20) * np.array([[1.0], [1.0], [1 - EARTH_FLATTENING]])
    station, way = place / axes, sun / axes
    square, half, rest = (way**2).sum(0), (station * way).sum(0), (station**2).sum(0) - 1
    meets = (half**2 > square * rest) & (half < 0)
    assert 0.2 < meets.mean() < 0.5
    np.testing.assert_array_equal(sunlit, ~meets)


@pytest.mark.parametrize(
    ("elevation", "sunlit", "sun", "visible"),
    [
        (1e-9, True, -6.000001, True),
        (0.0, True, -90.0, False),
        (90.0, True, -6.0, False),
        (90.0, False, -90.0, False),
    ],
)
def test_visible_is_above_the_horizon_sunlit_and_in_a_dark_sky(elevation, sunlit, sun, visible):
    """Civil twilight ends at 6 degrees: at 6 degrees itself the sky is not dark yet."""
    one = np.array([elevation]), np.zeros(1), np.zeros(1), np.array([sunlit]), np.array([sun])
    assert coverage.LookAngles(*one).visible.tolist() == [visible]


def test_a_place_far_away_and_a_place_below():
    """Straight below, the station stands in the zenith at its height; on the other side it is down."""
    iss, utc = elements.on("2022-03-12"), np.array(["2022-03-12T19:00"], "M8[us]")
    latitude, longitude, height = (float(part[0]) for part in ground.sub_satellite_points(iss, utc))
    below = coverage.look_angles(iss, utc, latitude_deg=latitude, longitude_deg=longitude)
    assert below.elevation_deg[0] == pytest.approx(90, abs=1e-5)
    assert below.range_km[0] == pytest.approx(height, abs=1e-6)
    far = coverage.look_angles(iss, utc, latitude_deg=-latitude, longitude_deg=longitude + 180)
    assert far.elevation_deg[0] == pytest.approx(-90, abs=0.5) and not far.visible[0]
    assert far.range_km[0] == pytest.approx(2 * 6378 + height, abs=30)
