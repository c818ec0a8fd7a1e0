"""Dependencies: the drawing in print."""

from course.widgets.kit.owners import OWNERS, built, key, paint
from course.widgets.kit.palette import colour

NEVER = "none"


def draw(ax, nodes, *, cut=None):
    """Draw the modules and their joints, and the cut.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    nodes : list of course.widgets.tree.Node
    cut : int, optional
        The module that comes off, with all beyond it.
    """
    left = _columns(nodes)
    beyond = _beyond(nodes, cut)
    for at, node in enumerate(nodes):
        x, y, wide = left[at], node.row, _wide(node.name)
        x += 1.6 * node.side if beyond[at] else 0
        if node.parent >= 0:
            other = nodes[node.parent]
            near = left[node.parent] + (_wide(other.name) if node.side > 0 else 0)
            near += 1.6 * other.side if beyond[node.parent] else 0
            far = x + (0 if node.side > 0 else wide)
            bend = far - 0.6 * node.side
            style = {"linestyle": ":"} if at == cut else {}
            ax.plot([near, bend, bend, far], [other.row, other.row, y, y], color=colour("ink"), linewidth=1,
                    zorder=1, **style)  # fmt: skip
        _module(ax, node, x, wide)
    ax.set_xlim(min(left) - 2.5, max(x + _wide(one.name) for x, one in zip(left, nodes, strict=True)) + 2.5)
    ax.set_ylim(max(one.row for one in nodes) + 0.9, -0.9)
    ax.axis("off")


def draw_key(ax, nodes):
    """Explain colours and patterns below the drawing."""
    from matplotlib.patches import Patch

    explained = key([one.owner for one in nodes], [one.name for one in nodes])
    handles = [Patch(**paint(owner, builder), label=words) for owner, builder, words in explained]
    ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=4, fontsize=8,
              frameon=False)  # fmt: skip


def draw_table(ax, heads, rows):
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


def _module(ax, node, x, wide):
    from matplotlib.patches import Rectangle

    ax.add_patch(Rectangle((x, node.row - 0.33), wide, 0.66, zorder=2, facecolor="white",
                           edgecolor=colour(OWNERS[node.owner].role)))  # fmt: skip
    ax.add_patch(
        Rectangle(
            (x, node.row - 0.33), 1.0, 0.66, zorder=3, **paint(node.owner, built(node.name, node.owner))
        )
    )
    ax.text(x + 1.3, node.row, node.name, fontsize=7, va="center", zorder=4)


def _columns(nodes):
    """Return the left edge of each module: next to its parent, on its side."""
    left = []
    for node in nodes:
        if node.parent < 0:
            left.append(0.0)
        elif node.side > 0:
            left.append(left[node.parent] + _wide(nodes[node.parent].name) + 1.8)
        else:
            left.append(left[node.parent] - 1.8 - _wide(node.name))
    return left


def _beyond(nodes, cut):
    """Return for each module whether it comes off."""
    found = []
    for at, node in enumerate(nodes):
        found.append(at == cut or (node.parent >= 0 and found[node.parent]))
    return found


def _wide(name):
    return 2.0 + 0.72 * len(name)
