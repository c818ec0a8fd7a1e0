"""The dwell curve in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import predictions, widgets
from course.widgets.dwell.tables import stops_deg

SMALLEST_PX = 11.0  # text below this cannot be read
STOPS = stops_deg().tolist()
QUESTION = predictions.Question("u3-p5", "How much of its time?", unit="%", computed="7.2 %")


@pytest.fixture
def opened(show):
    def make(inclination_deg=51.64, question=None, band_deg=(50, 90), **context):
        picture = widgets.dwell(inclination_deg, question=question, band_deg=band_deg)
        return show(picture, **context)

    return make


def band_of(shown):
    names = ("Band from", "Band to")
    return tuple(map(shown.value, names))


def level(shown, latitude):
    """Return how far down the canvas a latitude lies, from the names of two parallels."""
    shown.press("Inclination", "ArrowRight")  # draws once more
    down = {one["words"]: one["y"] - 4 for one in shown.written()}
    return (down["60° N"] + down["60° S"]) / 2 - (down["60° S"] - down["60° N"]) / 120 * latitude


@pytest.mark.parametrize("band", [(50, 90), (-90, 0), (-20, 35), (-90, 90), (70, 80)])
def test_words_on_the_page_are_those_of_python(opened, band):
    shown = opened()
    shown.slide("Band from", band[0])
    shown.slide("Band to", band[1])
    for stop in (20.0, 51.64, 65.0, 90.0):
        shown.slide("Inclination", STOPS.index(stop))
        picture = widgets.dwell(stop, band_deg=band)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt), stop


@pytest.mark.parametrize(("end", "latitude"), [(0, 30), (0, -45), (1, 60)])
def test_an_end_of_the_band_is_dragged_and_stays_under_the_hand(opened, end, latitude):
    shown = opened()
    start = level(shown, band_of(shown)[end])
    shown.drag((300, start), (320, level(shown, latitude)))
    assert band_of(shown)[end] == latitude and band_of(shown)[1 - end] == (50, 90)[1 - end]


def test_an_end_stops_before_the_other(opened):
    shown = opened()
    shown.drag((300, level(shown, 50)), (300, level(shown, 90) - 40))
    assert band_of(shown) == (89, 90)
    shown.slide("Band to", -30)
    assert band_of(shown) == (89, 90)


def test_the_whole_band_is_dragged_and_keeps_its_width(opened):
    shown = opened(band_deg=(-20, 20))
    shown.drag((300, level(shown, 0)), (300, level(shown, 25)))
    assert band_of(shown) == (5, 45)
    shown.drag((300, level(shown, 30)), (300, 0))
    assert band_of(shown) == (50, 90)


def test_beside_the_band_there_is_nothing_to_drag(opened):
    shown = opened()
    shown.drag((300, level(shown, 0)), (300, level(shown, 30)))
    assert band_of(shown) == (50, 90)


def swipe(shown, start, end):
    """Draw a finger over the canvas; return how far the page scrolled."""
    shown.page.evaluate("() => scrollTo(0, 0)")
    box = shown.page.locator(".iss-canvas").bounding_box()
    session = shown.context.new_cdp_session(shown.page)
    points = [[start[axis] + (end[axis] - start[axis]) * step / 8 for axis in (0, 1)] for step in range(9)]
    for step, (x, y) in enumerate(points):
        kind = "touchMove" if step else "touchStart"
        place = [{"x": box["x"] + x, "y": box["y"] + y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": place})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    shown.settle()
    return shown.page.evaluate("() => scrollY")


def test_a_finger_drags_the_band_and_elsewhere_moves_the_page(opened):
    shown = opened(has_touch=True, viewport={"width": 420, "height": 420})
    assert swipe(shown, (100, level(shown, 50)), (100, level(shown, 20))) == 0
    assert band_of(shown) == (20, 90)
    assert swipe(shown, (100, level(shown, -60)), (100, level(shown, -10)))
    assert band_of(shown) == (20, 90)


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened()
    for name in ("Inclination", "Band from"):
        before = shown.pixels(), shown.sentence(), shown.alt()
        shown.press(name, "ArrowLeft")
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_question_hides_the_time_until_it_is_given(opened):
    shown = opened(question=QUESTION)
    closed = {one["words"] for one in shown.written()}
    assert "equator" in closed and not any("%" in one or "alike" in one for one in closed)
    shown.page.get_by_role("button", name="Skip").click()
    assert any("alike" in one["words"] for one in shown.written())


@widths(420, 1280)
@pytest.mark.parametrize("stop", [20.0, 51.64, 74.0, 90.0])
def test_nothing_overflows_and_all_can_be_read(opened, width, stop):
    shown = opened(stop, viewport={"width": width, "height": 900})
    for south in (-90, 0, 50, 80):
        shown.slide("Band from", south)
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
            assert 0 < one["y"] < one["height"], one
        shown.slide("Band from", south)  # draws once more
        assert shown.clashes() == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
