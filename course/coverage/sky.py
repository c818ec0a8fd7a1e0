"""Look angles: a station in the sky of a place, whether it is in sunlight, and how dark the place is.

Everything is worked out in the frame that turns with the Earth. Refraction is left out: it lifts a body on
the horizon by half a degree, and one 10 degrees up by a tenth.

References
----------
.. [1] The Astronomical Almanac, page C5: low-precision formulas for the Sun, 0.01 degrees from 1950 to 2050.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM
from course.elements import ElementAgeWarning, ElementSet, require_element_set
from course.frames import J2000_JD, UNIX_EPOCH_JD, gmst_turns, unix_days
from course.ground import sub_satellite_points
from course.quantities import ANY_TURN, Array, Floats, Moments, MomentsLike, instants, one, plain, shown

SUN_YEARS = np.datetime64("1900-01-01"), np.datetime64("2100-01-01")
DARK_SKY_SUN_DEG = -6.0  # end of civil twilight: brighter stars, and the station, come out
# Sunlight that passes lower than this is lost: half the Sun's disc (10 km at the station's distance from the
# limb) and the densest air. NASA's published passes of February 2022 are met best with 20 km.
SHADOW_HEIGHT_KM = 20.0


@dataclass(frozen=True)
class LookAngles:
    """A satellite as seen from a place, moment by moment.

    Attributes
    ----------
    elevation_deg : ndarray
        Above the horizon.
    azimuth_deg : ndarray
        From north through east, 0 to 360.
    range_km : ndarray
        Distance from the place.
    sunlit : ndarray of bool
        The satellite is outside the Earth's shadow.
    sun_elevation_deg : ndarray
        Of the Sun's centre, seen from the place.
    """

    elevation_deg: Array
    azimuth_deg: Array
    range_km: Array
    sunlit: NDArray[np.bool_]
    sun_elevation_deg: Array

    @property
    def visible(self) -> NDArray[np.bool_]:
        """Where the satellite shines in a dark sky, being up, sunlit, the Sun 6 degrees below the horizon."""
        return (self.elevation_deg > 0) & self.sunlit & (self.sun_elevation_deg < DARK_SKY_SUN_DEG)


def look_angles(
    elements: ElementSet, utc: Moments, *, latitude_deg: float, longitude_deg: float
) -> LookAngles:
    """Return where a satellite stands in the sky of a place.

    Parameters
    ----------
    elements : ElementSet
    utc : moment or sequence of moments
        As in `course.ground.sub_satellite_points`.
    latitude_deg, longitude_deg : float
        The place, geodetic (WGS84), at height 0.

    Returns
    -------
    LookAngles

    Examples
    --------
    >>> from course import elements
    >>> moscow = {"latitude_deg": 55.75, "longitude_deg": 37.62}
    >>> seen = look_angles(elements.on("2022-03-12"), np.array(["2022-03-12T17:20"], "M8[us]"), **moscow)
    >>> seen.elevation_deg.shape
    (1,)
    """
    require_element_set(elements)
    utc = instants("utc", utc)
    latitude, longitude = place(latitude_deg, longitude_deg)
    if utc.size:
        elements.warn_if_old(utc.min(), utc.max())
    with warnings.catch_warnings():  # said once is enough
        warnings.simplefilter("ignore", ElementAgeWarning)
        station = earth_fixed_km(*sub_satellite_points(elements, utc.ravel()))
    site = earth_fixed_km(latitude, longitude, 0.0)
    east, north, up = _axes(latitude, longitude)
    towards = station - site[:, None]
    x, y, z = east @ towards, north @ towards, up @ towards
    distance = np.sqrt(x * x + y * y + z * z)
    sun = _sun_direction(utc.ravel())
    return LookAngles(
        elevation_deg=np.degrees(np.arcsin(z / distance)).reshape(utc.shape),
        azimuth_deg=(np.degrees(np.arctan2(x, y)) % 360).reshape(utc.shape),
        range_km=distance.reshape(utc.shape),
        sunlit=_sunlit(station, sun).reshape(utc.shape),
        sun_elevation_deg=np.degrees(np.arcsin(np.clip(up @ sun, -1, 1))).reshape(utc.shape),
    )


def subsolar_point(utc: MomentsLike) -> tuple[Floats, Floats]:
    """Return latitude and longitude of the place with the Sun overhead, in degrees [1]_.

    The latitude, geodetic, is the Sun's declination. Good to 0.01 degrees from 1950 to 2050; before 1900 and
    after 2100 a ValueError is raised.

    Examples
    --------
    >>> latitude, longitude = subsolar_point(np.datetime64("2022-06-21T12:00", "us"))
    >>> round(latitude, 1), round(longitude)
    (23.4, 0)
    """
    moments = instants("utc", utc)
    if np.any((moments < SUN_YEARS[0]) | (moments >= SUN_YEARS[1])):
        raise ValueError(f"utc must lie between 1900 and 2100: the Sun is known so far (got {shown(utc)})")
    x, y, z = _sun_direction(moments.ravel())
    latitude, longitude = np.degrees(np.arcsin(z)), np.degrees(np.arctan2(y, x))
    return plain(latitude.reshape(moments.shape)), plain(longitude.reshape(moments.shape))


def place(latitude_deg: float, longitude_deg: float) -> tuple[float, float]:
    """Return latitude and longitude of one place as floats, checked, the longitude in [-180, 180)."""
    latitude = one("latitude_deg", latitude_deg, at_least=-90, at_most=90)
    return latitude, (one("longitude_deg", longitude_deg, **ANY_TURN) + 180) % 360 - 180


def earth_fixed_km(latitude_deg: Floats, longitude_deg: Floats, height_km: Floats) -> Array:
    """Return positions in the Earth-fixed frame from geodetic coordinates (WGS84), shape (3, ...)."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    eccentricity2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING)
    normal = EARTH_RADIUS_KM / np.sqrt(1 - eccentricity2 * np.sin(latitude) ** 2)
    across = (normal + height_km) * np.cos(latitude)
    up = (normal * (1 - eccentricity2) + height_km) * np.sin(latitude)
    return np.array([across * np.cos(longitude), across * np.sin(longitude), up])


def _axes(latitude_deg: float, longitude_deg: float) -> tuple[Array, Array, Array]:
    """Return the directions east, north and up of a place in the Earth-fixed frame."""
    sin_lat, cos_lat = np.sin(np.radians(latitude_deg)), np.cos(np.radians(latitude_deg))
    sin_lon, cos_lon = np.sin(np.radians(longitude_deg)), np.cos(np.radians(longitude_deg))
    return (
        np.array([-sin_lon, cos_lon, 0.0]),
        np.array([-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat]),
        np.array([cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]),
    )


def _sun_direction(utc: Moments) -> Array:
    """Return unit vectors to the Sun in the Earth-fixed frame, shape (3, n) [1]_."""
    if not utc.size:
        return np.empty((3, 0))
    days = unix_days(utc) + (UNIX_EPOCH_JD - J2000_JD)
    anomaly = np.radians(357.528 + 0.9856003 * days)
    longitude = np.radians(280.460 + 0.9856474 * days + 1.915 * np.sin(anomaly) + 0.020 * np.sin(2 * anomaly))
    obliquity = np.radians(23.439 - 0.0000004 * days)
    declination = np.arcsin(np.sin(obliquity) * np.sin(longitude))
    right_ascension = np.arctan2(np.cos(obliquity) * np.sin(longitude), np.cos(longitude))
    start = utc.min()
    turned = 2 * np.pi * gmst_turns(start, (utc - start) / np.timedelta64(1, "us") / 1e6)
    hour = right_ascension - turned
    across = np.cos(declination)
    return np.array([across * np.cos(hour), across * np.sin(hour), np.sin(declination)])


def _sunlit(station_km: Array, sun: Array) -> NDArray[np.bool_]:
    """Tell which positions see the Sun past the Earth, an ellipsoid: stretched, it is a sphere."""
    stretch = np.array([[1.0], [1.0], [1 / (1 - EARTH_FLATTENING)]])
    station, sun = station_km * stretch, sun * stretch
    sun = sun / np.sqrt((sun * sun).sum(axis=0))
    ahead = (station * sun).sum(axis=0)
    beside2 = (station * station).sum(axis=0) - ahead**2
    return (ahead > 0) | (beside2 > (EARTH_RADIUS_KM + SHADOW_HEIGHT_KM) ** 2)
