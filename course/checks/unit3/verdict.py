"""u3-6: a verdict on "The ISS does not fly over Russia", a written answer."""

from course.checks.exercise import Written
from course.checks.unit3.common import UNIT

VERDICT = Written(
    id="u3-6",
    unit=UNIT,
    title="Does it fly over Russia?",
    points=3,
    marks=(
        (
            1,
            "What is false: the station flies over the south of Russia every day (half a point). With a "
            "place in Russia and its latitude below 51.8° N, such as Volgograd (48.7°), Sochi (43.6°) or "
            "Vladivostok (43.1°), the whole point.",
        ),
        (
            1,
            "What is true: most of Russia lies north of the track (half a point). With a computed number "
            "and what it is a share of, such as 11 % of the area south of 51.8° N, the whole point.",
        ),
        (
            1,
            "What follows: Moscow is never below the track, and the station still rises above its horizon "
            "every day; to be seen, it has to be in sunlight while the sky is dark (half a point). "
            "Debris comes down below the track and beside it, so the south of Russia shares the risk (half "
            "a point).",
        ),
    ),
    typical=(
        (0, "It is true, because 51.6 degrees is south of Moscow."),
        (0.5, "It is false, because it flies over every country."),
        (0.5, "It is true: on the map nearly all of Russia lies above the line. (No number, no area.)"),
        (
            1,
            "It flies over Volgograd at 48.7° N every day, so he lied. (Nothing of what is true in it; a "
            "verdict on the person earns nothing.)",
        ),
        (
            2,
            "Mostly true: only 11 % of the area lies south of 51.8° N. But Sochi at 43.6° N is flown over. "
            "(What follows for Moscow is missing.)",
        ),
        (
            2.5,
            "False for Rostov-on-Don (47.2° N), right for 89 % of the area. Moscow is never below the "
            "track, but the station rises above its horizon every day. (Who is at risk is missing.)",
        ),
    ),
)
