"""The assembly replay in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import widgets
from course.widgets.assembly import tables

SMALLEST_PX = 12.0  # of text
DAYS = tables.days()
LAST = len(DAYS) - 1


@pytest.fixture
def opened(show):
    def make(date="2022-03-05", question=None, **context):
        picture = widgets.assembly(date, question=question)
        return show(picture, **context)

    return make


def stop(shown):
    return int(shown.page.get_by_role("slider", name="Day").input_value())


def words_now(shown):
    shown.written()
    shown.press("Day", "ArrowLeft")
    shown.written()
    shown.press("Day", "ArrowRight")
    return {one["words"]: one for one in shown.written()}


def test_the_slider_shows_each_change_as_python_tells_it(opened, few):
    shown, picture = opened(), widgets.assembly()
    for at in few(range(0, len(DAYS), 9), 6):
        shown.slide("Day", at)
        picture.date = DAYS[at]
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_day_is_dragged_along_the_chart(opened):
    shown = opened()
    marks = words_now(shown)
    year = {name: (marks[name]["left"] + marks[name]["right"]) / 2 for name in ("2005", "2010")}
    left, y = marks["Listed mass, t"]["left"] - 8, marks["2005"]["y"] - 30
    shown.drag((year["2010"], y), (year["2005"], y))
    assert DAYS[stop(shown)] == "2002-11-26"  # the last change before 2005: the Shuttles stood still
    shown.drag((year["2005"], y), (left, y))
    assert stop(shown) == 0 and "the first module" in shown.sentence()


def test_each_day_of_the_lesson_has_a_button(opened):
    shown = opened()
    named = (
        ("First crew", "2 November 2000", "2000-11-02", "on 16 October 2000 (PMA-3 joins)"),
        ("Last Shuttle", "21 July 2011", "2011-07-21", "on 1 March 2011 (Leonardo joins)"),
        ("clip", "5 March 2022", "2022-03-05", "on 26 November 2021 (Prichal joins)"),
    )
    for name, words, day, change in named:
        shown.page.get_by_role("button", name=name).click()
        shown.settle()
        picture = widgets.assembly(day)
        assert DAYS[stop(shown)] == picture.date
        assert shown.sentence().startswith(words) and f"Since the last change, {change}" in shown.sentence()
        assert picture.sentence.split("The station has")[1] in shown.sentence()
        assert shown.page.get_by_text(f"Day {words}").is_visible()
    shown.press("Day", "ArrowLeft")
    shown.press("Day", "ArrowRight")
    assert shown.sentence() == picture.sentence  # a change again, told as the change that it is


def test_a_window_of_the_lab_holds_drawing_sentence_and_slider(opened):
    shown = opened(viewport={"width": 1280, "height": 800})
    top = shown.page.locator(".iss-picture").bounding_box()["y"]
    slider = shown.page.get_by_role("slider", name="Day").bounding_box()
    assert slider["y"] + slider["height"] - top <= 660  # of 680 that JupyterLab leaves to a notebook
    bottom = shown.page.get_by_role("button", name="clip").bounding_box()["y"] + 36
    assert bottom - top <= 750


def test_steps_go_from_change_to_change_and_play_runs(opened):
    shown = opened()
    shown.page.get_by_role("button", name="One step back").click()
    assert stop(shown) == LAST - 1
    shown.page.get_by_role("button", name="Start again").click()
    assert stop(shown) == 0
    shown.page.get_by_role("button", name="Play").click()
    shown.page.wait_for_function("() => document.querySelector('input[type=range]').value >= 1")
    shown.page.get_by_role("button", name="Pause").click()
    assert 1 <= stop(shown) < LAST


def test_what_is_new_is_named_in_both_views_and_what_is_pointed_at_too(opened):
    shown = opened()
    shown.written()
    shown.slide("Day", DAYS.index("2000-07-26"))
    assert [one["words"] for one in shown.written()].count("Zvezda") == 2
    (zvezda, *_) = (one for one in _again(shown) if one["words"] == "Zvezda")
    box = shown.page.locator(".iss-canvas").bounding_box()
    middle = (zvezda["left"] + zvezda["right"]) / 2
    shown.page.mouse.move(box["x"] + middle, box["y"] + zvezda["y"] - 14)  # Zarya, forward of it
    assert "Zarya" in {one["words"] for one in shown.written()}
    shown.page.mouse.move(box["x"] + 5, box["y"] + 5)
    assert "Zarya" not in {one["words"] for one in shown.written()}


def _again(shown):
    shown.slide("Day", stop(shown))
    return shown.written()


def test_the_question_hides_what_grew(opened):
    shown = opened(question="u1-p2")
    closed = {one["words"] for one in shown.written()}
    assert "from above, forward is up" in closed and not any(
        "mass" in one or "Prichal" in one for one in closed
    )
    assert shown.sentence() == "" and "2021" not in shown.alt()
    shown.page.get_by_role("textbox").fill("12")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "23.0 years after Zarya" in shown.sentence()
    assert shown.page.get_by_text("You said 12 years.").is_visible()


def test_a_time_before_zarya_is_refused_with_a_word(opened):
    shown = opened(question="u1-p2")
    box = shown.page.get_by_role("textbox")
    box.fill("-3")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert shown.page.get_by_role("alert").text_content() == "Type a number in years, 0 or more, such as 3.5."
    assert box.is_visible() and box.input_value() == "-3"


@widths(420, 700, 1280)
def test_nothing_overflows_and_all_can_be_read(opened, few, width):
    shown = opened(viewport={"width": width, "height": 900})
    for at in few((0, 1, 6, *range(12, len(DAYS), 11), LAST), 6):
        shown.written()
        shown.slide("Day", at)
        texts = shown.written()
        assert texts
        for one in texts:
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
            assert 0 < one["y"] < one["height"], one
        shown.slide("Day", at)  # draws once more
        assert shown.clashes() == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


def test_a_narrow_picture_grows_when_its_question_is_answered(opened):
    shown = opened(question="u1-p2", viewport={"width": 420, "height": 900})
    before = shown.page.locator(".iss-canvas").bounding_box()["height"]
    shown.written()
    shown.page.get_by_role("button", name="Skip").click()
    shown.settle()
    assert shown.page.locator(".iss-canvas").bounding_box()["height"] > before + 200
    assert shown.clashes() == []


FILLED = """() => {
  const drawn = CanvasRenderingContext2D.prototype;
  const { beginPath, lineTo, fill } = drawn;
  let right = 0;
  window.reached = [];
  drawn.beginPath = function () {
    right = 0;
    return beginPath.apply(this, arguments);
  };
  drawn.lineTo = function (x) {
    right = Math.max(right, this.getTransform().e / devicePixelRatio + x);
    return lineTo.apply(this, arguments);
  };
  drawn.fill = function () {
    if (right) window.reached.push(right);
    return fill.apply(this, arguments);
  };
}"""


@widths(420, 1280)
def test_nothing_is_filled_beyond_the_day_that_is_shown(opened, width):
    """The last Shuttle landed in July 2011; the next change after it came in 2015."""
    shown = opened(viewport={"width": width, "height": 1400})
    shown.page.get_by_role("button", name="Last Shuttle has left").click()
    shown.page.evaluate(FILLED)
    marks = words_drawn(shown)
    middle = {year: (marks[year]["left"] + marks[year]["right"]) / 2 for year in ("2010", "2015")}
    day = middle["2010"] + (2011.55 - 2010) / 5 * (middle["2015"] - middle["2010"])
    reached = shown.page.evaluate("() => window.reached")
    assert max(right for right in reached if right < middle["2015"] + 40) == pytest.approx(day, abs=2)


def words_drawn(shown):
    """Return what is written when the canvas is drawn again, and nothing else listened to."""
    shown.written()
    shown.page.evaluate("() => document.body.setAttribute('data-again', Math.random())")
    return {one["words"]: one for one in shown.written()}
