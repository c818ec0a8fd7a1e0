"""Tree of joints: places of the modules in a drawing that grows from Zarya to both sides."""

from dataclasses import dataclass

from course.station import ROOT

PORTS = ("starboard", "zenith", "forward", "mobile", "aft", "nadir", "port")  # from top to bottom
_SPREAD = 2  # rows from leaf to leaf on the shorter side


@dataclass(frozen=True)
class Node:
    """A module in the drawing.

    Attributes
    ----------
    name, owner, segment : str
    parent : int
        Its place in the list of nodes, -1 for the root.
    side : int
        -1 on the side of the US segment, 1 on the other, 0 for the root.
    depth : int
        Joints from the root.
    row : float
        On a wide drawing, which grows from the root to the left and to the right.
    line, indent : int
        On a narrow drawing, an outline: its line, and how far it is moved in. Modules in a row, with nothing
        else attached, stand on one line.
    """

    name: str
    owner: str
    segment: str
    parent: int
    side: int
    depth: int
    row: float
    line: int
    indent: int


def tree(present):
    """Return the nodes of a drawing: Zarya first, each before all that hang on it.

    Parameters
    ----------
    present : DataFrame
        From `course.station.modules`.
    """
    parents = dict(zip(present["name"], present["parent"], strict=True))
    ports = dict(zip(present["name"], present["port"], strict=True))
    children = {name: [] for name in parents}
    for name in filter(parents.get, parents):
        children[parents[name]].append(name)
    for each in children.values():
        each.sort(key=lambda name: PORTS.index(ports[name]))
    sides = {-1: [name for name in children[ROOT] if ports[name] == "forward"]}
    sides[1] = [name for name in children[ROOT] if name not in sides[-1]]
    rows, lines = _rows(children, sides), _lines(children, sides)
    side_of = {ROOT: 0}
    for side, first in sides.items():
        side_of |= {name: side for top in first for name, _ in _walk(top, children)}
    depth_of = dict(_walk(ROOT, children))
    facts, order = present.set_index("name"), list(depth_of)
    return [
        Node(name, facts.at[name, "owner"], facts.at[name, "segment"],
             order.index(parents[name]) if parents[name] else -1,
             side_of[name], depth_of[name], rows[name], *lines[name])
        for name in order
    ]  # fmt: skip


def _walk(name, children, depth=0):
    """Yield a module and all beyond it, with their depth, parents first."""
    yield name, depth
    for child in children[name]:
        yield from _walk(child, children, depth + 1)


def _rows(children, sides):
    """Return the row of each module: leaves one below the other, a parent in the middle of its children."""
    rows = {}

    def place(name, free, spread):
        if not children[name]:
            rows[name] = free
            return free + spread
        for child in children[name]:
            free = place(child, free, spread)
        rows[name] = (rows[children[name][0]] + rows[children[name][-1]]) / 2
        return free

    middles = {}
    for side, spread in ((-1, 1), (1, _SPREAD)):
        free = 0
        for top in sides[side]:
            free = place(top, free, spread)
        firsts = [rows[top] for top in sides[side]]
        middles[side] = (firsts[0] + firsts[-1]) / 2 if firsts else 0
    rows[ROOT] = middles[-1]
    for top in sides[1]:
        for name, _ in _walk(top, children):
            rows[name] += middles[-1] - middles[1]
    least = min(rows.values())
    return {name: row - least for name, row in rows.items()}


def _lines(children, sides):
    """Return the line and the indent of each module in an outline, the US segment above Zarya."""
    lines, free = {}, 0

    def write(name, line, indent):
        nonlocal free
        lines[name] = (line, indent)
        free = max(free, line + 1)
        alone = all(len(children[each]) < 2 for each, _ in _walk(name, children))
        for child in children[name]:
            write(child, *((line, indent) if alone else (free, indent + 1)))

    for top in sides[-1]:
        write(top, free, 1)
    lines[ROOT] = (free, 0)
    free += 1
    for top in sides[1]:
        write(top, free, 1)
    return lines
