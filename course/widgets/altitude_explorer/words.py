"""Gravity, speed and lap time by height: sentences of the picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import Template
from typing import TypeAlias

Ends: TypeAlias = tuple[str, str, str, str]  # of a curve: its first and last height, and what it has there
LABELS = {  # on the drawing and its controls
    "height": "Height",
    "drag": ": drag",
    "station": "station",
    "flown": "what it flies in one lap of the station",
    "curves": "Four numbers that the height decides: choose a curve",
    "flying": "after $hours h $minutes min: satellite {ink:$own laps}, station $station laps",
    "pace": "1 second shows 5 minutes",
}
SCENE = (  # before what is said of a curve
    "The Earth and two circular orbits to scale: a satellite at $height and the station at $station. "
    "Beside them: "
)
CLOSED = (
    "Drawing to scale: the Earth and the orbit of the station. Answer the question or skip it to see "
    "what the height decides."
)

SAME = "this is the station"  # how an orbit compares with the station's: the end of a sentence
BENT = "all of it bends the path into a circle"
IN_STEP = "it keeps step with the turning Earth"
STATION_LAPS = "the station makes $laps"
SHARES = {
    "speed": {
        "half": "half the speed of the station",
        "times": "$times times the speed of the station",
        "nearly": "nearly the speed of the station",
        "percent": "$percent % of the speed of the station",
    },
    "period": {
        "half": "half the station's lap",
        "times": "$times times the station's lap",
        "nearly": "nearly the station's lap",
        "percent": "$percent % of the station's lap",
    },
}


def lap_time(hours: float) -> str:
    """Return the time of a lap as it is read: minutes below two hours.

    Examples
    --------
    >>> lap_time(1.5495), lap_time(11.9662)
    ('93.0 min', '11 h 58 min')
    """
    if hours < 2:
        return f"{60 * hours:.1f} min"
    minutes = round(60 * hours)
    return f"{minutes // 60} h {minutes % 60:02d} min"


@dataclass(frozen=True)
class Quantity:
    """One of the four numbers that the height sets, as it is shown.

    Attributes
    ----------
    name : str
        On the button and in the legend.
    axis : str
        Title of the axis, with the unit.
    ticks : tuple
        Marks of the axis; the last one is its end.
    text : callable
        The number with its unit in words.
    sentence : str
        What is said of it; ``$speed`` and the like stand for the four numbers, ``$height`` for the height and
        ``$ending`` for the comparison with the station.
    """

    name: str
    axis: str
    ticks: tuple[int, ...]
    text: Callable[[float], str]
    sentence: str


QUANTITIES = {
    "speed": Quantity(
        "speed",
        "speed, km/s",
        (0, 2, 4, 6, 8),
        lambda km_s: f"{km_s:.2f} km/s",
        "At {ink:$height} a lap takes {period:$period} at {speed:$speed}: $ending.",
    ),
    "period": Quantity(
        "time of a lap",
        "time of a lap, hours",
        (0, 12, 24, 36),
        lap_time,
        "At {ink:$height} a lap takes {period:$period}: $ending.",
    ),
    "gravity": Quantity(
        "gravity",
        "gravity, % of the ground's",
        (0, 25, 50, 75, 100),
        lambda percent: f"{percent:.1f} %",
        "At {ink:$height} {gravity:gravity} is {gravity:$gravity} of the ground's: $ending.",
    ),
    "laps": Quantity(
        "laps a day",
        "laps in 24 hours",
        (0, 4, 8, 12, 16, 20),
        lambda laps: f"{laps:.2f}",
        "At {ink:$height} a satellite makes {laps:$laps laps} in 24 hours: $ending.",
    ),
}


def sentence(quantity: str, texts: Mapping[str, str]) -> str:
    """Return what is said of a quantity at one height, with colour marks.

    Parameters
    ----------
    quantity : str
        One of `QUANTITIES`.
    texts : dict
        The words for ``height``, ``ending`` and the four quantities at that height.
    """
    return Template(QUANTITIES[quantity].sentence).substitute(texts)


def alt_text(quantity: str, texts: Mapping[str, str], ends: Ends) -> str:
    """Return the description of the curve of a quantity with the marker at one height.

    Parameters
    ----------
    quantity, texts
        As for `sentence`.
    ends : tuple of str
        First and last height of the curve, and the quantity there: four texts with their units.
    """
    return Template(alt_template(quantity, ends)).substitute(texts)


def alt_template(quantity: str, ends: Ends) -> str:
    """Return `alt_text` with ``$height`` and ``$speed`` still open, for the picture to fill in."""
    shown = QUANTITIES[quantity]
    low, high, at_low, at_high = ends
    way = "rises" if quantity == "period" else "falls"
    return (
        f"Curve of {shown.axis}, against height from {low} to {high} on a logarithmic axis. It {way} from "
        f"{at_low} to {at_high}, steadily and without a threshold. A marker stands at $height: ${quantity}."
    )
