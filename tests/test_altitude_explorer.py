"""The altitude explorer without a browser: its numbers, its words, its twin in print."""

import math
import re

import numpy as np
import pytest
import traitlets

from course import elements, orbits, predictions, widgets
from course.constants import EARTH_RADIUS_KM, SIDEREAL_DAY_S
from course.widgets.altitude_explorer import tables
from course.widgets.altitude_explorer import words as wording
from course.widgets.kit.show import blank

STEP = math.log(40_000 / 160) / 720  # of the slider, in the logarithm of the height
ROUNDING = 0.006  # heights are rounded to 1 km at 160 km: 0.3 %; two neighbours may differ by both
PAGE_BYTES = 400_000
# Element set of 12 March 2026 as found in duncaneddy/brahe, src/access/compute.rs
HUBBLE = """\
1 20580U 90037B   26071.94420327  .00008743  00000-0  28877-3 0  9998
2 20580  28.4723  17.7975 0001801 157.8636 202.2037 15.29540863773810"""
GPS_SEMI_MAJOR_AXIS_KM = 26_559.710  # IS-GPS-200: A_REF of the CNAV message
KINDS = tuple(wording.QUANTITIES)


pytestmark = pytest.mark.usefixtures("learner")


def explorer(quantity="speed", height=420):
    return widgets.altitude_explorer(quantity, altitude_km=height)


def test_stops_are_logarithmic_round_and_hold_every_mark():
    stops = tables.stops_km()
    assert (stops[0], stops[-1], len(stops)) == (160, 40_000, 721)
    assert np.abs(np.diff(np.log(stops)) - STEP).max() < 2 * ROUNDING and np.all(np.diff(stops) > 0)
    assert np.all(stops == np.round(stops)) and set(tables.MARKS_KM.values()) <= set(stops)


def test_every_number_shown_is_the_rounded_one_of_the_model():
    """course.orbits at each stop: nothing is interpolated on the way to the screen."""
    picture = explorer()
    columns = picture.words["texts"]
    for at, height in enumerate(tables.stops_km().tolist()):
        minutes = orbits.period_s(height) / 60
        hours_and_minutes = f"{round(minutes) // 60} h {round(minutes) % 60:02d} min"
        assert columns["height"][at] == f"{height:,.0f} km"
        assert columns["speed"][at] == f"{orbits.circular_speed_km_s(height):.2f} km/s"
        assert columns["period"][at] == (f"{minutes:.1f} min" if minutes < 120 else hours_and_minutes)
        assert columns["gravity"][at] == f"{100 * orbits.gravity_fraction(height):.1f} %"
        assert columns["laps"][at] == f"{orbits.laps_per_day(height):.2f}"


@pytest.mark.parametrize(
    ("quantity", "height", "said"),
    [
        ("speed", 20_180, "a lap takes 11 h 58 min at 3.87 km/s: half the speed of the station."),
        ("speed", 420, "a lap takes 93.0 min at 7.66 km/s: this is the station."),
        ("speed", 160, "a lap takes 87.7 min at 7.81 km/s: 102 % of the speed of the station."),
        ("period", 35_786, "a lap takes 23 h 56 min: 15.4 times the station's lap."),
        ("gravity", 420, "gravity is 88.0 % of the ground's: all of it bends the path into a circle."),
        ("laps", 35_786, "a satellite makes 1.00 laps in 24 hours: it keeps step with the turning Earth."),
        ("laps", 2000, "a satellite makes 11.32 laps in 24 hours: the station makes 15.49."),
    ],
)
def test_sentences(quantity, height, said):
    assert explorer(quantity, height).sentence == f"At {height:,} km {said}"


def test_the_marks_stand_where_their_sources_put_them():
    hubble = elements.parse(HUBBLE).altitude_km
    assert tables.MARKS_KM["Hubble"] == pytest.approx(hubble, abs=0.5)
    gps = GPS_SEMI_MAJOR_AXIS_KM - EARTH_RADIUS_KM
    assert tables.MARKS_KM["GPS"] == pytest.approx(gps, abs=5)  # to 10 km, as it is usually quoted
    assert orbits.period_s(tables.MARKS_KM["GPS"]) == pytest.approx(SIDEREAL_DAY_S / 2, rel=3e-4)
    assert orbits.period_s(tables.MARKS_KM["geostationary"]) == pytest.approx(SIDEREAL_DAY_S, rel=1e-5)


def test_the_drawing_is_to_scale_and_moves_one_way():
    """The Earth keeps its size or shrinks, the orbit grows, and both fit."""
    reach = tables._reach()
    earth = reach / (1 + tables.stops_km() / EARTH_RADIUS_KM)
    assert np.all(np.diff(reach) > 0) and reach[-1] == pytest.approx(1)
    assert np.all(np.diff(earth) < 1e-12) and earth[0] > 0.5
    slope = np.diff(reach) / np.diff(np.log(tables.stops_km()))
    near = np.flatnonzero(tables.stops_km() < tables._NEAR_KM)[-1]
    assert slope[near + 2] == pytest.approx(slope[near - 2], rel=0.05)  # no jump where the two parts meet


def test_a_height_between_two_stops_goes_to_the_nearer():
    picture = explorer(height=421)
    assert picture.altitude_km in tables.stops_km()
    assert abs(picture.altitude_km - 421) <= 2
    picture.altitude_km = 35_800
    assert picture.altitude_km == 35_786 and picture.stop == np.flatnonzero(tables.stops_km() == 35_786)


@pytest.mark.parametrize(
    ("height", "kind", "said"),
    [
        (159, ValueError, r"at least 160 \(got 159 km\)"),
        (40_001, ValueError, r"at most 40000 \(got 40001 km\)"),
        (math.nan, ValueError, "must be one number"),
        (math.inf, ValueError, "must be finite"),
    ],
)
def test_heights_that_the_picture_does_not_have_are_refused(height, kind, said):
    with pytest.raises(kind, match=said):
        explorer(height=height)


def test_an_unknown_quantity_is_refused():
    with pytest.raises(traitlets.TraitError, match="speed"):
        explorer("mass")


def test_it_starts_where_there_is_something_to_see():
    assert widgets.altitude_explorer("gravity").altitude_km == 420
    assert widgets.altitude_explorer().altitude_km == 20_180


@pytest.mark.parametrize("quantity", KINDS)
def test_the_twin_draws_the_curve_and_tells_what_it_shows(quantity):
    picture = explorer(quantity, 20_180)
    ax = blank()[1]
    alt = picture.draw(ax)
    curve = max(ax.lines, key=lambda line: len(line.get_xdata()))
    heights, values = curve.get_data()
    np.testing.assert_array_equal(heights, tables.stops_km())
    expected = {
        "speed": orbits.circular_speed_km_s(20_180),
        "period": orbits.period_s(20_180) / 3600,
        "gravity": 100 * orbits.gravity_fraction(20_180),
        "laps": orbits.laps_per_day(20_180),
    }[quantity]
    assert values[picture.stop] == pytest.approx(expected)
    assert values.min() > 0 and values.max() < ax.get_ylim()[1]
    assert ("rises" in alt) == bool(np.all(np.diff(values) > 0))
    assert ("falls" in alt) == bool(np.all(np.diff(values) < 0))
    assert f"20,180 km: {picture.words['texts'][quantity][picture.stop]}" in alt
    assert wording.QUANTITIES[quantity].axis in alt and "160 km to 40,000 km" in alt
    assert {"ISS", "Hubble", "GPS", "geostationary"} <= {text.get_text() for text in ax.texts}


@pytest.mark.parametrize("quantity", KINDS)
def test_words_of_the_picture_and_of_python_are_the_same(quantity):
    """Templates are filled in twice, here and in JavaScript: no gap may be left open."""
    picture = explorer(quantity, 1000)
    names = set(picture.words["texts"]) | {"ending"}
    for template in (picture.words["sentences"][quantity], picture.words["alts"][quantity]):
        assert set(re.findall(r"\$(\w+)", template)) <= names
    assert "$" not in picture.sentence + picture.alt and "{" not in picture.sentence + picture.alt


def test_the_question_closes_it_and_its_answer_is_not_on_the_page():
    question = predictions.ask("u2-p3", "Compared with the station it is:", choices=("faster", "slower"),
                               computed="half as fast, says the computation")  # fmt: skip
    picture = widgets.altitude_explorer("speed", question=question)
    assert picture.prediction is None and "says the computation" not in picture.to_html()
    predictions.predict("u2-p3", "slower")
    assert picture.prediction == {"answer": "slower"}


def test_the_page_is_small():
    assert len(explorer().to_html()) < PAGE_BYTES
