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
    "altitude_history": "Known height",
    "assembly": "Day",
    "cannon": "Speed of the shot",
    "city_passes": "Moment of the pass",
    "decay_explorer": "Engines off",
    "deorbit_planner": "Perigee",
    "dwell": "Inclination",
    "hill_pad": "Push forward",
    "iss_map": "Time",
    "over_countries": "Time",
    "risk_by_latitude": "Inclination",
    "russia_band": "Inclination",
    "station_3d": "Since the push",
    "timeline": "Event",
    "wave": "Time",
}
WITHOUT_SLIDER = {"article", "dependencies", "trace"}
SILENT = {"city_passes"}  # words tell of the whole pass, the slider moves along it
WATCHED = {  # stops of the slider that are looked at one by one
    "altitude_explorer": range(100, 160),
    "dwell": range(20, 51),
    "iss_map": range(1143, 1236, 3),
    "risk_by_latitude": range(20, 51),
    "russia_band": range(20, 51),
    "wave": range(60, 140, 3),
}

# Presses up to eight controls of each kind that can be pressed, a frame for each.
PRESS = """async () => {
  for (const kind of ['input[type=radio]', 'input[type=checkbox]', 'button']) {
    for (const control of [...document.querySelectorAll(`.iss-picture :is(${kind})`)].slice(0, 8)) {
      if (control.getClientRects().length && !control.disabled) control.click();
      await new Promise((done) => requestAnimationFrame(done));
    }
  }
}"""

each_picture = pytest.mark.parametrize("name", NAMES)
# What the kit does for all of them alike: three of different build stand for the others.
SAMPLE = {"altitude_explorer", "iss_map", "timeline"}
some_pictures = pytest.mark.parametrize(
    "name", [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.long) for name in NAMES]
)


@functools.cache
def picture(name, **given):
    factory = getattr(widgets, name)
    first = [DAY] if "elements" in inspect.signature(factory).parameters else []
    return factory(*first, **given)


@each_picture
def test_in_a_lesson_on_a_phone_and_in_a_column_of_text_no_words_meet_or_leave_it(show, name):
    """As wide as JupyterLab leaves it in a window of 420 pixels; as the site's text, in between."""
    phone, column = ({"width": width, "height": 1000} for width in (312, 720))
    shown = show(picture(name), viewport=phone)
    written = shown.written()
    shown.must_be_readable(written=written)
    assert shown.clashes(written) == []
    shown.page.set_viewport_size(column)
    shown.page.wait_for_function("() => document.querySelector('.iss-canvas').clientWidth > 312")
    written = shown.written()
    assert written and shown.clashes(written) == [] and shown.overflow_px() <= 0
    shown.page.set_viewport_size(phone)  # for the next picture


@each_picture
def test_it_is_one_image_with_words_beside_it_and_whatever_is_pressed_complains_of_nothing(show, few, name):
    """What one open page can tell: it fits a wide window, has names, follows keys, is drawn within the event.

    Its states in a narrow window: in the file of its name.
    """
    shown, same = show(picture(name)), picture(name)
    written = shown.written()
    shown.must_be_readable(written=written)
    assert shown.clashes(written) == []
    assert shown.page.get_by_role("img").count() == 1
    assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)
    nameless = """() => [...document.querySelectorAll('.iss-picture input')].filter(
        (one) => one.getClientRects().length && !one.labels.length && !one.getAttribute('aria-label'))
        .map((one) => one.outerHTML)"""
    assert shown.page.evaluate(nameless) == []
    if name in SLIDERS:
        a_key_changes_pixels_sentence_and_alt(shown, name)
    else:
        assert shown.page.get_by_role("slider").count() == 0, f"SLIDERS lacks the slider of {name}"
    if name in WATCHED:
        assert shown.undrawn(SLIDERS[name], few(WATCHED[name], 8)) == []
    press_everything(shown)
    assert shown.requests == [shown.file.as_uri()]
    assert shown.errors == []


def a_key_changes_pixels_sentence_and_alt(shown, name):
    before = shown.pixels(), shown.sentence(), shown.alt()
    end = shown.page.get_by_role("slider", name=SLIDERS[name])
    key = "ArrowLeft" if end.input_value() == end.get_attribute("max") else "ArrowRight"
    for _ in range(3):  # one step may fall within the width of a line
        shown.press(SLIDERS[name], key)
    after = shown.pixels(), shown.sentence(), shown.alt()
    changed = [one != other for one, other in zip(before, after, strict=True)]
    assert changed == [True, name not in SILENT, name not in SILENT]


def press_everything(shown):
    for slider in shown.page.get_by_role("slider").all():
        if slider.is_visible():
            slider.press("ArrowLeft")
            slider.press("ArrowRight")
    shown.page.evaluate(PRESS)
    shown.settle()


@some_pictures
def test_dark_and_light_are_drawn_differently(show, name):
    assert show(picture(name)).pixels() != show(picture(name), color_scheme="dark").pixels()


@each_picture
def test_in_a_narrow_window_a_question_keeps_the_answer_until_it_is_skipped(show, name):
    shown = show(picture(name, question=QUESTION), viewport={"width": 420, "height": 900})
    closed = shown.alt()
    assert shown.page.get_by_text("What comes next?").is_visible()
    assert not shown.page.locator(".iss-sentence").is_visible() or shown.sentence() == ""
    shown.page.get_by_role("button", name="Skip").click()
    assert shown.sentence() and shown.alt() != closed
    assert shown.page.get_by_text("What comes next?").count() == 0
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
    assert shown.errors == []


@some_pictures
def test_in_too_little_room_it_waits_and_draws_when_there_is_more(show, name):
    shown = show(picture(name), viewport={"width": 100, "height": 900})
    shown.reusable = False
    assert shown.errors == []
    shown.page.set_viewport_size({"width": 1280, "height": 900})
    shown.page.wait_for_function("() => document.querySelector('.iss-canvas').clientHeight !== 150")
    shown.settle()
    assert shown.errors == [] and shown.written()


def test_an_answer_is_said_back_with_what_is_and_kept_by_the_browser(show):
    asked = predictions.Question("u9-p1", "What comes next?", choices=("this", "that"), short="that")
    shown = show(widgets.altitude_explorer("speed", question=asked))
    said = shown.page.get_by_text("You said “this”. It is that.")
    assert said.count() == 0 and shown.page.get_by_text("It is that").count() == 0
    shown.page.get_by_text("this", exact=True).click()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert said.is_visible()
    below = shown.page.locator(".iss-sentence").bounding_box()["y"]
    assert shown.page.locator(".iss-canvas").bounding_box()["y"] < said.bounding_box()["y"] < below
    shown.page.reload()
    said.wait_for()


@pytest.mark.parametrize(
    "name, id, answer, told",
    [
        ("altitude_history", "u1-p4", "2011", "You said “2011”. That is right."),
        ("assembly", "u1-p2", 23, "You said 23 years. That is right."),
        ("deorbit_planner", "u4-p4", 15, "You said 15 t. That is right, rounded: 15.1 t."),
        ("cannon", "u2-p1", "90 %", "You said “90 %”. That is the right choice: it is 88%."),
        ("cannon", "u2-p1", "50 %", "You said “50 %”. It is 88%."),
    ],
)
def test_a_right_answer_is_told_as_right(show, name, id, answer, told):
    shown = show(picture(name, question=id))
    if isinstance(answer, str):
        shown.page.get_by_role("radio", name=answer).check()
    else:
        shown.page.get_by_role("textbox").fill(str(answer))
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert shown.page.locator(".iss-said").text_content() == told


def test_a_question_stands_below_its_drawing_where_a_window_holds_both(show):
    for name, id, below in (("dependencies", "u1-p3", True), ("assembly", "u1-p2", False)):
        shown = show(picture(name, question=id), viewport={"width": 1280, "height": 800})
        drawing, asked = (shown.page.locator(one).bounding_box() for one in (".iss-canvas", ".iss-gate"))
        assert (asked["y"] >= drawing["y"] + drawing["height"]) == below
        assert asked["y"] + asked["height"] - drawing["y"] <= 750


def test_where_the_number_is_to_be_found_it_is_told_once_it_is_found(show):
    shown = show(widgets.cannon(question="u2-p2"))
    shown.page.get_by_role("textbox").fill("7")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert shown.page.locator(".iss-said").text_content() == "You said 7 km/s."
    circle = widgets.cannon().words["outcomes"].index("circle")
    shown.slide("Speed of the shot", circle)
    assert shown.page.locator(".iss-said").text_content() == "You said 7 km/s. It is 7.66 km/s."
    shown.slide("Speed of the shot", circle + 5)
    assert shown.page.locator(".iss-said").text_content() == "You said 7 km/s. It is 7.66 km/s."


def test_the_ring_of_the_focus_covers_no_label(show):
    shown = show(picture("dwell"))
    shown.press("Inclination", "ArrowRight")
    slider = shown.page.get_by_role("slider", name="Inclination")
    ring = slider.evaluate("one => parseFloat(getComputedStyle(one).outlineOffset)")
    wide = slider.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)")
    label = slider.evaluate("one => one.labels[0].getBoundingClientRect().bottom")
    assert slider.bounding_box()["y"] - ring - wide >= label
