"""The strip of Russia in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import elements, geography, orbits, predictions, widgets
from course.widgets.russia_band import tables
from course.widgets.russia_band.albers import parallel_km

DAY = elements.on("2022-03-12")
QUESTION = predictions.Question("u3-p9", "How many minutes a day is it over Russia?", unit="minutes")


def stop_of(shown):
    return shown.value("Inclination")


@pytest.mark.parametrize("borders", geography.VIEWS)
@pytest.mark.parametrize("inclination_deg", [40, 45.96, 51.64, 65, 85])
def test_the_strip_on_the_page_is_that_of_the_model(show, inclination_deg, borders):
    shown = show(widgets.russia_band())
    model = widgets.russia_band(inclination_deg, borders=borders)
    shown.slide("Inclination", model.stop)
    if borders == "de-facto":
        shown.page.get_by_role("radio", name="de facto").check()
    assert shown.sentence() == model.sentence and shown.alt() == model.alt
    other = model.words["texts"][geography.VIEWS[borders == "un"]]["area"][model.stop]
    assert f": {other} of the area." in shown.page.locator(".iss-note").last.text_content()
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_line_is_dragged_to_the_latitude_under_the_hand(show):
    picture = widgets.russia_band()
    shown = show(picture)
    left, right, top, _ = picture.words["frame_km"]
    wide = shown.place_of("drag")["width"]
    y = [(float(parallel_km(latitude)) - top) * wide / (right - left) for latitude in (51.798, 60)]
    x = -left * wide / (right - left)
    shown.drag((x, y[0]), (x, y[1]))
    reached = orbits.turning_latitude_deg(420, inclination_deg=float(tables.stops_deg()[stop_of(shown)]))
    assert reached == pytest.approx(60, abs=0.2)
    shown.drag((x, 20), (x, 200))  # not at the line
    assert float(tables.stops_deg()[stop_of(shown)]) == pytest.approx(59.9, abs=0.3)


def test_a_mark_is_reached_and_pressed(show):
    shown = show(widgets.russia_band(), reduced_motion="reduce")
    button = shown.page.get_by_role("button", name="65°")
    button.click()
    assert "At 65 degrees the track reaches 65.1 degrees north" in shown.sentence()
    assert button.get_attribute("aria-pressed") == "true"
    shown.press("Inclination", "ArrowRight")
    assert button.get_attribute("aria-pressed") == "false"


def test_the_question_hides_the_line_and_the_strip(show):
    shown = show(widgets.russia_band(question=QUESTION))
    assert not any("%" in one["words"] for one in shown.written())
    before = shown.pixels()
    shown.page.get_by_role("button", name="Skip").click()
    assert shown.pixels() != before
    assert any("11.4 %" in one["words"] for one in shown.written())


@widths(420, 700, 900, 1280)
def test_the_strip_can_be_read_at_every_inclination_and_no_words_meet(show, few, width):
    shown = show(widgets.russia_band(), viewport={"width": width, "height": 900})
    shown.written()
    for stop in few(range(0, 203, 14), 5):
        shown.slide("Inclination", stop)
        shown.must_be_readable()
        shown.slide("Inclination", stop)
        names = {one["words"] for one in shown.written()}
        assert {"Moscow", "Khabarovsk", "Vladivostok"} & names
        shown.slide("Inclination", stop)
        assert shown.clashes() == [], stop
