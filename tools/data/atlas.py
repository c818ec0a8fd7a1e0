"""Read the world atlases in TopoJSON that npm offers, and cut their polygons at 180 degrees.

The atlases are stitched: a ring that crosses the date line jumps from +180 to -180 inside itself, and the
one of Antarctica runs around the pole and never closes on a flat map. Taken as they are, Chukotka lies in no
country. Here each ring is unwrapped (so that it does not jump), closed over the pole where it circles one,
and cut by the meridians of 180 degrees.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

EDGE_STEP_DEG = 1.0  # points along the cuts, so that a curved map edge is drawn as a curve


class Atlas:
    """One TopoJSON file."""

    def __init__(self, path: str | Path) -> None:
        topology = json.loads(Path(path).read_text(encoding="utf-8"))
        scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
        self._arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
        self._objects = topology["objects"]

    def shapes(self, layer: str) -> Iterator[tuple[dict[str, str], shapely.MultiPolygon]]:
        """Yield the properties and the valid, cut geometry of each member of a layer."""
        for member in self._objects[layer]["geometries"]:
            if member.get("arcs"):
                polygons = [member["arcs"]] if member["type"] == "Polygon" else member["arcs"]
                parts = [self._polygon(rings) for rings in polygons]
                yield member["properties"], only_polygons(shapely.union_all(parts))

    def _polygon(self, rings):
        outer, *holes = [cut_ring(self._ring(arcs)) for arcs in rings]
        return shapely.difference(outer, shapely.union_all(holes)) if holes else outer

    def _ring(self, arcs):
        lines = [self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1] for arc in arcs]
        return np.concatenate([lines[0]] + [line[1:] for line in lines[1:]])


def cut_ring(ring: npt.NDArray[np.float64]) -> shapely.Polygon | shapely.MultiPolygon:
    """Return the area inside a stitched ring of longitude and latitude, all within [-180, 180]."""
    longitude = np.unwrap(ring[:, 0], period=360)
    latitude = ring[:, 1]
    around = longitude[-1] - longitude[0]
    if abs(around) > 1:  # a full circle: go down to the pole and back, which closes it on the flat map
        pole = np.copysign(90.0, latitude.mean())
        longitude = np.concatenate([longitude, [longitude[-1], longitude[0], longitude[0]]])
        latitude = np.concatenate([latitude, [pole, pole, latitude[0]]])
    if len(longitude) < 4:
        return shapely.Polygon()
    area = shapely.make_valid(shapely.Polygon(np.column_stack([longitude, latitude])))
    first, last = (int(np.floor((turn + 180) / 360)) for turn in (longitude.min(), longitude.max()))
    parts = []
    for turn in range(first, last + 1):
        strip = shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90)
        shift = np.array([360.0 * turn, 0.0])
        parts.append(shapely.transform(shapely.intersection(area, strip), lambda xy, shift=shift: xy - shift))
    return only_polygons(shapely.union_all(parts))


def only_polygons(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """Return a geometry without the lines and points that touching edges leave behind."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(parts)


def outlines(geometry: shapely.Geometry) -> npt.NDArray[np.float32]:
    """Return the rings of a cut geometry as float32 (n, 2), one row of nan after each ring.

    Outer rings run counter-clockwise and holes clockwise; the cuts at 180 degrees and along the poles carry
    a point every degree.
    """
    rows = []
    for part in shapely.get_parts(geometry):
        polygon = shapely.orient_polygons(part)
        for ring in (polygon.exterior, *polygon.interiors):
            rows += [_dense_cuts(shapely.get_coordinates(ring)), [[np.nan, np.nan]]]
    return np.concatenate(rows).astype(np.float32)


def _dense_cuts(ring):
    pieces = []
    for start, end in pairwise(ring):
        on_cut = (abs(start[0]) == 180 and start[0] == end[0]) or (abs(start[1]) == 90 and start[1] == end[1])
        count = max(1, int(np.ceil(np.abs(end - start).max() / EDGE_STEP_DEG))) if on_cut else 1
        pieces.append(start + np.arange(count)[:, None] / count * (end - start))
    return np.concatenate([*pieces, ring[-1:]])
