"""Make ``density.npz`` and ``solar_activity.csv``: the air of the thermosphere and the Sun that heats it.

    pip install pymsis==0.13.0 satkit-data==0.9.0      (in an environment of its own: 110 MB)
    python -m tools.data.atmosphere PATH/satkit_data/data/SW-All.csv

Density is that of NRLMSIS 2.1, averaged along a circular orbit at the inclination of the ISS: over the lap,
over the hours of the day and over the longitudes, at the middle of each calendar month, for steady activity
(F10.7 of the day the same as its mean of 81 days; Ap the same at all hours). Its natural logarithm is kept in
steps of 0.002.

Activity is the mean of each whole calendar month with observed F10.7 (not adjusted to 1 AU) and Ap.
"""

import csv
import sys
from collections import defaultdict

import numpy as np
import numpy.typing as npt

from tools.data import DATA

TARGET = DATA
INCLINATION_DEG = 51.64
EARTH_RADIUS_KM, EARTH_FLATTENING = 6378.137, 1 / 298.257223563
ALTITUDE_KM = np.r_[100:150:2.5, 150:200:5, 200:300:10, 300:801:20]
F107 = np.array([60, 70, 80, 90, 100, 115, 130, 150, 170, 190, 220, 260, 300])
AP = np.array([2, 6, 12, 20, 30, 48])
LAP_POINTS, HOURS = 16, 12  # of the average; twice as many change it by less than 0.1 %
STEP = 2e-3  # of the logarithm: 0.1 % of the density at most; at 800 km still within 16 bits


def orbit_mean(
    altitude_km: npt.NDArray[np.float64], month: int, f107: float, ap: float
) -> npt.NDArray[np.float64]:
    """Return the mean density along the orbit, in kg/m3, for each altitude (km)."""
    import pymsis

    argument, hour = np.meshgrid(
        (np.arange(LAP_POINTS) + 0.5) * 2 * np.pi / LAP_POINTS, np.arange(HOURS) * 24 / HOURS
    )
    argument, hour = argument.ravel(), hour.ravel()
    up = np.sin(np.radians(INCLINATION_DEG)) * np.sin(argument)
    geocentric = np.arcsin(up)
    geodetic = np.arctan(np.tan(geocentric) / (1 - EARTH_FLATTENING) ** 2)
    ground = EARTH_RADIUS_KM * (1 - EARTH_FLATTENING * up**2)  # distance of sea level from the centre
    longitude = (np.arange(len(up)) * 137.508) % 360 - 180  # the golden angle: even, and tied to nothing
    universal = (hour - longitude / 15) % 24
    dates = np.datetime64(f"2001-{month:02d}-15", "s") + (3600 * universal).astype("timedelta64[s]")
    height = altitude_km[:, None] + EARTH_RADIUS_KM - ground
    shape = height.shape
    when, east, north = (
        np.broadcast_to(one, shape).ravel() for one in (dates, longitude, np.degrees(geodetic))
    )
    points = height.size
    density = pymsis.calculate(
        when,
        east,
        north,
        height.ravel(),
        np.full(points, float(f107)),
        np.full(points, float(f107)),
        np.full((points, 7), float(ap)),
        version=2.1,
    )[..., 0]
    return density.reshape(shape).astype(float).mean(axis=1)


def write_density() -> None:
    """Write the table: altitude, calendar month, F10.7, Ap."""
    logarithm = np.empty((len(ALTITUDE_KM), 12, len(F107), len(AP)))
    for month in range(12):
        for i, f107 in enumerate(F107):
            for j, ap in enumerate(AP):
                logarithm[:, month, i, j] = np.log(orbit_mean(ALTITUDE_KM, month + 1, f107, ap))
    steps = np.round(logarithm / STEP).astype(np.int16)
    np.savez_compressed(
        TARGET / "density.npz",
        altitude_km=ALTITUDE_KM.astype(np.float32),
        f107=F107.astype(np.int16),
        ap=AP.astype(np.int16),
        log_steps=np.diff(steps, axis=2, prepend=np.int16(0)),  # differences pack twice as small
        step=np.float64(STEP),
    )
    print(f"density.npz: {steps.size} densities, {steps.min() * STEP:.1f} to {steps.max() * STEP:.1f}")


def write_activity(space_weather: str) -> None:
    """Write the monthly means of the observed Sun."""
    days = defaultdict(list)
    with open(space_weather, newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["F10.7_DATA_TYPE"] in ("OBS", "INT"):  # INT: gaps filled by the observatory
                days[row["DATE"][:7]].append((float(row["F10.7_OBS"]), float(row["AP_AVG"])))
    written = []
    with (TARGET / "solar_activity.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["month", "f107", "ap"])
        for month in sorted(days):
            f107, ap = zip(*days[month], strict=True)
            length = (np.datetime64(month) + 1).astype("datetime64[D]") - np.datetime64(month, "D")
            if len(f107) == length.astype(int):
                writer.writerow([month, f"{np.mean(f107):.1f}", f"{np.mean(ap):.1f}"])
                written.append(month)
    print(f"solar_activity.csv: {len(written)} months, {written[0]} to {written[-1]}")


if __name__ == "__main__":
    write_activity(sys.argv[1])
    write_density()
