"""The deorbit planner in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import predictions, widgets
from course.widgets.deorbit_planner.picture import SHOWN_DEG, STRETCH
from course.widgets.deorbit_planner.tables import ALTITUDES_KM, ISPS_S, MASSES_T, PERIGEES_KM

SMALLEST_PX = 12.0
QUESTION = predictions.Question("u4-p9", "How much propellant does it take?", unit="t", computed="15.1 t")


@pytest.fixture
def opened(show):
    def make(question=None, given=None, **context):
        picture = widgets.deorbit_planner(question=question, **(given or {}))
        shown = show(picture, **context)
        shown.page.locator("summary").evaluate("one => { one.parentNode.open = true; }")
        return shown

    return make


def perigee_grip(shown):
    """Return where the perigee is taken: below the middle of its name, in a wide window."""
    one = next(one for one in reversed(shown.written()) if one["words"].startswith("perigee"))
    return (one["left"] + one["right"]) / 2, one["y"] + 16


def press(shown, words):
    shown.page.get_by_role("button", name=words).click()
    shown.settle()


def test_words_on_the_page_are_those_of_python(opened):
    shown = opened()
    plans = [
        (420, 50, 420, 300, 0),
        (270, 0, 50, 220, 400),
        (430, 80, 500, 340, 1440),
        (400, 85, 450, 280, 977),
    ]
    for altitude, perigee, mass, isp, minute in plans:
        shown.slide("Height before", ALTITUDES_KM.index(altitude))
        shown.slide("Perigee", PERIGEES_KM.index(perigee))
        shown.slide("Mass", MASSES_T.index(mass))
        shown.slide("Specific impulse", ISPS_S.index(isp))
        shown.slide("Burn at", minute)
        same = widgets.deorbit_planner(
            altitude_km=altitude, perigee_km=perigee, mass_t=mass, isp_s=isp, minute=minute
        )
        assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)
        assert f"the burn takes {same.burn_min:.0f} minutes" in shown.note()


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened(given={"minute": 400})
    for name in ("Perigee", "Burn at", "Height before"):
        before = shown.pixels(), shown.sentence(), shown.alt()
        shown.press(name, "ArrowLeft")
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_burn_is_dragged_along_its_track_and_the_pieces_follow(opened):
    shown = opened(given={"minute": 400})
    hint = next(one for one in reversed(shown.written()) if one["words"] == "drag the burn")
    x, y = hint["left"] - 22, hint["y"] - 5
    shown.drag((x, y), (x + 40, y - 12))
    assert 400 < shown.value("Burn at") < 412
    assert "South Africa 44\xa0%" not in shown.sentence()


def test_the_perigee_is_pulled_up_until_nobody_can_aim(opened):
    shown = opened()
    x, y = perigee_grip(shown)
    shown.drag((x, y), (x, y - 5))
    assert 60 <= PERIGEES_KM[shown.value("Perigee")] <= 80
    shown.drag((x, y - 5), (x, y - 36))
    assert PERIGEES_KM[shown.value("Perigee")] == 120
    assert "nobody can choose" in shown.sentence()
    shown.written()
    shown.press("Burn at", "ArrowLeft")
    assert "pieces" not in {one["words"] for one in shown.written()}


def test_one_button_tries_to_drop_500_tons_on_india_then_china_and_leads_back(show):
    """It always says what the next press does, and the map says what the pieces would hit."""
    shown = show(widgets.deorbit_planner())
    seen = []
    tries = (
        ("Try to drop 500 tons on India", "India"),
        ("Now try China", "China"),
        ("Now try India", "India"),
    )
    assert not shown.page.get_by_role("button", name="Back to the ocean").is_visible()
    for words, country in tries:
        shown.written()
        press(shown, words)
        seen.append(shown.sentence())
        verdict = {one["words"] for one in shown.written()}
        assert "the tweet's 500\xa0t" in seen[-1] and f"twice that (pale): {country}" in seen[-1]
        assert any(one.startswith(country) and one.endswith("\xa0%") for one in verdict)
    assert seen[0] == seen[2] != seen[1]  # one lap of the day alone leads mostly over India
    press(shown, "Back to the ocean")
    assert "twice that (pale): sea 100\xa0%." in shown.sentence()
    button = shown.page.get_by_role("button", name="Try to drop 500 tons on India")
    assert shown.page.get_by_role("slider").count() == 2  # the others wait in a fold
    bottom = button.bounding_box()["y"] + button.bounding_box()["height"]
    assert bottom - shown.page.locator(".iss-picture").bounding_box()["y"] <= 750
    assert shown.errors == []


def on_map(picture, point):
    """Return where a point of the track lies on a canvas of 956 pixels."""
    longitude, latitude = picture._fine.longitude_deg[point], picture._fine.latitude_deg[point]
    across = 956 / 360
    return (longitude + 180) * across, 4 + (SHOWN_DEG[1] - latitude) * STRETCH * across


def test_the_pieces_are_dragged_and_the_burn_moves(opened):
    shown, picture = opened(given={"minute": 400}), widgets.deorbit_planner(minute=400)
    first, last = picture._points("pieces")
    middle_of_pieces = (first + last) // 2
    shown.drag(on_map(picture, middle_of_pieces), on_map(picture, middle_of_pieces + 6 * 5))
    assert shown.value("Burn at") == pytest.approx(405, abs=1)
    assert "South Africa 44\xa0%" not in shown.sentence()


def test_the_question_hides_propellant_and_pieces_until_it_is_answered(opened):
    shown = opened(QUESTION)
    written = {one["words"] for one in shown.written()}
    assert {"Point Nemo", "2,688 km from any land"} <= written
    assert not {"15.1\xa0t", "pieces", "entry"} & written and not any("m/s" in words for words in written)
    shown.page.get_by_role("textbox").fill("15")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "15.1\xa0t" in {one["words"] for one in shown.written()}
    assert shown.page.get_by_text("You said 15 t.").is_visible() and "15.1\xa0t" in shown.sentence()


@widths(420, 1280)
def test_nothing_overflows_or_clashes_and_all_can_be_read(opened, few, width):
    shown = opened(viewport={"width": width, "height": 900})
    for minute in few((30, 400, 1205, 1348), 2):
        for perigee in (0, 80, 110):
            shown.slide("Burn at", minute)
            shown.slide("Perigee", PERIGEES_KM.index(perigee))
            shown.written()
            shown.slide("Burn at", minute)
            texts = shown.written()
            for one in texts:
                assert one["px"] >= SMALLEST_PX, one
                assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
                assert 0 < one["y"] < one["height"], one
            shown.slide("Burn at", minute)
            assert shown.clashes() == [], (minute, perigee)
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


@widths(420, 720, 1280)
def test_drawing_sentence_and_button_are_on_screen_together(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    press(shown, "Try to drop 500 tons")
    button = shown.page.get_by_role("button", name="Now try China")
    top = shown.page.locator(".iss-canvas").bounding_box()["y"]
    box = button.bounding_box()
    assert box["y"] + box["height"] - top <= 750
