"""Inclination and the track: the drawing in print."""

import numpy as np

from course.ground import split_at_antimeridian
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world, mark_latitudes

FULL_SCALE_MIN = 105  # longest bar: Russia has 102 minutes at 68 degrees, more than any country ever has


def draw(ax, longitude_deg, latitude_deg, *, now_deg, top_deg, russia):
    """Draw the ground track of some laps on a map of the world with the part of Russia that it reaches.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    longitude_deg, latitude_deg : ndarray of shape (n,)
        The track, longitudes in [-180, 180).
    now_deg : tuple of float
        Longitude and latitude of the satellite.
    top_deg : float
        Turning latitude.
    russia : tuple of ndarray
        Outlines, longitude and latitude, ``nan`` after each ring.
    """
    draw_world(ax, (-90, 90))
    _fill_russia(ax, russia, top_deg)
    ax.plot(*split_at_antimeridian(longitude_deg, latitude_deg), color=colour("station"), linewidth=1.5)
    ax.plot(*now_deg, "s", color=colour("ink"), markersize=8)
    mark_latitudes(ax, (-top_deg, top_deg))


def _fill_russia(ax, russia, top_deg):
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path

    points = np.stack(russia, axis=1)
    ends = np.flatnonzero(np.isnan(points[:, 0]))
    rings = [points[first:last] for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True)]
    outline = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
    for alpha, limit in ((0.2, 90), (0.45, top_deg)):
        patch = PathPatch(outline, facecolor=colour("russian"), alpha=alpha, linewidth=0)
        ax.add_patch(patch)
        patch.set_clip_path(Rectangle((-180, -90), 360, 90 + limit, transform=ax.transData))


def draw_bars(ax, rows):
    """Draw minutes a day over countries as bars, the longest on top.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    rows : sequence of (int, str, str, float)
        Rank, code, name and minutes a day of each country.
    """
    places = np.arange(len(rows))
    tints = [colour("russian" if code == "RUS" else "ghost") for _, code, _, _ in rows]
    ax.barh(places, [minutes for *_, minutes in rows], color=tints)
    for place, (_, _, _, minutes) in zip(places, rows, strict=True):
        ax.annotate(
            f"{minutes:.1f}", (minutes, place), xytext=(4, 0), textcoords="offset points", va="center"
        )
    ax.set_yticks(places, [f"{name}  {rank or '–'}" for rank, _, name, _ in rows])
    ax.invert_yaxis()
    ax.set_xlim(0, FULL_SCALE_MIN)
    ax.set_xlabel("minutes a day over each country")
