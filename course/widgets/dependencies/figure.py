"""Dependencies: the drawing in print."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from course.widgets.dependencies import parting
from course.widgets.kit import solids
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NEVER = "none"


def draw(ax: "Axes", day: np.datetime64, *, joint: str | None = None, names: Sequence[str] = ()) -> None:
    """Draw the station, or the two parts of a cut with a gap between them.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    day : datetime64
    joint : str, optional
        Of `course.station.joints`.
    names : sequence of str
        Of the two parts, as they are written beside them.
    """
    from matplotlib.collections import PolyCollection

    view, bodies = parting.seen(day), parting.bodies(day)
    corners = view.corners_m.copy()
    if joint:
        one = parting.cut(day, joint)
        corners += one.moved_m[one.second.astype(int)][view.body][:, None]
        ends = one.joint_m + one.moved_m
        ax.plot(*ends.T, linestyle=":", color=colour("ink"), linewidth=1.5)
        for name, (x, y, above) in zip(names, one.names_m, strict=True):
            ax.annotate(name, (x, y), xytext=(0, 6 * above), textcoords="offset points", ha="center",
                        va="bottom" if above > 0 else "top", fontweight="bold")  # fmt: skip
    roles = parting.roles(day)
    colours = [solids.shaded(bodies[body], tone, light, roles[body])
               for body, tone, light in zip(view.body, view.tone, view.light, strict=True)]  # fmt: skip
    drawn: Any = corners  # Any: matplotlib takes one array of all faces where its types say a sequence
    ax.add_collection(PolyCollection(drawn, facecolors=colours, edgecolors=colours, lw=0.3))
    (left, low), (right, high) = parting.limits(day)
    ax.set(xlim=(left, right), ylim=(low, high), aspect="equal")
    ax.axis("off")


def draw_key(ax: "Axes", explained: Iterable[tuple[str, str]]) -> None:
    """Explain the colours below the drawing; `explained` has role and words of each segment."""
    from matplotlib.patches import Patch

    handles = [Patch(facecolor=colour(role), label=words) for role, words in explained]
    ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=2, fontsize=8,
              frameon=False)  # fmt: skip


def draw_table(ax: "Axes", heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write the table of the parts: heads, and rows of a function and one text for each part."""
    ax.axis("off")
    table = ax.table([list(row[1:]) for row in rows], rowLabels=[row[0] for row in rows], colLabels=heads,
                     cellLoc="left", loc="center", edges="horizontal")  # fmt: skip
    table.auto_set_font_size(False)
    table.set_fontsize(8)
    for (row, column), cell in table.get_celld().items():
        cell.set_edgecolor(colour("faint"))
        if row and column >= 0 and cell.get_text().get_text() == NEVER:
            cell.set_text_props(weight="bold")
