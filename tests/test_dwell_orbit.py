"""The orbit behind dwell density. Authority: SGP4 itself, for a mean eccentricity of 0 and without drag."""

import math
import warnings

import numpy as np
import pytest
from sgp4.api import WGS72, Satrec

from course import coverage
from course.coverage import dwell
from course.frames import on_meridian

WGS72_KM = 6378.135


def by_sgp4(argument, inclination_deg, laps_a_day):
    """Return latitude (degrees), height and mean axis (km) by SGP4 at an argument of latitude (radians)."""
    satrec = Satrec()
    turns = laps_a_day * 2 * math.pi / 1440
    at_epoch = (25_000.0, 0.0, 0.0, 0.0, 0.0, 0.0, math.radians(inclination_deg), argument % (2 * math.pi))
    satrec.sgp4init(WGS72, "i", 1, *at_epoch, turns, 0.0)
    error, (x, y, z), _ = satrec.sgp4_tsince(0.0)
    assert error == 0
    latitude, height = on_meridian(np.hypot([x], [y]), np.array([z]))
    return latitude[0], height[0], satrec.a * WGS72_KM


@pytest.mark.parametrize("inclination", [5.0, 28.5, 51.64, 90.0, 98.0])
@pytest.mark.parametrize("laps_a_day", [15.5, 13.0])
def test_latitude_and_height_around_a_lap_are_those_of_sgp4(inclination, laps_a_day):
    """Mean arguments all around: the periodics of J2, and J3's sag in the north."""
    arguments = np.linspace(-np.pi, np.pi, 49)[:-1]
    latitude, height, axis = np.array([by_sgp4(one, inclination, laps_a_day) for one in arguments]).T
    found = dwell.sub_satellite(arguments, math.radians(inclination), axis[0])
    assert np.abs(found[0] - latitude).max() < 5e-4  # degrees; without one of the periodics 0.006 or more
    assert np.abs(found[1] - height).max() < 0.05  # km; the fields of gravity differ by some metres


def test_an_orbit_is_two_plain_floats_and_its_arguments_are_named():
    assert [type(part) for part in dwell.orbit(51.64, 420)] == [float, float]
    assert [type(part) for part in dwell.turning_latitudes_deg(*dwell.orbit(51.64, 420))] == [float, float]
    for given, said in (
        ((np.nan, 420), r"^inclination_deg must be one number \(got nan\)$"),
        ((51.64, np.nan), r"^altitude_km must be one number \(got nan\)$"),
        ((51.64, [420, 430]), r"^altitude_km must be one number \(got an array of shape \(2,\)\)$"),
    ):
        with pytest.raises(ValueError, match=said):
            dwell.orbit(*given)


def test_a_table_of_shares_has_the_borders_of_the_united_nations():
    from course.coverage.time_shares import ShareTable

    assert ShareTable().codes == coverage.share_table().codes == coverage.share_table("un").codes
    assert (ShareTable().at(46.0) == coverage.share_table("un").at(46.0)).all()
    assert (ShareTable().at(46.0) == ShareTable().at(46.0, altitude_km=420.0)).all()
    assert ShareTable().codes != coverage.share_table("de-facto").codes


def test_above_the_equator_all_the_time_is_neither_north_nor_south():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for inclination in (0.0, 180.0):
            below = coverage.share_below([-1.0, -1e-9, 0.0, 1e-9, 1.0], inclination_deg=inclination)
            assert below.tolist() == [0.0, 0.0, 0.5, 1.0, 1.0]
