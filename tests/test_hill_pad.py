"""The Hill-frame pad without a browser: its numbers, its words, its twin in print.

Authorities: the course's physics notes, sections 3.3 to 3.5 (Clohessy-Wiltshire, exact two-body motion, the
push for two kilometres), computed there by independent code; `course.relative`, which has its own tests.
"""

import re

import numpy as np
import pytest
import traitlets
from hypothesis import given
from hypothesis import strategies as st
from pictures import sent
from test_relative import CW_TABLE, METRE_TABLE

from course import relative, widgets
from course.orbits import period_s
from course.widgets import questions
from course.widgets.hill_pad import words as wording
from course.widgets.hill_pad.tables import MOST_LAPS, PER_LAP, _largest_departures_m
from course.widgets.kit import words as formats
from course.widgets.kit.show import blank

PAGE_BYTES = 200_000
FINE_M = 0.2  # how well a path of one point a minute knows the nearest approach
GROWTH = (
    1.02  # pushes between the steps that the limit was measured at leave the exact orbits by a little more
)


pytestmark = pytest.mark.usefixtures("learner")


def pad(along=0.0, radial=0.0, cross=0.0, **more):
    return widgets.hill_pad(along_m_s=along, radial_m_s=radial, cross_m_s=cross, **more)


def units_m(picture):
    return sent(picture, "unit_m")


@pytest.mark.parametrize("push, laps, radial, along, cross", CW_TABLE)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_paths_handed_over_are_those_of_the_physics_notes(push, laps, radial, along, cross, sign):
    """The table of section 3.3, a push of 0.15 m/s: the multiples that the picture draws."""
    unit = units_m(pad())[wording.AXES.index(push.removesuffix("_m_s"))]
    drawn = sign * 0.15 * unit[:, round(laps * PER_LAP)]
    assert np.allclose(drawn, sign * np.array([along, radial, cross]), rtol=0, atol=METRE_TABLE)


@given(st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_a_push_is_the_sum_of_its_parts(along, radial, cross):
    picture = pad(along, radial, cross, laps=15)
    push = [picture.along_m_s, picture.radial_m_s, picture.cross_m_s]
    path, summed = picture.path, np.tensordot(push, units_m(picture), 1)
    drawn_m = 0.01  # float32, after 15 laps
    assert np.allclose(summed, [path.along_m, path.radial_m, path.cross_m], rtol=0, atol=drawn_m)


@pytest.mark.parametrize("laps, metres", [(1, 0.20), (5, 0.98)])
def test_exact_orbits_leave_the_path_as_in_the_physics_notes(laps, metres):
    """Section 3.4, curvilinear axes: a push forward of 0.15 m/s."""
    assert pad(0.15, laps=laps).departure_m == pytest.approx(metres, abs=0.005)


@given(st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.integers(1, MOST_LAPS))
def test_no_push_leaves_exact_orbits_by_more_than_the_note_says(along, radial, cross, laps):
    limit = _largest_departures_m(420.0)[laps - 1]
    assert pad(along, radial, cross, laps=laps).departure_m <= GROWTH * limit + 1e-3
    assert f"at most {limit:.1f} m within {formats.laps(laps)}" in pad().words["notes"][laps - 1]


def test_two_kilometres_need_a_push_of_0_1195():
    """Section 3.5: 0.1195 m/s for two kilometres after one lap."""
    assert "1.84 km behind" in pad(0.11).sentence and "2.01 km behind" in pad(0.12).sentence


@given(st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.sampled_from([100, 200]))
def test_recontact_and_nearest_are_those_of_a_fine_path(along, radial, cross, within):
    picture = pad(along, radial, cross, laps=3, within_m=within)
    push = {name: getattr(picture, name) for name in ("along_m_s", "radial_m_s", "cross_m_s")}
    lap = period_s(420)
    fine = relative.hill_motion(np.linspace(lap / 2, 3 * lap, 14001), **push)  # a point a second
    assert picture.nearest.distance_m == pytest.approx(fine.distance_m.min(), abs=FINE_M)
    when = picture.recontact_s
    before = fine.distance_m[fine.time_s < (np.inf if np.isnan(when) else when)]
    assert np.all(before > within - FINE_M)
    if when > lap / 2:
        assert relative.hill_motion(when, **push).distance_m == pytest.approx(within, abs=FINE_M)


@pytest.mark.parametrize(
    "push, meets",
    [
        ((0.1, 0, 0), False),
        ((0, 0.2, 0), True),
        ((0, 0, 0.2), True),
        ((0, 0, 0), True),
        ((-0.1, 0.1, 0), False),
    ],
)
def test_who_is_safe_in_the_exercise_is_safe_here(push, meets):
    """Exercise u4-3: never within 200 m between half a lap and three laps."""
    assert np.isfinite(pad(*push, laps=3).recontact_s) == meets


@pytest.mark.parametrize(
    "push, laps, said",
    [
        ((0.15, 0, 0), 1, "Pushed forward at 0.15 m/s it is 2.51 km behind after one lap."),
        ((0.15, 0, 0), 1, "From half a lap on the parts stay 1.36 km apart or more."),
        ((-0.15, 0, 0), 3, "Pushed backward at 0.15 m/s it is 7.53 km ahead after 3 laps."),
        ((0.1, 0, 0), 1, "1.67 km behind after one lap"),
        ((0, 0.15, 0), 1, "Pushed up at 0.15 m/s it is back at the other part after one lap."),
        ((0, 0.15, 0), 1, "after 76 minutes they are within 200 m of each other, at the nearest 0 m."),
        ((0, 0, -0.2), 2, "Pushed to the right at 0.20 m/s it is back at the other part after 2 laps."),
        ((0, 0, -0.2), 2, "Recontact: after 46 minutes"),
        ((0.05, -0.1, 0.02), 15, "Pushed forward at 0.05, down at 0.10 and to the left at 0.02 m/s it is"),
        ((0.05, -0.1, 0.02), 15, "12.6 km behind after 15 laps."),
        ((0, 0, 0), 1, "Without a push the parts stay together."),
    ],
)
def test_the_sentence_says_where_and_how_near(push, laps, said):
    assert said in pad(*push, laps=laps).sentence


def test_the_straight_line_is_the_usual_mistake():
    picture = pad(0.15)
    assert "837 m" not in picture.sentence
    picture.straight = True
    assert picture.sentence.endswith("If it flew straight on, it would be 837 m ahead.")


def test_the_alt_text_is_computed():
    picture = pad(0.15, laps=3)
    assert "seen from the side" in picture.alt and "the Earth below" in picture.alt
    assert "after each lap it is 2.51 km, 5.02 km and 7.53 km behind" in picture.alt
    assert picture.alt.endswith("After 4.6 hours it is 7.53 km behind.")
    picture.flown_laps = 0.5
    assert picture.alt.endswith("After 46 minutes it is 1.26 km behind and 533 m above, 1.36 km away.")
    picture.flown_laps, picture.view = 0, "above"
    assert "seen from above" in picture.alt and picture.alt.endswith("It is being pushed.")
    assert pad().alt.endswith("Without a push there is no path.")


def test_a_higher_orbit_takes_longer_and_drifts_farther():
    low, high = pad(0.15), pad(0.15, altitude_km=1200)
    ratio = period_s(1200) / period_s(420)
    assert high.path.along_m[-1] == pytest.approx(ratio * low.path.along_m[-1])
    assert high.words["earth"] == "Earth, 1,200 km below"


@pytest.mark.parametrize("wrong", [0.21, -1, np.nan, np.inf, [0.1, 0.2]])
@pytest.mark.parametrize("axis", ["along_m_s", "radial_m_s", "cross_m_s"])
def test_a_push_off_the_pad_is_refused(axis, wrong):
    with pytest.raises((ValueError, traitlets.TraitError), match=axis):
        widgets.hill_pad(**{axis: wrong})


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"altitude_km": 100}, "altitude_km must be at least 200"),
        ({"altitude_km": np.nan}, "altitude_km must be one number"),
        ({"laps": 0}, "laps must lie between 1 and 15"),
        ({"laps": 16}, "laps must lie between 1 and 15"),
        ({"within_m": 150}, "within_m"),
    ],
)
def test_what_has_no_meaning_is_refused(wrong, words):
    with pytest.raises((ValueError, traitlets.TraitError), match=words):
        widgets.hill_pad(**wrong)


def test_a_picture_refuses_and_stays_as_it_was():
    picture = pad(0.15)
    for name, wrong in (("along_m_s", 0.5), ("laps", 99), ("flown_laps", -1), ("view", "below")):
        before = getattr(picture, name)
        with pytest.raises((ValueError, traitlets.TraitError)):
            setattr(picture, name, wrong)
        assert getattr(picture, name) == before


def test_a_push_goes_to_the_nearest_stop():
    assert pad(0.1149).along_m_s == 0.11 and pad(-0.066).along_m_s == -0.07


def test_the_question_knows_the_answer_and_the_picture_does_not():
    question = questions.named("u4-p2")
    lap, day = period_s(420), np.arange(0, 86400, 60)
    forward = relative.hill_motion(day, along_m_s=0.15)
    near = relative.closest_approach(forward, after_s=lap / 2).distance_m / 1000
    assert question.computed.startswith(f"forward or backward: {near:.1f} km apart")
    assert "back after 1.0 laps, to the side after 0.5" in question.computed
    picture = widgets.hill_pad(question="u4-p2")
    assert picture.question["id"] == "u4-p2" and "1.4 km apart" not in str(picture.question)


def test_the_page_is_small_and_asks_nobody():
    page = pad(0.15).to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


@pytest.mark.parametrize("view, row", [("side", "radial_m"), ("above", "cross_m")])
def test_the_twin_draws_the_same_path(view, row):
    picture = pad(0.1, 0.05, -0.02, laps=2)
    picture.view, picture.straight = view, True
    lines = {one.get_label(): one for one in picture.figure().axes[0].lines}
    path = lines["path of the pushed part"]
    np.testing.assert_array_equal(path.get_xdata(), picture.path.along_m)
    np.testing.assert_array_equal(path.get_ydata(), getattr(picture.path, row))
    assert len(lines["after each lap"].get_xdata()) == 2
    straight = lines["if it flew straight on"].get_xydata()[-1]
    assert straight == pytest.approx(2 * period_s(420) * np.array([0.1, 0.05 if view == "side" else -0.02]))
    assert any(label.startswith("nearest from half a lap on: ") for label in lines)


def test_the_twin_marks_where_they_meet_and_needs_no_push():
    picture = pad(radial=0.15)
    lines = {one.get_label(): one for one in picture.figure().axes[0].lines}
    cross = lines["within 200 m: 76 minutes"].get_xydata()[0]
    assert np.hypot(*cross) == pytest.approx(200, abs=1)
    still = pad()
    still.draw(blank()[1])
