"""Reading of arguments at the very edge: how many values, how many letters, holes beside what is refused."""

import math

import numpy as np
import pytest

from course.quantities import quantity, shown, word


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
