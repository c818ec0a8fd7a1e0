"""The five cards on an empty line of years: dragged, pressed or moved by key, compared with the record."""

import pytest
from picture_page import widths
from timeline_page import SAID, drawn, flags, names, press

from course import widgets
from course.widgets.questions.unit1 import PLACED


@pytest.fixture
def cards(show):
    def make(**context):
        return show(widgets.timeline(question="u1-p1"), reduced_motion="reduce", **context)

    return make


def test_the_empty_line_shows_no_event_and_cards_are_dragged_onto_it(cards):
    shown = cards()
    assert names(shown) == {} and "An empty line of years" in shown.alt()
    page = shown.page
    press(shown, "Show the record")
    assert "Place each card" in page.get_by_role("alert").text_content()
    card = drawn(shown)["last Shuttle landing"]
    middle = (card["left"] + 90, card["y"] - 4)
    shown.drag(middle, (middle[0] + 540, middle[1] + 150))
    placed = int(page.get_by_role("slider", name="last Shuttle landing").input_value())
    assert placed > 2011
    for what, year in SAID.items():
        shown.slide(what, year)
    assert page.get_by_role("alert").text_content() == ""
    press(shown, "Show the record")
    picture = widgets.timeline(question="u1-p1")
    picture.prediction = {"answer": list(SAID.values())}
    picture.comparing = True
    assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    assert not page.get_by_role("slider", name="Event").is_visible()  # beside the cards one thing to do
    press(shown, "On to the history")
    assert page.get_by_role("checkbox", name="my five cards").is_visible()
    assert shown.sentence() == widgets.timeline().sentence


@widths(420, 1280)
def test_a_press_on_a_year_places_the_next_card_in_it_whatever_lies_there(cards, width):
    shown = cards(viewport={"width": width, "height": 900})
    year = drawn(shown)["2020"]
    line = ((year["left"] + year["right"]) / 2, year["y"] - 60)
    for what in list(PLACED)[:2]:
        shown.drag(line, line)
        assert shown.value(what) == 2020
    card = drawn(shown)["last Shuttle landing"]
    there = (card["left"] + 60, card["y"] - 4)
    shown.drag(there, there)  # the third card, over the first
    assert shown.value("last Shuttle landing") == 2020
    assert shown.value("the press article") != 2005  # the middle of the line, where its slider waits
    waits = drawn(shown)["first crew arrives"]
    shown.drag((waits["left"] + 9, waits["y"] - 4), (waits["left"] + 9, waits["y"] - 4))  # picked
    shown.drag(line, line)
    assert shown.value("first crew arrives") == 2020 and shown.value("first commercial crew") == 2005
    shown.drag(line, line)
    shown.drag(there, there)  # none waits: a press on a card leaves it
    assert shown.value("last Shuttle landing") == shown.value("first commercial crew") == 2020


@widths(420, 1280)
def test_who_comes_by_key_sees_the_slider_of_the_card(cards, width):
    shown = cards(viewport={"width": width, "height": 900})
    slider = shown.page.get_by_role("slider", name="the press article")
    box = shown.page.locator(".iss-places .iss-slider").nth(2)
    assert box.bounding_box()["width"] <= 1
    gate = lambda: shown.page.locator(".iss-gate").bounding_box()  # noqa: E731
    before = gate()
    slider.focus()
    assert box.bounding_box()["width"] > 200
    question = shown.page.locator(".iss-places legend").bounding_box()
    assert box.bounding_box()["y"] >= question["y"] + question["height"]  # nothing lies over the question
    assert not shown.page.locator(".iss-places .iss-note").is_visible() and gate() == before
    slider.press("ArrowRight")
    assert "the press article" in drawn(shown) and shown.value("the press article") == 2006


def test_the_question_can_be_skipped(cards):
    shown = cards()
    press(shown, "Skip")
    assert shown.sentence() == widgets.timeline().sentence
    assert not shown.page.get_by_role("checkbox", name="my five cards").is_visible()


@widths(348, 420, 1280)
def test_every_card_waits_inside_the_tray(cards, width):
    """The line of years begins below the last of them; 348 px is a lesson on a phone."""
    shown = cards(viewport={"width": width, "height": 900})
    words = drawn(shown)
    waits = max(words[what]["y"] for what in PLACED)
    shown.slide("last Shuttle landing", 2008)
    placed = max(one["y"] for one in flags(shown, "2008"))
    assert waits + 10 < placed  # the row of a placed card lies below the tray
