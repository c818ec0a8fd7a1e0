"""Station geometry: the modules as bodies in space, put together from the graph of their joints.

Schematic: each module is one simple body with its published length and diameter, set end to end or on the
side of the module that it hangs on. What the graph does not know stands in two small tables: where along a
module a port on its side lies (``ports.csv``), and what is no plain cylinder, or unfolds (``shapes.csv``).
Ships that visit are left out.

The frame is fixed to the station: x forward, y to starboard, z to nadir (down to the Earth), in m, from the
joint of Zarya and PMA-1; so what is Russian lies at negative x.
"""

import csv
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from course import station
from course.data import read_text
from course.quantities import Array, Moment, instant

DIRECTIONS = {
    "forward": (1, 0, 0),
    "aft": (-1, 0, 0),
    "starboard": (0, 1, 0),
    "port": (0, -1, 0),
    "nadir": (0, 0, 1),
    "zenith": (0, 0, -1),
}
SHAPES = ("cylinder", "truss", "box", "dome", "ball", "arm", "wing", "radiator")
HULLS = ("cylinder", "dome", "ball")  # what holds air
ARM_M = np.array([(0.0, 0.77, 0.64), (0.35, 0.72, 0.6), (0.66, -0.15, 0.74)])
# Canadarm2: where on Destiny's side it stands, and which way its two halves point, in one of many places


@dataclass(frozen=True)
class Body:
    """One body of the station.

    Attributes
    ----------
    module, owner, segment : str
        As in `course.station.modules`.
    part : str
        "body", or what unfolds from it: "wing 1", "radiator 2".
    shape : str
        One of `SHAPES`.
    centre_m : ndarray
        x, y, z.
    axis, across : ndarray
        Unit vectors: along its length, away from what it hangs on; and along its width.
    length_m, width_m, depth_m : float
        Along `axis`, along `across`, and along the third direction; a cylinder's diameter is width and depth.
    """

    module: str
    part: str
    shape: str
    owner: str
    segment: str
    centre_m: Array
    axis: Array
    across: Array
    length_m: float
    width_m: float
    depth_m: float

    @property
    def ends_m(self) -> Array:
        """The two ends of its axis, the one that hangs on something first; an array (2, 3)."""
        reach = self.length_m / 2 * self.axis
        return np.array([self.centre_m - reach, self.centre_m + reach])

    @property
    def corners_m(self) -> Array:
        """The eight corners of the box around it; an array (8, 3)."""
        sides = (
            self.length_m / 2 * self.axis,
            self.width_m / 2 * self.across,
            self.depth_m / 2 * np.cross(self.axis, self.across),
        )
        signs = np.array(np.meshgrid((-1, 1), (-1, 1), (-1, 1))).reshape(3, -1)
        return self.centre_m + signs.T @ np.array(sides)

    def reach_m(self, direction: Array) -> float:
        """Return how far its surface is from its axis, or its ends from its middle, in a direction."""
        along = (self.axis, self.across, np.cross(self.axis, self.across))
        sizes = (self.length_m, self.width_m, self.depth_m)
        return sum(abs(np.dot(one, direction)) * size / 2 for one, size in zip(along, sizes, strict=True))


def bodies(date: Moment | None = None) -> tuple[Body, ...]:
    """Return the bodies of the station on a date: first each module's own, in the order of joining.

    Parameters
    ----------
    date : str, date, datetime or datetime64, optional
        As in `course.station.modules`.

    Returns
    -------
    tuple of Body

    Examples
    --------
    >>> us, russian = bodies("1998-12-07"), bodies("2022-03-05")
    >>> [body.module for body in us if body.part == "body"]
    ['Zarya', 'PMA-1', 'Unity', 'PMA-2']
    >>> print("{:.0f} m by {:.0f} m".format(*size_m("2022-03-05")[:2]))     # NASA: 73 m by 109 m
    74 m by 109 m
    """
    return _bodies(station.AS_OF if date is None else instant("date", date).astype("datetime64[D]"))


@cache
def _bodies(day):
    present = station.modules(day).to_dict("records")
    own, parts = {}, []
    for row in _parents_first(present):
        body = _body(row, own)
        own[row["name"]] = body
        parts.extend(_unfolded(body, day))
    return (*(own[row["name"]] for row in present), *parts)


def size_m(date: Moment | None = None) -> Array:
    """Return how far the station reaches along x, y and z on a date, in m.

    Examples
    --------
    >>> size_m("1998-12-01").round(1)       # Zarya alone, with its wings
    array([12.6, 25.5,  4.1])
    """
    corners = np.concatenate([body.corners_m for body in bodies(date)])
    return np.ptp(corners, axis=0)


def cylinders_m3(date: Moment | None = None) -> float:
    """Return the volume of cylinders with the length and diameter of all modules that hold air, in m3.

    This is their outside: walls, machines and racks take much of it. Trusses, the platform of Kibo and the
    arm do not count.

    Examples
    --------
    >>> round(cylinders_m3("1998-11-20"))       # Zarya: 12.56 m long, 4.11 m across
    167
    """
    hulls = [body for body in bodies(date) if body.part == "body" and body.shape in HULLS]
    return float(sum(np.pi / 4 * body.width_m**2 * body.length_m for body in hulls))


def days() -> list[str]:
    """Return the days on which the station got another shape, in order, as text such as "1998-11-20".

    Examples
    --------
    >>> len(days()), days()[-1]
    (48, '2021-11-26')
    """
    moved = {row["since"] for row in _rows("attachments.csv")}
    left = {row["removed"] for row in _rows("modules.csv")}
    folded = {row["until"] for row in _rows("shapes.csv")}
    return sorted((moved | left | folded) - {""})


def _parents_first(present):
    """Yield the rows of modules so that each comes after what it hangs on."""
    waiting, known = list(present), {""}
    while waiting:
        ready = [row for row in waiting if row["parent"] in known]
        yield from ready
        known |= {row["name"] for row in ready}
        waiting = [row for row in waiting if row["name"] not in known]


def _body(row, own):
    """Return the body of a module at its place; `own` holds those that are placed already."""
    fact = _own_shapes().get(row["name"], {})
    shape = fact.get("shape") or "cylinder"
    length, width, depth = (
        float(fact.get(name) or row[listed])
        for name, listed in (("length_m", "length_m"), ("width_m", "diameter_m"), ("depth_m", "diameter_m"))
    )
    sizes: dict[str, Any]  # Any: fields of a Body, by name
    sizes = {"length_m": length, "width_m": width, "depth_m": depth}
    named = {"module": row["name"], "part": "body", "owner": row["owner"], "segment": row["segment"]}
    if not row["parent"]:  # Zarya: its forward end is the origin
        axis = _way("forward")
        return Body(
            **named, shape=shape, centre_m=-length / 2 * axis, axis=axis, across=_way("port"), **sizes
        )
    parent = own[row["parent"]]
    if shape == "arm":
        return _boom(parent.centre_m + parent.width_m / 2 * _unit(ARM_M[0]), 1, named, sizes)
    out = _way(row["port"])
    axis = _way(fact["towards"]) if fact.get("towards") else out
    across = next(way for way in (parent.axis, parent.across, _way("zenith")) if not way @ axis)
    body = Body(**named, shape=shape, centre_m=np.zeros(3), axis=axis, across=across, **sizes)
    return replace(body, centre_m=_port_m(parent, row["port"]) + body.reach_m(out) * out)


def _port_m(parent, port):
    """Return where a port is: at an end of the parent, or on its side."""
    out = _way(port)
    surface = parent.centre_m + parent.reach_m(out) * out
    if parent.axis @ out:
        return surface
    return surface + _places().get((parent.module, port), 0.0) * parent.length_m / 2 * parent.axis


def _boom(start, half, named, sizes):
    """Return one half of the arm, from where it begins."""
    axis = _unit(ARM_M[half])
    sizes = sizes | {"length_m": sizes["length_m"] / 2}
    centre = start + sizes["length_m"] / 2 * axis
    across = _unit(np.cross(ARM_M[1], ARM_M[2]))
    return Body(**named, shape="arm", centre_m=centre, axis=axis, across=across, **sizes)


def _unfolded(body, day):
    """Return what unfolds from a module's body and is there on a day."""
    if body.shape == "arm":
        sizes = {"length_m": 2 * body.length_m, "width_m": body.width_m, "depth_m": body.depth_m}
        named = {"module": body.module, "part": "boom", "owner": body.owner, "segment": body.segment}
        return [_boom(body.ends_m[1], 2, named, sizes)]
    found = []
    for row in _rows("shapes.csv"):
        over = row["until"] and np.datetime64(row["until"]) <= day
        if row["module"] != body.module or row["part"] == "body" or over:
            continue
        root = body.centre_m + float(row["place"]) * body.length_m / 2 * body.axis
        sides = ("forward", "aft") if body.axis[1] else ("starboard", "port")
        for side in sides if row["towards"] == "both sides" else (row["towards"],):
            length, out = float(row["length_m"]), _way(side)
            found.append(
                replace(
                    body,
                    part=f"{row['part']} {side}" if row["towards"] == "both sides" else row["part"],
                    shape=row["shape"],
                    centre_m=root + (body.reach_m(out) + length / 2) * out,
                    axis=out,
                    across=body.axis,
                    length_m=length,
                    width_m=float(row["width_m"]),
                    depth_m=float(row["depth_m"]),
                )
            )
    return found


def _way(name):
    return np.array(DIRECTIONS[name], dtype=float)


def _unit(vector):
    return vector / np.linalg.norm(vector)


@cache
def _own_shapes():
    return {row["module"]: row for row in _rows("shapes.csv") if row["part"] == "body"}


@cache
def _places():
    return {(row["parent"], row["port"]): float(row["place"]) for row in _rows("ports.csv")}


@cache
def _rows(name):
    return tuple(csv.DictReader(read_text(name).splitlines()))
