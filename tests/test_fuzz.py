"""Odd input everywhere: clear errors, no nonsense, no hang (tests/fuzzing.py says how it is judged)."""

import os

import fuzzing
import pytest

CALLS = 2000  # in CI; `--long` makes far more, with every picture
QUICK = ("widgets.cannon", "widgets.timeline", "widgets.dependencies")  # pictures that are made at once
RAW_SHARE, QUIET_SHARE = 1 / 100, 1 / 500


def judged(calls, seed, factories=None):
    tally = fuzzing.fuzz(calls, seed, factories)
    counts, total = tally.counts, sum(tally.counts.values())
    assert total == calls
    assert not counts["hang"], tally.report()
    assert counts["raw"] <= RAW_SHARE * total, tally.report()
    assert counts["quiet"] <= QUIET_SHARE * total, tally.report()
    assert counts["clear"] > total / 4  # the odd values are odd indeed


def test_odd_input_gives_clear_errors():
    judged(CALLS, seed=1, factories=QUICK)


@pytest.mark.long
def test_odd_input_gives_clear_errors_in_the_long_run():
    judged(int(os.environ.get("COURSE_FUZZ_CALLS", "50000")), seed=2)
