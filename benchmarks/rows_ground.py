"""Ground tracks: a year at 10 s, beside SGP4 alone and beside Skyfield as its documentation shows it."""

import warnings

import numpy as np
from sgp4.api import SatrecArray  # noqa: F401 - loads the compiled module before the clock runs
from skyfield.api import EarthSatellite, load, wgs84

from benchmarks.measure import Row, by_turns, peak_bytes
from course import elements, ground
from course.elements import ElementAgeWarning

START, STEP_S = "2022-03-12", 10
YEAR_POINTS = 3_153_600
SKYFIELD_POINTS = 20_000  # 22 kB each: a year would need 70 GB, so its time is scaled up
CHECKED_POINTS = 1_000

_SETUP = """
import warnings
warnings.simplefilter("ignore")
import numpy as np
from skyfield.api import EarthSatellite, load, wgs84
from course import elements, ground
iss = elements.on("2022-03-12")
timescale = load.timescale(builtin=True)
satellite = EarthSatellite(iss.line1, iss.line2, "ISS", timescale)
ground.ground_track(iss, start_utc="2022-03-12", duration_s=600, step_s=10)
wgs84.geographic_position_of(satellite.at(timescale.utc(2022, 3, 12, 0, 0, np.arange(10.0))))
"""
_OURS = "ground.ground_track(iss, start_utc='2022-03-12', duration_s=10 * {points}, step_s=10)"
_SKYFIELD = (
    "wgs84.geographic_position_of(satellite.at(timescale.utc(2022, 3, 12, 0, 0, np.arange({points}) * 10.0)))"
)


def rows():
    """Yield the rows of the table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ElementAgeWarning)
        yield from _time_and_error()
    ours = peak_bytes(_SETUP, _OURS.format(points=YEAR_POINTS)) / YEAR_POINTS
    rival = peak_bytes(_SETUP, _SKYFIELD.format(points=SKYFIELD_POINTS)) / SKYFIELD_POINTS
    yield Row("peak memory per point", ours, rival, "B", "Skyfield as documented", 100, of="ours")


def _time_and_error():
    iss = elements.on(START)
    timescale = load.timescale(builtin=True)
    satellite = EarthSatellite(iss.line1, iss.line2, "ISS", timescale)

    def ours():
        return ground.ground_track(iss, start_utc=START, duration_s=YEAR_POINTS * STEP_S, step_s=STEP_S)

    def raw():
        days = np.arange(YEAR_POINTS) * (STEP_S / 86400)
        return iss.satrec.sgp4_array(np.full(YEAR_POINTS, 2459650.5), days)

    def skyfield():
        time = timescale.utc(2022, 3, 12, 0, 0, np.arange(SKYFIELD_POINTS) * float(STEP_S))
        return wgs84.geographic_position_of(satellite.at(time))

    year = "a year of ground track at 10 s"
    ours_s, raw_s = by_turns(ours, raw)
    yield Row(year, ours_s, raw_s, "s", "SGP4 alone (sgp4_array)", 1.5)
    scaled_s = by_turns(skyfield, repeats=3)[0] * YEAR_POINTS / SKYFIELD_POINTS
    yield Row(year, ours_s, scaled_s, "s", f"Skyfield as documented, scaled from {SKYFIELD_POINTS:,}", 0.02)
    track = ours()
    chosen = np.linspace(0, YEAR_POINTS - 1, CHECKED_POINTS).astype(int)
    time = timescale.utc(2022, 3, 12, 0, 0, chosen * float(STEP_S))
    point = wgs84.geographic_position_of(satellite.at(time))
    radius_mm = 6.8e9  # the station's own: a difference on the ground is a little smaller
    north = np.radians(track.latitude_deg[chosen] - point.latitude.degrees) * radius_mm
    turned = (track.longitude_deg[chosen] - point.longitude.degrees + 180) % 360 - 180
    east = np.radians(turned) * np.cos(point.latitude.radians) * radius_mm
    up = (track.height_km[chosen] - point.elevation.km) * 1e6
    yield Row(
        f"largest difference of {CHECKED_POINTS:,} of its points",
        float(np.sqrt(north**2 + east**2 + up**2).max()),
        float("nan"),
        "mm",
        "Skyfield as documented",
        5,
        of="ours",
    )
