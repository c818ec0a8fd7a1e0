"""Words that several pictures say alike: controls, places, moments, countries, distances, spans of time.

What JavaScript says in the same way stands in ``kit/js/words.js``; ``tests/words.json`` holds cases of both.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from course.geography import country_name
from course.tables import MONTHS, day

Words: TypeAlias = Mapping[str, object]  # what a picture says: plain data that JSON can hold
YEAR_DAYS = 365.25
KIT = {  # of the frame: on controls that several pictures have, and around a question
    "months": list(MONTHS),
    "time": "Time",
    "play": "Play",
    "pause": "Pause",
    "go_on": "Go on",
    "step_back": "One step back",
    "step_on": "One step on",
    "again": "Start again",
    "drag": "drag",
    "earth": "Earth",
    "equator": "equator",
    "day": "day",
    "night": "night",
    "inclination": "Inclination",
    "compare": "Inclinations to compare",
    "laps_shown": "Laps shown",
    "borders": "Borders",
    "borders_options": [["un", "recognised by the UN"], ["de-facto", "de facto"]],
    "known": "This page knows $count $kind: choose one of the list.",
    "predict": "Predict before you see",
    "first": "Predict first",
    "store": "Store my prediction",
    "show": "Show the record",
    "skip": "Skip",
    "number": "Type a number, such as 3.5.",
    "number_in": "Type a number in $unit, such as 3.5.",
    "number_from": "Type a number in $unit, $first or more, such as 3.5.",
    "number_between": "Type a number in $unit, from $first to $last.",
    "question_in": "$text In $unit.",
    "choose": "Choose one of the answers.",
    "not_yet": "{quiet:not yet}",
    "place_how": "Drag a card to its year, or press the year. By key: Tab to a card, then the arrows.",
    "place": "Place each card on the line: drag it to its year, or press the year.",
    "said": "You said $answer.",
    "told": "It is $short.",
    "right": "That is right.",
    "rounded": "That is right, rounded: $short.",
    "chosen": "That is the right choice: it is $short.",
    "waits": "Answer or skip the question above: then this is shown.",
    "unheard": "Python has not heard this yet. If the kernel was started anew, run the cell again or reload "
    "the page: your answer is kept.",
    "kept": "Kept from the last time: it moves, and Python does not hear it. Run the cell to go on.",
}


def span(days: float) -> str:
    """Return a time in words: years, or months below one year.

    Examples
    --------
    >>> span(886), span(200)
    ('2.4 years', '7 months')
    """
    if days < YEAR_DAYS:
        return f"{12 * days / YEAR_DAYS:.0f} months"
    return f"{days / YEAR_DAYS:.1f} years"


def degrees(value: float) -> str:
    """Return an angle as it is read: to a tenth, whole degrees without a zero.

    Examples
    --------
    >>> degrees(51.64), degrees(65.0)
    ('51.6', '65')
    """
    return f"{value:.1f}".removesuffix(".0")


def grouped(number: float) -> str:
    """Return a number as it is read, its thousands apart.

    Examples
    --------
    >>> grouped(12345), grouped(1234.5)
    ('12,345', '1,234.5')
    """
    return f"{number:,}"


def north(latitude_deg: float, decimals: int = 1) -> str:
    """Return a latitude as it stands on a map.

    Examples
    --------
    >>> north(36.87), north(-30, 0)
    ('36.9° N', '30° S')
    """
    return f"{abs(latitude_deg):.{decimals}f}° {'S' if latitude_deg < 0 else 'N'}"


def east(longitude_deg: float, decimals: int = 1) -> str:
    """Return a longitude as it stands on a map.

    Examples
    --------
    >>> east(34.75), east(-120, 0)
    ('34.8° E', '120° W')
    """
    return f"{abs(longitude_deg):.{decimals}f}° {'W' if longitude_deg < 0 else 'E'}"


def parallels(latitudes_deg: Iterable[float]) -> list[str]:
    """Return how parallels are named beside a map.

    Examples
    --------
    >>> parallels((-30, 0, 30))
    ['30° S', 'equator', '30° N']
    """
    return [north(each, 0) if each else KIT["equator"] for each in latitudes_deg]


def meridians(longitudes_deg: Iterable[float]) -> list[str]:
    """Return how meridians are named below a map; the first and the last one have no side.

    Examples
    --------
    >>> meridians((-180, -60, 0, 120, 180))
    ['180°', '60° W', '0°', '120° E', '180°']
    """
    return [east(each, 0) if each % 180 else f"{abs(each):g}°" for each in longitudes_deg]


def place(latitude_deg: float, longitude_deg: float) -> str:
    """Return a place in words, to a tenth of a degree.

    Examples
    --------
    >>> place(36.87, 34.75), place(-51.8, -180)
    ('36.9° N, 34.8° E', '51.8° S, 180.0° W')
    """
    return f"{north(latitude_deg)}, {east(longitude_deg)}"


def moment(utc: np.datetime64) -> str:
    """Return a moment in UTC in words, to the minute.

    Examples
    --------
    >>> import numpy as np
    >>> moment(np.datetime64("2022-03-12T19:00"))
    '12 March 2022, 19:00 UTC'
    """
    _, time = str(utc.astype("datetime64[m]")).split("T")
    return f"{day(utc)}, {time} UTC"


WATER = "water"  # no country is drawn there: the sea, a great lake, or an island too small for the map
_WITH_ARTICLE = ("United", "Democratic", "Dominican", "Central African", "Netherlands", "Philippines",
                 "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles")  # fmt: skip


def named(code: str) -> str:
    """Return a country as it stands in a sentence; over none it is water.

    Examples
    --------
    >>> named("USA"), named("RUS"), named("")
    ('the United States', 'Russia', 'water')
    """
    if not code:
        return WATER
    name = country_name(code).removeprefix("The ")
    article = name.startswith(_WITH_ARTICLE) or name.endswith(("Islands", "Republic"))
    return f"the {name}" if article else name


def distance(metres: float) -> str:
    """Return a distance in words.

    Examples
    --------
    >>> distance(837.2), distance(-2510.2), distance(12551)
    ('837 m', '2.51 km', '12.6 km')
    """
    far = abs(metres)
    if far < 999.5:
        return f"{far:.0f} m"
    return f"{far / 1000:.{2 if far < 9995 else 1}f} km"


def duration(seconds: float) -> str:
    """Return a time in words: whole minutes, and tenths of hours from two hours on.

    Examples
    --------
    >>> duration(2789), duration(16734)
    ('46 minutes', '4.6 hours')
    """
    return f"{seconds / 60:.0f} minutes" if seconds < 7170 else f"{seconds / 3600:.1f} hours"


def laps(count: int) -> str:
    """Return a number of laps in words.

    Examples
    --------
    >>> laps(1), laps(3)
    ('one lap', '3 laps')
    """
    return "one lap" if count == 1 else f"{count} laps"


def joined(parts: Sequence[str]) -> str:
    """Return some words as a list.

    Examples
    --------
    >>> joined(["a", "b", "c"]), joined(["a"])
    ('a, b and c', 'a')
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def tens_of_km(distance: float) -> str:
    """Return a distance in words, to 10 km.

    Examples
    --------
    >>> tens_of_km(2425.8)
    '2,430 km'
    """
    return f"{10 * int(distance / 10 + 0.5):,} km"


def percents(counts: Sequence[int]) -> list[int]:
    """Return shares in whole per cent that add up to 100, by the largest remainders.

    Examples
    --------
    >>> percents([24, 8, 1, 1])
    [71, 23, 3, 3]
    """
    whole = sum(counts)
    shares = [100 * count // whole for count in counts]
    largest = sorted(range(len(counts)), key=lambda at: -(100 * counts[at] % whole))
    for at in largest[: 100 - sum(shares)]:
        shares[at] += 1
    return shares


def month(utc: np.datetime64) -> str:
    """Return the month of a moment in words.

    Examples
    --------
    >>> import numpy as np
    >>> month(np.datetime64("2024-08-13"))
    'August 2024'
    """
    return day(utc, "month")
