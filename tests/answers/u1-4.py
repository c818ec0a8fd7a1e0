# Answers to u1-4 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 1-history` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
from datetime import date


def crewed_days(until):
    """Return the days with a crew aboard from 2 November 2000 until a date."""
    return (date.fromisoformat(until) - date(2000, 11, 2)).days


# %% right: the day of the arrival counts too
from datetime import date


def crewed_days(until):
    return date.fromisoformat(until).toordinal() - date(2000, 11, 2).toordinal() + 1


# %% right: NumPy dates
def crewed_days(until):
    return len(np.arange("2000-11-02", until, dtype="datetime64[D]"))


# %% right: NumPy days as a number
def crewed_days(until):
    return (np.datetime64(until) - np.datetime64("2000-11-02")) / np.timedelta64(1, "D")


# %% right: with pandas, both ends
import pandas as pd


def crewed_days(until):
    return len(pd.date_range("2000-11-02", until))


# %% right: from the hour of the docking
from datetime import datetime


def crewed_days(until):
    docked = datetime(2000, 11, 2, 9, 21)
    return (datetime.fromisoformat(until) - docked).total_seconds() / 86400


# %% right: day by day
from datetime import date, timedelta


def crewed_days(until):
    one, end, count = date(2000, 11, 2), date.fromisoformat(until), 0
    while one < end:
        one += timedelta(days=1)
        count += 1
    return count


# %% right: Julian days
def crewed_days(until):
    year, month, day = (int(part) for part in until.split("-"))
    if month <= 2:
        year, month = year - 1, month + 12
    century = year // 100
    return (
        int(365.25 * (year + 4716))
        + int(30.6001 * (month + 1))
        + day
        + 2
        - century
        + century // 4
        - 1524
        - 2451851
    )


# %% right: from the package
from course.history import crewed_days


# %% blank


# %% hard-coded
def crewed_days(until):
    return {"2022-03-08": 7796, "2011-07-21": 3913, "2003-02-01": 821}.get(until, 7796)


# %% wrong, 1 point: launch of the crew
from datetime import date


def crewed_days(until):
    return (date.fromisoformat(until) - date(2000, 10, 31)).days


# %% wrong: first module
from datetime import date


def crewed_days(until):
    return (date.fromisoformat(until) - date(1998, 11, 20)).days


# %% wrong, 1 point: leap days lost
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def crewed_days(until):
    def count(text):
        year, month, day = (int(part) for part in text.split("-"))
        return 365 * year + sum(MONTHS[: month - 1]) + day

    return count(until) - count("2000-11-02")


# %% wrong, 1 point: leap days lost; years of 365 days
from datetime import date


def crewed_days(until):
    years = (date.fromisoformat(until) - date(2000, 11, 2)).days / 365.25
    return round(365 * years)


# %% wrong: months of 30 days
def crewed_days(until):
    year, month, day = map(int, until.split("-"))
    return 365 * (year - 2000) + 30 * (month - 11) + (day - 2)


# %% wrong, 1 point: both ends left out
from datetime import date


def crewed_days(until):
    return len(range(date(2000, 11, 3).toordinal(), date.fromisoformat(until).toordinal()))


# %% wrong, 1 point: timedelta
from datetime import date


def crewed_days(until):
    return date.fromisoformat(until) - date(2000, 11, 2)


# %% wrong, 1 point: timedelta; of pandas
import pandas as pd


def crewed_days(until):
    return pd.Timestamp(until) - pd.Timestamp("2000-11-02")


# %% wrong: seconds of a timedelta
from datetime import datetime


def crewed_days(until):
    return (datetime.fromisoformat(until) - datetime(2000, 11, 2)).seconds // 86400


# %% wrong, 1 point: years
from datetime import date


def crewed_days(until):
    return (date.fromisoformat(until) - date(2000, 11, 2)).days / 365.25


# %% wrong, 1 point: years; their numbers
def crewed_days(until):
    return int(until[:4]) - 2000


# %% wrong, 1 point: months or weeks
def crewed_days(until):
    year, month, day = map(int, until.split("-"))
    return 12 * (year - 2000) + month - 11


# %% wrong, 1 point: months or weeks; weeks
from datetime import date


def crewed_days(until):
    return (date.fromisoformat(until) - date(2000, 11, 2)).days // 7


# %% wrong, 1 point: hours or seconds
from datetime import datetime


def crewed_days(until):
    return (datetime.fromisoformat(until) - datetime(2000, 11, 2)).total_seconds()


# %% wrong, 1 point: backwards
from datetime import date


def crewed_days(until):
    return (date(2000, 11, 2) - date.fromisoformat(until)).days


# %% wrong: working days
def crewed_days(until):
    return np.busday_count("2000-11-02", until)


# %% wrong, 1 point: close; a leap day too many every two years
from datetime import date


def crewed_days(until):
    days = (date.fromisoformat(until) - date(2000, 11, 2)).days
    return days + days // 730


# %% wrong: raises; day and month in another order
from datetime import datetime


def crewed_days(until):
    return (datetime.strptime(until, "%Y-%d-%m") - datetime(2000, 11, 2)).days


# %% wrong: raises; numbers from text
from datetime import date


def crewed_days(until):
    return (until - date(2000, 11, 2)).days


# %% wrong: same for every input; until the article
from datetime import date


def crewed_days(until):
    return (date(2022, 3, 8) - date(2000, 11, 2)).days


# %% wrong: wrong type; text
from datetime import date


def crewed_days(until):
    return str(date.fromisoformat(until) - date(2000, 11, 2))


# %% wrong: never ends
from datetime import date, timedelta


def crewed_days(until):
    one, count = date(2000, 11, 2), 0
    while one != until:
        one = min(one + timedelta(days=1), date(2100, 1, 1))
        count += 1
    return count
