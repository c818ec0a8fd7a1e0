"""The station on the map in a real browser, as a page without a server."""

import pytest
from picture_page import widths

from course import elements, ground, predictions, widgets
from course.widgets.kit.words import place

SMALLEST_PX = 11.0  # text below this cannot be read
DAY = elements.on("2022-03-12")
QUESTION = predictions.Question(
    "u2-p8", "One lap later:", choices=("at the same place", "further east", "further west")
)


@pytest.fixture
def opened(show):
    def make(minute=1140, laps=3, question=None, start_utc=None, **context):
        picture = widgets.iss_map(DAY, start_utc, question=question, minute=minute, laps=laps)
        return show(picture, **context)

    return make


def station_at(shown):
    """Return the place of the station on the canvas, from the word beside it."""
    word = next(one for one in reversed(shown.written()) if one["words"] == "drag")
    return word["left"] - 22, word["y"] - 5


def minute_of(shown):
    return int(shown.page.get_by_role("slider", name="Time").input_value())


@pytest.mark.parametrize("minute", [0, 333, 1140, 1440])
def test_words_on_the_page_are_those_of_the_model(opened, minute):
    shown = opened()
    shown.slide("Time", minute)
    when = widgets.iss_map(DAY, minute=minute)
    latitude, longitude, height = ground.sub_satellite_points(DAY, when.track.utc[minute])
    assert place(latitude, longitude) in shown.sentence()
    assert f"height {height:.0f} km" in shown.sentence()
    assert shown.sentence() == when.sentence
    assert shown.alt() == when.alt
    assert when.age in shown.page.locator(".iss-note").last.text_content()


def test_a_map_over_new_year_names_the_days(show):
    with pytest.warns(elements.ElementAgeWarning):
        picture = widgets.iss_map(DAY, "2022-12-31T22:00", minute=150)
    shown = show(picture)
    assert shown.sentence() == picture.sentence and picture.sentence.startswith("1 January 2023, 00:30 UTC")


def test_keys_change_pixels_sentence_and_alt(opened):
    shown = opened()
    before = shown.pixels(), shown.sentence(), shown.alt()
    shown.press("Time", "ArrowRight")
    after = shown.pixels(), shown.sentence(), shown.alt()
    assert all(one != other for one, other in zip(before, after, strict=True))
    shown.press("Laps shown", "ArrowRight")
    assert shown.pixels() != after[0] and "Laps shown: 4." in shown.alt()


def test_the_station_is_dragged_along_its_track(opened):
    shown = opened(minute=1140)
    at = station_at(shown)
    shown.drag(at, (at[0] - 60, at[1] + 70))  # back towards the equator, over the Atlantic
    assert 1125 < minute_of(shown) < 1138
    assert f"{minute_of(shown) // 60}:{minute_of(shown) % 60:02d} UTC" in shown.sentence()


def test_a_drag_stays_on_its_lap_where_tracks_cross(opened):
    shown = opened(minute=1140, laps=16)
    at = station_at(shown)
    shown.drag(at, (at[0] - 22, at[1] + 22), steps=12)
    assert abs(minute_of(shown) - 1140) < 12


def test_numbers_of_laps_stand_on_the_equator_one_shift_apart(opened):
    shown = opened(laps=4)
    numbers = {one["words"]: one for one in shown.written() if one["words"].isdigit()}
    assert list(numbers) == ["11", "12", "13", "14", "15"]
    middle = {words: (one["left"] + one["right"]) / 2 for words, one in numbers.items()}
    shift = ground.ascending_nodes(DAY, start_utc="2022-03-12", laps=15).westward_shift_deg
    pixels = numbers["12"]["width"] / 360 * shift
    assert middle["13"] - middle["14"] == pytest.approx(pixels, abs=1)
    assert middle["14"] - middle["15"] == pytest.approx(pixels, abs=1)


def test_nothing_moves_until_play_is_pressed(opened):
    shown = opened()
    before = shown.pixels()
    shown.passes(200)
    assert shown.pixels() == before
    shown.page.get_by_role("button", name="Play").click()
    assert shown.page.locator(".iss-sentence").get_attribute("aria-live") == "off"
    shown.passes(400)
    shown.page.get_by_role("button", name="Pause").click()
    assert shown.page.locator(".iss-sentence").get_attribute("aria-live") == "polite"
    assert 1140 < minute_of(shown) < 1160 and shown.pixels() != before


def test_a_step_is_ten_minutes_from_wherever_it_is(opened):
    shown = opened()
    shown.page.get_by_role("button", name="One step on").click()
    assert minute_of(shown) == 1150
    shown.slide("Time", 600)
    shown.page.get_by_role("button", name="One step back").click()
    assert minute_of(shown) == 590


def test_the_question_hides_the_answer_until_it_is_given(opened):
    shown = opened(minute=60, question=QUESTION)
    written = {one["words"] for one in shown.written()}
    assert "1" in written and "2" not in written and not any("west" in words for words in written)
    shown.page.get_by_role("button", name="Skip").click()
    written = {one["words"] for one in shown.written()}
    assert {"1", "2", "3", "23.6° west"} <= written


@widths(420, 1280)
@pytest.mark.parametrize("laps", [1, 16])
def test_nothing_overflows_and_all_can_be_read(opened, few, width, laps):
    shown = opened(laps=laps, viewport={"width": width, "height": 900})
    for minute in few(range(0, 1441, 120), 5):
        shown.slide("Time", minute)
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"], one
            assert 0 < one["y"] < one["height"], one
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


def test_no_lap_is_drawn_across_the_map(opened):
    """Where a track leaves at one edge it comes in at the other; only level lines are as wide as the map."""
    shown = opened(laps=16)
    shown.page.evaluate(
        """() => {
          const canvas = CanvasRenderingContext2D.prototype;
          const [move, go] = [canvas.moveTo, canvas.lineTo];
          let last = null;
          window.widest = 0;
          window.drawn = 0;
          canvas.moveTo = function (x, y) { last = [x, y]; return move.call(this, x, y); };
          canvas.lineTo = function (x, y) {
            const level = !last || Math.abs(y - last[1]) < 0.01;
            if (!level) window.widest = Math.max(window.widest, Math.abs(x - last[0]));
            window.drawn += 1;
            last = [x, y];
            return go.call(this, x, y);
          };
        }"""
    )
    shown.slide("Time", 1440)
    assert shown.page.evaluate("() => window.drawn") > 4 * 1380
    assert shown.page.evaluate("() => window.widest") < 20


@widths(420, 1280)
def test_no_words_lie_over_one_another(opened, few, width):
    shown = opened(viewport={"width": width, "height": 900})
    at = station_at(shown)
    shown.drag(at, (at[0] - 20, at[1] + 20))  # the hint "drag" has done its work
    shown.written()
    for minute in few(range(20, 1441, 71), 7):
        shown.slide("Time", minute)
        assert shown.clashes() == [], minute
