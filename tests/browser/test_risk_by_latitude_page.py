"""Risk by latitude in a real browser, as a page without a server."""

import math

import pytest
from picture_page import widths

from course import widgets
from course.widgets.risk_by_latitude import tables

SMALLEST_PX = 11.9  # text below 12 px cannot be read
STOPS = tables.stops_deg().tolist()


@pytest.fixture
def opened(show):
    def make(question=None, *, width=1280, still=True, **traits):
        context = {"viewport": {"width": width, "height": 1600}}  # no scrolling
        context |= {"reduced_motion": "reduce"} if still else {}
        return show(widgets.risk_by_latitude(question=question, **traits), **context)

    return make


def choose(shown, sign, country):
    unfold(shown)
    field = shown.page.get_by_role("combobox", name=f"{sign} Country")
    field.fill(country)
    field.press("Enter")
    shown.settle()


def unfold(shown):
    if not shown.page.get_by_role("radio", name="de facto").is_visible():
        shown.page.get_by_text("Other countries and borders").click()


def redrawn(shown):
    """Draw once more and return what was written."""
    shown.settle()
    shown.written()
    shown.page.get_by_role("slider", name="Inclination").dispatch_event("input")
    return shown.written()


def test_words_on_the_page_are_those_of_python(opened):
    shown = opened()
    chosen = ["RUS", "IND", "CHN"]
    for at, (slot, country, code) in enumerate(
        [(0, "Germany", "DEU"), (1, "Ukraine", "UKR"), (2, "Falkland", "FLK"), (1, "Russia", "RUS")]
    ):
        choose(shown, "●◆▲"[slot], country)
        chosen[slot] = code
        stop = STOPS[(13 * at + 8) % len(STOPS)]
        borders, name = (("un", "recognised by the UN"), ("de-facto", "de facto"))[at % 2]
        shown.slide("Inclination", STOPS.index(stop))
        shown.page.get_by_role("radio", name=name).check()
        picture = widgets.risk_by_latitude(countries=chosen, inclination_deg=stop, borders=borders)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_a_country_that_is_unknown_or_shown_changes_nothing(opened):
    shown = opened()
    before = shown.sentence()
    choose(shown, "●", "Atlantis")
    assert "This page knows 235 countries" in shown.page.get_by_role("alert").first.text_content()
    choose(shown, "●", "India")
    assert "India is compared already." in shown.page.get_by_role("alert").first.text_content()
    assert shown.sentence() == before
    assert shown.page.get_by_role("combobox").first.input_value() == "Russia"


@widths(420, 1280)
def test_the_line_of_the_limit_is_dragged(opened, width):
    shown = opened(width=width)
    head, radius = (36, 68) if width == 420 else (48, 150)  # px of the drawing: where the north pole stands
    level = lambda latitude: head + radius * (1 - math.sin(math.radians(latitude)))  # noqa: E731
    across = 46 + 2 * radius + 20 if width == 420 else 62 + 2 * radius + 22  # where the handle is
    shown.drag((across, level(53.15)), (across, level(66.5)))
    assert "tilt of 65 degrees" in shown.sentence()


def test_keys_and_marks_change_pixels_sentence_and_alt(opened):
    shown = opened(countries=("UKR", "RUS"))
    unfold(shown)
    for act in (
        lambda: shown.press("Inclination", "ArrowRight"),
        lambda: shown.page.get_by_role("button", name="Mir-2").click(),
    ):
        before = shown.pixels(), shown.sentence(), shown.alt()
        act()
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))
    before = shown.pixels()
    shown.page.get_by_role("radio", name="de facto").check()
    assert shown.pixels() != before


def test_the_question_hides_the_risk_until_it_is_given(opened):
    shown = opened("u4-p5")
    closed = {one["words"] for one in shown.written()}
    assert (
        "● Russia" in closed
        and "8 of 10 live at 45° N to 60° N" in closed
        and not closed & {"0.76", "53.1° N"}
    )
    assert shown.sentence() == "" and "0.76" not in shown.alt()
    shown.page.get_by_label("much the same").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert {"0.76", "53.1° N"} <= {one["words"] for one in shown.written()}


@widths(420, 720, 1280)
def test_nothing_overflows_and_all_can_be_read(opened, few, width):
    shown = opened(width=width)
    for countries in [(), ("Germany", "Ukraine", "Kazakhstan"), ("United Kingdom", "Australia", "Brazil")]:
        for sign, country in zip("●◆▲", countries, strict=False):
            choose(shown, sign, country)
        for stop in few((0, STOPS.index(51.64), STOPS.index(59.0), len(STOPS) - 1), 2):
            shown.slide("Inclination", stop)
            for one in redrawn(shown):
                assert one["px"] >= SMALLEST_PX, one
                assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
                assert 0 < one["y"] < one["height"], one
            redrawn(shown)
            shown.page.get_by_role("slider", name="Inclination").dispatch_event("input")
            assert shown.clashes() == [], (countries, stop)
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


@widths(420, 720, 1280)
def test_drawing_sentence_and_slider_are_on_screen_together(opened, width):
    shown = opened(width=width)
    top = shown.page.locator(".iss-canvas").bounding_box()["y"]
    slider = shown.page.get_by_role("slider", name="Inclination").bounding_box()
    assert slider["y"] + slider["height"] - top <= 750
