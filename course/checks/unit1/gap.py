"""u1-1: the years between two dates."""

import datetime as dt

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit1.common import JULIAN_YEAR, MONTH_DAYS, UNIT, day, days_between, draw_day

SHUTTLE_TO_DRAGON = ("2011-07-21", "2020-05-30")  # STS-135 lands, Demo-2 is launched
COLUMBIA_TO_DISCOVERY = ("2003-02-01", "2005-07-26")  # Columbia is lost, STS-114 is launched
CREW_TO_COLUMBIA = ("2000-11-02", "2003-02-01")  # Expedition 1 arrives, Columbia is lost
FIRST_START = "1984-02-01"
HIDDEN_SPANS = (  # days, and when the gap begins at the latest
    (120, 320, "2025-03-31"),
    (900, 1500, "2021-12-31"),
    (2000, 3200, "2017-06-30"),
    (3600, 5400, "2011-06-30"),
    (6000, 8400, "1999-12-31"),  # the two last digits of the year then start again
)


def _draw_gaps(random):
    """Gaps from months to 23 years; they begin early in a month and end late: days of months then show."""
    gaps = []
    for shortest, longest, latest in HIDDEN_SPANS:
        start = day(draw_day(random, FIRST_START, latest)).replace(day=random.randrange(3, 10))
        end = start + dt.timedelta(random.randrange(shortest, longest))
        end = end.replace(day=random.randrange(18, 29))
        gaps.append((str(start), str(end)))
    return gaps


def _years(start, end):
    return days_between(start, end) / JULIAN_YEAR


def _year_numbers(start, end):
    return day(end).year - day(start).year


def _months(start, end):
    return 12 * _year_numbers(start, end) + day(end).month - day(start).month


def _full_months(start, end):
    return _months(start, end) - (day(end).day < day(start).day)


def _days_of_months(start, end):
    return day(end).day - day(start).day


def _as_decimal(text):
    """Return a date as students type it into one number: July 2011 as 2011.07."""
    one = day(text)
    return one.year + one.month / 100


GAP = Exercise(
    id="u1-1",
    unit=UNIT,
    title="How long was the gap?",
    points=2,
    function="gap_years",
    takes="{0} to {1}",
    shown=(SHUTTLE_TO_DRAGON, COLUMBIA_TO_DISCOVERY, CREW_TO_COLUMBIA),
    draw=_draw_gaps,
    reference=_years,
    also_right=(lambda start, end: days_between(start, end) / 365,),
    form=Number("years", Size(0, "", 70, "People have flown in space for a shorter time than that.")),
    tolerance=0.0015,
    slack=0.015,
    tolerance_reason="Lets through years of 365, 365.25 and 365.2425 days (0.07 % apart), a first day that "
    "counts too, two decimals, and all of that together. Keeps out every misconception below; the nearest, "
    "months without their days, is 0.026 off for the gap of the article.",
    why="A sentence with two dates behind it can be checked, and now you know what the article rounded.",
    question="How many days lie between the two dates, and how many days has a year?",
    close="How many days has your year, and does each month count with all its days?",
    misconceptions=(
        Misconception(
            "year numbers subtracted",
            _year_numbers,
            "{returned}. That is the difference of the year numbers, whatever the month. How many years "
            "lie between New Year's Eve and New Year's Day?",
            variants=(lambda start, end: _year_numbers(start, end) + 1,),
        ),
        Misconception(
            "days",
            days_between,
            "{returned}. Those are days. How many of them make a year?",
            credit=0.5,
            variants=(lambda start, end: days_between(start, end) + 1,),
        ),
        Misconception(
            "timedelta",
            lambda start, end: day(end) - day(start),
            "You returned a timedelta: a length of time, not yet a number. It knows its days; how many of "
            "them make a year?",
            credit=0.5,
            variants=(lambda start, end: (day(end) - day(start)) / JULIAN_YEAR,),
        ),
        Misconception(
            "seconds of a timedelta",
            lambda start, end: 0.0,
            "{returned}. The seconds of a timedelta are zero too: it keeps its whole days apart from "
            "them. Which step of yours makes a zero?",
        ),
        Misconception(
            "months",
            lambda start, end: days_between(start, end) / MONTH_DAYS,
            "{returned}. Those are months. How many of them make a year?",
            credit=0.5,
            variants=(
                _months,
                lambda start, end: days_between(start, end) / 30,
                lambda start, end: days_between(start, end) // 30,
            ),
        ),
        Misconception(
            "weeks, hours or seconds",
            lambda start, end: 86400.0 * days_between(start, end),
            "{returned}. The first person flew in space in 1961. Which unit has your number, and how many "
            "of it make a year?",
            credit=0.5,
            variants=(
                lambda start, end: 24 * days_between(start, end),
                lambda start, end: 1440 * days_between(start, end),
                lambda start, end: days_between(start, end) / 7,
                lambda start, end: days_between(start, end) // 7,
            ),
        ),
        Misconception(
            "backwards",
            lambda start, end: -_years(start, end),
            "{returned}. A gap below zero would end before it begins. Which of the two dates do you take "
            "from which?",
            credit=0.5,
            variants=(
                lambda start, end: -days_between(start, end),
                lambda start, end: -_year_numbers(start, end),
                lambda start, end: day(start) - day(end),
            ),
        ),
        Misconception(
            "whole years only",
            lambda start, end: np.floor(_years(start, end)),
            "Your answers are whole numbers, as if every gap ended on an anniversary. Which step takes the "
            "rest of the last year away?",
            credit=0.5,
            variants=(lambda start, end: round(_years(start, end)),),
        ),
        Misconception(
            "months without their days",
            lambda start, end: _months(start, end) / 12,
            "Your answers are as if months counted, and the first day of a month as much as the last. "
            "Where do the days come in?",
            credit=0.5,
            variants=(lambda start, end: _full_months(start, end) / 12,),
        ),
        Misconception(
            "one decimal",
            lambda start, end: np.round(_years(start, end), 1),
            "Your answers keep one decimal, and a tenth of a year is longer than a month. Which digits were "
            "there before you rounded?",
            credit=0.5,
            variants=(lambda start, end: np.floor(10 * _years(start, end)) / 10,),
        ),
        Misconception(
            "a year too short",
            lambda start, end: days_between(start, end) / 360,
            "Your gaps come out as if a year were shorter than it is. How many days has a calendar for "
            "one year?",
            credit=0.5,
            variants=(lambda start, end: days_between(start, end) / 364,),
        ),
        Misconception(
            "days as parts of a month",
            lambda start, end: _months(start, end) / 12 + _days_of_months(start, end) / 30,
            "{returned}. By your rule thirty more days of a month make one year more. Which part of a year "
            "is one day?",
        ),
        Misconception(
            "months as hundredths",
            lambda start, end: _as_decimal(end) - _as_decimal(start),
            "{returned}. That comes out if the month stands behind the year as decimals. Which part of a "
            "year is one month?",
            variants=(
                lambda start, end: (
                    _as_decimal(end) - _as_decimal(start) + (day(end).day - day(start).day) / 10000
                ),
                lambda start, end: float("{}.{}".format(*divmod(_full_months(start, end), 12))),
            ),
        ),
    ),
)
