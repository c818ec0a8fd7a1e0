"""Reading of arguments: bad input is refused with what was got and its unit, holes stay holes."""

import datetime as dt
import math
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.quantities import (
    LARGEST,
    flag,
    instant,
    instants,
    one,
    pair,
    plain,
    quantity,
    shown,
    text,
    together,
    whole,
    word,
)

finite = st.floats(min_value=-LARGEST, max_value=LARGEST)


@pytest.mark.parametrize("value", ["420", None, 1 + 2j, True, [1, None], b"5", [[1], [2, 3]], {}, {1, 2}])
def test_what_is_no_real_number_is_refused_by_type(value):
    with pytest.raises(TypeError, match="altitude_km must be a real number"):
        quantity("altitude_km", value)


@pytest.mark.parametrize(
    ("name", "value", "limits", "message"),
    [
        ("altitude_km", -1, {"at_least": 0}, "altitude_km must be at least 0 (got -1 km)"),
        ("beta_deg", 91.5, {"at_most": 90}, "beta_deg must be at most 90 (got 91.5 degrees)"),
        ("step_s", 0, {"above": 0}, "step_s must be above 0 (got 0 s)"),
        ("speed_km_s", math.inf, {}, "speed_km_s must be finite (got inf km/s)"),
        ("push_m_s", -2, {"at_least": 0}, "push_m_s must be at least 0 (got -2 m/s)"),
        ("mass_kg", [5, -3], {"at_least": 0}, "mass_kg must be at least 0 (got -3 kg at position [1])"),
        ("laps", 0, {"at_least": 1, "why": "one at least"}, "laps must be at least 1 (got 0): one at least"),
    ],
)
def test_a_refusal_names_quantity_value_unit_and_place(name, value, limits, message):
    with pytest.raises(ValueError) as refusal:
        quantity(name, value, **limits)
    assert str(refusal.value) == message


@given(st.floats(min_value=1e-12, max_value=1e-3))
def test_a_value_just_outside_is_not_shown_as_if_it_were_inside(excess):
    value = 180 + excess
    if value == 180:
        return
    with pytest.raises(ValueError) as refusal:
        quantity("inclination_deg", value, at_most=180)
    assert f"(got {value!r} degrees)" in str(refusal.value)


@given(st.lists(st.one_of(finite, st.just(math.nan)), max_size=20))
def test_arrays_keep_their_values_and_their_nan(values):
    np.testing.assert_array_equal(quantity("altitude_km", values), np.array(values, float))


def test_a_masked_entry_is_missing_and_never_its_hidden_number():
    masked = np.ma.masked_array([1, 99], [False, True])
    np.testing.assert_array_equal(quantity("altitude_km", masked), [1, math.nan])


def test_the_argument_is_never_changed():
    given_array = np.array([1.0, 2.0])
    quantity("altitude_km", given_array)[0] = 7
    assert given_array.tolist() == [1, 2]


@given(finite)
def test_scalars_come_back_as_plain_floats(value):
    assert type(plain(quantity("altitude_km", value))) is float
    assert type(one("altitude_km", np.float64(value))) is float
    assert plain(quantity("altitude_km", value)) == value


@pytest.mark.parametrize("value", [[1], [1, 2], math.nan, []])
def test_one_number_is_one_number(value):
    with pytest.raises(ValueError, match="altitude_km must be one number"):
        one("altitude_km", value)


NOON_PARIS = dt.datetime(2022, 3, 12, 13, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2022-03-12", "2022-03-12T00:00"),
        (" 2022-03-12T12:00 ", "2022-03-12T12:00"),
        ("2022-03-12T12:00Z", "2022-03-12T12:00"),
        ("2022-03-12T13:00+01:00", "2022-03-12T12:00"),
        (NOON_PARIS, "2022-03-12T12:00"),
        (pd.Timestamp(NOON_PARIS), "2022-03-12T12:00"),
        (dt.datetime(2022, 3, 12, 12), "2022-03-12T12:00"),
        (dt.date(2022, 3, 12), "2022-03-12T00:00"),
        (np.datetime64("2022-03-12T12:00:00.000001"), "2022-03-12T12:00:00.000001"),
        ("2020-02-29", "2020-02-29T00:00"),
    ],
)
def test_moments_are_read_as_utc(when, expected):
    assert instant("when", when) == np.datetime64(expected, "us")
    assert instant("when", when).dtype == "M8[us]"


@pytest.mark.parametrize(
    ("when", "error", "words"),
    [
        ("2022-02-29", ValueError, "when must look like 2022-03-12.*got '2022-02-29'"),
        ("12.03.2022", ValueError, "must look like"),
        ("", ValueError, "must look like"),
        ("2016-12-31T23:59:60", ValueError, "must look like"),
        (np.datetime64("NaT"), ValueError, "got NaT"),
        (pd.NaT, ValueError, "got NaT"),
        (np.datetime64(10**18, "s"), ValueError, "years 1 to 9999"),
        (dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=5))), ValueError, "years 1 to 9999"),
        (2022, TypeError, "got int"),
        (None, TypeError, "got NoneType"),
        (dt.timedelta(days=1), TypeError, "got timedelta"),
    ],
)
def test_what_is_no_moment_is_refused(when, error, words):
    with pytest.raises(error, match=words):
        instant("when", when)


@given(st.datetimes(timezones=st.timezones()))
def test_zones_are_converted_as_python_does(moment):
    try:
        expected = moment.astimezone(dt.UTC).replace(tzinfo=None)
    except OverflowError:
        return
    assert instant("when", moment) == np.datetime64(expected)


def test_lists_arrays_and_pandas_columns_of_moments_are_read_alike():
    texts = ["2022-03-12", "2022-03-13T01:02:03"]
    expected = np.array(texts, "M8[us]")
    for moments in (
        texts,
        tuple(texts),
        expected.astype("M8[s]"),
        pd.to_datetime(pd.Series(texts), format="ISO8601"),
    ):
        np.testing.assert_array_equal(instants("utc", moments), expected)
    zoned = pd.DatetimeIndex(expected).tz_localize("UTC").tz_convert("Asia/Tokyo")
    np.testing.assert_array_equal(instants("utc", zoned), expected)
    assert instants("utc", [texts, texts]).shape == (2, 2)
    assert instants("utc", []).shape == (0,)
    assert instants("utc", "2022-03-12").shape == ()


@pytest.mark.parametrize(
    ("moments", "error"),
    [(np.array(["NaT"], "M8[us]"), ValueError), ([None], TypeError), (np.array([1.5]), TypeError)],
)
def test_lists_with_something_else_are_refused(moments, error):
    with pytest.raises(error, match="utc must"):
        instants("utc", moments)


@pytest.mark.parametrize("value", [Decimal("0.5"), Fraction(1, 2), pd.Series([0.5], dtype=object)])
def test_numbers_of_other_kinds_and_columns_of_objects_are_read(value):
    np.testing.assert_array_equal(np.ravel(quantity("altitude_km", value)), [0.5])


@pytest.mark.parametrize("value", [10**400, [10**5000], 1e300, -1e16, [0, 2e15]])
def test_what_is_absurdly_large_is_refused_by_value_whatever_the_unit(value):
    with pytest.raises(ValueError, match="altitude_km must lie within"):
        quantity("altitude_km", value)
    assert quantity("altitude_km", LARGEST) == LARGEST
    assert quantity("altitude_km", -LARGEST) == -LARGEST
    for beyond in (np.nextafter(LARGEST, np.inf), np.nextafter(-LARGEST, -np.inf)):
        with pytest.raises(ValueError, match=r"altitude_km must lie within \+-1e\+15"):
            quantity("altitude_km", [0.0, beyond])


def test_there_may_be_a_limit_on_the_number_of_values():
    with pytest.raises(ValueError, match=r"altitude_km may hold 1,000 values at a time \(got 1,001\)"):
        quantity("altitude_km", np.zeros(1001), most_values=1000)


def test_so_many_values_and_no_more_go_together():
    rows, columns = np.zeros((40, 1)), np.zeros(25)
    assert together(altitude_km=rows, f107=columns, most_values=1000)[0].shape == (40, 25)
    with pytest.raises(ValueError, match=r"at most 1,000 can be worked out at a time \(got 1,040\)"):
        together(altitude_km=rows, f107=np.zeros(26), most_values=1000)


@pytest.mark.parametrize(("value", "error"), [(2.7, ValueError), ([2], ValueError), (True, TypeError)])
def test_a_whole_number_has_no_fraction(value, error):
    with pytest.raises(error, match="samples must be"):
        whole("samples", value)
    assert whole("samples", 2.0) == 2


@pytest.mark.parametrize("values", [{160, 100}, {1: 2, 3: 4}, (1, 2, 3), [1], 5, None, "12", (1, math.nan)])
def test_a_pair_is_two_numbers_in_their_order(values):
    with pytest.raises(ValueError, match="windows_days"):
        pair("windows_days", values)
    assert pair("windows_days", np.array([1, 4])) == [1.0, 4.0]


def test_what_does_not_go_together_says_which_has_how_many():
    with pytest.raises(ValueError, match=r"\(got altitude_km has 2, f107 has 3, days is one\)"):
        together(altitude_km=np.zeros(2), f107=np.zeros(3), days=np.array(1.0))
    assert [part.shape for part in together(a=np.zeros(3), b=np.array(1.0))] == [(3,), (3,)]


@pytest.mark.parametrize("value", [None, 5, ["un"], b"un", True])
def test_a_word_is_a_text(value):
    with pytest.raises(TypeError, match='borders must be "un" or "de-facto"'):
        word("borders", value, ("un", "de-facto"))


def test_a_word_that_is_not_known_is_answered_with_those_that_are():
    with pytest.raises(ValueError, match=r'kind must be "a", "b" or "c" \(got \'d\'\)'):
        word("kind", "d", ("a", "b", "c"))
    assert word("kind", np.str_("c"), ("a", "b", "c")) == "c"


@pytest.mark.parametrize("value", ["False", 0, 1, None, [], math.nan])
def test_a_flag_is_true_or_false(value):
    with pytest.raises(TypeError, match="j2 must be True or False"):
        flag("j2", value)
    assert flag("j2", np.False_) is False


@pytest.mark.parametrize(("value", "error"), [(None, TypeError), (b"x", TypeError), ("  ", ValueError)])
def test_a_text_has_something_in_it(value, error):
    with pytest.raises(error, match="words must be text such as 'Vande Hei'"):
        text("words", value, such_as="Vande Hei")
    for given_text in ("Zarya", np.str_("Zarya"), " Zarya "):
        found = text("words", given_text, such_as="Vande Hei")
        assert type(found) is str and found == given_text


@pytest.mark.parametrize("unit", ["ns", "ps", "fs", "as"])
def test_moments_in_the_finest_units_are_read(unit):
    assert instant("when", np.datetime64(0, unit)) == np.datetime64("1970-01-01")
    assert instants("when", np.zeros(2, f"M8[{unit}]")).dtype == "M8[us]"


@pytest.mark.parametrize("outside", ["0000-06-01", "10000-06-01"])
def test_one_moment_outside_the_calendar_is_enough(outside):
    among = np.array(["2022-03-12", outside, "2022-03-13"], "M8[D]")
    for moments in (among, among[:2], among[1:]):
        with pytest.raises(ValueError, match="years 1 to 9999"):
            instants("utc", moments)


def test_a_masked_moment_is_no_moment():
    masked = np.ma.masked_array(np.array(["2022-03-12", "2022-03-13"], "M8[us]"), [False, True])
    with pytest.raises(ValueError, match="utc must hold moments in time"):
        instants("utc", masked)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(999_999_999.5, "999999999.5"), (1e9, "1e+09"), (-1e9, "-1e+09"), (1e-4, "0.0001"), (9.5e-5, "9.5e-05")],
)
def test_numbers_are_shown_with_their_digits_up_to_a_thousand_millions(number, shown):
    with pytest.raises(
        ValueError, match=f"^x must be {re.escape('at least 2e+09')} .got {re.escape(shown)}.$"
    ):
        quantity("x", number, at_least=2e9)


def test_what_is_shown_is_short_and_never_fails():
    class Odd:
        def __repr__(self):
            raise RuntimeError

    assert all(len(shown(odd)) < 70 for odd in (Odd(), 10**5000, "x" * 1000, np.zeros((9, 9)), [[1] * 9] * 9))
