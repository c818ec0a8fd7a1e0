"""An equal-area map of Russia: Albers' conic projection on the WGS84 ellipsoid.

Equal areas on the ground are equal areas on the paper, so that a share of Russia can be seen. Parallels
are arcs round one point, the apex, from which all is measured here.

References
----------
.. [1] J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), equations 3-12,
   14-1 to 14-6 and 14-15.
"""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.quantities import Array

STANDARD_DEG = (50.0, 70.0)  # parallels that are true to scale: between them and near them lies Russia
MIDDLE_DEG = 100.0  # longitude that is drawn straight down
_ECCENTRICITY = np.sqrt(EARTH_FLATTENING * (2 - EARTH_FLATTENING))


def albers_km(longitude_deg: ArrayLike, latitude_deg: ArrayLike) -> tuple[Array, Array]:
    """Return where a place is drawn, in km to the right of the apex and downward from it [1]_.

    Parameters
    ----------
    longitude_deg, latitude_deg : float or ndarray
        Geodetic. The map is cut at 80 degrees west.

    Examples
    --------
    >>> right, down = albers_km(37.62, 55.75)                # Moscow
    >>> round(right), round(down)
    (-3341, 2499)
    """
    angle = _cone() * np.radians((np.asarray(longitude_deg) - MIDDLE_DEG + 180) % 360 - 180)
    radius = parallel_km(latitude_deg)
    return radius * np.sin(angle), radius * np.cos(angle)


def parallel_km(latitude_deg: ArrayLike) -> Array:
    """Return the radius of the arc that a parallel is, in km [1]_.

    Examples
    --------
    >>> round(float(parallel_km(51.8)))
    4616
    """
    cone = _cone()
    first, _ = _widths()
    constant = first**2 + cone * _zone(STANDARD_DEG[0])
    return EARTH_RADIUS_KM * np.sqrt(constant - cone * _zone(latitude_deg)) / cone


def _cone():
    first, second = _widths()
    return (first**2 - second**2) / (_zone(STANDARD_DEG[1]) - _zone(STANDARD_DEG[0]))


def _widths():
    """Return the radius of both standard parallels on the ground, in radii of the equator (14-15)."""
    standard = np.radians(STANDARD_DEG)
    return np.cos(standard) / np.sqrt(1 - (_ECCENTRICITY * np.sin(standard)) ** 2)


def _zone(latitude_deg):
    """Return Snyder's q: area from the equator to a latitude, per radian and half a squared radius (3-12)."""
    sine = np.sin(np.radians(latitude_deg))
    bulge = np.arctanh(_ECCENTRICITY * sine) / _ECCENTRICITY
    return (1 - _ECCENTRICITY**2) * (sine / (1 - (_ECCENTRICITY * sine) ** 2) + bulge)
