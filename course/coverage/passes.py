"""Passes over a place: when a station rises, how high it climbs, and whether it can be seen."""

import math
import warnings
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.constants import SOLAR_DAY_S
from course.coverage.risen import risen_limits_deg
from course.coverage.sky import look_angles, place
from course.elements import ElementAgeWarning, ElementSet, require_element_set
from course.quantities import Moment, instant, one

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "rise_utc",
    "culmination_utc",
    "set_utc",
    "max_elevation_deg",
    "visible",
    "visible_from_utc",
    "visible_until_utc",
    "visible_max_elevation_deg",
    "rise_azimuth_deg",
    "culmination_azimuth_deg",
    "set_azimuth_deg",
)
STEP_S = 60.0  # one highest point each lap of 90 minutes: no need to look more often
CHUNK_DAYS = 30
MOST_DAYS = 3660  # ten years: no element set is good for longer than weeks
LOWEST_LAPS_PER_DAY = 11.0  # 2,160 km up: what is higher may stay in view for half a lap
SAMPLES = 121  # of each pass, at least, for its visible part
SEEN_EVERY_S = 6.0  # of the longest pass, at most: 12 minutes of the station, half an hour from 2,160 km up
MICROSECOND = np.timedelta64(1, "us")


def passes(
    elements: ElementSet,
    *,
    latitude_deg: float,
    longitude_deg: float,
    start_utc: Moment,
    days: float,
    min_elevation_deg: float = 10.0,
) -> "DataFrame":
    """Return the passes of a station over a place.

    Parameters
    ----------
    elements : ElementSet
        Of a low orbit, 11 laps a day or more: up to 2,160 km where it is a circle.
    latitude_deg, longitude_deg : float
        The place, geodetic; any turn of the longitude is understood.
    start_utc : str, date, datetime or datetime64
    days : float
        Passes that culminate within this time are listed, from rise to set.
    min_elevation_deg : float
        Rise and set are taken at this elevation, and passes that stay lower left out; 0 to 90 degrees.

    Returns
    -------
    DataFrame
        A row a pass: rise_utc, culmination_utc, set_utc, max_elevation_deg, visible (at some moment the
        station is sunlit and the Sun 6 degrees below the horizon of the place), and of the visible part
        visible_from_utc, visible_until_utc (to 6 s), visible_max_elevation_deg; then the azimuths. If there
        is none, ``attrs["reason"]`` says why: a place above which the station never rises is no error.

    Warns
    -----
    ElementAgeWarning
        If the time asked for leaves the 14 days around the epoch: rise and set are then off by minutes.

    Examples
    --------
    >>> from course import elements
    >>> found = passes(elements.on("2022-03-12"), latitude_deg=55.75, longitude_deg=37.62,    # Moscow
    ...                start_utc="2022-03-12", days=1)
    >>> len(found), round(found["max_elevation_deg"].max())
    (4, 41)
    """
    require_element_set(elements)
    latitude, longitude = place(latitude_deg, longitude_deg)
    start = instant("start_utc", start_utc)
    days = one("days", days, above=0, at_most=MOST_DAYS)
    span_s = days * SOLAR_DAY_S
    lowest = one("min_elevation_deg", min_elevation_deg, at_least=0, at_most=90)
    if elements.mean_motion_rev_day < LOWEST_LAPS_PER_DAY:
        raise ValueError(
            f"passes are worked out for low orbits, {LOWEST_LAPS_PER_DAY:g} laps a day or more "
            f"(got {elements.mean_motion_rev_day:.2f})"
        )
    elements.warn_if_old(start, start + np.timedelta64(round(span_s * 1e6), "us"))
    with warnings.catch_warnings():  # said once is enough
        warnings.simplefilter("ignore", ElementAgeWarning)

        def seen(moments):
            return look_angles(elements, moments, latitude_deg=latitude, longitude_deg=longitude)

        tops = _culminations(seen, start, span_s)
        tops = tops[seen(tops).elevation_deg >= lowest]
        rises, sets = (_crossings(seen, tops, lowest, side, elements) for side in (-1, 1))
        table = _table(seen, rises, tops, sets)
        ends = np.array([start, start + _micros(span_s)])
        height, soon = (seen(ends + _micros(ahead)).elevation_deg for ahead in (0, 1))
        cut = (height >= lowest) & (np.sign(soon - height) == (-1, 1))
    table.attrs["reason"] = "" if len(table) else _reason(elements, latitude, lowest, days) + _cut(*cut)
    return table


def _cut(at_start, at_end):
    """Return what is to be said of a pass whose top lies just outside the time asked for."""
    whole = "; it is listed with a time that holds its highest point"
    if at_start:
        return f"; when the time begins it is up, and past its highest point{whole}"
    return f"; when the time ends it is up, and still climbs{whole}" if at_end else ""


def _culminations(seen, start, span_s):
    """Return the moments of greatest elevation, one a lap, wherever the station then is."""
    found = []
    for begin in np.arange(0, span_s, CHUNK_DAYS * SOLAR_DAY_S):
        end = min(begin + CHUNK_DAYS * SOLAR_DAY_S, span_s)
        moments = start + _micros(np.arange(begin - STEP_S, end + 2 * STEP_S, STEP_S))
        elevation = seen(moments).elevation_deg
        top = 1 + np.flatnonzero((elevation[1:-1] >= elevation[:-2]) & (elevation[1:-1] > elevation[2:]))
        best = _refine(seen, moments[top])
        found.append(best[(best >= start + _micros(begin)) & (best < start + _micros(end))])
    return np.concatenate(found)


def _refine(seen, moments):
    """Return the moments of greatest elevation within a step of each moment, to a hundredth of a second."""
    reach = STEP_S
    while reach > 0.01 and moments.size:
        around = moments[:, None] + _micros(np.linspace(-reach, reach, 21))
        best = seen(around).elevation_deg.argmax(axis=1)
        moments = around[np.arange(len(moments)), best]
        reach /= 10
    return moments


def _crossings(seen, tops, lowest, side, elements):
    """Return when the station crosses the lowest elevation before (-1) or after (1) each culmination."""
    inside = np.zeros(len(tops))
    outside = np.full(len(tops), 0.45 * SOLAR_DAY_S / elements.mean_motion_rev_day)  # far below the horizon
    while tops.size and outside[0] - inside[0] > 0.001:
        middle = (inside + outside) / 2
        above = seen(tops + _micros(side * middle)).elevation_deg >= lowest
        inside, outside = np.where(above, middle, inside), np.where(above, outside, middle)
    return tops + _micros(side * inside)


def _table(seen, rises, tops, sets):
    import pandas as pd

    lasts_s = (sets - rises) / MICROSECOND / 1e6
    share = np.linspace(0, 1, max(SAMPLES, 1 + math.ceil(lasts_s.max(initial=0) / SEEN_EVERY_S)))
    moments = rises[:, None] + _micros(lasts_s[:, None] * share)
    moments = np.concatenate([moments, tops[:, None]], axis=1)  # the culmination is looked at too
    sky = seen(moments)
    visible = sky.visible
    first = np.where(visible, moments, np.datetime64("9999-01-01")).min(axis=1)
    last = np.where(visible, moments, np.datetime64("1900-01-01")).max(axis=1)
    any_visible = visible.any(axis=1)
    highest = np.where(visible, sky.elevation_deg, -90).max(axis=1, initial=-90)
    never = np.datetime64("NaT")
    columns = (
        rises,
        tops,
        sets,
        seen(tops).elevation_deg,
        any_visible,
        np.where(any_visible, first, never),
        np.where(any_visible, last, never),
        np.where(any_visible, highest, np.nan),
        *(seen(when).azimuth_deg for when in (rises, tops, sets)),
    )
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _reason(elements, latitude, lowest, days):
    south, north = risen_limits_deg(
        lowest, inclination_deg=elements.inclination_deg, altitude_km=elements.altitude_km
    )
    if south <= latitude <= north:
        return (
            f"no pass culminates at {lowest:g} degrees or higher within these {days:g} days, though at "
            f"latitude {latitude:.1f} the station does reach that elevation at other times"
        )
    limit = north if latitude > 0 else south
    return (
        f"at latitude {latitude:.1f} the station never climbs to {lowest:g} degrees: its orbit, inclined by "
        f"{elements.inclination_deg:.1f} degrees, rises that high only as far as latitude {limit:.1f}"
    )


def _micros(seconds: ArrayLike) -> NDArray[np.timedelta64]:
    return np.round(np.asarray(seconds) * 1e6).astype("timedelta64[us]")
