"""What a city sees, in a real browser, as a page without a server, and in JupyterLab."""

import pytest
from picture_page import widths

from course import elements, predictions, widgets
from course.widgets.city_passes import words as wording

DAY = elements.on("2022-03-12")
QUESTION = predictions.Question("u3-p9", "How many minutes a day is it over Russia?", unit="minutes")


def choose(shown, typed):
    box = shown.page.get_by_role("combobox", name="City")
    box.fill(typed)
    box.press("Enter")
    shown.settle()


def test_a_city_of_the_page_is_chosen_from_the_keyboard(show):
    shown = show(widgets.city_passes(DAY))
    choose(shown, "soch")
    model = widgets.city_passes(DAY, city="Sochi")
    assert shown.sentence() == model.sentence and shown.alt() == model.alt
    assert shown.page.get_by_role("radio").count() == len(model.passes)
    box = shown.page.get_by_role("combobox", name="City")
    box.fill("i")
    box.press("ArrowDown")
    box.press("ArrowDown")
    wanted = shown.page.locator("[role=option][aria-selected=true]").text_content()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("Enter")
    assert shown.sentence().startswith(wanted) and box.input_value() == wanted
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_a_city_that_never_sees_it_and_one_that_the_page_does_not_know(show):
    shown = show(widgets.city_passes(DAY))
    choose(shown, "Murmansk")
    assert shown.sentence() == widgets.city_passes(DAY, city="Murmansk").sentence
    assert "no pass of 10° or more" in {one["words"] for one in shown.written()}
    assert shown.page.get_by_role("radio").count() == 0
    assert not shown.page.get_by_label("Moment of the pass").is_visible()
    choose(shown, "Atlantis")
    assert "This page knows" in shown.page.get_by_role("alert").text_content()
    assert shown.sentence().startswith("Murmansk")
    choose(shown, "Moscow")
    assert shown.sentence() == widgets.city_passes(DAY).sentence


def test_every_pass_of_the_list_is_that_of_the_model(show):
    model = widgets.city_passes(DAY, days=2, city="Sochi")
    shown = show(widgets.city_passes(DAY, days=2, city="Sochi"))
    rows = shown.page.locator(".iss-rows label")
    for number, one in enumerate(model.passes):
        rows.nth(number).locator("input").check()
        model.number = number
        assert shown.sentence() == model.sentence and shown.alt() == model.alt
        words = rows.nth(number).text_content()
        assert f"{one['day']}, {one['top']}" in words and wording.KINDS[one["kind"]] in words


def test_a_pass_is_chosen_in_the_week_and_flown_by_hand(show):
    picture = widgets.city_passes(DAY, city="Sochi")
    shown = show(picture)
    drag = shown.place_of("drag")
    before = shown.page.get_by_label("Moment of the pass").input_value()
    at = drag["right"] + 22, drag["y"] - 22  # the words stand left of the station
    shown.drag(at, (at[0] - 60, at[1] - 40))
    assert int(shown.page.get_by_label("Moment of the pass").input_value()) > int(before)
    rows = {one["words"]: one for one in shown.written()}
    first = picture.passes[0]
    wide = shown.page.locator(".iss-canvas").bounding_box()["width"]
    left = 0.44 * wide + 96
    x = left + first["minute"] / 1440 * (wide - 16 - left)
    shown.drag((x, rows["12 March"]["y"]), (x, rows["12 March"]["y"]))
    assert shown.page.get_by_role("radio").first.is_checked()


def test_the_question_hides_passes_and_list(show):
    shown = show(widgets.city_passes(DAY, question=QUESTION))
    assert not shown.page.locator(".iss-rows").is_visible()
    assert not any("up" in one["words"] for one in shown.written())
    shown.page.get_by_role("button", name="Skip").click()
    assert any("° up, visible" in one["words"] for one in shown.written())


@widths(420, 1280)
@pytest.mark.parametrize("city", ["Sochi", "Singapore", "Murmansk"])
def test_sky_and_week_can_be_read(show, few, width, city):
    picture = widgets.city_passes(DAY, city=city)
    shown = show(picture, viewport={"width": width, "height": 900})
    shown.must_be_readable()
    for number in few(range(0, len(picture.passes), 6), 2):
        shown.page.get_by_role("radio").nth(number).check()
        for along in (0, 50, 100):
            shown.slide("Moment of the pass", along)
            shown.must_be_readable()
