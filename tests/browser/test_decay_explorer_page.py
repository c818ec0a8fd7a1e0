"""The decay explorer in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import predictions, widgets
from course.widgets.decay_explorer.tables import BALLISTIC_KG_M2, fluxes, starts

SMALLEST_PX = 12.0
QUESTION = predictions.Question("u4-p9", "How long?", choices=("days", "years"), computed="2.4 years")
STARTS = [str(day) for day in starts()]


@pytest.fixture
def opened(show):
    def make(question=None, given=None, **context):
        picture = widgets.decay_explorer(question=question, **(given or {}))
        return show(picture, **context)

    return make


def start_of(shown):
    return STARTS[int(shown.page.get_by_role("slider", name="Engines off").input_value())]


def test_words_on_the_page_are_those_of_python(opened, few):
    shown = opened()
    for start in few(("1999-01-12", "2008-11-12", "2022-03-12", "2023-12-12", "2030-12-12"), 3):
        for ballistic in (100, 145, 300):
            shown.slide("Engines off", STARTS.index(start))
            shown.slide("Ballistic", BALLISTIC_KG_M2.index(ballistic))
            same = widgets.decay_explorer(start_utc=start, ballistic_coefficient_kg_m2=ballistic)
            assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)
    shown.page.get_by_role("radio", name="held constant").check()
    for f107 in (65, 140, 250):
        shown.slide("The Sun is held", fluxes().index(f107))
        same = widgets.decay_explorer(
            start_utc="2030-12-12", ballistic_coefficient_kg_m2=300, sun="constant", f107=f107
        )
        assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened(given={"sun": "constant"})
    for name in ("Engines off", "The Sun is held", "Ballistic"):
        before = shown.pixels(), shown.sentence(), shown.alt()
        shown.press(name, "ArrowLeft")
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_time_is_dragged_along_under_the_start(opened):
    shown = opened()
    years = {one["words"]: one["left"] for one in shown.written()}
    a_year = years["2025"] - years["2024"]
    shown.drag((500, 200), (500 + 2 * a_year, 220))
    assert start_of(shown) == "2020-03-12"
    shown.drag((500, 200), (500 - a_year, 200))
    assert start_of(shown) == "2021-03-12"


def test_the_sun_is_dragged_up_and_down(opened):
    shown = opened(given={"sun": "constant"})
    down = {one["words"]: one["y"] - 4 for one in shown.written() if one["words"] in ("100", "200")}
    tick = down["200"] if down["200"] > 400 else max(
        one["y"] - 4 for one in shown.written() if one["words"] == "200"
    )  # fmt: skip
    at = down["100"] + (tick - down["100"]) * 0.25
    before = shown.sentence()
    shown.drag((400, at), (420, tick))
    assert "F10.7 = 200" in shown.sentence() != before
    assert start_of(shown) == "2022-03-12"


def test_the_activity_can_only_be_chosen_where_the_sun_is_held(opened):
    shown = opened()
    assert shown.page.get_by_role("slider").count() == 2
    shown.page.get_by_role("radio", name="held constant").check()
    assert shown.page.get_by_role("slider").count() == 3
    assert "F10.7 = 125" in shown.sentence()


def test_the_question_hides_the_fall_until_it_is_answered(opened):
    shown = opened(QUESTION)
    written = {one["words"] for one in shown.written()}
    assert "height, km" in written and not {"engines off", "June 2024"} & written
    shown.page.get_by_label("years").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "June 2024" in {one["words"] for one in shown.written()}
    assert "until June 2024" in shown.sentence()
    assert shown.page.get_by_text("You said “years”.").is_visible()


@widths(420, 1280)
def test_nothing_overflows_or_clashes_and_all_can_be_read(opened, few, width):
    shown = opened(viewport={"width": width, "height": 900})
    shown.drag((200, 200), (201, 200))  # the hint "drag" has done its work
    for sun in ("as it is", "held constant"):
        shown.page.get_by_role("radio", name=sun).check()
        for start in few(("1999-01-12", "2016-11-12", "2022-03-12", "2030-12-12"), 2):
            for craft in (0, len(BALLISTIC_KG_M2) - 1):
                shown.slide("Engines off", STARTS.index(start))
                shown.written()
                shown.slide("Ballistic", craft)
                texts = shown.written()
                for one in texts:
                    assert one["px"] >= SMALLEST_PX, one
                    assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
                    assert 0 < one["y"] < one["height"], one
                shown.slide("Ballistic", craft)  # draws once more
                assert shown.clashes() == [], (sun, start, craft)
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
