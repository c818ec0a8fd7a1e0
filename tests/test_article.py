"""The article as a page: what is marked is kept, read strictly, and follows from cell to page."""

import json

import pytest

from course import evidence, history, predictions, widgets
from course.widgets.article import tables

pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture
def page():
    return widgets.article()


def test_every_paragraph_is_there_and_each_statement_says_who_and_when(page):
    said = page.words["statements"]
    assert {one["paragraph"] for one in said} == set(range(1, 12))
    assert all(one["who"] and "202" in one["who"] for one in said)
    quoted = {one["id"]: (one["quote"], one["who"]) for one in said}
    assert quoted["A19"][1].startswith("Rogozin on Twitter, 24 February 2022, quoted by the article; ")
    for name in ("A17", "A18", "A19", "A20"):  # pieces of one post: none stands without its question
        assert "If you block cooperation with us, who will save the ISS" in quoted[name][1]
    assert "option /chance" in quoted["A18"][1] and "probably meant a chance" in quoted["A18"][1]
    assert quoted["A12"][1].startswith("NASA Watch, 5 March 2022")


def test_nobody_is_quoted_who_is_not_named_and_dated():
    for one in history.claims()["quoted"]:
        assert ("who" in one) == ("on" in one)
        if "on" in one:
            history.day_of(one["on"])


def test_what_is_marked_by_hand_is_kept_and_the_last_verdict_holds(page):
    for verdict in ("true", "false"):
        page.marks = {"A19": {"kind": "fact", "verdict": verdict}}
    assert evidence.marks() == {"A19": {"kind": "fact", "verdict": "false"}}
    predictions._memory.clear()  # as a kernel that was started anew
    assert widgets.article().marks == {"A19": {"kind": "fact", "verdict": "false"}}


def test_what_is_marked_in_a_cell_is_on_the_page(page):
    evidence.mark("A19", verdict="false")
    assert page.marks["A19"] == {"verdict": "false"}
    assert "1 of 25" in page.sentence and "1 false" in page.sentence


@pytest.mark.parametrize(
    "source", ["somewhere", "www.nasa.gov", "https://", "https://nasa", "ftp://nasa.gov/x"]
)
def test_a_source_that_is_no_address_is_refused_and_nothing_is_lost(page, source):
    page.marks = {"A19": {"verdict": "false"}}
    with pytest.raises(ValueError, match="a source is an address such as"):
        page.marks = {"A19": {"verdict": "false", "source": source}}
    assert page.marks == evidence.marks() == {"A19": {"verdict": "false"}}


@pytest.mark.parametrize(
    "source", ["https://www.nasa.gov/", "http://a.example.org:8080/x?y=1#z", "none found"]
)
def test_the_form_of_an_address_is_enough(page, source):
    page.marks = {"A19": {"source": source}}
    assert evidence.marks() == {"A19": {"source": source}}


@pytest.mark.parametrize(
    "marks",
    [
        {"A19": {"verdict": "wrong"}},
        {"A99": {"verdict": "true"}},
        {"A19": {"mood": "bad"}},
        {"C01": {"kind": "fact"}},
    ],
)
def test_unknown_claims_words_and_parts_are_refused(page, marks):
    with pytest.raises(ValueError):
        page.marks = marks
    assert evidence.marks() == {}


def test_marks_are_no_predictions_of_a_lesson():
    evidence.mark("A19", verdict="false")
    assert predictions.summary("u1") == ()


def test_the_card_shows_the_course_only_where_the_reader_has_decided():
    evidence.mark("A09", verdict="false")
    rows = {row[0][:3]: row for row in evidence.scorecard({"A19": 27.2})}
    assert rows["A09"][2] == rows["A09"][5] == "false"
    assert rows["A19"][3] == "27.2" and rows["A19"][5].startswith("decide first. 27.3 minutes a day")
    assert rows["A05"][5] == "decide first"
    assert evidence.scorecard() == evidence.scorecard({})  # the number is kept


@pytest.mark.parametrize("computed", [{"A99": 1.0}, {"A19": "many"}, {"A19": float("nan")}, [1.0], "A19"])
def test_a_card_of_nonsense_keeps_nothing(computed):
    with pytest.raises((ValueError, TypeError)):
        evidence.scorecard(computed)
    assert evidence.marks() == {}


def test_two_readings_are_there_where_people_differ():
    told = {one["id"]: one["readings"] for one in tables.statements()}
    assert len(told["A02"]) == len(told["A16"]) == 2 and told["A19"] == []
    assert len(told["A18"]) == 3


def test_the_twin_has_a_letter_for_each_verdict(page):
    page.marks = {"A19": {"verdict": "false"}, "A09": {"verdict": "misleading"}}
    texts = [one.get_text() for one in page.figure().axes[0].texts]
    assert sorted(filter(None, texts)) == ["F", "M"]


def test_it_is_plain_data(page):
    json.dumps(page.words)
