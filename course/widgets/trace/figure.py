"""The trace: the drawing in print."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from course.evidence.trail import Report
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(ax: "Axes", reports: Sequence[Report], fits: Sequence[bool], has: Mapping[str, bool]) -> None:
    """Draw reports from top to bottom, an arrow where a step fits, a thick rim where the word stands.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    reports : list of dict
        In the reader's order, of `course.evidence.trail`.
    fits : list of bool
        For each step from one to the next.
    has : dict of str to bool
        Whether a report has the word.
    """
    for at, one in enumerate(reports):
        role, width = ("station", 2) if has[one["name"]] else ("quiet", 1)
        box = {"boxstyle": "round", "fc": "white", "edgecolor": colour(role), "linewidth": width}
        ax.text(0.5, -at, one["name"], ha="center", va="center", bbox=box)
    for at, one in enumerate(fits):
        if one:
            ax.annotate("", (0.5, -at - 0.7), (0.5, -at - 0.3), arrowprops={"arrowstyle": "->"})
    ax.set(xlim=(0, 1), ylim=(-len(reports) + 0.4, 0.6))
    ax.axis("off")
