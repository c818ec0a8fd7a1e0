"""A map of the world in print: land, borders and parallels."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.geography import land_outlines
from course.widgets.kit.palette import colour
from course.widgets.kit.words import meridians, parallels, place

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MERIDIANS_DEG, PARALLELS_DEG = range(-180, 181, 60), range(-60, 61, 30)  # named at the edge
SHOWN_DEG = (-64.0, 80.0)  # latitudes on the map: all that the station can be over, and the land north of it


def draw_world(ax: "Axes", shown_deg: tuple[float, float] = SHOWN_DEG) -> None:
    """Draw the land and the grid of a map of the world between two latitudes."""
    fill_rings(ax, *land_outlines(), facecolor=colour("land"), edgecolor=colour("land-edge"), linewidth=0.5)
    ax.axhline(0, color=colour("quiet"), linewidth=0.8)
    ax.set_xlim(-180, 180)
    ax.set_ylim(*shown_deg)
    ax.set_aspect(1.2)  # equirectangular, true to scale at 34 degrees of latitude
    ax.set_xticks(MERIDIANS_DEG, meridians(MERIDIANS_DEG))
    ax.set_yticks(PARALLELS_DEG, parallels(PARALLELS_DEG))
    ax.grid(linewidth=0.4)
    ax.set_axisbelow(True)
    ax.set_xlabel("longitude")
    ax.set_ylabel("latitude")


def fill_rings(
    ax: "Axes",
    x: NDArray[np.floating],
    y: NDArray[np.floating],
    **look: Any,  # Any: as a collection of matplotlib takes it
) -> None:
    """Fill rings that end with ``nan``, at once: each patch would be measured for the limits of the axes."""
    from matplotlib.collections import PolyCollection

    ends = np.flatnonzero(np.isnan(x))
    rings = np.column_stack((x, y))
    rings = [rings[first:last] for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True)]
    ax.add_collection(PolyCollection(rings, **look), autolim=False)


def mark_latitudes(ax: "Axes", latitudes_deg: Iterable[float]) -> None:
    """Draw latitudes across a map as dashed lines with their names."""
    for latitude in latitudes_deg:
        ax.axhline(latitude, color=colour("quiet"), linewidth=0.8, linestyle="--")
        side, points = ("bottom", 3) if latitude > 0 else ("top", -3)
        ax.annotate(latitude_in_words(latitude), (-178, latitude), xytext=(0, points), va=side,
                    textcoords="offset points", color=colour("quiet"), fontsize=9)  # fmt: skip


def latitude_in_words(latitude_deg: float) -> str:
    return place(latitude_deg, 0).split(",")[0]
