"""Risk by latitude without a browser: its numbers, its words, its twin in print.

Authorities: the course's physics notes, section 5.3, within the tolerances of `test_risk` (which says why);
`course.risk` and `course.coverage`, which have their own tests.
"""

import re

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import risk, widgets
from course.coverage import share_below
from course.widgets import questions
from course.widgets.kit.show import blank
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import tables
from course.widgets.risk_by_latitude import words as wording

PAGE_BYTES = 400_000
JOINED = 2e-3  # relative: straight lines between the latitudes that are computed
SPREAD = {"spread_km": risk.FOOTPRINT_HALF_WIDTH_KM}
STOPS = tables.stops_deg().tolist()
FEW = [20.0, 28.5, 51.64, 65.0, 90.0]


pytestmark = pytest.mark.usefixtures("learner")


def result(code, **more):
    return widgets.risk_by_latitude(countries=[code], **more).results[0]


def test_much_the_same_risk_for_a_person_and_ten_times_the_casualties():
    """The notes have 1.83 and 1.82 for one person, on the track; the spread takes a quarter from Russia."""
    russia, india, china = widgets.risk_by_latitude().results
    assert 0.85 < russia["mean"] / india["mean"] < 1.05
    assert 8 < india["hit"] / russia["hit"] < 12 and 10 < china["hit"] / russia["hit"] < 16


@pytest.mark.parametrize("stop", FEW)
@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_the_tables_are_those_of_the_models(stop, borders):
    expected = risk.casualty_expectation(1e6, stop, borders=borders, **SPREAD)  # of a km2
    at, table = STOPS.index(stop), tables.tables(borders)
    assert table["world"][at] == pytest.approx(expected["world"], rel=JOINED)
    for code in ("RUS", "UKR", "IND", "MAR", "FIN", "AUS"):
        found = result(code, inclination_deg=stop, borders=borders)
        place = tables.listed().index(code)
        assert table["expected"][at, place] == pytest.approx(expected[code], rel=JOINED)
        mean = risk.mean_person_density_km2(code, inclination_deg=stop, borders=borders, **SPREAD)
        assert found["mean"] == pytest.approx(mean, rel=JOINED)
        assert found["hit"] == pytest.approx(expected[code] / expected["world"], rel=2 * JOINED)


@pytest.mark.parametrize("stop", FEW)
def test_pieces_fall_up_to_the_limit_and_not_beyond(stop):
    """`coverage.share_below`: the track; NASA's footprint adds 150 km, 1.35 degrees, to either side."""
    south, north = tables.limits_deg()[STOPS.index(stop)].tolist()
    inside, outside = north - 0.1, min(north + 0.1, 90)
    assert (
        share_below(north - tables.SPREAD_DEG + 0.01, inclination_deg=stop) == pytest.approx(1) or stop > 88
    )
    assert risk.person_density_km2(inside, inclination_deg=stop, **SPREAD) > 0
    assert risk.person_density_km2(outside, inclination_deg=stop, **SPREAD) == 0 or north == 90
    assert south == pytest.approx(-north, abs=0.1)


@pytest.mark.parametrize("stop", FEW)
def test_who_is_reached_is_who_lives_within_the_limits(stop):
    band_deg = 0.05
    south, north = tables.limits_deg()[STOPS.index(stop)].tolist()
    middles = np.arange(-90, 90, band_deg) + band_deg / 2
    within = (middles > south) & (middles < north)
    for code in ("RUS", "IND", "USA", None):
        people = risk.people_by_latitude(code, width_deg=band_deg)
        given = {"inclination_deg": stop, "countries": [code or "RUS"]}
        picture = widgets.risk_by_latitude(**given)
        found = picture.results[0]["reached"] if code else picture.world_reached
        assert found == pytest.approx(people[within].sum() / people.sum(), abs=0.02)  # a band may be cut


def test_only_countries_whose_borders_differ_are_sent_twice():
    moved = {tables.listed()[place] for place in tables.moved_km()}
    assert {"RUS", "UKR"} <= moved and len(moved) < 10 and "IND" not in moved
    un, held = (result("RUS", borders=borders) for borders in ("un", "de-facto"))
    assert held["hit"] > un["hit"]


def test_the_sentence_says_who_runs_most_and_least_and_why():
    said = widgets.risk_by_latitude().sentence
    risks = {name: mean_risk(code) for code, name in (("RUS", "Russia"), ("IND", "India"), ("CHN", "China"))}
    least, middle, most = sorted(risks, key=risks.get)
    assert said.startswith(
        f"At a tilt of 51.6 degrees an average person runs most risk in {most}, {risks[most]:.2f} times the "
        f"world's mean, then in {middle}, {risks[middle]:.2f}, least in {least}, {risks[least]:.2f}. "
    )
    north = 51.80 + 150 / 111.2  # the turning latitude, and a footprint to its side
    people, band = risk.people_by_latitude("RUS", width_deg=0.05), np.arange(-90, 90, 0.05)
    beyond = people[band > north].sum() / people.sum()
    within = risks["Russia"] / (1 - beyond)  # the others run none
    assert said.endswith(
        f"In Russia {100 * beyond:.0f}\xa0% live beyond {north:.1f} degrees, where nothing falls; the others "
        f"run {within:.1f} times the mean."
    )


def mean_risk(code):
    """Return the risk of an average person of a country, with the world's mean as 1."""
    mean = risk.casualty_expectation(1e6, **SPREAD)["world"] / risk.people_by_latitude().sum()
    return risk.mean_person_density_km2(code, **SPREAD) / mean


def test_the_alt_text_has_the_risk_of_each_country():
    alt = widgets.risk_by_latitude().alt
    for code in ("RUS", "IND", "CHN"):
        assert f"runs {wording.times(mean_risk(code))} times the world's mean risk" in alt


@pytest.mark.parametrize(
    "more, said",
    [
        ({"inclination_deg": 65}, "live beyond 66.5 degrees, where nothing falls; the others run"),
        ({"inclination_deg": 28.5}, "none in Russia. All of Russia lives beyond 30 degrees"),
        ({"inclination_deg": 90}, "Pieces can fall at every latitude."),
        ({"countries": ["India", "Brazil"]}, "Nobody there lives beyond 53.1 degrees, where nothing falls."),
        ({"countries": ["India"]}, "times the world's mean risk in India. Nobody there lives beyond"),
        (
            {"countries": ["FIN", "RUS"], "inclination_deg": 20},
            "can fall up to 21.5 degrees north and south: on nobody in Finland and Russia.",
        ),
    ],
)  # fmt: skip
def test_the_sentence_in_other_states(more, said):
    assert said in widgets.risk_by_latitude(**more).sentence


def test_the_alt_text_is_computed():
    alt = widgets.risk_by_latitude().alt
    assert "from 53.1 degrees south to 53.1 degrees north" in alt
    assert "the track turns at 51.8 degrees, and pieces fall up to 150 km beside it" in alt
    people, band = risk.people_by_latitude("RUS", width_deg=0.05), np.arange(-90, 90, 0.05)
    beyond = people[band > 53.14].sum() / people.sum()
    assert f"Russia: 140 million people, {100 * beyond:.0f}\xa0% of them where nothing falls" in alt
    assert "India: 1,400 million people, none of them where nothing falls" in alt


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"countries": []}, "one to three different countries"),
        ({"countries": ["RUS", "Russia"]}, "one to three different countries"),
        ({"countries": ["RUS", "IND", "CHN", "USA"]}, "one to three different countries"),
        ({"countries": ["Atlantis"]}, "there is no country 'Atlantis'"),
        ({"countries": ["ATA"]}, "no inhabited place"),
        ({"countries": [7]}, "country must be text such as 'KAZ'"),
        ({"inclination_deg": 19}, "inclination_deg must be at least 20"),
        ({"inclination_deg": 98}, "inclination_deg must be at most 90"),
        ({"inclination_deg": np.nan}, "inclination_deg must be one number"),
        ({"borders": "other"}, "borders"),
    ],
)
def test_what_has_no_meaning_is_refused(wrong, words):
    with pytest.raises((ValueError, TypeError, traitlets.TraitError), match=words):
        widgets.risk_by_latitude(**wrong)


def test_a_picture_refuses_and_stays_as_it_was():
    picture = widgets.risk_by_latitude()
    for name, wrong in (("countries", ("RUS", "Atlantis")), ("inclination_deg", 0)):
        before = getattr(picture, name)
        with pytest.raises((ValueError, traitlets.TraitError)):
            setattr(picture, name, wrong)
        assert getattr(picture, name) == before


def test_numbers_go_to_the_nearest_stop_and_names_to_codes():
    picture = widgets.risk_by_latitude(countries=("India", "rus"), inclination_deg=51.7)
    assert (picture.countries, picture.inclination_deg) == (("IND", "RUS"), 51.64)
    picture.set_state({"countries": ["CHN", "USA", "DEU"]})  # a list, as JSON has it
    assert len(picture.results) == 3


def test_the_notes_name_the_other_view_and_the_width():
    notes = widgets.risk_by_latitude().words["notes"]
    assert all("a footprint 300 km wide" in note for note in notes.values())
    assert all("of 1,000 people hit, $other live in Russia" in note for note in notes.values())


def test_the_question_knows_the_answer_and_the_picture_does_not():
    question = questions.named("u4-p5")
    for spread_km in (0, 150):
        indian, russian = (risk.mean_person_density_km2(code, spread_km=spread_km) for code in ("IND", "RUS"))
        assert f"{russian / indian:.1f} times" in question.computed
    expected = risk.casualty_expectation(1000, **SPREAD)
    times = f"{expected['IND'] / expected['RUS']:.0f} times the casualties"
    assert question.computed.endswith(times)
    picture = widgets.risk_by_latitude(question="u4-p5")
    assert picture.question["id"] == "u4-p5" and times not in str(picture.question)


def test_the_page_is_small_and_asks_nobody():
    page = widgets.risk_by_latitude().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


def test_what_is_drawn_is_what_was_computed():
    picture = widgets.risk_by_latitude()
    step = twin.MOST / 65_534  # of an array that is rounded for the drawing
    np.testing.assert_allclose(sent(picture, "risk"), tables.drawn_risks(), atol=step)


@pytest.mark.parametrize("stop", [51.64, 65.0])
def test_the_shade_says_the_risk_in_the_unit_of_the_bars(stop):
    """`risk.person_density_km2` against `risk.casualty_expectation`, at places between the limits."""
    latitudes = np.array([-30, 0, 20, 40])
    chance = risk.person_density_km2(latitudes, inclination_deg=stop, **SPREAD)
    mean = risk.casualty_expectation(1e6, stop, **SPREAD)["world"] / risk.people_by_latitude().sum()
    drawn = tables.drawn_risks()[STOPS.index(stop)]
    at = ((latitudes + 90) / tables.DRAWN_STEP_DEG).astype(int)
    assert drawn[at] == pytest.approx(chance / mean, rel=5 * JOINED)


@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_a_hundred_people_stand_for_all(borders):
    """As many live so far north as there are dots; and as many are beyond the limits as the words say."""
    places, half = tables.hundred_deg(borders), 0.025  # of a band
    assert (np.diff(places, axis=1) <= 0).all()
    for code in ("RUS", "CHL", "KIR"):
        people, mine = (
            risk.people_by_latitude(code, width_deg=0.05, borders=borders),
            tables.listed().index(code),
        )
        band = np.arange(-90, 90, 0.05) + half
        for at, place in enumerate(places[mine]):
            further, so_far = (people[band > place + one].sum() / people.sum() for one in (half, -half))
            assert further <= (at + 0.5) / 100 + 1e-9 and so_far >= (at + 0.5) / 100 - 1e-9
    south, north = tables.limits_deg().T[:, :, None, None]
    beyond = ((places < south) | (places > north)).sum(axis=2)
    exact = 100 * (1 - tables.tables(borders)["reached"])
    assert np.abs(beyond - exact).max() <= 0.5 + 1e-3  # a whole number of people


@pytest.mark.parametrize("stop", [28.5, 51.64])
def test_the_twin_draws_the_same(stop):
    picture = widgets.risk_by_latitude(countries=("RUS", "IND"), inclination_deg=stop)
    world, *others, bars = picture.figure().axes
    results = picture.results
    for ax, result in zip(others, results, strict=True):
        (dots,) = ax.collections
        empty = (dots.get_facecolors()[:, 3] == 0).sum()
        assert len(dots.get_offsets()) == 100 and empty == pytest.approx(
            100 * (1 - result["reached"]), abs=0.5
        )
    assert [bar.get_width() for bar in bars.patches] == pytest.approx([one["ratio"] for one in results])
    limits = [float(line.get_ydata()[0]) for line in world.lines]
    assert limits == pytest.approx(np.sin(np.radians(tables.limits_deg()[picture.stop])), abs=1e-6)
    assert world.get_ylim() == (-1, 1)


def test_the_twin_fits_into_axes_of_others():
    ax = blank()[1]
    widgets.risk_by_latitude().draw(ax)
    assert len(ax.child_axes) == 5
