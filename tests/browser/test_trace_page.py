"""The trace in a real browser: ordered by keyboard and by hand."""

import pytest

from course import widgets

pytestmark = pytest.mark.usefixtures("learner")

MOVES = (("DLR", 2), ("letter", 3), ("post", 1), ("headline", 1))


def ordered(shown):
    for name, times in MOVES:
        for _ in range(times):
            shown.page.get_by_role("button", name=f"Move {name} up").press("Enter")


def test_keys_put_it_in_order_and_find_the_word(show):
    shown = show(widgets.trace())
    assert shown.page.get_by_role("radio").count() == 0
    assert not shown.page.get_by_text("3 March 2022").first.is_visible()  # dates would tell the order
    ordered(shown)
    assert shown.sentence().startswith("The order fits.")
    same = widgets.trace()
    same.order = ["DLR", "letter", "post", "headline", "article"]
    for name in ("post", "headline"):
        shown.page.get_by_role("radio", name=name).check()
        same.lost = name
        assert (shown.sentence(), shown.alt()) == (same.sentence, same.alt)
    assert shown.errors == []


def test_a_box_is_dragged_to_its_place(show):
    shown = show(widgets.trace())
    middle = shown.page.locator(".iss-canvas").bounding_box()["width"] / 2
    shown.drag((middle, 12 + 56 * 2 + 16), (middle, 28))
    assert shown.alt().startswith("Five boxes from top to bottom: DLR, article, post")


def test_the_order_is_there_after_the_page_is_opened_again(show):
    shown = show(widgets.trace())
    ordered(shown)
    shown.page.get_by_role("radio", name="headline").check()
    said = shown.sentence()
    shown.page.reload()
    assert shown.sentence() == said
    assert shown.page.get_by_role("radio", name="headline").is_checked() and shown.errors == []
