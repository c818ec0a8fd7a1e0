"""Altitude history: the drawing in print."""

import numpy as np

from course.widgets.kit.palette import colour

LOW_KM, HIGH_KM = 350.0, 415.0
JOINED_DAYS = 60  # sets further apart are joined by dots: between them nothing is known


def draw(axes, table, sun, falls, *, now, span, limits_km, marks):
    """Draw the height above the Sun, and the fall rates below.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        Where to draw, with one axis of time.
    table : DataFrame
        Of `course.history.altitude`.
    sun : dict of ndarray
        month, f107, and the rates in m/day at the lower and the higher altitude (low, high).
    falls : tuple of ndarray
        Moments and rates (m/day) that were measured.
    now : int
        The element set at the cursor.
    span : tuple of datetime64
        First and last day.
    limits_km : tuple of float
        Of the axis of height.
    marks : list of (datetime64, str)
        Events and their short names.
    """
    height, rate = axes
    when, heights = table["epoch_utc"].to_numpy(), table["altitude_km"].to_numpy()
    behind = height.twinx()
    behind.fill_between(
        sun["month"], 60, sun["f107"], step="post", color=colour("sun"), alpha=0.2, linewidth=0
    )
    behind.set_ylim(60, 400)
    behind.set_yticks([100, 200])
    behind.set_ylabel("the Sun, F10.7", color=colour("sun"), loc="bottom")
    height.set_zorder(behind.get_zorder() + 1)
    height.patch.set_visible(False)
    height.vlines(when, table["perigee_km"], table["apogee_km"], color=colour("station"), alpha=0.3)
    near = np.diff(when) / np.timedelta64(1, "D") <= JOINED_DAYS
    for place, joined in enumerate(near):
        style = {"linewidth": 1.6} if joined else {"linewidth": 0.8, "linestyle": ":"}
        height.plot(when[place : place + 2], heights[place : place + 2], color=colour("station"), **style)
    height.plot(when, heights, ".", color=colour("station"), markersize=4)
    for row, (day, words) in enumerate(marks):
        height.axvline(day, color=colour("faint"), linewidth=0.8)
        place = {"xytext": (2, 2 + 10 * (row % 3)), "ha": "right" if row >= 4 else "left"}
        height.annotate(words, (day, 1), xycoords=("data", "axes fraction"), textcoords="offset points",
                        fontsize=8, **place)  # fmt: skip
    height.set_ylim(*limits_km)
    height.set_ylabel("height, km")
    for name, km, line in (("low", LOW_KM, "--"), ("high", HIGH_KM, "-")):
        rate.step(sun["month"], sun[name], line, where="post", color=colour(name), linewidth=1.2,
                  label=f"at {km:.0f} km")  # fmt: skip
    rate.plot(*falls, "o", color=colour("station"), markersize=3, label="measured")
    rate.set_ylabel("fall, m a day")
    rate.legend(fontsize=8, ncols=3, loc="upper right")
    for ax in axes:
        ax.axvline(when[now], color=colour("ink"), linewidth=1)
        ax.set_xlim(*span)
    height.plot(when[now], heights[now], "o", color=colour("ink"), markersize=6)
