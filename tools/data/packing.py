"""Write rings of longitude and latitude as small integers: differences on a fixed grid, compressed.

`course.geography` reads them back. The grid of the borders, 1e-5 degrees, is finer than that of the atlas, so
that two countries keep the very same points along the border that they share.
"""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import shapely


class Packed(TypedDict):
    """What `course.geography` reads back: steps of longitude and latitude, points of each ring, the grid."""

    steps: npt.NDArray[np.int32]
    sizes: npt.NDArray[np.int32]
    grid_deg: np.float64


def pack(rings: Sequence[npt.NDArray[np.float64]], grid_deg: float) -> Packed:
    """Return the arrays that hold a list of closed rings, the repeated last point of each left out."""
    whole = [np.round(np.asarray(ring)[:-1] / grid_deg).astype(np.int32) for ring in rings]
    points = np.concatenate(whole)
    return {
        "steps": np.diff(points, axis=0, prepend=0).T.copy(),
        "sizes": np.array([len(ring) for ring in whole], np.int32),
        "grid_deg": np.float64(grid_deg),
    }


def rings_of(geometry: shapely.Geometry) -> list[npt.NDArray[np.float64]]:
    """Return the rings of a geometry: of each part the outer ring (counter-clockwise), then its holes."""
    oriented = shapely.orient_polygons(geometry)
    return [
        shapely.get_coordinates(ring)
        for part in shapely.get_parts(oriented)
        for ring in (part.exterior, *part.interiors)
    ]


def on_grid(geometry: shapely.Geometry, grid_deg: float) -> shapely.MultiPolygon:
    """Return a geometry whose points lie on the grid, valid and without parts that vanish there."""
    moved = shapely.transform(geometry, lambda xy: np.round(xy / grid_deg) * grid_deg)
    valid = shapely.make_valid(moved)
    parts = [part for part in shapely.get_parts(valid) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(parts)
