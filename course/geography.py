"""The map of the world: coastlines, cut at 180 degrees."""

import io
from functools import cache

import numpy as np

from course.data import read_bytes


def land_outlines():
    """Return the outlines of all land at 1:110 million, for drawing.

    Returns
    -------
    longitude_deg, latitude_deg : ndarray of float32, read-only
        Rings one after the other, ``nan`` after each. Outer rings run counter-clockwise, holes (the Caspian
        Sea) clockwise. No segment crosses the date line: what lies on both sides of it is two rings, and
        Antarctica is closed along 180 degrees and the pole.

    Examples
    --------
    >>> longitude, latitude = land_outlines()
    >>> len(longitude), int(np.isnan(longitude).sum())
    (5641, 132)
    """
    return _land_110m()


@cache
def _land_110m():
    rings = np.ascontiguousarray(np.load(io.BytesIO(read_bytes("land_110m.npy"))).T)
    rings.flags.writeable = False
    return rings[0], rings[1]
