"""Dependencies: what Python computes for the picture."""

from functools import cache

import numpy as np

from course import station
from course.widgets.dependencies import parting
from course.widgets.dependencies import words as wording
from course.widgets.dependencies.states import states
from course.widgets.kit import solids
from course.widgets.kit.arrays import Arrays, Rounded
from course.widgets.kit.frames import rows
from course.widgets.kit.owners import OWNERS
from course.widgets.kit.words import Words

PARTNERS = {"Europe", "Japan", "Canada"}


@cache
def precomputed(day: np.datetime64) -> tuple[Arrays, Words]:
    """Return the arrays and the words of a day, for the whole station and for each cut; once in a kernel."""
    present, provided = station.modules(day), list(rows(station.functions(day)))
    joints = station.joints(day)
    return _arrays(day, joints), {
        "bodies": [[body.module, role]
                   for body, role in zip(parting.bodies(day), parting.roles(day), strict=True)],
        "mixed": solids.MIXED,
        "key": _key(present),
        "roles": {f"{segment} segment": role for segment, role in wording.ROLES.items()},
        "functions": list(station.FUNCTIONS),
        "states": states(day, provided, joints),
        "named": [joint for joint in station.CUTS if joint in joints],
        "how": {one: [[row.module, row.level, row.how] for row in provided if row.function == one]
                for one in station.FUNCTIONS},
        "heads": wording.HEAD,
        "notes": [
            wording.mass_note(station.station_masses(), np.datetime64(day)),
            wording.DRAWING_NOTE,
            wording.HOW_NOTE,
        ],
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
        "across_m": np.array([one.across_m for one in cuts]).reshape(-1, 2),
        "joint_m": np.array([one.joint_m for one in cuts]).reshape(-1, 2),
        "moved_m": np.array([one.moved_m for one in cuts]).reshape(-1, 2, 2),
        "pins_m": np.array([parting.PINS_M[one] for one in station.CUTS if one in joints]).reshape(-1, 2),
        "names_m": np.array([one.names_m for one in cuts]).reshape(-1, 2, 3),
    }


def _key(present):
    """Return role and words of each segment that is there."""
    american = present[present["segment"] == "US"]
    partners = [owner for owner in OWNERS if owner in PARTNERS & set(american["owner"])]
    others = wording.KEY_PARTNERS.format(", ".join(partners)) if partners else ""
    words = {"Russian": wording.KEY_RUSSIAN, "US": wording.KEY_US + others}
    there = [segment for segment in words if segment in set(present["segment"])]
    return [[wording.ROLES[segment], words[segment]] for segment in there]


def _segments_m(day):
    """Return where the names of the two segments stand before a cut; nothing while Zarya is alone."""
    if "PMA-1/Zarya" not in station.joints(day):
        return np.empty((0, 3))
    one = parting.cut(day, "PMA-1/Zarya")
    return one.names_m - np.column_stack([one.moved_m, [0, 0]])
