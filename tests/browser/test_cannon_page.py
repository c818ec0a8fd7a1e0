"""Newton's cannon in a real browser, as a page without a server."""

import re

import numpy as np
import pytest
from picture_page import PicturePage, widths

from course import widgets
from course.constants import EARTH_RADIUS_KM
from course.flight import free_flight

SMALLEST_PX = 11.0  # text below this cannot be read
QUESTION = "At which speed does the ball come back"

# Where the arrow of the speed ends: its label stands above its middle, that of gravity beside its start.
ARROW_TIP = """() => {
  const last = (words) => window.written.findLast((one) => one.words.endsWith(words));
  const [speed, gravity] = [last("km/s"), last("gravity")];
  return speed.left + speed.right - (gravity.left - 9);
}"""

# How far from the Earth's centre pixels in the colour of gravity lie, in radii of the circle; how many.
OUTERMOST_GRAVITY = """() => {
  const canvas = document.querySelector(".iss-canvas");
  const root = getComputedStyle(document.querySelector(".iss-picture"));
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const places = (role) => {
    const wanted = parseInt(root.getPropertyValue(`--iss-${role}`).trim().slice(1), 16);
    const found = [];
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i] << 16) + (data[i + 1] << 8) + data[i + 2] === wanted && data[i + 3] === 255) {
        found.push([(i / 4) % canvas.width, Math.floor(i / 4 / canvas.width)]);
      }
    }
    return found;
  };
  const path = places("speed");
  const middle = canvas.width / 2;
  const radius = middle - Math.min(...path.map(([x]) => x));
  const onAxis = path.filter(([x]) => Math.abs(x - middle) < 2).map(([, y]) => y);
  const centre = Math.max(...onAxis) - radius;
  const gravity = places("gravity");
  return [Math.max(...gravity.map(([x, y]) => Math.hypot(x - middle, y - centre))) / radius, gravity.length];
}"""


class Cannon(PicturePage):
    """The picture on its page, with its one slider."""

    @property
    def slider(self):
        return self.page.get_by_role("slider", name="Speed of the shot")

    def skip(self):
        self.page.get_by_role("button", name="Skip").click()
        self.settle()
        return self

    def look(self):
        """Return the pixels, the sentence and the alt text."""
        return self.pixels(), self.sentence(), self.alt()

    def go_to(self, speed_km_s):
        """Move the slider to the stop that reads as this speed."""
        self.slider.evaluate(
            """(slider, words) => {
              for (let stop = 0; stop <= Number(slider.max); stop += 1) {
                slider.value = stop;
                slider.dispatchEvent(new Event("input"));
                if (slider.getAttribute("aria-valuetext") === words) return;
              }
              throw new Error("no such stop");
            }""",
            f"{speed_km_s:.2f} km/s",
        )
        self.settle()

    def speed(self):
        return float(self.slider.get_attribute("aria-valuetext").removesuffix(" km/s"))


@pytest.fixture
def open_page(show):
    def make(**context):
        return show(widgets.cannon(question="u2-p2"), kind=Cannon, **context)

    return make


def test_until_the_question_is_answered_there_is_neither_path_nor_control(open_page):
    shown = open_page()
    assert not shown.slider.is_visible() and not shown.page.locator(".iss-sentence").is_visible()
    assert "Answer the question" in shown.look()[2]
    before = shown.look()[0]
    shown.skip()
    assert shown.slider.is_visible() and shown.look()[0] != before
    assert shown.page.get_by_text(QUESTION).count() == 0
    assert shown.page.get_by_text("You said").count() == 0


@pytest.mark.parametrize("typed", ["7.0", "7,0", " 7 "])
def test_an_answer_opens_the_picture_and_is_fired(open_page, typed):
    shown = open_page(reduced_motion="reduce")
    shown.page.get_by_label(QUESTION).fill(typed)
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert shown.speed() == 7.0
    assert shown.page.get_by_text("You said 7 km/s.").is_visible()
    assert "lands 5,378 km away" in shown.look()[1]


@pytest.mark.parametrize("typed", ["7 km/s", "7km/s", " 7,0 km/s "])
def test_a_number_may_be_typed_with_its_unit(open_page, typed):
    shown = open_page()
    shown.page.get_by_label(QUESTION).fill(typed)
    shown.page.keyboard.press("Enter")
    assert shown.page.get_by_text("You said 7 km/s.").is_visible()


@pytest.mark.parametrize("typed", ["", "fast", "km/s", "7 km", "−7", "Infinity"])
def test_what_is_no_number_gets_a_hint_and_the_picture_stays_closed(open_page, typed):
    shown = open_page()
    shown.page.get_by_label(QUESTION).fill(typed)
    shown.page.keyboard.press("Enter")
    assert shown.page.get_by_role("alert").inner_text() == "Type a number in km/s, 0 or more, such as 3.5."
    assert not shown.slider.is_visible()
    assert shown.page.get_by_label(QUESTION).evaluate("field => field === document.activeElement")


def test_everything_can_be_done_from_the_keyboard(open_page):
    shown = open_page()
    press = shown.page.keyboard.press
    press("Tab")
    shown.page.keyboard.type("7.4")
    shown.passes(0)  # from here on its time is ours
    press("Enter")
    shown.passes(100)
    shown.page.get_by_role("button", name="Pause").press("Space")
    press("Shift+Tab")
    assert shown.slider.evaluate("slider => slider === document.activeElement")
    before = shown.look()
    press("ArrowRight")
    after = shown.look()
    assert shown.speed() == 7.41 and all(now != then for now, then in zip(after, before, strict=True))
    press("Home")
    assert "drops straight down" in shown.look()[1]
    press("End")
    assert "never comes back" in shown.look()[1]
    for _ in range(3):
        press("Tab")
    press("Space")  # one step on
    assert "1 h" in shown.look()[1] or shown.note() != "1 second shows 20 minutes"
    press("Tab")
    press("Tab")
    assert shown.page.get_by_role("checkbox", name="gravity").evaluate(
        "box => box === document.activeElement"
    )
    press("Space")
    assert "Without gravity" in shown.look()[1]


def test_the_arrow_of_the_speed_can_be_dragged_and_stays_under_the_pointer(open_page):
    shown = open_page().skip()
    box = shown.page.locator(".iss-canvas").bounding_box()
    tip = shown.page.evaluate(
        "() => { const label = window.written.findLast((one) => one.words === 'drag');"
        " return [label.left - 17, label.y - 4]; }"
    )
    one_stop_px = 10  # from one stop of the slider to the next, the arrow's tip moves that far at most
    mouse = shown.page.mouse
    mouse.move(box["x"] + tip[0], box["y"] + tip[1])
    mouse.down()
    seen = [shown.look()]
    speeds = [shown.speed()]
    for across in (60, 120, 240, 360, 560):
        mouse.move(box["x"] + tip[0] + across, box["y"] + tip[1] + across / 10)
        seen.append(shown.look())
        speeds.append(shown.speed())
        assert shown.page.evaluate(ARROW_TIP) == pytest.approx(tip[0] + across, abs=one_stop_px)
    mouse.up()
    assert speeds == sorted(set(speeds)) and speeds[0] == 6.0 and speeds[-1] > 8
    assert len({pixels for pixels, _, _ in seen}) == len(seen) == len({alt for _, _, alt in seen})
    mouse.move(box["x"] + tip[0] + 200, box["y"] + tip[1])
    assert shown.speed() == speeds[-1]  # let go is let go


def test_a_press_beside_the_arrow_changes_nothing(open_page):
    shown = open_page().skip()
    box = shown.page.locator(".iss-canvas").bounding_box()
    shown.page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 0.2 * box["height"])
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + 0.9 * box["width"], box["y"] + 0.2 * box["height"])
    shown.page.mouse.up()
    assert shown.speed() == 6.0


def test_sentence_and_alt_text_are_those_of_python(open_page):
    shown = open_page().skip()
    for speed_km_s in (0.0, 6.0, 7.4, 7.66, 9.0, 10.9):
        shown.go_to(speed_km_s)
        picture = widgets.cannon(speed_km_s=speed_km_s)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt), speed_km_s


def test_words_have_the_colour_of_what_they_name(open_page):
    shown = open_page().skip()
    word = shown.page.locator(".iss-sentence .iss-word").first
    colour = word.evaluate("word => getComputedStyle(word).color")
    strong = shown.page.locator(".iss-picture").evaluate(
        "root => getComputedStyle(root).getPropertyValue('--iss-speed')"
    )
    assert colour == "rgb({}, {}, {})".format(*bytes.fromhex(strong.strip().lstrip("#")))


def test_the_mass_changes_the_words_and_not_the_path(open_page):
    shown = open_page().skip()
    shown.go_to(7.66)
    readings = []
    for body in ("the station", "a ball"):
        shown.page.get_by_role("radio", name=body).check()
        for _ in range(4):
            shown.page.get_by_role("button", name="One step on").click()
        readings.append(shown.note())
    assert readings[0] == readings[1] == "40 min · 420 km high · 7.66 km/s"
    shown.page.get_by_role("radio", name="the station").check()
    assert "420,000 times as heavy" in shown.look()[1]


def test_between_computed_points_a_circle_stays_round(open_page):
    shown = open_page(reduced_motion="reduce").skip()
    shown.go_to(7.66)
    heights = set()
    for _ in range(9):
        shown.page.get_by_role("button", name="One step on").click()
        shown.settle()
        heights.add(re.search(r"(\S+) km high", shown.note())[1])
    assert heights == {"420"}


def test_between_computed_points_height_and_speed_are_right(open_page):
    """The reading at each step against the same flight with 200 times as many points."""
    shown = open_page(reduced_motion="reduce").skip()
    shown.go_to(9.0)
    flight = free_flight(420, speed_km_s=9.0, samples=20001)
    height_km = np.hypot(flight.x_km, flight.y_km) - EARTH_RADIUS_KM
    speed_km_s = np.hypot(np.gradient(flight.x_km, flight.time_s), np.gradient(flight.y_km, flight.time_s))
    for step in range(1, 10):
        shown.page.get_by_role("button", name="One step on").click()
        read = re.search(r"· (\S+) km high · (\S+) km/s", shown.note())
        now = 1200 * step
        rounding_km = 5.5 if float(read[1].replace(",", "")) > 1000 else 1.5
        assert float(read[1].replace(",", "")) == pytest.approx(
            np.interp(now, flight.time_s, height_km), abs=rounding_km
        )
        assert float(read[2]) == pytest.approx(np.interp(now, flight.time_s, speed_km_s), abs=0.006)


def test_gravity_points_inward_wherever_the_ball_is(open_page):
    shown = open_page(reduced_motion="reduce").skip()
    shown.go_to(7.66)
    for _ in range(8):
        shown.page.get_by_role("button", name="One step on").click()
        shown.settle()
        outermost, count = shown.page.evaluate(OUTERMOST_GRAVITY)
        assert count > 50 and outermost < 1.02  # of the orbit's radius; the arrow's width is 1 %


def test_time_runs_when_asked_pauses_and_goes_back(open_page):
    shown = open_page().skip()
    shown.go_to(7.66)
    still = shown.look()[0]
    shown.passes(150)
    assert shown.look()[0] == still  # nothing moves by itself
    shown.page.get_by_role("button", name="Fire").click()
    shown.passes(300)
    assert shown.look()[0] != still
    shown.page.get_by_role("button", name="Pause").click()
    paused = shown.look()[0]
    shown.passes(150)
    assert shown.look()[0] == paused
    shown.page.get_by_role("button", name="One step on").click()
    assert shown.note().startswith("10 min ·")
    shown.page.get_by_role("button", name="One step back").click()
    assert shown.note() == "1 second shows 10 minutes"


def test_who_prefers_less_motion_sees_the_end_at_once(open_page):
    shown = open_page(reduced_motion="reduce").skip()
    shown.page.get_by_role("button", name="Fire").click()
    shown.settle()
    assert shown.note().startswith("8 min · 0 km high")


def test_the_shot_before_stays_as_a_trace_until_the_reset(open_page):
    shown = open_page().skip()
    shown.passes(0)  # from here on its time is ours
    shown.go_to(9.0)
    alone = shown.look()[0]
    shown.passes(700)  # long enough for the shot to count
    shown.go_to(7.66)
    shown.go_to(9.0)
    assert shown.look()[0] != alone
    shown.page.get_by_role("button", name="Start again").click()
    shown.settle()
    assert shown.look()[0] == alone


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.long)])
@widths(420, 1280)
def test_it_fits_and_can_be_read(open_page, width, theme):
    shown = open_page(viewport={"width": width, "height": 860}, color_scheme=theme)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    shown.skip()
    assert shown.page.locator(".iss-picture.iss-dark").count() == (theme == "dark")
    for speed_km_s in (0.0, 6.0, 7.4, 7.66, 9.0, 10.9):
        shown.go_to(speed_km_s)
        shown.page.get_by_role("button", name="One step on").click()
        shown.settle()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    out = shown.page.evaluate(
        "width => [...document.querySelectorAll('main *')].filter((one) => one.getClientRects().length"
        " && one.getBoundingClientRect().right > width).map((one) => one.outerHTML)",
        width,
    )
    assert out == []
    sizes = shown.page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter((one) => one.textContent.trim()"
        " && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(one.tagName))"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= SMALLEST_PX
    written = shown.page.evaluate("window.written")
    assert {"drag", "gravity", "8,805 km high"} <= {one["words"] for one in written}
    for one in written:
        assert one["px"] >= SMALLEST_PX, one
        assert one["left"] >= 0 and one["right"] <= one["width"] and 0 < one["y"] <= one["height"], one


def test_the_drawing_is_as_fine_as_the_screen_and_follows_the_window(open_page):
    shown = open_page(device_scale_factor=2).skip()
    canvas = shown.page.locator(".iss-canvas")
    assert canvas.evaluate("canvas => canvas.width / canvas.clientWidth") == 2
    shown.page.set_viewport_size({"width": 600, "height": 800})
    shown.settle()
    assert canvas.evaluate("canvas => [canvas.width / canvas.clientWidth, canvas.clientWidth < 600]") == [
        2,
        True,
    ]


def test_the_next_frame_shows_each_value_of_the_slider(open_page):
    shown = open_page().skip()
    late = shown.slider.evaluate(
        """async (slider) => {
          const canvas = document.querySelector(".iss-canvas");
          let late = 0;
          for (let i = 0; i < 25; i += 1) {
            const before = canvas.toDataURL();
            slider.value = Number(slider.value) + 3;
            slider.dispatchEvent(new Event("input"));
            await new Promise((done) => requestAnimationFrame(done));
            late += canvas.toDataURL() === before;
          }
          return late;
        }"""
    )
    assert late == 0
