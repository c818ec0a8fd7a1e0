"""Hill frame: the drawing in print."""

from typing import TYPE_CHECKING

import numpy as np

from course.quantities import Array
from course.widgets.kit import words as formats
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    ax: "Axes",
    path_m: Array,
    *,
    per_lap: int,
    view: str,
    within_m: float,
    nearest: tuple[Array, str],
    meeting: tuple[Array, str] | None = None,
    straight_m: Array | None = None,
) -> None:
    """Draw a path in the Hill frame.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    path_m : ndarray of shape (2, n)
        Along the track, and up or to the left, at equal steps of time.
    per_lap : int
        Steps of a lap.
    view : {"side", "above"}
        What the second row is.
    within_m : float
        How near is too near.
    nearest : (ndarray of shape (2,), str)
        Where the parts are nearest from half a lap on, and how near, in words.
    meeting : (ndarray of shape (2,), str), optional
        Where they first come too near, and when, in words.
    straight_m : ndarray of shape (2, n), optional
        Where the pushed part would be if it flew straight on.
    """
    from matplotlib.patches import Circle

    ax.add_patch(Circle((0, 0), within_m, fill=False, edgecolor=colour("ink"), linestyle=":"))
    if straight_m is not None:
        role = {"color": colour("quiet"), "linewidth": 1.5, "linestyle": "--"}
        ax.plot(*straight_m, **role, label="if it flew straight on")
    ax.plot(*path_m, color=colour("station"), label="path of the pushed part")
    ax.plot(*path_m[:, per_lap::per_lap], "o", color=colour("laps"), markersize=5, label="after each lap")
    ax.plot(0, 0, "s", color=colour("ink"), markersize=7, label="the other part")
    if meeting is not None:
        words = f"within {formats.distance(within_m)}: {meeting[1]}"
        ax.plot(*meeting[0][:, None], "X", color=colour("ink"), markersize=10, label=words)
    else:
        words = f"nearest from half a lap on: {nearest[1]}"
        ax.plot(
            *np.stack([np.zeros(2), nearest[0]], axis=1), "-.", color=colour("ink"), linewidth=1, label=words
        )
    ax.set_xlabel("ahead (+) or behind (-) along the track, m")
    ax.set_ylabel({"side": "above (+) or below (-), m", "above": "left (+) or right (-), m"}[view])
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.yaxis.set_major_formatter("{x:,.0f}")
    ax.grid(linewidth=0.4)
    ax.legend(fontsize=8, loc="best")
