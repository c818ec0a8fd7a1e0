"""Russia and its neighbours on the equal-area map: what is drawn, and where the map ends."""

from functools import cache

import numpy as np

from course.geography import regions
from course.quantities import Array
from course.widgets.kit.outlines import crimea_rings, joined, rings_of, thinned
from course.widgets.russia_band.albers import albers_km

FRAME_KM = (-4900.0, 3600.0, 780.0, 5480.0)  # left, right, top and bottom of the map, from the apex
CUT_DEG = -80.0  # the meridian at which the projection is cut
SEAM_DEG = 0.3  # both sides of the date line overlap by this, so that no seam shows
RUSSIA_GRID_KM, LAND_GRID_KM = 4.0, 8.0  # half a pixel and a pixel of a map 960 pixels wide


@cache
def shapes_km() -> dict[str, Array]:
    """Return the outlines that are drawn, in km from the apex, thinned; Russia without Crimea."""
    left, right, top, bottom = FRAME_KM
    land = []
    for region in regions():
        if "RUS" in (region.un, region.de_facto):
            continue
        for ring in map(_projected, filter(_whole, region.rings)):
            (west, high), (east, low) = ring.min(axis=0), ring.max(axis=0)
            if west < right and east > left and high < bottom and low > top:
                land.append(thinned(ring, LAND_GRID_KM))
    return {
        "land_km": joined(land),
        "russia_km": joined([thinned(_projected(ring), RUSSIA_GRID_KM) for ring in rings_of("RUS")]),
        "crimea_km": joined([thinned(_projected(ring), RUSSIA_GRID_KM) for ring in crimea_rings()]),
    }


def _whole(ring):
    """Tell whether a ring stays on one side of the cut; the others lie beyond the pole, off the map."""
    return not ring[:, 0].min() < CUT_DEG < ring[:, 0].max()


def _projected(ring):
    longitude, latitude = np.asarray(ring, float).T
    if longitude.max() < CUT_DEG:  # from the date line on to Chukotka's end
        longitude = np.where(longitude == -180, -180 - SEAM_DEG, longitude)
    return np.stack(albers_km(longitude, latitude), axis=1)
