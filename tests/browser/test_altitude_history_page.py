"""The height of the station in a real browser, as a page without a server."""

import pytest

from course import widgets

SMALLEST_PX = 12.0


@pytest.fixture
def opened(show):
    def make(question=None, when="2022-03-08", **context):
        picture = widgets.altitude_history(question=question, when=when)
        return show(picture, **context)

    return make


def when(shown):
    """Return the moment of the element set under the cursor."""
    place = int(shown.page.get_by_role("slider", name="Element set").input_value())
    return widgets.altitude_history().words["names"][place]


@pytest.mark.parametrize("number", [0, 8, 37, 84, 96])
def test_words_on_the_page_are_those_of_python(opened, number):
    shown, picture = opened(), widgets.altitude_history()
    shown.slide("Element set", number)
    picture.when = picture.words["names"][number]
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)


def test_the_cursor_is_dragged_and_a_tap_takes_it_there(opened):
    shown = opened()
    shown.drag((770, 100), (440, 200))
    assert "2006" < when(shown) < "2011-06"  # the quiet years
    shown.drag((150, 300), (150, 300))
    assert when(shown)[:7] == "2002-06"  # the nearest to that place
    before = when(shown)
    shown.drag((20, 250), (600, 250))  # beside the drawing there is nothing to hold
    assert when(shown) == before


def test_closer_up_the_days_are_seen(opened):
    shown = opened(when="2023-07-01")
    shown.page.get_by_role("checkbox", name="closer").check()
    words = {one["words"] for one in shown.written()}
    assert {"Jun 2023", "Jul 2023", "Aug 2023"} <= words
    shown.drag((479, 170), (515, 170))
    assert when(shown)[:10] in ("2023-07-04", "2023-07-05")  # before and after the reboost of 5 July


def test_the_question_hides_the_heights(opened):
    shown = opened("u1-p4")
    assert not {"Zarya", "Sun", "measured"} & {one["words"] for one in shown.written()}
    assert "Empty axes" in shown.alt()
    shown.page.get_by_role("radio", name="2005").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "You said “2005”." in shown.page.locator(".iss-said").text_content()
    assert {"Zarya", "Sun"} <= {one["words"] for one in shown.written()}


@pytest.mark.parametrize("width", [420, 1280])
def test_nothing_overflows_or_clashes_and_all_can_be_read(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    for closer in (False, True):
        shown.page.get_by_role("checkbox", name="closer").set_checked(closer)
        for number in (12, 37, 84, 96):
            shown.slide("Element set", number)
            shown.written()
            shown.slide("Element set", number)  # draws once more
            for one in shown.written():
                assert one["px"] >= SMALLEST_PX and one["left"] >= 0, one
                assert one["right"] <= one["width"] + 0.5 and 0 < one["y"] < one["height"], one
            shown.slide("Element set", number)
            assert [pair for pair in shown.clashes() if "drag" not in pair] == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
