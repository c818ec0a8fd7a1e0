"""Above the horizon: how far from the track, in which part of a country and for how long."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course.constants import EARTH_FLATTENING, ISS_INCLINATION_DEG
from course.coverage import dwell
from course.coverage.shares import area_share_below
from course.coverage.sky import earth_fixed_km
from course.coverage.under import country_numbers
from course.geography import Borders, codes, country_code, regions
from course.quantities import one

STEP_DEG = 0.25  # between the sub-satellite points that are looked at, along the orbit and in longitude
OUTLINE_STEP_DEG = 0.1  # of the points along outlines: 11 km, where a footprint measures 750 km and more
HIGHEST_KM = 2000.0  # low orbits end here


@dataclass(frozen=True)
class Risen:
    """Where and when a country has a satellite above an elevation, seen or not.

    Attributes
    ----------
    area_share : float
        Part of its area from where the satellite ever reaches the elevation.
    time_share : float
        Part of the time in which it does so from somewhere in the country.
    south_limit_deg, north_limit_deg : float
        Latitudes between which the satellite ever reaches the elevation.
    """

    area_share: float
    time_share: float
    south_limit_deg: float
    north_limit_deg: float


def risen_share(
    country: str,
    *,
    elevation_deg: float = 0.0,
    inclination_deg: float = ISS_INCLINATION_DEG,
    altitude_km: float = 420.0,
    borders: Borders = "un",
) -> Risen:
    """Return which part of a country ever has a satellite so high, and for which part of the time.

    Clouds, daylight and hills are left out: it is above the horizon, by the elevation asked for.

    Parameters
    ----------
    country : str
        Alpha-3 code or name.
    elevation_deg : float
        Elevation that it has to reach, 0 to 90 degrees; 90 asks for what lies under the track itself.
    inclination_deg, altitude_km : float
        The orbit, its altitude as mean semi-major axis minus 6378.137 km.
    borders : {"un", "de-facto"}

    Returns
    -------
    Risen

    Examples
    --------
    >>> russia = risen_share("RUS", elevation_deg=10)
    >>> round(100 * russia.area_share), round(100 * russia.time_share)      # per cent
    (69, 12)
    """
    code = country_code(country, borders=borders)
    why = "the footprint of a higher satellite takes minutes to work out"
    altitude_km = one("altitude_km", altitude_km, at_least=0, at_most=HIGHEST_KM, why=why)
    south, north = risen_limits_deg(elevation_deg, inclination_deg=inclination_deg, altitude_km=altitude_km)
    below = np.asarray(area_share_below(code, latitude_deg=[south, north], borders=borders))
    orbit = dwell.orbit(inclination_deg, altitude_km)
    share = _time_in_view(code, float(elevation_deg), *orbit, borders)
    return Risen(float(below[1] - below[0]), share, south, north)


def risen_limits_deg(
    elevation_deg: float, *, inclination_deg: float = ISS_INCLINATION_DEG, altitude_km: float = 420.0
) -> tuple[float, float]:
    """Return the southern and northern latitude beyond which a satellite never reaches an elevation.

    Found on the meridian where the satellite turns, on the ellipsoid.

    Examples
    --------
    >>> south, north = risen_limits_deg(10)
    >>> round(north, 1)
    64.4
    """
    elevation = one("elevation_deg", elevation_deg, at_least=0, at_most=90)
    tops = dwell.sub_satellite(np.array([-np.pi / 2, np.pi / 2]), *dwell.orbit(inclination_deg, altitude_km))
    south, north = (
        side * _limit_deg(side * float(latitude), float(height), elevation)
        for side, latitude, height in zip((-1, 1), *tops, strict=True)
    )
    return south, north


def _limit_deg(top_deg, height_km, elevation_deg):
    """Return the latitude, on the same meridian, from which a satellite is seen at an elevation."""
    station = earth_fixed_km(top_deg, 0.0, height_km)
    near, far = top_deg, top_deg + 90.0  # beyond the pole latitudes go on: 95 is 85 on the other side
    while far - near > 1e-9:
        middle = (near + far) / 2
        towards = station - earth_fixed_km(middle, 0.0, 0.0)
        up = np.array([np.cos(np.radians(middle)), 0.0, np.sin(np.radians(middle))])
        seen = np.degrees(np.arcsin(min(up @ towards / np.sqrt(towards @ towards), 1.0))) >= elevation_deg
        near, far = (middle, far) if seen else (near, middle)
    return min(near, 90.0)


@lru_cache(maxsize=128)
def _time_in_view(code, elevation_deg, inclination, radius, borders):
    """Return in which part of the time a satellite stands above an elevation somewhere in a country.

    The sub-satellite point goes from south to north in equal steps of time; at each, on which part of the
    longitudes is the country below, or its outline nearer than the radius of the footprint?
    """
    argument = (np.arange(0, np.pi, np.radians(STEP_DEG)) + np.radians(STEP_DEG) / 2) - np.pi / 2
    latitude, height = dwell.sub_satellite(argument, inclination, radius)
    longitude = np.arange(-180 + STEP_DEG / 2, 180, STEP_DEG)
    ground = np.sqrt((earth_fixed_km(latitude, 0.0, 0.0) ** 2).sum(axis=0))
    ray = np.radians(elevation_deg)
    reach = np.maximum(np.arccos(ground / (ground + height) * np.cos(ray)) - ray, 0)
    tree, number = _outline_tree(code, borders), codes(borders).index(code)
    in_view = 0.0
    for lat, angle in zip(latitude, reach, strict=True):
        below = country_numbers(np.full(longitude.shape, lat), longitude, borders) == number
        chord = 2 * np.sin(angle / 2)
        distance, _ = tree.query(_directions(lat, longitude), distance_upper_bound=chord)
        in_view += float(np.mean(below | np.isfinite(distance)))
    return in_view / len(latitude)


@lru_cache(maxsize=8)
def _outline_tree(code, borders):
    from scipy.spatial import KDTree
    from shapely import get_coordinates, linestrings, segmentize

    rings = [ring for region in regions() if region.owner(borders) == code for ring in region.rings]
    points = [get_coordinates(segmentize(linestrings(ring), OUTLINE_STEP_DEG)) for ring in rings]
    longitude, latitude = np.concatenate(points).T
    return KDTree(_directions(latitude, longitude))


def _directions(latitude_deg, longitude_deg):
    """Return unit vectors from the Earth's centre, shape (n, 3); geodetic latitudes are made geocentric."""
    latitude = np.arctan((1 - EARTH_FLATTENING) ** 2 * np.tan(np.radians(latitude_deg)))
    longitude = np.radians(longitude_deg)
    across = np.cos(latitude)
    return np.column_stack(
        np.broadcast_arrays(across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude))
    )
