"""Integrals over countries from their edges alone, by Green's theorem.

For any function of latitude, the integral of its derivative over a region is minus the line integral of the
function itself along the region's outline: no cells, no sampling, no cutting of polygons.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course.geography import Borders, codes, regions
from course.quantities import Array

GAUSS_POINTS = 8  # exact to 1e-9 degrees of longitude on these short edges


@dataclass(frozen=True)
class Edges:
    """Straight edges in longitude and latitude (degrees), each with the index of its region."""

    width: Array
    start: Array
    end: Array
    region: NDArray[np.intp]

    def split(self, latitude_deg: float) -> "Edges":
        """Return the same edges, those that cross a parallel cut there."""
        low, high = np.minimum(self.start, self.end), np.maximum(self.start, self.end)
        crossing = (low < latitude_deg) & (high > latitude_deg)
        if not crossing.any():
            return self
        start, end, width = self.start[crossing], self.end[crossing], self.width[crossing]
        first = width * (latitude_deg - start) / (end - start)
        level, region = np.full(len(start), latitude_deg), self.region[crossing]
        rest = ~crossing
        return Edges(
            np.concatenate([self.width[rest], first, width - first]),
            np.concatenate([self.start[rest], start, level]),
            np.concatenate([self.end[rest], level, end]),
            np.concatenate([self.region[rest], region, region]),
        )

    def split_at(self, levels_deg: Array) -> "Edges":
        """Return the same edges, cut at each of some parallels, which are given from south to north."""
        low, high = np.minimum(self.start, self.end), np.maximum(self.start, self.end)
        first = np.searchsorted(levels_deg, low, side="right")  # the lowest level strictly inside
        inside = np.maximum(np.searchsorted(levels_deg, high, side="left") - first, 0)
        edge = np.repeat(np.arange(len(low)), inside + 1)
        number = np.arange(len(edge)) - np.repeat(np.cumsum(inside + 1) - inside - 1, inside + 1)
        level = np.append(levels_deg, np.nan)  # never asked for where a level below or above is missing
        # pieces are counted upward; which end an edge starts from makes no difference to its integral
        bottom = np.where(number == 0, low[edge], level[first[edge] + number - 1])
        top = np.where(number == inside[edge], high[edge], level[first[edge] + number])
        height = high[edge] - low[edge]
        part = np.where(height > 0, (top - bottom) / np.where(height > 0, height, 1), 1)
        return Edges(self.width[edge] * part, bottom, top, self.region[edge])

    def take(self, which: slice | NDArray[np.bool_] | NDArray[np.intp]) -> "Edges":
        """Return some of the edges, chosen by a slice, a mask or their places."""
        return Edges(self.width[which], self.start[which], self.end[which], self.region[which])

    def integral(self, function: Callable[[Array], Array], points: int = GAUSS_POINTS) -> Array:
        """Return for each region the integral of a function's derivative over it, in degrees of longitude."""
        parts = self.parts(function, points)
        return np.bincount(self.region, parts, minlength=len(regions())).astype(float)

    def parts(self, function: Callable[[Array], Array], points: int = GAUSS_POINTS) -> Array:
        """Return what each edge adds to the integral of its region.

        The function takes latitudes in degrees; where it has a corner the edges must be split first.
        """
        nodes, weights = _gauss(points)
        middle, half = (self.start + self.end) / 2, (self.end - self.start) / 2
        return -self.width * (function(middle[:, None] + half[:, None] * nodes) @ weights)


@cache
def _gauss(points: int) -> tuple[Array, Array]:
    nodes, weights = np.polynomial.legendre.leggauss(points)
    return nodes, weights / 2


@cache
def all_edges() -> Edges:
    """Return the edges of all regions, those along meridians left out: they add nothing."""
    rings = [(ring, number) for number, region in enumerate(regions()) for ring in region.rings]
    region = np.repeat([number for _, number in rings], [len(ring) - 1 for ring, _ in rings])
    start = np.concatenate([ring[:-1] for ring, _ in rings])
    end = np.concatenate([ring[1:] for ring, _ in rings])
    width = end[:, 0] - start[:, 0]
    kept = width != 0
    return Edges(width[kept], start[kept, 1], end[kept, 1], region[kept])


@cache
def owner_numbers(borders: Borders) -> NDArray[np.intp]:
    """Return for each region the place of its owner in `codes`."""
    places = {code: place for place, code in enumerate(codes(borders))}
    return np.array([places[region.owner(borders)] for region in regions()])


def by_country(of_regions: Array, borders: Borders) -> Array:
    """Return sums over regions as sums over countries, in the order of `codes`."""
    return np.bincount(owner_numbers(borders), of_regions, minlength=len(codes(borders))).astype(float)
