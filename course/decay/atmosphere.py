"""Atmosphere: density along the orbit, from a table of NRLMSIS 2.1 made by ``tools/data/atmosphere.py``.

Densities are means along a circular orbit at 51.64 degrees: over day and night, north and south. The model
itself is good to 15 % in the mean and to much less in a single storm; the table follows it to 1 %.

References
----------
.. [1] J. Emmert et al., NRLMSIS 2.0: a whole-atmosphere empirical model of temperature and neutral species
   densities, Earth and Space Science 8 (2021), e2020EA001321.
"""

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.data import read_bytes
from course.quantities import Array, Floats, plain, quantity, together

TABLE_KM = (100.0, 800.0)
TABLE_F107 = (60.0, 300.0)
F107_LIMITS = {"at_least": TABLE_F107[0], "at_most": TABLE_F107[1], "why": "in solar flux units"}


@dataclass(frozen=True)
class DensityTable:
    """Natural logarithm of the density (kg/m3) over altitude, calendar month, F10.7 and Ap."""

    altitude_km: Array
    f107: Array
    ap: Array
    log_density: Array

    def columns(self, month: NDArray[np.intp], f107: Floats, ap: Floats) -> Array:
        """Return log densities over the table's altitudes, one row for each month (0 to 11), F10.7 and Ap."""
        i, part_f = _between(self.f107, f107)
        j, part_a = _between(self.ap, np.clip(ap, self.ap[0], self.ap[-1]))
        table = np.moveaxis(self.log_density, 0, -1)
        corners = [table[month, i + di, j + dj] for di in (0, 1) for dj in (0, 1)]
        weights = [f * a for f in (1 - part_f, part_f) for a in (1 - part_a, part_a)]
        return np.sum(
            [weight[:, None] * corner for weight, corner in zip(weights, corners, strict=True)], axis=0
        )


@cache
def table() -> DensityTable:
    """Return the `DensityTable`, read once."""
    with np.load(io.BytesIO(read_bytes("density.npz"))) as packed:
        steps = np.cumsum(packed["log_steps"].astype(int), axis=2)
        altitude, f107, ap = (packed[name].astype(float) for name in ("altitude_km", "f107", "ap"))
        return DensityTable(altitude, f107, ap, steps * float(packed["step"]))


def density_kg_m3(altitude_km: ArrayLike, *, f107: ArrayLike) -> Floats:
    """Return the density of the air along a circular orbit, in kg/m3, for steady solar activity.

    The mean over the seasons; the disturbance of the magnetic field is the one that belongs with the Sun
    (`quiet_ap`).

    Parameters
    ----------
    altitude_km : float or array_like
        Semi-major axis minus 6378.137 km, 100 to 800 km.
    f107 : float or array_like
        Solar flux units, 60 to 300: 68 at a minimum, 125 in the mean, 190 at a maximum, 250 in its worst
        month.

    Examples
    --------
    >>> f"{density_kg_m3(420, f107=125):.1e}"
    '1.6e-12'
    >>> round(density_kg_m3(420, f107=190) / density_kg_m3(420, f107=68))      # maximum to minimum
    12
    """
    altitude = quantity("altitude_km", altitude_km, at_least=TABLE_KM[0], at_most=TABLE_KM[1])
    flux = quantity("f107", f107, **F107_LIMITS)
    altitude, flux = together(altitude_km=altitude, f107=flux)
    i, part_i = _between(table().altitude_km, altitude)
    j, part_j = _between(table().f107, flux)
    year = _year()
    low, high = ((1 - part_j) * year[i + up, j] + part_j * year[i + up, j + 1] for up in (0, 1))
    return plain(np.exp((1 - part_i) * low + part_i * high))


def quiet_ap(f107: ArrayLike) -> Floats:
    """Return the Ap that goes with steady solar activity: 5 at F10.7 = 68, 20 at 250, a straight line.

    Months scatter widely about any such line (in 2008 and 2009 Ap was 4 to 7); at 420 km an Ap off by 4
    changes the density by 5 to 10 %.

    Examples
    --------
    >>> round(quiet_ap(125), 1)
    9.7
    """
    flux = quantity("f107", f107, **F107_LIMITS)
    return plain(5 + 15 * (flux - 68) / (250 - 68))


@cache
def _year():
    """Return the logarithm of the mean over the year, altitude by F10.7."""
    flux, months = table().f107, len(table().log_density[0])
    columns = [table().columns(np.full(len(flux), month), flux, quiet_ap(flux)) for month in range(months)]
    return np.log(np.mean(np.exp(columns), axis=0)).T


def _between(knots: Array, value: Floats) -> tuple[NDArray[np.intp], Array]:
    """Return the knot below each value and the part of the way (0 to 1) to the next; nan stays nan."""
    below = np.clip(np.searchsorted(knots, value, side="right") - 1, 0, len(knots) - 2)
    return below, (value - knots[below]) / (knots[below + 1] - knots[below])
