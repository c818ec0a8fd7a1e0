"""u4-3, a safe push: many answers are right, and each is flown by the judge itself."""

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.checks import catalogue, drawing
from course.checks.comparing import expected_values
from course.checks.exercise import Outcome
from course.checks.faults import FAULTS
from course.checks.forms import Unreadable, Vector
from course.checks.judge import judge
from course.checks.recorder import plain, record
from course.checks.unit4 import safe
from course.checks.wording import numbers_in
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2

SAFE = catalogue.exercise("u4-3")
NEAR_M = 1.0  # between exact orbits integrated here and those of the package, and between their points
PUSH = st.floats(-0.3, 0.3)


def judged(exercise, function):
    return judge(exercise, record(function, exercise.shown))


def nearest_m(push, altitude_km):
    """Return how near two orbits come from half a lap to three laps, by numerical integration of both."""
    r = EARTH_RADIUS_KM + altitude_km
    v = np.sqrt(MU_EARTH_KM3_S2 / r)
    lap_s = 2 * np.pi * r / v
    time_s = np.linspace(0.5 * lap_s, 3 * lap_s, 2001)

    def rates(_, y):
        return [*y[3:], *(-MU_EARTH_KM3_S2 / np.dot(y[:3], y[:3]) ** 1.5 * y[:3])]

    up, forward, left = np.array(push) / 1000
    paths = [
        solve_ivp(rates, (0, time_s[-1]), start, "DOP853", t_eval=time_s, rtol=1e-11, atol=1e-11).y[:3]
        for start in ([r, 0, 0, 0, v, 0], [r, 0, 0, up, v + forward, left])
    ]
    return 1000 * np.linalg.norm(paths[1] - paths[0], axis=0).min()


def test_the_judge_flies_a_push_as_a_numerical_integration_does():
    draw = random.Random(4)
    for _ in range(25):
        push, altitude = tuple(draw.uniform(-0.15, 0.15) for _ in range(3)), draw.uniform(330, 900)
        flown = nearest_m(push, altitude)
        if abs(flown - 198) > NEAR_M and np.linalg.norm(push) < 0.2:
            assert safe._outcome(push, altitude, 0.2).holds == (flown > 198)


@pytest.mark.parametrize(("part", "holds"), [(0.9, True), (1.1, False)])
def test_the_tolerance_of_the_declaration_is_the_one_that_the_judge_applies(part, holds, monkeypatch):
    for tolerance in (SAFE.tolerance, 2 * SAFE.tolerance):
        monkeypatch.setattr(safe, "SAFE", dataclasses.replace(SAFE, tolerance=tolerance))
        metres = safe.CLEAR_M * (1 - part * tolerance)
        monkeypatch.setattr(safe, "_nearest", lambda push, altitude_km, metres=metres: (0.5, metres))
        assert safe._outcome((0.0, 0.1, 0.0), 420.0, 0.2).holds is holds


@pytest.mark.parametrize(
    ("push", "metres"),
    [  # physics 3.3, scaled: straight up is home after a lap, sideways after half of one
        ((0.15, 0.0, 0.0), 0),
        ((0.0, 0.0, 0.15), 0),
        ((0.0, 0.1, 0.0), 909),  # the lesson plan: 0.91 km apart at half a lap
        ((0.0, -0.1, 0.0), 909),
    ],
)
def test_the_nearest_approach_is_that_of_the_notes(push, metres):
    assert safe._nearest(push, 420.0)[1] == pytest.approx(metres, abs=NEAR_M)


@pytest.mark.parametrize("angle_deg", [0, 5, 10, 15, 20, 160, 165, 170, 175, 180, 185, 190, 340, 345, 355])
@pytest.mark.parametrize("axis", ["up", "left"])
def test_many_different_pushes_are_right(angle_deg, axis):
    forward, rest = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    arrow = (rest, forward, 0) if axis == "up" else (0, forward, rest)

    def push(altitude_km, most_m_s):
        return [most_m_s * part for part in arrow]

    for student in range(10):
        inputs = drawing.graded_inputs(SAFE, student=str(student), secret="s")
        verdict = judge(SAFE, record(push, inputs), inputs=inputs)
        assert (verdict.points, verdict.misconception) == (3, None), verdict


def test_every_limit_leaves_room_for_a_safe_push_that_differs_from_the_strongest():
    for student in range(200):
        for altitude, most in drawing.graded_inputs(SAFE, student=str(student), secret="s"):
            assert safe._outcome((0.0, 0.8 * most, 0.0), altitude, most).holds
            assert not safe._outcome((most, 0.0, 0.0), altitude, most).holds
            assert not safe._outcome((0.0, 0.0, most), altitude, most).holds


@given(up=PUSH, forward=PUSH, left=PUSH)
@example(up=0.0, forward=0.2, left=0.0)
@example(up=0.0, forward=0.0218, left=0.0)
@example(up=0.12, forward=-0.06, left=0.0)
def test_any_push_gets_all_the_points_or_a_message_about_itself(up, forward, left):
    verdict = judged(SAFE, lambda altitude_km, most_m_s: (up, forward, left))
    arrow = (up, forward, left)
    right = all(safe._outcome(arrow, *call).holds for call in SAFE.shown)
    assert (verdict.points == 3) == right == (verdict.misconception is None)
    if not right:
        known = {slip.name for slip in SAFE.misconceptions}
        assert verdict.misconception in known | {"unexplained", "fits in part"}
        assert verdict.message.startswith("You returned (")
        assert verdict.message.endswith("?")


@pytest.mark.parametrize("huge", [1e6, 1e200, 1e308, -1e308, 10**300])
def test_numbers_without_any_sense_are_judged_too_strong(huge):
    verdict = judged(SAFE, lambda altitude_km, most_m_s: (huge, huge, 0))
    assert (verdict.points, verdict.misconception) == (0, "unexplained")
    assert "stronger than 0.2 m/s" in verdict.message


def test_a_message_shows_no_number_but_those_of_the_push_the_call_and_its_flight():
    for slip in SAFE.misconceptions:
        for altitude, most in SAFE.shown:
            push = tuple(float(part) for part in slip.answer(altitude, most))
            verdict = judged(SAFE, lambda h, m, push=push: push)
            if verdict.misconception is None:
                continue
            said, asked = verdict.message.split(": ", 1)[0], verdict.message.split(". ", 1)[-1]
            assert not numbers_in(asked.split(". ", 1)[-1])
            assert set(numbers_in(said)) <= {round(part, 6) for part in push} | {
                number for call in SAFE.shown for number in call
            }


def test_where_many_answers_are_right_the_first_that_fails_is_explained():
    def only_strong_limits(altitude_km, most_m_s):
        return (0.0, most_m_s, 0.0) if most_m_s > 0.05 else (most_m_s, 0.0, 0.0)

    verdict = judged(SAFE, only_strong_limits)
    assert (verdict.points, verdict.misconception) == (0, "straight up or down")
    assert "at most 0.03 m/s at 420 km: one lap after it the pieces are 0 m apart" in verdict.message


def test_where_many_answers_are_right_none_is_given_away_by_a_number():
    assert expected_values(SAFE, SAFE.shown) == []
    plain_numbers = dataclasses.replace(SAFE, outcome=None)
    assert len(expected_values(plain_numbers, SAFE.shown)) == 3 * len(SAFE.shown)


def test_an_outcome_that_always_holds_makes_every_arrow_right_and_no_other_value():
    easy = dataclasses.replace(SAFE, outcome=lambda push, h, most: Outcome(True))
    assert judged(easy, lambda h, most: (9, 9, 9)).points == 3
    assert judged(easy, lambda h, most: [[9, 9, 9]]).points == 3  # needless brackets take nothing away
    for other in (None, 9, "9", [9, 9], [9, 9, "9"], {"up": 9}, [[9, 9], 9]):
        verdict = judged(easy, lambda h, most, other=other: other)
        assert verdict.points == 0
        assert verdict.misconception in FAULTS


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (0.1, "wrong type"),
        (None, "wrong type"),
        ("0, 0.1, 0", "wrong type"),
        ({"up": 0.1}, "wrong type"),
        ([0, 0.1], "wrong shape"),
        ([0, 0.1, 0, 0], "wrong shape"),
        ([0, True, 0], "wrong type"),
        ([0, None, 0], "wrong type"),
        ([0, [0.1, 0], 0], "wrong type"),
        ([0, float("nan"), 0], "not a number"),
        ([0, float("inf"), 0], "not a number"),
    ],
)
def test_arrows_of_another_form_are_named(value, fault):
    with pytest.raises(Unreadable) as unreadable:
        Vector("m/s", ("up", "forward", "left")).read(plain(value), (420.0, 0.2), SAFE.takes)
    assert unreadable.value.fault == fault
    assert all(text.endswith("?") for text in unreadable.value.messages)
