"""Map of a day: the drawing in print."""

from typing import TYPE_CHECKING

from course.ground import GroundTrack, Nodes, split_at_antimeridian
from course.widgets.iss_map import words as wording
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world, mark_latitudes

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    ax: "Axes",
    track: GroundTrack,
    *,
    now: int | None = None,
    nodes: Nodes | None = None,
    turning_deg: tuple[float, float] | None = None,
) -> str:
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
    return wording.alt_text(track)


def _number_laps(ax, track, nodes):
    for number, (when, longitude) in enumerate(zip(nodes.utc, nodes.longitude_deg, strict=True), start=1):
        if len(track) and track.utc[0] <= when <= track.utc[-1]:
            pill = {"boxstyle": "circle", "fc": colour("sky"), "ec": colour("station")}
            ax.annotate(str(number), (longitude, 0), ha="center", va="center", fontsize=8, bbox=pill)
