"""u4-6: a memo on parting the station, a written answer."""

from course.checks.exercise import Written
from course.checks.unit4.common import UNIT

MEMO = Written(
    id="u4-6",
    unit=UNIT,
    title="May it be parted?",
    points=3,
    marks=(
        (
            1,
            "A number from a computation of one's own, with its unit and with what it was computed for: how "
            "far apart after how many laps, the propellant for a mass and a height, the days that a fall "
            "takes. Without its unit, or without what it belongs to, half a point.",
        ),
        (
            1,
            "Who can do without whom, both ways (half a point each): the Russian segment lacks the "
            "gyroscopes, and gets a part of its power from the US segment; the US segment has no thrusters "
            "of its own, cannot be refuelled, and is raised only with a visiting ship. Also right: that the "
            "Russian part could perhaps fly alone, turned by its thrusters, and the US part cannot.",
        ),
        (
            1,
            "What is not known, such as the mass, the drag or the date of the start (half a point), and what "
            "that does to the number: the range that it could have, or what would make it larger or smaller "
            "(the whole point).",
        ),
    ),
    typical=(
        (0, "It must not be done: nobody may threaten others with a falling station."),
        (0.5, "The two halves part by 2.5. It works without problems. (A number without unit; no doubt.)"),
        (
            1,
            "After 0.15 m/s forward the segment is 2.5 km behind after one lap, so they will never meet. "
            "(Certain; who needs whom is missing.)",
        ),
        (
            1.5,
            "The Russian part has engines and the rest has none, so the rest falls. To bring 420 t down from "
            "420 km takes 15.1 t of propellant. (One way only; nothing that is not known.)",
        ),
        (
            2.5,
            "A push of 0.1 m/s forward is enough: 1.7 km apart after a lap at 420 km. The Russian segment "
            "has no gyroscopes, the US segment no thrusters. How long both stay up nobody knows, because of "
            "the drag. (What the drag does to the years is missing.)",
        ),
        (
            3,
            "Pushed forward by 0.1 m/s, the segment is 1.7 km apart after a lap at 420 km. Without the US "
            "segment it lacks gyroscopes and a part of its power; the US segment then has no thrusters. "
            "Left alone from March 2022 on, the station falls after 1.9 to 2.7 years, depending on its drag; "
            "with a calmer Sun it takes longer.",
        ),
    ),
)
