"""The Hill-frame pad in a real browser, as a page without a server."""

import random

import pytest
from picture_page import widths

from course import widgets

SMALLEST_PX = 11.9  # text below 12 px cannot be read
PAD = {"x": 132, "y": 160, "px_m_s": 500}  # where the other part stands at 1280, and the scale of the pushes
PUSHES = [
    *((0.15, 0, 0), (-0.15, 0, 0), (0, 0.15, 0), (0, -0.2, 0), (0, 0, 0.2)),
    *((0.01, 0, 0), (0.02, 0.2, -0.1), (-0.2, 0.2, 0.2), (0.03, -0.01, 0.0), (0, 0, 0)),
]


@pytest.fixture
def opened(show):
    def make(question=None, *, viewport=(1280, 900), still=False, **traits):
        context = {"viewport": dict(zip(("width", "height"), viewport, strict=True))}
        context |= {"reduced_motion": "reduce"} if still else {}
        return show(widgets.hill_pad(question=question, **traits), **context)

    return make


def push(shown, along, radial, cross, laps):
    """Move the four sliders, from the right: the last one decides from where the path is seen."""
    shown.page.get_by_role("slider").evaluate_all(
        """(sliders, values) => sliders.forEach((slider, i) => {
          slider.value = values[i];
          slider.dispatchEvent(new Event("input"));
        })""",
        [round(100 * along), round(100 * radial), round(100 * cross), laps],
    )
    shown.settle()


def look(shown, view):
    shown.page.get_by_role("radio", name=view).check()
    shown.settle()


def speeds(shown):
    sliders = shown.page.get_by_role("slider", name="Push ")
    return [int(each.input_value()) / 100 for each in sliders.all()]


def test_words_on_the_page_are_those_of_python(opened, few):
    shown, chance = opened(), random.Random(4)
    some = [tuple(round(chance.uniform(-0.2, 0.2), 2) for _ in range(3)) for _ in range(8)]
    for at, (along, radial, cross) in few(enumerate(PUSHES + some), 6):
        laps, within = 1 + 5 * at % 15, (200, 100)[at % 2]
        push(shown, along, radial, cross, laps)
        shown.page.get_by_role("radio", name=f"{within} m").check()
        shown.page.get_by_role("checkbox").set_checked(at % 3 == 0)
        look(shown, ("from the side", "from above")[at % 2])
        picture = widgets.hill_pad(
            along_m_s=along, radial_m_s=radial, cross_m_s=cross, laps=laps, within_m=within
        )
        picture.straight, picture.view = at % 3 == 0, ("side", "above")[at % 2]
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_arrow_is_dragged_to_another_push(opened):
    shown = opened()
    tip = (PAD["x"] + 0.15 * PAD["px_m_s"], PAD["y"])
    shown.drag(tip, (PAD["x"] - 0.1 * PAD["px_m_s"], PAD["y"] - 0.05 * PAD["px_m_s"]))
    assert speeds(shown) == [-0.1, 0.05, 0]
    shown.page.get_by_role("radio", name="from above").check()
    shown.drag((PAD["x"] - 0.1 * PAD["px_m_s"], PAD["y"]), (PAD["x"], PAD["y"] + 0.2 * PAD["px_m_s"]))
    assert speeds(shown) == [0, 0.05, -0.2]
    shown.drag((PAD["x"], PAD["y"] + 0.2 * PAD["px_m_s"]), (PAD["x"] + 300, PAD["y"] + 300))
    assert speeds(shown) == [0.2, 0.05, -0.2]  # not farther than the pad


def test_the_part_is_dragged_along_its_path(opened):
    shown = opened()
    words = {one["words"]: one for one in shown.written()}
    end = words["one lap: 2.51 km"]
    body = ((end["left"] + end["right"]) / 2, end["y"] - 22)
    top = words["nearest: 1.36 km"]
    shown.drag(body, ((top["left"] + top["right"]) / 2, top["y"] + 12), steps=20)
    assert "it is 1.2" in shown.alt() and "533 m above" in shown.alt()


def test_time_runs_when_asked_and_steps(opened):
    shown = opened(still=True)
    shown.page.get_by_role("button", name="Start again").click()
    assert shown.alt().endswith("It is being pushed.")
    before = shown.pixels()
    shown.page.get_by_role("button", name="One step on").click()
    picture = widgets.hill_pad()
    picture.flown_laps = 0.125
    assert shown.alt() == picture.alt
    assert shown.pixels() != before
    shown.page.get_by_role("button", name="Push", exact=True).or_(
        shown.page.get_by_role("button", name="Go on")
    ).click()
    assert shown.alt().endswith("After 93 minutes it is 2.51 km behind.")


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened()
    for name in ("Push forward", "Push up", "Push to the left", "Followed for"):
        before = shown.pixels(), shown.sentence(), shown.alt()
        shown.press(name, "ArrowRight")
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_a_push_to_the_side_is_seen_from_above(opened):
    shown = opened()
    shown.press("Push to the left", "ArrowRight")
    assert shown.page.get_by_role("radio", name="from above").is_checked()
    shown.press("Push up", "ArrowRight")
    assert shown.page.get_by_role("radio", name="from the side").is_checked()


def test_the_question_hides_the_path_until_it_is_given(opened):
    shown = opened("u4-p2")
    closed = {one["words"] for one in shown.written()}
    assert "up" in closed and not any("nearest" in one or "lap" in one for one in closed)
    assert shown.sentence() == "" and "2.51" not in shown.alt()
    shown.page.get_by_label("to the side").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert any("nearest" in one["words"] for one in shown.written())
    assert "You said “to the side”." in shown.page.locator(".iss-said").text_content()


@widths(420, 1280)
def test_nothing_overflows_and_all_can_be_read(opened, few, width):
    shown = opened(viewport=(width, 900))
    shown.page.get_by_role("checkbox").check()
    for at, chosen in few(enumerate(PUSHES), 4):
        look(shown, ("from the side", "from above")[at % 2])
        push(shown, *chosen, laps=(1, 3, 15)[at % 3])
        look(shown, ("from the side", "from above")[chosen[2] != 0])
        shown.written()
        shown.press("Push forward", "ArrowRight")  # draws once
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
            assert 0 < one["y"] < one["height"], one
        shown.press("Push forward", "ArrowLeft")
        assert shown.clashes() == [], chosen
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


def test_a_full_day_is_drawn_within_the_event(opened):
    assert opened(laps=15).undrawn("Push forward", range(-15, 15)) == []
