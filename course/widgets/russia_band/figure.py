"""Russia under the track: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from course.quantities import Array
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    ax: "Axes",
    land_km: Array,
    russia_km: Array,
    crimea_km: Array,
    *,
    frame_km: tuple[float, float, float, float],
    reach_km: float,
    lines: Sequence[tuple[float, str]],
    cities: Sequence[tuple[str, float, float, bool]],
    crimea_counts: bool,
) -> None:
    """Draw Russia with the part below the track filled strongly.

    All places are in km to the right of the apex of the projection and downward from it; rings have ``nan``
    after each.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    land_km, russia_km, crimea_km : ndarray of shape (n, 2)
    frame_km : tuple of float
        Left, right, top and bottom of the map.
    reach_km : float
        Radius of the parallel at which the track turns.
    lines : sequence of (float, str)
        Radius and words of the parallels up to which the station rises so high.
    cities : sequence of (str, float, float, bool)
        Name, place, and whether it lies below the track.
    crimea_counts : bool
        Whether Crimea is filled as Russia is.
    """
    from matplotlib.patches import Circle, PathPatch  # as artists: the limits of the axes are the frame

    left, right, top, bottom = frame_km
    ax.add_artist(
        PathPatch(_path(land_km), facecolor=colour("land"), edgecolor=colour("land-edge"), linewidth=0.5)
    )
    parts = [russia_km, crimea_km] if crimea_counts else [russia_km]
    for part in parts:
        ax.add_artist(PathPatch(_path(part), facecolor=colour("russian"), alpha=0.75, linewidth=0))
    beyond = Circle((0, 0), reach_km, transform=ax.transData)
    for role, alpha in (("sky", 1.0), ("russian", 0.22)):
        patch = PathPatch(_path(russia_km), facecolor=colour(role), alpha=alpha, linewidth=0)
        ax.add_artist(patch)
        patch.set_clip_path(beyond)
    ax.add_artist(
        PathPatch(_path(crimea_km), facecolor="none", edgecolor=colour("ink"), hatch="/////", linewidth=0)
    )
    ax.add_patch(Circle((0, 0), reach_km, fill=False, edgecolor=colour("ink"), linewidth=1.5))
    for radius, words in lines:
        ax.add_patch(
            Circle((0, 0), radius, fill=False, edgecolor=colour("quiet"), linewidth=0.8, linestyle="--")
        )
        ax.annotate(words, (0, radius), ha="center", va="bottom", fontsize=8, color=colour("quiet"))
    for name, x, y, inside in cities:
        ax.plot(x, y, "o", markersize=4, color=colour("ink"), fillstyle="full" if inside else "none")
        ax.annotate(name, (x, y), xytext=(5, 2), textcoords="offset points", fontsize=8)
    ax.set_xlim(left, right)
    ax.set_ylim(bottom, top)
    ax.set_aspect("equal")
    ax.set_axis_off()


def _path(points_km):
    from matplotlib.path import Path

    ends = np.flatnonzero(np.isnan(points_km[:, 0]))
    rings = [points_km[first:last] for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True)]
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings if len(ring)))
