"""Days as text, and how they are drawn: shared by the exercises of unit 1."""

import datetime as dt
from collections.abc import Container
from random import Random

UNIT = "1-history"
JULIAN_YEAR = 365.25  # days
MONTH_DAYS = JULIAN_YEAR / 12
ARTICLE = "2022-03-08"
LAST_DAY = "2026-06-08"  # of which the course knows facts


def day(text: str) -> dt.date:
    """Return the date that a text such as "2022-03-08" names."""
    return dt.date.fromisoformat(text)


def days_between(start: str, end: str) -> int:
    """Return the days from one date to another, both as text."""
    return (day(end) - day(start)).days


def draw_day(random: Random, first: str, last: str, *, but_not: Container[str] = ()) -> str:
    """Return a day of a span, both ends included, as text; never one of some others."""
    while True:
        drawn = str(day(first) + dt.timedelta(random.randrange(days_between(first, last) + 1)))
        if drawn not in but_not:
            return drawn
