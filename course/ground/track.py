"""Ground tracks and sub-satellite points of an element set.

A track is made in blocks, so that a year of it fits into a small machine. SGP4 runs once a minute; the points
between are interpolated in its own frame, where the path is smooth, and then turned with the Earth: less than
a millimetre is lost and half of the time is saved.
"""

from dataclasses import dataclass

import numpy as np

from course.constants import SOLAR_DAY_S
from course.elements import ElementSet, require_element_set
from course.frames import UNIX_EPOCH_JD, geodetic, gmst_turns, unix_days
from course.quantities import (
    Array,
    Floats,
    Moment,
    Moments,
    MomentsLike,
    instant,
    instants,
    one,
    plain,
    shown,
)

BLOCK_POINTS = 16_384  # a few MB of scratch: small enough for the processor's cache
NODE_SPACING_S = 60.0  # 3.9 degrees of arc: the eight-point rule below then errs by less than 0.1 mm
LONGEST_S = 3.2e8  # ten years; elements are good for two weeks, a lesson may look at some years
MOST_POINTS = 40_000_000  # at 40 bytes each: as much as fits beside a browser
STENCIL = np.arange(-3, 5)  # the eight nodes around an interval


@dataclass(frozen=True)
class GroundTrack:
    """Sub-satellite points at equal steps in time.

    Attributes
    ----------
    elements : ElementSet
        What was propagated.
    utc : ndarray of datetime64[us]
    latitude_deg : ndarray
        Geodetic, WGS84.
    longitude_deg : ndarray
        East positive, in [-180, 180).
    height_km : ndarray
        Above the WGS84 ellipsoid.
    """

    elements: ElementSet
    utc: Moments
    latitude_deg: Array
    longitude_deg: Array
    height_km: Array

    def __len__(self) -> int:
        return len(self.utc)


def require_track(track: object) -> None:
    """Raise a TypeError, with the way to get one, if the argument is not a `GroundTrack`.

    Examples
    --------
    >>> require_track([51.6, 37.6])
    Traceback (most recent call last):
    TypeError: track must be a GroundTrack, from ground.ground_track() (got [51.6, 37.6])
    """
    if not isinstance(track, GroundTrack):
        raise TypeError(f"track must be a GroundTrack, from ground.ground_track() (got {shown(track)})")


def ground_track(elements: ElementSet, *, start_utc: Moment, duration_s: float, step_s: float) -> GroundTrack:
    """Return the ground track of an element set.

    Parameters
    ----------
    elements : ElementSet
    start_utc : str, date, datetime or datetime64
        First point, UTC.
    duration_s : float
        Length of the track. The point at its very end is not included; 0 gives an empty track.
    step_s : float
        Time between points, above 0.

    Returns
    -------
    GroundTrack

    Raises
    ------
    ValueError
        For negative durations, steps of 0, and where SGP4 has no orbit to give (decayed elements).

    Warns
    -----
    ElementAgeWarning
        If the track leaves the 14 days around the epoch.

    Examples
    --------
    >>> from course import elements
    >>> track = ground_track(elements.on("2022-03-12"), start_utc="2022-03-12", duration_s=86400, step_s=60)
    >>> len(track), round(float(track.latitude_deg.max()), 1)
    (1440, 51.8)
    """
    require_element_set(elements)
    start = instant("start_utc", start_utc)
    duration = one("duration_s", duration_s, at_least=0, at_most=LONGEST_S)
    step = one("step_s", step_s, at_least=1e-6, why="time has to move on, and is kept in microseconds")
    points = int(np.ceil(round(duration / step, 9)))
    if points > MOST_POINTS:
        raise ValueError(
            f"a track may have {MOST_POINTS:,} points (got {points:,}, for which there is no memory): "
            "take longer steps or less time"
        )
    if points:
        end = start + np.timedelta64(round(duration * 1e6), "us")
        elements.require_valid(start, end)
        elements.warn_if_old(start, end)
    latitude, longitude, height = np.empty((3, points))
    per_node = min(max(1, int(NODE_SPACING_S // step)), BLOCK_POINTS)
    rows = BLOCK_POINTS // per_node
    rule = _interpolation_rule(per_node)
    for first in range(0, points, rows * per_node):
        count = min(rows * per_node, points - first)
        seconds = (first + np.arange(count, dtype=float)) * step
        if per_node == 1:
            position = _teme_km(elements, start, seconds)
        else:
            nodes = (first + per_node * np.arange(STENCIL[0], -(-count // per_node) + STENCIL[-1])) * step
            position = _between(_teme_km(elements, start, nodes), rule)[:, :count]
        block = slice(first, first + count)
        latitude[block], longitude[block], height[block] = geodetic(position, gmst_turns(start, seconds))
    micros = np.round(np.arange(points) * (step * 1e6)).astype("timedelta64[us]")
    return GroundTrack(elements, start + micros, latitude, longitude, height)


def sub_satellite_points(elements: ElementSet, utc: MomentsLike) -> tuple[Floats, Floats, Floats]:
    """Return geodetic latitude, longitude (degrees) and height (km) at any moments in UTC.

    Parameters
    ----------
    elements : ElementSet
    utc : moment or sequence of moments
        As in `ground_track`; a ``datetime64`` array is fastest.

    Returns
    -------
    latitude_deg, longitude_deg, height_km : float or ndarray

    Examples
    --------
    >>> from course import elements
    >>> latitude, longitude, height = sub_satellite_points(elements.on("2022-03-12"), "2022-03-12T19:00")
    >>> round(latitude, 2), round(longitude, 2), round(height)      # over Turkey
    (36.87, 34.75, 424)
    """
    require_element_set(elements)
    moments = instants("utc", utc)
    flat = moments.ravel()
    if flat.size > MOST_POINTS:
        raise ValueError(f"a track may have {MOST_POINTS:,} points (got {flat.size:,})")
    if flat.size:
        elements.require_valid(flat.min(), flat.max())
        elements.warn_if_old(flat.min(), flat.max())
        seconds = np.asarray((flat - flat[0]) / np.timedelta64(1, "us") / 1e6, float)
        found = geodetic(_teme_km(elements, flat[0], seconds), gmst_turns(flat[0], seconds))
    else:
        found = np.empty((3, 0))
    latitude, longitude, height = (plain(np.reshape(part, np.shape(moments))) for part in found)
    return latitude, longitude, height


def _teme_km(elements, start_utc, seconds):
    """Return SGP4 positions in TEME, shape (3, n), in km."""
    midnight = start_utc.astype("datetime64[D]")  # days and seconds apart: together they lose 2 mm
    whole = unix_days(midnight) + UNIX_EPOCH_JD
    fraction = ((start_utc - midnight) / np.timedelta64(1, "us") / 1e6 + seconds) / SOLAR_DAY_S
    errors, position, _ = elements.satrec.sgp4_array(np.full(len(seconds), whole), fraction)
    if errors.any():
        from sgp4.api import SGP4_ERRORS

        first = int(np.flatnonzero(errors)[0])
        moment = (start_utc + np.timedelta64(round(float(seconds[first]) * 1e6), "us")).astype("M8[s]")
        raise ValueError(
            f"SGP4 has no orbit of {elements.satellite} to give at {moment} UTC: "
            f"{SGP4_ERRORS[int(errors[first])]}; the elements are of {elements.epoch_utc.astype('M8[s]')}"
        )
    return position.T


def _interpolation_rule(per_node):
    """Return Lagrange weights, shape (8, per_node), for points that divide an interval evenly."""
    at = np.arange(per_node) / per_node
    weights = [
        np.prod([(at - other) / (node - other) for other in STENCIL if other != node], axis=0)
        for node in STENCIL
    ]
    return np.array(weights)


def _between(nodes, rule):
    """Return positions, shape (3, intervals * per_node), from nodes, shape (3, intervals + 7)."""
    intervals = nodes.shape[1] - len(STENCIL) + 1
    windows = np.lib.stride_tricks.sliding_window_view(nodes, len(STENCIL), axis=1)
    return (np.ascontiguousarray(windows).reshape(-1, len(STENCIL)) @ rule).reshape(
        3, intervals * rule.shape[1]
    )
