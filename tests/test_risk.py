"""Where an uncontrolled fall can end, and on whom.

Authorities: SGP4 over two months (dwell times); the course's physics notes, section 5.3, whose own
computation takes the geocentric latitude, so that countries at the edge of the track differ; conservation.
"""

import warnings

import numpy as np
import pytest

from course import elements, ground, risk
from course.cities import population_bands
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.coverage import population_share_below, time_share
from course.elements import ElementAgeWarning

INCLINATION_DEG = 51.64
NOTES = {  # chance of the fall in %, that per 100 million people, 1e-9 per person and km2, E of 1,000 m2
    "RUS": (1.91, 1.32, 1.83, 2.6e-4),
    "IND": (0.58, 0.043, 1.82, 2.5e-3),
    "CHN": (2.54, 0.18, 2.27, 3.2e-3),
    "USA": (2.32, 0.71, 2.64, 8.7e-4),
    "UKR": (0.41, 1.0, 6.47, 2.6e-4),
    "DEU": (0.23, 0.28, 6.63, 5.5e-4),
}
ROUNDING = 0.05  # relative: two digits in the notes, people counted in other ways
AT_THE_EDGE = 0.25  # relative: 0.2 degrees of latitude and the spread of villages matter there
EDGE = {"RUS", "DEU"}


@pytest.mark.parametrize("country", NOTES)
def test_shares_of_the_physics_notes(country):
    percent, per_100_million, _, _ = NOTES[country]
    share = risk.impact_share(INCLINATION_DEG)[country]
    assert 100 * share == pytest.approx(percent, abs=0.015)
    people = risk.population()[country] / 1e8
    assert 100 * share / people == pytest.approx(per_100_million, rel=ROUNDING)


@pytest.mark.parametrize("country", NOTES)
def test_expectations_of_the_physics_notes(country):
    _, _, per_person, expected = NOTES[country]
    tolerance = AT_THE_EDGE if country in EDGE else ROUNDING
    assert risk.mean_person_density_km2(country) == pytest.approx(1e-9 * per_person, rel=tolerance)
    assert risk.casualty_expectation(1000)[country] == pytest.approx(expected, rel=tolerance)


def test_ratios_of_the_physics_notes():
    """By ground Russia 3.3 times India, China 1.33 times Russia; by casualties India 9.3, China 12.1."""
    share, expected = risk.impact_share(INCLINATION_DEG), risk.casualty_expectation(1000)
    assert share["RUS"] / share["IND"] == pytest.approx(3.3, rel=0.02)
    assert share["CHN"] / share["RUS"] == pytest.approx(1.33, rel=0.02)
    assert 1 - sum(share.values()) == pytest.approx(0.728, abs=0.001)
    assert expected["IND"] / expected["RUS"] == pytest.approx(9.3, rel=AT_THE_EDGE)
    assert expected["CHN"] / expected["RUS"] == pytest.approx(12.1, rel=AT_THE_EDGE)
    assert expected["IND"] / expected["world"] == pytest.approx(0.129, rel=0.15)
    assert expected["CHN"] / expected["world"] == pytest.approx(0.168, rel=0.15)


def test_an_average_russian_and_an_average_indian_run_much_the_same_risk():
    """The notes find 1.83 and 1.82, a census grid of one degree 1.95 and 1.85 (GPW v4, 2020)."""
    russian, indian = (risk.mean_person_density_km2(country) for country in ("RUS", "IND"))
    assert 0.95 < russian / indian < 1.3
    assert indian == pytest.approx(1.85e-9, rel=0.03)
    assert russian == pytest.approx(1.95e-9, rel=0.2)


@pytest.mark.parametrize("south_deg", [-51, -30, 0, 44, 49, 50])
def test_risk_by_latitude_is_the_time_that_sgp4_spends_there(south_deg):
    """61 days, in which the track closes; one degree of latitude at a time."""
    iss, seconds = elements.on("2022-03-12"), 61 * 86400
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ElementAgeWarning)
        track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=seconds, step_s=20)
    inside = (track.latitude_deg >= south_deg) & (track.latitude_deg < south_deg + 1)
    fine = south_deg + np.arange(0.0125, 1, 0.025)
    chance_km2 = risk.person_density_km2(fine, inclination_deg=iss.inclination_deg)
    assert chance_km2 @ ring_km2(fine, 0.025) == pytest.approx(inside.mean(), rel=0.01)


def ring_km2(latitude_deg, width_deg):
    """Return the area of narrow rings along parallels of WGS84, from its two radii of curvature."""
    eccentricity2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING)
    sine, cosine = np.sin(np.radians(latitude_deg)), np.cos(np.radians(latitude_deg))
    normal = EARTH_RADIUS_KM / np.sqrt(1 - eccentricity2 * sine**2)
    meridian = EARTH_RADIUS_KM * (1 - eccentricity2) / (1 - eccentricity2 * sine**2) ** 1.5
    return 2 * np.pi * normal * cosine * meridian * np.radians(width_deg)


@pytest.mark.parametrize("latitude, times", [(45, 2.3), (50, 4.9), (51, 8.4)])
def test_risk_rises_towards_the_turning_latitude(latitude, times):
    """The notes' factors, which put the turn at 51.64 degrees; on the map it lies at 51.80."""
    ours = risk.person_density_km2(latitude) / risk.person_density_km2(0)
    assert ours == pytest.approx(times, rel=0.22)
    assert ours < times


def test_beyond_the_turning_latitude_there_is_none():
    assert risk.person_density_km2([51.9, 60, 90, -90, -52]).tolist() == [0, 0, 0, 0, 0]
    expected = risk.casualty_expectation(1000)
    assert expected["FIN"] == expected["ISL"] == risk.mean_person_density_km2("NOR") == 0


def test_with_a_spread_there_is_some_north_of_the_track_and_a_russian_runs_less():
    """An outsider's count: 0.75 of the value without a spread, and about 0.9 to 1.0 of an Indian's."""
    assert risk.person_density_km2(53.1, spread_km=150) > 0 == risk.person_density_km2(53.2, spread_km=150)
    narrow, wide = (risk.mean_person_density_km2("RUS", spread_km=spread) for spread in (0, 150))
    assert wide / narrow == pytest.approx(0.75, abs=0.01)
    assert 0.9 < wide / risk.mean_person_density_km2("IND", spread_km=150) < 1.0
    within = risk.people_by_latitude("RUS", width_deg=0.05)
    middle = np.arange(-90 + 0.025, 90, 0.05)
    near = within[(middle > 51.8) & (middle < 51.8 + 150 / 111.2)].sum() / within.sum()
    assert near == pytest.approx(0.061, abs=0.005)


def test_a_wide_spread_evens_the_strip_out():
    """Uniform by hand: 1,000 km to either side, from tracks of every latitude that is nearer."""
    track = np.arange(-51.8, 51.8, 0.01)
    time = np.diff(np.asarray(risk.share_below(np.append(track, 51.8))))
    near = np.abs(track + 0.005 - 30) < 1000 / 111.2
    by_hand = time[near].sum() / (2 * 1000 / 111.2) * 0.05
    ours = risk.person_density_km2(30, spread_km=1000) * ring_km2(30.0, 0.05)
    assert ours == pytest.approx(by_hand, rel=0.02)


def test_russia_s_place_among_those_who_carry_the_risk():
    for spread_km, place, percent in ((0, 10, 1.89), (150, 15, 1.44)):
        expected = risk.casualty_expectation(1000, spread_km=spread_km)
        world = expected.pop("world")
        assert 100 * expected["RUS"] / world == pytest.approx(percent, abs=0.005)
        assert 1 + sum(other > expected["RUS"] for other in expected.values()) == place


def test_uars_is_as_dangerous_as_nasa_said():
    """NASA, September 2011: 22.38 m2, inclination 57 degrees, 1 in 3,200 (people of that year: 6 % fewer)."""
    ours = risk.casualty_expectation(22.38, 57.0)["world"]
    assert 1 / ours == pytest.approx(3200, rel=0.1)


def test_the_station_s_area_is_a_range():
    low, high = (risk.casualty_expectation(area)["world"] for area in risk.STATION_AREAS_M2)
    assert (round(1 / low), round(1 / high)) == (32, 8)  # once in so many falls somebody is hit, on average


@pytest.mark.parametrize("spread_km", [-1, 1001, np.nan, "wide"])
def test_a_spread_without_meaning_is_refused(spread_km):
    with pytest.raises((ValueError, TypeError), match="spread_km"):
        risk.person_density_km2(0, spread_km=spread_km)


@pytest.mark.parametrize("spread_km", [0, 150])
@pytest.mark.parametrize("inclination", [0, 28.5, 51.64, 97.4, 180])
def test_the_whole_earth_gets_the_whole_fall(inclination, spread_km):
    middle = np.arange(-90 + 0.025, 90, 0.05)
    chance = risk.person_density_km2(middle, inclination_deg=inclination, spread_km=spread_km)
    total = chance @ ring_km2(middle, 0.05)
    assert total == pytest.approx(1, abs=1e-4)


def test_the_world_is_the_sum_and_everybody_is_counted():
    expected = risk.casualty_expectation(2500, 60.0)
    assert sum(value for code, value in expected.items() if code != "world") == pytest.approx(
        expected["world"]
    )
    assert set(expected) - {"world"} == set(population_bands().un)
    _, people = risk._people("un")
    assert people.sum() == pytest.approx(sum(risk.population().values()), rel=1e-3)
    assert people.sum() == pytest.approx(7.62e9, rel=0.01)  # the notes' world


@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_people_by_latitude_are_those_of_the_country(borders):
    degrees = risk.people_by_latitude("RUS", borders=borders)
    fine = risk.people_by_latitude("Russia", width_deg=0.05, borders=borders)
    assert len(degrees) == 180 and len(fine) == 3600
    np.testing.assert_allclose(fine.reshape(180, 20).sum(axis=1), degrees)
    every = [risk.people_by_latitude(code, borders=borders) for code in ("RUS", "UKR")]
    assert sum(each.sum() for each in every) == pytest.approx(184.5e6, rel=0.01)  # national totals of 2018
    assert risk.people_by_latitude(borders=borders).sum() == pytest.approx(7.62e9, rel=0.01)


def test_people_by_latitude_agree_with_the_share_below():
    """`coverage.population_share_below` counts the listed places of one country one by one."""
    for country, latitude in (("RUS", 52), ("IND", 20), ("CHN", 35)):
        people = risk.people_by_latitude(country)
        share = people[: 90 + latitude].sum() / people.sum()
        assert share == pytest.approx(population_share_below(country, latitude_deg=latitude), abs=1e-3)


def test_expectation_grows_with_the_area_and_is_zero_for_none():
    one, two = risk.casualty_expectation(1000), risk.casualty_expectation(2000)
    assert two["IND"] == pytest.approx(2 * one["IND"])
    assert set(risk.casualty_expectation(0).values()) == {0.0}


def test_both_views_of_the_borders():
    un, held = (risk.casualty_expectation(1000, borders=borders) for borders in ("un", "de-facto"))
    assert held["RUS"] > un["RUS"] and held["UKR"] < un["UKR"]
    assert held["RUS"] + held["UKR"] == pytest.approx(un["RUS"] + un["UKR"])
    assert held["world"] == pytest.approx(un["world"])
    assert (
        risk.impact_share(INCLINATION_DEG, borders="de-facto")["RUS"]
        > risk.impact_share(INCLINATION_DEG)["RUS"]
    )


def test_impact_share_is_the_share_of_the_time():
    assert risk.impact_share(70.0) == time_share(70.0)


def test_a_country_of_one_view_alone_is_counted_there_and_unknown_in_the_other():
    """Northern Cyprus and Somaliland: only who is in control knows them."""
    for code in ("CYN", "SOL"):
        assert risk.people_by_latitude(code, borders="de-facto").sum() > 1e5
        assert risk.mean_person_density_km2(code, borders="de-facto") > 0
        for ask in (risk.people_by_latitude, risk.mean_person_density_km2):
            with pytest.raises(ValueError, match=code):
                ask(code)


@pytest.mark.parametrize("area", [-1, 1e7, np.nan, np.inf])
def test_areas_without_meaning_are_refused(area):
    with pytest.raises(ValueError, match="casualty_area_m2 must"):
        risk.casualty_expectation(area)


def test_words_for_wrong_arguments():
    for inclination in (-1, 181, np.nan):
        with pytest.raises(ValueError, match="inclination_deg must"):
            risk.casualty_expectation(1000, inclination)
        with pytest.raises(ValueError, match="inclination_deg must"):
            risk.impact_share(inclination)
    with pytest.raises(ValueError, match="latitude_deg must"):
        risk.person_density_km2(91)
    with pytest.raises(ValueError, match="borders must"):
        risk.casualty_expectation(1000, borders="other")
    with pytest.raises(ValueError, match="no country"):
        risk.mean_person_density_km2("Atlantis")
    for people in (risk.mean_person_density_km2, risk.people_by_latitude):
        with pytest.raises(ValueError, match="no inhabited place"):
            people("ATA")
    for width in (0, -1, 0.07, 0.075, 0.049, 7, 90.05, 180, np.nan):
        with pytest.raises(ValueError, match="width_deg must be"):
            risk.people_by_latitude("RUS", width_deg=width)
    assert np.isnan(risk.person_density_km2(np.nan))


def test_people_are_those_of_2018_and_the_difference_is_told():
    """United Nations: 8 thousand million on 15 November 2022."""
    people = sum(risk.population().values())
    assert round(people / 1e9, 2) == 7.61 and round(100 * (8.0e9 / people - 1)) == 5
    assert "7.61 thousand" in risk.__doc__ and "5 % more" in risk.__doc__
