"""Solids: the bodies of the station as flat faces, for WebGL, a flat canvas and print.

A face has four corners (a triangle has its last one twice), the body that it belongs to and a tone. Tones
make the patterns that tell the owners apart without colour: Russian rings, European stripes, Japanese checks,
fine rings for Canada; what US owners have is plain. Zarya, built in Russia, bears rings in the US colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from course.layout import Body
from course.quantities import Array
from course.widgets.kit.owners import OWNERS, built
from course.widgets.kit.palette import colour

PLAIN, DARK, PALE, LIGHT = range(4)  # tones of a face
PATTERNS = {  # role: (how owners are told apart, its mark in words)
    "american": "plain",
    "russian": "rings",
    "european": "stripes",
    "japanese": "checks",
    "canadian": "fine rings",
    "quiet": "plain",
}
RING_M, CHECK_M, FINE_M = 1.5, 1.9, 0.9
CELL_M, BLANKET_M = 2.3, 4.3  # of the truss; of a wing
MIXED = (("ink", 0.0), ("ink", 0.45), ("sky", 0.5), ("sky", 0.34))  # of each tone: role and its share
AMBIENT, DIRECT = 0.62, 0.42  # shares of the light, the second from where the reader's lamp stands
LAMP = np.array([-0.28, 0.16, 0.947])  # to the right, up, towards the reader
HELD = np.array([(1, 0, 0), (0, 0, -1), (0, 1, 0)])  # station frame to ahead, up, right, as it usually flies


@dataclass(frozen=True)
class Faces:
    """Faces of several bodies.

    Attributes
    ----------
    corners_m : ndarray
        (n, 4, 3), in the frame of `course.layout`; counter-clockwise for who looks from outside.
    body : ndarray
        (n,), index of the body in the sequence that `faces` was given.
    tone : ndarray
        (n,), `PLAIN`, `DARK`, `PALE` or `LIGHT`.
    """

    corners_m: np.ndarray
    body: np.ndarray
    tone: np.ndarray


def faces(bodies: Sequence[Body]) -> Faces:
    """Return the faces of `course.layout` bodies."""
    corners, owner, tones = [], [], []
    for at, body in enumerate(bodies):
        local, tone = _DRAWN[body.shape](body)
        axes = np.array([body.axis, body.across, np.cross(body.axis, body.across)])
        corners.append(body.centre_m + _outward(local) @ axes)
        owner.append(np.full(len(local), at))
        tones.append(tone)
    return Faces(np.concatenate(corners), np.concatenate(owner), np.concatenate(tones))


def sight(turn_deg: float, tilt_deg: float) -> Array:
    """Return the ways to the reader's right, up and towards the reader, as rows of ahead, up, right."""
    turn, tilt = np.radians([turn_deg, tilt_deg])
    near = np.array([np.sin(turn) * np.cos(tilt), np.sin(tilt), np.cos(turn) * np.cos(tilt)])
    right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
    return np.array([right, np.cross(near, right), near])


def normals(corners: Array) -> Array:
    """Return the unit vector square to each face, (n, 3)."""
    across = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    return across / np.linalg.norm(across, axis=1, keepdims=True)


def _outward(local):
    """Turn the faces round that look inward, seen from the middle of the body."""
    inward = np.sum(normals(local) * local.mean(axis=1), axis=1) < -1e-9
    local[inward] = local[inward][:, ::-1]
    return local


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour mixed with a share of another, both ``#rrggbb``."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(low + share * (high - low)):02x}" for low, high in pairs)


def shaded(body: Body, tone: int, light: float, role: str | None = None) -> str:
    """Return the colour in print of a face of a body, by its tone and how much light falls on it.

    The colour is that of the owner, or that of `role`.
    """
    other, share = MIXED[tone]
    return mixed("#000000", mixed(colour(role or colour_role(body)), colour(other), share), light)


def light(normal: Array) -> Array:
    """Return how much light falls on faces: `normal` (n, 3) to the right, up, towards the reader."""
    return AMBIENT + DIRECT * np.clip(normal @ LAMP, 0, 1)


def colour_role(body: Body) -> str:
    """Return the role in the palette that colours a body: that of its owner."""
    return OWNERS[body.owner].role


def pattern_role(body: Body) -> str:
    """Return the role whose pattern a body bears: that of its builder, where that is another."""
    return OWNERS[built(body.module, body.owner)].role


def _channels(one):
    return [int(one[at : at + 2], 16) for at in (1, 3, 5)]


def _round(body):
    """Return a cylinder with shoulders at both ends, in the pattern of its owner."""
    shoulder = min(0.09 * body.length_m, 0.25 * body.width_m) / body.length_m
    return _turned(body, (0, shoulder, 1 - shoulder, 1), (0.66, 1, 1, 0.66))


def _dome(body):
    return _turned(body, (0, 0.45, 1), (1, 1, 0.45))


def _ball(body):
    angle = np.linspace(-1.2, 1.2, 7)
    along = 0.5 + 0.5 * np.sin(angle) / np.sin(1.2)
    return _turned(body, along, np.cos(angle))


def _turned(body, along, radius):
    """Return a body of revolution: `along` 0 to 1 from end to end, `radius` as a share of the greatest."""
    role = pattern_role(body)
    band = {"russian": RING_M, "japanese": CHECK_M, "canadian": FINE_M}.get(role, body.length_m)
    bands = 2 * max(round(body.length_m / band / 2), 1) + 1 if band < body.length_m else 1
    cuts = np.unique(np.round(np.concatenate([along, np.linspace(0, 1, bands + 1)]), 9))
    radii = np.interp(cuts, along, radius)
    sides = 16 if body.width_m > 3 else 8 if body.width_m < 1 else 12
    angle = 2 * np.pi * np.arange(sides + 1) / sides
    ring = np.stack(
        [np.zeros(sides + 1), np.cos(angle) * body.width_m / 2, np.sin(angle) * body.depth_m / 2], 1
    )
    rings = [
        ring * [1, r, r] + [(cut - 0.5) * body.length_m, 0, 0] for cut, r in zip(cuts, radii, strict=True)
    ]
    quads, tones = [], []
    for low, high in pairwise(rings):
        middle = (low[0, 0] + high[0, 0]) / 2 / body.length_m + 0.5
        ring_at = min(int(middle * bands), bands - 1)
        for side in range(sides):
            quads.append([low[side], low[side + 1], high[side + 1], high[side]])
            tones.append(_tone(role, ring_at, side))
    for end in (rings[0][::-1], rings[-1]):  # a fan of four corners each closes the end
        for first in range(1, sides - 1, 2):
            quads.append([end[0], end[first], end[first + 1], end[min(first + 2, sides)]])
            tones.append(PLAIN)
    return np.array(quads), np.array(tones)


def _tone(role, ring, side):
    odd = {
        "russian": ring % 2,
        "canadian": ring % 2,
        "european": side // 2 % 2,
        "japanese": (ring + side // 2) % 2,
    }.get(role, 0)
    return DARK if odd else PLAIN


def _truss(body):
    """Return a box whose sides are cut along their diagonals, as the bars of a truss run."""
    cells = max(round(body.length_m / CELL_M), 1)
    quads, tones = [], []
    for low, high in _sections(body, cells):
        for side in range(4):
            a, b, c, d = low[side], low[side + 1], high[side + 1], high[side]
            quads += [[a, b, c, c], [a, c, d, d]]
            tones += [PLAIN, DARK]
    return _closed(body, quads, tones)


def _box(body):
    """Return a box, its sides in checks."""
    quads, tones = [], []
    for at, (low, high) in enumerate(_sections(body, 3)):
        for side in range(4):
            quads.append([low[side], low[side + 1], high[side + 1], high[side]])
            tones.append(_tone(pattern_role(body), at, 2 * side))
    return _closed(body, quads, tones)


def _sections(body, cells):
    corner = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]) / 2 * [body.width_m, body.depth_m]
    along = (np.arange(cells + 1) / cells - 0.5) * body.length_m
    rings = [np.column_stack([np.full(5, one), corner]) for one in along]
    return pairwise(rings)


def _closed(body, quads, tones):
    corner = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2 * [body.width_m, body.depth_m]
    for end, turn in ((-0.5, -1), (0.5, 1)):
        quads.append(np.column_stack([np.full(4, end * body.length_m), corner[::turn]]))
        tones.append(PLAIN)
    return np.array(quads), np.array(tones)


def _wing(body):
    """Return two blankets on both sides of a mast, in strips across."""
    strips = 2 * round(body.length_m / BLANKET_M / 2) + 1
    mast = 0.04
    quads, tones = [], []
    for at in range(strips):
        for low, high, tone in ((-0.5, -mast, PALE), (-mast, mast, DARK), (mast, 0.5, PALE)):
            quads.append(_sheet(body, at / strips - 0.5, (at + 1) / strips - 0.5, low, high))
            tones.append(tone if tone == DARK or at % 2 == 0 else LIGHT)
    return np.array(quads), np.array(tones)


def _radiator(body):
    cuts = np.linspace(-0.5, 0.5, 5)
    quads = [_sheet(body, low, high, -0.5, 0.5) for low, high in pairwise(cuts)]
    return np.array(quads), np.full(len(quads), PALE)


def _sheet(body, start, end, low, high):
    along, across = body.length_m * np.array([start, end]), body.width_m * np.array([low, high])
    return [[along[i], across[j], 0.0] for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))]


_DRAWN = {
    "cylinder": _round,
    "dome": _dome,
    "ball": _ball,
    "arm": _round,
    "truss": _truss,
    "box": _box,
    "wing": _wing,
    "radiator": _radiator,
}
FLAT = ("wing", "radiator")  # shapes with two sides to look at
