"""The height of the station without a browser: numbers against the record and the model, words, twin."""

import datetime as dt
import re

import numpy as np
import pytest
from pictures import sent

from course import decay, elements, history, predictions, widgets
from course.widgets.altitude_history.tables import EVENTS
from course.widgets.altitude_history.tables import sets as _sets
from course.widgets.kit.show import blank

PAGE_BYTES = 250_000
FLOAT32 = 1e-6  # relative


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def picture():
    return widgets.altitude_history()


def at(when):
    return widgets.altitude_history(when=when)


def test_every_element_set_of_the_course_is_drawn_and_no_other(picture):
    heights = sent(picture, "height_km")
    assert len(heights) == len(elements.shipped()) == len(picture.words["sentences"])
    np.testing.assert_allclose(heights[:, 0], history.altitude()["altitude_km"], rtol=FLOAT32)
    assert np.all(heights[:, 1] <= heights[:, 0]) and np.all(heights[:, 0] <= heights[:, 2])


@pytest.mark.parametrize(
    ("when", "height_km"),
    [("2005-11-11", 352), ("2011-06-01", 345), ("2025-09-03", (412.5 + 419.9) / 2)],
)
def test_heights_agree_with_those_published(when, height_km):
    """New Scientist (11 November 2005), ESA before ATV-2's burns, NASA (3 September 2025: two heights)."""
    sets = _sets().set_index("epoch_utc")["altitude_km"]
    nearest = float(sets.iloc[int(np.abs(sets.index.to_numpy() - np.datetime64(when)).argmin())])
    tolerance_km = 3  # the dated sets lie up to months from those days
    assert nearest == pytest.approx(height_km, abs=tolerance_km)


def test_atv_2_raised_the_orbit_between_two_sets():
    """DLR (22 June 2011): over 30 km on 12 and 15 June, over 50 km since February; ESA: from 345 km."""
    before, after = at("2011-05-26"), at("2011-11-13")
    assert "344 km up" in before.sentence and "388 km up" in after.sentence
    assert "171 days later, it is 44.4 km higher" in before.sentence


def test_the_reboost_of_july_2023_shows_as_a_rise():
    assert "it is 3.2 km higher: engines have raised it" in at("2023-07-04").sentence
    assert _sets()["kind"].value_counts()["rise"] == 14


def test_a_fall_is_told_as_a_rate_only_between_near_sets():
    table = _sets()
    falls = table[table["kind"] == "fall"]
    assert falls["days"].between(1, 8).all() and (falls["change_km"] <= -0.05).all()
    np.testing.assert_allclose(falls["rate_m_day"], -1000 * falls["change_km"] / falls["days"])
    assert "m a day: " not in at("2003-04-07").sentence
    assert "395 days later, it is 30.1 km lower: how much engines raised it" in at("2003-04-07").sentence


def test_sets_of_one_day_give_no_rate():
    assert "0.9 days later, it is 0.1 km lower: too short a time for a rate" in at("2005-02-15").sentence


def test_the_curves_agree_with_the_falls_that_were_measured():
    """Element sets since 2020 against NRLMSIS with the Sun of the month, at the height of each set."""
    table = _sets()
    falls = table[(table["kind"] == "fall") & (table["epoch_utc"] >= "2020")]
    flux = decay.sun.activity(falls["epoch_utc"].dt.strftime("%Y-%m-%d").tolist()).f107
    model = 1000 * np.asarray(decay.rate_km_day(falls["altitude_km"].to_numpy(), f107=flux))
    factor = 1.3  # of the model, as `decay` states; single pairs of sets scatter by 2
    assert 1 / factor < np.median(falls["rate_m_day"] / model) < factor


def test_the_sun_and_its_two_curves_are_those_of_the_month(picture):
    sentence = picture.sentence
    sun = float(decay.sun.activity("2022-03-08").f107[0])
    high, low = (1000 * decay.rate_km_day(km, f107=sun) for km in (415, 350))
    assert f"With this Sun ({sun:.0f}) the air takes {high:.0f} m a day" in sentence
    assert f"at 350 km it would take {low:.0f}." in sentence
    assert np.all(sent(picture, "low_m_day") > sent(picture, "high_m_day"))
    assert len(sent(picture, "month")) == len(sent(picture, "f107")) + 1


def test_after_the_observed_sun_nothing_is_said_of_it():
    last = at("2026-03-12")
    assert (
        "It is the last set of this course. The Sun of this month is not in the course's record"
        in last.sentence
    )


def test_zarya_climbs_before_the_curves_mean_anything():
    assert "on its way to its first orbit" in at("1998-11-21").sentence


def test_the_events_are_those_of_the_record():
    events = history.events().set_index("id")
    assert set(EVENTS) <= set(events.index)
    assert str(history.day_of("cygnus-reboost")) == "2022-06-25"
    assert str(history.day_of("dragon-reboost")) == "2024-11-08"


@pytest.mark.parametrize("when", ["2011-06-01", dt.date(2011, 6, 1), np.datetime64("2011-06-01")])
def test_the_cursor_goes_to_the_nearest_set(when):
    assert at(when).when == "2011-05-26T08:51"


def test_what_the_hand_does_reaches_the_cell():
    one = widgets.altitude_history()
    one.set_state({"when": "2005-02-16T01:44", "closer": True})
    assert one.sentence.startswith("16 February 2005: 357 km up")
    with pytest.raises(
        ValueError, match="between the first and the last element set, 1998-11-20 and 2026-03-12"
    ):
        one.when = "1998-11-19"
    assert one.when == "2005-02-16T01:44"


@pytest.mark.parametrize(
    ("when", "error"), [("2026-03-13", ValueError), ("May", ValueError), (2011, TypeError)]
)
def test_a_moment_off_the_record_is_refused(when, error):
    with pytest.raises(error, match="when must"):
        at(when)


def test_the_question_is_answered_by_the_record(tmp_path):
    one = widgets.altitude_history(question="u1-p4")
    assert one.question["choices"] == ["2002", "2005", "2011", "2024"]
    predictions.predict("u1-p4", "2005")
    assert "2011: 344 km on 26 May 2011" in repr(predictions.summary("u1-p4"))
    table = history.altitude()
    years = table.groupby(table["epoch_utc"].dt.year)["altitude_km"].min()
    assert years[[2002, 2005, 2011, 2024]].idxmin() == years[years.index >= 2001].idxmin() == 2011
    assert round(years[2000]) == 332  # lower still, before the first crew: no choice of the question


def test_the_alt_text_is_computed(picture):
    assert "100 element sets, after 1998 from 332 km (23 May 2000) to 421 km (12 March 2026)" in picture.alt
    assert "332 to 398 km before ATV-2 raised the orbit in 2011, 402 to 421 km since ATV-3" in picture.alt
    assert "66 (July 2008)" in picture.alt and picture.sentence in picture.alt


def test_the_page_is_small_and_asks_nobody(picture):
    page = picture.to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


def test_the_twin_draws_the_same_sets_and_falls():
    one = at("2011-05-26")
    height, rate = one.figure().axes[:2]
    assert any(np.array_equal(line.get_ydata(), history.altitude()["altitude_km"]) for line in height.lines)
    dots = next(line for line in rate.lines if line.get_label() == "measured")
    assert len(dots.get_ydata()) == (_sets()["kind"] == "fall").sum()
    one.closer = True
    ax = blank()[1]
    one.draw(ax)
    assert len(ax.child_axes) == 2
