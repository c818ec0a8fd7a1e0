"""Parting: both parts of a cut at each moment, how they are turned, and where they go."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from course import layout, station
from course.orbits import period_s
from course.quantities import Array, Moment
from course.relative import push_off_m_s, two_body_motion
from course.widgets.kit.solids import HELD

_ROUND = [a * 10**n for n in range(8) for a in (1, 2, 5)]
_UP_KM, _ALONG_KM = 1000.0, 10_000.0  # in the drawing of the orbit the parts leave it by so much at most
_DOWN_KM = 350.0  # and stay above the ground there as well


def larger(partings: Iterable["Parting"]) -> int:
    """Return how many times too large the drawing of the orbit shows the ways of one push."""
    ways = np.array([one.paths_m for one in partings]) / 1000
    along, up, side = np.abs(ways).max(axis=(0, 1, 3))
    down = -min(ways[:, :, 1].min(), 0.0)
    limits = ((_ALONG_KM, along), (_UP_KM, max(up, side)), (_DOWN_KM, down))
    wanted = min(limit / size for limit, size in limits if size > 1e-6)
    return max(size for size in _ROUND if size <= wanted)


ALTITUDE_KM = 420.0
LAP_S = float(period_s(ALTITUDE_KM))
STOPS = 24  # of the slider in each lap
LAPS = np.arange(2 * STOPS + 1) / STOPS
FINE = 2  # points of a path for each stop: what is drawn between them is then good to 0.3 m
PUSHES = {  # name: where the second part of a cut goes: ahead, up, right
    "forward": (1, 0, 0),
    "backward": (-1, 0, 0),
    "up": (0, 1, 0),
    "sideways": (0, 0, -1),
}


@dataclass(frozen=True)
class Parting:
    """One cut and one push.

    Attributes
    ----------
    stays, goes : course.station.Part
        The part that is named first in the cut, and the other one, whose push is meant.
    speeds_m_s : tuple of float
        Of the two in this order, along the push: the first is negative.
    turned : ndarray
        (3, 3): station frame to ahead, up, right. The springs push along the joint, so the station is turned
        until the joint points where the push shall go.
    paths_m : ndarray
        (2, 3, n): of the two in this order, along the track, up, and to the right, from where the station
        would be had it not parted, `FINE` points for each of `LAPS`.
    """

    stays: station.Part
    goes: station.Part
    speeds_m_s: tuple
    turned: np.ndarray
    paths_m: np.ndarray

    @property
    def apart_m(self) -> Array:
        """Where the part that goes is, seen from the one that stays, (3, n), at `LAPS`."""
        return (self.paths_m[1] - self.paths_m[0])[:, ::FINE]


def cuts(date: Moment) -> tuple[str, ...]:
    """Return those of the course's cuts that can be made on a date.

    Examples
    --------
    >>> cuts("2000-01-01"), len(cuts("2022-03-05"))
    (('PMA-1/Zarya',), 3)
    """
    names = set(station.modules(date)["name"])
    return tuple(cut for cut in station.CUTS if names.issuperset(cut.split("/")))


@cache
def parting(date: Moment, cut: str, push: str, relative_m_s: float) -> Parting:
    """Return the `Parting` of a day, a cut of `cuts`, a push of `PUSHES` and a relative speed.

    Examples
    --------
    >>> at_one_lap = parting("2022-03-05", "PMA-1/Zarya", "forward", 0.15).apart_m[:, STOPS]
    >>> [int(metres) for metres in at_one_lap.round(-1)]        # behind, at the same height
    [-2510, 0, 0]
    """
    stays, goes = station.parts(date, cut=cut)
    way = np.array(PUSHES[push])
    fast, slow = push_off_m_s(goes.mass_kg, stays.mass_kg, relative_m_s=relative_m_s)
    paths = np.array([_path_m(way * speed) for speed in (slow, fast)])
    turned = _rotation(HELD @ _joint(date, stays.name, goes.name), way) @ HELD
    return Parting(stays, goes, (slow, fast), turned, paths)


def path_times_s() -> Array:
    """Return the times since the push of the points of a path, in s."""
    return np.arange(FINE * (len(LAPS) - 1) + 1) / (FINE * STOPS) * LAP_S


def _path_m(push_m_s):
    ahead, up, right = (float(each) for each in push_m_s)
    path = two_body_motion(
        path_times_s(),
        altitude_km=ALTITUDE_KM,
        along_m_s=ahead,
        radial_m_s=up,
        cross_m_s=-right,
    )
    return np.array([path.along_m, path.radial_m, -path.cross_m])


def _joint(date, stays, goes):
    """Return the way from one module to the other, in the station frame."""
    rows = station.modules(date).set_index("name")
    if rows.loc[goes, "parent"] == stays:
        return np.array(layout.DIRECTIONS[str(rows.at[goes, "port"])])
    return -np.array(layout.DIRECTIONS[str(rows.at[stays, "port"])])


def _rotation(start, end):
    """Return the shortest turn of one direction into another; half a turn keeps up as it is, if it can."""
    if np.allclose(start, -end):
        axis = np.array([0, 1, 0]) if not start[1] else np.array([1, 0, 0])
        return 2 * np.outer(axis, axis) - np.eye(3)
    cross, cosine = np.cross(start, end), start @ end
    skew = np.array([[0, -cross[2], cross[1]], [cross[2], 0, -cross[0]], [-cross[1], cross[0], 0]])
    return np.eye(3) + skew + skew @ skew / (1 + cosine)
