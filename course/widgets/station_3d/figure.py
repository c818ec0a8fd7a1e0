"""Station in three dimensions: the drawing in print.

Places and ways are in the axes of the Hill frame as a reader sees them from the right of the flight: ahead,
up, right.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from course.layout import Body
from course.widgets.kit import palette, solids
from course.widgets.station_3d.parting import Parting

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    parting: Parting,
    faces: solids.Faces,
    bodies: Sequence[Body],
    ax: "Axes",
    *,
    at: int = 0,
    turn_deg: float = 32.0,
    tilt_deg: float = -18.0,
) -> None:
    """Draw the parts at one moment, true to scale, and what they flew through since the push.

    Parameters
    ----------
    parting : course.widgets.station_3d.parting.Parting
        The cut and the push, with the paths.
    faces : course.widgets.kit.solids.Faces
        Of `bodies`.
    bodies : sequence of course.layout.Body
    ax : matplotlib.axes.Axes
    at : int
        Index of the moment on the paths.
    turn_deg, tilt_deg : float
        Where the reader stands: 0, 0 is to the right of the flight, which then goes to the right.
    """
    from matplotlib.collections import PolyCollection

    axes = solids.sight(turn_deg, tilt_deg)
    goes = np.array([body.module in parting.goes.modules for body in bodies])[faces.body]
    corners = faces.corners_m @ parting.turned.T
    corners[goes] += parting.paths_m[1, :, at]
    corners[~goes] += parting.paths_m[0, :, at]
    seen = corners @ axes.T
    normals = solids.normals(seen)
    normals *= np.where(normals[:, 2:] < 0, -1, 1)  # a wing is seen from both sides
    light = solids.AMBIENT + solids.DIRECT * np.clip(normals @ solids.LAMP, 0, 1)
    order = np.argsort(seen[:, :, 2].mean(axis=1))
    colours = [
        solids.shaded(bodies[int(faces.body[one])], int(faces.tone[one]), float(light[one])) for one in order
    ]
    drawn: Any = seen[order][:, :, :2]  # Any: matplotlib takes an array where its types say a sequence
    ax.add_collection(PolyCollection(drawn, facecolors=colours, edgecolors=colours, lw=0.3))
    for path, role, side, name in (
        (parting.paths_m[0], "ink", ~goes, f"rest, with {parting.stays.name}"),
        (parting.paths_m[1], "speed", goes, f"part with {parting.goes.name}"),
    ):
        middle = _middle(faces.corners_m[side] @ parting.turned.T)
        across, high, _ = axes @ (path[:, : at + 1] + middle[:, None])
        ax.plot(across, high, color=palette.colour(role), linewidth=1.5, zorder=0)
        if at:
            top = seen[side][:, :, 1].max()
            ax.annotate(name, (across[-1], top), xytext=(0, 4), textcoords="offset points", ha="center",
                        color=palette.colour(role), annotation_clip=False)  # fmt: skip
    ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.05, 0.1)
    ax.autoscale_view()
    ax.set_xlabel("m to the right, as seen")
    ax.set_ylabel("m up, as seen")


def _middle(corners):
    corners = corners.reshape(-1, 3)
    return (corners.min(axis=0) + corners.max(axis=0)) / 2
