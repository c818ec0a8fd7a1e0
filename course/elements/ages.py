"""Error of an element set by its age, as measured: sets of the ISS against later and earlier ones."""

import csv
import io
from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np

from course.constants import EARTH_RADIUS_KM
from course.data import read_text
from course.quantities import Array

KNOWN_DAYS = 28.0  # at this age nine sets in ten are still right to within half a lap
HALF_LAP_KM = np.pi * (
    EARTH_RADIUS_KM + 420
)  # 21,400 km: whoever errs by more does not know the place at all
SPEED_KM_S = 7.66


@dataclass(frozen=True)
class Uncertainty:
    """How far along its orbit the station may be from where an old element set puts it.

    Measured with 499 sets of September 2024 to March 2025, a time of the strongest drag and of six reboosts:
    each was carried to the epochs of all others (`tools/data/element_age.py`). In quiet years sets age
    more slowly. Across the track the error is small: under 40 km after four weeks.

    Attributes
    ----------
    age_days : float
        Age of the element set, without its sign: before the epoch it is as uncertain as after it.
    half_km, most_km : float
        Along the orbit: half of the sets are nearer than the first, nine in ten nearer than the second;
        ``inf`` from the age on at which that is half a lap.
    """

    age_days: float
    half_km: float
    most_km: float

    @classmethod
    def at(cls, age_days: float) -> Self:
        """Return the uncertainty of an element set at an age in days."""
        ages, half, most = _measured()
        age = abs(age_days)
        found = (float(np.exp(np.interp(np.log(max(age, ages[0])), np.log(ages), np.log(values))))
                 if age <= ages[-1] else np.inf for values in (half, most))  # fmt: skip
        return cls(age, *(km if km < HALF_LAP_KM else np.inf for km in found))

    def __str__(self) -> str:
        if np.isinf(self.most_km):
            return "anywhere on its orbit"
        half, most = (_rounded(km) for km in (self.half_km, self.most_km))
        return (
            f"within {half} km along its orbit in half of all cases, within {most} km "
            f"({_lasting(self.most_km / SPEED_KM_S)}) in nine of ten"
        )


@cache
def _measured() -> tuple[Array, Array, Array]:
    rows = list(csv.DictReader(io.StringIO(read_text("element_age.csv"))))
    ages, half, most = (
        np.array([float(row[name]) for row in rows]) for name in ("age_days", "half_km", "nine_in_ten_km")
    )
    return ages, half, most


def _rounded(km: float) -> str:
    """Return a distance with two digits at most."""
    places = max(0, len(str(round(km))) - 2)
    return f"{max(round(km, -places), 1):,.0f}"


def _lasting(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
