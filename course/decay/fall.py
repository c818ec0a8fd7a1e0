"""Fall by drag: path and lifetime of a circular orbit in thin air, by the rate that `drag` gives.

With steady activity the lifetime is a sum; with the Sun of each month the fall is followed in small steps.
"""

import warnings
from bisect import bisect_right
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import ArrayLike

from course.constants import SOLAR_DAY_S
from course.decay.atmosphere import F107_LIMITS, TABLE_F107, TABLE_KM, density_kg_m3, table
from course.decay.drag import (
    ISS_BALLISTIC_COEFFICIENT_KG_M2,
    LOWEST_KM,
    checked_craft,
    monthly_log_rates,
    unit_loss_km_day,
)
from course.decay.sun import MeanSunWarning, activity, observed
from course.quantities import Array, Floats, Moment, instant, one, plain, quantity, together

NODES = 2000  # of the sum: one lifetime is good to 0.01 %
LONGEST_STEP_DAYS = 5.0  # the Sun changes from month to month
STEP_OF_DEPTH = 0.02  # of the height above 100 km: a step is then at most a tenth of a scale height
HORIZON_YEARS = 100
MOST_FALLS = 2000  # lifetimes at a time: a millisecond or more each
LONGEST_DAYS = 1e6  # that is asked for
MONTH_DAYS = 365.2425 / 12


@dataclass(frozen=True)
class Descent:
    """The fall of one craft, engines off, down to 120 km.

    Attributes
    ----------
    days, altitude_km : ndarray
        Time since the start, and the altitude.
    start_utc : datetime64 or None
        None with steady activity.
    observed_days : float
        For how many days the Sun was an observed one; after that it is the mean cycle (nan: steady activity).
    """

    days: Array
    altitude_km: Array
    start_utc: np.datetime64 | None
    observed_days: float

    @property
    def lifetime_days(self) -> float:
        """Days until 120 km."""
        return float(self.days[-1])

    @property
    def end_utc(self) -> np.datetime64 | None:
        """The moment at which 120 km are reached, or None with steady activity."""
        if self.start_utc is None:
            return None
        return self.start_utc + np.timedelta64(round(self.lifetime_days * SOLAR_DAY_S * 1e6), "us")

    @property
    def rests_on_mean_cycle(self) -> bool:
        """Whether the fall goes on after the observed Sun has ended."""
        return bool(self.lifetime_days > self.observed_days)


def lifetime_days(
    altitude_km: ArrayLike,
    *,
    f107: ArrayLike | None = None,
    start_utc: Moment | None = None,
    ballistic_coefficient_kg_m2: ArrayLike = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Floats:
    """Return the days until drag has brought a circular orbit down to 120 km.

    Give either a steady activity or a date. A computed lifetime is good to a factor of 1.3, if the Sun is
    known and the ballistic coefficient is right.

    Parameters
    ----------
    altitude_km : float or array_like
        120 to 800 km.
    f107 : float or array_like, optional
        Steady activity in solar flux units, 60 to 300.
    start_utc : str, date, datetime or datetime64, optional
        Start with the real Sun of each month; after the last observed month with the mean solar cycle.
    ballistic_coefficient_kg_m2 : float or array_like
        m / (Cd A).

    Warns
    -----
    MeanSunWarning
        If the fall goes on after the observed Sun has ended.

    Examples
    --------
    >>> round(lifetime_days(420, f107=125) / 365.25, 1), round(lifetime_days(420, f107=190) / 365.25, 1)
    (3.2, 1.4)
    >>> round(lifetime_days(420, start_utc="2022-03-12") / 365.25, 1)       # the month of the article
    2.2
    """
    altitude, ballistic = checked_craft(altitude_km, ballistic_coefficient_kg_m2)
    _one_of(f107, start_utc)
    flux = quantity("f107", TABLE_F107[0] if f107 is None else f107, **F107_LIMITS)
    altitude, ballistic, flux = together(
        altitude_km=altitude, ballistic_coefficient_kg_m2=ballistic, f107=flux, most_values=MOST_FALLS
    )
    answer = np.empty(altitude.shape)
    falls = []
    for place, numbers in zip(
        np.ndindex(answer.shape),
        zip(altitude.ravel(), ballistic.ravel(), flux.ravel(), strict=True),
        strict=True,
    ):
        if np.isnan(numbers).any():
            answer[place] = np.nan
            continue
        if f107 is None:
            falls.append(_real_sun(numbers[0], start_utc, numbers[1]))
        else:
            falls.append(_steady(numbers[0], numbers[2], numbers[1]))
        answer[place] = falls[-1].lifetime_days
    if any(fall.rests_on_mean_cycle for fall in falls):
        _warn()
    return plain(answer)


def descent(
    altitude_km: float,
    *,
    f107: float | None = None,
    start_utc: Moment | None = None,
    percentile: float | None = None,
    ballistic_coefficient_kg_m2: float = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Descent:
    """Return the whole fall of one craft down to 120 km, as a `Descent`.

    Parameters
    ----------
    altitude_km, ballistic_coefficient_kg_m2 : float
    f107, start_utc
        One of the two, as in `lifetime_days`.
    percentile : float, optional
        Of the past cycles, for the time after the observed Sun: 90 is a strong one, and a short life.

    Examples
    --------
    >>> fall = descent(420, start_utc="2022-03-12")
    >>> fall.end_utc.astype("datetime64[M]"), fall.rests_on_mean_cycle
    (np.datetime64('2024-06'), False)
    """
    altitude, ballistic = _one_craft(altitude_km, ballistic_coefficient_kg_m2)
    _one_of(f107, start_utc)
    if f107 is not None:
        return _steady(altitude, one("f107", f107, **F107_LIMITS), ballistic)
    fall = _real_sun(altitude, start_utc, ballistic, percentile)
    if fall.rests_on_mean_cycle and percentile is None:
        _warn()
    return fall


def fallen_km(
    altitude_km: float,
    *,
    start_utc: Moment,
    days: ArrayLike,
    ballistic_coefficient_kg_m2: float = ISS_BALLISTIC_COEFFICIENT_KG_M2,
) -> Floats:
    """Return how many kilometres drag takes from a circular orbit in some days under the real Sun.

    Parameters
    ----------
    altitude_km, start_utc, ballistic_coefficient_kg_m2
        As in `descent`.
    days : float or array_like
        Since the start; once 120 km are reached, no more is lost.

    Warns
    -----
    MeanSunWarning
        If some of the days lie after the end of the observed Sun.

    Examples
    --------
    >>> round(1000 * fallen_km(420, start_utc="2022-03-12", days=1))        # metres on the first day
    46
    """
    since = quantity("days", days, at_least=0, at_most=LONGEST_DAYS)
    altitude, ballistic = _one_craft(altitude_km, ballistic_coefficient_kg_m2)
    fall = _real_sun(altitude, start_utc, ballistic)
    if np.any(np.minimum(since, fall.lifetime_days) > fall.observed_days):
        _warn()
    return plain(altitude - np.interp(since, fall.days, fall.altitude_km))


def _steady(altitude, f107, ballistic):
    heights = np.linspace(altitude, LOWEST_KM, NODES)
    slowness = ballistic / (unit_loss_km_day(heights) * density_kg_m3(heights, f107=f107))
    step = (altitude - LOWEST_KM) / (NODES - 1)
    days = np.concatenate(([0.0], np.cumsum((slowness[1:] + slowness[:-1]) / 2) * step))
    return Descent(days, heights, None, float("nan"))


def _real_sun(altitude, start_utc, ballistic, percentile=None):
    start = instant("start_utc", start_utc)
    rate = _rate_of_time(start, ballistic, percentile)
    days, heights = [0.0], [altitude]
    while heights[-1] > LOWEST_KM:
        day, height = days[-1], heights[-1]
        first = rate(day, height)
        step = min(LONGEST_STEP_DAYS, STEP_OF_DEPTH * (height - TABLE_KM[0]) / first)
        second = rate(day + step / 2, height - step / 2 * first)
        third = rate(day + step / 2, height - step / 2 * second)
        fourth = rate(day + step, height - step * third)
        fallen = step / 6 * (first + 2 * second + 2 * third + fourth)
        step *= min(1.0, (height - LOWEST_KM) / fallen)  # the last step ends at 120 km
        days.append(day + step)
        heights.append(max(height - fallen, LOWEST_KM))
        if days[-1] > HORIZON_YEARS * 365:
            raise ValueError(
                f"an orbit at {altitude:g} km with {ballistic:g} kg/m2 stays up for more than "
                f"{HORIZON_YEARS} years: nobody knows the Sun of that time"
            )
    ends = (observed().month[-1] + 1).astype("datetime64[us]")
    known = max(0.0, float((ends - start) / np.timedelta64(1, "us")) / (SOLAR_DAY_S * 1e6))
    return Descent(np.array(days), np.array(heights), start, known)


def _rate_of_time(start, ballistic, percentile=None):
    """Return the rate (km a day) as a fast function of days since the start and altitude, in plain floats."""
    first = start.astype("datetime64[M]") - 1
    activity(start)  # refuses a start before the record; its first month stands for the one before it
    rows = (monthly_log_rates(first, 12 * (HORIZON_YEARS + 1), percentile) - np.log(ballistic)).tolist()
    knots = table().altitude_km.tolist()
    middle = first.astype("datetime64[D]") + 15
    ahead = float((start - middle) / np.timedelta64(1, "us")) / (SOLAR_DAY_S * 1e6) / MONTH_DAYS
    last = len(rows) - 2

    def rate(day, height):
        place = ahead + day / MONTH_DAYS
        row = min(int(place), last)
        later = place - row
        knot = min(max(bisect_right(knots, height) - 1, 0), len(knots) - 2)
        up = (height - knots[knot]) / (knots[knot + 1] - knots[knot])
        now, then = rows[row], rows[row + 1]
        return exp(
            (1 - later) * ((1 - up) * now[knot] + up * now[knot + 1])
            + later * ((1 - up) * then[knot] + up * then[knot + 1])
        )

    return rate


def _one_craft(altitude_km, ballistic_coefficient_kg_m2):
    altitude = one("altitude_km", altitude_km)
    ballistic = one("ballistic_coefficient_kg_m2", ballistic_coefficient_kg_m2)
    checked_craft(altitude, ballistic)
    return altitude, ballistic


def _one_of(f107, start_utc):
    if (f107 is None) == (start_utc is None):
        raise ValueError("give either f107 (steady activity) or start_utc (the real Sun from a date)")


def _warn():
    warnings.warn(
        f"the observed Sun ends with {observed().month[-1]}; from then on this is the mean of solar cycles "
        "20 to 24, and a single cycle may shorten or stretch the fall by about half",
        MeanSunWarning,
        stacklevel=3,
    )
