"""The deorbit planner without a browser: burns and footprints against the physics notes; words, twin."""

import re

import numpy as np
import pytest
import shapely

from course import decay, elements, geography, ground, widgets
from course.widgets.deorbit_planner import tables
from course.widgets.deorbit_planner import words as wording
from course.widgets.deorbit_planner.tables import ALTITUDES_KM, ISPS_S, MASSES_T, PERIGEES_KM
from course.widgets.kit.show import blank
from course.widgets.kit.words import place

HONEST_FACTOR = 2  # of a footprint's length (notes 5.2)
STEP_KM = 72.0  # between the points whose country is looked up
PAGE_BYTES = 1_000_000


pytestmark = pytest.mark.usefixtures("learner")


def planner(**given):
    return widgets.deorbit_planner(**given)


BURNS = [  # start km, perigee km, mass t; m/s and t at 300 s (physics notes 5.1)
    (420, 50, 420, 107.86, 15.12),
    (420, 50, 450, 107.86, 16.20),
    (400, 50, 420, 102.30, 14.35),
    (330, 50, 450, 82.60, 12.46),
    (280, 50, 420, 68.30, 9.64),
]


@pytest.mark.parametrize(("altitude", "perigee", "mass", "change", "tonnes"), BURNS)
def test_burn_and_propellant_are_those_of_the_physics_notes(altitude, perigee, mass, change, tonnes):
    picture = planner(altitude_km=altitude, perigee_km=perigee, mass_t=mass)
    assert picture.delta_v_m_s == pytest.approx(change, abs=0.006)
    assert picture.propellant_t == pytest.approx(tonnes, abs=0.006)


def test_the_tweets_500_tonnes_take_18():
    assert planner(mass_t=500).propellant_t == pytest.approx(18.0, abs=0.05)


def test_burn_times_are_those_of_the_physics_notes():
    """126 minutes at 6 kN with the mass held constant; the propellant that is gone saves 2 %."""
    assert planner().burn_min == pytest.approx(126, rel=0.025)


@pytest.mark.parametrize(("perigee", "length_km"), [(50, 2460), (60, 2880), (70, 3610), (80, 5610)])
def test_footprints_are_within_the_honest_factor_of_the_physics_notes(perigee, length_km):
    picture = planner(perigee_km=perigee)
    _, nearest, farthest, wide_near, wide_far = picture._way
    assert length_km / HONEST_FACTOR < farthest - nearest < length_km * HONEST_FACTOR
    assert wide_far - wide_near == pytest.approx(HONEST_FACTOR * (farthest - nearest), rel=1e-3)
    assert len(picture.pieces) == pytest.approx((farthest - nearest) / STEP_KM, abs=1.5)


@pytest.mark.parametrize("altitude", [270, 420])
@pytest.mark.parametrize("perigee", [0, 35, 80, 120])
@pytest.mark.parametrize(("isp", "mass"), [(220, 50), (340, 500)])
def test_every_table_is_that_of_the_model(altitude, perigee, isp, mass):
    picture = planner(altitude_km=altitude, perigee_km=perigee, isp_s=isp, mass_t=mass)
    change = decay.deorbit_delta_v_m_s(altitude, perigee_km=perigee)
    burn = {"delta_v_m_s": change, "isp_s": isp}
    assert picture.delta_v_m_s == pytest.approx(change)
    assert picture.propellant_t == pytest.approx(decay.propellant_kg(1000 * mass, **burn) / 1000)
    assert picture.burn_min == pytest.approx(decay.burn_time_s(1000 * mass, thrust_n=6000, **burn) / 60)
    if perigee <= 80:
        found = decay.footprint(altitude, perigee_km=perigee)
        assert picture._way[:3] == pytest.approx((found.entry_km, found.nearest_km, found.farthest_km))
    else:
        assert np.isnan(picture._way).all()


def test_the_coast_is_drawn_to_the_entry():
    drawn = tables.tables()
    for at, altitude in enumerate(ALTITUDES_KM):
        for other, perigee in enumerate(PERIGEES_KM[:17]):
            entry = drawn["way_km"][at, other, 0]
            height = decay.coast_height_km(altitude, perigee_km=perigee, along_km=float(entry))
            assert height == pytest.approx(122, abs=2.5)  # km: drag above the entry is not in the ellipse


def test_the_stops_hold_the_article_and_the_tweet():
    assert {420, 500} <= set(MASSES_T) and {270, 420, 430} <= set(ALTITUDES_KM)
    assert {0, 50, 80, 120} <= set(PERIGEES_KM) and {220, 300, 340} <= set(ISPS_S)


def test_one_second_is_seven_kilometres():
    """7.18 km (notes 5.2)."""
    assert planner()._km_per_point / 10 == pytest.approx(7.18, abs=0.01)
    assert "moves all the pieces 7.2 km" in planner().words["second"]


def test_pieces_lie_where_the_station_would_be():
    """SGP4 at the time in which the station flies as far; the country by the polygons."""
    picture = planner(minute=400)
    near_km = picture._way[1]
    seconds = near_km / picture._km_per_point * 10
    moment = np.datetime64("2022-03-12T06:40:00") + np.timedelta64(round(seconds), "s")
    latitude, longitude, _ = ground.sub_satellite_points(elements.on("2022-03-12"), moment)
    assert geography.polygon("NAM").distance(shapely.Point(longitude, latitude)) < 1  # degrees
    assert set(picture.pieces) == {"NAM", "ZAF", ""}
    assert picture.pieces.count("ZAF") / len(picture.pieces) == pytest.approx(0.44, abs=0.01)


def test_it_opens_with_the_pieces_around_point_nemo():
    """48 deg 52.6 min S, 123 deg 23.6 min W, 2,688 km from the nearest land."""
    picture = planner()
    first, last = picture._points("pieces")
    place = np.array([[picture._fine.longitude_deg[(first + last) // 2]],
                      [picture._fine.latitude_deg[(first + last) // 2]]])  # fmt: skip
    assert tables.distance_km(*place, (-123.39, -48.88)) < 700
    assert set(picture.pieces) == {""}


def test_the_ring_around_point_nemo_touches_land_and_encloses_none():
    """The distance is a published one (see the table's module); the coast is that of the map."""
    ring = tables.ring_deg((-123.39, -48.88), 2688.0)
    away = tables.distance_km(*ring.T, (-123.39, -48.88))
    assert away == pytest.approx(2688, abs=0.01)
    longitude, latitude = geography.land_outlines()
    coast = tables.distance_km(longitude, latitude, (-123.39, -48.88))
    assert np.nanmin(coast) > 2600  # km; the map of 1:110 million lacks small islands


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Braking the station's 420 t takes 15.1 t of propellant, what 21 to 35 Progress ships bring."),
        ({}, "The pieces fall along 2,420 km, or half or twice that (pale): sea 100 %."),
        ({"mass_t": 500}, "the tweet's 500 t takes 18.0 t of propellant, what 25 to 42 Progress ships bring"),
        ({"mass_t": 450}, "Braking 450 t takes"),
        ({"minute": 400}, "twice that (pale): South Africa 44 %, Namibia 38 %, sea 18 %."),
        (
            {"perigee_km": 100},
            "At 100 km the air is too thin to hold it: it flies on, for laps or for days, and nobody can "
            "choose where it comes down.",
        ),
    ],
)
def test_the_sentence_says_what_it_takes_and_where_it_ends(given, said):
    assert said in planner(**given).sentence.replace("\xa0", " ")


def test_the_alt_text_is_computed():
    alt = planner(minute=400).alt
    latitude, longitude, _ = ground.sub_satellite_points(elements.on("2022-03-12"), "2022-03-12T06:40")
    assert f"a burn of 107.9 m/s at 06:40 UTC over {place(latitude, longitude)}" in alt
    assert "14,070 km from the burn, and to the ground 16,130 km to 18,550 km from it" in alt
    assert "pieces" not in planner(perigee_km=85).alt


def test_what_lies_under_in_words():
    assert wording.under(["", "", "IND"]) == "sea 67\xa0%, India 33\xa0%"
    five = ["RUS"] * 3 + ["MNG"] * 2 + ["CHN", "IND", "PAK"]
    assert wording.under(five) == "Russia 38\xa0%, Mongolia 25\xa0%, 3 other countries 37\xa0%"
    assert (
        wording.under([*five, ""])
        == "Russia 34\xa0%, Mongolia 22\xa0%, 3 other countries and the sea 44\xa0%"
    )
    for parts in (five, [*five, ""], ["", "IND", "PAK"], ["IND"] * 24 + ["PAK"] * 8 + ["AFG", ""]):
        assert sum(percent for _, percent in wording.shares(parts)) == 100


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"perigee_km": 421}, "perigee_km must be at most 120 .*got 421 km"),
        ({"perigee_km": -1}, "perigee_km must be at least 0"),
        ({"altitude_km": 100}, "altitude_km must be at least 270"),
        ({"altitude_km": 500}, "altitude_km must be at most 430"),
        ({"mass_t": 0}, "mass_t must be at least 50"),
        ({"mass_t": -420}, "mass_t must be at least 50"),
        ({"mass_t": 420_000}, "mass_t must be at most 500.*in tonnes"),
        ({"mass_t": np.nan}, "mass_t must be one number"),
        ({"isp_s": 0}, "isp_s must be at least 220"),
        ({"isp_s": 3000}, "isp_s must be at most 340"),
        ({"minute": 1441}, "minute must lie between 0 and 1440"),
        ({"minute": -1}, "minute must lie between 0 and 1440"),
    ],
)
def test_plans_without_meaning_are_refused_and_nothing_is_lost(wrong, words):
    with pytest.raises(ValueError, match=words):
        planner(**wrong)
    picture = planner()
    before = picture.sentence
    with pytest.raises(ValueError, match=words):
        setattr(picture, *next(iter(wrong.items())))
    assert picture.sentence == before


def test_values_between_two_stops_go_to_the_nearest():
    picture = planner(altitude_km=415, perigee_km=51, mass_t=445.386, isp_s=305)
    stops = picture.altitude_km, picture.perigee_km, picture.mass_t, picture.isp_s
    assert stops == (420, 50, 450, 300)


def test_what_the_hand_does_reaches_the_cell():
    picture = planner()
    picture.set_state({"perigee_km": 0.0, "mass_t": 500.0, "minute": 60})
    assert picture.delta_v_m_s == pytest.approx(123.03, abs=0.006) and "at 01:00 UTC" in picture.alt


def test_the_page_is_small_and_asks_nobody():
    page = planner().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


@pytest.mark.parametrize("perigee", [0, 50, 100])
def test_the_twin_draws_the_same_plan(perigee):
    picture = planner(perigee_km=perigee, minute=400)
    map_ax, height_ax = picture.figure().axes
    drawn = height_ax.lines[0].get_xydata()
    assert drawn[0] == pytest.approx([0, 420])
    if perigee <= 80:
        assert drawn[-1][0] == pytest.approx(picture._way[0], abs=500)
        pieces = map_ax.lines[-3].get_xydata()
        first, last = picture._points("pieces")
        assert pieces[0] == pytest.approx(
            [picture._fine.longitude_deg[first], picture._fine.latitude_deg[first]]
        )
        assert len(pieces) == last - first + 1
    else:
        assert drawn[:, 1].min() == pytest.approx(100, abs=1)


def test_the_twin_fits_into_axes_of_others():
    ax = blank()[1]
    planner().draw(ax)
    assert len(ax.child_axes) == 2
