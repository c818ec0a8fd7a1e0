"""Years: a day as the place where a chart of years draws it."""

import numpy as np


def year_of(day: np.datetime64) -> float:
    """Return a day (datetime64) as a year with its fraction.

    Examples
    --------
    >>> float(year_of(np.datetime64("2022-07-02"))), float(year_of(np.datetime64("2024-07-02")))
    (2022.4986301369863, 2024.5)
    """
    year = day.astype("datetime64[Y]")
    first, next_ = (each.astype("datetime64[D]") for each in (year, year + 1))
    return year.astype(int) + 1970 + (day - first) / (next_ - first)
