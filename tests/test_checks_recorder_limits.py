"""Functions that never end are stopped, once and for all."""

import math
import threading
import time

import numpy as np
import pytest

from course.checks import limits
from course.checks.recorder import record

LIMIT_S = 0.2  # for functions that never end; generous for the others, which take microseconds


PATIENCE_S = 30.0  # until a loop that swallows exceptions meets one outside its try; mostly under 1 s


def test_endless_recursion_is_written_down():
    def again(altitude_km):
        return again(altitude_km)

    assert record(again, [[1.0]])["calls"][0]["raised"]["type"] == "RecursionError"


def for_ever(altitude_km):
    while True:
        pass


def asleep(altitude_km):
    time.sleep(3600)


def stubborn(altitude_km):
    while True:
        try:
            sum(range(50))
        except BaseException:  # what students write as a bare except
            altitude_km += 1


@pytest.mark.parametrize("function", [for_ever, asleep, stubborn])
def test_a_function_that_never_ends_is_stopped_once_and_for_all(function):
    start = time.monotonic()
    assert record(function, [[1.0], [2.0], [3.0]], time_limit_s=LIMIT_S) == {
        "calls": [{"never_ended": LIMIT_S}]
    }
    assert time.monotonic() - start < PATIENCE_S
    time.sleep(10 * limits.REPEAT_S)  # no late alarm hits whoever comes next
    assert record(abs, [[-1.0]])["calls"][0]["value"] == {"is": "number", "value": 1.0}


@pytest.mark.parametrize("function", [for_ever, stubborn])
def test_a_function_that_never_ends_is_stopped_in_other_threads_too(function):
    seen = []
    thread = threading.Thread(
        target=lambda: seen.append(record(function, [[1.0]], time_limit_s=LIMIT_S)), daemon=True
    )
    thread.start()
    thread.join(PATIENCE_S)
    assert seen == [{"calls": [{"never_ended": LIMIT_S}]}]


def test_where_there_is_no_alarm_the_watchdog_leaves_no_exception_behind():
    assert limits._limited_by_watchdog(lambda: 7, LIMIT_S) == 7
    with pytest.raises(limits.OutOfTime):
        limits._limited_by_watchdog(lambda: for_ever(1.0), LIMIT_S)
    for _ in range(1000):
        math.sqrt(2.0)


def test_the_alarm_that_was_set_before_is_set_again():
    import signal

    before = signal.getsignal(signal.SIGALRM)
    record(abs, [[1.0]])
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_later_call_that_never_ends_is_the_last():
    def sometimes(altitude_km):
        return for_ever(altitude_km) if altitude_km > 1 else altitude_km

    calls = record(sometimes, [[1.0], [2.0], [0.5], [3.0]], time_limit_s=LIMIT_S)["calls"]
    assert [("value" in call, "never_ended" in call) for call in calls] == [(True, False), (False, True)]


def read(answer):
    [call] = record(lambda _: answer, [[0.0]])["calls"]
    return call["value"]


@pytest.mark.parametrize("many", [4998, 4999, 5000, 5001, 5002])
def test_five_thousand_values_are_read_and_no_more(many):
    """A list is one of the values itself; a dictionary's and a set's are counted apart."""
    numbers = [float(each) for each in range(many)]
    for kind in (list, tuple):
        found = read(kind(numbers))
        assert (len(found["items"]), found["length"]) == (min(many, 4999), many)
    for kind in (dict.fromkeys, set):
        assert len(read(kind(numbers))["items"]) == min(many, 5000)
    found = read(np.array(numbers))
    assert (len(found["items"]), found["length"]) == (min(many, 4998) if many <= 5000 else 0, many)


def test_what_prints_finds_a_stream_that_can_be_written():
    def asks(altitude_km):
        import sys

        return [sys.stdout.writable(), sys.stderr.writable(), sys.stdout.write("as if")]

    [call] = record(asks, [[1.0]])["calls"]
    found = [item.get("value") for item in call["value"]["items"]]
    assert found == [True, True, 5] and call["printed"] == "as if"
