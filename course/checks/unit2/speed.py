"""u2-1: the speed of a circular orbit."""

import numpy as np

from course import orbits
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number
from course.checks.unit2.common import (
    CONSTANTS,
    ISS_KM,
    NAVIGATION_KM,
    SPEED_SIZE,
    UNIT,
    distance_km,
    draw_heights,
    speed_m_s,
)
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2

SPEED = Exercise(
    id="u2-1",
    unit=UNIT,
    title="How fast is the station?",
    points=2,
    function="orbital_speed",
    takes="km",
    shown=((ISS_KM,), (NAVIGATION_KM,)),
    draw=draw_heights,
    reference=lambda h: 1000 * orbits.circular_speed_km_s(h),
    form=Number("m/s", SPEED_SIZE),
    tolerance=0.001,
    tolerance_reason=CONSTANTS.format(mean="0.05 % at most")
    + "Keeps out a radius rounded to 6400 km, as the other exercises do, and every misconception below; "
    "the nearest, gravity of the ground, is 3 % off at 200 km.",
    why="The station needs this speed and no engine: it falls around the Earth, whatever its mass.",
    question="Which pull, and which distance from the Earth's centre, does your formula use?",
    misconceptions=(
        Misconception(
            "height as distance",
            lambda h: speed_m_s(h),
            "{returned}. That is more than a body needs to leave the Earth for ever. "
            "From which point is the distance in mu / r measured?",
        ),
        Misconception(
            "kilometres per second",
            lambda h: speed_m_s(distance_km(h)) / 1000,
            "{returned}. A bicycle can do that. In which unit are mu and the radius, and in which one is "
            "the answer?",
            credit=0.5,
        ),
        Misconception(
            "kilometres mixed with metres",
            lambda h: np.sqrt(MU_EARTH_KM3_S2 / (1000 * distance_km(h))),
            "{returned}. One of mu and r is in kilometres, the other in metres. Which unit do both need?",
            variants=(lambda h: np.sqrt(1e9 * MU_EARTH_KM3_S2 / distance_km(h)),),
        ),
        Misconception(
            "gravity of the ground",
            lambda h: np.sqrt(STANDARD_GRAVITY_M_S2 * 1000 * distance_km(h)),
            "{returned}. Your speed grows with height, as if gravity were everywhere as strong as at the "
            "ground. "
            "What becomes of g on the way up?",
        ),
        Misconception(
            "escape speed",
            lambda h: speed_m_s(distance_km(h) / 2),
            "{returned}. A body launched so fast flies off and does not come back. "
            "Does your formula ask for a circle, or for an escape?",
        ),
        Misconception(
            "height left out",
            lambda h: speed_m_s(EARTH_RADIUS_KM) + 0 * h,
            "Your speed hardly changes with height: it belongs to a body that skims the ground. What "
            "does altitude_km change in your formula, and in which unit is it there?",
        ),
        Misconception(
            "no square root",
            lambda h: 1000 * MU_EARTH_KM3_S2 / distance_km(h),
            "{returned}. mu / r has the unit of a speed squared. What undoes the square?",
            variants=(
                lambda h: 1e6 * MU_EARTH_KM3_S2 / distance_km(h),
                lambda h: MU_EARTH_KM3_S2 / distance_km(h),
            ),
        ),
        Misconception(
            "distance squared under the root",
            lambda h: speed_m_s(distance_km(h) ** 2),
            "{returned}. The unit under your root is not a speed squared. "
            "How many powers of r belong with mu there?",
            variants=(lambda h: np.sqrt(MU_EARTH_KM3_S2) / distance_km(h),),
        ),
        Misconception(
            "fraction upside down",
            lambda h: 1000 * np.sqrt(distance_km(h) / MU_EARTH_KM3_S2),
            "{returned}. With your formula a weaker Earth would ask for a faster satellite. "
            "Which of mu and r belongs above the fraction line?",
            variants=(lambda h: np.sqrt(distance_km(h) / MU_EARTH_KM3_S2),),
        ),
    ),
)
