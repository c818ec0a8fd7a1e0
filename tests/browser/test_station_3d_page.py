"""The station in three dimensions in a real browser: lit by WebGL, and flat where there is none."""

import pytest
from conftest import CHROMIUM_FLAGS, find_chromium
from picture_page import PicturePage, new_window, widths

from course import widgets

SMALLEST_PX = 12.0  # text below this cannot be read
NO_WEBGL = (*CHROMIUM_FLAGS, "--disable-software-rasterizer")
SINCE = "Since the push"
LET_SOFTWARE_DO = """
const ask = WebGL2RenderingContext.prototype.getParameter;
WebGL2RenderingContext.prototype.getParameter = function (name) {
  return name === 0x9246 ? 'a graphics card' : ask.call(this, name);  // the renderer, unmasked
};
"""
TALK = ("ReadPixels", "Context Lost", "Context Restored")  # of the browser on screenshots, of three on loss
LOSE = """() => {
  const context = document.querySelector('.iss-lit').getContext('webgl2');
  window.lose = context.getExtension('WEBGL_lose_context');
  window.lose.loseContext();
}"""


@pytest.fixture
def opened(show):
    def make(question=None, width=1280, **context):
        picture = widgets.station_3d(question=question)
        view = {"viewport": {"width": width, "height": 1000}}
        return show(picture, **view, **context)

    return make


def scene(shown):
    """Return what the whole drawing looks like, WebGL's part included."""
    shown.settle()
    return shown.page.locator(".iss-frame").screenshot()


def choose(shown, name):
    shown.page.get_by_role("radio", name=name, exact=True).check()
    shown.settle()


def test_keys_drag_and_presets_turn_the_station(opened):
    shown = opened()
    seen = [scene(shown)]
    shown.press("Turn", "ArrowRight")
    seen.append(scene(shown))
    assert "turned by 33 and tilted by −18" in shown.alt()
    shown.drag((300, 220), (350, 270))
    seen.append(scene(shown))
    assert "turned by 13 and tilted by 2 " in shown.alt()  # 0.4 degrees a pixel
    choose(shown, "above")
    seen.append(scene(shown))
    assert "turned by 0 and tilted by 90" in shown.alt()
    assert len(set(seen)) == 4
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_words_follow_time_cut_and_push_as_the_model_says(opened):
    shown, model = opened(), widgets.station_3d()
    before = scene(shown)
    for cut, push, stop in [
        ("PMA-1/Zarya", "forward", 1),
        ("Zarya/Zvezda", "up", 24),
        ("Zvezda/Nauka", "sideways", 6),
        ("PMA-1/Zarya", "backward", 48),
        ("PMA-1/Zarya", "forward", 0),
    ]:
        choose(shown, cut)
        choose(shown, push)
        shown.slide(SINCE, stop)
        model.cut, model.push, model.laps = cut, push, stop / 24
        assert (shown.sentence(), shown.alt()) == (model.sentence, model.alt)
        assert (scene(shown) == before) == (stop == 0)
    assert shown.errors == []


def test_the_station_is_dragged_round_the_earth(opened):
    shown = opened()
    word = next(one for one in reversed(shown.written()) if one["words"] == "drag")
    box = shown.page.locator(".iss-canvas").bounding_box()
    orbit = box["width"] * 0.34  # stands at the right
    start = (box["width"] - orbit / 2, word["y"] - 4)
    shown.drag(start, (start[0] + 100, start[1] + 92))
    assert (
        4 <= int(shown.page.get_by_role("slider", name=SINCE).input_value()) <= 7
    )  # a quarter of a lap is 6
    assert shown.sentence().startswith(("15", "19", "A quarter of a lap", "27"))


def test_time_runs_only_when_asked_and_a_lap_lasts_fifteen_seconds(opened):
    shown = opened()
    before = scene(shown)
    shown.passes(200)
    assert scene(shown) == before
    shown.page.get_by_role("button", name="Part it").click()
    shown.passes(1500)
    shown.page.get_by_role("button", name="Pause").click()
    assert int(shown.page.get_by_role("slider", name=SINCE).input_value()) == 2  # of 24 stops: 1.5 s of 15
    assert shown.errors == []


def test_who_prefers_less_motion_sees_the_end_at_once(opened):
    shown = opened(reduced_motion="reduce")
    shown.page.get_by_role("button", name="Part it").click()
    assert shown.sentence().startswith("Two laps (186 minutes) after a push forward")


def test_the_question_hides_the_answer_until_it_is_given(opened):
    shown = opened(question="u4-p1", reduced_motion="reduce")
    told = {one["words"] for one in shown.written()} | {shown.alt()}
    assert not any("behind" in words or "m/s" in words for words in told)
    assert not shown.page.locator(".iss-sentence").is_visible()
    shown.page.get_by_role("radio", name="ahead").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "5,020 m behind" in shown.sentence()
    assert shown.page.get_by_text("You said “ahead”.").is_visible()


@widths(420, 1280)
def test_nothing_overflows_and_no_words_lie_over_one_another(opened, few, width):
    shown = opened(width=width)
    shown.written()
    for push, sight in (
        ("forward", "an angle"),
        ("backward", "the side"),
        ("up", "behind"),
        ("sideways", "above"),
    ):
        choose(shown, push)
        choose(shown, sight)
        for stop in few((0, 1, 12, 24), 2):
            shown.written()
            shown.slide(SINCE, stop)
            for one in shown.written():
                assert one["px"] >= SMALLEST_PX, one
                assert one["left"] >= 0 and one["right"] <= one["width"], one
                assert 0 < one["y"] < one["height"], one
            shown.slide(SINCE, stop)
            assert shown.clashes() == [], (push, sight, stop)
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


def test_dark_and_light_are_drawn_differently(opened):
    assert scene(opened()) != scene(opened(color_scheme="dark"))


def test_webgl_lights_it_and_is_drawn_flat_while_it_is_lost(chromium, tmp_path):
    flags = [flag for flag in CHROMIUM_FLAGS if flag != "--disable-gpu"]
    flags += ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    browser = chromium.browser_type.launch(executable_path=find_chromium(), args=flags)
    shown = PicturePage(new_window(browser), tmp_path, widgets.station_3d())
    assert shown.page.locator(".iss-lit").count() == 0
    shown.page.add_init_script(LET_SOFTWARE_DO)
    shown.page.reload()
    shown.press("Turn", "ArrowRight")
    turned = scene(shown)
    shown.press("Turn", "ArrowLeft")
    lit = scene(shown)
    assert lit != turned
    shown.page.evaluate(LOSE)
    shown.page.locator(".iss-lit").wait_for(state="hidden")
    flat = scene(shown)
    assert flat != lit
    shown.page.evaluate("() => window.lose.restoreContext()")
    shown.page.locator(".iss-lit").wait_for()
    assert scene(shown) == lit
    assert [each for each in shown.errors if not any(word in each for word in TALK)] == []
    browser.close()


class Closing:
    """The page of a picture that keeps what closes it."""

    def to_html(self):
        page = widgets.station_3d().to_html()
        return page.replace("kit.mount.mount(", "window.closePicture = kit.mount.mount(")


def test_a_closed_picture_gives_its_context_back(chromium, tmp_path):
    shown = PicturePage(new_window(chromium), tmp_path, Closing())
    shown.page.add_init_script(LET_SOFTWARE_DO)
    shown.page.reload()
    shown.page.locator(".iss-lit").wait_for(state="attached")  # a picture starts when it is reached
    lost = "() => document.querySelector('.iss-lit').getContext('webgl2').isContextLost()"
    assert shown.page.evaluate(lost) is False
    shown.page.evaluate("async () => (await closePicture)()")
    assert shown.page.evaluate(lost) is True
    shown.settle()
    assert [each for each in shown.errors if not any(word in each for word in TALK)] == []
    shown.context.close()


def test_without_webgl_it_is_drawn_all_the_same(chromium, tmp_path, opened):
    browser = chromium.browser_type.launch(executable_path=find_chromium(), args=list(NO_WEBGL))
    window = new_window(browser, viewport={"width": 1280, "height": 1000})
    shown = PicturePage(window, tmp_path, widgets.station_3d())
    assert shown.page.evaluate("() => document.createElement('canvas').getContext('webgl2')") is None
    assert shown.page.locator(".iss-lit").count() == 0 and shown.errors == []
    assert scene(shown) == scene(opened())  # where a program would stand in, it is drawn flat too
    browser.close()


def test_as_a_saved_notebook_keeps_it_it_is_small_and_starts(chromium, tmp_path):
    html = widgets.station_3d(question="u4-p1").kept()
    assert len(html) < 400_000  # bytes: three.js alone has more, uncompressed
    (tmp_path / "kept.html").write_text(html, encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "kept.html").as_uri())
    page.locator(".iss-picture .iss-gate").wait_for()
    page.close()
