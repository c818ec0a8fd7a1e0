"""u2-6: the pen that floats, a written answer."""

from course.checks.exercise import Written
from course.checks.unit2.common import UNIT

PEN = Written(
    id="u2-6",
    unit=UNIT,
    title="Why does the pen float?",
    points=3,
    marks=(
        (1, "The station, the astronaut and the pen fall together: all have the same acceleration."),
        (1, "Gravity is still there: about 88 % of that at the ground."),
        (
            1,
            "No outward force, vacuum or distance is called in; the sideways speed keeps the fall from "
            "landing.",
        ),
    ),
    typical=(
        (0, "There is no gravity in space."),
        (0, "The outward force cancels gravity."),
        (1, "The station is falling. (Nothing about the pen, nor about how strong gravity is.)"),
        (
            2,
            "Pen and astronaut fall at the same rate, because in a vacuum everything does. "
            "(The vacuum is not why.)",
        ),
    ),
)
