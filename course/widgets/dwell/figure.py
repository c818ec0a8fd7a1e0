"""Dwell curve: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.widgets.kit.palette import colour
from course.widgets.kit.words import parallels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOTS_MIN = range(0, 91, 3)  # minutes of the dots on a lap; the next would belong to the next lap
PARALLELS_DEG = range(-90, 91, 30)  # named at the edge
FULL_SCALE = 0.08  # end of the axis of time: no degree has more, from 20 degrees of inclination on
AXES = {
    "time": "minutes since it crossed the equator",
    "share": "% of the time in each degree of latitude",
}


def draw(
    axes: Sequence["Axes"],
    lap_deg: NDArray[np.floating],
    shares: NDArray[np.floating],
    *,
    band_deg: tuple[int, int],
    top_deg: float,
) -> None:
    """Draw one lap and the time in each degree of latitude, side by side.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        Where to draw; the latitude axes should be the same height.
    lap_deg : ndarray of shape (n,)
        Latitude at each minute of a lap.
    shares : ndarray of shape (180,)
        Fraction of time in each degree of latitude, from the south.
    band_deg : tuple of int
        Southern and northern end of the band that is marked.
    top_deg : float
        Turning latitude.
    """
    lap_ax, share_ax = axes
    minutes, south = np.arange(len(lap_deg)), np.arange(-90, 90)
    inside = (south >= band_deg[0]) & (south < band_deg[1])
    dots = np.array(DOTS_MIN)
    marked = (lap_deg[dots] >= band_deg[0]) & (lap_deg[dots] <= band_deg[1])
    lap_ax.plot(minutes, lap_deg, color=colour("station"), linewidth=1.5)
    for which, role, size in ((~marked, "quiet", 4), (marked, "period", 6)):
        lap_ax.plot(dots[which], lap_deg[dots[which]], "o", color=colour(role), markersize=size)
    tints = np.where(inside, colour("period"), colour("ghost"))
    share_ax.barh(south + 0.5, 100 * shares, height=0.9, color=tints)
    share_ax.plot([50 / top_deg] * 2, [-top_deg, top_deg], color=colour("ink"), linewidth=1, linestyle="--")
    share_ax.annotate("if every latitude were alike", (50 / top_deg, 0), xytext=(6, 0), color=colour("ink"),
                      textcoords="offset points", va="center", fontsize=9)  # fmt: skip
    lap_ax.set_xlim(0, len(lap_deg) - 1)
    lap_ax.set_xlabel(AXES["time"])
    share_ax.set_xlim(0, 100 * FULL_SCALE)
    share_ax.set_xlabel(AXES["share"])
    for ax in axes:
        ax.axhspan(*band_deg, color=colour("period"), alpha=0.12, linewidth=0)
        ax.set_ylim(-90, 90)
        ax.set_yticks(PARALLELS_DEG, parallels(PARALLELS_DEG))
        ax.grid(linewidth=0.4)
        ax.set_axisbelow(True)
