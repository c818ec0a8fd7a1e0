"""The wave: the drawing in print."""

from course.ground import split_at_antimeridian
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world, mark_latitudes


def draw(ax, longitude_deg, latitude_deg, *, flown, now_deg, top_deg):
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
    for part, look in (
        (slice(flown, None), {"linewidth": 1, "linestyle": ":"}),
        (slice(0, flown + 1), {"linewidth": 2}),
    ):
        ax.plot(*split_at_antimeridian(longitude_deg[part], latitude_deg[part]), color=tint, **look)
    ax.plot(*now_deg, "s", color=colour("ink"), markersize=8)
    mark_latitudes(ax, (-top_deg, top_deg))
