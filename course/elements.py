"""Dated element sets of the ISS, 1998 to 2026, and a parser whose errors teach the format.

An element set holds the mean orbit at one moment, the epoch, and only SGP4 may read it: its numbers are means
of SGP4's own kind. It ages: with drag and reboosts the position is off by kilometres after a day and by
hundreds of kilometres after a fortnight. `on` and everything that propagates warn past 14 days.

References
----------
.. [1] F. Hoots and R. Roehrich, Spacetrack Report No. 3 (1980).
.. [2] D. Vallado, P. Crawford, R. Hujsak, T. Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753.
"""

import contextlib
import csv
import datetime as dt
import http.client
import io
import os
import urllib.request
import warnings
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from course.constants import EARTH_RADIUS_KM, SOLAR_DAY_S
from course.data import read_text
from course.quantities import instant
from course.tle import ElementSetError, read_lines

__all__ = ["ElementAgeWarning", "ElementSet", "ElementSetError", "latest", "on", "parse", "shipped"]

FRESH_DAYS = 14  # "generally only accurate for a week or two": Skyfield's documentation
FIRST_LAUNCH = np.datetime64("1998-11-20T06:40", "us")  # Zarya, from Baikonur: nothing to propagate before
LATEST_URL = "https://celestrak.org/NORAD/elements/gp.php?CATNR=25544&FORMAT=TLE"


class ElementAgeWarning(UserWarning):
    """An element set is used far from its epoch; the message says how far."""


@dataclass(frozen=True)
class ElementSet:
    """One two-line element set.

    Attributes
    ----------
    line1, line2 : str
        The two lines of 69 characters.
    source : str
        Where this copy was found.
    """

    line1: str
    line2: str
    source: str = "given by hand"

    @cached_property
    def satrec(self):
        """The SGP4 record (``sgp4.api.Satrec``, WGS72 as the format demands)."""
        from sgp4.api import Satrec

        return Satrec.twoline2rv(self.line1, self.line2)

    @cached_property
    def epoch_utc(self):
        """The moment at which the elements hold, ``datetime64[us]``, UTC."""
        year = int(self.line1[18:20])
        first = np.datetime64(f"{year + (1900 if year >= 57 else 2000)}-01-01", "us")
        micros = round((float(self.line1[20:32]) - 1) * SOLAR_DAY_S * 1e6)
        return first + np.timedelta64(micros, "us")

    @property
    def inclination_deg(self):
        """Mean inclination, in degrees."""
        return float(self.line2[8:16])

    @property
    def raan_deg(self):
        """Mean right ascension of the ascending node (RAAN), in degrees."""
        return float(self.line2[17:25])

    @property
    def eccentricity(self):
        """Mean eccentricity."""
        return float("0." + self.line2[26:33])

    @property
    def mean_motion_rev_day(self):
        """Mean motion (Kozai), in laps per day of 86,400 s."""
        return float(self.line2[52:63])

    @property
    def altitude_km(self):
        """SGP4's mean semi-major axis minus the Earth's equatorial radius, in km."""
        return self.satrec.a * self.satrec.radiusearthkm - EARTH_RADIUS_KM

    def age_days(self, when):
        """Return the days from the epoch to a moment in UTC, negative before the epoch."""
        return float((instant("when", when) - self.epoch_utc) / np.timedelta64(1, "us")) / (SOLAR_DAY_S * 1e6)

    def warn_if_old(self, *moments):
        """Warn if any of the moments lies more than 14 days from the epoch."""
        oldest = max((self.age_days(moment) for moment in moments), key=abs)
        if abs(oldest) > FRESH_DAYS:
            side = "after" if oldest > 0 else "before"
            warnings.warn(
                f"this element set is of {_day(self.epoch_utc)}: {abs(oldest):.0f} days {side} its epoch the "
                "station may be thousands of kilometres away along its orbit (elements are good for about "
                f"{FRESH_DAYS} days)",
                ElementAgeWarning,
                stacklevel=3,
            )

    def __str__(self):
        return f"{self.line1}\n{self.line2}"


def parse(text, *, source="given by hand"):
    """Return the element set written in a text of two lines, or three with a name above them.

    Windows line ends, blank lines and spaces around the lines do not matter.

    Raises
    ------
    ElementSetError
        A ValueError that shows which line and which columns do not fit the format.
    """
    return ElementSet(*read_lines(text), source=source)


@cache
def shipped():
    """Return all element sets that come with the course, a tuple ordered by epoch."""
    rows = csv.DictReader(io.StringIO(read_text("iss_elements.csv")))
    return tuple(ElementSet(row["line1"], row["line2"], row["source"]) for row in rows)


def on(when):
    """Return the shipped element set whose epoch is nearest to a date.

    Parameters
    ----------
    when : str, date, datetime or datetime64
        A moment in UTC, such as ``"2022-03-12"``. A bare date means 00:00.

    Warns
    -----
    ElementAgeWarning
        If the nearest epoch is more than 14 days away.

    Raises
    ------
    ElementSetError
        Before the first launch, or more than a year after the newest shipped set.

    Examples
    --------
    >>> on("2022-03-12").epoch_utc.astype("datetime64[D]")
    np.datetime64('2022-03-12')
    """
    moment = instant("when", when)
    newest = shipped()[-1]
    if moment < _day(FIRST_LAUNCH):
        raise ElementSetError(
            f"there was no station to follow on {_day(moment)}: its first module, Zarya, was launched on "
            f"{_day(FIRST_LAUNCH)}"
        )
    if newest.age_days(moment) > 366:
        raise ElementSetError(
            f"the newest element set that comes with the course is of {_day(newest.epoch_utc)}, more than a "
            f"year before {_day(moment)}: use elements.latest(), or elements.parse() with a set of that time"
        )
    nearest = min(shipped(), key=lambda candidate: abs(candidate.age_days(moment)))
    nearest.warn_if_old(moment)
    return nearest


def require_element_set(elements):
    """Raise a TypeError, with the way to get one, if the argument is not an `ElementSet`."""
    if not isinstance(elements, ElementSet):
        raise TypeError(
            "elements must be an ElementSet, from elements.on() or elements.parse() "
            f"(got {type(elements).__name__})"
        )


def latest(*, timeout_s=5.0):
    """Return the newest element set that can be had: from CelesTrak, else kept from before, else shipped.

    The one function of the course that uses the network. What is fetched is kept in a small file in the
    user's cache folder for two hours and after that as a reserve; falling back is said in a warning.
    """
    kept = _cache_file()
    try:
        if 0 <= dt.datetime.now().timestamp() - kept.stat().st_mtime < 2 * 3600:
            return _read(kept)
    except (OSError, ValueError):
        pass  # missing, unreadable or damaged: ask again
    try:
        with urllib.request.urlopen(LATEST_URL, timeout=timeout_s) as answer:
            text = answer.read(10_000).decode("ascii", "replace")
        fetched = parse(text, source="CelesTrak")
    except (OSError, ValueError, http.client.HTTPException) as problem:
        return _fallback(kept, problem)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(str(fetched), encoding="utf-8")
    except OSError:
        pass  # a read-only home: nothing is kept, nothing is lost
    return fetched


def _read(kept):
    return parse(kept.read_text(encoding="utf-8"), source=f"CelesTrak, kept in {kept}")


def _fallback(kept, problem):
    at_hand = [shipped()[-1]]
    with contextlib.suppress(OSError, ValueError):
        at_hand.append(_read(kept))
    found = max(at_hand, key=lambda candidate: candidate.epoch_utc)
    reason = next(iter(str(problem).splitlines()), type(problem).__name__)
    warnings.warn(
        f"CelesTrak gave no element set ({reason}); the newest set at hand is of "
        f"{_day(found.epoch_utc)} (source: {found.source})",
        ElementAgeWarning,
        stacklevel=3,
    )
    return found


def _day(moment):
    return moment.astype("datetime64[D]")


def _cache_file():
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.join("~", ".cache")
    return Path(os.path.expanduser(base)) / "iss-course" / "25544.tle"
