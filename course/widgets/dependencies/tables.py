"""Dependencies: what Python computes for the picture."""

from functools import cache

import numpy as np

from course import station
from course.widgets.dependencies import figure as twin
from course.widgets.dependencies import words as wording
from course.widgets.dependencies.states import states
from course.widgets.dependencies.tree import tree
from course.widgets.kit.owners import OWNERS, built, key


@cache
def nodes_on(day):
    return tree(station.modules(day))


@cache
def precomputed(day):
    """Return the arrays and the words of a day, for the whole station and for each cut; once in a kernel."""
    nodes, provided = nodes_on(day), list(station.functions(day).itertuples())
    places = {node.name: place for place, node in enumerate(nodes)}
    joints = station.joints(day)
    badges = [(places[row.module], station.FUNCTIONS.index(row.function), station.LEVELS.index(row.level))
              for row in provided]  # fmt: skip
    columns = ("parent", "side", "depth", "row", "line", "indent")
    arrays = {name: [getattr(node, name) for node in nodes] for name in columns}
    arrays["badges"] = np.array(badges, float).reshape(-1, 3)
    arrays["comes_off"] = [comes_off(joint, nodes) for joint in joints]
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
        "heads": wording.HEAD,
        "never": twin.NEVER,
        "mass_note": wording.mass_note(station.station_masses()),
        "how_note": wording.HOW_NOTE,
        "closed": "Graph of the modules of the station and how they hang together. Answer the question or "
        "skip it to see what each provides.",
    }  # fmt: skip
    return arrays, words


def comes_off(joint, nodes):
    """Return the place of the module that comes off at a joint: of the two, the one farther from Zarya."""
    return max((at for at, node in enumerate(nodes) if f"/{node.name}/" in f"/{joint}/"),
               key=lambda at: nodes[at].depth)  # fmt: skip
