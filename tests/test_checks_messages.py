"""Exact messages for answers of another kind than asked for: a line for each form and value.

They are the first sentences that a beginner meets: nothing there yet, nothing returned, a list for a number.
"""

import pytest

from course.checks import catalogue
from course.checks.judge import judge
from course.checks.recorder import record


class Own:
    """What a student may have written."""


def raises(*given):
    raise NotImplementedError


VALUES = {
    "nothing": None,
    "text": "420",
    "a flag": True,
    "nan": float("nan"),
    "no bound": float("inf"),
    "complex": 1j,
    "one number": 1.0,
    "a flat list": [1.0, 2.0, 3.0, 4.0],
    "an empty list": [],
    "a dictionary": {"a": 1},
    "a set": {1.0, 2.0},
    "an object": Own(),
    "a function": print,
}
DATES = "2011-07-21 to 2020-05-30"
MILES = (
    "Asked for are the miles in km as statute ones, in km as nautical ones, and the name of the mile: "
    "what does your return line hand back?"
)
ROWS, EACH_ROW = (
    "A list of rows is asked for: which line makes it?",
    ("Asked for is a list of rows: where does each row begin?"),
)
ARROW = "Asked for is an arrow, as 3 numbers: up, forward, left. What does your return line hand back?"
NAMES = "A list of names is asked for: which line adds a name to it?"
ANOTHER_LENGTH = [
    (value, "wrong shape", "a list of another length") for value in ("a flat list", "an empty list")
]
LIST_FOR_ONE = "One number is asked for: which line makes a list of it?"
RETURN = "Does it end with a line that begins with return?"

MESSAGES = [  # exercise (one of each form), value, fault, message
    ("u1-1", "nothing", "returns nothing", f"gap_years returned nothing. {RETURN}"),
    (
        *("u1-1", "text", "wrong type"),
        f"You returned text for {DATES}. The digits are there, as letters: which step makes text of the "
        "number?",
    ),
    (
        *("u1-1", "a flag", "wrong type"),
        f"You returned True or False for {DATES}. A comparison gives True or False: which line computes the "
        "number?",
    ),
    (
        *("u1-1", "nan", "not a number"),
        f"You returned nan (not a number) for {DATES}. Which operation has no answer there: a root below "
        "zero, an arcsine above one, zero by zero?",
    ),
    (
        *("u1-1", "no bound", "not a number"),
        f"You returned a number without bound for {DATES}. Which power or division runs away?",
    ),
    (
        *("u1-1", "complex", "wrong type"),
        f"You returned a complex number for {DATES}. A root of a negative number is complex: which number "
        "below a root came out negative?",
    ),
    (
        *("u1-1", "one number", "same for every input"),
        f"The value for {DATES} is the same as for 2003-02-01 to 2005-07-26. Which step of gap_years makes "
        "them alike?",
    ),
    ("u1-1", "a flat list", "wrong shape", f"You returned several values. {LIST_FOR_ONE}"),
    ("u1-1", "an empty list", "wrong shape", f"You returned an empty list. {LIST_FOR_ONE}"),
    *(
        (
            *("u1-1", value, "wrong type"),
            f"You returned {words} for {DATES}. A number is asked for: which line computes it?",
        )
        for value, words in (
            ("a dictionary", "a dictionary"),
            ("a set", "a set"),
            ("an object", "an object of the type Own"),
        )
    ),
    (
        *("u1-1", "a function", "wrong type"),
        f"You returned a function itself, not what it gives for {DATES}. Which brackets are missing behind "
        "its name?",
    ),
    *(
        (exercise, value, fault, f"You returned {words}. {ask}")
        for exercise, ask, odd in (
            (
                "u1-2",
                MILES,
                ANOTHER_LENGTH,
            ),
            ("u3-3", ROWS, ()),
            (
                "u4-3",
                ARROW,
                ANOTHER_LENGTH,
            ),
            ("u4-5", NAMES, [("a flat list", "wrong type", "a list that holds other things than names")]),
        )
        for value, fault, words in (
            ("text", "wrong type", "text"),
            ("a flag", "wrong type", "True or False"),
            ("nan", "wrong type", "nan (not a number)"),
            ("no bound", "wrong type", "a number without bound"),
            ("complex", "wrong type", "a complex number"),
            ("one number", "wrong type", "one number"),
            ("a dictionary", "wrong type", "a dictionary"),
            ("a set", "wrong type", "a set"),
            ("an object", "wrong type", "an object of the type Own"),
            ("a function", "wrong type", "a function itself, not what it gives"),
            *odd,
        )
    ),
    ("u3-3", "a flat list", "wrong shape", f"You returned a list of single values. {EACH_ROW}"),
    ("u3-3", "an empty list", "wrong shape", f"You returned an empty list. {EACH_ROW}"),
    ("u4-5", "an empty list", "nowhere", "Your list is empty. Is there no city over which the track comes?"),
    *(
        (exercise, "nothing", "returns nothing", f"{function} returned nothing. {RETURN}")
        for exercise, function in (
            *(("u1-2", "which_mile"), ("u3-3", "pieces")),
            *(("u4-3", "safe_push"), ("u4-5", "below_the_track")),
        )
    ),
]


@pytest.mark.parametrize(
    ("name", "value", "fault", "message"), MESSAGES, ids=[f"{name} {value}" for name, value, *_ in MESSAGES]
)
def test_another_kind_of_answer_is_named_as_what_it_is(name, value, fault, message):
    exercise = catalogue.exercise(name)
    verdict = judge(exercise, record(lambda *given: VALUES[value], exercise.shown))
    assert (verdict.points, verdict.misconception, verdict.message) == (0, fault, message)


BACK = "what does your return line hand back?"
SPEEDS = f"Asked for are a row of speeds, then the height of the fastest orbit: {BACK}"
NUMBER = "A number is asked for: which line computes it?"


@pytest.mark.parametrize(
    ("given", "fault", "message"),
    [
        (lambda row: 1.0, "wrong type", f"You returned one number. {SPEEDS}"),
        (lambda row: row, "wrong shape", f"You returned a list of another length. {SPEEDS}"),
        (
            *(lambda row: (1.0, 2.0), "wrong shape"),
            "You returned one number for a whole row. Does each element get its own?",
        ),
        (
            *(lambda row: (row[:-1], 2.0), "wrong shape"),
            "You returned 2 values for 3 elements. Which element has lost its own, or has two?",
        ),
        (lambda row: (["x"] * 3, 2.0), "wrong type", f"You returned text for 800 km. {NUMBER}"),
        (lambda row: ([None] * 3, 2.0), "returns nothing", f"You returned nothing for 800 km. {NUMBER}"),
        (
            *(lambda row: ([[1.0, 2.0]] * 3, 2.0), "wrong type"),
            f"You returned a list of values for 800 km. {NUMBER}",
        ),
    ],
)
def test_a_row_says_what_its_elements_lack(given, fault, message):
    exercise = catalogue.exercise("u2-5")
    verdict = judge(exercise, record(given, exercise.shown))
    assert (verdict.points, verdict.misconception, verdict.message) == (0, fault, message)


@pytest.mark.parametrize("name", ["u1-1", "u1-2", "u2-5", "u3-3", "u4-3", "u4-5"])
def test_where_there_is_no_function_yet_that_is_said(name):
    exercise = catalogue.exercise(name)

    def said(given):
        verdict = judge(exercise, record(given, exercise.shown))
        return verdict.points, verdict.misconception, verdict.message

    function = exercise.function
    run = f"There is no function {function} yet. Did you run the cell that defines it?"
    assert said(None) == (0, "not there", run)
    called = (
        "What the check was given is of the type float, not a function. "
        f"Is it the name {function} alone, without brackets behind it, and is that name still a function's?"
    )
    assert said(3.0) == (0, "not a function", called)
    empty = f"{function} is still empty. Which line computes what is asked for?"
    assert said(raises) == (0, "still empty", empty)


def test_a_function_that_prints_in_place_of_returning_is_told_so():
    exercise = catalogue.exercise("u1-1")
    verdict = judge(exercise, record(lambda *given: print("8.9"), exercise.shown))
    assert (verdict.points, verdict.misconception) == (0, "prints instead")
    told = "gap_years prints its result and returns nothing. Which line hands the value back?"
    assert verdict.message == told
    once = iter([True])
    verdict = judge(
        exercise, record(lambda *given: print("8.9") if next(once, False) else None, exercise.shown)
    )
    assert verdict.message == told  # a branch that prints says enough


ONCE = "You returned nothing for 2003-02-01 to 2005-07-26. A number is asked for: which line computes it?"


def test_a_function_that_returns_nothing_for_one_input_is_told_for_which():
    """A branch without a return: to say that it returned nothing would not be so of the other calls."""
    exercise = catalogue.exercise("u1-1")
    for first, then in ((exercise.reference, lambda *given: None), (lambda *given: None, exercise.reference)):
        at = iter((first, then, first, then, first, then))
        verdict = judge(exercise, record(lambda *given, at=at: next(at)(*given), exercise.shown))
        assert (verdict.points, verdict.misconception) == (0, "returns nothing")
        assert verdict.message == (ONCE if first is exercise.reference else ONCE.replace(SECOND, DATES))


SECOND = "2003-02-01 to 2005-07-26"
WITH_UNIT = "Which number, without what stands behind it, can a program compute with?"


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        *((text, WITH_UNIT) for text in ("7 km", "-7 km", "+7 km", "7km", "7.5 years")),
        *((text, NUMBER) for text in ("about 7", "--7 km", "km", "")),
    ],
)
def test_a_number_with_its_unit_in_a_text_is_told_from_words(text, ask):
    exercise = catalogue.exercise("u1-1")
    verdict = judge(exercise, record(lambda *given: text, exercise.shown))
    assert verdict.message == f"You returned text for {DATES}. {ask}"
