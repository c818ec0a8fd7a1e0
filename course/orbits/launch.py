"""Launch: in which direction a rocket starts into the plane of an orbit."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import EARTH_RADIUS_KM, EARTH_ROTATION_RAD_S, ISS_INCLINATION_DEG
from course.orbits.arguments import FARTHEST_KM, inclination_rad
from course.orbits.two_body import circular_speed_km_s
from course.quantities import Floats, one, plain, quantity, together


def launch_azimuth_deg(
    site_latitude_deg: ArrayLike,
    *,
    inclination_deg: ArrayLike = ISS_INCLINATION_DEG,
    orbit_km: float | None = None,
) -> Floats:
    """Return the northbound launch heading from a site to an inclination, in degrees from north through east.

    Spherical geometry: sin(azimuth) = cos(inclination) / cos(latitude). That is where the orbit itself runs;
    the turning Earth gives a rocket a part of its speed to the east, so it heads further north.

    Parameters
    ----------
    site_latitude_deg : float or array_like
        -90 to 90 degrees.
    inclination_deg : float or array_like
        0 to 180 degrees.
    orbit_km : float, optional
        With a height, the heading of the rocket over the turning ground into a circular orbit of that height.

    Raises
    ------
    ValueError
        If the site lies nearer to a pole than the orbit ever comes: no direct launch reaches it.

    Examples
    --------
    >>> round(launch_azimuth_deg(45.96), 1)     # Baikonur
    63.2
    >>> round(launch_azimuth_deg(45.96, orbit_km=200), 1)
    62.1
    """
    latitude = np.radians(quantity("site_latitude_deg", site_latitude_deg, at_least=-90, at_most=90))
    inclination = inclination_rad(inclination_deg)
    latitude, inclination = together(site_latitude_deg=latitude, inclination_deg=inclination)
    reach = np.minimum(inclination, np.pi - inclination)
    if np.any(np.abs(latitude) > reach + 1e-12):
        raise ValueError(
            "a direct launch cannot reach an inclination lower than the latitude of the site "
            f"(got latitude {np.degrees(np.abs(latitude)).max():g}, inclination {inclination_deg} degrees)"
        )
    with np.errstate(divide="ignore", invalid="ignore"):
        sine = np.where(
            reach - np.abs(latitude) < 1e-12,
            np.sign(np.cos(inclination)),
            np.cos(inclination) / np.cos(latitude),
        )
    heading = np.arcsin(np.clip(sine, -1, 1))
    if orbit_km is not None:
        speed = circular_speed_km_s(one("orbit_km", orbit_km, at_least=0, at_most=FARTHEST_KM))
        ground = EARTH_ROTATION_RAD_S * EARTH_RADIUS_KM * np.cos(latitude)
        heading = np.arctan2(speed * np.sin(heading) - ground, speed * np.cos(heading))
    return plain(np.degrees(heading) % 360)
