"""Outlines of countries as pictures draw them: thinned to what a screen shows."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from course.geography import Borders, regions, view
from course.quantities import Array
from course.widgets.kit.arrays import Arrays, Rounded

WORLD_GRID_DEG = 0.2  # half a pixel of a map of the world 960 pixels wide


def thinned(ring: ArrayLike, grid_deg: float) -> Array:
    """Return a closed ring on a grid, without the points that fall together; neighbours still fit.

    Parameters
    ----------
    ring : ndarray of shape (n, 2)
    grid_deg : float

    Returns
    -------
    ndarray of shape (m, 2)
        Empty, if nothing is left of it.

    Examples
    --------
    >>> square = np.array([[0, 0], [1, 0], [1.01, 0.01], [1, 1], [0, 0]])
    >>> thinned(square, 0.2).tolist()
    [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    """
    steps = np.round(np.asarray(ring, float) / grid_deg)
    kept = np.append(True, (np.diff(steps, axis=0) != 0).any(axis=1))
    points = steps[kept] * grid_deg
    return points if len(points) > 3 else np.empty((0, 2))


def rings_of(code: str, *, borders: Borders = "un") -> list[Array]:
    """Return the rings of a country, longitude and latitude, as it is drawn: no library is needed for it."""
    owner = view(borders).replace("-", "_")  # asked once: a picture of the world has hundreds of countries
    return [ring for region in regions() if getattr(region, owner) == code for ring in region.rings]


def crimea_rings() -> list[Array]:
    """Return the rings of Crimea, which the two views of the borders give to different states."""
    return [ring for one in regions() if (one.un, one.de_facto) == ("UKR", "RUS") for ring in one.rings]


def outlines_to_draw(codes: Iterable[str], *, borders: Borders = "un") -> Arrays:
    """Return the arrays from which ``js/countries.js`` draws countries of a map of the world, and Crimea.

    Examples
    --------
    >>> sorted(outlines_to_draw(["FRA", "ITA"]))
    ['crimea_deg', 'outline_ends', 'outlines_deg']
    """

    def drawn(rings):
        return joined([thinned(ring, WORLD_GRID_DEG) for ring in rings])

    shapes = [drawn(rings_of(code, borders=borders)) for code in codes]
    return {
        "outlines_deg": Rounded(np.concatenate(shapes)),
        "outline_ends": np.cumsum([len(shape) for shape in shapes]),
        "crimea_deg": Rounded(drawn(crimea_rings())),
    }


def joined(rings: Iterable[Array]) -> Array:
    """Return rings one after the other as one array of shape (n, 2), ``nan`` after each."""
    gap = np.full((1, 2), np.nan)
    return np.concatenate([part for ring in rings if len(ring) for part in (ring, gap)] or [gap])
