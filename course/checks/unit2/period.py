"""u2-2: the time of one lap."""

import numpy as np

from course import orbits
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit2.common import (
    CONSTANTS,
    ISS_KM,
    NAVIGATION_KM,
    UNIT,
    distance_km,
    draw_heights,
    lap_s,
    speed_m_s,
)
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2

PERIOD = Exercise(
    id="u2-2",
    unit=UNIT,
    title="How long is a lap?",
    points=2,
    function="period",
    takes="km",
    shown=((ISS_KM,), (NAVIGATION_KM,)),
    draw=draw_heights,
    reference=orbits.period_s,
    form=Number(
        "s",
        Size(
            4900,
            "Even a lap along the ground would take longer.",
            2.4e6,
            "The Moon itself needs less for its lap.",
        ),
    ),
    tolerance=0.003,
    tolerance_reason=CONSTANTS.format(mean="0.16 % at most")
    + "Keeps out every misconception below; the nearest, the way around the ground, is 3 % off at 200 km.",
    why="About every hour and a half the crew sees a sunrise, because a lap lasts no longer.",
    question="How long is the way around, and how fast is the station on it?",
    misconceptions=(
        Misconception(
            "height as distance",
            lambda h: lap_s(h),
            "{returned}. An orbit with r equal to that height would run inside the Earth. "
            "From which point is r measured?",
        ),
        Misconception(
            "minutes",
            lambda h: lap_s(distance_km(h)) / 60,
            "{returned}. No satellite is around the Earth so soon. Which unit comes out of your formula, "
            "and which one is asked for?",
            credit=0.5,
        ),
        Misconception(
            "hours",
            lambda h: lap_s(distance_km(h)) / 3600,
            "{returned}. In that time the station moves on by a few kilometres. "
            "How many seconds has the unit that you used?",
            credit=0.5,
        ),
        Misconception(
            "no full turn",
            lambda h: lap_s(distance_km(h)) / (2 * np.pi),
            "{returned}. That is the time in which the station turns by one radian. "
            "How many radians has a whole lap?",
        ),
        Misconception(
            "half a turn",
            lambda h: lap_s(distance_km(h)) / 2,
            "{returned}. By then the station is above the opposite side of the Earth. "
            "How many radians has a whole lap?",
        ),
        Misconception(
            "height left out",
            lambda h: lap_s(EARTH_RADIUS_KM) + 0 * h,
            "Your lap lasts nearly the same at every height: it runs along the ground. What does "
            "altitude_km change in your formula, and in which unit is it there?",
        ),
        Misconception(
            "way around the ground",
            lambda h: 2 * np.pi * EARTH_RADIUS_KM / (speed_m_s(distance_km(h)) / 1000),
            "{returned}. So long takes the way around the ground, at the speed up there. How long is the "
            "way around at the height of the station, and how strong is gravity there?",
        ),
        Misconception(
            "distance squared, not cubed",
            lambda h: 2 * np.pi * np.sqrt(distance_km(h) ** 2 / MU_EARTH_KM3_S2),
            "{returned}. The unit under your root is not a time squared. Which power of r goes with mu?",
        ),
        Misconception(
            "no square root",
            lambda h: 2 * np.pi * distance_km(h) ** 3 / MU_EARTH_KM3_S2,
            "{returned}. That would be weeks for one lap. Kepler's third law speaks of the period squared: "
            "what undoes the square?",
            variants=(lambda h: 4 * np.pi**2 * distance_km(h) ** 3 / MU_EARTH_KM3_S2,),
        ),
        Misconception(
            "kilometres mixed with metres",
            lambda h: lap_s(1000 * distance_km(h)),
            "{returned}. One of mu and r is in kilometres, the other in metres. Which unit do both need?",
            variants=(lambda h: lap_s(distance_km(h)) / np.sqrt(1e9),),
        ),
    ),
)
