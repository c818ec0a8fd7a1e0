"""Risk by latitude in a real browser, as a page without a server."""

import pytest

from course import widgets
from course.widgets.risk_by_latitude import tables

SMALLEST_PX = 11.9  # text below 12 px cannot be read
STOPS = tables.stops_deg().tolist()


@pytest.fixture
def opened(show):
    def make(question=None, *, width=1280, still=True, **traits):
        context = {"viewport": {"width": width, "height": 1600}}  # no scrolling
        context |= {"reduced_motion": "reduce"} if still else {}
        return show(widgets.risk_by_latitude(question=question, **traits), **context)

    return make


def choose(shown, sign, country):
    field = shown.page.get_by_role("combobox", name=f"{sign} Country")
    field.fill(country)
    field.press("Enter")
    shown.settle()


def redrawn(shown):
    """Draw once more and return what was written."""
    shown.settle()
    shown.written()
    shown.press("Casualty area", "ArrowRight")
    return shown.written()


def test_words_on_the_page_are_those_of_python(opened):
    shown = opened()
    chosen = ["RUS", "IND", "CHN"]
    for at, (slot, country, code) in enumerate(
        [(0, "Germany", "DEU"), (1, "Ukraine", "UKR"), (2, "Falkland", "FLK"), (1, "Russia", "RUS")]
    ):
        choose(shown, "●◆▲"[slot], country)
        chosen[slot] = code
        stop, area = STOPS[(13 * at + 8) % len(STOPS)], (0, 100, 3700, 5000)[at]
        borders, name = (("un", "recognised by the UN"), ("de-facto", "de facto"))[at % 2]
        shown.slide("Inclination", STOPS.index(stop))
        shown.slide("Casualty area", area)
        shown.page.get_by_role("radio", name=name).check()
        picture = widgets.risk_by_latitude(
            countries=chosen, casualty_area_m2=area, inclination_deg=stop, borders=borders
        )
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_a_country_that_is_unknown_or_shown_changes_nothing(opened):
    shown = opened()
    before = shown.sentence()
    choose(shown, "●", "Atlantis")
    assert "This page knows 235 countries" in shown.page.get_by_role("alert").first.text_content()
    choose(shown, "●", "India")
    assert "India is compared already." in shown.page.get_by_role("alert").first.text_content()
    assert shown.sentence() == before
    assert shown.page.get_by_role("combobox").first.input_value() == "Russia"


def test_the_line_of_the_turn_is_dragged(opened):
    shown = opened()
    words = {one["words"]: one for one in redrawn(shown)}
    equator, north = words["equator"]["y"] - 4, words["90° N"]["y"] - 4
    start, end = (equator - latitude / 90 * (equator - north) for latitude in (51.80, 65.13))
    shown.drag((500, start), (500, end))
    assert "a fall at 65 degrees" in shown.sentence()


def test_the_world_is_dragged_to_another_area(opened):
    shown = opened()
    words = {one["words"]: one for one in redrawn(shown)}
    start = words["0.019  drag"]["left"] - 18, words["■ the world"]["y"] - 4
    shown.drag(start, (start[0] + 30, start[1]))
    assert 1500 < int(shown.page.get_by_role("slider", name="Casualty area").input_value()) < 3000
    shown.drag((start[0] + 30, start[1]), (20, start[1]))
    assert "With 0 m²" in shown.sentence()


def test_keys_and_marks_change_pixels_sentence_and_alt(opened):
    shown = opened(countries=("UKR", "RUS"))
    for act in (
        lambda: shown.press("Inclination", "ArrowRight"),
        lambda: shown.press("Casualty area", "ArrowLeft"),
        lambda: shown.page.get_by_role("button", name="Mir-2").click(),
        lambda: shown.page.get_by_role("radio", name="de facto").check(),
    ):
        before = shown.pixels(), shown.sentence(), shown.alt()
        act()
        after = shown.pixels(), shown.sentence(), shown.alt()
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_question_hides_the_risk_until_it_is_given(opened):
    shown = opened("u4-p5")
    closed = {one["words"] for one in shown.written()}
    assert "Where people live" in closed and not any("Chance" in one or "0.0025" in one for one in closed)
    assert shown.sentence() == "" and "0.0025" not in shown.alt()
    shown.page.get_by_label("much the same").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert "0.0025" in {one["words"] for one in shown.written()}


@pytest.mark.parametrize("width", [420, 1280])
def test_nothing_overflows_and_all_can_be_read(opened, width):
    shown = opened(width=width)
    for at, countries in enumerate(
        [(), ("Germany", "Ukraine", "Kazakhstan"), ("United Kingdom", "Australia", "Brazil")]
    ):
        for sign, country in zip("●◆▲", countries, strict=False):
            choose(shown, sign, country)
        for stop in (0, STOPS.index(51.64), len(STOPS) - 1):
            shown.slide("Inclination", stop)
            shown.slide("Casualty area", (1000, 5000, 0)[at])
            for one in redrawn(shown):
                assert one["px"] >= SMALLEST_PX, one
                assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
                assert 0 < one["y"] < one["height"], one
            shown.press("Casualty area", "ArrowRight")
            assert shown.clashes() == [], (countries, stop)
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
