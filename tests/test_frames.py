"""From TEME to the map.

Authorities: AIAA 2006-6753 appendix C (worked example), Skyfield's frames and UT1, the WGS84 ellipsoid.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skyfield.framelib import itrs
from skyfield.sgp4lib import theta_GMST1982
from skyfield_reference import TIMESCALE, apart_m, skyfield_position, skyfield_times

from course import elements
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.frames import CHUNK_DAYS, geodetic, gmst_turns, unix_days

ECCENTRICITY2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING)

# AIAA 2006-6753, appendix C: 6 April 2004, 07:51:28.386009 UTC, in km
EXAMPLE_UTC = np.datetime64("2004-04-06T07:51:28.386009")
EXAMPLE_TEME_KM = np.array([5094.18016210, 6127.64465950, 6380.34453270])
EXAMPLE_PEF_KM = np.array([-1033.47503120, 7901.30558560, 6380.34453270])  # before polar motion
EXAMPLE_ITRF_KM = np.array([-1033.47938300, 7901.29527540, 6380.35659580])  # after it
EXAMPLE_POLE_ARCSEC = (-0.140682, 0.333309)


def cartesian_km(latitude_deg, longitude_deg, height_km):
    """Return Earth-fixed coordinates of a geodetic place: the definition of the ellipsoid."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    normal = EARTH_RADIUS_KM / np.sqrt(1 - ECCENTRICITY2 * np.sin(latitude) ** 2)
    across = (normal + height_km) * np.cos(latitude)
    up = (normal * (1 - ECCENTRICITY2) + height_km) * np.sin(latitude)
    return np.array([across * np.cos(longitude), across * np.sin(longitude), up])


def test_worked_example_of_aiaa_2006_6753_appendix_c():
    turns = gmst_turns(EXAMPLE_UTC, np.zeros(1))
    found = cartesian_km(*geodetic(EXAMPLE_TEME_KM[:, None], turns))[:, 0]
    # Skyfield's UT1 for that day differs by 0.4 ms from the example's: 0.2 m; Bowring's latitude by 2 mm.
    ut1_tolerance_km = 0.5e-3
    assert np.linalg.norm(found - EXAMPLE_PEF_KM) < ut1_tolerance_km
    # The course leaves out polar motion: the offset must be the one that the example's pole gives, 16.4 m.
    xp, yp = np.radians(np.array(EXAMPLE_POLE_ARCSEC) / 3600)
    x, y, z = EXAMPLE_PEF_KM
    polar_motion_km = np.array([xp * z, -yp * z, -xp * x + yp * y])
    assert np.linalg.norm(polar_motion_km) == pytest.approx(0.01645, abs=1e-4)
    assert np.linalg.norm(EXAMPLE_ITRF_KM - found - polar_motion_km) < ut1_tolerance_km
    assert np.linalg.norm(EXAMPLE_ITRF_KM - found) > 10 * ut1_tolerance_km


def test_sidereal_time_of_the_worked_example():
    # the angle that turns the example's TEME into its PEF
    angle = math.atan2(EXAMPLE_TEME_KM[1], EXAMPLE_TEME_KM[0]) - math.atan2(
        EXAMPLE_PEF_KM[1], EXAMPLE_PEF_KM[0]
    )
    one_millisecond_turns = 1.2e-8
    found = gmst_turns(EXAMPLE_UTC, np.zeros(1))[0]
    assert abs((found - angle / (2 * math.pi) + 0.5) % 1 - 0.5) < one_millisecond_turns


DAYS_AND_TIMES = {  # leap seconds at the ends of 2005, 2008, June 2012, June 2015, 2016
    "1998-11-20": ["06:50"],
    "1999-12-31": ["23:59:59.999999"],
    "2000-01-01": ["12:00"],
    "2005-12-31": ["00:00", "23:59:59.999999"],
    "2006-01-01": ["00:00"],
    "2008-12-31": ["12:34:56"],
    "2012-06-30": ["23:59:59"],
    "2012-07-01": ["00:00"],
    "2015-06-30": ["18:00"],
    "2015-07-01": ["00:00:01"],
    "2016-12-31": ["23:59:59.5"],
    "2017-01-01": ["00:00"],
    "2022-03-12": ["19:00"],
    "2024-02-29": ["12:00"],
    "2026-03-12": ["23:00"],
}
MOMENTS = [f"{day}T{time}" for day, times in DAYS_AND_TIMES.items() for time in times]


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_rotation_is_skyfields(moment):
    moment = np.datetime64(moment, "us")
    time = skyfield_times(moment)
    here = elements.shipped()[-1]
    position = skyfield_position(here, [moment])
    teme = here.satrec.sgp4(time.whole, time.tai_fraction - time._leap_seconds() / 86400)[1]
    expected = np.degrees(np.arctan2(*position.frame_xyz(itrs).km[1::-1, 0]))
    turns = gmst_turns(moment, np.zeros(1))
    found = geodetic(np.array(teme)[:, None], turns)[1][0]
    ut1_interpolation_deg = 2e-8  # 2 mm on the ground: straight lines between midnights
    assert abs((found - expected + 180) % 360 - 180) < ut1_interpolation_deg


@pytest.mark.parametrize("day", ["1958-03-01", "1999-01-01", "2022-03-12", "2060-06-01", "2090-01-01"])
def test_sidereal_time_at_midnight_is_that_of_1982_to_the_last_digits(day):
    """Aoki and others (1982), as Skyfield writes it; at midnight UT1 is that of the table itself."""
    when = skyfield_times(np.array([day], "datetime64[us]"))
    expected = theta_GMST1982(when.whole, when.ut1_fraction)[0] / (2 * np.pi)
    found = gmst_turns(np.datetime64(day, "us"), np.zeros(1))
    rounding_turns = 2e-12  # a tenth of a millimetre on the ground is 2e-12 turns
    assert np.abs((found - expected + 0.5) % 1 - 0.5).max() < rounding_turns


def test_ut1_is_skyfields_all_through_a_leap_second():
    moments = np.datetime64("2016-12-30", "us") + np.arange(0, 4 * 86400, 977).astype("timedelta64[s]")
    seconds = (moments - moments[0]) / np.timedelta64(1, "s")
    ut1_days = skyfield_times(moments).ut1 - 2451545.0
    centuries = ut1_days / 36525  # only 0.1 ms exact, a float of Julian days: the day's own part is below
    gmst = (67310.54841 + (876600 * 3600 + 8640184.812866) * centuries + 0.093104 * centuries**2) / 86400 % 1
    apart = (gmst_turns(moments[0], seconds) - gmst + 0.5) % 1 - 0.5
    julian_float_turns = 1e-9  # 0.1 ms: what is left of a float that counts days since 4713 BC
    assert np.abs(apart).max() < julian_float_turns
    # a leap second taken wrongly would show as a whole second
    assert julian_float_turns < 1 / 86400 / 1000


@pytest.mark.parametrize("edge", [CHUNK_DAYS * number for number in (21, 33, 38)])
def test_sidereal_time_runs_on_across_the_edges_of_the_chunks(edge):
    start = np.datetime64("1970-01-01", "us") + np.timedelta64(edge * 86400 - 5, "s")
    turns = gmst_turns(start, np.arange(10.0))
    steps = np.diff(turns) % 1
    float_of_days_turns = 8e-12  # 0.3 mm: two readings of a float that counts days since 1970
    assert np.abs(steps - 1.00273790935 / 86400).max() < float_of_days_turns  # the rate: Aoki et al. 1982
    together = gmst_turns(start, np.array([0.0, 3 * CHUNK_DAYS * 86400.0, -2 * CHUNK_DAYS * 86400.0]))
    alone = [
        gmst_turns(start + np.timedelta64(days * 86400, "s"), np.zeros(1))[0]
        for days in (0, 3 * CHUNK_DAYS, -2 * CHUNK_DAYS)
    ]
    np.testing.assert_allclose(together, alone, atol=1e-10)


def test_unix_days_count_clock_days():
    assert unix_days(np.datetime64("1970-01-02", "us")) == 1
    assert unix_days(np.datetime64("2000-01-01T12:00", "us")) == 10957.5
    assert unix_days(np.datetime64("1969-12-31T12:00", "us")) == -0.5
    assert TIMESCALE.utc(1970, 1, 1 + 10957.5).utc_iso() == "2000-01-01T12:00:00Z"


BOWRING_M = 0.003  # one round of Bowring's formula at 450 km; heights are exact to the micrometre


@given(
    st.floats(min_value=-90, max_value=90),
    st.floats(min_value=-180, max_value=179.999),
    st.floats(min_value=150, max_value=450),
    st.floats(min_value=0, max_value=1, exclude_max=True),
)
def test_geodetic_inverts_the_definition_of_the_ellipsoid(latitude, longitude, height, turns):
    fixed = cartesian_km(latitude, longitude, height)
    turn = 2 * math.pi * turns
    position = np.array(
        [
            fixed[0] * math.cos(turn) - fixed[1] * math.sin(turn),
            fixed[0] * math.sin(turn) + fixed[1] * math.cos(turn),
            fixed[2],
        ]
    )
    found = geodetic(position[:, None], np.array([turns]))
    assert -180 <= found[1][0] < 180
    assert apart_m([part[0] for part in found], (latitude, longitude, height)) < BOWRING_M
    micrometre_km = 1e-9
    assert abs(found[2][0] - height) < 5 * micrometre_km


def test_geodetic_at_the_poles_and_on_the_equator():
    polar_radius = EARTH_RADIUS_KM * (1 - EARTH_FLATTENING)
    places = np.array(
        [[0, 0, polar_radius + 420], [0, 0, -polar_radius - 420], [EARTH_RADIUS_KM + 420, 0, 0]]
    ).T
    latitude, longitude, height = geodetic(places, np.zeros(3))
    np.testing.assert_allclose(latitude, [90, -90, 0], atol=1e-12)
    np.testing.assert_allclose(height, 420, atol=1e-9)
    assert longitude[2] == 0
    assert np.isfinite(longitude).all()
