"""Faults of any exercise: which one is named, exactly where one ends and the next begins, and in which words.

A toy exercise: twice the number that comes in, in m/s, between 10 and 100.
"""

import dataclasses

import numpy as np
import pytest

from course.checks import catalogue
from course.checks.comparing import off, read, right
from course.checks.exercise import Seen
from course.checks.faults import FAULTS, by_sight, by_value, missing, returned
from course.checks.forms import Number, Row, Several, Size, Word
from course.checks.recorder import plain

SIZE = Size(10.0, "Below walking pace.", 100.0, "Above running pace.")


def toy(form=None, reference=lambda x: 2.0 * x, **more):
    given = {
        "form": form or Number("m/s", SIZE),
        "reference": reference,
        "takes": "km",
        "function": "double",
        "question": "Which number is doubled?",
        "close": "Which constant is it?",
        "misconceptions": (),
        "shown": ((20.0,),),
        "tolerance": 0.0,
        "slack": 0.5,
    }
    return dataclasses.replace(catalogue.exercise("u2-1"), **(given | more))


def fault(answers, inputs=(20.0, 30.0, 40.0), exercise=None):
    exercise = exercise or toy()
    inputs = [[one] for one in inputs]
    return by_value(exercise, read(exercise, [plain(one) for one in answers], inputs), inputs)


def name(answers, **more):
    return fault(answers, **more).name


def beyond(number, side):
    return float(np.nextafter(number, side * np.inf))


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (100.0, "unexplained"),
        (beyond(100.0, 1), "too large"),
        (-100.0, "unexplained"),
        (beyond(-100.0, -1), "too large"),
        (10.0, "unexplained"),
        (beyond(10.0, -1), "too small"),
        (-10.0, "unexplained"),
        (0.0, "too small"),
    ],
)
def test_a_size_makes_sense_up_to_its_very_end(answer, named):
    assert name([43.0, 67.0, answer]) == named


def test_what_is_too_large_or_too_small_is_said_with_what_can_be_seen():
    said = "Above running pace. Which number is doubled?"
    assert fault([43.0, 67.0, 300.0]).texts == (
        f"You returned 300 m/s for 40 km. {said}",
        f"You returned 300 m/s. {said}",
        f"Your answer does not fit. {said}",
    )
    assert fault([43.0, 5.0, 300.0]).texts[0] == (
        "You returned 5 m/s for 30 km. Below walking pace. Which number is doubled?"
    )
    assert name([43.0, 67.0, 300.0], exercise=toy(Number("m/s"))) == "unexplained"  # any size makes sense


def test_an_answer_is_right_within_its_margin_and_wrong_beyond():
    values = [plain(40.5), plain(59.5), plain(80.0)]
    inputs = [[20.0], [30.0], [40.0]]
    assert right(toy(), values, inputs) and not off(toy(), read(toy(), values, inputs), inputs)
    for place, number in ((0, beyond(40.5, 1)), (1, beyond(59.5, -1))):
        wrong = [plain(number) if k == place else value for k, value in enumerate(values)]
        assert not right(toy(), wrong, inputs)
        ((got, wanted),) = off(toy(), read(toy(), wrong, inputs), inputs)
        assert (got.value, wanted.value) == (number, 2 * inputs[place][0])


def test_close_is_within_a_hundredth_of_each_answer():
    exercise, inputs = toy(Number("m/s"), slack=0.1), (50.0, 100.0, 150.0)

    def named(*answers):
        return fault(answers, inputs=inputs, exercise=exercise)

    assert named(101.0, 198.0, 303.0).texts == (
        "You are off by less than one percent: the method looks right. Which constant is it?",
    )
    assert named(101.0, 198.0, 303.0).name == "close"
    assert named(beyond(101.0, 1), 198.0, 303.0).name == "unexplained"
    assert named(101.0, beyond(198.0, -1), 303.0).name == "unexplained"
    assert named(101.0, 198.0, 310.0).name == "unexplained"  # each of them


def test_close_and_parts_where_right_answers_are_negative_or_rows():
    below = toy(Number("m/s"), reference=lambda x: -2.0 * x, slack=0.1)
    assert name([-101.0, -198.0, -303.0], inputs=(50.0, 100.0, 150.0), exercise=below) == "close"
    mixed = Several((Row("m/s"), Number("m/s")), "a row and a number")
    both = toy(mixed, reference=lambda x: [[2.0 * y for y in x], 9.0])
    found = fault([[[40.0, 67.0], 9.5]], inputs=((20.0, 30.0),), exercise=both)
    assert found.name == "unexplained"  # parts are told of only where each is one thing


def test_names_earn_the_least_that_is_seen_in_any_call():
    def seen(values, number):
        return Seen(f"Seen {number:g}", "Which one?", f"more of {number:g}", 0.5 if number > 20 else 0.25)

    exercise, inputs = toy(Number("m/s"), seen=seen), [[30.0], [20.0]]
    credit, told = by_sight(exercise, read(exercise, [plain(67.0), plain(43.0)], inputs), inputs)
    assert (credit, told.name, told.texts, told.more) == (
        0.25,
        "fits in part",
        ("Seen 30. Which one?",),
        "more of 30",
    )


def test_negative_is_an_answer_below_zero_where_one_above_is_right():
    assert name([-43.0, -67.0, -85.0]) == "negative"
    assert name([-43.0, -67.0, 85.0]) == "unexplained"
    assert name([0.0, -67.0, -85.0], exercise=toy(Number("m/s"))) == "unexplained"
    below = toy(Number("m/s"), reference=lambda x: -2.0 * x)
    assert name([-43.0, -67.0, -85.0], exercise=below) == "unexplained"
    none = toy(Number("m/s"), reference=lambda x: x - 20.0)  # for the first one zero is right
    assert name([-3.0, -5.0, -9.0], exercise=none) == "unexplained"
    assert fault([-43.0, -67.0, -85.0]).texts == (
        "You returned -43 m/s for 20 km. Which step makes it negative, and should it be?",
        "You returned -67 m/s for 30 km. Which step makes it negative, and should it be?",
        "You returned -85 m/s for 40 km. Which step makes it negative, and should it be?",
        "You returned -43 m/s. Which step makes it negative, and should it be?",
        "You returned -67 m/s. Which step makes it negative, and should it be?",
        "You returned -85 m/s. Which step makes it negative, and should it be?",
        "Your answer for 20 km does not fit. Which step makes it negative, and should it be?",
        "Your answer does not fit. Which step makes it negative, and should it be?",
    )


def test_one_number_for_every_input_is_named_where_two_are_wanted():
    found = fault([50.0, 50.0, 50.0])
    assert found.name == "same for every input"
    assert found.texts == (
        "The value for 20 km is the same as for 30 km. Which step of double makes them alike?",
        "The values are the same for every input. Which step of double makes them alike?",
    )
    # answers of 40.0 and 41.0 are both fitted by 40.5, those of 40.0 and 41.1 by nothing
    assert name([50.0, 50.0], inputs=(20.0, 20.5)) == "unexplained"
    assert name([50.0, 50.0], inputs=(20.0, 20.55)) == "same for every input"
    late = fault([50.0, 50.0, 50.0], inputs=(20.0, 20.5, 30.0))
    assert late.texts[0].startswith("The value for 20 km is the same as for 30 km.")
    row = toy(Row("m/s"), reference=lambda x: [2.0 * one for one in x])
    assert name([[50.0, 50.0]], inputs=([20.0, 30.0],), exercise=row) == "same for every input"
    assert name([[50.0, 51.0]], inputs=([20.0, 30.0],), exercise=row) == "unexplained"
    assert (
        name([[50.0, 51.0]] * 2, inputs=([20.0, 30.0], [40.0, 60.0]), exercise=row) == "same for every input"
    )


def test_what_fits_only_the_shown_inputs_is_named_with_the_first_hidden_one():
    found = fault([40.0, 67.0, 85.0])
    assert found.name == "fits only what is shown"
    start = "double fits the inputs in the notebook, but not "
    ask = "Does it compute from its argument alone?"
    assert found.texts == (f"{start}30 km. {ask}", f"{start}the hidden ones. {ask}")
    assert name([43.0, 60.0, 85.0]) == "fits in part"


def test_what_fits_is_told_of_the_first_input_for_which_all_does():
    found = fault([43.0, 60.0, 80.0])
    assert found.texts[0] == (
        "You returned 43 m/s for 20 km. What you return for 30 km fits. Which number is doubled?"
    )
    both = toy(
        Several((Number("m/s"), Word(("odd", "even"))), "two parts"), reference=lambda x: [2.0 * x, "odd"]
    )
    part = "Your second part fits each time. Which number is doubled?"
    found = fault([[43.0, "odd"], [67.0, "odd"]], inputs=(20.0, 30.0), exercise=both)
    assert found.name == "fits in part" and found.texts[0].endswith(part)
    found = fault([[43.0, "odd"], [67.0, "even"]], inputs=(20.0, 30.0), exercise=both)
    assert found.name == "unexplained" and found.texts[0].endswith("km. Which number is doubled?")
    found = fault([[40.0, "even"], [60.0, "even"]], inputs=(20.0, 30.0), exercise=both)
    assert found.texts[0].endswith("Your first part fits each time. Which number is doubled?")


def test_what_came_back_is_said_with_a_number_first_and_without_last():
    exercise, inputs = toy(slack=0.1), [[20.0], [30.0]]
    readings = read(exercise, [plain(40.3), plain(67.0)], inputs)
    assert returned(exercise, readings, inputs) == [
        "You returned 40.3 m/s for 20 km",
        "You returned 67 m/s for 30 km",
        "You returned 40.3 m/s",
        "You returned 67 m/s",
        "Your answer for 20 km is close",
        "Your answer is close",
    ]
    assert returned(exercise, read(exercise, [plain(40.0), plain(60.0)], inputs), inputs) == [
        "Your answer fits by chance"
    ]


VALUE, NONE = {"value": plain(1.0)}, {"value": plain(None)}
NO_CELL = "There is no function double yet. Did you run the cell that defines it?"
PARTS = "The answers of double are not complete. Did you run the cell that defines it?"
PRINTS = "double prints its result and returns nothing. Which line hands the value back?"
NOTHING = "double returned nothing. Does it end with a line that begins with return?"
EMPTY = "double is still empty. Which line computes what is asked for?"
TYPE = (
    "What the check was given is of the type {}, not a function. Is it the name double alone, "
    "without brackets behind it, and is that name still a function's?"
)
LOOP = "Which loop waits for something that never happens?"
RECORDS = [  # what was recorded for two inputs, the name of the fault, its words
    (None, "not there", (NO_CELL,)),
    ([], "not there", (NO_CELL,)),
    ({}, "not there", (NO_CELL,)),
    ({"calls": []}, "not there", (NO_CELL,)),
    ({"calls": [VALUE, 7]}, "not there", (NO_CELL,)),
    ({"absent": "NoneType"}, "not there", (NO_CELL,)),
    ({"absent": "a b"}, "not there", (NO_CELL,)),
    ({"absent": 5}, "not there", (NO_CELL,)),
    ({"absent": "float"}, "not a function", (TYPE.format("float"),)),
    ({"calls": [VALUE]}, "not there", (PARTS,)),
    ({"calls": [VALUE, {}]}, "not there", (PARTS,)),
    ({"calls": [VALUE, VALUE, VALUE]}, "not there", (PARTS,)),
    ({"calls": [NONE, NONE]}, "returns nothing", (NOTHING,)),
    ({"calls": [NONE, NONE | {"printed": "7"}]}, "prints instead", (PRINTS,)),
    ({"calls": [NONE | {"printed": ""}, NONE]}, "returns nothing", (NOTHING,)),
    ({"calls": [{"raised": {"type": "NotImplementedError"}}]}, "still empty", (EMPTY,)),
    (
        {"calls": [VALUE, {"never_ended": 1.0}]},
        "never ends",
        (f"double did not come back for 30 km. {LOOP}", f"double did not come back. {LOOP}"),
    ),
]


@pytest.mark.parametrize(("record", "named", "texts"), RECORDS)
def test_a_record_without_answers_has_its_fault_and_its_words(record, named, texts):
    found = missing(toy(), record, [[20.0], [30.0]])
    assert (found.name, found.texts, found.more) == (named, texts, "")
    assert found.name in FAULTS


def test_a_record_with_an_answer_is_not_missing():
    for calls in ([VALUE, VALUE], [VALUE, NONE], [NONE, VALUE | {"printed": "7"}]):
        assert missing(toy(), {"calls": calls}, [[20.0], [30.0]]) is None
