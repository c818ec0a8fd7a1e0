"""Deorbit planner: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypedDict

import numpy as np
from numpy.typing import NDArray

from course.ground import split_at_antimeridian
from course.quantities import Array
from course.widgets.kit.palette import colour
from course.widgets.kit.world import draw_world

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PROFILE_KM = (0, 26_000)
SHOWN_KM = (0, 460)
AXES = {"along": "km along the track from the burn", "height": "height, km"}


class Way(NamedTuple):
    """Where the entry and the pieces lie: points of the track, and km from the burn.

    The pieces go from the nearest to the farthest; `wide` is the same with the honest factor.
    """

    entry: int
    entry_km: float
    pieces: tuple[int, int]
    pieces_km: tuple[float, float]
    wide: tuple[int, int]


class Aim(TypedDict):
    """The marked aim: its place, longitude and latitude, and a ring of such places around it."""

    place: tuple[float, float]
    ring: NDArray[np.floating]


def draw(
    axes: Sequence["Axes"],
    *,
    track: tuple[Array, Array],
    burn: tuple[float, float],
    way: Way | None,
    profile: tuple[NDArray[np.floating], NDArray[np.floating]],
    aim: Aim,
    shown_deg: tuple[float, float],
) -> None:
    """Draw a footprint on the map of the world, and the height along the way below it.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        For the map and for the height.
    track : tuple of ndarray
        Longitude and latitude of the track from the burn on.
    burn : tuple of float
        Longitude and latitude of the burn.
    way : Way or None
        None if it flies on.
    profile : tuple of ndarray
        Distance along the track and height, in km.
    aim : dict
        ``place`` (longitude and latitude) and ``ring`` (an array of those) of the marked aim.
    shown_deg : tuple of float
        Latitudes at the foot and at the top of the map.
    """
    map_ax, height_ax = axes
    draw_world(map_ax, shown_deg)
    map_ax.plot(*split_at_antimeridian(*aim["ring"].T), color=colour("quiet"), linewidth=0.8, linestyle="--")

    def stretch(first, last, **line):
        part = split_at_antimeridian(*(column[first : last + 1] for column in track))
        map_ax.plot(*part, solid_capstyle="butt", **line)

    height_ax.set_xlim(*PROFILE_KM)
    height_ax.set_ylim(*SHOWN_KM)
    height_ax.set_xlabel(AXES["along"])
    height_ax.set_ylabel(AXES["height"])
    if way is None:
        stretch(0, len(track[0]) - 1, color=colour("fall"), linewidth=1, linestyle=":")
        height_ax.plot(*profile, color=colour("fall"))
    else:
        stretch(0, way.entry, color=colour("fall"), linewidth=2)
        stretch(*way.wide, color=colour("debris"), linewidth=5, alpha=0.35)
        stretch(*way.pieces, color=colour("debris"), linewidth=5)
        along, height = profile
        coast = along <= way.entry_km
        height_ax.plot(along[coast], height[coast], color=colour("fall"))
        low = float(np.interp(way.entry_km, along, height))
        fan = [(way.entry_km, low), (way.pieces_km[0], 0), (way.pieces_km[1], 0)]
        height_ax.fill(*zip(*fan, strict=True), color=colour("debris"), alpha=0.35, linewidth=0)
    map_ax.plot(*burn, "s", color=colour("ink"), markersize=8)
    map_ax.plot(*aim["place"], "x", color=colour("ink"))  # last: whether the pieces hit it is to be seen
    map_ax.annotate("Point Nemo", aim["place"], xytext=(0, -14), textcoords="offset points", ha="center",
                    va="top", color=colour("quiet"), fontsize=9)  # fmt: skip
