"""Over whom it flies: the drawing in print."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.geography import Outline
from course.ground import GroundTrack, split_at_antimeridian
from course.quantities import Array
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world, fill_rings

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    ax: "Axes",
    track: GroundTrack,
    over_russia: NDArray[np.bool_],
    *,
    now: int,
    country: Outline | None = None,
) -> None:
    """Draw a day's track, strong where it is over Russia, and where the station is.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    track : course.ground.GroundTrack
    over_russia : ndarray of bool
        One for each point of the track.
    now : int
        The point where the station is.
    country : tuple of ndarray, optional
        Outlines of the country under the station, longitude and latitude, ``nan`` after each ring.
    """
    draw_world(ax)
    if country is not None:
        fill_rings(ax, *country, facecolor=colour("ghost"), linewidth=0)
    whole = split_at_antimeridian(track.longitude_deg, track.latitude_deg)
    ax.plot(*whole, color=colour("ghost"), linewidth=0.8)
    longitude, latitude = (
        np.where(over_russia, part, np.nan) for part in (track.longitude_deg, track.latitude_deg)
    )
    ax.plot(longitude, latitude, color=colour("russian"), linewidth=4)
    ax.plot(track.longitude_deg[now], track.latitude_deg[now], "s", color=colour("ink"), markersize=8)


def draw_stairs(ax: "Axes", hours: Array, minutes_over: Array, *, now: int) -> None:
    """Draw the minutes over Russia as they add up.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    hours, minutes_over : ndarray of shape (n,)
        Time since the start, and the minutes over Russia until then.
    now : int
        The point where the station is.
    """
    ax.plot(hours, minutes_over, color=colour("russian"))
    ax.fill_between(
        hours[: now + 1], minutes_over[: now + 1], color=colour("russian"), alpha=0.25, linewidth=0
    )
    ax.axvline(hours[now], color=colour("ink"), linewidth=1)
    ax.set_xlim(0, hours[-1])
    ax.set_ylim(0, max(1.0, 1.1 * minutes_over[-1]))
    ax.set_xlabel("hours since the start")
    ax.set_ylabel("minutes\nover Russia")
