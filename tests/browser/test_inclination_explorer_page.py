"""The inclination explorer in a real browser, as a page without a server."""

import math

import pytest

from course import predictions, widgets
from course.widgets.inclination_explorer import tables

SMALLEST_PX = 11.0  # text below this cannot be read
GLIDE_MS = 600  # the swing from mark to mark
STOPS = tables.stops_deg().tolist()
QUESTION = predictions.Question("u3-p1", "How far north does it come?", unit="degrees")


@pytest.fixture
def opened(show):
    def make(inclination_deg=51.64, question=None, laps=3, earth_turns=True, traits=None, **context):
        picture = widgets.inclination_explorer(
            inclination_deg, question=question, laps=laps, earth_turns=earth_turns
        )
        for name, value in (traits or {}).items():
            setattr(picture, name, value)
        return show(picture, **context)

    return make


def inclination_of(shown):
    slider = shown.page.get_by_role("slider", name="Inclination")
    return float(slider.get_attribute("aria-valuetext").split("°")[0])


def tilt(shown, inclination_deg):
    shown.slide("Inclination", STOPS.index(inclination_deg))


def lever_at(shown):
    """Return the place of the plane's handle on the canvas, from the words beside it."""
    shown.press("Laps shown", "ArrowRight")  # draws once more
    words = next(one for one in reversed(shown.written()) if one["words"] == f"{inclination_of(shown):g}°")
    return words["left"] - 16, words["y"] + 12


@pytest.mark.parametrize("stop", [0.0, 28.5, 42.75, 51.64, 65.0, 90.0, 97.0])
def test_words_on_the_page_are_those_of_python(opened, stop):
    shown = opened()
    tilt(shown, stop)
    picture = widgets.inclination_explorer(stop)
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    shown.page.get_by_role("radio", name="de facto").check()
    shown.slide("Laps shown", 1)
    picture.borders, picture.laps = "de-facto", 1
    picture.turns = 1.0  # it does not leave the lap
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    shown.page.get_by_role("checkbox", name="the Earth turns").uncheck()
    picture.earth_turns = False
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)


def test_the_note_names_the_other_view_s_minutes(opened):
    shown = opened()
    note = shown.page.locator(".iss-note").last
    assert "is counted as Ukraine's. De-facto borders: 27.5 minutes" in note.text_content()
    shown.page.get_by_role("radio", name="de facto").check()
    assert "Recognised borders: 27.3 minutes" in note.text_content()


def test_the_bars_follow_the_slider_at_once(opened):
    shown = opened()
    shown.written()
    tilt(shown, 65.0)
    words = [one["words"] for one in shown.written()]
    for _, _, name, minutes in widgets.inclination_explorer(65).rows:
        assert words[words.index(name) + 1] == f"{minutes:.1f}"


def test_a_country_that_is_never_reached_says_so(opened):
    shown = opened(inclination_deg=28.5)
    shown.press("Laps shown", "ArrowRight")
    words = [one["words"] for one in shown.written()]
    assert words[words.index("Russia") - 1] == "–" and words[words.index("Russia") + 1] == "never"


def test_with_the_earth_held_still_the_bars_go_and_the_track_closes(opened):
    shown = opened()
    shown.written()
    shown.page.get_by_role("checkbox", name="the Earth turns").uncheck()
    words = {one["words"] for one in shown.written()}
    assert "The Earth is held still:" in words and not any("west" in one or one == "China" for one in words)
    assert "closes on itself" in shown.sentence()
    before = shown.pixels()
    shown.slide("Laps shown", 2)
    shown.page.get_by_role("button", name="One step on").click()  # 2.05 becomes 2.0, the end
    assert shown.pixels() != before
    place = shown.alt()[shown.alt().index("over") :]
    for _ in range(20):
        shown.page.get_by_role("button", name="One step back").click()
    assert place in shown.alt()  # one lap earlier: the same place


@pytest.mark.parametrize("target", [40.0, 65.0, 80.0])
def test_the_plane_is_dragged_and_stays_in_the_hand(opened, target):
    shown = opened()
    tilt(shown, target)
    aim = lever_at(shown)
    tilt(shown, 51.64)
    shown.drag(lever_at(shown), aim)
    assert inclination_of(shown) == pytest.approx(target, abs=0.5)
    assert math.dist(lever_at(shown), aim) < 3
    assert shown.sentence() == widgets.inclination_explorer(inclination_of(shown)).sentence


def test_the_satellite_is_dragged_on_the_map_and_moves_on_the_globe(opened):
    shown = opened(laps=1, traits={"turns": 0.0})
    canvas = shown.page.locator(".iss-canvas").bounding_box()
    across = round(0.655 * canvas["width"])
    degree = across / 360
    x = canvas["width"] - across + (47 + 180) * degree
    y = 4 + 90 * 1.05 * degree
    shown.drag((x, y), (x + 40 * degree, y - 38 * 1.05 * degree), steps=10)
    north, east = shown.alt().split("The satellite is over ")[1].split(". Bars")[0].split(", ")
    assert north.endswith("N") and 25 < float(north.split("°")[0]) < 45
    assert east.endswith("E") and 65 < float(east.split("°")[0]) < 95


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened()
    before = shown.pixels(), shown.sentence(), shown.alt()
    for _ in range(3):
        shown.press("Inclination", "ArrowRight")
    after = shown.pixels(), shown.sentence(), shown.alt()
    assert all(one != other for one, other in zip(before, after, strict=True))
    shown.page.get_by_role("button", name="28.5°").press("Enter")
    assert "At 28.5 degrees" in shown.sentence()


def test_from_mark_to_mark_the_plane_swings_and_arrives(opened):
    still = opened(reduced_motion="reduce")
    still.page.get_by_role("button", name="97°").click()
    there = still.pixels()
    swinging = opened()
    clock = swinging.clock
    clock.install(time=0)
    clock.pause_at(1000)  # from here on the page's time runs as asked, however busy the machine is
    swinging.page.get_by_role("button", name="97°").click()
    clock.run_for(GLIDE_MS / 2)
    on_the_way = swinging.page.locator(".iss-canvas").evaluate("canvas => canvas.toDataURL()")
    assert (
        "At 97 degrees" in swinging.page.locator(".iss-sentence").text_content()
    )  # the words are there at once
    clock.run_for(GLIDE_MS)
    arrived = swinging.page.locator(".iss-canvas").evaluate("canvas => canvas.toDataURL()")
    clock.resume()
    assert on_the_way != arrived and swinging.pixels() == there == still.pixels()
    assert swinging.page.get_by_role("button", name="97°").get_attribute("aria-pressed") == "true"


def test_nothing_moves_until_play_is_pressed(opened):
    shown = opened(laps=16)
    before = shown.pixels()
    shown.passes(150)
    assert shown.pixels() == before
    shown.page.get_by_role("button", name="Play").click()
    shown.passes(300)
    shown.page.get_by_role("button", name="Pause").click()
    after = shown.pixels()
    assert after != before
    shown.passes(150)
    assert shown.pixels() == after


def test_the_question_hides_track_and_bars(opened):
    shown = opened(question=QUESTION)
    closed = {one["words"] for one in shown.written()}
    assert "Answer the question" in shown.alt() and not closed & {"Russia", "51.8° N", "China"}
    shown.page.get_by_role("button", name="Skip").click()
    assert {"Russia", "51.8° N", "China"} <= {one["words"] for one in shown.written()}


@pytest.mark.parametrize("width", [420, 1280])
@pytest.mark.parametrize("laps", [1, 16])
def test_nothing_overflows_and_all_can_be_read(opened, width, laps):
    shown = opened(laps=laps, viewport={"width": width, "height": 900})
    for stop in (0.0, 5.0, 28.5, 51.64, 75.0, 90.0, 110.0):
        tilt(shown, stop)
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
            assert 0 < one["y"] < one["height"], one
        tilt(shown, stop)  # draws once more
        assert shown.clashes() == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


def test_the_picture_is_drawn_within_the_event(opened):
    shown = opened()
    first = int(shown.page.get_by_role("slider", name="Inclination").input_value())
    assert shown.undrawn("Inclination", range(first + 3, first + 96, 3)) == []
