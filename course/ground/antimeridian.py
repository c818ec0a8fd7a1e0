"""Antimeridian: lines broken at the 180th meridian, where a flat map ends."""

import numpy as np
from numpy.typing import ArrayLike

from course.quantities import ANY_TURN, Array, quantity


def split_at_antimeridian(longitude_deg: ArrayLike, latitude_deg: ArrayLike) -> tuple[Array, Array]:
    """Return a line broken at the 180th meridian, ready to be drawn on a flat map.

    Where two neighbours lie more than 180 degrees of longitude apart, the line is led to the edge of the map,
    broken by ``nan``, and taken up at the other edge at the same latitude.

    Parameters
    ----------
    longitude_deg, latitude_deg : array_like of shape (n,)

    Returns
    -------
    longitude_deg, latitude_deg : ndarray
        Three points longer for each crossing.

    Examples
    --------
    >>> longitude, latitude = split_at_antimeridian([170, -170], [0, 10])
    >>> longitude.tolist(), latitude.tolist()
    ([170.0, 180.0, nan, -180.0, -170.0], [0.0, 5.0, nan, 5.0, 10.0])
    """
    longitude = quantity("longitude_deg", longitude_deg, **ANY_TURN)
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90)
    if longitude.ndim != 1 or longitude.shape != latitude.shape:
        raise ValueError(
            "longitude_deg and latitude_deg must be two lists of the same length "
            f"(got shapes {longitude.shape} and {latitude.shape})"
        )
    longitude = (longitude + 180) % 360 - 180
    longitude[longitude >= 180] = -180.0  # the remainder of -1e-14 is rounded up to 360
    with np.errstate(invalid="ignore"):
        before = np.flatnonzero(np.abs(np.diff(longitude)) > 180)
    edge = np.where(longitude[before] > 0, 180.0, -180.0)
    ahead = longitude[before + 1] + 2 * edge  # the next point, as if the map went on
    share = (edge - longitude[before]) / (ahead - longitude[before])
    at_edge = latitude[before] + share * (latitude[before + 1] - latitude[before])
    gap = np.full(len(before), np.nan)
    places = np.repeat(before + 1, 3)
    return (
        np.insert(longitude, places, np.stack([edge, gap, -edge], axis=1).ravel()),
        np.insert(latitude, places, np.stack([at_edge, gap, at_edge], axis=1).ravel()),
    )
