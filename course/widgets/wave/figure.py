"""The wave: the drawing in print."""

from typing import TYPE_CHECKING

from course.ground import split_at_antimeridian
from course.quantities import Array
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world, mark_latitudes

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    ax: "Axes",
    longitude_deg: Array,
    latitude_deg: Array,
    *,
    flown: int,
    now_deg: tuple[float, float],
    top_deg: float,
) -> None:
    """Draw the ground track of some laps on a map of the world: what is flown as a line, the rest dotted.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    longitude_deg, latitude_deg : ndarray of shape (n,)
        The track, longitudes in [-180, 180).
    flown : int
        The last point that is flown.
    now_deg : tuple of float
        Longitude and latitude of the point below the station.
    top_deg : float
        Turning latitude.
    """
    draw_world(ax)
    tint = colour("station")
    for part, width, line in ((slice(flown, None), 1, ":"), (slice(0, flown + 1), 2, "-")):
        track = split_at_antimeridian(longitude_deg[part], latitude_deg[part])
        ax.plot(*track, color=tint, linewidth=width, linestyle=line)
    ax.plot(*now_deg, "s", color=colour("ink"), markersize=8)
    mark_latitudes(ax, (-top_deg, top_deg))
