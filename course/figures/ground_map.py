"""The station's path on a map of the world, in print, and the words for places and moments."""

import numpy as np

from course.figures.palette import colour
from course.geography import land_outlines
from course.ground import split_at_antimeridian
from course.tables import MONTHS

SHOWN_DEG = (-64.0, 80.0)  # latitudes on the map: all that the station can be over, and the land north of it


def place(latitude_deg, longitude_deg):
    """Return a place in words, to a tenth of a degree.

    Examples
    --------
    >>> place(36.87, 34.75), place(-51.8, -180)
    ('36.9° N, 34.8° E', '51.8° S, 180.0° W')
    """
    north, east = "S" if latitude_deg < 0 else "N", "W" if longitude_deg < 0 else "E"
    return f"{abs(latitude_deg):.1f}° {north}, {abs(longitude_deg):.1f}° {east}"


def moment(utc):
    """Return a moment in UTC in words, to the minute.

    Examples
    --------
    >>> moment(np.datetime64("2022-03-12T19:00"))
    '12 March 2022, 19:00 UTC'
    """
    day, time = str(utc.astype("datetime64[m]")).split("T")
    year, month, number = (int(part) for part in day.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}, {time} UTC"


def northward_crossings(track):
    """Return how often a track crosses the equator northward."""
    return int(np.sum((track.latitude_deg[:-1] < 0) & (track.latitude_deg[1:] >= 0)))


def alt_text(track):
    """Return the description of the map of a ground track, for readers who do not see it."""
    if not len(track):
        return "Map of the world, longitude against latitude in degrees; the ground track has no points."
    north, south = track.latitude_deg.max(), track.latitude_deg.min()
    crossings = northward_crossings(track)
    crosses = {0: "does not cross the equator northward", 1: "crosses the equator northward once"}.get(
        crossings, f"crosses the equator northward {crossings} times, each time further west"
    )
    return (
        "Map of the world, longitude against latitude in degrees. The ground track of the station from "
        f"{moment(track.utc[0])} to {moment(track.utc[-1])} is a wave between {_latitude(south)} and "
        f"{_latitude(north)} that {crosses}."
    )


def draw(ax, track, *, now=None, nodes=None, turning_deg=None):
    """Draw a ground track on a map of the world, and return the alt text.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    track : course.ground.GroundTrack
        The path.
    now : int, optional
        The point where the station is; the path after it is drawn faintly. By default all is flown.
    nodes : course.ground.Nodes, optional
        Northward crossings of the equator, numbered on the map as the beginnings of laps.
    turning_deg : tuple of float, optional
        Southernmost and northernmost latitude of the orbit, drawn as lines; by default those of the track.
    """
    draw_world(ax)
    flown = len(track) if now is None else now + 1
    if flown < len(track):
        to_come = split_at_antimeridian(track.longitude_deg[flown - 1 :], track.latitude_deg[flown - 1 :])
        ax.plot(*to_come, color=colour("station"), linewidth=1, alpha=0.5)
    longitude, latitude = split_at_antimeridian(track.longitude_deg[:flown], track.latitude_deg[:flown])
    ax.plot(longitude, latitude, color=colour("station"), linewidth=1.5)
    if nodes is not None:
        _number_laps(ax, track, nodes)
    if now is not None:
        ax.plot(track.longitude_deg[now], track.latitude_deg[now], "s", color=colour("ink"), markersize=8)
    if len(track):
        mark_latitudes(ax, turning_deg or (track.latitude_deg.min(), track.latitude_deg.max()))
    return alt_text(track)


def draw_world(ax, shown_deg=SHOWN_DEG):
    """Draw the land and the grid of a map of the world between two latitudes."""
    longitude, latitude = land_outlines()
    ends = np.flatnonzero(np.isnan(longitude))
    for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True):
        ax.fill(longitude[first:last], latitude[first:last], facecolor=colour("earth"),
                edgecolor=colour("earth-edge"), linewidth=0.5)  # fmt: skip
    ax.axhline(0, color=colour("quiet"), linewidth=0.8)
    ax.set_xlim(-180, 180)
    ax.set_ylim(*shown_deg)
    ax.set_aspect(1.2)  # equirectangular, true to scale at 34 degrees of latitude
    ax.set_xticks(range(-180, 181, 60), ["180°", "120° W", "60° W", "0°", "60° E", "120° E", "180°"])
    ax.set_yticks(range(-60, 61, 30), ["60° S", "30° S", "equator", "30° N", "60° N"])
    ax.grid(linewidth=0.4)
    ax.set_axisbelow(True)
    ax.set_xlabel("longitude")
    ax.set_ylabel("latitude")


def _number_laps(ax, track, nodes):
    for number, (when, longitude) in enumerate(zip(nodes.utc, nodes.longitude_deg, strict=True), start=1):
        if len(track) and track.utc[0] <= when <= track.utc[-1]:
            pill = {"boxstyle": "circle", "fc": colour("sky"), "ec": colour("station")}
            ax.annotate(str(number), (longitude, 0), ha="center", va="center", fontsize=8, bbox=pill)


def mark_latitudes(ax, latitudes_deg):
    """Draw latitudes across a map as dashed lines with their names."""
    for latitude in latitudes_deg:
        ax.axhline(latitude, color=colour("quiet"), linewidth=0.8, linestyle="--")
        side, points = ("bottom", 3) if latitude > 0 else ("top", -3)
        ax.annotate(_latitude(latitude), (-178, latitude), xytext=(0, points), va=side,
                    textcoords="offset points", color=colour("quiet"), fontsize=9)  # fmt: skip


def _latitude(latitude_deg):
    return place(latitude_deg, 0).split(",")[0]
