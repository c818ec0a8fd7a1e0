"""Verdicts on names: what fits earns its part, and who fails again reads of this very answer."""

import dataclasses

from test_checks_faults import toy

from course.checks.exercise import Misconception, Seen
from course.checks.judge import judge
from course.checks.recorder import plain

INPUTS = [[30.0], [31.0]]


def seen(values, number):
    return Seen(f"Seen {values[0]:g}", "Which one?", f"more of {number:g}", 0.25)


def verdict(exercise, *answers):
    return judge(exercise, {"calls": [{"value": plain(one)} for one in answers]}, inputs=INPUTS)


def test_names_that_fit_in_part_earn_their_part():
    found = verdict(toy(seen=seen), 67.0, 43.0)
    assert (found.points, found.misconception) == (round(0.25 * toy().points, 2), "fits in part")
    assert found.more == "more of 30"


def test_a_slip_is_told_more_of_this_very_answer():
    slip = Misconception("half", lambda number: number / 2, "Half of it. Why?", 0.5)
    exercise = toy(seen=seen, misconceptions=(slip,))
    found = verdict(exercise, 15.0, 15.5)
    assert (found.misconception, found.message, found.more) == ("half", "Half of it. Why?", "more of 30")
    unseen = dataclasses.replace(exercise, seen=None)
    assert verdict(unseen, 15.0, 15.5).more == ""
