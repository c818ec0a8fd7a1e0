"""The wave in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import widgets
from course.widgets.wave import tables


@pytest.fixture
def opened(show):
    def make(width=1280, **given):
        context = {name: given.pop(name) for name in ("reduced_motion",) if name in given}
        return show(widgets.wave(**given), viewport={"width": width, "height": 900}, **context)

    return make


@pytest.mark.parametrize("earth_turns", [True, False])
def test_words_on_the_page_are_those_of_python(opened, earth_turns):
    shown = opened(earth_turns=earth_turns)
    for minute in (0, 1, 40, 93, 185, 186, tables.last_minute()):
        shown.slide("Time", minute)
        picture = widgets.wave(minute=minute, earth_turns=earth_turns)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    shown.page.get_by_role("checkbox", name="the Earth turns").click()
    picture.earth_turns = not earth_turns
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_wave_is_drawn_before_the_eyes(opened):
    shown = opened()
    before = shown.pixels()
    shown.passes(150)
    assert shown.pixels() == before  # nothing moves until it is asked to
    shown.page.get_by_role("button", name="Play").click()
    shown.passes(1000)
    shown.page.get_by_role("button", name="Pause").click()
    assert 0 < shown.value("Time") < tables.last_minute()
    there = shown.pixels()
    assert there != before
    shown.passes(150)
    assert shown.pixels() == there


def test_who_prefers_no_motion_gets_the_end_at_once(opened):
    shown = opened(reduced_motion="reduce")
    shown.page.get_by_role("button", name="Play").click()
    assert shown.value("Time") == tables.last_minute()
    assert "lap 3" in shown.sentence()


def test_the_shift_is_told_when_a_lap_is_over_and_the_earth_turns(opened):
    shown = opened()
    for minute, turns, told in ((92, True, False), (94, True, True), (94, False, False)):
        shown.slide("Time", minute)
        shown.page.get_by_role("checkbox", name="the Earth turns").set_checked(turns)
        shown.settle()
        shown.written()
        shown.slide("Time", minute)
        assert ("23.6° west" in {one["words"] for one in shown.written()}) == told


def test_the_station_is_dragged_along_its_track(opened):
    shown = opened()
    box = shown.page.locator(".iss-canvas").bounding_box()
    across = round(0.655 * box["width"])
    degree = across / 360
    x, y = box["width"] - across + (47 + 180) * degree, 4 + 80 * 1.3 * degree
    shown.drag((x, y), (x + 40 * degree, y - 38 * 1.3 * degree), steps=10)
    assert 9 <= shown.value("Time") <= 16


def test_the_question_hides_the_track(opened):
    shown = opened(question="u3-p1", minute=100)
    assert "Answer the question" in shown.alt() and shown.sentence() == ""
    assert "23.6° west" not in {one["words"] for one in shown.written()}
    shown.page.get_by_role("button", name="Skip").click()
    assert "23.6° west" in {one["words"] for one in shown.written()}


@widths(420, 720, 1280)
def test_nothing_overflows_and_all_can_be_read(opened, width):
    shown = opened(width=width)
    for minute in (0, 30, 94, 190, 270):
        shown.written()
        shown.slide("Time", minute)
        shown.must_be_readable()
        shown.slide("Time", minute)
        assert shown.clashes() == [], minute
    top = shown.page.locator(".iss-canvas").bounding_box()["y"]
    play = shown.page.get_by_role("button", name="Play").bounding_box()
    assert play["y"] + play["height"] - top <= 750
