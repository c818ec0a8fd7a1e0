"""A country as a table for hand-made sums: how wide it is in each row of latitude."""

import numpy as np

from course.geography import Borders, country_code, regions
from course.quantities import Array, one

ROW_DEG = 0.2  # 22 km: shares of Russia's area below the edge of a row are right to 0.0005
LEAST_ROW_DEG = 0.01  # finer than the map itself


def rows_of(country: str, *, row_deg: float = ROW_DEG, borders: Borders = "un") -> tuple[Array, Array]:
    """Return how many degrees of longitude of each row of latitude belong to a country.

    A row is a strip between two parallels. Its width is measured along its middle, from outline to outline,
    and inland waters are part of it. Pieces on both sides of the date line simply add up. Islands that lie
    between the middles of two rows are missed.

    Parameters
    ----------
    country : str
        Alpha-3 code or name.
    row_deg : float
        Height of a row. Rows begin at multiples of it.
    borders : {"un", "de-facto"}

    Returns
    -------
    latitude_deg : ndarray
        Middle of each row, from south to north.
    width_deg : ndarray
        Degrees of longitude, to 0.01.

    Examples
    --------
    >>> latitude, width = rows_of("RUS")
    >>> len(latitude), latitude[:3].round(1).tolist()
    (205, [41.1, 41.3, 41.5])
    """
    code = country_code(country, borders=borders)
    step = one("row_deg", row_deg, at_least=LEAST_ROW_DEG, at_most=90)
    rings = [ring for region in regions() if region.owner(borders) == code for ring in region.rings]
    start = np.concatenate([ring[:-1] for ring in rings])
    end = np.concatenate([ring[1:] for ring in rings])
    south, north = (np.round(edge / step, 6) for edge in (start[:, 1].min(), start[:, 1].max()))
    latitude = np.round((np.arange(np.floor(south), np.ceil(north)) + 0.5) * step, 6)
    return latitude, np.round([_width_deg(start, end, middle) for middle in latitude], 2)


def _width_deg(start: Array, end: Array, latitude_deg: float) -> float:
    """Return the length of a parallel inside closed outlines that run counter-clockwise around land."""
    upward = (start[:, 1] <= latitude_deg) & (end[:, 1] > latitude_deg)  # land lies west of it
    downward = (start[:, 1] > latitude_deg) & (end[:, 1] <= latitude_deg)
    total = 0.0
    for crossing, sign in ((upward, 1), (downward, -1)):
        (x0, y0), (x1, y1) = start[crossing].T, end[crossing].T
        total += sign * np.sum(x0 + (latitude_deg - y0) / (y1 - y0) * (x1 - x0))
    return total
