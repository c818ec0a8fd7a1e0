"""Risk by latitude without a browser: its numbers, its words, its twin in print.

Authorities: the course's physics notes, section 5.3, within the tolerances of `test_risk` (which says why);
`course.risk` and `course.coverage`, which have their own tests.
"""

import re

import numpy as np
import pytest
import traitlets
from test_risk import AT_THE_EDGE, EDGE, NOTES, ROUNDING

from course import coverage, risk, widgets
from course.widgets import questions
from course.widgets.kit.show import blank
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import tables
from course.widgets.risk_by_latitude import words as wording

PAGE_BYTES = 600_000
FLOAT32 = 1e-6  # relative
SHARE = 1e-5  # of the time: the table that follows sliders, against the exact integral
STOPS = tables.stops_deg().tolist()
FEW = [20.0, 28.5, 51.64, 65.0, 90.0]


pytestmark = pytest.mark.usefixtures("learner")


def result(code, **more):
    return widgets.risk_by_latitude(countries=[code], **more).results[0]


@pytest.mark.parametrize("country", NOTES)
def test_a_country_has_what_the_physics_notes_say(country):
    percent, _, per_person, expected = NOTES[country]
    tolerance = AT_THE_EDGE if country in EDGE else ROUNDING
    found = result(country)
    assert 100 * found["share"] == pytest.approx(percent, abs=0.015)
    assert found["expected"] == pytest.approx(expected, rel=tolerance)
    assert found["mean"] == pytest.approx(1e-9 * per_person, rel=tolerance)


def test_much_the_same_risk_for_a_person_and_eight_times_the_casualties():
    russia, india, china = widgets.risk_by_latitude().results
    assert 0.95 < russia["mean"] / india["mean"] < 1.3  # the notes: 1.83 and 1.82; see test_risk
    assert india["expected"] / russia["expected"] == pytest.approx(9.3, rel=AT_THE_EDGE)
    assert china["expected"] / russia["expected"] == pytest.approx(12.1, rel=AT_THE_EDGE)
    assert russia["share"] / india["share"] == pytest.approx(3.3, rel=0.02)


@pytest.mark.parametrize("stop", FEW)
@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_the_tables_are_those_of_the_models(stop, borders):
    at, table = STOPS.index(stop), tables.tables(borders)
    share = risk.impact_share(stop, borders=borders)
    expected = risk.casualty_expectation(1e6, stop, borders=borders)  # of a km2
    for code in ("RUS", "UKR", "IND", "MAR", "FIN", "AUS"):
        place = tables.listed().index(code)
        assert table["share"][at, place] == pytest.approx(share[code], abs=SHARE)
        assert table["expected"][at, place] == pytest.approx(expected[code], rel=FLOAT32)
        mean = risk.mean_person_density_km2(code, inclination_deg=stop, borders=borders)
        assert result(code, inclination_deg=stop, borders=borders)["mean"] == pytest.approx(mean, rel=1e-5)
    assert table["world"][at] == pytest.approx(expected["world"], rel=FLOAT32)


@pytest.mark.parametrize("stop", FEW)
def test_who_is_reached_is_who_lives_below_the_track(stop):
    """`coverage.population_share_below` counts place by place; the track may cut a band of 0.05 degrees."""
    north = float(tables.chance_by_latitude()["turns_deg"][STOPS.index(stop), 1])
    for code in ("RUS", "IND", "USA", "DEU"):
        below = coverage.population_share_below(code, latitude_deg=north)
        assert result(code, inclination_deg=stop)["reached"] == pytest.approx(below, abs=0.02)


def test_the_chance_is_zero_beyond_the_turn_and_highest_below_it():
    curves = tables.chance_by_latitude()
    for at, stop in enumerate(STOPS):
        latitude, chance = curves["latitude_deg"][at], curves["chance"][at]
        assert latitude[-1] == pytest.approx(curves["turns_deg"][at, 1], abs=1e-4)
        assert np.all(np.diff(chance[65:-4]) > 0)  # then come means over 0.05 degrees that the track cuts
        assert chance[-4:].min() > chance[:-4][4:].max() > twin.FULL_SCALE  # the drawing ends before them
        assert risk.person_density_km2(min(latitude[-1] + 0.06, 90), inclination_deg=stop) == 0 or stop == 90


def test_only_countries_whose_borders_differ_are_sent_twice():
    moved = {tables.listed()[place] for place in tables.moved_km()}
    assert {"RUS", "UKR"} <= moved and len(moved) < 10 and "IND" not in moved
    un, held = (result("RUS", borders=borders) for borders in ("un", "de-facto"))
    assert held["expected"] > un["expected"] and held["share"] > un["share"]


def test_the_sentence_speaks_of_each_country():
    head, russia, india, china = widgets.risk_by_latitude().sentence.splitlines()
    assert "With 1,000 m² of casualty area a fall at 51.6 degrees costs 0.017 casualties" in head
    assert head.endswith("170 times the limit of 0.0001.")
    expected = risk.casualty_expectation(1000)
    assert russia.startswith("Russia: 1.9 % that it ends there; 0.00032 casualties;")
    assert f"{expected['IND']:.4f}" in india and f"{expected['CHN']:.4f}" in china
    mean = expected["world"] / 1e-3 / risk.people_by_latitude().sum()  # 1,000 m2 are 0.001 km2
    ratio = risk.mean_person_density_km2("IND") / mean
    assert f"{ratio:.2f} times the world's mean risk for a person" in india


@pytest.mark.parametrize(
    "more, said",
    [
        ({"casualty_area_m2": 0}, "With 0 m² of casualty area nobody is hit, wherever it falls."),
        ({"casualty_area_m2": 5000}, "With 5,000 m² of casualty area a fall at 51.6 degrees costs 0.086"),
        ({"inclination_deg": 65}, "a fall at 65 degrees costs"),
        ({"inclination_deg": 28.5}, "Russia: the track never comes there."),
        ({"countries": ["Kazakhstan"]}, "Kazakhstan: 1.4 % that it ends there"),
    ],
)  # fmt: skip
def test_the_sentence_in_other_states(more, said):
    assert said in widgets.risk_by_latitude(**more).sentence


def test_the_limit_is_told_where_it_is_kept():
    little = widgets.risk_by_latitude(casualty_area_m2=0)
    assert little.world_expected == 0 and "limit" not in little.sentence
    assert wording.significant(risk.ACCEPTED) == "0.00010" and float(twin.LIMIT) == risk.ACCEPTED


def test_the_alt_text_is_computed():
    alt = widgets.risk_by_latitude().alt
    assert "1.6 in a thousand million at the equator, growing towards 51.8 degrees; beyond them the" in alt
    assert "Russia, 140 million people, 75 % of them where the track never comes" in alt
    assert "India, 1,400 million people, none of them" in alt
    assert "the world 0.017, Russia 0.00032, India 0.0025, China 0.0032; the limit is 0.0001" in alt


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"countries": []}, "one to three different countries"),
        ({"countries": ["RUS", "Russia"]}, "one to three different countries"),
        ({"countries": ["RUS", "IND", "CHN", "USA"]}, "one to three different countries"),
        ({"countries": ["Atlantis"]}, "there is no country 'Atlantis'"),
        ({"countries": ["ATA"]}, "no inhabited place"),
        ({"countries": [7]}, "country must be text such as 'KAZ'"),
        ({"casualty_area_m2": -1}, "casualty_area_m2 must be at least 0"),
        ({"casualty_area_m2": 5001}, "casualty_area_m2 must be at most 5000"),
        ({"casualty_area_m2": np.nan}, "casualty_area_m2 must be one number"),
        ({"inclination_deg": 19}, "inclination_deg must be at least 20"),
        ({"inclination_deg": 98}, "inclination_deg must be at most 90"),
        ({"borders": "other"}, "borders"),
    ],
)
def test_what_has_no_meaning_is_refused(wrong, words):
    with pytest.raises((ValueError, TypeError, traitlets.TraitError), match=words):
        widgets.risk_by_latitude(**wrong)


def test_a_picture_refuses_and_stays_as_it_was():
    picture = widgets.risk_by_latitude()
    for name, wrong in (
        ("countries", ("RUS", "Atlantis")),
        ("casualty_area_m2", 9e9),
        ("inclination_deg", 0),
    ):
        before = getattr(picture, name)
        with pytest.raises((ValueError, traitlets.TraitError)):
            setattr(picture, name, wrong)
        assert getattr(picture, name) == before


def test_numbers_go_to_the_nearest_stop_and_names_to_codes():
    picture = widgets.risk_by_latitude(
        countries=("India", "rus"), casualty_area_m2=1234, inclination_deg=51.7
    )
    assert (picture.countries, picture.casualty_area_m2, picture.inclination_deg) == (
        ("IND", "RUS"),
        1200,
        51.64,
    )
    picture.set_state({"countries": ["CHN", "USA", "DEU"]})  # a list, as JSON has it
    assert len(picture.results) == 3


def test_the_notes_name_the_other_view_and_the_parameter():
    notes = widgets.risk_by_latitude().words["notes"]
    assert all(
        "the casualty area is a parameter" in note and "NASA-STD-8719.14" in note for note in notes.values()
    )
    assert all("$other casualties expected in Russia" in note for note in notes.values())


def test_the_question_knows_the_answer_and_the_picture_does_not():
    question = questions.named("u4-p5")
    indian, russian = (risk.mean_person_density_km2(code) for code in ("IND", "RUS"))
    assert question.computed.startswith(
        f"much the same: an average Russian runs {russian / indian:.1f} times"
    )
    assert question.computed.endswith("India expects 8 times the casualties")
    picture = widgets.risk_by_latitude(question="u4-p5")
    assert picture.question["id"] == "u4-p5" and "8 times" not in str(picture.question)


def test_the_page_is_small_and_asks_nobody():
    page = widgets.risk_by_latitude().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


@pytest.mark.parametrize("stop", [28.5, 51.64])
def test_the_twin_draws_the_same(stop):
    picture = widgets.risk_by_latitude(countries=("RUS", "IND"), inclination_deg=stop)
    chance_ax, people_ax, rows_ax = picture.figure().axes
    curve, at = chance_ax.lines[0], STOPS.index(stop)
    np.testing.assert_array_equal(curve.get_xdata(), tables.chance_by_latitude()["chance"][at])
    drawn = [patch.get_data().values.sum() for patch in people_ax.patches]
    assert drawn == pytest.approx([risk.population()[code] / 1e6 for code in ("RUS", "IND")], rel=1e-3)
    ends = {round(float(line.get_xdata()[-1]), 9) for line in rows_ax.lines}
    assert {round(one["expected"], 9) for one in picture.results if one["expected"]} <= ends
    assert chance_ax.get_ylim() == people_ax.get_ylim() == twin.SHOWN_DEG


def test_the_twin_fits_into_axes_of_others():
    ax = blank()[1]
    widgets.risk_by_latitude(casualty_area_m2=0).draw(ax)
    assert len(ax.child_axes) == 3
