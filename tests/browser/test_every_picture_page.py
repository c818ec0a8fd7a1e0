"""What holds for every picture of the course, tested once for all of them: each is opened as a page.

What only one picture can do stands in the file of its name.
"""

import functools
import inspect

import pytest

from course import elements, predictions, widgets

DAY = elements.on("2022-03-12")
NAMES = sorted(set(widgets.__all__) - {"Picture"})
QUESTION = predictions.Question("u9-p1", "What comes next?", choices=("this", "that"))
SLIDERS = {  # the control that its sentence tells about
    "altitude_explorer": "Height",
    "altitude_history": "Element set",
    "assembly": "Day",
    "cannon": "Speed of the shot",
    "city_passes": "Moment of the pass",
    "decay_explorer": "Engines off",
    "deorbit_planner": "Perigee",
    "dwell": "Inclination",
    "hill_pad": "Push forward",
    "inclination_explorer": "Inclination",
    "iss_map": "Time",
    "over_countries": "Time",
    "risk_by_latitude": "Inclination",
    "russia_band": "Inclination",
    "station_3d": "Since the push",
    "timeline": "Event",
}
SILENT = {"city_passes"}  # words tell of the whole pass, the slider moves along it
WATCHED = {  # stops of the slider that are looked at one by one
    "altitude_explorer": range(100, 160),
    "dwell": range(20, 51),
    "iss_map": range(1143, 1236, 3),
    "risk_by_latitude": range(20, 51),
    "russia_band": range(20, 51),
}

each_picture = pytest.mark.parametrize("name", NAMES)
each_slider = pytest.mark.parametrize("name", SLIDERS)


@functools.cache
def picture(name, **given):
    factory = getattr(widgets, name)
    first = [DAY] if "elements" in inspect.signature(factory).parameters else []
    return factory(*first, **given)


@each_picture
def test_whatever_is_pressed_it_asks_for_itself_only_and_complains_of_nothing(show, name):
    shown = show(picture(name))
    for slider in shown.page.get_by_role("slider").all():
        if slider.is_visible():
            slider.press("ArrowLeft")
            slider.press("ArrowRight")
    for role in ("radio", "checkbox", "button"):
        for control in shown.page.locator(".iss-picture").get_by_role(role).all()[:8]:
            if control.is_visible() and control.is_enabled():
                control.click()
    shown.settle()
    assert shown.requests == [shown.file.as_uri()]
    assert shown.errors == []


@each_slider
def test_a_key_changes_pixels_sentence_and_alt(show, name):
    shown = show(picture(name))
    before = shown.pixels(), shown.sentence(), shown.alt()
    end = shown.page.get_by_role("slider", name=SLIDERS[name])
    key = "ArrowLeft" if end.input_value() == end.get_attribute("max") else "ArrowRight"
    for _ in range(3):  # one step may fall within the width of a line
        shown.press(SLIDERS[name], key)
    after = shown.pixels(), shown.sentence(), shown.alt()
    changed = [one != other for one, other in zip(before, after, strict=True)]
    assert changed == [True, name not in SILENT, name not in SILENT]


@each_picture
def test_dark_and_light_are_drawn_differently(show, name):
    assert show(picture(name)).pixels() != show(picture(name), color_scheme="dark").pixels()


@pytest.mark.parametrize("name", WATCHED)
def test_it_is_drawn_within_the_event(show, name):
    assert show(picture(name)).undrawn(SLIDERS[name], WATCHED[name]) == []


@each_picture
def test_a_question_keeps_the_answer_until_it_is_skipped(show, name):
    shown = show(picture(name, question=QUESTION))
    closed = shown.alt()
    assert shown.page.get_by_text("What comes next?").is_visible()
    assert not shown.page.locator(".iss-sentence").is_visible() or shown.sentence() == ""
    shown.page.get_by_role("button", name="Skip").click()
    assert shown.sentence() and shown.alt() != closed
    assert shown.page.get_by_text("What comes next?").count() == 0
    assert shown.errors == []


@each_picture
@pytest.mark.parametrize("width", [420, 1280])
def test_it_fits_into_the_window(show, name, width):
    shown = show(picture(name), viewport={"width": width, "height": 900})
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


@each_picture
def test_it_is_one_image_with_words_beside_it(show, name):
    shown = show(picture(name))
    assert shown.page.get_by_role("img").count() == 1
    same = picture(name)
    assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)
    nameless = """() => [...document.querySelectorAll('.iss-picture input')].filter(
        (one) => one.getClientRects().length && !one.labels.length && !one.getAttribute('aria-label'))
        .map((one) => one.outerHTML)"""
    assert shown.page.evaluate(nameless) == []
