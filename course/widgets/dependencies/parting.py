"""Parting: the station as it is drawn, which part each body is in after a cut, and which way the parts go.

The picture opens a gap that can be seen; it does not show where the parts would be (Unit 4 computes that).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from course import layout, station
from course.layout import Body
from course.quantities import Array
from course.widgets.dependencies.words import ROLES
from course.widgets.kit import solids

TURN_DEG, TILT_DEG = 25.0, -14.0  # from starboard, ahead and below: what is Russian stands free on the left
GAPS_M = {"PMA-1/Zarya": 16.0, "Zarya/Zvezda": 11.0, "Zvezda/Nauka": 9.0}  # at the joints of the course
SMALL_GAP_M = 5.0  # at all others
PARTNERS = ("european", "japanese", "canadian")
PINS_M = {  # of the joints of the course: where the pin to press stands, to the right and up, beside the b
    "PMA-1/Zarya": (2.5, -16.0),
    "Zarya/Zvezda": (-9.0, 8.0),
    "Zvezda/Nauka": (-11.0, -8.0),
}


@dataclass(frozen=True)
class Seen:
    """The faces that look to the reader, the farthest first.

    Attributes
    ----------
    corners_m : ndarray
        (n, 4, 2): to the right and up.
    body, tone : ndarray
        (n,): as in `course.widgets.kit.solids.Faces`.
    light : ndarray
        (n,): how much light falls on each.
    """

    corners_m: np.ndarray
    body: np.ndarray
    tone: np.ndarray
    light: np.ndarray


@dataclass(frozen=True)
class Cut:
    """One joint, cut.

    Attributes
    ----------
    second : ndarray of bool
        Of each body, whether it is in the part that is named second.
    joint_m : ndarray
        Where the two modules touch, to the right and up.
    across_m : ndarray
        From the middle of the joint to its rim, square to the module that hangs there, to the right and up.
    moved_m : ndarray
        (2, 2): how far each part moves. They share the gap as they would share a push, by their masses.
    left : int
        Which part stands on the left then, 0 or 1.
    names_m : ndarray
        (2, 3): of each part where its name stands, and 1 if above it, -1 if below.
    """

    second: np.ndarray
    joint_m: np.ndarray
    across_m: np.ndarray
    moved_m: np.ndarray
    left: int
    names_m: np.ndarray


@cache
def bodies(day: np.datetime64) -> tuple[Body, ...]:
    return layout.bodies(day)


@cache
def roles(day: np.datetime64) -> tuple[str, ...]:
    """Return of each body the role in the palette of its segment: the US one holds its partners' modules."""
    segments = station.modules(day).set_index("name")["segment"]
    return tuple(ROLES[segments[body.module]] for body in bodies(day))


def _across(body):
    right, up, _ = _on_screen(body.axis)
    return np.array([-up, right]) / np.hypot(right, up) * body.width_m / 2


def _on_screen(places_m):
    axes = solids.sight(TURN_DEG, TILT_DEG)
    return np.asarray(places_m) @ solids.HELD.T @ axes.T


@cache
def seen(day: np.datetime64) -> Seen:
    """Return the `Seen` faces of the station of a day."""
    faces = solids.faces(bodies(day))
    corners, normals = _on_screen(faces.corners_m), _on_screen(solids.normals(faces.corners_m))
    flat = np.array([body.shape in solids.FLAT for body in bodies(day)])[faces.body]
    normals *= np.where(flat & (normals[:, 2] < 0), -1, 1)[:, None]  # a wing is seen from both sides
    shown = np.flatnonzero(normals[:, 2] > 0)
    shown = shown[np.argsort(corners[shown, :, 2].mean(axis=1), kind="stable")]
    partner = np.array([solids.pattern_role(body) in PARTNERS for body in bodies(day)])
    tone = np.where(partner[faces.body], solids.PLAIN, faces.tone)  # rings are Russian, all else is plain
    return Seen(corners[shown, :, :2], faces.body[shown], tone[shown], solids.light(normals[shown]))


@cache
def cut(day: np.datetime64, joint: str) -> Cut:
    """Return the `Cut` of a joint of `course.station.joints`."""
    first, second = station.parts(day, cut=joint)
    inside = np.array([body.module in second.modules for body in bodies(day)])
    own = {body.module: body for body in bodies(day) if body.part == "body"}
    from_, to = (_on_screen(own[part.name].centre_m)[:2] for part in (first, second))
    way = (to - from_) / np.hypot(*(to - from_))
    share = second.mass_kg / (first.mass_kg + second.mass_kg)
    gap = GAPS_M.get(joint, SMALL_GAP_M)
    moved = np.array([-share * gap * way, (1 - share) * gap * way])
    boxes = [_box(day, inside == side) + moved[int(side)] for side in (False, True)]
    child = first.name if station.root_path(first.name, day)[1:2] == [second.name] else second.name
    left = int(boxes[1].mean(axis=0)[0] < boxes[0].mean(axis=0)[0])
    return Cut(
        second=inside,
        joint_m=_on_screen(own[child].ends_m[0])[:2],
        across_m=_across(own[child]),
        moved_m=moved,
        left=left,
        names_m=np.array([_name_place(box, below=at == left) for at, box in enumerate(boxes)]),
    )


def _box(day, chosen):
    """Return the least and the greatest to the right and up of the bodies that are chosen, (2, 2)."""
    view = seen(day)
    corners = view.corners_m[chosen[view.body]].reshape(-1, 2)
    return np.array([corners.min(axis=0), corners.max(axis=0)])


def _name_place(box, below):
    """Return where the name of a part stands: that of the left one below it, where nothing else is."""
    return (box[:, 0].mean(), box[0, 1], -1) if below else (box[:, 0].mean(), box[1, 1], 1)


@cache
def limits(day: np.datetime64) -> Array:
    """Return what the drawing holds, (2, 2): the station, and each part of each cut where it goes."""
    boxes = [_box(day, np.full(len(bodies(day)), True))]
    for joint in station.joints(day):
        one = cut(day, joint)
        boxes += [_box(day, one.second == side) + one.moved_m[int(side)] for side in (False, True)]
    found = np.array(boxes)
    return np.array([found[:, 0].min(axis=0), found[:, 1].max(axis=0)])
