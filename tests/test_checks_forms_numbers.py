"""Forms of numbers: each value that does not fit has its fault and its words.

Values are those that the recorder writes, and broken ones that nothing writes: a form trusts none of them.
"""

from datetime import timedelta

import pytest

from course.checks.forms import (
    Number,
    Pieces,
    Row,
    Size,
    Unreadable,
    Vector,
)
from course.checks.recorder import plain

SIZE = Size(1.0, "low", 9.0, "high")
SPEED, CALLED = Number("m/s"), Number("km", SIZE, about="{0:g} statute miles")
ROW, PIECES = Row("m/s", SIZE), Pieces("degrees", SIZE)
ARROW = Vector("m", ("up", "forward", "aside"))
NUMBER_ASKED = "A number is asked for: which line computes it?"


def claiming(length, *items):
    """Return a recorded list that says it is of another length."""
    return {**plain(list(items)), "length": length}


def twice(begin, about, ask):
    """Return both wordings of a message: with what it is about, and without."""
    return f"{begin} for {about}. {ask}", f"{begin}. {ask}"


ROW_LENGTH = "Which element has lost its own, or has two?"
ARROW_ASKED = "Asked for is an arrow, as 3 numbers: up, forward, aside. What does your return line hand back?"
PIECES_LOST = "Your pieces do not hold each point once."
OPEN = "The last point of the track is in none: what becomes of the piece that is still open?"


UNFIT = [  # form, arguments, recorded value, fault, messages
    (
        SPEED,
        [420],
        plain([1.0, 2.0]),
        "wrong shape",
        ["You returned several values. One number is asked for: which line makes a list of it?"],
    ),
    (
        SPEED,
        [420],
        plain([]),
        "wrong shape",
        ["You returned an empty list. One number is asked for: which line makes a list of it?"],
    ),
    (SPEED, [420], plain(None), "returns nothing", twice("You returned nothing", "420 km", NUMBER_ASKED)),
    (
        SPEED,
        [1420],
        plain(True),
        "wrong type",
        twice(
            "You returned True or False",
            "1,420 km",
            "A comparison gives True or False: which line computes the number?",
        ),
    ),
    (
        SPEED,
        [420],
        plain(float("nan")),
        "not a number",
        twice(
            "You returned nan (not a number)",
            "420 km",
            "Which operation has no answer there: a root below zero, an arcsine above one, zero by zero?",
        ),
    ),
    (
        SPEED,
        [420],
        plain(float("inf")),
        "not a number",
        twice("You returned a number without bound", "420 km", "Which power or division runs away?"),
    ),
    (
        SPEED,
        [420],
        plain(1j),
        "wrong type",
        twice(
            "You returned a complex number",
            "420 km",
            "A root of a negative number is complex: which number below a root came out negative?",
        ),
    ),
    (
        SPEED,
        [420],
        plain(timedelta(1)),
        "wrong type",
        twice(
            "You returned a timedelta (a length of time)",
            "420 km",
            "A number is asked for: how many of its units are in that time?",
        ),
    ),
    (
        SPEED,
        [420],
        plain("7.66"),
        "wrong type",
        twice(
            "You returned text",
            "420 km",
            "The digits are there, as letters: which step makes text of the number?",
        ),
    ),
    (
        SPEED,
        [420],
        plain("-7.66 km/s"),
        "wrong type",
        twice(
            "You returned text",
            "420 km",
            "Which number, without what stands behind it, can a program compute with?",
        ),
    ),
    (SPEED, [420], plain("fast"), "wrong type", twice("You returned text", "420 km", NUMBER_ASKED)),
    (
        SPEED,
        [[1, 2]],
        plain({}),
        "wrong type",
        twice("You returned a dictionary", "a row of values", NUMBER_ASKED),
    ),
    (
        CALLED,
        [5.0],
        plain(None),
        "returns nothing",
        twice("You returned nothing", "5 statute miles", NUMBER_ASKED),
    ),
    (
        ROW,
        [[1, 2]],
        plain(7.0),
        "wrong shape",
        ["You returned one number for a whole row. Does each element get its own?"],
    ),
    (
        ROW,
        [[1, 2]],
        plain(7),
        "wrong shape",
        ["You returned one number for a whole row. Does each element get its own?"],
    ),
    (
        ROW,
        [[1, 2]],
        plain(None),
        "wrong type",
        ["You returned nothing. A row of numbers is asked for: which line makes it?"],
    ),
    (
        ROW,
        [[1, 2]],
        plain([1.0]),
        "wrong shape",
        [
            f"You returned 1 values for 2 elements. {ROW_LENGTH}",
            f"You returned a row of another length. {ROW_LENGTH}",
        ],
    ),
    (
        ROW,
        [[1, 2]],
        claiming(3, 1.0, 2.0),
        "wrong shape",
        [
            f"You returned 3 values for 2 elements. {ROW_LENGTH}",
            f"You returned a row of another length. {ROW_LENGTH}",
        ],
    ),
    (
        ROW,
        [[1, 2]],
        claiming(2, 1.0),
        "wrong shape",
        [
            f"You returned 2 values for 2 elements. {ROW_LENGTH}",
            f"You returned a row of another length. {ROW_LENGTH}",
        ],
    ),
    (
        ROW,
        [[1, 2]],
        plain([1.0, None]),
        "returns nothing",
        twice("You returned nothing", "2 km", NUMBER_ASKED),
    ),
    (
        PIECES,
        [[1, 2]],
        plain(7.0),
        "wrong type",
        ["You returned one number. A list of rows is asked for: which line makes it?"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([]),
        "wrong shape",
        ["You returned an empty list. Asked for is a list of rows: where does each row begin?"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([1.0, 2.0]),
        "wrong shape",
        ["You returned a list of single values. Asked for is a list of rows: where does each row begin?"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([[1.0], 2.0]),
        "wrong shape",
        ["You returned a list of single values. Asked for is a list of rows: where does each row begin?"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([[1.0, 2.0], []]),
        "wrong shape",
        ["One of your pieces is empty. Which line adds a piece before it has a point?"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([[1.0, 2.0], [2.0]]),
        "wrong shape",
        [
            "Your pieces have 3 points, and 2 came in. Which point is in two of them?",
            f"{PIECES_LOST} Which point is in two of them?",
        ],
    ),
    (
        PIECES,
        [[1, 2, 3]],
        plain([[1.0], [3.0]]),
        "wrong shape",
        [
            "Your pieces have 2 points, and 3 came in. Which point is in none of them?",
            f"{PIECES_LOST} Which point is in none of them?",
        ],
    ),
    (
        PIECES,
        [[1, 2, 3]],
        plain([[1.0], [363.0]]),
        "wrong shape",
        [
            "Your pieces have 2 points, and 3 came in. Which point is in none of them?",
            f"{PIECES_LOST} Which point is in none of them?",
        ],
    ),
    (
        PIECES,
        [[1, 2, 3]],
        plain([[1.0], ["3"]]),
        "wrong shape",
        [
            "Your pieces have 2 points, and 3 came in. Which point is in none of them?",
            f"{PIECES_LOST} Which point is in none of them?",
        ],
    ),
    (
        PIECES,
        [[1, 2, 3]],
        plain([[1.0], [2.0]]),
        "wrong shape",
        [f"Your pieces have 2 points, and 3 came in. {OPEN}", f"{PIECES_LOST} {OPEN}"],
    ),
    (
        PIECES,
        [[1, 2]],
        plain([[1.0], [None]]),
        "returns nothing",
        twice("You returned nothing", "point 2", NUMBER_ASKED),
    ),
    (ARROW, [60], plain(None), "wrong type", [f"You returned nothing. {ARROW_ASKED}"]),
    (
        ARROW,
        [60],
        plain([1.0, 2.0]),
        "wrong shape",
        [f"You returned a list of another length. {ARROW_ASKED}"],
    ),
    (
        ARROW,
        [60],
        plain([1.0, None, 3.0]),
        "wrong type",
        ["The number for forward in your answer is nothing. Which line computes it?"],
    ),
    (
        ARROW,
        [60],
        plain([1.0, 2.0, float("nan")]),
        "not a number",
        ["The number for aside in your answer is nan (not a number). Which line computes it?"],
    ),
    (
        ARROW,
        [60],
        plain([float("inf"), 2.0, 3.0]),
        "not a number",
        ["The number for up in your answer is a number without bound. Which line computes it?"],
    ),
]


@pytest.mark.parametrize(("form", "arguments", "value", "fault", "messages"), UNFIT)
def test_a_value_that_does_not_fit_has_its_fault_and_its_words(form, arguments, value, fault, messages):
    with pytest.raises(Unreadable) as caught:
        form.read(value, arguments, "km")
    assert (caught.value.fault, list(caught.value.messages)) == (fault, list(messages))
    assert str(caught.value) == fault
