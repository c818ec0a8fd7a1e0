"""The height of the station since 1998: its dated element sets, the Sun behind them, and its fall."""

import numpy as np

from course.figures.palette import colour

TITLE = "{ink:$date}: {station:$height km} up (perigee $low km, apogee $high km). $net $causes"
NET = {  # what the next element set shows
    "fall": "By the next set, $days days later, it has fallen $metres m: {station:$rate m a day}.",
    "rise": "By the next set, $days days later, it is $change km higher: {station:engines have raised it}.",
    "long rise": "By the next set, $days days later, it is $change km higher: {station:engines have raised "
    "it} by more than the air took.",
    "long fall": "By the next set, $days days later, it is $change km lower: how much engines raised it in "
    "between is not known.",
    "short fall": "By the next set, $days days later, it is $change km lower: too short a time for a rate.",
    "level": "By the next set, $days days later, it is as high as before, within 50 m.",
    "last": "It is the last set of this course.",
}
CAUSES = {
    "model": "With this {sun:Sun ($f107)} the air takes {high:$here m a day} from today's station at 415 km; "
    "at 350 km it would take {low:$below}.",
    "no sun": "The Sun of this month is not in the course's record yet.",
    "young": "The station is on its way to its first orbit.",
}
NOTE = (
    "Known are $count dated element sets, no more: a reboost between two of them shows only as a net rise. "
    "The Sun is the monthly mean of F10.7, in solar flux units. The curves are computed (NRLMSIS 2.1, a "
    "station of today's mass and area); the dots are measured, falls between sets $least to $most days "
    "apart: single ones scatter by a factor of two."
)
ALT = (
    "Two drawings with one axis of time, $first to $last. The first is the height of the station: $count "
    "element sets, after 1998 from $lowest km ($lowest_day) to $highest km ($highest_day), with a band from "
    "perigee to apogee: $before km before ATV-2 raised the orbit in 2011, $since km since ATV-3 in 2012. "
    "Behind it, the Sun, in waves of eleven years between $weak and $strong. The second is how many metres a "
    "day the air takes from the station at 350 km and at 415 km: both follow the Sun, and the lower always "
    "loses more. Cursor: $now"
)
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
