"""Reading of arguments at the very edge: how many values, how many letters, holes beside what is refused."""

import datetime as dt
import math
import warnings

import numpy as np
import pandas as pd
import pytest

from course.quantities import LARGEST, instant, instants, one, pair, quantity, shown, together, whole, word


def test_as_many_values_as_allowed_are_read_and_one_more_is_not():
    assert quantity("altitude_km", np.zeros(1000), most_values=1000).shape == (1000,)
    with pytest.raises(ValueError, match=r"at a time \(got 1,001\)"):
        quantity("altitude_km", np.zeros(1001), most_values=1000)


@pytest.mark.parametrize(
    ("values", "limits", "told"),
    [
        ([math.nan, -5.0], {"at_least": 0}, "x must be at least 0 (got -5 at position [1])"),
        ([-5.0, math.nan], {"above": -5}, "x must be above -5 (got -5 at position [0])"),
        ([[math.nan, 7.0]], {"at_most": 5}, "x must be at most 5 (got 7 at position [0, 1])"),
        ([math.nan, math.inf], {}, "x must be finite (got inf at position [1])"),
        ([math.nan, -math.inf], {}, "x must be finite (got -inf at position [1])"),
    ],
)
def test_a_hole_does_not_hide_what_is_out_of_range(values, limits, told):
    with pytest.raises(ValueError) as raised:
        quantity("x", values, **limits)
    assert str(raised.value) == told


def test_holes_alone_are_within_any_range():
    assert np.isnan(quantity("x", [math.nan, math.nan], at_least=0, at_most=1)).all()


@pytest.mark.parametrize("kind", ["maxstring", "maxlong", "maxother"])
def test_sixty_signs_of_a_value_are_shown_whole_and_of_more_the_ends(kind):
    class Other:
        def __repr__(self):
            return self.signs

    def made(signs):
        if kind == "maxlong":
            return int("7" * signs)
        if kind == "maxstring":
            return "x" * (signs - 2)  # and its two quotation marks
        one = Other()
        one.signs = "<" + "o" * (signs - 2) + ">"
        return one

    assert shown(made(60)) == repr(made(60))
    cut = shown(made(61))
    assert len(cut) == 60
    assert "..." in cut


def test_the_only_word_that_is_known_is_named_alone():
    with pytest.raises(ValueError) as raised:
        word("kind", "b", ("a",))
    assert str(raised.value) == "kind must be \"a\" (got 'b')"
    with pytest.raises(TypeError) as raised:
        word("kind", 5, ("a",))
    assert str(raised.value) == 'kind must be "a" (got 5)'


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("altitude_km", " km"),
        ("beta_deg", " degrees"),
        ("step_s", " s"),
        ("speed_km_s", " km/s"),
        ("push_m_s", " m/s"),
        ("age_days", " days"),
        ("length_m", " m"),
        ("mass_kg", " kg"),
        ("laps", ""),
        ("bits", ""),  # a letter at the end is no unit, the word after the last line is
        ("atom", ""),
    ],
)
def test_the_end_of_a_name_is_the_unit_of_what_was_got(name, unit):
    with pytest.raises(ValueError) as raised:
        quantity(name, -7, at_least=0)
    assert str(raised.value) == f"{name} must be at least 0 (got -7{unit})"


@pytest.mark.parametrize(
    ("values", "limits", "told"),
    [
        ([5.0, 4.0], {"at_least": 5}, "be at least 5 (got 4 at position [1])"),
        ([6.0, 5.0, 4.0], {"above": 5}, "be above 5 (got 5 at position [1])"),
        ([5.0, 6.0], {"at_most": 5}, "be at most 5 (got 6 at position [1])"),
        ([LARGEST, -2e15], {}, "lie within +-1e+15 (got -2e+15 at position [1])"),
        ([-LARGEST, 2e15], {}, "lie within +-1e+15 (got 2e+15 at position [1])"),
        ([LARGEST, math.inf], {}, "be finite (got inf at position [1])"),
        ([-math.inf, 0.0], {"at_least": -5}, "be finite (got -inf at position [0])"),
        (math.inf, {"why": "there is an end"}, "be finite (got inf): there is an end"),
    ],
)
def test_what_lies_on_a_limit_is_not_what_is_refused(values, limits, told):
    with pytest.raises(ValueError) as raised:
        quantity("x", values, **limits)
    assert str(raised.value) == f"x must {told}"


def test_no_values_are_within_any_range():
    assert quantity("x", [], at_least=0, above=0, at_most=0, most_values=0).shape == (0,)
    assert quantity("x", np.zeros((0, 3))).shape == (0, 3)


@pytest.mark.parametrize(
    ("number", "limits", "told"),
    [
        (-180.0000001, {"at_least": -180}, "-180.0000001"),
        (-0.0001, {"at_least": 0}, "-0.0001"),
        (-0.00009, {"at_least": 0}, "-9e-05"),
        (-999_999_999.5, {"at_least": 0}, "-999999999.5"),
        (1_000_000_000.5, {"at_most": 0}, "1e+09"),
        (1_050_000_000.0, {"at_most": 0}, "1.05e+09"),
        (95.0e-6, {"at_most": 0}, "9.5e-05"),
        (1.0, {"at_most": 0}, "1"),
    ],
)
def test_every_digit_of_a_number_of_daily_size_is_shown(number, limits, told):
    with pytest.raises(ValueError) as raised:
        quantity("x", number, **limits)
    assert f"(got {told})" in str(raised.value)


def test_one_whole_number_and_a_pair_say_what_they_got():
    for read, given, told in (
        (one, [1.0, 2.0], "x must be one number (got an array of shape (2,))"),
        (one, math.nan, "x must be one number (got nan)"),
        (whole, 2.5, "x must be a whole number (got 2.5)"),
        (whole, -180.0000001, "x must be a whole number (got -180.0000001)"),
        (pair, {160, 100}, "x must be two numbers (got {160, 100})"),
        (pair, (1, 2, 3), "x must be two numbers (got (1, 2, 3))"),
        (pair, np.zeros((2, 2)), "x must be two numbers (got a ndarray)"),
        (pair, np.array(5.0), "x must be two numbers (got array(5.))"),
        (pair, (math.nan, 2), "x[0] must be one number (got nan)"),
        (pair, (1, math.nan), "x[1] must be one number (got nan)"),
    ):
        with pytest.raises(ValueError) as raised:
            read("x", given)
        assert str(raised.value).replace("{100, 160}", "{160, 100}") == told
    assert pair("x", [3, 1]) == [3.0, 1.0]
    for limits in ({"at_least": 2}, {"above": 1}, {"at_most": 0}):
        with pytest.raises(ValueError, match=r"x\[1\] must be|x\[0\] must be"):
            pair("x", (3, 1), **limits)


def test_lists_of_several_shapes_are_counted_in_words():
    with pytest.raises(ValueError) as raised:
        together(height_km=np.zeros((2, 3)), f107=np.zeros(4), days=np.array(1.0))
    assert str(raised.value) == (
        "each must be one number, or all must be lists of one length "
        "(got height_km has the shape (2, 3), f107 has 4, days is one)"
    )


class Refusing:
    """Says that it is an array, and is none."""

    def __array__(self, *_, **__):
        raise RuntimeError("not now")

    def __repr__(self):
        return "Refusing()"


def test_what_only_claims_to_be_an_array_is_shown():
    with pytest.raises(TypeError) as raised:
        instants("utc", Refusing())
    assert str(raised.value) == "utc must hold moments in time (got Refusing())"
    with pytest.raises(TypeError) as raised:
        quantity("x", Refusing())
    assert str(raised.value) == "x must be a real number or an array of real numbers (got Refusing())"


@pytest.mark.parametrize("mixed", [[1, "2"], ["1", 2], [1, None], [True, 2.5], [None, 1], [2**70, "1"]])
def test_a_list_in_which_one_is_no_number_is_none(mixed):
    with pytest.raises(TypeError, match="x must be a real number or an array of real numbers"):
        quantity("x", np.array(mixed, object))


@pytest.mark.parametrize("huge", [10**400, [1, 10**400], np.array([10**400, 1], object)])
def test_an_integer_beyond_every_float_is_told_in_words(huge):
    with pytest.raises(ValueError) as raised:
        quantity("x", huge)
    assert str(raised.value) == "x must lie within +-1e+15 (got an integer of hundreds of digits)"


class Signs:
    def __init__(self, signs):
        self.signs = signs

    def __repr__(self):
        return self.signs


def test_what_shows_itself_as_nothing_or_in_lines_is_told_by_its_kind():
    for signs in ("", "a\nb"):
        assert shown(Signs(signs)) == "a Signs"
    assert shown(Signs("q")) == "q"
    assert shown([0.125] * 6) == "[" + ", ".join(["0.125"] * 6) + "]"
    for letters, fits in ((69, True), (70, False)):
        listed = [int("7" * (letters - 59)), "x" * 53]
        assert len(repr(listed)) == letters
        assert shown(listed) == (repr(listed) if fits else "a list")


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_of_the_calendar_are_read(year):
    day = f"{year:04}-06-01"
    assert instant("when", day) == np.datetime64(day, "us")
    assert instants("when", np.array([day], "M8[D]"))[0] == np.datetime64(day, "us")


def test_moments_outside_the_calendar_are_told_with_their_years():
    early = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    late = dt.datetime(9999, 12, 31, 23, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    for given, got in (
        (early, "0001-01-01 00:00:00+05:00"),
        (late, "9999-12-31 23:00:00-05:00"),
        (np.datetime64("10000-06-01"), "10000 to 10000"),
        (np.datetime64("0000-06-01"), "0 to 0"),
    ):
        with pytest.raises(ValueError) as raised:
            instant("when", given)
        assert str(raised.value) == f"when must lie in the years 1 to 9999 (got {got})"
    with pytest.raises(ValueError, match=r"\(got -5 to 12000\)"):
        instants("when", np.array(["2000-01-01", "-005-01-01", "12000-01-01"], "M8[D]"))


def test_zones_are_left_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        noon = instant("when", dt.datetime(2022, 3, 12, 13, tzinfo=dt.timezone(dt.timedelta(hours=1))))
    assert noon == np.datetime64("2022-03-12T12:00")


DAY = np.datetime64("2022-03-12", "us")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (np.array([DAY, np.datetime64("NaT")]), "hold moments in time (got NaT)"),
        (np.array([np.datetime64("NaT"), DAY]), "hold moments in time (got NaT)"),
        ([DAY, np.datetime64("NaT")], "be a moment in time (got NaT)"),
        (pd.Series([pd.Timestamp("2022-03-12"), pd.NaT]), "hold moments in time (got NaT)"),
        (np.ma.masked_array([DAY, DAY], [False, True]), "hold moments in time (got a masked one)"),
    ],
)
def test_one_hole_among_moments_is_one_too_many(when, told):
    with pytest.raises(ValueError) as raised:
        instants("utc", when)
    assert str(raised.value) == f"utc must {told}"


def test_a_mask_that_hides_nothing_is_no_hole():
    moments = np.ma.masked_array([DAY, DAY], [False, False])
    assert instants("utc", moments).tolist() == [DAY.item()] * 2


@pytest.mark.parametrize("when", [5, 2022.5, None, {}])
def test_what_is_no_moment_is_told_by_its_kind(when):
    with pytest.raises(TypeError) as raised:
        instants("utc", when)
    kind = type(when).__name__
    assert str(raised.value) == f"utc must be a date, a datetime or ISO text in UTC (got {kind})"
