"""Gravity, speed and lap time by height: the drawing in print."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from course.quantities import Array
from course.widgets.altitude_explorer import words as wording
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT_TICKS_KM = (200, 500, 1000, 2000, 5000, 10_000, 20_000, 40_000)
AXIS = "height above the ground, km (logarithmic)"


def draw(
    ax: "Axes",
    altitude_km: Array,
    values: Array,
    *,
    quantity: str,
    chosen: int,
    texts: Sequence[Mapping[str, str]],
    marks: Iterable[tuple[str, int]] = (),
) -> str:
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
    shown = wording.QUANTITIES[quantity]
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
    return wording.alt_text(quantity, texts[chosen], ends)
