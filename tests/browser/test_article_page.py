"""The article as a page in a real browser: marked by mouse and keyboard, kept by the browser."""

import re

import pytest
from picture_page import widths

from course import widgets


@pytest.fixture
def opened(show):
    return lambda **context: show(widgets.article(), **context)


def button(shown, words):
    return shown.page.get_by_role("button", name=re.compile(words))


def radio(shown, word):
    return shown.page.get_by_role("radio", name=word, exact=True)


def test_the_course_is_silent_until_kind_verdict_and_a_source_are_given(opened):
    shown = opened()
    button(shown, "does not fly over Russia").click()
    told = shown.page.get_by_text("The course says")
    keep = shown.page.get_by_role("button", name="Keep it")
    shown.page.get_by_role("textbox").fill("https://www.nasa.gov/")
    keep.click()
    assert shown.page.get_by_text("First choose a kind").is_visible() and told.count() == 0
    radio(shown, "fact").check()
    radio(shown, "false").check()
    shown.page.get_by_role("textbox").fill("my uncle")
    keep.click()
    assert shown.page.get_by_text("This is no address").is_visible() and told.count() == 0
    assert shown.page.get_by_role("textbox").input_value() == "my uncle"  # nothing is lost
    shown.page.get_by_role("textbox").fill("https://www.nasa.gov/")
    keep.click()
    assert told.is_visible() and shown.page.get_by_text("The course says the same: fact, false.").is_visible()
    assert (
        shown.sentence() == "1 of 25 statements have a verdict of yours: 1 false; 1 with a source of yours."
    )
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_keys_mark_and_the_last_verdict_is_kept_by_the_browser(opened):
    shown = opened()
    shown.reusable = False
    button(shown, "227 miles").focus()
    shown.page.keyboard.press("Enter")
    radio(shown, "true").focus()
    shown.page.keyboard.press("Space")
    shown.page.keyboard.press("ArrowRight")
    assert radio(shown, "false").is_checked()
    shown.page.reload()
    shown.settle()
    assert "1 false" in shown.sentence()
    button(shown, "227 miles").click()
    assert radio(shown, "false").is_checked()


def test_a_tap_on_a_box_opens_its_statement(opened):
    shown = opened(has_touch=True, viewport={"width": 420, "height": 800})
    before = shown.alt()
    box = shown.page.locator(".iss-canvas").bounding_box()
    shown.page.mouse.click(box["x"] + box["width"] - 24, box["y"] + 36)
    assert shown.alt() != before and "Open: What follows for the ISS is unclear." in shown.alt()
    assert shown.page.locator(".iss-open").count() == 1


@widths(420, 1280)
def test_the_page_fits_a_window_with_its_marks(opened, width):
    shown = opened(viewport={"width": width, "height": 780})
    button(shown, "does not fly over Russia").click()
    shown.settle()
    assert shown.page.locator(".iss-picture").bounding_box()["height"] <= 750
    assert shown.clashes() == [] and shown.overflow_px() <= 0


@widths(420, 1280)
def test_what_the_course_says_is_seen_whole_when_it_is_told(opened, width):
    shown = opened(viewport={"width": width, "height": 780})
    for words in ("does not fly over Russia", "posted a video", "What follows for the ISS"):
        button(shown, words).click()
        radio(shown, "fact").check()
        radio(shown, "false").check()
        shown.page.get_by_role("button", name="I found none").click()
        shown.settle()
        page, told = (shown.page.locator(one).bounding_box() for one in (".iss-article", ".iss-reading"))
        assert page["y"] <= told["y"]
        assert told["y"] >= 0 and told["y"] + told["height"] <= 781
        assert told["y"] + told["height"] <= page["y"] + page["height"] + 1


def test_each_paragraph_is_named_once(opened):
    shown = opened()
    named = shown.page.locator(".iss-statement > p").all_text_contents()
    assert named == [f"Paragraph {number} of the article" for number in range(1, 12)]


def test_a_page_without_storage_still_marks(opened):
    shown = opened()
    shown.page.evaluate("() => Storage.prototype.setItem = () => { throw new Error('full'); }")
    shown.reusable = False
    radio(shown, "opinion").check()
    radio(shown, "unclear").check()
    assert "1 unclear" in shown.sentence() and shown.errors == []


def test_on_a_phone_several_sentences_are_seen_and_which_one_is_open(show):
    shown = show(widgets.article(), viewport={"width": 420, "height": 900})
    page, seen = shown.page, []
    box = page.locator(".iss-article").bounding_box()
    for step in range(3):
        assert page.get_by_text(f"Sentence {1 + 8 * step} of 25").is_visible()
        assert page.get_by_role("button", name="Previous").is_enabled() == (step > 0)
        rows = page.locator(".iss-statement > button").all()
        places = [row.bounding_box() for row in rows]
        inside = [box["y"] - 1 <= one["y"] <= box["y"] + box["height"] - 20 for one in places]
        seen.append(sum(inside))
        for _ in range(8):
            page.get_by_role("button", name="Next").click()
        box = page.locator(".iss-article").bounding_box()
    assert min(seen) >= 3, seen
    assert page.get_by_text("Sentence 25 of 25").is_visible()
    assert not page.get_by_role("button", name="Next").is_enabled()
    assert shown.overflow_px() <= 0
