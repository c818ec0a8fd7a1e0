"""u1-4: the days on which the station has been crewed without a break."""

import datetime as dt

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit1.common import (
    ARTICLE,
    JULIAN_YEAR,
    MONTH_DAYS,
    UNIT,
    day,
    days_between,
    draw_day,
)

ARRIVAL = "2000-11-02"  # Expedition 1
LAUNCH = "2000-10-31"  # of Expedition 1
FIRST_MODULE = "1998-11-20"
HIDDEN_YEARS = ((2001, 2002), (2004, 2006), (2008, 2010), (2013, 2019), (2023, 2025))


def _draw_days(random):
    """One day from each stage of the station's life."""
    return [(draw_day(random, f"{first}-01-01", f"{last}-12-31"),) for first, last in HIDDEN_YEARS]


def _days(until):
    return days_between(ARRIVAL, until)


def _of_365(text):
    """Return the number of a day in a calendar without leap years."""
    one = day(text)
    return 365 * one.year + one.replace(year=2001, day=1).timetuple().tm_yday + one.day


def _days_of_365(until):
    return _of_365(until) - _of_365(ARRIVAL)


def _days_of_the_year(until):
    """Return the days if all years had 365 days and the calendar counted in the first and the last one."""
    one, start = day(until), day(ARRIVAL)
    return 365 * (one.year - start.year) + one.timetuple().tm_yday - start.timetuple().tm_yday


def _days_of_30(until):
    one, start = day(until), day(ARRIVAL)
    return 365 * (one.year - start.year) + 30 * (one.month - start.month) + one.day - start.day


CREWED = Exercise(
    id="u1-4",
    unit=UNIT,
    title="How long without a break?",
    points=2,
    function="crewed_days",
    takes="{0}",
    shown=((ARTICLE,), ("2011-07-21",), ("2003-02-01",)),
    draw=_draw_days,
    reference=_days,
    also_right=(lambda until: _days(until) + 1,),
    form=Number(
        "days",
        Size(1, "On that date the crew had been aboard for longer.", 10000, "Nobody was aboard so long ago."),
    ),
    tolerance=0.0,
    slack=0.5,
    tolerance_reason="The day of the arrival counts or does not: both are right, as long as an answer keeps "
    "to one of them. The hour of the docking may count too. Keeps out every misconception below.",
    why="Whatever was said on the ground, somebody was up there on each of these days: that is on record.",
    question="From which day to which do you count, and does the calendar count with you?",
    close="Which days does your count leave out, or count twice?",
    misconceptions=(
        Misconception(
            "launch of the crew",
            lambda until: days_between(LAUNCH, until),
            "Your count is as long as from the launch of the first crew on. On which day did they come "
            "aboard?",
            credit=0.5,
            variants=(lambda until: days_between(LAUNCH, until) + 1,),
        ),
        Misconception(
            "first module",
            lambda until: days_between(FIRST_MODULE, until),
            "{returned}. Your count is as long as from the launch of Zarya on, the first module. Was "
            "anybody aboard it when it was launched?",
            variants=(lambda until: days_between(FIRST_MODULE, until) + 1,),
        ),
        Misconception(
            "leap days lost",
            _days_of_365,
            "Your count runs behind the calendar, by more days the later the date. Which days do the years "
            "of your count not have?",
            credit=0.5,
            variants=(
                lambda until: _days_of_365(until) + 1,
                _days_of_the_year,
                lambda until: _days_of_the_year(until) + 1,
                lambda until: np.round(365 * _days(until) / JULIAN_YEAR),
            ),
        ),
        Misconception(
            "months of 30 days",
            _days_of_30,
            "Your count is as if all months were equally long. How many days had the months that have "
            "passed?",
            variants=(lambda until: _days_of_30(until) + 1,),
        ),
        Misconception(
            "both ends left out",
            lambda until: _days(until) - 1,
            "Ask your function for the day after the arrival. Had the crew been aboard for no time at all by "
            "then?",
            credit=0.5,
        ),
        Misconception(
            "timedelta",
            lambda until: day(until) - day(ARRIVAL),
            "You returned a timedelta: a length of time, not yet a number. Under which name does it keep its "
            "days?",
            credit=0.5,
            variants=(lambda until: day(until) - day(ARRIVAL) + dt.timedelta(days=1),),
        ),
        Misconception(
            "seconds of a timedelta",
            lambda until: 0,
            "{returned}. The seconds of a timedelta are zero too: it keeps its whole days apart from "
            "them. Which step of yours makes a zero?",
        ),
        Misconception(
            "years",
            lambda until: _days(until) / JULIAN_YEAR,
            "{returned}. Those look like years. Which unit is asked for?",
            credit=0.5,
            variants=(
                lambda until: _days(until) // JULIAN_YEAR,
                lambda until: day(until).year - day(ARRIVAL).year,
            ),
        ),
        Misconception(
            "months or weeks",
            lambda until: _days(until) / MONTH_DAYS,
            "{returned}. The crew has been aboard for longer, in days. Which unit has your number?",
            credit=0.5,
            variants=(
                lambda until: _days(until) / 30,
                lambda until: _days(until) // 30,
                lambda until: 12 * (day(until).year - 2000) + day(until).month - 11,
                lambda until: _days(until) / 7,
                lambda until: _days(until) // 7,
            ),
        ),
        Misconception(
            "hours or seconds",
            lambda until: 86400.0 * _days(until),
            "{returned}. So many days ago there was no spaceflight. Which unit has your number?",
            credit=0.5,
            variants=(lambda until: 24 * _days(until), lambda until: 1440 * _days(until)),
        ),
        Misconception(
            "backwards",
            lambda until: -_days(until),
            "{returned}. A count below zero would end before it begins. Which of the two dates do you take "
            "from which?",
            credit=0.5,
            variants=(lambda until: -_days(until) + 1, lambda until: day(ARRIVAL) - day(until)),
        ),
        Misconception(
            "working days",
            lambda until: int(np.busday_count(ARRIVAL, until)),
            "{returned}. Your count is as if weekends were left out. Does the crew go home on Friday "
            "evening?",
            variants=(lambda until: int(np.busday_count(ARRIVAL, until)) + 1,),
        ),
    ),
)
