"""u3-2: how far west the track has moved after some laps."""

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit3.common import UNIT
from course.constants import SIDEREAL_DAY_S, SOLAR_DAY_S

ISS_LAP_S = 5574.0  # from one northward crossing of the equator to the next
PLANE_DEG_DAY = 5.0  # how fast the ISS's plane turns westward, as students read it in the lesson
TEN_DAYS_LAPS = 155
EQUATOR_KM_PER_DEG = 111.32


def _draw_laps(random):
    """Laps between 5450 and 5690 s, around the station's own, and numbers of laps from few to a month."""
    counts = [random.randrange(*band) for band in ((2, 6), (7, 15), (18, 60), (100, 150), (300, 470))]
    return [(round(random.uniform(5450, 5690), 1), count) for count in counts]


def _turned(lap_s, laps):
    return 360 * laps * lap_s / SIDEREAL_DAY_S


def _with_turning_plane(lap_s, laps):
    return laps * lap_s * (360 / SIDEREAL_DAY_S + PLANE_DEG_DAY / SOLAR_DAY_S)


SHIFT = Exercise(
    id="u3-2",
    unit=UNIT,
    title="How far west is the next lap?",
    points=3,
    function="westward_shift",
    takes="{1:g} × {0:,g} s",
    shown=((ISS_LAP_S, 1), (ISS_LAP_S, TEN_DAYS_LAPS), (5700.0, 10)),
    draw=_draw_laps,
    reference=_turned,
    also_right=(_with_turning_plane,),
    form=Number("degrees", Size(1, "Within one lap the Earth turns farther than that.", 1e6, "")),
    tolerance=0.001,
    slack=0.05,
    tolerance_reason="Lets through a sidereal day of 23.93 hours or of 23 h 56 min, and also answers that "
    "add the 5 degrees a day by which the plane itself turns. Keeps out the day of 24 hours, which is 0.27 "
    "% off: a slip of the pen after one lap, ten degrees after ten days.",
    why="The plane stays, the Earth turns beneath it: that is how one orbit comes over every longitude.",
    question="By which angle does the Earth turn during that time, seen from the stars?",
    misconceptions=(
        Misconception(
            "day of the Sun",
            lambda lap_s, laps: 360 * laps * lap_s / SOLAR_DAY_S,
            "Your answers are close, but after ten days your track has fallen behind the station's by ten "
            "degrees. The plane stands still among the stars, not below the Sun: how long does one turn of "
            "the Earth take against the stars?",
            credit=0.5,
        ),
        Misconception(
            "eastward",
            lambda lap_s, laps: -_turned(lap_s, laps),
            "{returned}. The minus sign says that the track moves east. To which side does the turning "
            "Earth carry a city away from below the orbit?",
            credit=0.5,
            variants=(lambda lap_s, laps: -360 * laps * lap_s / SOLAR_DAY_S,),
        ),
        Misconception(
            "way over the ground",
            lambda lap_s, laps: 360 * laps - _turned(lap_s, laps),
            "{returned}. So far east does the station travel over the ground. What is missing there to a "
            "full turn, and why?",
            credit=0.5,
            variants=(lambda lap_s, laps: 360 - _turned(lap_s, laps) % 360,),
        ),
        Misconception(
            "full turns lost",
            lambda lap_s, laps: _turned(lap_s, laps) % 360,
            "Your answer for ten days of laps is smaller than one turn of the Earth, as if it had hardly "
            "turned. What happens to the full turns?",
            credit=0.5,
            variants=(
                lambda lap_s, laps: (_turned(lap_s, laps) + 180) % 360 - 180,
                lambda lap_s, laps: 360 * laps * lap_s / SOLAR_DAY_S % 360,
            ),
        ),
        Misconception(
            "one lap only",
            lambda lap_s, laps: _turned(lap_s, 1) + 0 * laps,
            "Ten days of laps move your track as little as a single lap. What does laps change in your "
            "formula?",
            credit=0.5,
            variants=(lambda lap_s, laps: 360 * lap_s / SOLAR_DAY_S + 0 * laps,),
        ),
        Misconception(
            "whole laps a day",
            lambda lap_s, laps: 360 * laps / (SOLAR_DAY_S // lap_s),
            "Your track closes after a whole number of laps: every day at the same place. Does the lap that "
            "runs over midnight end there?",
            variants=(
                lambda lap_s, laps: 360 * laps / np.round(SOLAR_DAY_S / lap_s),
                lambda lap_s, laps: 360 * laps / np.round(SIDEREAL_DAY_S / lap_s),
                lambda lap_s, laps: 360 * laps / 15 + 0 * lap_s,
                lambda lap_s, laps: 360 * laps / 16 + 0 * lap_s,
            ),
        ),
        Misconception(
            "turn of the station",
            lambda lap_s, laps: 360.0 * laps + 0 * lap_s,
            "{returned}. By that angle the station turns around the Earth. By which angle does the Earth "
            "turn in the same time?",
        ),
        Misconception(
            "kilometres",
            lambda lap_s, laps: EQUATOR_KM_PER_DEG * _turned(lap_s, laps),
            "{returned}. On the equator that is the way in kilometres. How many degrees of longitude are "
            "that?",
            credit=0.5,
            variants=(
                lambda lap_s, laps: EQUATOR_KM_PER_DEG * 360 * laps * lap_s / SOLAR_DAY_S,
                lambda lap_s, laps: 40000 * laps * lap_s / SOLAR_DAY_S,
            ),
        ),
        Misconception(
            "hours, minutes and seconds mixed",
            lambda lap_s, laps: 15 * laps * lap_s,
            "{returned}. In one lap the Earth would turn many times around. In which unit is your day, and "
            "in which one the lap?",
            variants=(
                lambda lap_s, laps: laps * lap_s / 4,
                lambda lap_s, laps: 360 * laps * lap_s / 23.9345,
                lambda lap_s, laps: 360 * laps * lap_s / 1436.07,
            ),
        ),
        Misconception(
            "radians",
            lambda lap_s, laps: np.radians(_turned(lap_s, laps)),
            "{returned}. A number so small is an angle in radians. Which unit is asked for?",
            credit=0.5,
        ),
        Misconception(
            "upside down",
            lambda lap_s, laps: SIDEREAL_DAY_S / (laps * lap_s),
            "{returned}. Your shift shrinks with every lap. Which time belongs above the fraction line?",
            variants=(
                lambda lap_s, laps: 360 * SIDEREAL_DAY_S / (laps * lap_s),
                lambda lap_s, laps: 360 * SOLAR_DAY_S / (laps * lap_s),
                lambda lap_s, laps: SOLAR_DAY_S / (laps * lap_s),
            ),
        ),
    ),
)
