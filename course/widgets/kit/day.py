"""A real day of the station: what the pictures that scrub through one have in common."""

import traitlets

from course.elements import require_element_set
from course.ground import ground_track
from course.quantities import instant, quantity
from course.widgets.kit.picture import Picture
from course.widgets.kit.words import moment

LONGEST_HOURS = 72


class DayPicture(Picture):
    """A picture with the track of some hours and the minute that is looked at.

    Attributes
    ----------
    minute : int
        Minutes since the start; setting it moves the station.
    track : course.ground.GroundTrack
        One point a minute.
    """

    minute = traitlets.Int().tag(sync=True)

    @traitlets.validate("minute")
    def _inside(self, proposal):
        last = len(self.track) - 1
        if not 0 <= proposal.value <= last:
            raise ValueError(
                f"minute must lie between 0 and {last}, the end of the map (got {proposal.value})"
            )
        return proposal.value


def first_minute(elements, start_utc):
    """Return where a map begins, to the whole minute; by default the start of the day of the epoch."""
    require_element_set(elements)
    start = elements.epoch_utc.astype("datetime64[D]") if start_utc is None else start_utc
    return instant("start_utc", start).astype("datetime64[m]")


def whole_hours(hours):
    """Return the length of a map in hours after checking it."""
    return float(quantity("hours", hours, above=0, at_most=LONGEST_HOURS, why="longer is not readable"))


def computed_from(elements):
    """Return what a picture of a real day was computed from, in words."""
    epoch = moment(elements.epoch_utc)
    return f"Computed with SGP4 from the element set of {epoch}. Source: {elements.source}."


def day_track(elements, start, hours, *, step_s=60):
    """Return the track of some hours, its last minute included."""
    seconds = 60 * round(60 * hours) + step_s
    return ground_track(elements, start_utc=start, duration_s=seconds, step_s=step_s)
