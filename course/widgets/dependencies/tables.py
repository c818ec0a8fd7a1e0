"""Dependencies: what Python computes for the picture."""

from functools import cache

import numpy as np

from course import station
from course.widgets.dependencies import parting
from course.widgets.dependencies import words as wording
from course.widgets.dependencies.states import FIRST_JOINT, states
from course.widgets.kit import solids
from course.widgets.kit.arrays import Rounded
from course.widgets.kit.owners import OWNERS, key


@cache
def precomputed(day):
    """Return the arrays and the words of a day, for the whole station and for each cut; once in a kernel."""
    present, provided = station.modules(day), list(station.functions(day).itertuples())
    joints = station.joints(day)
    return _arrays(day, joints), {
        "bodies": [[body.module, solids.colour_role(body)] for body in parting.bodies(day)],
        "mixed": solids.MIXED,
        "roles": {owner: drawn.role for owner, drawn in OWNERS.items()},
        "key": key(present["owner"], list(present["name"])),
        "functions": list(station.FUNCTIONS),
        "short": [wording.SHORT.get(one, one) for one in station.FUNCTIONS],
        "states": states(day, provided, joints),
        "named": [joint for joint in station.CUTS if joint in joints],
        "how": {one: [[row.module, row.level, row.how] for row in provided if row.function == one]
                for one in station.FUNCTIONS},
        "heads": wording.HEAD,
        "notes": [wording.mass_note(station.station_masses()), wording.DRAWING_NOTE, wording.HOW_NOTE],
        "zarya": [FIRST_JOINT, "Zarya", wording.ZARYA],
        "closed": wording.CLOSED,
    }  # fmt: skip


def _arrays(day, joints):
    view, cuts = parting.seen(day), [parting.cut(day, joint) for joint in joints]
    points, corner = np.unique(view.corners_m.reshape(-1, 2).round(3), axis=0, return_inverse=True)
    return {
        "points_m": Rounded(points),
        "corner": corner.reshape(-1, 4),
        "kind": len(solids.MIXED) * view.body + view.tone,
        "light": Rounded(view.light),
        "limits_m": parting.limits(day),
        "whole_names_m": _segments_m(day),
        "second": np.array([one.second for one in cuts]).reshape(len(joints), len(parting.bodies(day))),
        "joint_m": np.array([one.joint_m for one in cuts]).reshape(-1, 2),
        "moved_m": np.array([one.moved_m for one in cuts]).reshape(-1, 2, 2),
        "pins_m": np.array([parting.PINS_M[one] for one in station.CUTS if one in joints]).reshape(-1, 2),
        "names_m": np.array([one.names_m for one in cuts]).reshape(-1, 2, 3),
    }


def _segments_m(day):
    """Return where the names of the two segments stand before a cut; nothing while Zarya is alone."""
    if "PMA-1/Zarya" not in station.joints(day):
        return np.empty((0, 3))
    one = parting.cut(day, "PMA-1/Zarya")
    return one.names_m - np.column_stack([one.moved_m, [0, 0]])
