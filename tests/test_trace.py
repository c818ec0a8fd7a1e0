"""The trace: five reports in an order that the learner makes, and where a word got lost."""

import pytest

from course import predictions, widgets

RIGHT = ["DLR", "letter", "post", "headline", "article"]


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture
def picture():
    return widgets.trace()


def test_it_begins_with_no_step_that_fits(picture):
    assert picture.fits == [False] * 4 and picture.sentence.startswith("0 of 4 steps fit.")


def test_the_order_on_record_fits_and_the_headline_is_found(picture):
    picture.order = RIGHT
    assert picture.sentence.startswith("The order fits.")
    told = {}
    for name in RIGHT:
        picture.lost = name
        told[name] = picture.sentence
    assert told["headline"].startswith("In the headline.")
    assert "still has the word" in told["letter"] and "so does the one before" in told["article"]


def test_a_step_in_the_middle_counts(picture):
    picture.order = ["letter", "post", "DLR", "article", "headline"]
    assert picture.fits == [True, False, False, False]


@pytest.mark.parametrize("order", [[], RIGHT[1:], [*RIGHT[:4], "DLR"], ["somebody", *RIGHT[1:]]])
def test_another_list_is_refused(picture, order):
    with pytest.raises(ValueError, match="order must hold each of"):
        picture.order = order


def test_another_name_is_refused(picture):
    with pytest.raises(ValueError):
        picture.lost = "somebody"


def test_the_twin_has_a_box_for_each(picture):
    assert [one.get_text() for one in picture.figure().axes[0].texts][:5] == picture.order


def test_what_was_chosen_is_there_when_it_is_made_again(picture):
    picture.order = RIGHT
    picture.lost = "post"
    again = widgets.trace()
    assert (again.order, again.lost) == (RIGHT, "post") and again.sentence == picture.sentence


@pytest.mark.parametrize("said", ["DLR, letter", "DLR, letter, post, headline, somebody", "7"])
def test_an_order_of_other_reports_is_left_alone(said):
    predictions.predict("trace order", said)
    predictions.predict("trace lost", "somebody")
    again = widgets.trace()
    assert again.fits == [False] * 4 and again.lost == ""
