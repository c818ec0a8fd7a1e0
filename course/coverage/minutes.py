"""Minutes a day that a ground track spends over each country, and how they depend on the days chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.coverage.under import country_numbers
from course.geography import Borders, codes, country_code, view
from course.ground import GroundTrack, require_track
from course.quantities import Array, one, quantity

if TYPE_CHECKING:
    from pandas import DataFrame

MINUTES_PER_DAY = 1440
LEAST_DAYS = 1e-4  # of a window: nine seconds, one point of a track
WINDOWS_DAYS = (1, 4, 61, 365)  # the track all but repeats after 4 days (61 laps): a worse mean than 61 days


def minutes_per_day(track: GroundTrack, *, borders: Borders = "un") -> dict[str, float]:
    """Return how many minutes a day a track spends over each country.

    Parameters
    ----------
    track : GroundTrack
        Points at equal steps in time.
    borders : {"un", "de-facto"}

    Returns
    -------
    dict
        Alpha-3 code to minutes a day, for every country that is drawn.

    Raises
    ------
    ValueError
        For an empty track: the time over a country during no time is not defined.

    Examples
    --------
    >>> from course import elements, ground
    >>> track = ground.ground_track(
    ...     elements.on("2022-03-12"), start_utc="2022-03-12", duration_s=86400, step_s=10)
    >>> round(minutes_per_day(track)["RUS"], 1)     # on this day; 27.3 in the mean over a year
    26.2
    """
    numbers = _numbers(track, borders)
    counts = np.bincount(numbers + 1, minlength=len(codes(borders)) + 1)[1:]
    return dict(zip(codes(borders), (MINUTES_PER_DAY * counts / len(numbers)).tolist(), strict=True))


def minutes_in_windows(
    track: GroundTrack, country: str, *, window_days: float = 1.0, borders: Borders = "un"
) -> Array:
    """Return the minutes a day over one country in each window of a track, one after the other.

    Parameters
    ----------
    track : GroundTrack
    country : str
        Alpha-3 code or name.
    window_days : float
        Length of a window; what is left at the end of the track is not used.

    Returns
    -------
    ndarray
        One number a window.

    Raises
    ------
    ValueError
        If the track is shorter than one window.
    """
    code = country_code(country, borders=borders)
    over = _numbers(track, borders) == codes(borders).index(code)
    return _in_windows(over, _points_per_day(track), one("window_days", window_days, at_least=LEAST_DAYS))


def spread(
    track: GroundTrack, country: str, *, windows_days: Sequence[float] = WINDOWS_DAYS, borders: Borders = "un"
) -> "DataFrame":
    """Return how the minutes a day over one country differ from window to window.

    Windows that do not fit into the track are left out.

    Returns
    -------
    DataFrame
        One row a window length: window_days, windows (their number), mean, sd, least, median, most.
    """
    import pandas as pd

    code = country_code(country, borders=borders)
    over = _numbers(track, borders) == codes(borders).index(code)
    per_day = _points_per_day(track)
    rows = []
    for days in quantity("windows_days", windows_days, at_least=LEAST_DAYS).ravel().tolist():
        if days * per_day <= len(over):
            found = _in_windows(over, per_day, days)
            rows.append(
                {
                    "window_days": days,
                    "windows": len(found),
                    "mean": found.mean(),
                    "sd": found.std(),
                    "least": found.min(),
                    "median": np.median(found),
                    "most": found.max(),
                }
            )
    return pd.DataFrame(rows, columns=["window_days", "windows", "mean", "sd", "least", "median", "most"])


def _numbers(track: GroundTrack, borders: Borders) -> NDArray[np.int16]:
    view(borders)
    require_track(track)
    if not len(track):
        raise ValueError("the track is empty: it needs at least one point to spend time over a country")
    return country_numbers(track.latitude_deg, track.longitude_deg, borders)


def _points_per_day(track: GroundTrack) -> float:
    if len(track) < 2:
        raise ValueError("the track has a single point: its length in days is not defined")
    return np.timedelta64(1, "D") / np.median(np.diff(track.utc[:1000]))


def _in_windows(over: NDArray[np.bool_], points_per_day: float, window_days: float) -> Array:
    windows = int(len(over) / (window_days * points_per_day) + 1e-9)
    if not windows:
        raise ValueError(
            f"the track is {len(over) / points_per_day:g} days long, less than a window of {window_days:g}"
        )
    ends = np.round(np.arange(windows + 1) * window_days * points_per_day).astype(int)
    return MINUTES_PER_DAY * np.add.reduceat(over[: ends[-1]], ends[:-1], dtype=int) / np.diff(ends)
