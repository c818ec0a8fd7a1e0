"""u3-4: the fraction of time between two latitudes."""

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit3.common import ISS_DEG, SUN_SYNCHRONOUS_DEG, UNIT, asin_deg, sin_deg


def _draw_bands(random):
    """Bands of latitude, two of them up to a pole; edges keep clear of the top, where time is dense."""

    def tilt(low, high):
        return round(random.uniform(low, high), 2)

    def edge(low, high):
        return round(random.uniform(low, high), 1)

    return [
        (edge(43, 47), 90.0, tilt(50.5, 53)),
        (edge(-30, -20), edge(-5, 5), tilt(60, 70)),
        (edge(8, 12), edge(18, 22), tilt(28, 30)),
        (-90.0, edge(-70, -60), tilt(96, 98)),
        (edge(-45, -35), edge(25, 40), tilt(50.5, 53)),
    ]


def _top(inclination_deg):
    return np.minimum(inclination_deg, 180 - inclination_deg)


def _clipped(south, north, i):
    return np.clip([south, north], -_top(i), _top(i))


def _along_orbit(latitude, i):
    return asin_deg(np.clip(sin_deg(latitude) / sin_deg(i), -1, 1))


def _along_equator(latitude, i):
    return asin_deg(np.clip(np.tan(np.radians(latitude)) / np.tan(np.radians(_top(i))), -1, 1))


def _share(south, north, i, angle=_along_orbit):
    """Return the share of half a turn that lies between two latitudes, measured in some angle."""
    return (angle(north, i) - angle(south, i)) / 180


def _alike(south, north, i):
    south, north = _clipped(south, north, i)
    return (north - south) / (2 * _top(i))


TIME = Exercise(
    id="u3-4",
    unit=UNIT,
    title="Where does the time go?",
    points=3,
    function="time_share",
    takes="{0:g}° to {1:g}°, inclination {2:g}°",
    shown=(
        (-10.0, 10.0, ISS_DEG),
        (45.0, 90.0, ISS_DEG),
        (30.0, 50.0, ISS_DEG),
        (-90.0, 0.0, 28.5),
        (60.0, 90.0, SUN_SYNCHRONOUS_DEG),
    ),
    draw=_draw_bands,
    reference=_share,
    form=Number("", Size(0, "", 1, "No part of the time is larger than all of it.")),
    tolerance=0.01,
    slack=0.01,
    tolerance_reason="Lets through sampling, also with random moments (10,000 of them scatter by 0.004), "
    "and the geodetic latitude of maps. Keeps out every misconception below; the nearest, all latitudes "
    "alike, is 0.05 off for 10 degrees on both sides of the equator.",
    why="The station lingers where it turns: the southern edge of Russia lies in the busiest strip of its "
    "map.",
    question="At equal steps of time along a lap, how many of the points lie between the two latitudes?",
    misconceptions=(
        Misconception(
            "all latitudes alike",
            _alike,
            "{returned}, as if every degree of latitude got the same time. How fast does the station "
            "move northward at the equator, and how fast where it turns?",
            variants=(lambda s, n, i: (n - s) / (2 * _top(i)),),
        ),
        Misconception(
            "up to the poles",
            lambda s, n, i: (n - s) / 180 + 0 * i,
            "{returned}. Your station spends time at the poles, whatever its inclination. What does "
            "inclination_deg change in your formula?",
            variants=(
                lambda s, n, i: (sin_deg(n) - sin_deg(s)) / 2 + 0 * i,
                lambda s, n, i: _share(s, n, 90.0) + 0 * i,
            ),
        ),
        Misconception(
            "the station's own tilt",
            lambda s, n, i: _share(s, n, ISS_DEG) + 0 * i,
            "Your shares fit the station, and an orbit with another tilt gets the same ones. What does "
            "inclination_deg change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "by area",
            lambda s, n, i: np.diff(sin_deg(_clipped(s, n, i)))[0] / (2 * sin_deg(i)),
            "{returned}. That is a part of the area below the track, as if the station came over every spot "
            "equally often. Does the track cross a strip near its turn steeply, or run along it?",
        ),
        Misconception(
            "equal steps of longitude",
            lambda s, n, i: _share(s, n, i, _along_equator),
            "{returned}, as if your points were equally far apart in longitude. How many degrees of "
            "longitude does the station pass in a minute at the equator, and how many where it turns?",
        ),
        Misconception(
            "northward half only",
            lambda s, n, i: _share(s, n, i) / 2,
            "{returned}. Add up your shares from pole to pole: half of the time is missing. How often does "
            "one lap pass through a strip?",
            credit=0.5,
            variants=(lambda s, n, i: _share(s, n, i) / 4,),
        ),
        Misconception(
            "never in the south",
            lambda s, n, i: _share(max(s, 0), max(n, 0), i),
            "{returned}. By your rule the station spends no time south of the equator. Which part of a lap "
            "do you count?",
            variants=(lambda s, n, i: 2 * _share(max(s, 0), max(n, 0), i),),
        ),
        Misconception(
            "one half of the Earth",
            lambda s, n, i: 2 * _share(s, n, i),
            "{returned}. Add up your shares from pole to pole: that is more time than there is. Do both "
            "halves of the Earth count?",
            credit=0.5,
        ),
        Misconception(
            "percent",
            lambda s, n, i: 100 * _share(s, n, i),
            "{returned}. No fraction is larger than one. Is a fraction asked for, or a percentage?",
            credit=0.5,
        ),
        Misconception(
            "minutes",
            lambda s, n, i: 1440 * _share(s, n, i),
            "{returned}. That looks like minutes. Which part of the whole time are they?",
            credit=0.5,
            variants=(
                lambda s, n, i: 92.9 * _share(s, n, i),
                lambda s, n, i: 24 * _share(s, n, i),
            ),
        ),
        Misconception(
            "nothing beyond the turn",
            lambda s, n, i: (asin_deg(sin_deg(n) / sin_deg(i)) - asin_deg(sin_deg(s) / sin_deg(i))) / 180,
            "Your answer is nan where the strip reaches beyond the station's highest latitude: no angle has "
            "a sine larger than one. Which is the last latitude of the strip where the station comes?",
            credit=0.5,
        ),
        Misconception(
            "radians for degrees",
            lambda s, n, i: np.radians(_share(s, n, i)),
            "{returned}. All your shares together are a few percent of the time. Do the angle that you "
            "divide and the one you divide by have the same unit?",
            credit=0.5,
        ),
        Misconception(
            "south and north swapped",
            lambda s, n, i: -_share(s, n, i),
            "{returned}. A share of time below zero has its ends swapped. Which argument comes first?",
            credit=0.5,
        ),
    ),
)
