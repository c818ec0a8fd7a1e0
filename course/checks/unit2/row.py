"""u2-5: speeds for a row of heights, and the fastest orbit."""

import numpy as np

from course import orbits
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Row, Several
from course.checks.unit2.common import CONSTANTS, SPEED_SIZE, UNIT, distance_km, speed_m_s


def _draw_rows(random):
    """Three rows of heights in no order; the lowest stands neither first nor last."""
    rows = []
    for size in (3, 4, 6):
        bands = random.sample(
            [(200, 400), (450, 900), (1000, 2000), (2500, 8000), (9000, 19000), (21500, 34000)], size
        )
        heights = sorted(round(random.uniform(*band), 1) for band in bands)
        lowest, others = heights[0], heights[1:]
        random.shuffle(others)
        others.insert(random.randrange(1, size - 1), lowest)
        rows.append((tuple(others),))
    return rows


def _speeds(altitudes_km):
    return speed_m_s(distance_km(altitudes_km))


def _reference_row(altitudes_km):
    speeds = 1000 * orbits.circular_speed_km_s(altitudes_km)
    return speeds, altitudes_km[np.argmax(speeds)]


ROW = Exercise(
    id="u2-5",
    unit=UNIT,
    title="Higher: faster or slower?",
    points=3,
    function="speeds_and_fastest",
    takes="km",
    shown=(((800.0, 400.0, 20200.0),), ((1500.0, 35786.0, 300.0, 6000.0),)),
    draw=_draw_rows,
    reference=_reference_row,
    form=Several(
        (Row("m/s", SPEED_SIZE), Number("km", about="the fastest orbit")),
        "a row of speeds, then the height of the fastest orbit",
    ),
    tolerance=0.001,
    tolerance_reason=CONSTANTS.format(mean="0.05 % at most") + "Heights in one row differ by 10 % and more.",
    why="To catch up with something ahead, a spacecraft goes down, not up: lower is faster.",
    question="Which speed belongs to which height, and which of them is the largest?",
    misconceptions=(
        Misconception(
            "kilometres per second",
            lambda h: (_speeds(h) / 1000, h.min()),
            "{returned}. A bicycle can do that. In which unit are mu and the radius, and in which one "
            "are the speeds?",
            credit=0.5,
        ),
        Misconception(
            "height as distance",
            lambda h: (speed_m_s(h), h.min()),
            "{returned}. With r equal to the height, an orbit close to the ground would be faster than "
            "any rocket. "
            "From which point is r measured?",
        ),
        Misconception(
            "highest is fastest",
            lambda h: (_speeds(h), h.max()),
            "{returned}. Find that height's speed in your own row. Is it the largest there?",
            credit=2 / 3,
        ),
        Misconception(
            "speed instead of height",
            lambda h: (_speeds(h), _speeds(h).max()),
            "Your second part is a speed, the largest of your row. At which height does it occur?",
            credit=2 / 3,
        ),
        Misconception(
            "place instead of height",
            lambda h: (_speeds(h), int(np.argmin(h))),
            "Your second part is a place in the row. Which height stands at that place?",
            credit=2 / 3,
            variants=(lambda h: (_speeds(h), int(np.argmin(h)) + 1),),
        ),
        Misconception(
            "sorted by the way",
            lambda h: (_speeds(np.sort(h)), h.min()),
            "Your speeds stand in order of size, the heights that came in do not. "
            "Does the first speed belong to the first height?",
            variants=(lambda h: (np.sort(_speeds(h)), h.min()),),
        ),
        Misconception(
            "one speed only",
            lambda h: (_speeds(h)[-1], h.min()),
            "One speed comes back for a whole row of heights. Does every turn of the loop keep its result?",
            variants=(
                lambda h: (_speeds(h)[-1:], h.min()),
                lambda h: (_speeds(h)[0], h.min()),
                lambda h: (_speeds(h)[-1], h[-1]),
                lambda h: (_speeds(h)[0], h[0]),
                lambda h: _speeds(h)[0],
                lambda h: _speeds(h)[-1],
            ),
        ),
        Misconception(
            "speeds only",
            lambda h: _speeds(h),
            "The row of speeds comes back, and nothing else. Which orbit of them is the fastest?",
            credit=2 / 3,
        ),
        Misconception(
            "the other way round",
            lambda h: (h.min(), _speeds(h)),
            "Both parts are there, the height first. In which order are they asked for?",
            credit=2 / 3,
        ),
    ),
)
