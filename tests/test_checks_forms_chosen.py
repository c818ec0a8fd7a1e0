"""Forms of words and names: each value that does not fit has its fault and its words."""

import pytest

from course.checks.forms import (
    Named,
    Names,
    Number,
    Order,
    Several,
    Unreadable,
    Word,
    asked_words,
    texts_of,
)
from course.checks.recorder import plain

SPEED = Number("m/s")
MILE = Word(("statute", "nautical"))
NAMES, ORDER, NAMED = Names(), Order(), Named()
BOTH = Several((SPEED, MILE), "the speed and the mile")
LINES = [{"name": "Zarya"}, {"name": "Unity"}, {"name": "Zvezda"}]
LIST_ASKED = "A list of names is asked for: which line adds a name to it?"
LONG = "Z" * 39 + "ab"  # a letter more than is told


def claiming(length, *items):
    """Return a recorded list that says it is of another length."""
    return {**plain(list(items)), "length": length}


def twice(begin, about, ask):
    """Return both wordings of a message: with what it is about, and without."""
    return f"{begin} for {about}. {ask}", f"{begin}. {ask}"


WORD_ASKED = "Asked for is statute or nautical: which of them fits?"
NAME_ASKED = "The name of one report is asked for: under which key does a report keep it?"
BOTH_ASKED = "Asked for are the speed and the mile: what does your return line hand back?"
FOREIGN = "which is none of the given names. Does the name come from the list that you were given?"
ORDERED = "For the order you returned"


UNFIT = [  # form, arguments, recorded value, fault, messages
    (MILE, [5], plain("metric"), "wrong type", twice("You returned another word", "5 km", WORD_ASKED)),
    (
        MILE,
        [5],
        plain(7.0),
        "wrong type",
        twice("In place of the word stands one number", "5 km", WORD_ASKED),
    ),
    (
        Word(("a", "b"), about="{0:g} miles"),
        [5],
        plain(None),
        "wrong type",
        twice("In place of the word stands nothing", "5 miles", "Asked for is a or b: which of them fits?"),
    ),
    (NAMES, [["Zarya", "Unity"]], plain(None), "wrong type", [f"You returned nothing. {LIST_ASKED}"]),
    (
        NAMES,
        [["Zarya", "Unity"]],
        plain([1.0]),
        "wrong type",
        [f"You returned a list that holds other things than names. {LIST_ASKED}"],
    ),
    (
        NAMES,
        [["Zarya", "Unity"]],
        plain(["Zarya", 1.0]),
        "wrong type",
        [f"You returned a list that holds other things than names. {LIST_ASKED}"],
    ),
    (
        NAMES,
        [["Zarya", "Unity"]],
        claiming(2, "Zarya"),
        "wrong type",
        [f"You returned a list that holds other things than names. {LIST_ASKED}"],
    ),
    (
        NAMES,
        [["Zarya", "Unity"]],
        plain(["zarya"]),
        "wrong type",
        ["Your list has a name that is not spelled as any of the given ones. Which line of yours makes it?"],
    ),
    (ORDER, [LINES], plain("Zarya"), "other things", [f"{ORDERED} text. {LIST_ASKED}"]),
    (
        ORDER,
        [LINES],
        plain([1.0, 2.0, 3.0]),
        "other things",
        [f"{ORDERED} a list that holds other things than names. {LIST_ASKED}"],
    ),
    (ORDER, [LINES], plain({"Zarya", "Unity", "Zvezda"}), "other things", [f"{ORDERED} a set. {LIST_ASKED}"]),
    (
        ORDER,
        [LINES],
        plain(["Unity", "Zarya"]),
        "other names",
        ["For a row of values your list lacks Zvezda. Which step leaves it out?"],
    ),
    (
        ORDER,
        [LINES],
        plain(["Unity", "Zarya", "Zvezda", "Unity"]),
        "other names",
        ["For a row of values your list has Unity more than once. Which step adds it again?"],
    ),
    (
        ORDER,
        [LINES],
        plain(["Unity", "Zarya", LONG]),
        "other names",
        [f'For a row of values your list has "{LONG[:40]}", {FOREIGN}'],
    ),
    (
        NAMED,
        [LINES],
        plain("Mir"),
        "other things",
        [f"As the second part you returned a text that is no name of a report. {NAME_ASKED}"],
    ),
    (
        NAMED,
        [LINES],
        plain(1.0),
        "other things",
        [f"As the second part you returned one number. {NAME_ASKED}"],
    ),
    (
        BOTH,
        [5],
        plain(None),
        "wrong type",
        ["You returned nothing. Asked for are the speed and the mile: what does your return line hand back?"],
    ),
    (
        BOTH,
        [5],
        plain([7.0]),
        "wrong shape",
        [f"You returned a list of another length. {BOTH_ASKED}"],
    ),
]


@pytest.mark.parametrize(("form", "arguments", "value", "fault", "messages"), UNFIT)
def test_a_value_that_does_not_fit_has_its_fault_and_its_words(form, arguments, value, fault, messages):
    with pytest.raises(Unreadable) as caught:
        form.read(value, arguments, "km")
    assert (caught.value.fault, list(caught.value.messages)) == (fault, list(messages))
    assert str(caught.value) == fault


def test_texts_of_a_list_or_a_set_and_of_nothing_else():
    assert texts_of(plain(["b", "a", "b"])) == texts_of(plain({"a", "b"})) == {"a", "b"}
    assert texts_of(plain([])) == set()
    broken = [{"is": "list", "items": None}, {"is": "list"}, {"is": "list", "items": [{"is": "text"}]}]
    broken += [{"is": "list", "items": [{"is": "text", "value": 5}]}, {"is": "dict", "items": []}]
    broken += [plain(("a", 1)), plain("a"), plain(None), {}, claiming(0, "a")]
    assert [texts_of(value) for value in broken] == [None] * len(broken)


def test_the_words_that_an_answer_may_have_to_hold():
    assert asked_words(MILE) == asked_words(BOTH) == ("statute", "nautical")
    assert asked_words(SPEED) == asked_words(NAMES) == asked_words(Several((SPEED,), "")) == ()
