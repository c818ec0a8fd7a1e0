"""Newton's cannon: the drawing in print.

All take a `course.flight.Flight`; the interactive picture uses the same words and the same frame.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from course.constants import EARTH_RADIUS_KM
from course.flight import FAR_KM, Flight
from course.quantities import Array
from course.widgets.cannon import words as wording
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def frame_km(flight: Flight) -> Array:
    """Return the part of the plane worth seeing, in km: left, right, bottom, top.

    Short shots are seen from near; the more of the Earth a shot goes round, the more of it is in the frame.
    What goes far away leaves the frame.
    """
    launch = EARTH_RADIUS_KM + flight.launch_altitude_km
    height = flight.launch_altitude_km
    if flight.outcome == "falls":
        near = np.array([-0.35 * height, max(flight.x_km.max() + 0.35 * height, 2 * height),
                         flight.y_km.min() - 0.2 * height, launch])  # fmt: skip
        whole = np.array(
            [-EARTH_RADIUS_KM, max(EARTH_RADIUS_KM, flight.x_km.max()), -EARTH_RADIUS_KM, launch]
        )
        around_rad = flight.ground_range_km / EARTH_RADIUS_KM
        share = np.clip((around_rad - 0.4) / 1.6, 0, 1)
        share = share * share * (3 - 2 * share)
        return near + share * (whole - near)
    widest, lowest = 0.5 * FAR_KM, -0.6 * FAR_KM  # what escapes is computed to beyond these
    if flight.outcome == "escapes":
        return np.array([-widest, widest, lowest, launch])
    side = min(max(EARTH_RADIUS_KM, np.abs(flight.x_km).max()), widest)
    return np.array([-side, side, max(min(-EARTH_RADIUS_KM, flight.y_km.min()), lowest), launch])


def draw(flight: Flight, ax: "Axes", *, others: Iterable[Flight] = (), gravity: bool = True) -> str:
    """Draw a shot, faintly the shots before it, and return the alt text.

    Parameters
    ----------
    flight : course.flight.Flight
        The shot.
    ax : matplotlib.axes.Axes
        Where to draw.
    others : sequence of course.flight.Flight, optional
        Shots to compare with.
    gravity : bool
        ``False`` draws the straight line that the same shot takes without gravity.
    """
    frame = frame_km(flight)
    _draw_earth(ax)
    for other in others:
        ax.plot(other.x_km, other.y_km, color=colour("faint"), linewidth=1.5, linestyle="--")
    launch = EARTH_RADIUS_KM + flight.launch_altitude_km
    if gravity:
        ax.plot(flight.x_km, flight.y_km, color=colour("speed"))
        if flight.outcome == "falls":
            ax.plot(flight.x_km[-1], flight.y_km[-1], "o", color=colour("speed"))
        _arrow(ax, (0, -44), "gravity", "gravity", launch)
    else:
        ax.plot([0, 4 * np.ptp(frame)], [launch, launch], color=colour("speed"))
    ax.plot(0, launch, "s", color=colour("ink"), markersize=5)
    _arrow(ax, (9 * flight.launch_speed_km_s, 0), "speed", f"{flight.launch_speed_km_s:.2f} km/s", launch)
    margin = 0.06 * max(np.ptp(frame[:2]), np.ptp(frame[2:]))
    ax.set_xlim(frame[0] - margin, frame[1] + margin)
    ax.set_ylim(frame[2] - margin, frame[3] + 2 * margin)
    ax.set_aspect("equal")
    ax.set_xlabel("towards the shot, km")
    ax.set_ylabel("from the Earth's centre, km")
    ax.locator_params(nbins=5)
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.yaxis.set_major_formatter("{x:,.0f}")
    return wording.alt_text(flight, gravity=gravity)


def _draw_earth(ax):
    angle = np.linspace(0, 2 * np.pi, 2001)  # still round when a small piece fills the figure
    x, y = EARTH_RADIUS_KM * np.cos(angle), EARTH_RADIUS_KM * np.sin(angle)
    ax.fill(x, y, facecolor=colour("earth"), edgecolor=colour("earth-edge"))


def _arrow(ax, points, role, words, launch):
    """Draw an arrow of a length in points from the cannon, with its name at the tip."""
    middle, low = points[0] / 2, points[1]
    from_cannon = {"xy": (0, launch), "textcoords": "offset points"}
    shaft = {"arrowstyle": "<|-", "color": colour(role), "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xytext=points, arrowprops=shaft, **from_cannon)
    place = {"xytext": (6, low), "ha": "left"} if low else {"xytext": (max(middle, 24), 6), "ha": "center"}
    ax.annotate(words, **place, color=colour(role), va="bottom", **from_cannon)
