"""The height of the station in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import widgets

SMALLEST_PX = 12.0
TOGETHER_PX = 750  # drawing, sentence and main control


@pytest.fixture
def opened(show):
    def make(question=None, when="2022-03-08", **context):
        picture = widgets.altitude_history(question=question, when=when)
        return show(picture, **context)

    return make


def when(shown):
    """Return the moment of the height under the cursor."""
    place = int(shown.page.get_by_role("slider", name="Known height").input_value())
    return widgets.altitude_history().words["names"][place]


@pytest.mark.parametrize("number", [0, 2, 34, 71, 93])
def test_words_on_the_page_are_those_of_python(opened, number):
    shown, picture = opened(), widgets.altitude_history()
    shown.slide("Known height", number)
    picture.when = picture.words["names"][number]
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)


def test_the_cursor_is_dragged_and_a_tap_takes_it_there(opened):
    shown = opened()
    shown.drag((803, 200), (480, 200))
    assert "2011" < when(shown) < "2013"
    shown.drag((150, 300), (150, 300))
    assert when(shown)[:4] in ("2001", "2002")  # the nearest to that place
    before = when(shown)
    shown.drag((10, 250), (600, 250))  # beside the drawing there is nothing to hold
    assert when(shown) == before


EXTREMES = {"2011: 344 km, lowest with a resident crew", "2026: 421 km, highest"}


def test_the_lowest_and_the_highest_are_named_once_they_are_found(opened):
    shown, names = opened(), widgets.altitude_history().words["names"]
    words = {one["words"] for one in shown.written()}
    assert {"332 km, before anybody lived there", "the article: 420 km"} <= words and not EXTREMES & words
    shown.slide("Known height", names.index("2011-05-26T08:51"))
    found = EXTREMES & {one["words"] for one in shown.written()}
    assert found == {"2011: 344 km, lowest with a resident crew"}
    shown.slide("Known height", len(names) - 1)
    assert {one["words"] for one in shown.written()} >= EXTREMES  # what was found stays


def test_the_question_hides_the_heights(opened):
    shown = opened("u1-p4")
    assert not {"First crew", "2026: 421 km, highest", "the article: 420 km"} & {
        one["words"] for one in shown.written()
    }
    assert "Empty axes" in shown.alt()
    shown.page.get_by_role("radio", name="2005").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "You said “2005”." in shown.page.locator(".iss-said").text_content()
    assert {"First crew"} | EXTREMES <= {one["words"] for one in shown.written()}


def test_a_narrow_drawing_keeps_the_answer_and_two_events(opened):
    shown = opened(viewport={"width": 420, "height": 900})
    shown.slide("Known height", widgets.altitude_history().words["names"].index("2011-05-26T08:51"))
    words = {one["words"] for one in shown.written()}
    assert {"2011: 344 km", "lowest with a crew", "332 km, uncrewed", "First crew"} <= words
    assert not {"The article", "Columbia is lost", "Last Shuttle lands"} & words


@widths(420, 720, 1280)
def test_nothing_overflows_or_clashes_and_all_can_be_read(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    for number in (0, 2, 12, 34, 60, 71, 93):
        shown.slide("Known height", number)
        shown.written()
        shown.slide("Known height", number)  # draws once more
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX and one["left"] >= 0, one
            assert one["right"] <= one["width"] + 0.5 and 0 < one["y"] < one["height"], one
        shown.slide("Known height", number)
        assert shown.clashes() == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
    top = shown.page.locator(".iss-picture").bounding_box()["y"]
    slider = shown.page.locator(".iss-slider").bounding_box()
    assert slider["y"] + slider["height"] - top <= TOGETHER_PX
