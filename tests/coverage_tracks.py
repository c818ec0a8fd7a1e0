"""Tracks that several tests of coverage share, each made once: the frozen year of the reference numbers."""

from functools import cache
from warnings import catch_warnings, simplefilter

from course import elements, ground
from course.tle import checksum


@cache
def frozen():
    """Return the element set of 12 March 2022 without drag: the same orbit all the year."""
    real = elements.on("2022-03-12T18:45")
    line = real.line1[:53] + " 00000-0" + real.line1[61:68]
    return elements.parse(f"{line}{checksum(line)}\n{real.line2}")


@cache
def frozen_year():
    """Return a year of its track at 10 s: 3,153,600 points in half a second."""
    return frozen_track(365 * 86400.0)


def frozen_track(duration_s, step_s=10.0):
    """Return a track that begins at the epoch of the frozen elements."""
    with catch_warnings():
        simplefilter("ignore", elements.ElementAgeWarning)  # a frozen orbit does not age
        return ground.ground_track(
            frozen(), start_utc=frozen().epoch_utc, duration_s=duration_s, step_s=step_s
        )
