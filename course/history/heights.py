"""Heights of the station through the years, and the stretches in which it only sank."""

from typing import TYPE_CHECKING

import numpy as np

from course import elements
from course.constants import EARTH_RADIUS_KM
from course.data import read_table

if TYPE_CHECKING:
    from pandas import DataFrame

LONGEST_GAP_DAYS = 8.0  # between element sets: in a longer one an engine may have fired and not be seen
FEWEST_SETS, FEWEST_DAYS = 3, 3.0  # of a stretch: less cannot be told from the scatter of single heights


def altitude() -> "DataFrame":
    """Return the height of the station from 1998 to 2026, one row for each dated element set of the course.

    Returns
    -------
    DataFrame
        epoch_utc, altitude_km (mean semi-major axis minus 6378.137 km), perigee_km and apogee_km (the same
        with the mean eccentricity), source.

    Examples
    --------
    >>> table = altitude().query("epoch_utc >= '1999'")
    >>> round(table["altitude_km"].min()), round(table["altitude_km"].max())
    (332, 421)
    """
    import pandas as pd

    rows = []
    for one in elements.shipped():
        axis_km = EARTH_RADIUS_KM + one.altitude_km
        half_km = axis_km * one.eccentricity
        heights = (one.altitude_km, one.altitude_km - half_km, one.altitude_km + half_km)
        rows.append((one.epoch_utc, *heights, one.source))
    return pd.DataFrame(rows, columns=["epoch_utc", "altitude_km", "perigee_km", "apogee_km", "source"])


def stretches() -> "DataFrame":
    """Return the times in which the station only sank, as far as the dated element sets of the course tell.

    A stretch is a run of three element sets or more over three days or more, neighbours at most 8 days apart,
    each lower than the one before. A small reboost between two of them would not be seen.

    Returns
    -------
    DataFrame
        start_utc, end_utc, sets, days, start_km (height of the first set), rate_m_day (how fast it sank: the
        straight line through the heights), error_m_day (standard error of that: single heights scatter about
        such lines by some 60 m, in all stretches together).

    Examples
    --------
    >>> stretches().query("start_utc > '2022-03-10'")[["sets", "rate_m_day"]].round().values.tolist()[0]
    [3.0, 42.0]
    """
    import pandas as pd

    table = altitude()
    apart = table["epoch_utc"].diff() > pd.Timedelta(days=LONGEST_GAP_DAYS)
    runs = table.groupby((apart | (table["altitude_km"].diff() >= 0)).cumsum())
    rows, squares, freedom = [], 0.0, 0
    for _, run in runs:
        days = ((run["epoch_utc"] - run["epoch_utc"].iloc[0]) / pd.Timedelta(days=1)).to_numpy()
        if len(run) < FEWEST_SETS or days[-1] < FEWEST_DAYS:
            continue
        from_middle = days - days.mean()
        spread = float(from_middle @ from_middle)
        slope = float(from_middle @ run["altitude_km"]) / spread
        left = run["altitude_km"] - run["altitude_km"].mean() - slope * from_middle
        squares, freedom = squares + float(left @ left), freedom + len(run) - 2
        ends = run["epoch_utc"].iloc[0], run["epoch_utc"].iloc[-1]
        rows.append((*ends, len(run), days[-1], run["altitude_km"].iloc[0], -1000 * slope, spread))
    columns = ("start_utc", "end_utc", "sets", "days", "start_km", "rate_m_day", "error_m_day")
    found = pd.DataFrame(rows, columns=columns)
    found["error_m_day"] = 1000 * np.sqrt(squares / freedom / found["error_m_day"])
    return found


def dense_stretches() -> "DataFrame":
    """Return stretches of 2024 and 2025 in which the station only sank, each seen in dozens of element sets.

    Worked out from 499 element sets of the US space surveillance network (CelesTrak), of which this course
    ships few: 42 to 131 sets each, between reboosts. Single rates are far better known than in `stretches`.

    Returns
    -------
    DataFrame
        As `stretches`.

    Examples
    --------
    >>> table = dense_stretches()
    >>> len(table), int(table["sets"].min()), float(table["error_m_day"].max())
    (7, 42, 3.3)
    """
    return read_table("dense_stretches.csv", dates=("start_utc", "end_utc"))
