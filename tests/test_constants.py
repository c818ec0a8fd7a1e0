"""Constants against their sources: each by a package that took it from the same source, or as published."""

import math

import pytest
import scipy.constants
from pyproj import Geod
from sgp4.earth_gravity import wgs72
from skyfield.constants import ANGVEL
from skyfield.timelib import julian_date

from course import constants, decay, elements, frames, risk
from course.coverage import dwell, sky


def test_the_ellipsoid_is_that_of_wgs84_as_proj_has_it():
    earth = Geod(ellps="WGS84")
    assert earth.a / 1000 == constants.EARTH_RADIUS_KM
    assert pytest.approx(earth.f, rel=1e-15) == constants.EARTH_FLATTENING


def test_units_are_exact_by_definition():
    assert scipy.constants.g == constants.STANDARD_GRAVITY_M_S2
    assert pytest.approx(scipy.constants.mile, rel=1e-15) == 1000 * constants.STATUTE_MILE_KM
    assert pytest.approx(scipy.constants.nautical_mile, rel=1e-15) == 1000 * constants.NAUTICAL_MILE_KM
    assert scipy.constants.day == constants.SOLAR_DAY_S


PUBLISHED = {
    "MU_EARTH_KM3_S2": 398600.4418,  # NIMA TR8350.2, table 3.1
    "EARTH_J2": 1.0826266835531513e-3,  # EGM96, C20 = -0.484165371736e-3 times sqrt(5)
    "EARTH_ROTATION_RAD_S": 7.292115e-5,  # NIMA TR8350.2, table 3.1
    "SIDEREAL_DAY_S": 86164.0905,  # IERS Conventions (2010)
    "MEAN_OBLIQUITY_DEG": 84381.406 / 3600,  # IAU 2006
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_constants_are_those_of_their_sources(name):
    rounded = 1e-6 if name == "MEAN_OBLIQUITY_DEG" else 1e-8  # relative; mu of WGS72 is 9e-7 larger
    assert getattr(constants, name) == pytest.approx(PUBLISHED[name], rel=rounded)


def test_limits_and_conventions_are_those_of_their_sources():
    assert 2 * risk.FOOTPRINT_HALF_WIDTH_KM == 300  # National Research Council (2000), chapter 6
    assert risk.ACCEPTED == 1e-4  # NASA-STD-8719.14: 1 in 10,000
    assert sky.DARK_SKY_SUN_DEG == -6  # civil twilight: U.S. Naval Observatory
    assert decay.PROGRESS_PROPELLANT_KG == (430, 720)  # Roscosmos on Progress MS-19, by way of TASS on MS-22
    assert elements.ISS_NUMBER == 25544  # catalogue of the US space surveillance network
    assert julian_date(2000, 1, 1.5) == frames.J2000_JD
    assert julian_date(1970, 1, 1) == frames.UNIX_EPOCH_JD


def test_the_turning_of_the_earth_and_the_sidereal_day_say_the_same():
    assert pytest.approx(ANGVEL, rel=1e-7) == constants.EARTH_ROTATION_RAD_S
    precession = 2e-7  # the sidereal day is counted from the equinox, which moves
    assert 2 * math.pi / constants.SIDEREAL_DAY_S == pytest.approx(
        constants.EARTH_ROTATION_RAD_S, rel=precession
    )


def test_sgp4_works_with_wgs72_as_the_format_demands():
    record = elements.on("2022-03-12").satrec
    assert (record.radiusearthkm, record.mu) == (6378.135, 398600.8)  # Spacetrack Report 3; AIAA 2006-6753
    assert (record.j2, record.j3) == (1.082616e-3, -2.53881e-6)
    assert pytest.approx(wgs72.j3 / wgs72.j2, rel=1e-12) == dwell.EARTH_J3_TO_J2


def test_the_altitude_of_an_element_set_counts_from_the_equatorial_radius():
    """Kepler's third law on the mean motion; SGP4 takes 1.2 km off for the oblateness (Kozai to Brouwer)."""
    found = elements.on("2022-03-12")
    motion = found.mean_motion_rev_day * 2 * math.pi / 86400
    axis = (wgs72.mu / motion**2) ** (1 / 3)
    x = math.cos(math.radians(found.inclination_deg))
    kozai = 0.75 * wgs72.j2 * (6378.135 / axis) ** 2 * (3 * x * x - 1)  # first order, Vallado section 9
    assert found.altitude_km == pytest.approx(axis * (1 - kozai * 2 / 3 * -1) - 6378.137, abs=0.6)


def test_the_station_flies_at_its_inclination():
    sets = elements.shipped()
    assert pytest.approx(sum(one.inclination_deg for one in sets) / len(sets), abs=0.01) == (
        constants.ISS_INCLINATION_DEG
    )
