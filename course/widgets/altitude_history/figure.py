"""Altitude history: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from course.widgets.altitude_history.tables import JOINED_DAYS, RANGE_KM
from course.widgets.kit.palette import colour
from course.widgets.kit.show import Day

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame


def draw(
    ax: "Axes",
    table: "DataFrame",
    *,
    now: int,
    events: Sequence[tuple[Day, str]],
    named: Sequence[tuple[int, str]],
    article: tuple[float, str],
    span: tuple[Day, Day],
) -> None:
    """Draw the height against the years.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    table : DataFrame
        Of `course.history.altitude`.
    now : int
        The height at the cursor.
    events : list of (datetime64, str)
        Named on the axis of time.
    named : list of (int, str)
        The lowest and the highest, and what is written there.
    article : tuple of (float, str)
        The height that the article gives.
    span : tuple of datetime64
        First and last day.
    """
    when, heights = table["epoch_utc"].to_numpy(), table["altitude_km"].to_numpy()
    ax.axhline(article[0], color=colour("quiet"), linewidth=1, linestyle="--")
    ax.annotate(article[1], (0.01, article[0]), xycoords=("axes fraction", "data"), xytext=(0, 3),
                textcoords="offset points", fontsize=9, color=colour("quiet"))  # fmt: skip
    near = np.diff(when) / np.timedelta64(1, "D") <= JOINED_DAYS
    for place, joined in enumerate(near):
        width, line = (1.8, "-") if joined else (0.9, ":")
        pair = slice(place, place + 2)
        ax.plot(when[pair], heights[pair], color=colour("station"), linewidth=width, linestyle=line)
    ax.plot(when, heights, ".", color=colour("station"), markersize=5)
    for place, words in named:
        down = -14 if heights[place] < article[0] else 6
        ax.annotate(words, (when[place], heights[place]), xytext=(-6, down), textcoords="offset points",
                    ha="right", fontsize=9, fontweight="bold")  # fmt: skip
    for row, (day, words) in enumerate(events):
        ax.axvline(day, color=colour("faint"), linewidth=0.8)
        ax.annotate(words, (day, 0), xycoords=("data", "axes fraction"), xytext=(3, 3 + 11 * (row % 2)),
                    textcoords="offset points", fontsize=8, color=colour("quiet"))  # fmt: skip
    ax.axvline(when[now], color=colour("ink"), linewidth=1)
    ax.plot(when[now], heights[now], "o", color=colour("ink"), markersize=6)
    ax.set_xlim(*span)
    ax.set_ylim(*RANGE_KM)
    ax.set_ylabel("height, km")
