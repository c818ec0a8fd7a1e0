"""The height of the station without a browser: numbers against the record, words, twin."""

import datetime as dt
import re

import numpy as np
import pytest
from pictures import sent

from course import elements, history, predictions, widgets
from course.widgets.altitude_history import tables
from course.widgets.altitude_history.tables import EVENTS, heights
from course.widgets.kit.show import blank

PAGE_BYTES = 120_000
FLOAT32 = 1e-6  # relative


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def picture():
    return widgets.altitude_history()


def at(when):
    return widgets.altitude_history(when=when)


def test_every_known_height_of_the_course_is_drawn_and_no_other(picture):
    """All since the station reached its first orbit: six sets of Zarya's first two weeks lie before."""
    known = history.altitude()
    known = known[known["epoch_utc"] >= "1998-12-01"]
    np.testing.assert_allclose(sent(picture, "height_km"), known["altitude_km"], rtol=FLOAT32)
    assert len(known) == len(elements.shipped()) - 6 == len(picture.words["sentences"])
    low, high = picture.words["range_km"]
    assert known["altitude_km"].between(low, high).all()


@pytest.mark.parametrize(
    ("when", "height_km"),
    [("2005-11-11", 352), ("2011-06-01", 345), ("2025-09-03", (412.5 + 419.9) / 2)],
)
def test_heights_agree_with_those_published(when, height_km):
    """New Scientist (11 November 2005), ESA before ATV-2's burns, NASA (3 September 2025: two heights)."""
    sets = heights().set_index("epoch_utc")["altitude_km"]
    nearest = float(sets.iloc[int(np.abs(sets.index.to_numpy() - np.datetime64(when)).argmin())])
    tolerance_km = 3  # the dated sets lie up to months from those days
    assert nearest == pytest.approx(height_km, abs=tolerance_km)


def test_atv_2_raised_the_orbit_between_two_heights():
    """DLR (22 June 2011): over 30 km on 12 and 15 June, over 50 km since February; ESA: from 345 km."""
    before, after = at("2011-05-26"), at("2011-11-13")
    assert "344 km up, 76 km below the article's 420" in before.sentence
    assert "388 km up, 32 km below the article's 420" in after.sentence


def test_the_lowest_and_the_highest_are_those_of_the_record():
    known = history.altitude()
    crewed = known[known["epoch_utc"] >= "2000-11-02"]
    assert at("2011-05-26").sentence.endswith("With a resident crew no known height is lower.")
    assert round(crewed["altitude_km"].min()) == 344
    assert at("2026-03-12").sentence.endswith("No known height is higher.")
    assert "just the article's 420" not in at("2026-03-12").sentence
    assert at("2000-05-23").sentence.endswith(
        "332 km up, 88 km below the article's 420. Nobody lives on board yet."
    )


@pytest.mark.parametrize("when", ["2005-02-15", "2015-07-12", "2022-03-08"])
def test_how_many_were_lower_is_counted(when):
    one, known = at(when), history.altitude()
    crewed = known[known["epoch_utc"] >= "2000-11-02"]["altitude_km"]
    lower = (crewed < heights()["altitude_km"][one.place]).sum()
    assert f"Of the {len(crewed)} known heights with a resident crew, {lower} are lower." in one.sentence


@pytest.mark.parametrize(
    ("height_km", "said"), [(419.7, "just the article's 420"), (420.6, "1 km above"), (418.3, "2 km below")]
)
def test_the_article_is_compared_in_whole_kilometres(height_km, said):
    table = heights().copy()
    table.loc[20, "altitude_km"] = height_km
    assert said in tables._sentence(next(table.loc[[20]].itertuples()))


def test_the_events_are_those_of_the_record():
    events = history.events().set_index("id")
    assert set(EVENTS) <= set(events.index)
    assert set(tables.marked_events()["id"]) == set(EVENTS)


@pytest.mark.parametrize("when", ["2011-06-01", dt.date(2011, 6, 1), np.datetime64("2011-06-01")])
def test_the_cursor_goes_to_the_nearest_height(when):
    assert at(when).when == "2011-05-26T08:51"


def test_what_the_hand_does_reaches_the_cell():
    one = widgets.altitude_history()
    one.set_state({"when": "2005-02-16T01:44"})
    assert one.sentence.startswith("16 February 2005: 357 km up")
    with pytest.raises(
        ValueError, match="between the first and the last known height, 1998-12-05 and 2026-03-12"
    ):
        one.when = "1998-12-04"
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
    assert "94 dated heights: 332 to 398 km before a cargo ship raised the orbit in June 2011" in picture.alt
    assert (
        "402 to 421 km since August 2012. Lowest with a resident crew: 344 km on 26 May 2011" in picture.alt
    )
    assert "lowest of all: 332 km on 23 May 2000; highest: 421 km on 12 March 2026" in picture.alt
    assert picture.sentence in picture.alt


def test_no_word_of_later_units_stands_on_it(picture):
    """Perigee, F10.7 and the model of the air belong to Unit 4."""
    said = " ".join([*picture.words["sentences"], picture.alt, picture.words["note"]])
    assert not re.search(r"perigee|apogee|F10|NRLMSIS|Sun|element set|drag", said)


def test_the_page_is_small_and_asks_nobody(picture):
    page = picture.to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


def test_the_twin_draws_the_same_heights_and_names():
    ax = blank()[1]
    at("2011-05-26").draw(ax)
    assert any(np.array_equal(line.get_ydata(), heights()["altitude_km"]) for line in ax.lines)
    said = {text.get_text() for text in ax.texts}
    assert {
        "2011: 344 km, lowest with a resident crew",
        "2026: 421 km, highest",
        "the article: 420 km",
    } <= said


def test_no_moment_is_refused_and_nothing_is_lost():
    picture = widgets.altitude_history()
    before = picture.when
    with pytest.raises(TypeError, match="when must be"):
        picture.when = None
    assert picture.when == before
