"""Reference frames: from SGP4's to the map by the Earth's rotation, and geodetic coordinates.

SGP4 gives positions in TEME, a frame that does not turn with the Earth. The Earth-fixed frame is one rotation
away, about the pole, by the Greenwich mean sidereal time of 1982: ITRS = Rz(-GMST82) TEME. That is exactly
what Skyfield computes by way of the celestial frame, without the detour (and without polar motion: 14 m).

References
----------
.. [1] D. Vallado, P. Crawford, R. Hujsak, T. Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753,
   appendix C (TEME and GMST82).
.. [2] S. Aoki et al., The new definition of universal time, A&A 105 (1982) 359-361 (GMST82).
.. [3] B. R. Bowring, Transformation from spatial to geographical coordinates, Survey Review 23 (1976).
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM, SOLAR_DAY_S
from course.quantities import Array, Floats, Moments

if TYPE_CHECKING:
    from skyfield.api import Timescale

CHUNK_DAYS = 512  # UT1 is looked up in chunks: one call of Skyfield serves a year and a half
UNIX_EPOCH = np.datetime64("1970-01-01", "us")
UNIX_EPOCH_JD = 2440587.5
J2000_JD = 2451545.0


def unix_days(moment: np.datetime64 | Moments) -> Floats:
    """Return the days of 86,400 s from 1970-01-01 to a moment in UTC."""
    return (moment - UNIX_EPOCH) / np.timedelta64(1, "us") / (SOLAR_DAY_S * 1e6)


def geodetic(position_teme_km: Array, turns: Array) -> tuple[Array, Array, Array]:
    """Return geodetic latitude and longitude (WGS84, degrees) and the height (km) of positions in TEME.

    Parameters
    ----------
    position_teme_km : array_like of shape (3, n)
    turns : array_like of shape (n,)
        Greenwich mean sidereal time of 1982, from `gmst_turns`.
    """
    x, y, z = position_teme_km
    longitude = (np.degrees(np.arctan2(y, x)) - 360 * turns + 540) % 360 - 180
    latitude, height = on_meridian(np.sqrt(x * x + y * y), z)  # twice as fast as hypot; nothing overflows
    return latitude, longitude, height


def on_meridian(across_km: Array, z_km: Array) -> tuple[Array, Array]:
    """Return geodetic latitude (WGS84, degrees) and height (km) from the distances to axis and equator [3]_.

    Up to satellites' heights one round is good to 2 mm.
    """
    polar_radius = EARTH_RADIUS_KM * (1 - EARTH_FLATTENING)
    eccentricity2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING)
    # Bowring's parametric latitude, through its sine and cosine: no further angles are needed
    opposite, adjacent = z_km * EARTH_RADIUS_KM, across_km * polar_radius
    hypotenuse = np.sqrt(opposite * opposite + adjacent * adjacent)
    sine, cosine = opposite / hypotenuse, adjacent / hypotenuse
    up = z_km + eccentricity2 / (1 - eccentricity2) * polar_radius * sine * sine * sine
    out = across_km - eccentricity2 * EARTH_RADIUS_KM * cosine * cosine * cosine
    length = np.sqrt(up * up + out * out)
    sine, cosine = up / length, out / length
    height = across_km * cosine + z_km * sine - EARTH_RADIUS_KM * np.sqrt(1 - eccentricity2 * sine**2)
    return np.degrees(np.arctan2(up, out)), height


def gmst_turns(start_utc: np.datetime64, seconds: Array) -> Array:
    """Return Greenwich mean sidereal time (IAU 1982), in turns, some seconds after a moment in UTC [2]_.

    UT1 comes from Skyfield's own table: the value at the start of each day and straight lines between.
    """
    utc_days = unix_days(start_utc) + seconds / SOLAR_DAY_S
    day = np.floor(utc_days).astype(int)
    first = day.min()
    begin, slope = _dut1_s(first, day.max())
    ahead = begin[day - first] + slope[day - first] * (utc_days - day)
    ut1_fraction = utc_days - day + ahead / SOLAR_DAY_S
    midnight = day + (UNIX_EPOCH_JD - J2000_JD)
    centuries = (midnight + ut1_fraction) / 36525.0
    polynomial_s = 67310.54841 + (8640184.812866 + (0.093104 - 6.2e-6 * centuries) * centuries) * centuries
    return (polynomial_s / SOLAR_DAY_S + midnight % 1 + ut1_fraction) % 1


def _dut1_s(first_day: int, last_day: int) -> tuple[Array, Array]:
    """Return UT1 - UTC at the start of each day and its change over the day, in s; days count from 1970."""
    chunks = [_dut1_chunk(number) for number in range(first_day // CHUNK_DAYS, last_day // CHUNK_DAYS + 1)]
    inside = slice(first_day % CHUNK_DAYS, first_day % CHUNK_DAYS + last_day - first_day + 1)
    return np.concatenate([begin for begin, _ in chunks])[inside], np.concatenate(
        [slope for _, slope in chunks]
    )[inside]


@lru_cache(maxsize=64)
def _dut1_chunk(number: int) -> tuple[Array, Array]:
    days = 1 + number * CHUNK_DAYS + np.arange(CHUNK_DAYS + 1)
    moments = _timescale().utc(1970, 1, days)  # pyright: ignore[reportArgumentType] - Skyfield takes arrays too
    dut1 = np.asarray(moments.dut1, np.float64)
    slope = np.diff(dut1)
    return dut1[:-1], slope - np.round(slope)  # a leap second is a step of UTC, not of the Earth


@lru_cache(maxsize=1)
def _timescale() -> "Timescale":
    from skyfield.api import load

    return load.timescale(builtin=True)
