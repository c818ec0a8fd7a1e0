"""Time shares: part of a satellite's time over each country, exact, and as a table for sliders."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from course.coverage import dwell
from course.coverage.edges import Edges, all_edges, by_country, owner_numbers
from course.geography import Borders, codes, view
from course.quantities import Array, Floats

BAND_DEG = 0.1
ROUNDING = 1e-10  # of the time, 3 ms a year: what sums of many edges leave over a country that is never met
EXACT_BANDS = 4  # below each turning latitude the dwell density is too steep for a straight line


def time_share(
    inclination_deg: float, *, altitude_km: float = 420.0, borders: Borders = "un"
) -> dict[str, float]:
    """Return which fraction of its time a satellite spends over each country, in the mean over many days.

    The dwell density (`share_below`) integrated over every country along its outline: exact, without a track.
    Within a single day the true share may differ by a fifth, within a month by a fiftieth (the ISS over
    Russia: 27.3 minutes a day, give or take half a minute; see `spread`).

    All longitudes are taken to be met alike. At a resonance they are not: a satellite that repeats its track
    after a day or a few days meets the same places again and again, and this mean is never reached. The
    Hubble telescope in 2026, with 15.00 laps between two passes of the Earth below its orbit, is 3 minutes a
    day off over one country. A circle of exactly 420 km has 61.00 laps in four such days: it averages slowly.

    Parameters
    ----------
    inclination_deg : float
        0 to 180 degrees.
    altitude_km : float
        Mean semi-major axis minus 6378.137 km.
    borders : {"un", "de-facto"}

    Returns
    -------
    dict
        Alpha-3 code to fraction of time, for every country that is drawn; 0 where the track never comes.

    Examples
    --------
    >>> share = time_share(51.64)
    >>> round(1440 * share["RUS"], 1), round(share["IND"] / share["RUS"], 2)     # minutes a day; a third
    (27.3, 0.31)
    """
    inclination, radius = dwell.orbit(inclination_deg, altitude_km)
    edges = all_edges().split(0.0)  # an orbit above the equator has its step there
    for turn in dwell.turning_latitudes_deg(inclination, radius):
        edges = edges.split(turn)
    of_regions = edges.integral(lambda latitude: dwell.offset(latitude, inclination, radius)) / 360
    shares = _never_met_is_zero(by_country(of_regions, view(borders)))
    return dict(zip(codes(borders), shares.tolist(), strict=True))


class ShareTable:
    """Time shares of all countries at any inclination, fast enough to follow a slider.

    The integral of `time_share`, with the time spent south of a latitude taken as a straight line within each
    band of latitude: what a country's outline adds to a band is then worked out once, and a new inclination
    is one product of a vector with a matrix. In the few bands at the turning latitudes the line is replaced
    by the truth. The error is under 0.001 percentage points at every inclination.

    Attributes
    ----------
    codes : tuple of str
        Alpha-3 codes in the order of the answers.
    """

    def __init__(self, borders: Borders = "un") -> None:
        self.codes = codes(view(borders))
        self._borders: Borders = borders
        self._latitude = np.linspace(-90, 90, round(180 / BAND_DEG) + 1)
        pieces = all_edges().split_at(self._latitude)
        band = self._band((pieces.start + pieces.end) / 2)
        order = np.argsort(band, kind="stable")
        self._pieces = pieces.take(order)
        self._first_piece: list[int] = np.searchsorted(band[order], np.arange(len(self._latitude))).tolist()
        width = _mean_widths(pieces, band, len(self._latitude) - 1, borders) / 360
        self._width = width.astype(np.float32)  # 1e-7 of a share; the product takes half the time

    def at(self, inclination_deg: float, *, altitude_km: float = 420.0) -> Array:
        """Return the fractions of time at one inclination, an array in the order of `codes`."""
        inclination, radius = dwell.orbit(inclination_deg, altitude_km)
        turns = dwell.turning_latitudes_deg(inclination, radius)
        first, last = int(self._band(turns[0] - 1e-9)), int(self._band(turns[1]))  # two bands at least
        at_edges = dwell.offset(self._latitude[first : last + 2], inclination, radius)
        shares = np.diff(at_edges).astype(np.float32) @ self._width[first : last + 1]

        def beyond_line(latitude):
            line = np.interp(latitude, self._latitude[first : last + 2], at_edges)
            return dwell.offset(latitude, inclination, radius) - line

        south = self._places(first, min(first + EXACT_BANDS, last + 1))
        north = self._places(max(last + 1 - EXACT_BANDS, first + EXACT_BANDS), last + 1)
        near = self._pieces.take(np.concatenate([south, north])).split(turns[0]).split(turns[1])
        of_regions = near.integral(beyond_line, points=4)
        return _never_met_is_zero(shares + by_country(of_regions, self._borders) / 360)

    def _band(self, latitude_deg: Floats) -> NDArray[np.intp]:
        return np.clip(np.floor((latitude_deg + 90) / BAND_DEG), 0, len(self._latitude) - 2).astype(int)

    def _places(self, first_band: int, end_band: int) -> NDArray[np.intp]:
        return np.arange(self._first_piece[first_band], self._first_piece[max(first_band, end_band)])


def share_table(borders: Borders = "un") -> ShareTable:
    """Return the `ShareTable` of one view of the borders, made once."""
    return _share_table(view(borders))


@cache
def _share_table(borders):
    return ShareTable(borders)


def _never_met_is_zero(shares: Array) -> Array:
    return np.where(shares > ROUNDING, shares, 0.0)


def _mean_widths(pieces: Edges, band: NDArray[np.intp], bands: int, borders: Borders) -> Array:
    """Return the mean width of each country in each band (bands x countries), in degrees of longitude.

    A piece of an outline adds its width to every band south of it, and to its own band the part that lies
    south of it.
    """
    within = ((pieces.start + pieces.end) / 2 + 90) / BAND_DEG - band
    cell = band * len(codes(borders)) + owner_numbers(borders)[pieces.region]
    whole, part = (
        np.bincount(cell, -pieces.width * share, minlength=bands * len(codes(borders)))
        .astype(float)
        .reshape(bands, -1)
        for share in (1.0, within)
    )
    return np.cumsum(whole[::-1], axis=0)[::-1] - whole + part
