"""Declarations of exercises are whole, and numbers in messages are found."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.checks import catalogue
from course.checks.comparing import expected_values
from course.checks.faults import FAULTS
from course.checks.helps import HELPS
from course.checks.wording import gives_away, numbers_in, shown_number
from tools import places

UNIT = "2-orbital-basics"
SPEED, ROW = catalogue.exercise("u2-1"), catalogue.exercise("u2-5")


@pytest.mark.parametrize("unit", catalogue.UNITS)
def test_declarations_are_whole(unit):
    ids = [one.id for one in catalogue.UNITS[unit]]
    assert len(set(ids)) == len(ids)
    for exercise in catalogue.functions(unit):
        names = [slip.name for slip in exercise.misconceptions]
        messages = [slip.message for slip in exercise.misconceptions]
        assert len(names) >= 5
        assert len(set(names)) == len(names)
        assert len(set(messages)) == len(messages)
        assert not set(names) & set(FAULTS)
        for text in (*messages, exercise.question):
            assert text.endswith("?"), text
        assert not gives_away(exercise.why, expected_values(exercise, exercise.shown))
    for exercise in catalogue.written(unit):
        assert sum(points for points, _ in exercise.marks) == pytest.approx(exercise.points)


def test_every_exercise_stands_in_all_its_places_and_no_other_does():
    told = [*places.lacking(), *places.left_over()]
    assert not told, "\n".join(told)


def test_a_place_that_a_new_exercise_lacks_is_told_in_a_sentence_with_its_file():
    new = dataclasses.replace(SPEED, id="u2-9")
    helps = "course/checks/helps/unit2.py lacks u2-9: add its Help to HELPS"
    assert places.lacking([new]) == [
        helps,
        "course/grading/ownwork.py lacks u2-9: add the functions that compute it to MODELS",
        "course/publish/numbers.py lacks u2-9: yield an Ask for it in the function of its unit",
        "tests/answers/u2-9.py lacks u2-9: write right and wrong answers into that file",
    ]
    with pytest.raises(LookupError, match=f"^{helps}$"):
        HELPS[new.id]


def test_a_place_that_names_no_exercise_is_told_too(monkeypatch):
    monkeypatch.setitem(places.ownwork.MODELS, "u9-9", ())
    assert places.left_over() == [
        "course/grading/ownwork.py names u9-9, which no unit has: take it out there"
    ]


def test_points_of_unit_2_are_those_of_the_plan():
    assert [one.points for one in catalogue.UNITS[UNIT]] == [2, 2, 2, 2, 3, 3]


def test_the_mark_scheme_names_the_gravity_that_the_models_give():
    from course.orbits import gravity_fraction

    (pen,) = catalogue.written(UNIT)
    assert f"{100 * gravity_fraction(420):.0f} %" in pen.marks[1][1]


def test_an_unknown_exercise_is_named_with_the_known_ones():
    with pytest.raises(ValueError, match=r"no exercise 'u9-9': the exercises are u1-1"):
        catalogue.exercise("u9-9")
    with pytest.raises(ValueError, match="no unit '9'"):
        catalogue.functions("9")


def test_a_declaration_cannot_be_changed_by_accident():
    with pytest.raises(dataclasses.FrozenInstanceError):
        SPEED.tolerance = 1.0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("You returned 30,800 m/s for 420 km.", [30800, 420]),
        ("-5,580 s, 4.20e+11 s, 0.938, 7.", [-5580, 4.2e11, 0.938, 7]),
        ("u2 and r2 and no number", []),
        ("9 years for 2011-07-21 to 2020-05-30.", [9]),
        ("23,29 deg, -0,938 and 4,20e+11 s.", [23.29, -0.938, 4.2e11]),
        ("1,234,567 and 2,329.5, 1,2,3.", [1234567, 2329.5, 1, 2, 3]),
    ],
)
def test_numbers_are_found_in_text(text, numbers):
    assert numbers_in(text) == numbers


@given(st.floats(1e-3, 1e9))
def test_shown_numbers_are_within_half_a_percent(value):
    assert numbers_in(shown_number(value)) == [pytest.approx(value, rel=0.0051)]


@pytest.mark.parametrize("value", [2329, 2.329])
def test_a_comma_that_can_be_read_in_two_ways_is_read_in_both(value):
    assert gives_away("You returned 2,329 of it.", [value])


def test_a_comma_before_three_zeros_is_one_of_thousands():
    assert gives_away("365,000 km", [365000]) and not gives_away("365,000 km", [365])


@pytest.mark.parametrize(("text", "value"), [("23,29 deg", 23.29), ("0,938", 0.938), ("-1234,5 m", 1234.5)])
def test_a_decimal_comma_gives_away_too(text, value):
    assert gives_away(f"You returned {text}.", [value])
    assert not gives_away(f"You returned {text}.", [1.02 * value])


def test_giving_away_disregards_the_sign():
    assert gives_away("-100.9", [100.0])
    assert not gives_away("101.1", [100.0])
