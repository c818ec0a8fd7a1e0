"""u2-4: laps in 24 hours."""

import numpy as np

from course import orbits
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit2.common import CONSTANTS, ISS_KM, MEAN_RADIUS_KM, UNIT, distance_km, lap_s
from course.constants import SIDEREAL_DAY_S, SOLAR_DAY_S


def _draw_lap_heights(random):
    # Between .2 and .45 laps above a whole number: dropping or rounding off the rest then always shows.
    laps = [
        random.choice(whole) + random.uniform(0.2, 0.45)
        for whole in ((14, 15), (11, 12), (8, 9), (5, 6), (3, 4))
    ]
    return [(round(float(orbits.altitude_km(SOLAR_DAY_S / n)), 1),) for n in laps]


def _laps(altitude_km):
    return SOLAR_DAY_S / lap_s(distance_km(altitude_km))


LAPS = Exercise(
    id="u2-4",
    unit=UNIT,
    title="How many laps a day?",
    points=2,
    function="laps_per_day",
    takes="km",
    shown=((ISS_KM,), (1400.0,)),
    draw=_draw_lap_heights,
    reference=orbits.laps_per_day,
    form=Number(
        "",
        Size(
            0.3,
            "Then a lap would take more than three days.",
            17.1,
            "Even a lap along the ground takes longer than that allows.",
        ),
    ),
    tolerance=0.002,
    tolerance_reason=CONSTANTS.format(mean="0.17 % at most")
    + "Keeps out a day of 86,164 s, which is 0.27 % off; only together with the mean radius does that "
    "day pass.",
    why="Almost every lap brings one sunrise and one sunset, so the crew sees more of them in a day than you "
    "in two weeks.",
    question="Which time is divided by which, and are both in the same unit?",
    misconceptions=(
        Misconception(
            "day against the stars",
            lambda h: SIDEREAL_DAY_S / lap_s(distance_km(h)),
            "{returned}. So many laps fit into one turn of the Earth against the stars. "
            "How many seconds are in "
            "the 24 hours of a clock?",
            credit=0.5,
        ),
        Misconception(
            "whole laps only",
            lambda h: np.floor(_laps(h)),
            "{returned}. After so many laps the day is not quite over. "
            "What happens to the part of a lap that is left?",
            credit=0.5,
            variants=(lambda h: np.round(SOLAR_DAY_S / lap_s(MEAN_RADIUS_KM + h)),),  # 16 for the ISS
        ),
        Misconception(
            "seconds in the lap, not in the day",
            lambda h: 1440 / lap_s(distance_km(h)),
            "{returned}. Then one lap would take days. In which unit is your day, and in which one your lap?",
            variants=(lambda h: 24 / lap_s(distance_km(h)),),
        ),
        Misconception(
            "seconds in the day, not in the lap",
            lambda h: 60 * _laps(h),
            "{returned}. Then a lap would be over within minutes. Do you divide seconds by seconds?",
            variants=(lambda h: 3600 * _laps(h),),
        ),
        Misconception(
            "laps per hour",
            lambda h: 3600 / lap_s(distance_km(h)),
            "{returned}. So many laps fit into one hour. How long is the time that is asked for?",
            credit=0.5,
        ),
        Misconception(
            "days per lap",
            lambda h: lap_s(distance_km(h)) / SOLAR_DAY_S,
            "{returned}. That is the part of a day that one lap takes. "
            "Is it days per lap or laps per day that is asked for?",
        ),
        Misconception(
            "height as distance",
            lambda h: SOLAR_DAY_S / lap_s(h),
            "{returned}. An orbit so fast would have to run inside the Earth. "
            "From which point is r measured?",
        ),
        Misconception(
            "counted from the turning ground",
            lambda h: _laps(h) - 1,
            "{returned}. So often does the station come back above the same meridian, which turns with "
            "the Earth. Does a lap around the centre wait for the ground?",
        ),
        Misconception(
            "sunrises and sunsets",
            lambda h: 2 * _laps(h),
            "{returned}. Almost every lap has one sunrise and one sunset. "
            "Which of the two do you want to count laps by?",
        ),
    ),
)
