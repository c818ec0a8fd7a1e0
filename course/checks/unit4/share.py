"""u4-1: which share of the push each piece gets."""

import numpy as np

from course import relative
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Several, Size
from course.checks.unit4.common import UNIT

FASTEST_M_S = Size(0, "", 5, "Neither piece can be faster than the gap between them grows.")


def _draw_pieces(random):
    """The first piece lighter and heavier than the second, never alike; from a ship to a whole station."""
    pairs = [
        ((6_000, 9_000), (400_000, 480_000)),
        ((60_000, 100_000), (320_000, 380_000)),
        ((300_000, 390_000), (40_000, 90_000)),
        ((20_000, 30_000), (12_000, 16_000)),
    ]
    return [
        (
            *(float(round(random.uniform(*band), -2)) for band in pair),
            round(random.uniform(0.05, 0.4), 3),
        )
        for pair in pairs
    ]


def _reference(mass_1, mass_2, u):
    return relative.push_off_m_s(mass_1, mass_2, relative_m_s=u)


def _first(mass_1, mass_2, u):
    return u * mass_2 / (mass_1 + mass_2)


def _second(mass_1, mass_2, u):
    return -u * mass_1 / (mass_1 + mass_2)


def _equal_energies(mass_1, mass_2, u):
    light, heavy = np.sqrt(mass_1), np.sqrt(mass_2)
    return u * heavy / (light + heavy), -u * light / (light + heavy)


SHARE = Exercise(
    id="u4-1",
    unit=UNIT,
    title="Who gets which share of the push?",
    points=2,
    function="push_shares",
    takes="{0:,g} kg and {1:,g} kg",
    shown=((70_000.0, 350_000.0, 0.12), (250_000.0, 170_000.0, 0.2)),
    draw=_draw_pieces,
    reference=_reference,
    form=Several(
        (
            Number("m/s", FASTEST_M_S, about="the first piece"),
            Number("m/s", FASTEST_M_S, about="the second piece"),
        ),
        "two velocities, that of the first piece and that of the second",
    ),
    tolerance=0.005,
    tolerance_reason="Lets through answers rounded to three digits. Keeps out every misconception below; "
    "the nearest, equal energies, is 17 % off and more for the first pair of the notebook.",
    why="The lighter piece takes most of the push: part the Russian segment, and the rest of the station "
    "hardly notices.",
    question="Multiply each of your velocities by its mass: do the two products cancel, and does the gap "
    "grow as fast as given?",
    misconceptions=(
        Misconception(
            "half each",
            lambda a, b, u: (u / 2, -u / 2),
            "{returned}. Both pieces leave equally fast, whatever they weigh. When you push off from a ship, "
            "which of the two moves more?",
        ),
        Misconception(
            "the heavier gets more",
            lambda a, b, u: (u * a / (a + b), -u * b / (a + b)),
            "{returned}. With your formula a cannon would fly faster than its ball. Which mass belongs above "
            "the fraction line?",
        ),
        Misconception(
            "the same direction",
            lambda a, b, u: (_first(a, b, u), -_second(a, b, u)),
            "The sizes fit, and both of your pieces fly the same way. How would a gap between them grow as "
            "fast as given?",
            credit=0.5,
        ),
        Misconception(
            "both turned round",
            lambda a, b, u: (-_first(a, b, u), -_second(a, b, u)),
            "The sizes fit and the directions are opposite. Which of the two pieces is to have the positive "
            "sign?",
            credit=0.5,
        ),
        Misconception(
            "the order of the pieces",
            lambda a, b, u: (_second(a, b, u), _first(a, b, u)),
            "Both velocities are there, that of the second piece in the first place. In which order are they "
            "asked for?",
            credit=0.5,
        ),
        Misconception(
            "all to one piece",
            lambda a, b, u: (u, 0.0),
            "{returned}. One of your pieces has not moved at all. What pushes back on the piece that pushes?",
            variants=(lambda a, b, u: (0.0, -u),),
        ),
        Misconception(
            "all of it to each",
            lambda a, b, u: (u, -u),
            "{returned}. Seen from one of your pieces the other leaves twice as fast as given. How do two "
            "opposite velocities add up to the speed of the gap?",
        ),
        Misconception(
            "the gap grows too fast",
            lambda a, b, u: (u, -u * a / b),
            "{returned}. Your products of mass and velocity cancel, but the gap between the pieces grows "
            "faster than given. Of whose velocity is the given speed the whole?",
            variants=(lambda a, b, u: (u * b / a, -u),),
        ),
        Misconception(
            "the other mass alone",
            lambda a, b, u: (u * b / a, -u * a / b),
            "{returned}. You compare each mass with the other one. What is the whole of which both are "
            "shares?",
        ),
        Misconception(
            "equal energies",
            _equal_energies,
            "{returned}. In your answer both pieces have the same energy. What stays as it was when two "
            "bodies push each other: the sum of the energies, or that of mass times velocity?",
        ),
        Misconception(
            "momentum instead of velocity",
            lambda a, b, u: (a * _first(a, b, u), b * _second(a, b, u)),
            "{returned}. Both of your numbers are equally large: that is mass times velocity. What do you "
            "divide by to get a velocity?",
            credit=0.5,
        ),
        Misconception(
            "one number only",
            _first,
            "One velocity comes back. What does the other piece do?",
            credit=0.5,
            variants=(lambda a, b, u: (_first(a, b, u),), _second, lambda a, b, u: -_second(a, b, u)),
        ),
    ),
)
