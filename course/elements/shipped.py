"""Shipped element sets, and the one for a date."""

import csv
import io
from functools import cache

import numpy as np

from course.data import read_text
from course.elements.ages import KNOWN_DAYS
from course.elements.element_set import ElementSet, day_of
from course.quantities import Moment, instant
from course.tle import ElementSetError

FIRST_LAUNCH = np.datetime64("1998-11-20T06:40", "us")  # Zarya, from Baikonur: nothing to propagate before

PLANE_DAYS = (
    120  # measured on the shipped sets: up to there 6 km of height and a few degrees of the node hold
)


@cache
def shipped() -> tuple[ElementSet, ...]:
    """Return all element sets that come with the course, a tuple ordered by epoch."""
    rows = csv.DictReader(io.StringIO(read_text("iss_elements.csv")))
    return tuple(ElementSet(row["line1"], row["line2"], row["source"]) for row in rows)


def nearest(when: Moment) -> ElementSet:
    """Return the shipped element set whose epoch is nearest to a moment, however far away that is.

    For what changes slowly: height and plane of the orbit for some 120 days, its tilt for years. Where the
    station was takes a set of that time.

    Raises
    ------
    ElementSetError
        Before the first launch.

    Examples
    --------
    >>> found = nearest("2006-01-01")
    >>> round(found.age_days("2006-01-01"))
    -163
    """
    moment = instant("when", when)
    if moment < day_of(FIRST_LAUNCH):
        raise ElementSetError(
            f"there was no station to follow on {day_of(moment)}: its first module, Zarya, was launched on "
            f"{day_of(FIRST_LAUNCH)}"
        )
    return min(shipped(), key=lambda candidate: abs(candidate.age_days(moment)))


def on(when: Moment) -> ElementSet:
    """Return the shipped element set for a date: the one whose epoch is nearest, if that is near enough.

    Parameters
    ----------
    when : str, date, datetime or datetime64
        A moment in UTC, such as ``"2022-03-12"``. A bare date means 00:00.

    Returns
    -------
    ElementSet
        ``.uncertainty(when)`` says how far off it may be.

    Warns
    -----
    ElementAgeWarning
        If the nearest epoch is more than 14 days away; the message says how far off the station may be.

    Raises
    ------
    ElementSetError
        Before the first launch, and more than 28 days from every set: then it might have been anywhere on its
        orbit, and the message says what else to do.

    Examples
    --------
    >>> on("2022-03-12").epoch_utc.astype("datetime64[D]")
    np.datetime64('2022-03-12')
    >>> print(on("2022-03-12").uncertainty("2022-03-20"))
    within 180 km along its orbit in half of all cases, within 2,500 km (5 min) in nine of ten
    """
    found, moment = nearest(when), instant("when", when)
    if abs(found.age_days(moment)) > KNOWN_DAYS:
        raise ElementSetError(_too_far(moment))
    found.warn_if_old(moment)
    return found


def _too_far(moment: np.datetime64) -> str:
    before = [one for one in shipped() if one.epoch_utc <= moment]
    after = [one for one in shipped() if one.epoch_utc > moment]
    around = [f"{abs(one.age_days(moment)):.0f} days {side} it, of {day_of(one.epoch_utc)}"
              for side, one in (("before", before[-1:]), ("after", after[:1])) for one in one]  # fmt: skip
    newest = "elements.latest(), or " if not after else ""
    verb = "are" if len(around) > 1 else "is"
    return (
        f"the course has no element set near {day_of(moment)}: the nearest {verb} {' and '.join(around)}. "
        f"More than {KNOWN_DAYS:.0f} days away the station may be anywhere on its orbit: use {newest}"
        f"elements.parse() with a set of that time. elements.nearest() gives the nearest one: "
        f"{_holds(moment)}"
    )


def _holds(moment: np.datetime64) -> str:
    if abs(nearest(moment).age_days(moment)) > PLANE_DAYS:
        return "its tilt holds, its height and the direction of its plane do not"
    return "good enough for the height and the plane of the orbit"
