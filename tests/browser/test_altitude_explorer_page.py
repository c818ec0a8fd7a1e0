"""The altitude explorer in a real browser, as a page without a server."""

import math

import pytest
from picture_page import widths

from course import orbits, predictions, widgets
from course.widgets.altitude_explorer.tables import stops_km

SMALLEST_PX = 11.0  # text below this cannot be read
START = 1.25  # direction of the starting line in the drawing, radians
QUESTION = predictions.Question("u2-p9", "A GPS satellite is:", choices=("faster", "just as fast", "slower"))


@pytest.fixture
def opened(show):
    def make(quantity="speed", question=None, height=20_180, **context):
        picture = widgets.altitude_explorer(quantity, question=question, altitude_km=height)
        return show(picture, **context)

    return make


def satellite_at(shown):
    """Return the place of the satellite on the canvas, from the words beside it."""
    words = next(one for one in reversed(shown.written()) if one["words"].endswith(": drag"))
    return words["left"] - 20 * math.cos(START), words["y"] - 5 + 24 * math.sin(START)


@pytest.mark.parametrize("height", [160, 420, 5000, 35_786])
def test_words_on_the_page_are_those_of_the_model(opened, height):
    shown = opened()
    stops = stops_km().tolist()
    shown.slide("Height", stops.index(height))
    said = shown.sentence()
    assert f"At {height:,} km" in said and f"{orbits.circular_speed_km_s(height):.2f} km/s" in said
    assert said == widgets.altitude_explorer("speed", altitude_km=height).sentence
    assert shown.alt() == widgets.altitude_explorer("speed", altitude_km=height).alt
    cards = shown.page.locator(".iss-card-number").all_text_contents()
    assert cards[0] == f"{orbits.circular_speed_km_s(height):.2f} km/s"
    assert cards[2:] == [
        f"{100 * orbits.gravity_fraction(height):.1f} %",
        f"{orbits.laps_per_day(height):.2f}",
    ]


def test_each_number_shows_its_curve(opened):
    shown = opened()
    seen = {shown.pixels()}
    for name, word in (("time of a lap", "lap takes"), ("gravity", "gravity is"), ("laps a day", "24 hours")):
        shown.page.get_by_role("radio", name=name).check()
        assert word in shown.sentence()
        seen.add(shown.pixels())
    assert len(seen) == 4


def test_the_satellite_is_dragged_outward_and_inward(opened):
    shown = opened()
    at = satellite_at(shown)
    shown.drag(at, (at[0] + 12, at[1] - 20))
    assert height_of(shown) > 30_000
    shown.drag((at[0] + 12, at[1] - 20), (at[0] - 60, at[1] + 100))
    assert height_of(shown) < 5000


def test_the_marker_on_the_curve_moves_the_same_height(opened):
    shown = opened()
    number = next(one for one in reversed(shown.written()) if one["words"] == "3.87 km/s")
    marker = number["right"] + 14, number["y"] - 32
    before = shown.pixels()
    shown.drag(marker, (marker[0] - 200, marker[1] + 30))
    assert 500 < height_of(shown) < 4000
    assert shown.pixels() != before


def test_nothing_moves_until_play_is_pressed_and_higher_is_slower(opened):
    shown = opened()
    before = shown.pixels()
    shown.passes(200)
    assert shown.pixels() == before and shown.note() == "1 second shows 5 minutes"
    for _ in range(24):  # six hours, a quarter of an hour each
        shown.page.get_by_role("button", name="One step on").click()
    laps = 6 * 3600 / orbits.period_s(20_180), 6 * 3600 / orbits.period_s(420)
    assert shown.note() == f"after 6 h 00 min: satellite {laps[0]:.1f} laps, station {laps[1]:.1f} laps"
    assert shown.pixels() != before


def test_a_new_height_counts_its_laps_from_zero(opened):
    shown = opened()
    shown.page.get_by_role("button", name="One step on").click()
    shown.press("Height", "ArrowLeft")
    assert shown.note() == "1 second shows 5 minutes"
    shown.page.get_by_role("button", name="One step on").click()
    assert shown.note().startswith("after 0 h 15 min")


def test_the_question_hides_curve_and_numbers_until_it_is_answered(opened):
    shown = opened(question=QUESTION)
    assert not shown.page.get_by_role("slider").is_visible() and shown.sentence() == ""
    assert "3.87 km/s" not in {one["words"] for one in shown.written()}
    shown.page.get_by_label("slower").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "half the speed" in shown.sentence() and shown.page.get_by_text("You said “slower”.").is_visible()
    assert "3.87 km/s" in {one["words"] for one in shown.written()}


@pytest.mark.parametrize("quantity", ["speed", "period", "gravity", "laps"])
@widths(420, 1280)
def test_nothing_overflows_and_all_can_be_read(opened, quantity, width):
    shown = opened(quantity, viewport={"width": width, "height": 900})
    stops = stops_km().tolist()
    for height in (160, 420, 3000, 20_180, 40_000):
        shown.slide("Height", stops.index(height))
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"], one
            assert 0 < one["y"] < one["height"], one
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


@pytest.mark.parametrize("quantity", ["speed", "period", "gravity", "laps"])
@widths(420, 700, 1280)
def test_no_words_lie_over_one_another(opened, few, quantity, width):
    shown = opened(quantity, height=160, viewport={"width": width, "height": 900})
    stops = stops_km().tolist()
    for height in few((420, 1000, 5000, 20_180, 40_000), 3):
        for step in range(3):
            shown.written()  # forget the frame before
            if step:
                shown.page.get_by_role("button", name="One step on").click()
            else:
                shown.slide("Height", stops.index(height))
            assert shown.clashes() == [], (height, step)


def height_of(shown):
    words = shown.page.get_by_role("slider", name="Height").get_attribute("aria-valuetext")
    return float(words.removesuffix(" km").replace(",", ""))
