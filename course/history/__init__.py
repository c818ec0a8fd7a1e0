"""History: events, the ships of the crews, the height of the station, the claims.

Facts end on `AS_OF`; a source is named by its own publisher, title and date. Where sources conflict the event
says so. Times are UTC days unless an event says otherwise.
"""

from course.history.claims import KINDS, MILES_KM, PROVES, VERDICTS, claims, miles, percent_above
from course.history.events import (
    DAYS_PER_YEAR,
    FIRST_CREW,
    THREADS,
    crew_vehicles,
    crewed_days,
    day_of,
    days_between,
    events,
    references,
    years_between,
)
from course.history.heights import altitude, dense_stretches, stretches
from course.station import AS_OF

__all__ = [
    "AS_OF",
    "DAYS_PER_YEAR",
    "FIRST_CREW",
    "KINDS",
    "MILES_KM",
    "PROVES",
    "THREADS",
    "VERDICTS",
    "altitude",
    "claims",
    "crew_vehicles",
    "crewed_days",
    "day_of",
    "days_between",
    "dense_stretches",
    "events",
    "miles",
    "percent_above",
    "references",
    "stretches",
    "years_between",
]
