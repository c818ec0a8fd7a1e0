"""Solar activity by month: F10.7 and Ap as observed since 1957, and a mean cycle for the time after.

F10.7 is the Sun's radio emission at 10.7 cm, in solar flux units, and stands for its ultraviolet light, which
heats and swells the upper air. Ap is the daily mean of the disturbance of the Earth's magnetic field.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from course.data import read_text
from course.quantities import Array, Moments, MomentsLike, instants, one

# minima of the smoothed sunspot number (SILSO, Royal Observatory of Belgium): cycles 20 to 24, begin of 25
MINIMA = np.array(["1964-10", "1976-03", "1986-09", "1996-08", "2008-12", "2019-12"], "datetime64[M]")
CYCLE_MONTHS = 132  # the mean length of these five, 11.0 years


class MeanSunWarning(UserWarning):
    """A result rests on the mean solar cycle, because the observed Sun has ended; the message says when."""


@dataclass(frozen=True)
class SolarActivity:
    """Monthly means, arrays of one length.

    Attributes
    ----------
    month : ndarray of datetime64[M]
    f107 : ndarray
        Solar flux units, as observed (not adjusted to 1 AU).
    ap : ndarray
    is_observed : ndarray of bool
        False where the mean cycle stands in.
    """

    month: Moments
    f107: Array
    ap: Array
    is_observed: NDArray[np.bool_]


@cache
def observed() -> SolarActivity:
    """Return the observed months, without gaps.

    Examples
    --------
    >>> sun = observed()
    >>> peak = sun.f107[sun.month >= np.datetime64("2019-12")].argmax()     # of cycle 25, so far
    >>> str(sun.month[sun.month >= np.datetime64("2019-12")][peak])
    '2024-08'
    """
    rows = list(csv.DictReader(io.StringIO(read_text("solar_activity.csv"))))
    month = np.array([row["month"] for row in rows], "datetime64[M]")
    f107, ap = (np.array([row[name] for row in rows], float) for name in ("f107", "ap"))
    return SolarActivity(month, f107, ap, np.full(len(month), True))


def mean_cycle() -> tuple[Array, Array]:
    """Return F10.7 and Ap of a mean cycle, 132 months from its minimum on: the mean of cycles 20 to 24.

    Each cycle is stretched or shortened to the mean length before they are averaged, and the mean is smoothed
    over 13 months.

    Returns
    -------
    f107, ap : ndarray of shape (132,)

    Examples
    --------
    >>> f107, _ = mean_cycle()
    >>> round(float(f107.min())), round(float(f107.max()))
    (72, 178)
    """
    f107, ap = _cycles().mean(axis=1)
    return f107, ap


def cycle_percentile(percent: float) -> tuple[Array, Array]:
    """Return F10.7 and Ap below which a part of the five cycles lay, month by month of a cycle.

    Parameters
    ----------
    percent : float
        0 (the weakest of the five in each month) to 100 (the strongest).

    Returns
    -------
    f107, ap : ndarray of shape (132,)

    Examples
    --------
    >>> [round(float(cycle_percentile(percent)[0].max())) for percent in (0, 50, 100)]
    [146, 195, 214]
    """
    share = one("percent", percent, at_least=0, at_most=100)
    f107, ap = np.percentile(_cycles(), share, axis=1)
    return f107, ap


@cache
def _cycles() -> Array:
    """Return F10.7 and Ap of five cycles, each of the mean length and smoothed: an array (2, 5, 132)."""
    sun = observed()
    phase = (np.arange(CYCLE_MONTHS) + 0.5) / CYCLE_MONTHS
    places = (MINIMA - sun.month[0]).astype(int)
    cycles = [first + phase * (last - first) - 0.5 for first, last in pairwise(places)]
    at, around = np.arange(len(sun.month)), np.arange(-6, 7)
    smooth = (np.arange(CYCLE_MONTHS)[:, None] + around) % CYCLE_MONTHS  # the end of a cycle meets its begin
    whole = np.array([[np.interp(cycle, at, values) for cycle in cycles] for values in (sun.f107, sun.ap)])
    return whole[:, :, smooth].mean(axis=3)


def activity(when: MomentsLike, *, percentile: float | None = None) -> SolarActivity:
    """Return the Sun of some months: as observed, after that the mean cycle, counted from December 2019.

    Parameters
    ----------
    when : date, ISO text, or array of such
        From October 1957 on.
    percentile : float, optional
        In place of the mean cycle, the one below which so many per cent of the past five lay, 0 to 100.

    Raises
    ------
    ValueError
        Before October 1957, when nobody measured it in this way.

    Examples
    --------
    >>> sun = activity(["2008-07-01", "2040-01-01"])
    >>> sun.f107[0].item(), sun.is_observed.tolist()
    (65.7, [True, False])
    """
    sun = observed()
    month = np.atleast_1d(instants("when", when)).astype("datetime64[M]")
    place = (month - sun.month[0]).astype(int)
    if np.any(place < 0):
        raise ValueError(f"the observed Sun begins in {sun.month[0]} (got {month.min()})")
    is_observed = place < len(sun.month)
    inside = np.minimum(place, len(sun.month) - 1)
    phase = (month - MINIMA[-1]).astype(int) % CYCLE_MONTHS
    if percentile is None:
        cycle = mean_cycle()
    else:
        cycle = cycle_percentile(one("percentile", percentile, at_least=0, at_most=100))
    f107, ap = (
        np.where(is_observed, ours[inside], mean[phase])
        for ours, mean in zip((sun.f107, sun.ap), cycle, strict=True)
    )
    return SolarActivity(month, f107, ap, is_observed)
