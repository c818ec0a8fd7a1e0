"""The article: the drawing in print."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from course.widgets.article.tables import Statement
from course.widgets.article.words import LABELS
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(ax: "Axes", statements: Iterable[Statement], marks: Mapping[str, Mapping[str, str]]) -> None:
    """Draw a box for each statement, with the letter of the reader's verdict, over its paragraph's number.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    statements : list of dict
        Of `course.widgets.article.tables.statements`.
    marks : dict
        Of `course.evidence.marks`.
    """
    from matplotlib.patches import Rectangle

    at, last, places = 0.0, 0, {}
    for one in statements:
        at += 0.5 * (last not in (0, one["paragraph"]))
        last = one["paragraph"]
        verdict = marks.get(one["id"], {}).get("verdict", "")
        face = colour("ink") if verdict else "white"
        ax.add_patch(Rectangle((at, 0), 0.9, 1.6, facecolor=face, edgecolor=colour("quiet")))
        ax.text(at + 0.45, 0.8, LABELS["letters"].get(verdict, ""), color="white", ha="center", va="center")
        if one["worthwhile"]:
            ax.plot(at + 0.45, 1.95, "o", color=colour("station"), markersize=4)
        places.setdefault(last, []).append(at + 0.45)
        at += 1
    ax.set_xticks([sum(each) / len(each) for each in places.values()], [str(one) for one in places])
    ax.set(
        xlim=(-0.2, at + 0.1),
        ylim=(-0.1, 2.4),
        xlabel=LABELS["paragraphs"],
    )
    ax.set_yticks([])
    ax.tick_params(axis="x", length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
