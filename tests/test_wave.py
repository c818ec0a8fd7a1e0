"""The wave without a browser: its track, its words, its twin in print."""

import re

import numpy as np
import pytest
import traitlets

from course import orbits, widgets
from course.constants import ISS_INCLINATION_DEG
from course.coverage.dwell import sub_satellite
from course.widgets import questions
from course.widgets.wave import tables

DRAWN_DEG = 0.15  # half a pixel of the map
PAGE_BYTES = 200_000

pytestmark = pytest.mark.usefixtures("learner")


def test_the_track_as_drawn_is_that_of_the_model():
    """coverage.dwell.sub_satellite: J2 and J3 periodics, geodetic latitude."""
    turns = np.linspace(0, 1, 361)
    drawn = tables.ground_track(turns, 0.0)[1]
    model = sub_satellite(2 * np.pi * turns, np.radians(ISS_INCLINATION_DEG), orbits.radius_km(420))[0]
    assert np.abs(drawn - model).max() < DRAWN_DEG


def test_each_lap_is_one_shift_further_west():
    longitude, latitude = tables.ground_track(np.array([0.3, 1.3, 2.3]), tables.shift_deg())
    np.testing.assert_allclose(-np.diff(longitude) % 360, orbits.westward_shift_deg(420), atol=1e-9)
    assert np.ptp(latitude) < 1e-9
    assert tables.lap_min() == pytest.approx(orbits.nodal_period_s(420) / 60)


def test_on_an_earth_held_still_the_track_closes():
    before, after = (widgets.wave(minute=minute, earth_turns=False) for minute in (40, 133))
    apart_deg = 360 * abs(93 - tables.lap_min()) / tables.lap_min()  # a lap is not a whole minute
    assert after.place_deg == pytest.approx(before.place_deg, abs=2 * apart_deg)
    after.earth_turns = True
    assert abs(after.place_deg[0] - before.place_deg[0]) > 20


@pytest.mark.parametrize(
    "minute, earth_turns, said",
    [
        (0, False, "Press play"),
        (40, True, f"the Earth has turned {23.6 * 40 / 92.9:.1f} degrees east below it."),
        (
            100,
            True,
            "lap 2. The Earth turned below the circle, so each wave begins 23.6 degrees further west than",
        ),
        (40, False, "with the Earth held still: the flat, tilted circle alone draws the wave."),
        (200, False, "lap 3. The Earth is held still: each lap runs over the same line."),
    ],
)
def test_the_sentence_tells_what_draws_the_wave(minute, earth_turns, said):
    picture = widgets.wave(minute=minute, earth_turns=earth_turns)
    assert said in picture.sentence
    assert not re.search(r"[${}]", picture.sentence + picture.alt)


def test_the_alt_text_tells_circle_earth_and_track():
    turning, still = (widgets.wave(minute=93, earth_turns=turns).alt for turns in (True, False))
    assert "has drawn 1.0 of 3 laps" in turning and "51.8 degrees north and south, each lap 23.6" in turning
    assert "the Earth is held still" in still and "on the same line" in still


def test_no_latitude_and_no_country_stand_in_the_way_of_later_questions():
    """u3-p2 asks how far north, u3-p4 over whom."""
    said = " ".join(widgets.wave(minute=minute).sentence for minute in range(0, 278, 3))
    assert "51.8 degrees" not in said and "Russia" not in said and "inclination" not in said


@pytest.mark.parametrize("wrong", [-1, 279, 1.5, "ten", np.nan])
def test_what_is_not_on_the_picture_is_refused_and_changes_nothing(wrong):
    picture = widgets.wave(minute=10)
    with pytest.raises((ValueError, TypeError, traitlets.TraitError)):
        picture.minute = wrong
    assert picture.minute == 10


def test_what_the_hand_does_reaches_the_cell():
    picture = widgets.wave()
    picture.set_state({"minute": 150, "earth_turns": False})
    assert picture.laps == pytest.approx(150 / tables.lap_min()) and not picture.earth_turns


def test_the_question_keeps_its_answer_back():
    picture = widgets.wave(question="u3-p1", earth_turns=False)
    assert questions.named("u3-p1").computed not in str(picture.question)
    assert "line" not in picture.words["closed"]


def test_the_page_is_small_and_asks_nobody():
    page = widgets.wave().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


@pytest.mark.parametrize("minute", [0, 150])
def test_the_twin_draws_what_is_flown_and_dots_the_rest(minute):
    picture = widgets.wave(minute=minute)
    lines = [one for one in picture.figure().axes[0].lines if len(one.get_xdata()) > 3]
    flown = [one for one in lines if one.get_linestyle() == "-"]
    dotted = [one for one in lines if one.get_linestyle() == ":"]
    assert len(dotted) == 1 and len(flown) == (1 if minute else 0)
    assert max(np.nanmax(one.get_ydata()) for one in lines) == pytest.approx(tables.top_deg(), abs=0.01)
    for one in lines:
        assert np.nanmax(np.abs(np.diff(one.get_xdata()))) < 20  # no line across the map
