"""Assembly: the drawing in print."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from course.quantities import Array
from course.widgets.kit.owners import OWNERS, built, key, paint
from course.widgets.kit.palette import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course.widgets.assembly.growth import Growth

Shape: TypeAlias = tuple[str, str, bool, bool, Array]  # module, owner, is it flat, is it new, outline in m
VIEW_WORDS = {"above": "from above, forward is up", "side": "from starboard, forward is right"}
CHARTS = {
    "mass": "Listed mass, t",
    "modules": "Modules, trusses among them",
}
FULL_T, FULL_MODULES = 500, 40  # ends of the axes


def draw(ax: "Axes", shapes: Sequence[Shape], *, view: str) -> None:
    """Draw the bodies of the station in one view.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    shapes : list of tuple
        (module, owner, is it flat, is it new, outline in m), what is nearest last.
    view : {"above", "side"}
    """
    from matplotlib.patches import Polygon

    for module, owner, flat, new, outline in shapes:
        patch = Polygon(outline, **paint(owner, built(module, owner)))
        if flat:
            patch.set_alpha(0.45)
        if new:
            patch.set(edgecolor=colour("ink"), linewidth=2)
        ax.add_patch(patch)
    ax.set_aspect("equal")
    ax.autoscale_view()
    ax.invert_yaxis()
    ax.set_title(VIEW_WORDS[view], fontsize=9, color=colour("quiet"))
    ax.axis("off")


def draw_key(ax: "Axes", modules: Mapping[str, str]) -> None:
    """Explain colours and patterns; `modules` gives each module's owner."""
    from matplotlib.patches import Patch

    handles = [Patch(**paint(owner, builder), label=words)
               for owner, builder, words in key(modules.values(), modules)]  # fmt: skip
    ax.legend(handles=handles, loc="upper left", fontsize=8, frameon=False)


def draw_growth(
    axes: Sequence["Axes"],
    years: Array,
    table: "Growth",
    *,
    now: int,
    marks: Sequence[tuple[float, float]],
) -> None:
    """Draw what grew: listed mass by owner, and modules, as steps.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
    years : ndarray of shape (n + 1,)
        When the station changed, and the end of the record.
    table : dict
        mass_t (n, owners), owners, modules (n,).
    now : int
        The change that is shown.
    marks : list of tuple
        (year, t) of published masses of the whole station.
    """
    mass_ax, module_ax = axes
    stacked = np.zeros(len(years))
    for at, owner in enumerate(table["owners"]):
        column = np.append(table["mass_t"][:, at], table["mass_t"][-1, at])
        mass_ax.fill_between(years, stacked, stacked + column, step="post", **paint(owner, owner),
                             label=OWNERS[owner].name)  # fmt: skip
        stacked = stacked + column
    mass_ax.plot(*zip(*marks, strict=True), "D", color=colour("ink"), markersize=4)
    values = np.append(table["modules"], table["modules"][-1])
    module_ax.step(years, values, where="post", color=colour("ink"))
    for ax, name, full in zip(axes, CHARTS.values(), (FULL_T, FULL_MODULES), strict=True):
        ax.axvline(years[now], color=colour("quiet"), linewidth=1)
        ax.set_ylim(0, full)
        ax.set_title(name, fontsize=9, loc="left")
