"""Over whom it flies, Russia's strip, and what a city sees: in a real browser, as pages without a server."""

import pytest
from lab_page import in_lab

from course import elements, geography, orbits, predictions, widgets
from course.widgets.city_passes import words as wording
from course.widgets.russia_band import tables
from course.widgets.russia_band.albers import parallel_km

SMALLEST_PX = 11.0  # text below this cannot be read
DAY = elements.on("2022-03-12")
QUESTION = predictions.Question("u3-p9", "How many minutes a day is it over Russia?", unit="minutes")


def value(shown, name):
    return int(shown.page.get_by_role("slider", name=name).input_value())


def readable(shown):
    for one in shown.written():
        assert one["px"] >= SMALLEST_PX, one
        assert one["left"] >= 0 and one["right"] <= one["width"], one
        assert 0 < one["y"] < one["height"], one
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []


# Over whom it flies ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def day():
    return widgets.over_countries(DAY, minute=1058)


def place_of(shown, words):
    return next(one for one in reversed(shown.written()) if one["words"] == words)


@pytest.mark.parametrize("minute", [0, 333, 1140, 1440])
def test_the_page_names_what_the_model_names(show, minute):
    shown = show(widgets.over_countries(DAY, minute=5))
    shown.slide("Time", minute)
    model = widgets.over_countries(DAY, minute=minute)
    assert shown.sentence() == model.sentence and shown.alt() == model.alt
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_station_is_dragged_and_the_country_changes(show, day):
    shown = show(day)
    drag = place_of(shown, "drag")
    at = drag["left"] - 22, drag["y"] - 5
    shown.drag(at, (at[0] - 90, at[1] + 20))
    assert 1040 < value(shown, "Time") < 1056
    assert "over Russia." not in shown.sentence()


def test_the_strip_is_dragged_too(show, day):
    shown = show(day)
    head = place_of(shown, "Minutes over Russia, added up")
    y = head["y"] + 40
    width = head["width"] - 58 - 12
    shown.drag((12 + 0.2 * width, y), (12 + 0.5 * width, y))
    assert value(shown, "Time") == pytest.approx(720, abs=2)


def test_next_and_previous_go_from_lap_to_lap_over_russia(show, day):
    shown = show(day)
    button = shown.page.get_by_role("button", name="Next time over Russia")
    for _ in day.visits:
        button.click()
        assert "over Russia. Over" in shown.sentence()
    assert value(shown, "Time") == 1058  # once round
    shown.page.get_by_role("button", name="Previous time over Russia").click()
    assert value(shown, "Time") == day.words["stops"][day.words["stops"].index(1058) - 1]


def test_the_question_hides_country_and_count(show):
    shown = show(widgets.over_countries(DAY, question=QUESTION))
    closed = {one["words"] for one in shown.written()}
    assert "Russia" not in closed and not any(" min" in words for words in closed)
    shown.page.get_by_role("textbox").fill("30")
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert {"Russia", "26 min"} <= {one["words"] for one in shown.written()}
    assert "You said 30 minutes." in shown.page.locator(".iss-said").text_content()


@pytest.mark.parametrize("width", [420, 1280])
def test_over_all_day_nothing_overflows_and_all_can_be_read(show, day, width):
    shown = show(day, viewport={"width": width, "height": 900})
    for minute in range(0, 1441, 90):
        shown.slide("Time", minute)
        readable(shown)


# The strip of Russia --------------------------------------------------------------------------------------


def stop_of(shown):
    return value(shown, "Inclination")


@pytest.mark.parametrize("borders", geography.VIEWS)
@pytest.mark.parametrize("inclination_deg", [40, 45.96, 51.64, 65, 85])
def test_the_strip_on_the_page_is_that_of_the_model(show, inclination_deg, borders):
    shown = show(widgets.russia_band())
    model = widgets.russia_band(inclination_deg, borders=borders)
    shown.slide("Inclination", model.stop)
    if borders == "de-facto":
        shown.page.get_by_role("radio", name="de facto").check()
    assert shown.sentence() == model.sentence and shown.alt() == model.alt
    other = model.words["texts"][geography.VIEWS[borders == "un"]]["area"][model.stop]
    assert f": {other} of the area." in shown.page.locator(".iss-note").last.text_content()
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_the_line_is_dragged_to_the_latitude_under_the_hand(show):
    picture = widgets.russia_band()
    shown = show(picture)
    left, right, top, _ = picture.words["frame_km"]
    wide = place_of(shown, "drag")["width"]
    y = [(float(parallel_km(latitude)) - top) * wide / (right - left) for latitude in (51.798, 60)]
    x = -left * wide / (right - left)
    shown.drag((x, y[0]), (x, y[1]))
    reached = orbits.turning_latitude_deg(420, inclination_deg=float(tables.stops_deg()[stop_of(shown)]))
    assert reached == pytest.approx(60, abs=0.2)
    shown.drag((x, 20), (x, 200))  # not at the line
    assert float(tables.stops_deg()[stop_of(shown)]) == pytest.approx(59.9, abs=0.3)


def test_a_mark_is_reached_and_pressed(show):
    shown = show(widgets.russia_band(), reduced_motion="reduce")
    button = shown.page.get_by_role("button", name="65°")
    button.click()
    assert "At 65 degrees the track reaches 65.1 degrees north" in shown.sentence()
    assert button.get_attribute("aria-pressed") == "true"
    shown.press("Inclination", "ArrowRight")
    assert button.get_attribute("aria-pressed") == "false"


def test_the_question_hides_the_line_and_the_strip(show):
    shown = show(widgets.russia_band(question=QUESTION))
    assert not any("%" in one["words"] for one in shown.written())
    before = shown.pixels()
    shown.page.get_by_role("button", name="Skip").click()
    assert shown.pixels() != before
    assert any("11.4 %" in one["words"] for one in shown.written())


@pytest.mark.parametrize("width", [420, 1280])
def test_the_strip_can_be_read_at_every_inclination(show, width):
    shown = show(widgets.russia_band(), viewport={"width": width, "height": 900})
    for stop in range(0, 203, 14):
        shown.slide("Inclination", stop)
        readable(shown)


# What a city sees -----------------------------------------------------------------------------------------


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
    drag = place_of(shown, "drag")
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


@pytest.mark.parametrize("width", [420, 1280])
@pytest.mark.parametrize("city", ["Sochi", "Singapore", "Murmansk"])
def test_sky_and_week_can_be_read(show, width, city):
    picture = widgets.city_passes(DAY, city=city)
    shown = show(picture, viewport={"width": width, "height": 900})
    readable(shown)
    for number in range(0, len(picture.passes), 6):
        shown.page.get_by_role("radio").nth(number).check()
        for along in (0, 50, 100):
            shown.slide("Moment of the pass", along)
            readable(shown)


def test_a_notebook_computes_any_city(chromium, lab):
    """A small town that no list offers, a town that is none, and a cell that reads and sets the city."""
    cells = (
        "from course import elements, widgets\n"
        "seen = widgets.city_passes(elements.on('2022-03-12'), days=2)\nseen",
        "print('told', seen.city, len(seen.passes))",
        "seen.city = 'Murmansk'",
    )
    with in_lab(chromium, lab, "city-test", *cells, height=1600) as shown:
        page, run = shown.page, shown.run
        run(0)
        box, sentence = page.get_by_role("combobox", name="City"), page.locator(".iss-sentence")
        box.wait_for(timeout=60_000)
        box.fill("Gagarin, Russia")
        box.press("Enter")
        sentence.filter(has_text="Gagarin, Russia, 1").wait_for(timeout=30_000)
        expected = widgets.city_passes(DAY, days=2, city="Gagarin")
        assert sentence.text_content() == expected.sentence
        box.fill("Atlantiss")
        box.press("Enter")
        page.get_by_role("alert").filter(has_text="there is no city 'Atlantiss'").wait_for(timeout=30_000)
        run(1)
        page.get_by_text(f"told Gagarin, Russia {len(expected.passes)}").wait_for(timeout=30_000)
        run(2)
        sentence.filter(has_text="Murmansk, Russia: at latitude 69.0").wait_for(timeout=30_000)
        assert box.input_value() == "Murmansk, Russia" and shown.errors == []
