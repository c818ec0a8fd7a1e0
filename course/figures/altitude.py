"""What follows from the height of a circular orbit: the curve in print, and the words of each quantity."""

from collections.abc import Callable
from dataclasses import dataclass
from string import Template

from course.figures.palette import colour

HEIGHT_TICKS_KM = (200, 500, 1000, 2000, 5000, 10_000, 20_000, 40_000)
AXIS = "height above the ground, km (logarithmic)"


def lap_time(hours):
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
    ticks: tuple
    text: Callable
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


def sentence(quantity, texts):
    """Return what is said of a quantity at one height, with colour marks.

    Parameters
    ----------
    quantity : str
        One of `QUANTITIES`.
    texts : dict
        The words for ``height``, ``ending`` and the four quantities at that height.
    """
    return Template(QUANTITIES[quantity].sentence).substitute(texts)


def alt_text(quantity, texts, ends):
    """Return the description of the curve of a quantity with the marker at one height.

    Parameters
    ----------
    quantity, texts
        As for `sentence`.
    ends : tuple of str
        First and last height of the curve, and the quantity there: four texts with their units.
    """
    return Template(alt_template(quantity, ends)).substitute(texts)


def alt_template(quantity, ends):
    """Return `alt_text` with ``$height`` and ``$speed`` still open, for the picture to fill in."""
    shown = QUANTITIES[quantity]
    low, high, at_low, at_high = ends
    way = "rises" if quantity == "period" else "falls"
    return (
        f"Curve of {shown.axis}, against height from {low} to {high} on a logarithmic axis. It {way} from "
        f"{at_low} to {at_high}, steadily and without a threshold. A marker stands at $height: ${quantity}."
    )


def draw(ax, altitude_km, values, *, quantity, chosen, texts, marks=()):
    """Draw one quantity against height with a marker at the chosen height, and return the alt text.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    altitude_km, values : array_like of shape (n,)
        The curve.
    quantity : str
        One of `QUANTITIES`.
    chosen : int
        Index of the chosen height.
    texts : sequence of dict
        For each point the words for ``height`` and the four quantities.
    marks : sequence of (str, int), optional
        Names of satellites and the points where they fly.
    """
    shown = QUANTITIES[quantity]
    ax.semilogx(altitude_km, values, color=colour(quantity))
    for name, at in marks:
        ax.axvline(altitude_km[at], color=colour("faint"), linewidth=0.6)
        ax.plot(altitude_km[at], values[at], "o", color=colour("quiet"), markersize=4, zorder=3)
        side = "left" if name == "Hubble" else "right"
        ax.annotate(name, (altitude_km[at], 1), xycoords=("data", "axes fraction"), ha=side, va="bottom",
                    xytext=(2 if side == "left" else -2, 15 if name == "geostationary" else 3),
                    textcoords="offset points", color=colour("quiet"), fontsize=10)  # fmt: skip
    ax.plot([altitude_km[chosen]] * 2, [0, values[chosen]], color=colour("quiet"), linewidth=1, linestyle=":")
    ax.plot(altitude_km[chosen], values[chosen], "o", color=colour(quantity), markersize=9, zorder=4)
    above = values[-1] > values[0] or values[chosen] < 0.12 * shown.ticks[-1]  # where the curve is not
    no_room = chosen < len(values) // 8
    side = "left" if no_room or (above and values[-1] < values[0]) else "right"
    ax.annotate(texts[chosen][quantity], (altitude_km[chosen], values[chosen]), ha=side,
                xytext=(9 if side == "left" else -9, 9 if above else -18), textcoords="offset points",
                color=colour(quantity), weight="bold")  # fmt: skip
    ax.set_xlim(altitude_km[0] * 0.95, altitude_km[-1] * 1.05)
    ax.set_ylim(0, shown.ticks[-1])
    ax.set_xticks(HEIGHT_TICKS_KM, [f"{tick:,}" for tick in HEIGHT_TICKS_KM])
    ax.set_xticks([], minor=True)
    ax.set_yticks(shown.ticks)
    ax.set_xlabel(AXIS)
    ax.set_ylabel(shown.axis)
    ends = (texts[0]["height"], texts[-1]["height"], texts[0][quantity], texts[-1][quantity])
    return alt_text(quantity, texts[chosen], ends)
