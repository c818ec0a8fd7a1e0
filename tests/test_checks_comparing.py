"""Answers beside right ones: lengths of time are compared as their days, and with no number."""

from datetime import timedelta

from test_checks_faults import toy

from course.checks.comparing import right
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
