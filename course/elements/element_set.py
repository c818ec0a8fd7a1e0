"""One element set: its two lines, what stands in them, how old it is, and for how long it holds."""

import warnings
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from course.constants import EARTH_RADIUS_KM, SOLAR_DAY_S
from course.elements.ages import Uncertainty
from course.elements.validity import MOST_DAYS, Validity, validity
from course.quantities import Moment, instant, shown
from course.tle import ElementSetError, catalogue_number, read_lines

if TYPE_CHECKING:
    from sgp4.api import Satrec

FRESH_DAYS = 14  # "generally only accurate for a week or two": Skyfield's documentation
ISS_NUMBER = 25544  # of Zarya, and so of the station, in the catalogue of the US space surveillance network


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
    name : str
        What the source calls the satellite; may be empty.

    Raises
    ------
    ElementSetError
        If the lines do not fit the format; `course.elements.parse` reads other formats, and text with dirt.
    """

    line1: str
    line2: str
    source: str = "given by hand"
    name: str = ""

    def __post_init__(self) -> None:
        """Check the two lines."""
        for part in (self.line1, self.line2, self.source, self.name):
            if not isinstance(part, str):
                raise ElementSetError(f"an element set is made of text (got {shown(part)})")
        read_lines(f"{self.line1}\n{self.line2}")

    @cached_property
    def satrec(self) -> "Satrec":
        """The SGP4 record (``sgp4.api.Satrec``, WGS72 as the format demands)."""
        from sgp4.api import Satrec

        return Satrec.twoline2rv(self.line1, self.line2)

    @cached_property
    def epoch_utc(self) -> np.datetime64:
        """The moment at which the elements hold, ``datetime64[us]``, UTC."""
        year = int(self.line1[18:20])
        first = np.datetime64(f"{year + (1900 if year >= 57 else 2000)}-01-01", "us")
        micros = round((float(self.line1[20:32]) - 1) * SOLAR_DAY_S * 1e6)
        return first + np.timedelta64(micros, "us")

    @property
    def number(self) -> int | None:
        """The number of the satellite in the catalogue, 25544 for the ISS."""
        return catalogue_number(self.line1)

    @property
    def satellite(self) -> str:
        """Whose set it is, in words."""
        if self.number == ISS_NUMBER:
            return "the ISS (25544)"
        return f"{self.name} ({self.number})" if self.name else f"satellite {self.number}"

    @cached_property
    def validity(self) -> Validity:
        """Between which days from the epoch SGP4 gives this orbit (`course.elements.validity.Validity`)."""
        from sgp4.api import Satrec

        return validity(Satrec.twoline2rv(self.line1, self.line2))  # a record of its own: it is worked in

    @property
    def inclination_deg(self) -> float:
        """Mean inclination, in degrees."""
        return float(self.line2[8:16])

    @property
    def raan_deg(self) -> float:
        """Mean right ascension of the ascending node (RAAN), in degrees."""
        return float(self.line2[17:25])

    @property
    def eccentricity(self) -> float:
        """Mean eccentricity."""
        return float("0." + self.line2[26:33])

    @property
    def mean_motion_rev_day(self) -> float:
        """Mean motion (Kozai), in laps per day of 86,400 s."""
        return float(self.line2[52:63])

    @property
    def altitude_km(self) -> float:
        """SGP4's mean semi-major axis minus the Earth's equatorial radius, in km."""
        return self.satrec.a * self.satrec.radiusearthkm - EARTH_RADIUS_KM

    def age_days(self, when: Moment) -> float:
        """Return the days from the epoch to a moment in UTC, negative before the epoch."""
        return float((instant("when", when) - self.epoch_utc) / np.timedelta64(1, "us")) / (SOLAR_DAY_S * 1e6)

    def uncertainty(self, when: Moment) -> Uncertainty:
        """Return how far off this set may be at a moment in UTC, as measured (`Uncertainty`)."""
        return Uncertainty.at(self.age_days(when))

    def warn_if_old(self, *moments: Moment) -> None:
        """Warn if any of the moments lies more than 14 days from the epoch."""
        oldest = max((self.age_days(moment) for moment in moments), key=abs)
        if abs(oldest) > FRESH_DAYS:
            side = "after" if oldest > 0 else "before"
            warnings.warn(
                f"this element set is of {day_of(self.epoch_utc)}: {abs(oldest):.0f} days {side} its epoch "
                f"{self.satellite} may be {Uncertainty.at(oldest)} (elements are good for about "
                f"{FRESH_DAYS} days)",
                ElementAgeWarning,
                stacklevel=3,
            )

    def require_valid(self, *moments: np.datetime64) -> None:
        """Raise an ElementSetError if SGP4 no longer gives the orbit of this set at one of the moments."""
        ages = [self.age_days(moment) for moment in moments]
        if max(map(abs, ages)) < 1:  # the commonest case need not wait
            return
        span = self.validity
        for moment, age in zip(moments, ages, strict=True):
            if not span.first_days <= age <= span.last_days:
                raise ElementSetError(self._not_this_orbit(moment, age))

    def _not_this_orbit(self, moment: np.datetime64, age: float) -> str:
        span = self.validity
        when = f"{abs(age):,.0f} days {'after' if age > 0 else 'before'} its epoch"
        said = f"the element set of {self.satellite} of {day_of(self.epoch_utc)} gives no orbit for "
        said += f"{str(moment.astype('M8[s]')).replace('T', ' ')} UTC, {when}: "
        if span.decays_days is not None and age >= span.decays_days:
            down = self.epoch_utc + np.timedelta64(span.decays_days, "D")
            return f"{said}decayed. By its own drag, without an engine, it comes down about {day_of(down)}"
        if abs(age) > MOST_DAYS:
            return f"{said}no element set says anything about a time more than ten years away"
        first, last = (
            day_of(self.epoch_utc + np.timedelta64(days, "D")) for days in (span.first_days, span.last_days)
        )
        return f"{said}SGP4 no longer follows the orbit of the set there. It does from {first} to {last}"

    def __str__(self) -> str:
        return f"{self.line1}\n{self.line2}"


def day_of(moment: np.datetime64) -> np.datetime64:
    """Return the day of a moment."""
    return moment.astype("datetime64[D]")


def require_element_set(elements: object) -> None:
    """Raise a TypeError, with the way to get one, if the argument is not an `ElementSet`."""
    if not isinstance(elements, ElementSet):
        raise TypeError(
            f"elements must be an ElementSet, from elements.on() or elements.parse() (got {shown(elements)})"
        )
