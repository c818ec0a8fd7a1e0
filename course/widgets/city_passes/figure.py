"""Passes over a city: the drawing in print."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.quantities import Array
from course.widgets.city_passes.words import LABELS
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.projections.polar import PolarAxes


def draw(
    ax: "PolarAxes", azimuth_deg: Array, elevation_deg: Array, visible: NDArray[np.bool_], *, title: str = ""
) -> None:
    """Draw a pass on a chart of the sky: zenith in the middle, east on the left, as one looks up.

    Parameters
    ----------
    ax : matplotlib.projections.polar.PolarAxes
    azimuth_deg, elevation_deg : ndarray of shape (n,)
        The path; empty for a sky without a pass.
    visible : ndarray of bool
        Where the station can be seen.
    title : str
    """
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(1)
    ax.set_rlim(0, 90)
    ax.set_rgrids([30, 60, 80], ["60°", "30°", "10°"], color=colour("quiet"), fontsize=8)
    ax.set_thetagrids([0, 90, 180, 270], LABELS["compass"])
    ax.grid(linewidth=0.5)
    angle, radius = np.radians(azimuth_deg), 90 - np.asarray(elevation_deg)
    ax.plot(angle, radius, color=colour("quiet"), linewidth=1.5, linestyle="--")
    ax.plot(angle, np.where(visible, radius, np.nan), color=colour("station"), linewidth=4)
    if len(angle):
        top = int(np.argmin(radius))
        ax.plot(angle[top], radius[top], "s", color=colour("ink"), markersize=8)
        ax.annotate(f"{elevation_deg[top]:.0f}°", (angle[top], radius[top]), xytext=(8, 6),
                    textcoords="offset points")  # fmt: skip
    ax.set_title(title)
