"""Forms of an answer: what fits has its readings, and needless brackets are taken away."""

import pytest

from course.checks.forms import (
    Named,
    Names,
    Number,
    Order,
    Pieces,
    Reading,
    Row,
    Several,
    Size,
    Vector,
    Word,
    in_words,
    tidied,
)
from course.checks.recorder import plain
from course.checks.values import leaves, unwrapped

SIZE = Size(1.0, "low", 9.0, "high")
SPEED, CALLED = Number("m/s"), Number("km", SIZE, about="{0:g} statute miles")
ROW, PIECES = Row("m/s", SIZE), Pieces("degrees", SIZE)
ARROW = Vector("m", ("up", "forward", "aside"))
MILE = Word(("statute", "nautical"))
NAMES, ORDER, NAMED = Names(), Order(), Named()
BOTH = Several((SPEED, MILE), "the speed and the mile")
LINES = [{"name": "Zarya"}, {"name": "Unity"}, {"name": "Zvezda"}]


def claiming(length, *items):
    """Return a recorded list that says it is of another length."""
    return {**plain(list(items)), "length": length}


def chosen(place, about, said):
    """Return the reading of a word or a name: no unit, no size, nothing measured."""
    return Reading(place, "", about, None, said, measured=False)


UNORDERED = "Your order does not fit"
ONE, TWO = plain(1.0), plain(2.0)


FIT = [  # form, arguments, answer, readings
    (SPEED, [420], 7.66, [Reading(7.66, "m/s", "420 km", None)]),
    (SPEED, [0.5], 7, [Reading(7.0, "m/s", "0.5 km", None)]),
    (CALLED, [5], -8.0, [Reading(-8.0, "km", "5 statute miles", SIZE)]),
    (
        ROW,
        [[300, 1400]],
        [1.0, 2],
        [Reading(1.0, "m/s", "300 km", SIZE), Reading(2.0, "m/s", "1,400 km", SIZE)],
    ),
    (
        PIECES,
        [[1, 2, 3]],
        [[1.0, 2.0], [3.0]],
        [
            Reading(1.0, "degrees", "point 1", SIZE),
            chosen(1.0, "the piece of point 1", ""),
            Reading(2.0, "degrees", "point 2", SIZE),
            chosen(1.0, "the piece of point 2", ""),
            Reading(3.0, "degrees", "point 3", SIZE),
            chosen(2.0, "the piece of point 3", ""),
        ],
    ),
    (
        ARROW,
        [60],
        [1.0, [-2.55556], 3],
        [
            Reading(n, "m", "60 km", None, "You returned (1, -2.556, 3) m for 60 km")
            for n in (1.0, -2.55556, 3.0)
        ],
    ),
    (MILE, [5], "statute", [chosen(0.0, "5 km", 'You returned "statute" for 5 km')]),
    (MILE, [5], " Nautical ", [chosen(1.0, "5 km", 'You returned "nautical" for 5 km')]),
    (
        NAMES,
        [["Zarya", "Unity"]],
        ["Unity"],
        [chosen(0.0, "Zarya", "Zarya is not in your list"), chosen(1.0, "Unity", "Your list has Unity")],
    ),
    (NAMES, [["Zarya"]], {"Zarya"}, [chosen(1.0, "Zarya", "Your list has Zarya")]),
    (NAMES, [["Zarya"]], [], [chosen(0.0, "Zarya", "Zarya is not in your list")]),
    (
        ORDER,
        [LINES],
        ["Unity", "Zvezda", "Zarya"],
        [chosen(3.0, "Zarya", UNORDERED), chosen(1.0, "Unity", UNORDERED), chosen(2.0, "Zvezda", UNORDERED)],
    ),
    (
        Order(key="id"),
        [[{"id": "b"}, {"id": "a"}]],
        ["a", "b"],
        [chosen(2.0, "b", UNORDERED), chosen(1.0, "a", UNORDERED)],
    ),
    (NAMED, [LINES], "Zvezda", [chosen(2.0, "Zvezda", 'You returned "Zvezda"')]),
    (Named(key="id"), [[{"id": "b"}, {"id": "a"}]], "b", [chosen(0.0, "b", 'You returned "b"')]),
    (
        BOTH,
        [5],
        [7.0, "statute"],
        [Reading(7.0, "m/s", "5 km", None), chosen(0.0, "5 km", 'You returned "statute" for 5 km')],
    ),
]


@pytest.mark.parametrize(("form", "arguments", "answer", "readings"), FIT)
def test_a_value_that_fits_has_its_readings(form, arguments, answer, readings):
    assert form.read(plain(answer), arguments, "km") == readings
    assert Reading(1.0, "m", "", None) == Reading(1.0, "m", "", None, said="", measured=True)


def test_what_a_call_was_given_in_words():
    assert in_words([1234.5], "km") == "1,234.5 km"
    assert in_words([7], "") == "7"
    assert in_words([(1, 2)], "km") == in_words([[1, 2]], "km") == "a row of values"
    assert in_words([5, "mile"], "{0:g} of the kind {1}") == "5 of the kind mile"


TIDIED = [  # form, answer, the answer without needless brackets
    (SPEED, [[7.0]], 7.0),
    (SPEED, [7.0, 8.0], [7.0, 8.0]),
    (SPEED, [], []),
    (ROW, [[1.0], 2.0, [[3.0]]], [1.0, 2.0, 3.0]),
    (ROW, [[1.0, 2.0]], [1.0, 2.0]),
    (ROW, [[]], [[]]),
    (ROW, [1.0], [1.0]),
    (ROW, 7.0, 7.0),
    (PIECES, [[[1.0], 2.0], [3.0]], [[1.0, 2.0], [3.0]]),
    (PIECES, [[1.0], 2.0], [[1.0], 2.0]),
    (BOTH, [[7.0, "statute"]], [7.0, "statute"]),
    (BOTH, [[7.0], ["statute"]], [7.0, "statute"]),
    (BOTH, [7.0, [["statute"]]], [7.0, "statute"]),
    (BOTH, [7.0, "statute", 8.0], [7.0, "statute", 8.0]),
    (BOTH, [[7.0, 8.0], "statute"], [[7.0, 8.0], "statute"]),
    (BOTH, "statute", "statute"),
    (Several((ROW, SPEED), ""), [[1.0, 2.0], 3.0], [[1.0, 2.0], 3.0]),
    (Several((ROW, SPEED), ""), [[[1.0, 2.0], [3.0]]], [[1.0, 2.0], 3.0]),
    (Several((ROW, SPEED), ""), [1.0, 2.0], [1.0, 2.0]),
]


@pytest.mark.parametrize(("form", "answer", "expected"), TIDIED)
def test_needless_brackets_are_taken_away_and_others_kept(form, answer, expected):
    def bare(value):
        items = value.get("items")
        return value.get("value") if items is None else [bare(item) for item in items]

    found = tidied(form, plain(answer))
    assert bare(found) == expected
    if isinstance(expected, list):
        assert found["length"] == len(expected)


def test_a_form_that_asks_for_one_thing_says_so():
    singles = {
        type(form).__name__: form.single
        for form in (SPEED, ROW, PIECES, ARROW, MILE, NAMES, ORDER, NAMED, BOTH)
    }
    assert [name for name, single in singles.items() if single] == ["Number", "Word", "Named"]


def test_brackets_around_one_thing_and_leaves_in_their_order():
    assert unwrapped(plain([[1.0]])) == ONE
    assert unwrapped(claiming(2, 1.0)) == claiming(2, 1.0)  # cut: there was more than what is recorded
    assert leaves(plain([[1.0], [[2.0]], []])) == [ONE, TWO]
