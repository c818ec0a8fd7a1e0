"""Nodes: when and where an orbit crosses the equator northward, lap after lap."""

from dataclasses import dataclass

import numpy as np

from course.constants import SOLAR_DAY_S
from course.elements import ElementSet, require_element_set
from course.ground.track import ground_track
from course.quantities import Array, Moment, Moments, whole

MOST_LAPS = 6000  # a year of them


@dataclass(frozen=True)
class Nodes:
    """Northward crossings of the equator.

    Attributes
    ----------
    utc : ndarray of datetime64[us]
    longitude_deg : ndarray
        East positive, in [-180, 180).
    """

    utc: Moments
    longitude_deg: Array

    @property
    def period_s(self) -> float:
        """The nodal period, the mean time from crossing to crossing, in s."""
        return float((self.utc[-1] - self.utc[0]) / np.timedelta64(1, "us") / 1e6 / (len(self.utc) - 1))

    @property
    def westward_shift_deg(self) -> float:
        """Mean shift of the crossing from lap to lap, in degrees of longitude, westward positive."""
        return float(np.mean(-np.diff(self.longitude_deg) % 360))


def ascending_nodes(elements: ElementSet, *, start_utc: Moment, laps: int) -> Nodes:
    """Return when and where an orbit crosses the equator northward, lap after lap.

    Parameters
    ----------
    elements : ElementSet
    start_utc : str, date, datetime or datetime64
        Crossings after this moment, UTC.
    laps : int
        Number of whole laps, 1 or more; there is one crossing more than laps.

    Returns
    -------
    Nodes
        Its ``period_s`` and ``westward_shift_deg`` are means over the laps.

    Examples
    --------
    >>> from course import elements
    >>> nodes = ascending_nodes(elements.on("2022-03-12"), start_utc="2022-03-12", laps=15)
    >>> round(nodes.period_s), round(nodes.westward_shift_deg, 1)
    (5573, 23.6)
    """
    require_element_set(elements)
    laps = whole("laps", laps, at_least=1, at_most=MOST_LAPS)
    lap_s = SOLAR_DAY_S / elements.mean_motion_rev_day  # at the epoch; a year away laps differ by 1 %
    track = ground_track(elements, start_utc=start_utc, duration_s=1.03 * (laps + 1) * lap_s, step_s=10)
    below = np.flatnonzero((track.latitude_deg[:-1] < 0) & (track.latitude_deg[1:] >= 0))[: laps + 1]
    if len(below) <= laps:
        raise ValueError(
            f"the orbit crosses the equator northward {len(below)} times in the time of {laps} laps and one "
            f"more: at an inclination of {elements.inclination_deg:g} degrees there is no such lap"
        )
    south, north = track.latitude_deg[below], track.latitude_deg[below + 1]
    share = south / (south - north)  # straight between points 10 s apart: within 0.1 ms of the node
    east = (track.longitude_deg[below + 1] - track.longitude_deg[below] + 180) % 360 - 180  # steep: westward
    longitude = (track.longitude_deg[below] + share * east + 180) % 360 - 180
    moments = track.utc[below] + np.round(share * 1e7).astype("timedelta64[us]")
    return Nodes(utc=moments, longitude_deg=longitude)
