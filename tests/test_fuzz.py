"""Odd input everywhere: clear errors, no nonsense, no hang (tests/fuzzing.py says how it is judged)."""

import inspect
import os

import fuzzing
import pytest
from fuzz_values import WRONG, kind_of

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


def _taking(kind):
    models = ((name, one) for name, one in sorted(fuzzing.functions().items()) if name[:8] != "widgets.")
    return [
        (name, argument)
        for name, function in models
        for argument in inspect.signature(function).parameters
        if kind_of(argument) == kind
    ]


@pytest.mark.parametrize("kind", ["moment", "word", "flag", "record"])
def test_every_function_refuses_every_mistake_of_a_kind(kind):
    """Integers, None, NaT, bad text, masked moments: all that take a moment read it in the same way."""
    taken = _taking(kind)
    assert taken
    for name, one in taken:
        function = fuzzing.functions()[name]
        default = inspect.signature(function).parameters[one].default
        for wrong in (value for value in WRONG[kind] if value is not None or default is not None):
            given = fuzzing.arguments(name, function) | {one: wrong}
            how, told = fuzzing.outcome(
                lambda function=function, given=given: function(**given), mistake=True, nan_given=True
            )
            assert how == "clear", f"{name}({one}={wrong!r}): {how} {told}"
