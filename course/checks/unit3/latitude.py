"""u3-1: the latitude of the sub-satellite point along a lap."""

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit3.common import (
    ISS_DEG,
    MIR_2_DEG,
    SHUTTLE_DEG,
    SUN_SYNCHRONOUS_DEG,
    UNIT,
    asin_deg,
    cos_deg,
    sin_deg,
)


def _draw_points(random):
    """One point near 45 degrees of a lap, where the mistakes are largest, and one in each other quarter."""
    return [
        (round(random.uniform(*band), 1), round(random.uniform(*tilt), 2))
        for band, tilt in (
            ((40, 50), (50, 53)),
            ((110, 160), (25, 32)),
            ((200, 250), (60, 70)),
            ((285, 340), (96, 99)),
            ((30, 60), (110, 140)),
        )
    ]


def _latitude(argument_deg, inclination_deg):
    return asin_deg(sin_deg(inclination_deg) * sin_deg(argument_deg))


def _zigzag(argument_deg, inclination_deg):
    quarter = (argument_deg + 90) % 360
    return inclination_deg * (np.where(quarter < 180, quarter, 360 - quarter) - 90) / 90


LATITUDE = Exercise(
    id="u3-1",
    unit=UNIT,
    title="Which latitude lies below?",
    points=2,
    function="latitude",
    takes="u = {0:g}°, i = {1:g}°",
    shown=((30.0, ISS_DEG), (225.0, SHUTTLE_DEG), (105.0, SUN_SYNCHRONOUS_DEG), (285.0, MIR_2_DEG)),
    draw=_draw_points,
    reference=_latitude,
    form=Number("degrees", Size(0, "", 90, "The poles are the last latitudes there are.")),
    tolerance=0.0,
    slack=0.25,
    tolerance_reason="Lets through the geodetic latitude of maps, at most 0.19 degrees from the latitude on "
    "a round Earth. Keeps out every misconception below; on the station's own orbit the nearest, the "
    "inclination times the sine, is up to 2.9 degrees off.",
    why="The sine never leaves its range, so no lap ever brings the station farther north than its tilt.",
    question="Which angle at the Earth's centre has the height above the equator's plane as its sine?",
    misconceptions=(
        Misconception(
            "inclination times the sine",
            lambda u, i: i * sin_deg(u),
            "{returned}. Your track is a sine curve on a flat map, and for a tilt beyond 90° it runs past "
            "the pole. What do you multiply: two angles, or two sines?",
        ),
        Misconception(
            "straight up and down",
            _zigzag,
            "{returned}. Your station climbs by the same angle every minute and turns like a ball that "
            "bounces. How does a circle run where it comes closest to the pole?",
        ),
        Misconception(
            "degrees into the sine",
            lambda u, i: np.degrees(np.arcsin(np.sin(i) * np.sin(u))),
            "{returned}. Try np.sin(90): a sine of 90 degrees would be one. Which unit does np.sin take?",
            variants=(
                lambda u, i: np.arcsin(np.sin(i) * np.sin(u)),
                lambda u, i: asin_deg(sin_deg(i) * np.sin(u)),
                lambda u, i: asin_deg(np.sin(i) * sin_deg(u)),
            ),
        ),
        Misconception(
            "radians come back",
            lambda u, i: np.radians(_latitude(u, i)),
            "{returned}. With that the station would hardly leave the equator. Which unit does np.arcsin "
            "give?",
            credit=0.5,
        ),
        Misconception(
            "sine not undone",
            lambda u, i: sin_deg(i) * sin_deg(u),
            "{returned}. That is a height above the equator's plane, with the Earth's radius as one. Which "
            "function turns a sine back into an angle?",
            variants=(lambda u, i: np.degrees(sin_deg(i) * sin_deg(u)),),
        ),
        Misconception(
            "cosine for sine",
            lambda u, i: asin_deg(sin_deg(i) * cos_deg(u)),
            "{returned}. At u = 0 your station is at its northern turn, yet there it crosses the equator. "
            "From where is u counted?",
        ),
        Misconception(
            "tilt from the pole",
            lambda u, i: asin_deg(cos_deg(i) * sin_deg(u)),
            "{returned}. With your formula an orbit of inclination 0° goes over the poles. From which plane "
            "is the inclination measured?",
            variants=(lambda u, i: asin_deg(cos_deg(i) * cos_deg(u)),),
        ),
        Misconception(
            "angle along the equator",
            lambda u, i: np.degrees(np.arctan(np.tan(np.radians(i)) * sin_deg(u))),
            "{returned}. The formula with the tangent belongs to an angle along the equator. Along which "
            "circle is u measured?",
        ),
        Misconception(
            "north only",
            lambda u, i: np.abs(_latitude(u, i)),
            "Your latitudes are never negative. Where is the station during the second half of each lap?",
            credit=0.5,
        ),
        Misconception(
            "the station's own tilt",
            lambda u, i: _latitude(u, ISS_DEG) + 0 * i,
            "Your latitudes fit the station, and an orbit with another tilt gets the same ones. What "
            "does inclination_deg change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "always at the top",
            lambda u, i: np.minimum(i, 180 - i) + 0 * u,
            "{returned}. Your station is at its highest latitude all the time. Where is it when u is 0?",
            variants=(lambda u, i: i + 0 * u,),
        ),
    ),
)
