"""A real day of the station: what the pictures that scrub through one have in common."""

from string import Template

import numpy as np
import traitlets

from course.elements import FRESH_DAYS, ISS_NUMBER, ElementSet, Uncertainty, require_element_set
from course.ground import GroundTrack, ground_track
from course.quantities import Moment, instant, one
from course.widgets.kit.picture import Picture
from course.widgets.kit.traits import Whole
from course.widgets.kit.words import moment

LONGEST_HOURS = 72
COMPUTED = "Computed with SGP4 from the element set of $epoch. Source: $source."
OTHER = "It is a set of $satellite, not of the ISS."
OLD = "$days days from it the station may be $doubt."


class DayPicture(Picture):
    """A picture with the track of some hours and the minute that is looked at.

    Attributes
    ----------
    minute : int
        Minutes since the start; setting it moves the station.
    track : course.ground.GroundTrack
        One point a minute.
    """

    track: GroundTrack

    minute = Whole().tag(sync=True)

    @traitlets.validate("minute")
    def _inside(self, proposal):
        last = len(self.track) - 1
        if not 0 <= proposal.value <= last:
            raise ValueError(
                f"minute must lie between 0 and {last}, the end of the map (got {proposal.value})"
            )
        return proposal.value


def first_minute(elements: ElementSet, start_utc: Moment | None) -> np.datetime64:
    """Return where a map begins, to the whole minute; by default the start of the day of the epoch."""
    require_element_set(elements)
    start = elements.epoch_utc.astype("datetime64[D]") if start_utc is None else start_utc
    return instant("start_utc", start).astype("datetime64[m]")


def whole_hours(hours: float) -> float:
    """Return the length of a map in hours after checking it."""
    return one("hours", hours, above=0, at_most=LONGEST_HOURS, why="longer is not readable")


def computed_from(elements: ElementSet, *moments: np.datetime64) -> str:
    """Return what a picture of some moments was computed from, in words, and how far off it may be."""
    told = Template(COMPUTED).substitute(epoch=moment(elements.epoch_utc), source=elements.source)
    return told + doubts(elements, *moments)


def doubts(elements: ElementSet, *moments: np.datetime64) -> str:
    """Return what a reader has to know of a set that is not of the ISS, or old: sentences, or nothing."""
    told = []
    if elements.number != ISS_NUMBER:
        told.append(Template(OTHER).substitute(satellite=elements.satellite))
    oldest = max((elements.age_days(one) for one in moments), key=abs, default=0)
    if abs(oldest) > FRESH_DAYS:
        told.append(Template(OLD).substitute(days=f"{abs(oldest):.0f}", doubt=Uncertainty.at(oldest)))
    return "".join(f" {sentence}" for sentence in told)


def day_track(elements: ElementSet, start: np.datetime64, hours: float, *, step_s: float = 60) -> GroundTrack:
    """Return the track of some hours, its last minute included."""
    seconds = 60 * round(60 * hours) + step_s
    return ground_track(elements, start_utc=start, duration_s=seconds, step_s=step_s)
