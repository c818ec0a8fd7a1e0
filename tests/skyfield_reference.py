"""The authority for sub-satellite points: Skyfield as its documentation shows it, and distances in metres."""

import numpy as np
from skyfield.api import EarthSatellite, load, wgs84

TIMESCALE = load.timescale(builtin=True)
FIRST_DAY = np.datetime64("1998-01-01", "D")


def skyfield_times(utc):
    """Return Skyfield's own times for moments in UTC (``datetime64``)."""
    utc = np.asarray(utc).astype("datetime64[us]")
    day = utc.astype("datetime64[D]")
    second_of_day = (utc - day) / np.timedelta64(1, "us") / 1e6
    days_on = (day - FIRST_DAY).astype(int)
    return TIMESCALE.utc(1998, 1, 1 + days_on, 0, 0, second_of_day)


def skyfield_position(elements, utc):
    """Return Skyfield's geocentric position (GCRS) of an element set at moments in UTC."""
    satellite = EarthSatellite(elements.line1, elements.line2, "ISS", TIMESCALE)
    return satellite.at(skyfield_times(utc))


def skyfield_points(elements, utc):
    """Return latitude, longitude (degrees) and height (km) as documented: `geographic_position_of`."""
    found = wgs84.geographic_position_of(skyfield_position(elements, utc))
    return found.latitude.degrees, found.longitude.degrees, found.elevation.km


def apart_m(points, others):
    """Return the distances in metres, height included, between two sets of latitude, longitude and height."""
    (latitude, longitude, height), (latitude2, longitude2, height2) = points, others
    radius_m = 6371e3 + 1000 * np.asarray(height)
    north = np.radians(latitude - latitude2) * radius_m
    turned = (longitude - longitude2 + 180) % 360 - 180
    east = np.radians(turned) * np.cos(np.radians(latitude)) * radius_m
    return np.sqrt(north**2 + east**2 + (1000 * (height - height2)) ** 2)
