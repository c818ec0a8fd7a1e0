"""Shares of a country's own area and people south of a latitude."""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from course.cities import population_bands
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.coverage.edges import Edges, all_edges, owner_numbers
from course.geography import Borders, codes, country_code
from course.quantities import Array, Floats, plain, quantity

MOST_VALUES = 10_000  # latitudes at a time: for each of them a country is cut


def area_km2(country: str, *, borders: Borders = "un") -> float:
    """Return the area of a country on the WGS84 ellipsoid, inland waters included.

    Examples
    --------
    >>> round(area_km2("RUS") / 1e6, 2)       # million square kilometres; Crimea is not in it
    16.95
    """
    return float(_area_below(country, np.array(90.0), borders))


def area_share_below(country: str, *, latitude_deg: ArrayLike, borders: Borders = "un") -> Floats:
    """Return which part of a country's area lies south of a latitude.

    Parameters
    ----------
    country : str
        Alpha-3 code or name.
    latitude_deg : float or array_like
        Geodetic, -90 to 90 degrees. South of the whole country the answer is 0, north of it 1.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> round(100 * area_share_below("RUS", latitude_deg=51.8), 1)       # per cent
    11.4
    """
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90, most_values=MOST_VALUES)
    share = _area_below(country, latitude, borders) / _area_below(country, np.array(90.0), borders)
    return plain(np.clip(share, 0, 1))


def population_share_below(country: str, *, latitude_deg: ArrayLike, borders: Borders = "un") -> Floats:
    """Return which part of a country's people lives south of a latitude.

    People in towns and villages of 500 or more, as GeoNames counts them; city districts, which it counts a
    second time, are left out. For Russia the answer is 2 to 3 percentage points below that of a census grid,
    which knows the smaller villages too.

    Parameters
    ----------
    country : str
        Alpha-3 code or name.
    latitude_deg : float or array_like
        Geodetic, -90 to 90 degrees.
    borders : {"un", "de-facto"}

    Raises
    ------
    ValueError
        Also where GeoNames lists no inhabited place.

    Examples
    --------
    >>> round(100 * population_share_below("RUS", latitude_deg=51.8))       # per cent
    25
    """
    code = country_code(country, borders=borders)
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90, most_values=MOST_VALUES)
    bands = population_bands()
    ours = (bands.un if borders == "un" else bands.de_facto) == code
    people, south = bands.people[ours], bands.south_deg[ours]
    if not people.sum():
        raise ValueError(f"no inhabited place of 500 people or more is listed for {code}")
    inside = np.clip((latitude[..., None] - south) / bands.width_deg, 0, 1)  # evenly spread within a band
    return plain(inside @ people / people.sum())


def _area_below(country: str, latitude: Array, borders: Borders) -> Array:
    """Return the area of a country south of each latitude, in km2.

    Of the integral along an outline, edges south of a latitude have their own zones; those north of it have
    the zone of the latitude itself, so that only their widths count.
    """
    edges = _country_edges(country_code(country, borders=borders), borders)
    southern_end = min(edges.start.min(), edges.end.min())
    levels = np.unique(latitude[~np.isnan(latitude)])
    pieces = edges.split_at(levels)
    band = np.searchsorted(levels, (pieces.start + pieces.end) / 2)  # how many levels lie south of a piece
    zones, widths = (
        np.bincount(band, parts, minlength=len(levels) + 1).cumsum()
        for parts in (pieces.parts(_zone_km2), -pieces.width)
    )
    below = zones[:-1] + _zone_km2(levels) * (widths[-1] - widths[:-1])
    below = np.append(np.where(levels > southern_end, below, 0), np.nan)  # where no latitude is given
    return below[np.searchsorted(levels, latitude)]


@cache
def _country_edges(code: str, borders: Borders) -> Edges:
    ours = np.flatnonzero(owner_numbers(borders) == codes(borders).index(code))
    return all_edges().take(np.isin(all_edges().region, ours))


def _zone_km2(latitude_deg: Array) -> Array:
    """Return the area between the equator and a latitude, on WGS84, in km2 for one degree of longitude."""
    eccentricity = np.sqrt(EARTH_FLATTENING * (2 - EARTH_FLATTENING))
    polar_radius = EARTH_RADIUS_KM * (1 - EARTH_FLATTENING)
    sine = np.sin(np.radians(latitude_deg))
    zone = sine / (1 - (eccentricity * sine) ** 2) + np.arctanh(eccentricity * sine) / eccentricity
    return np.radians(1) * polar_radius**2 / 2 * zone
