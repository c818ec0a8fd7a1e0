"""Decay explorer: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT_TICKS_KM = (120, 200, 300, 400)
SHOWN_KM = (100.0, 460.0)
FLUX_TICKS = (100, 200)
SHOWN_FLUX = (50.0, 310.0)
AXES = {"height": "height, km", "sun": "the Sun: F10.7 of each month"}


Drawn: TypeAlias = NDArray[np.floating]


class Fall(TypedDict):
    """Heights, the decimal year at each with more drag, as chosen and with less; the years of the axis."""

    altitude_km: Drawn
    low: Drawn
    middle: Drawn
    high: Drawn
    shown: tuple[float, float]


def draw(
    axes: Sequence["Axes"],
    *,
    fall: Fall,
    station: tuple[Drawn, Drawn],
    sun: tuple[Drawn, Drawn, NDArray[np.bool_]],
    held: float | None = None,
) -> None:
    """Draw a fall with its band over the heights of the real station, above the activity of the Sun.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        For the height and for the Sun, sharing the axis of time.
    fall : dict
        ``altitude_km`` (n), and for each of them the decimal year: ``low``, ``middle``, ``high``; ``shown``,
        the first and last year that is drawn.
    station : tuple of ndarray
        Decimal years and heights of the real station.
    sun : tuple of ndarray
        Decimal years, F10.7 and whether it was observed.
    held : float, optional
        F10.7, if the Sun is held at one.
    """
    height_ax, sun_ax = axes
    heights = fall["altitude_km"]
    height_ax.plot(*station, ".", color=colour("quiet"), markersize=4, label="the real station")
    height_ax.fill_betweenx(heights, fall["low"], fall["high"], color=colour("fall"), alpha=0.18, linewidth=0)
    years, flux, observed = sun
    ends = years[~observed][0]
    split = np.searchsorted(fall["middle"], ends) if held is None else len(heights)
    height_ax.plot(fall["middle"][: split + 1], heights[: split + 1], color=colour("fall"), linewidth=2.5)
    height_ax.plot(fall["middle"][split:], heights[split:], color=colour("fall"), linestyle="--")
    height_ax.plot(fall["middle"][[0, -1]], heights[[0, -1]], "o", color=colour("fall"))
    height_ax.axhline(heights[-1], color=colour("quiet"), linewidth=0.8, linestyle=":")
    height_ax.set_ylim(*SHOWN_KM)
    height_ax.set_yticks(HEIGHT_TICKS_KM)
    height_ax.set_ylabel(AXES["height"])
    height_ax.legend(loc="upper right", fontsize=9)
    alpha = 1 if held is None else 0.4
    sun_ax.plot(years[observed], flux[observed], color=colour("sun"), linewidth=1.2, alpha=alpha)
    sun_ax.plot(years[~observed], flux[~observed], color=colour("sun"), linewidth=1.2, alpha=alpha, ls="--")
    if held is not None:
        sun_ax.axhline(held, color=colour("sun"), linewidth=2.5)
    sun_ax.set_ylim(*SHOWN_FLUX)
    sun_ax.set_yticks(FLUX_TICKS)
    sun_ax.set_ylabel("F10.7")
    sun_ax.set_xlim(*fall["shown"])
    sun_ax.set_xlabel("year")
