"""Who depends on whom: the station as a graph, cut at any joint, and what each of the two parts has then."""

from functools import cache

import numpy as np
import traitlets

from course import station
from course.figures import blank, style
from course.figures import dependencies as twin
from course.figures.owners import OWNERS, built, key
from course.figures.palette import unmarked
from course.quantities import instant
from course.widgets.base import Picture, module
from course.widgets.dependency_states import states
from course.widgets.tree import tree

CLIP = "2022-03-05"  # the day of the clip in which the Russian segment leaves


def dependencies(date=CLIP, question=None, *, cut=None, function=None):
    """Return the graph of the station that can be cut in two, to show as the last line of a cell.

    Parameters
    ----------
    date : str, date, datetime or datetime64
        From 1998-11-20 to `course.station.AS_OF`.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    cut : str, optional
        The joint that is cut, "PMA-1/Zarya"; by default none. Any joint of that day will do.
    function : str, optional
        One of `course.station.FUNCTIONS`, to show which modules provide it.

    Examples
    --------
    >>> dependencies(cut="PMA-1/Zarya").sentence            # doctest: +NORMALIZE_WHITESPACE
    'Cut at PMA-1/Zarya, the US part lacks propulsion and refuelling and has reboost only with a ship; the
    Russian part lacks attitude control by gyroscopes and has only its own power, life support and
    communications.'
    """
    return Dependencies(date, question, cut=cut, function=function)


class Dependencies(Picture):
    """The picture that `dependencies` makes.

    Attributes
    ----------
    date : datetime64
        The day whose station is shown.
    cut : str or None
        The joint that the reader cut last, None for the whole station. Setting it cuts the picture.
    function : str or None
        The function whose modules stand out.
    parts : tuple of course.station.Part
        The two parts of the cut; empty for the whole station.
    """

    _esm = module("owners.js", "dependencies-tree.js", "dependencies-table.js", "dependencies.js")
    title = "Who depends on whom"

    cut = traitlets.Unicode(allow_none=True).tag(sync=True)
    function = traitlets.Enum(station.FUNCTIONS, None, allow_none=True).tag(sync=True)

    def __init__(self, date=CLIP, question=None, *, cut=None, function=None):
        self.date = instant("date", date).astype("datetime64[D]")
        arrays, words = _precomputed(self.date)
        super().__init__(arrays=arrays, words=words, question=question, cut=cut, function=function)

    @traitlets.validate("cut")
    def _as_it_is_written(self, proposal):
        if proposal.value is None:
            return None
        first, second = (part.name for part in station.parts(self.date, cut=proposal.value))
        either = (f"{first}/{second}", f"{second}/{first}")
        return next(joint for joint in station.joints(self.date) if joint in either)

    @property
    def parts(self):
        return station.parts(self.date, cut=self.cut) if self.cut else ()

    @property
    def sentence(self):
        return unmarked(self._state["sentence"])

    @property
    def alt(self):
        return self._state["alt"]

    @property
    def _state(self):
        return next(state for state in self.words["states"] if state["cut"] == self.cut)

    def draw(self, ax):
        nodes, come_off = _nodes(self.date), None
        if self.cut:
            come_off = _comes_off(self.cut, nodes)
        twin.draw(ax, nodes, cut=come_off)
        twin.draw_key(ax, nodes)

    def figure(self):
        figure, ax = blank(width_in=9.6, height_in=7.4)
        ax.remove()
        with style():
            graph_ax, table_ax = figure.subplots(2, 1, height_ratios=(3, 2))
        self.draw(graph_ax)
        texts = [["; ".join(": ".join(line) for line in cell["lines"]) or twin.NEVER for cell in part]
                 for part in self._state["cells"]]  # fmt: skip
        rows = [*zip(station.FUNCTIONS, *texts, strict=True), (twin.HEAD["mass"], *self._state["masses"])]
        twin.draw_table(table_ax, self._state["heads"], rows)
        return figure


@cache
def _nodes(day):
    return tree(station.modules(day))


@cache
def _precomputed(day):
    """Return the arrays and the words of a day, for the whole station and for each cut; once in a kernel."""
    nodes, provided = _nodes(day), list(station.functions(day).itertuples())
    places = {node.name: place for place, node in enumerate(nodes)}
    joints = station.joints(day)
    badges = [(places[row.module], station.FUNCTIONS.index(row.function), station.LEVELS.index(row.level))
              for row in provided]  # fmt: skip
    columns = ("parent", "side", "depth", "row", "line", "indent")
    arrays = {name: [getattr(node, name) for node in nodes] for name in columns}
    arrays["badges"] = np.array(badges, float).reshape(-1, 3)
    arrays["comes_off"] = [_comes_off(joint, nodes) for joint in joints]
    words = {
        "nodes": [{"name": node.name, "owner": node.owner, "built": built(node.name, node.owner)}
                  for node in nodes],
        "roles": {owner: drawn.role for owner, drawn in OWNERS.items()},
        "key": key([node.owner for node in nodes], places),
        "functions": list(station.FUNCTIONS),
        "states": states(day, provided, joints),
        "named": [joint for joint in station.CUTS if joint in joints],
        "how": {one: [[row.module, row.level, row.how] for row in provided if row.function == one]
                for one in station.FUNCTIONS},
        "heads": twin.HEAD,
        "never": twin.NEVER,
        "mass_note": twin.mass_note(station.station_masses()),
        "how_note": twin.HOW_NOTE,
        "closed": "Graph of the modules of the station and how they hang together. Answer the question or "
        "skip it to see what each provides.",
    }  # fmt: skip
    return arrays, words


def _comes_off(joint, nodes):
    """Return the place of the module that comes off at a joint: of the two, the one farther from Zarya."""
    return max((at for at, node in enumerate(nodes) if f"/{node.name}/" in f"/{joint}/"),
               key=lambda at: nodes[at].depth)  # fmt: skip
