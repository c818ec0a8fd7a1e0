"""Cities near a ground track: which ones, how many people, and how far beside it they lie."""

from typing import TYPE_CHECKING

import numpy as np

from course import cities
from course.constants import EARTH_RADIUS_KM
from course.coverage.risen import _directions
from course.geography import Borders
from course.ground import GroundTrack, require_track
from course.quantities import one

if TYPE_CHECKING:
    from pandas import DataFrame

WIDEST_KM = 1000.0
FINE_KM = 1.0  # between the points that stand for the track
BLOCK = 512  # points of the track
GAP_KM = 1000.0  # between points of a track; a great circle over it strays 2 km


def cities_near(
    track: GroundTrack, *, within_km: float = 25.0, at_least: int = 15_000, borders: Borders = "un"
) -> "DataFrame":
    """Return the cities that lie near a ground track, the largest first.

    Between the points of the track, great circles are followed: with a point every 20 seconds they lie within
    50 m of it, with one every two minutes within 1.5 km.

    Parameters
    ----------
    track : GroundTrack
    within_km : float
        How far beside the track, 0 to 1,000 km.
    at_least : int
        Number of inhabitants; places under 15,000 are not listed.
    borders : {"un", "de-facto"}

    Returns
    -------
    DataFrame
        Columns as in `cities.table`, and distance_km, to the middle of the city.

    Raises
    ------
    ValueError
        If two neighbouring points of the track lie more than 1,000 km apart.

    Examples
    --------
    >>> from course import elements, ground
    >>> track = ground.ground_track(
    ...     elements.on("2022-03-12"), start_utc="2022-03-12", duration_s=86400, step_s=10)
    >>> near = cities_near(track)
    >>> bool((near["distance_km"] <= 25).all()), len(near) > 1000
    (True, True)
    """
    from scipy.spatial import KDTree

    require_track(track)
    reach = one("within_km", within_km, at_least=0, at_most=WIDEST_KM)
    listed = cities.table(at_least=at_least, borders=borders)
    points = _fine(_directions(track.latitude_deg, track.longitude_deg))
    if not len(points) or not len(listed):
        return listed.head(0).assign(distance_km=np.zeros(0))
    towns = _directions(listed["latitude_deg"], listed["longitude_deg"])
    bound = 2 * np.sin(reach / EARTH_RADIUS_KM / 2) + FINE_KM / EARTH_RADIUS_KM  # others are not looked for
    chord, _ = KDTree(points).query(towns, distance_upper_bound=bound)
    distance = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(chord / 2, 1))
    found = listed.assign(distance_km=distance)[distance <= reach]
    return found.sort_values("population", ascending=False, kind="stable").reset_index(drop=True)


def _fine(points):
    """Return unit vectors along great circles from each point to the next, a kilometre apart or less."""
    if len(points) < 2:
        return points
    apart = EARTH_RADIUS_KM * np.sqrt(((points[1:] - points[:-1]) ** 2).sum(axis=1))
    if not apart.max() <= GAP_KM:
        raise ValueError(
            f"track: its points lie up to {apart.max():,.0f} km apart, and between them the station does not "
            "follow a great circle. Compute it with step_s of at most 120."
        )
    counts = np.maximum(1, np.ceil(apart / FINE_KM)).astype(int)
    ends = counts.cumsum()
    fine = np.empty((int(ends[-1]) + 1, 3))
    for begin in range(0, len(counts), BLOCK):  # of all at once, each step would take as much as the result
        block = slice(begin, begin + BLOCK)
        first = np.repeat(np.arange(len(counts))[block], counts[block])
        place = np.arange(ends[begin] - counts[begin], ends[block][-1])
        part = ((place - np.repeat(ends[block] - counts[block], counts[block])) / counts[first])[:, None]
        there = fine[place[0] : place[-1] + 1]
        there[:] = points[first] * (1 - part) + points[first + 1] * part
        there /= np.sqrt((there**2).sum(axis=1, keepdims=True))
    fine[-1] = points[-1]
    return fine
