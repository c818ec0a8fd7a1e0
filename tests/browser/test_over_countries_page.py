"""Over whom it flies, in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import elements, predictions, widgets

DAY = elements.on("2022-03-12")
QUESTION = predictions.Question("u3-p9", "How many minutes a day is it over Russia?", unit="minutes")


@pytest.fixture(scope="module")
def day():
    return widgets.over_countries(DAY, minute=1058)


@pytest.mark.parametrize("minute", [0, 333, 1140, 1440])
def test_the_page_names_what_the_model_names(show, minute):
    shown = show(widgets.over_countries(DAY, minute=5))
    shown.slide("Time", minute)
    model = widgets.over_countries(DAY, minute=minute)
    assert shown.sentence() == model.sentence and shown.alt() == model.alt
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_station_is_dragged_and_the_country_changes(show, day):
    shown = show(day)
    drag = shown.place_of("drag")
    at = drag["left"] - 22, drag["y"] - 5
    shown.drag(at, (at[0] - 90, at[1] + 20))
    assert 1040 < shown.value("Time") < 1056
    assert "over Russia." not in shown.sentence()


def test_the_strip_is_dragged_too(show, day):
    shown = show(day)
    head = shown.place_of("Minutes over Russia, added up")
    y = head["y"] + 40
    width = head["width"] - 58 - 12
    shown.drag((12 + 0.2 * width, y), (12 + 0.5 * width, y))
    assert shown.value("Time") == pytest.approx(720, abs=2)


def test_next_and_previous_go_from_lap_to_lap_over_russia(show, day):
    shown = show(day)
    button = shown.page.get_by_role("button", name="Next time over Russia")
    for _ in day.visits:
        button.click()
        assert "over Russia. Over" in shown.sentence()
    assert shown.value("Time") == 1058  # once round
    shown.page.get_by_role("button", name="Previous time over Russia").click()
    assert shown.value("Time") == day.words["stops"][day.words["stops"].index(1058) - 1]


def test_the_question_hides_country_and_count(show):
    shown = show(widgets.over_countries(DAY, question=QUESTION))
    closed = {one["words"] for one in shown.written()}
    assert "Russia" not in closed and not any(" min" in words for words in closed)
    shown.page.get_by_role("textbox").fill("30")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert {"Russia", "26 min"} <= {one["words"] for one in shown.written()}
    assert "You said 30 minutes." in shown.page.locator(".iss-said").text_content()


@widths(420, 1280)
def test_over_all_day_nothing_overflows_and_all_can_be_read(show, few, day, width):
    shown = show(day, viewport={"width": width, "height": 900})
    for minute in few(range(0, 1441, 90), 6):
        shown.slide("Time", minute)
        shown.must_be_readable()
