"""Answers beside right ones: lengths of time, outcomes of many right answers, and what a slip explains."""

import dataclasses
from datetime import timedelta

from test_checks_faults import fault, toy

from course.checks import catalogue
from course.checks.comparing import expected_readings, expected_values, explains, read, right
from course.checks.exercise import Misconception, Outcome
from course.checks.forms import Number, Several, Word
from course.checks.recorder import plain


def compared(value, wanted):
    exercise = toy(reference=lambda x: wanted)  # half of one is the margin
    return right(exercise, [plain(value)], [[20.0]])


def test_lengths_of_time_agree_within_the_margin_in_days():
    wanted = timedelta(days=40)
    assert compared(wanted, wanted)
    assert compared(timedelta(days=40.5), wanted)
    assert compared(timedelta(days=39.5), wanted)
    assert not compared(timedelta(days=40.6), wanted)
    assert not compared(timedelta(days=39.4), wanted)


def test_a_length_of_time_is_no_number_of_days():
    assert not compared(40.0, timedelta(days=40))
    assert not compared(timedelta(days=40), 40.0)


def test_lists_agree_where_each_of_their_items_does():
    wanted = [10.0, timedelta(days=2)]
    assert compared([10.4, timedelta(days=2.4)], wanted)
    assert not compared([10.4, timedelta(days=2.6)], wanted)
    assert not compared([10.6, timedelta(days=2)], wanted)
    assert not compared([10.0], wanted)
    assert not compared([10.0, timedelta(days=2), 1.0], wanted)


OUTCOME = toy(outcome=lambda values, given: Outcome(values[0] > given, "too low"))
PARTS = toy(
    Several((Number("m/s"), Word(("odd", "even"))), "two parts"), reference=lambda x: [2.0 * x, "odd"]
)


def test_nothing_is_expected_where_many_answers_are_right():
    assert expected_values(OUTCOME, [[20.0]]) == []
    assert expected_values(toy(), [[20.0]]) == [40.0]
    assert expected_values(PARTS, [[20.0]]) == [40.0]  # a word measures nothing


def test_a_slip_explains_no_values_of_another_form_and_none_it_does_not_show():
    shown = Misconception("low", lambda given: 0.5 * given, "?", 0.5, shows=lambda values, given: True)
    values = [plain(15.0)]
    readings = read(OUTCOME, values, [[20.0]])
    assert explains(OUTCOME, shown, values, readings, [[20.0]])
    assert not explains(OUTCOME, shown, values, None, [[20.0]])
    assert not explains(toy(), shown, values, readings, [[20.0]])
    assert not explains(OUTCOME, dataclasses.replace(shown, shows=None), values, readings, [[20.0]])


def test_a_part_that_fits_is_told_of_one_call_too():
    found = fault([[70.0, "odd"]], (20.0,), PARTS)
    assert found.name == "fits in part"
    assert "Your second part fits each time." in found.texts[0]


def test_what_is_only_chosen_is_no_measured_value():
    """Where names are asked for, no number can be near the right one."""
    trail = catalogue.exercise("u1-6")
    assert not any(reading.measured for row in expected_readings(trail, trail.shown) for reading in row)
    assert expected_values(trail, trail.shown) == []
