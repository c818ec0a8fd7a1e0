"""Time shares without a track. Authorities: a propagated year, quadrature, a table by inclination."""

from warnings import catch_warnings, simplefilter

import numpy as np
import pytest
from coverage_tracks import frozen, frozen_year
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from course import coverage, elements, geography, ground, orbits
from course.coverage import dwell
from course.tle import checksum

ISS = 51.64
POINTS = 100  # from a fraction to percentage points


def test_turning_latitude_against_the_propagated_year():
    reached = frozen_year().latitude_deg.max()
    assert reached == pytest.approx(51.798, abs=0.005)
    model = dwell.turning_latitude_deg(frozen().inclination_deg, frozen().altitude_km)
    assert model == pytest.approx(reached, abs=0.0005)
    assert dwell.turning_latitude_deg(ISS, 420) == pytest.approx(orbits.turning_latitude_deg(420), abs=0.001)


@pytest.mark.parametrize("inclination", [0.5, 28.5, 51.64, 65, 89.5, 90, 97.1, 140, 179.5])
def test_turning_latitude_agrees_with_the_orbit_room(inclination):
    by_orbits = orbits.turning_latitude_deg(420, inclination_deg=inclination)
    assert dwell.turning_latitude_deg(inclination, 420) == pytest.approx(by_orbits, abs=0.001)


@pytest.mark.parametrize("borders", geography.VIEWS)
def test_every_country_within_a_hundredth_of_a_point_of_the_propagated_year(borders):
    analytic = coverage.time_share(
        frozen().inclination_deg, altitude_km=frozen().altitude_km, borders=borders
    )
    minutes = coverage.minutes_per_day(frozen_year(), borders=borders)
    off = {code: POINTS * (analytic[code] - minutes[code] / 1440) for code in minutes}
    assert max(map(abs, off.values())) < 0.003  # percentage points; the bar is 0.01
    assert off["RUS"] == pytest.approx(0, abs=0.0015)


# at 97.1 degrees the track all but repeats after two days: the longitudes are not met quite evenly
@pytest.mark.parametrize("inclination, points", [(28.5, 0.01), (65.0, 0.01), (97.1, 0.02)])
def test_other_inclinations_against_sgp4(inclination, points):
    line = f"{frozen().line2[:8]}{inclination:8.4f}{frozen().line2[16:68]}"
    tilted = elements.parse(f"{frozen().line1}\n{line}{checksum(line)}")
    with catch_warnings():
        simplefilter("ignore", elements.ElementAgeWarning)
        track = ground.ground_track(tilted, start_utc=tilted.epoch_utc, duration_s=365 * 86400.0, step_s=20)
    minutes = coverage.minutes_per_day(track)
    share = coverage.time_share(inclination, altitude_km=tilted.altitude_km)
    assert max(abs(POINTS * (share[code] - minutes[code] / 1440)) for code in share) < points


def test_share_below_against_the_propagated_year():
    latitude = frozen_year().latitude_deg
    edges = [-51.5, -50, -40, -20, 0, 10, 20, 30, 40, 45, 50, 51, 51.5, 51.75]
    ours = coverage.share_below(
        edges, inclination_deg=frozen().inclination_deg, altitude_km=frozen().altitude_km
    )
    counted = [(latitude < edge).mean() for edge in edges]
    assert ours == pytest.approx(np.array(counted), abs=2e-4)
    # reference table, per cent of the time by absolute latitude
    bands = [0, 10, 20, 30, 40]
    north, south = (
        coverage.share_below(sign * np.array(bands), inclination_deg=51.6424, altitude_km=419.0)
        for sign in (1, -1)
    )
    found = 100 * (np.diff(north) - np.diff(south))
    assert found == pytest.approx([14.13, 14.44, 15.21, 17.08], abs=0.03)


def test_the_integral_agrees_with_slow_quadrature():
    """The width of Mongolia at each latitude, times the dwell density, summed by SciPy."""
    import shapely

    country = geography.polygon("MNG")

    def width(latitude):
        line = shapely.LineString([(-180, latitude), (180, latitude)])
        return shapely.length(shapely.intersection(country, line)) / 360

    def weighted(argument):  # time is even in the argument of latitude
        return width(float(dwell.sub_satellite(argument, *dwell.orbit(ISS, 420.0))[0])) / np.pi

    slow, _ = quad(weighted, 0.9, np.pi / 2, limit=200, epsabs=3e-6)  # from 37 degrees north
    assert coverage.time_share(ISS)["MNG"] == pytest.approx(slow, abs=1e-5)


# inclination, minutes a day over Russia (analytic, Crimea in), area under the track in per cent
@pytest.mark.parametrize(
    "inclination, minutes, area", [(28.5, 0, 0), (51.64, 27.51, 11.6), (65, 94.22, 72.8), (180, 0, 0)]
)
def test_table_by_inclination(inclination, minutes, area):
    share = coverage.time_share(inclination, altitude_km=419.0, borders="de-facto")
    # the reference is without J3, which takes 0.2 % off the time in the north
    assert 1440 * share["RUS"] == pytest.approx(0.998 * minutes, abs=0.1)
    under = coverage.area_share_below(
        "RUS", latitude_deg=dwell.turning_latitude_deg(inclination, 419.0), borders="de-facto"
    )
    assert 100 * under == pytest.approx(area, abs=0.1)


def test_sixty_five_degrees_beats_the_sun_synchronous_orbit_over_russia():
    assert coverage.time_share(65)["RUS"] > coverage.time_share(97.1)["RUS"] > coverage.time_share(ISS)["RUS"]


@pytest.mark.parametrize("borders", geography.VIEWS)
def test_the_table_for_sliders_is_exact_to_a_thousandth_of_a_point(borders):
    table = coverage.share_table(borders)
    steps = np.concatenate(
        [np.arange(0, 180.5, 13.7), [0, 0.01, 0.03, 0.1, 1, 51.64, 51.66, 90, 179.97, 180]]
    )
    for inclination in steps:
        exact = coverage.time_share(inclination, borders=borders)
        assert table.codes == tuple(exact)
        off = table.at(inclination) - np.array(list(exact.values()))
        assert POINTS * np.abs(off).max() < 0.001, inclination


def test_altitude_matters_little_and_the_table_knows_it():
    low, high = (coverage.time_share(ISS, altitude_km=altitude)["RUS"] for altitude in (300, 1200))
    assert low != high and 1440 * low == pytest.approx(1440 * high, abs=0.3)
    table = coverage.share_table()
    assert table.at(ISS, altitude_km=300)[table.codes.index("RUS")] == pytest.approx(low, abs=1e-5)


def test_an_equatorial_orbit_meets_only_the_countries_on_the_equator():
    for inclination in (0, 180):
        share = coverage.time_share(inclination)
        met = {code for code, part in share.items() if part > 0}
        assert {"BRA", "ECU", "COL", "GAB", "COG", "COD", "UGA", "KEN", "SOM", "IDN"} <= met
        assert met <= {
            "BRA",
            "ECU",
            "COL",
            "GAB",
            "COG",
            "COD",
            "UGA",
            "KEN",
            "SOM",
            "IDN",
            "STP",
            "KIR",
            "MDV",
        }


def test_a_polar_orbit_meets_every_country_by_its_width():
    share = coverage.time_share(90)
    assert min(share.values()) > 0
    by_degrees = {code: geography.polygon(code).area / 360 / 180 for code in ("RUS", "BRA", "ATA")}
    for code, expected in by_degrees.items():  # time is even in latitude, but for J2
        assert share[code] == pytest.approx(expected, rel=0.01)


@given(st.floats(0, 180), st.floats(0, 2000))
def test_shares_are_shares(inclination, altitude):
    values = coverage.share_table().at(inclination, altitude_km=altitude)
    assert values.min() >= 0 and values.sum() < 0.5
    below = coverage.share_below([-90, -45, 0, 45, 90], inclination_deg=inclination, altitude_km=altitude)
    assert below[0] == 0 and below[-1] == 1 and np.all(np.diff(below) >= 0)


@pytest.mark.parametrize(
    "arguments, message",
    [
        ((-1,), "inclination_deg must be at least 0"),
        ((180.1,), "inclination_deg must be at most 180"),
        ((np.nan,), "inclination_deg must be one number"),
        (([51.6, 65],), "must be one number"),
    ],
)
def test_bad_inclinations_are_refused(arguments, message):
    for ask in (coverage.time_share, coverage.share_table().at):
        with pytest.raises(ValueError, match=message):
            ask(*arguments)


def test_bad_altitudes_borders_and_latitudes_are_refused():
    with pytest.raises(ValueError, match="altitude_km must be at least 0"):
        coverage.time_share(ISS, altitude_km=-1)
    with pytest.raises(ValueError, match='"un" or "de-facto"'):
        coverage.time_share(ISS, borders="")
    with pytest.raises(TypeError):
        coverage.time_share("51.64")
    with pytest.raises(ValueError, match="latitude_deg must be at most 90"):
        coverage.share_below(91)
    assert np.isnan(coverage.share_below(np.nan))
    assert isinstance(coverage.share_below(0.0), float)
