"""u4-2: where a piece that was pushed along its track is after some laps."""

import numpy as np

from course import orbits, relative
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit2.common import distance_km, lap_s
from course.checks.unit4.common import ISS_KM, UNIT


def _draw_pushes(random):
    """Pushes forward and back, low and high, after one lap and after a day of laps."""
    bands = [
        ((300, 410), (0.03, 0.09), 1),
        ((430, 550), (-0.25, -0.1), random.randrange(2, 5)),
        ((700, 1100), (0.11, 0.3), random.randrange(5, 8)),
        ((260, 350), (-0.09, -0.03), random.randrange(8, 11)),
        ((1200, 1900), (0.03, 0.09), random.randrange(11, 15)),
    ]
    return [
        (round(random.uniform(*heights), 1), round(random.uniform(*pushes), 3), laps)
        for heights, pushes, laps in bands
    ]


def _reference(altitude_km, push_m_s, laps):
    path = relative.hill_motion(
        laps * orbits.period_s(altitude_km), altitude_km=altitude_km, along_m_s=push_m_s
    )
    return float(path.along_m)


def _times_straight(factor):
    """Return the answer that is a multiple of the straight line, push times time."""
    return lambda h, push, laps: factor * push * laps * lap_s(distance_km(h))


DRIFT = Exercise(
    id="u4-2",
    unit=UNIT,
    title="Where is it after a lap?",
    points=3,
    function="place_after_laps",
    takes="{1:g} m/s at {0:g} km, laps: {2:g}",
    shown=((ISS_KM, 0.1, 1), (400.0, -0.05, 3), (800.0, 0.2, 15)),
    draw=_draw_pushes,
    reference=_reference,
    form=Number(
        "m",
        Size(
            100,
            "Even along a straight line it would come farther.",
            2e7,
            "That is more than half of the way around the Earth.",
        ),
    ),
    tolerance=0.01,
    slack=1e-3,
    tolerance_reason="Lets through two orbits with slightly different laps instead of the linear equations "
    "(0.02 %), integration in steps, and the mean radius 6371 km (0.16 %); the millimetre "
    "holds for zero. Keeps out every misconception below; the nearest, the lap of the ISS for all heights, "
    "is 8 % off at 800 km.",
    why="To fall behind you push forward: the piece climbs, and its lap lasts longer.",
    question="By how much longer is its lap now, and how far does the other piece fly in that time?",
    misconceptions=(
        Misconception(
            "straight ahead",
            _times_straight(1),
            "{returned}. That is a straight line, as if no Earth were there. A push forward makes an orbit "
            "larger: who is back first, the one on the larger orbit or the other?",
        ),
        Misconception(
            "ahead instead of behind",
            _times_straight(3),
            "{returned}. A positive number lies ahead, after a push forward too. Does a larger orbit take "
            "more time for a lap, or less?",
            credit=0.5,
        ),
        Misconception(
            "one side for both directions",
            lambda h, push, laps: _times_straight(3)(h, abs(push), laps),
            "The sizes fit, and a push forward and a push back lead to the same side. Which of the two "
            "orbits is the larger one?",
            credit=0.5,
            variants=(lambda h, push, laps: _times_straight(-3)(h, abs(push), laps),),
        ),
        Misconception(
            "behind at the speed of the push",
            _times_straight(-1),
            "{returned}. Your gap grows as slowly as the push alone would make it. Which two things change "
            "with the push: the speed only, or the way around as well?",
        ),
        Misconception(
            "the size of the orbit only",
            _times_straight(-2),
            "{returned}. By that much the way around has become longer. By Kepler's third law, does the time "
            "of a lap grow as its size, or by more?",
        ),
        Misconception(
            "the size grows as the speed",
            _times_straight(-1.5),
            "{returned}. You let the orbit's size grow by the same part as the speed. What does the energy, "
            "which goes with the speed squared, say of the size?",
            variants=(_times_straight(1.5),),
        ),
        Misconception(
            "minutes in a lap",
            _times_straight(-3 / 60),
            "{returned}. The push alone would carry it much farther in a lap. In which unit is your time?",
            credit=0.5,
            variants=(_times_straight(1 / 60), _times_straight(3 / 60), _times_straight(-3 / 3600)),
        ),
        Misconception(
            "one radian for a lap",
            _times_straight(-3 / (2 * np.pi)),
            "{returned}. Your lap is as short as one radian of it. How many radians has a whole lap?",
            variants=(_times_straight(3 / (2 * np.pi)), _times_straight(1 / (2 * np.pi))),
        ),
        Misconception(
            "kilometres",
            _times_straight(-3 / 1000),
            "{returned}. It would still be within arm's reach. Which unit is asked for?",
            credit=0.5,
            variants=(_times_straight(3 / 1000), _times_straight(1 / 1000)),
        ),
        Misconception(
            "back where it was",
            lambda h, push, laps: 0 * h,
            "Your two pieces are side by side after whole laps. The pushed one is back at its height: "
            "is it there at the same time as the other?",
        ),
        Misconception(
            "height instead of place",
            lambda h, push, laps: 4 * push * lap_s(distance_km(h)) / (2 * np.pi) + 0 * laps,
            "{returned}. That is how high above the other piece it climbs. How far is it ahead or behind?",
            variants=(lambda h, push, laps: 2 * push * lap_s(distance_km(h)) / (2 * np.pi) + 0 * laps,),
        ),
        Misconception(
            "one lap only",
            lambda h, push, laps: _times_straight(-3)(h, push, 1) + 0 * laps,
            "Your answer after many laps is as if one had been flown. What does laps change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "one lap time for all heights",
            lambda h, push, laps: -3 * push * laps * lap_s(distance_km(ISS_KM)) + 0 * h,
            "Your lap lasts nearly the same at every height. What does altitude_km change in your "
            "formula, and in which unit is it there?",
            credit=0.5,
            variants=(lambda h, push, laps: -3 * push * laps * lap_s(distance_km(0)) + 0 * h,),
        ),
        Misconception(
            "height as distance",
            lambda h, push, laps: -3 * push * laps * lap_s(h),
            "{returned}. With r equal to the height a lap would be over within minutes. From which point is "
            "r measured?",
        ),
        Misconception(
            "the whole way around",
            lambda h, push, laps: laps * (2e3 * np.pi * distance_km(h) + push * lap_s(distance_km(h))),
            "{returned}. That is the whole way that it flies. How far is it from the other piece, which "
            "flies as well?",
            variants=(
                lambda h, push, laps: (
                    laps * (2e3 * np.pi * distance_km(h) - 3 * push * lap_s(distance_km(h)))
                ),
            ),
        ),
    ),
)
