"""The recorder survives whatever a student's function does, and only plain data leaves it."""

import datetime as dt
import inspect
import itertools
import json
import linecache
import subprocess
import sys
from collections import deque
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.checks import limits, recorder
from course.checks.recorder import DEPTH_LIMIT, ITEMS_LIMIT, TEXT_LIMIT, argument, plain, record


def value_of(answer):
    """Return the recorded value of a function that returns an answer."""
    return record(lambda: answer, [[]])["calls"][0]["value"]


class Liar:
    """Equals everything, is a float by its own account, and counts itself as zero away from any number."""

    __class__ = property(lambda self: float)
    __eq__ = __lt__ = __gt__ = __bool__ = lambda self, *other: True
    __hash__ = None
    __float__ = lambda self: 7657.0  # noqa: E731
    __sub__ = __rsub__ = lambda self, other: 0.0


class LyingFloat(float):
    """A float whose own methods give another number."""

    __float__ = __add__ = __radd__ = __sub__ = __abs__ = lambda self, *other: 7657.0
    __repr__ = __str__ = lambda self: "7657.0"
    __eq__ = lambda self, other: True  # noqa: E731
    __hash__ = None


class LyingDuration(dt.timedelta):
    """A length of time that tells another one."""

    days = property(lambda self: 3236)
    total_seconds = lambda self: 3236 * 86400.0  # noqa: E731


class LyingMeta(type):
    """A type that gives a false name and false ancestors."""

    @property
    def __name__(cls):
        return "float"

    @property
    def __mro__(cls):
        return (float, object)


class Disguised(metaclass=LyingMeta):
    pass


class Listed:
    """Has tolist, like an array, and hands over something else in it."""

    def tolist(self):
        return [Liar(), 3.0]


class Nesting:
    def tolist(self):
        return self


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, {"is": "none"}),
        (True, {"is": "bool", "value": True}),
        (np.bool_(True), {"is": "bool", "value": True}),
        (7, {"is": "integer", "value": 7}),
        (np.int64(7), {"is": "integer", "value": 7}),
        (7.5, {"is": "number", "value": 7.5}),
        (np.float32(7.5), {"is": "number", "value": 7.5}),
        (np.float64(7.5), {"is": "number", "value": 7.5}),
        (np.array(7.5), {"is": "number", "value": 7.5}),
        (float("nan"), {"is": "nan"}),
        (np.float64("-inf"), {"is": "inf", "negative": True}),
        (10**400, {"is": "inf", "negative": False}),
        (1 + 2j, {"is": "complex"}),
        (np.complex128(1), {"is": "complex"}),
        ("7 km/s", {"is": "text", "value": "7 km/s"}),
        (LyingFloat(3.0), {"is": "number", "value": 3.0}),
        (Liar(), {"is": "other", "type": "Liar"}),
        (Disguised(), {"is": "other", "type": "Disguised"}),
        (Decimal("7.5"), {"is": "number", "value": 7.5}),
        (Decimal("nan"), {"is": "nan"}),
        (Fraction(15, 2), {"is": "number", "value": 7.5}),
        (Fraction(10**400), {"is": "inf", "negative": False}),
        (np.longdouble(7.5), {"is": "number", "value": 7.5}),
        (dt.timedelta(days=1, hours=12), {"is": "duration", "days": 1.5}),
        (LyingDuration(days=1), {"is": "duration", "days": 1.0}),
        (pd.Timedelta("1D"), {"is": "duration", "days": 1.0}),
        (np.timedelta64(1, "D"), {"is": "duration", "days": 1.0}),
        (np.timedelta64(86_400_000_000_000, "ns"), {"is": "duration", "days": 1.0}),
        (np.timedelta64(4, "Y"), {"is": "duration", "days": 4 * 365.2425}),
        (dt.date(2022, 3, 8), {"is": "other", "type": "date"}),
        (np.datetime64("2022-03-08"), {"is": "other", "type": "date"}),
        (Nesting(), {"is": "other", "type": "more than can be read"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_of_answer_is_recorded_as_what_it_is(answer, expected):
    assert value_of(answer) == expected


@pytest.mark.parametrize(
    "row",
    [
        [1.0, 2.5],
        (1.0, 2.5),
        np.array([1, 2.5]),
        pd.Series([1.0, 2.5], index=[7, 3]),
        (one for one in (1.0, 2.5)),
        map(float, ["1", "2.5"]),
        filter(None, [0.0, 1.0, 2.5]),
        {"a": 1.0, "b": 2.5}.values(),
        {1.0: "a", 2.5: "b"}.keys(),
        deque([1.0, 2.5]),
    ],
    ids=lambda row: type(row).__name__,
)
def test_rows_of_all_kinds_read_alike(row):
    value = value_of(row)
    assert value == {
        "is": "list",
        "type": type(row).__name__,
        "length": 2,
        "items": [{"is": "number", "value": 1.0}, {"is": "number", "value": 2.5}],
    }


@pytest.mark.parametrize(
    "row",
    [np.array([1, 2], "timedelta64[D]"), pd.Series(pd.to_timedelta([1, 2], "D"))],
    ids=["numpy", "pandas"],
)
def test_rows_of_durations_keep_their_days(row):
    assert value_of(row)["items"] == [{"is": "duration", "days": 1.0}, {"is": "duration", "days": 2.0}]


def test_nested_lists_dictionaries_and_sets_keep_their_parts():
    assert value_of((np.array([[1.0], [2.0]]), None))["items"][0]["items"][1]["items"] == [
        {"is": "number", "value": 2.0}
    ]
    assert value_of({"a": 1})["items"] == [[{"is": "text", "value": "a"}, {"is": "integer", "value": 1}]]
    assert value_of({"b", "a"}) == value_of({"a", "b"})
    assert value_of(Listed())["items"] == [{"is": "other", "type": "Liar"}, {"is": "number", "value": 3.0}]


def test_what_is_too_large_or_too_deep_is_cut():
    endless = []
    endless.append(endless)
    assert len(json.dumps(plain(endless))) < 1000
    assert len(plain(list(range(10 * ITEMS_LIMIT)))["items"]) <= ITEMS_LIMIT
    assert plain(list(range(10 * ITEMS_LIMIT)))["length"] == 10 * ITEMS_LIMIT
    assert plain(np.zeros((3000, 3000))) == {
        "is": "list",
        "type": "ndarray",
        "length": 9_000_000,
        "items": [],
    }
    assert len(plain("x" * 10**6)["value"]) == TEXT_LIMIT
    wide = [[0] * 100 for _ in range(1000)]
    assert len(json.dumps(plain(wide))) < 60 * ITEMS_LIMIT
    assert plain(itertools.count())["length"] > len(plain(itertools.count())["items"])


def test_lists_are_read_down_to_the_limit_of_depth_and_no_further():
    def inmost(levels):
        value = 7.5
        for _ in range(levels):
            value = [value]
        read = plain(value)
        while read["is"] == "list":
            read = read["items"][0]
        return read

    assert inmost(DEPTH_LIMIT - 1) == {"is": "number", "value": 7.5}
    assert inmost(DEPTH_LIMIT) == {"is": "other", "type": "more than can be read"}


def test_dictionaries_and_sets_are_read_down_to_the_same_limit():
    def depth_of(wrap):
        value = 1.0
        for _ in range(DEPTH_LIMIT + 3):
            value = wrap(value)
        return json.dumps(plain(value)).count('"is": "') - 1

    lists = depth_of(lambda value: [value])
    assert depth_of(lambda value: {0: value}) == 2 * lists  # each pair has a key too
    assert depth_of(lambda value: frozenset([value])) == lists


def raising(error):
    """Return a function that raises an error."""

    def function(altitude_km):
        raise error

    return function


class Unspeakable(Exception):
    def __str__(self):
        raise SystemExit


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("no"), "no"),
        (SystemExit(3), "3"),
        (KeyboardInterrupt(), ""),
        (GeneratorExit(), ""),
        (Unspeakable(), ""),
        (ValueError("x" * 10_000), "x" * TEXT_LIMIT),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_is_raised_is_written_down(error, text):
    call = record(raising(error), [[420.0]])["calls"][0]
    code = {"code": "raise error"}
    assert call["raised"] == {
        "type": type(error).__name__,
        "text": text,
        "line": call["raised"]["line"],
        **code,
    }


def test_the_line_of_an_exception_is_the_students_own_not_that_of_a_library():
    source = (
        "import numpy as np\n\ndef clear(row):\n    if np.array(row):  # many answers\n        return 1\n"
    )
    linecache.cache["cell 1"] = (len(source), None, source.splitlines(keepends=True), "cell 1")
    names = {}
    exec(compile(source, "cell 1", "exec"), names)
    raised = record(names["clear"], [[[1.0, 2.0]]])["calls"][0]["raised"]
    assert (raised["line"], raised["code"]) == (4, "if np.array(row):  # many answers")


def test_arrays_are_copies_and_changes_are_noticed():
    def spoil(altitudes_km):
        altitudes_km.sort()
        return altitudes_km

    rows = [[[3.0, 1.0, 2.0]], [[1.0, 2.0]]]
    calls = record(spoil, rows)["calls"]
    assert [call["changed"] for call in calls] == [True, False]
    assert rows == [[[3.0, 1.0, 2.0]], [[1.0, 2.0]]]


def test_a_list_arrives_as_an_array():
    assert record(lambda row: type(row).__name__, [[[1.0, 2.0]]])["calls"][0]["value"]["value"] == "ndarray"


def test_text_arrives_as_text():
    assert argument("2022-03-08") == "2022-03-08"


def test_a_table_arrives_as_a_list_of_dictionaries_of_its_own():
    class Line(dict):
        pass

    given = (Line(name="Zarya", removed=None), Line(name="Pirs", removed="2021-07-26"))
    table = argument(given)
    assert type(table) is list and {type(line) for line in table} == {dict}
    assert table == list(given)
    table[0]["name"] = "Mir"
    table.pop()
    assert [line["name"] for line in given] == ["Zarya", "Pirs"]


def test_a_list_in_a_line_of_a_table_is_a_copy_too():
    given = [{"name": "Zarya", "ports": ["fore", "aft"], "size": {"length_m": 12.6}}]
    (line,) = argument(given)
    line["ports"].clear()
    line["size"]["length_m"] = 0.0
    assert given == [{"name": "Zarya", "ports": ["fore", "aft"], "size": {"length_m": 12.6}}]


def test_a_call_has_five_seconds_unless_another_time_is_given():
    assert inspect.signature(record).parameters["time_limit_s"].default == 5.0


def test_changes_in_a_table_are_noticed():
    def read_dates(table):
        for line in table:
            line["joined"] = dt.date.fromisoformat(line["joined"])

    table = [{"joined": "1998-11-20"}]
    calls = record(read_dates, [[table], [table]])["calls"]
    assert [call["changed"] for call in calls] == [True, True]
    assert record(len, [[table]])["calls"][0]["changed"] is False
    assert table == [{"joined": "1998-11-20"}]


def test_what_is_printed_stays_inside(capsys):
    def noisy(altitude_km):
        print("x" * 10**6)
        print("to the other side", file=sys.stderr)
        return altitude_km

    call = record(noisy, [[1.0]])["calls"][0]
    assert call["printed"] == "x" * TEXT_LIMIT
    assert call["value"] == {"is": "number", "value": 1.0}
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("answer", [None, 7657.0, [1.0]])
def test_what_cannot_be_called_is_absent(answer):
    assert record(answer, [[1.0]]) == {"absent": type(answer).__name__}


def test_a_function_with_other_arguments_raises_in_the_record():
    assert record(lambda: 1, [[420.0]])["calls"][0]["raised"]["type"] == "TypeError"


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.complex_numbers()
        | st.text()
        | st.binary(),
        lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_every_record_is_strict_json(answer):
    written = record(lambda: answer, [[]])
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_it_runs_alone_with_the_standard_library():
    program = (
        "import runpy, sys, types; limits = types.ModuleType('course.checks.limits');"
        "vars(limits).update(runpy.run_path(sys.argv[1]));"  # as the sandbox holds the two, without the rest
        "sys.modules.update({'course': types, 'course.checks': types, 'course.checks.limits': limits});"
        "r = runpy.run_path(sys.argv[2])['record'](abs, [[-2.0]]);"
        "assert 'numpy' not in sys.modules; print(r['calls'][0]['value']['value'])"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, limits.__file__, recorder.__file__],
        capture_output=True,
        text=True,
    )
    assert (run.stdout.strip(), run.stderr) == ("2.0", "")
