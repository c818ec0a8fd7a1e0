"""Many falls under the real Sun at once, for tables and pictures: the law of `fall`, all in one step."""

import numpy as np
from numpy.typing import ArrayLike

from course.constants import SOLAR_DAY_S
from course.decay.atmosphere import TABLE_KM, table
from course.decay.drag import (
    GREATEST_BALLISTIC_KG_M2,
    LEAST_BALLISTIC_KG_M2,
    LOWEST_KM,
    monthly_log_rates,
)
from course.decay.fall import HORIZON_YEARS, LONGEST_STEP_DAYS, MONTH_DAYS, STEP_OF_DEPTH
from course.decay.sun import activity
from course.quantities import Array, MomentsLike, instants, one, quantity

GRID_KM = 2.5  # the altitudes of the table of the air are all multiples of it


def days_to_altitudes(
    to_km: ArrayLike, *, from_km: float, start_utc: MomentsLike, ballistic_coefficient_kg_m2: ArrayLike
) -> Array:
    """Return the days until each of some altitudes is reached, for all starts and all craft.

    The same fall as `descent` gives, to a thousandth of its days; where the observed Sun ends it goes on with
    the mean cycle, without a warning: `activity` tells which months are observed.

    Parameters
    ----------
    to_km : array_like of shape (n,)
        Falling, from `from_km` at most to 120 km.
    from_km : float
        Where all start, 120 to 800 km.
    start_utc : array_like of shape (s,)
        Moments in UTC, from October 1957 on.
    ballistic_coefficient_kg_m2 : array_like of shape (b,)

    Returns
    -------
    ndarray of shape (s, b, n)

    Raises
    ------
    ValueError
        Also if one of them stays up for more than 100 years.

    Examples
    --------
    >>> starts = ["2008-11-01", "2022-03-12"]
    >>> days = days_to_altitudes([120], from_km=420, start_utc=starts, ballistic_coefficient_kg_m2=[160.0])
    >>> (days[:, 0, 0] / 365.25).round(1).tolist()
    [5.3, 2.4]
    """
    start = one("from_km", from_km, at_least=LOWEST_KM, at_most=TABLE_KM[1])
    goals = np.atleast_1d(quantity("to_km", to_km, at_least=LOWEST_KM, at_most=start))
    if goals.ndim != 1 or not len(goals) or np.isnan(goals).any() or np.any(np.diff(goals) >= 0):
        raise ValueError("to_km must be a list of altitudes, each below the one before")
    ballistic = quantity(
        "ballistic_coefficient_kg_m2",
        ballistic_coefficient_kg_m2,
        at_least=LEAST_BALLISTIC_KG_M2,
        at_most=GREATEST_BALLISTIC_KG_M2,
    )
    ballistic = np.atleast_1d(ballistic)
    if ballistic.ndim != 1:
        raise ValueError(f"ballistic_coefficient_kg_m2 must be a list (got the shape {ballistic.shape})")
    if np.isnan(ballistic).any():
        raise ValueError("ballistic_coefficient_kg_m2 must be numbers (got nan)")
    moments = np.atleast_1d(instants("start_utc", start_utc))
    if moments.ndim != 1 or not len(moments):
        raise ValueError(f"start_utc must be a list of moments (got the shape {moments.shape})")
    rate, places = _rates(moments)
    shape = (len(moments), len(ballistic))
    log_ballistic = np.broadcast_to(np.log(ballistic), shape).ravel()
    return _fallen(rate, np.repeat(places, shape[1]), log_ballistic, start, goals).reshape(*shape, -1)


def _rates(moments):
    """Return the rate (km a day) as a function of month and altitude, and the month of each start."""
    activity(moments)  # refuses starts before the record
    month = moments.astype("datetime64[M]")
    first = month.min() - 1
    logs = monthly_log_rates(first, int((month.max() - first).astype(int)) + 12 * (HORIZON_YEARS + 1))
    fine_km = np.arange(TABLE_KM[0], TABLE_KM[1] + GRID_KM, GRID_KM)
    logs = np.array([np.interp(fine_km, table().altitude_km, row) for row in logs])
    columns, flat, last = len(fine_km), logs.ravel(), len(logs) - 2
    middle = (month - 1).astype("datetime64[D]") + 15
    since = (moments - middle) / np.timedelta64(1, "us") / (SOLAR_DAY_S * 1e6) / MONTH_DAYS
    places = (month - 1 - first).astype(int) + since

    def rate(place, height, log_ballistic):
        row = np.minimum(place.astype(int), last)
        level = (height - TABLE_KM[0]) / GRID_KM
        column = level.astype(int)
        later, up, at = place - row, level - column, row * columns + column
        now = flat[at] + up * (flat[at + 1] - flat[at])
        then = flat[at + columns] + up * (flat[at + columns + 1] - flat[at + columns])
        return np.exp(now + later * (then - now) - log_ballistic)

    return rate, places


def _fallen(rate, places, log_ballistic, start_km, goals):
    """Return the days until each goal, one row a lane: steps of the midpoint rule, each lane its own."""
    days = np.full((len(places), len(goals)), np.nan)
    lane, day = np.arange(len(places)), np.zeros(len(places))
    height, reached = np.full(len(places), start_km), np.zeros(len(places), int)
    while len(lane):
        first = rate(places + day / MONTH_DAYS, height, log_ballistic)
        step = np.minimum(LONGEST_STEP_DAYS, STEP_OF_DEPTH * (height - TABLE_KM[0]) / first)
        middle = rate(places + (day + step / 2) / MONTH_DAYS, height - step / 2 * first, log_ballistic)
        below = height - step * middle
        while np.any(here := (reached < len(goals)) & (below <= goals[np.minimum(reached, len(goals) - 1)])):
            goal = goals[reached[here]]
            days[lane[here], reached[here]] = day[here] + (height[here] - goal) / middle[here]
            reached[here] += 1
        day, height = day + step, below
        if day.max() > HORIZON_YEARS * 365:
            raise ValueError(
                f"an orbit at {start_km:g} km stays up for more than {HORIZON_YEARS} years: nobody knows the "
                "Sun of that time"
            )
        left = reached < len(goals)
        if not left.all():
            lane, day, height, reached, places, log_ballistic = (
                each[left] for each in (lane, day, height, reached, places, log_ballistic)
            )
    return days
