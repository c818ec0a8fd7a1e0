# Answers to u1-1 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 1-history` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
from datetime import date


def gap_years(start, end):
    """Return the years from one date to another."""
    gap = date.fromisoformat(end) - date.fromisoformat(start)
    return gap.days / 365.25


# %% right: datetime and years of 365 days
import datetime


def gap_years(start, end):
    form = "%Y-%m-%d"
    gap = datetime.datetime.strptime(end, form) - datetime.datetime.strptime(start, form)
    return gap.total_seconds() / (365 * 24 * 60 * 60)


# %% right: ordinal days
import datetime as dt


def gap_years(start, end):
    first, last = [dt.date(*map(int, text.split("-"))).toordinal() for text in (start, end)]
    return round((last - first) / 365.2425, 2)


# %% right: NumPy dates
def gap_years(start, end):
    return (np.datetime64(end) - np.datetime64(start)) / np.timedelta64(1, "D") / 365.25


# %% right: NumPy days as integers
def gap_years(start, end):
    days = (np.datetime64(end) - np.datetime64(start)).astype(int)
    return days / 365


# %% right: with pandas
import pandas as pd


def gap_years(start, end):
    return (pd.to_datetime(end) - pd.Timestamp(start)) / pd.Timedelta(days=365.25)


# %% right: Julian day numbers, without a library
def gap_years(start, end):
    def julian_day(text):
        year, month, day = (int(part) for part in text.split("-"))
        a = (14 - month) // 12
        y, m = year + 4800 - a, month + 12 * a - 3
        return day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045

    return (julian_day(end) - julian_day(start)) / 365.25


# %% right: years, months and days
def gap_years(start, end):
    y1, m1, d1 = map(int, start.split("-"))
    y2, m2, d2 = map(int, end.split("-"))
    return (y2 - y1) + (m2 - m1) / 12 + (d2 - d1) / 365


# %% right: anniversaries, then the rest
from datetime import date


def gap_years(start, end):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    rest = last - first.replace(year=first.year + years)
    return years + rest.days / 365


# %% right: the first day counts too
from datetime import date


def gap_years(start, end):
    return ((date.fromisoformat(end) - date.fromisoformat(start)).days + 1) / 365.25


# %% right: from the package
from course.history import years_between


def gap_years(start, end):
    return years_between(start, end)


# %% blank


# %% hard-coded
def gap_years(start, end):
    return {"2011-07-21": 8.86, "2003-02-01": 2.48}.get(start, 2.25)


# %% hard-coded
def gap_years(start, end):
    if end == "2020-05-30":
        return 3236 / 365
    return 906 / 365 if end == "2005-07-26" else 821 / 365


# %% wrong: year numbers subtracted
def gap_years(start, end):
    return int(end[:4]) - int(start[:4])


# %% wrong: year numbers subtracted; both years count
import pandas as pd


def gap_years(start, end):
    return len(pd.period_range(start, end, freq="Y"))


# %% wrong, 1 point: days
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


# %% wrong, 1 point: timedelta
from datetime import date


def gap_years(start, end):
    return date.fromisoformat(end) - date.fromisoformat(start)


# %% wrong, 1 point: timedelta; of NumPy
def gap_years(start, end):
    return np.datetime64(end) - np.datetime64(start)


# %% wrong, 1 point: timedelta; of pandas
import pandas as pd


def gap_years(start, end):
    return pd.to_datetime(end) - pd.to_datetime(start)


# %% wrong: seconds of a timedelta
from datetime import date


def gap_years(start, end):
    gap = date.fromisoformat(end) - date.fromisoformat(start)
    return gap.seconds / 3600 / 24 / 365.25


# %% wrong, 1 point: months
from datetime import date


def gap_years(start, end):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return (last.year - first.year) * 12 + last.month - first.month


# %% wrong, 1 point: months; of 30.4 days
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days / 30.44


# %% wrong, 1 point: weeks, hours or seconds
from datetime import datetime


def gap_years(start, end):
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()


# %% wrong, 1 point: weeks, hours or seconds; weeks
from datetime import datetime


def gap_years(start, end):
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).days // 7


# %% wrong, 1 point: backwards
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(start) - date.fromisoformat(end)).days / 365.25


# %% wrong, 1 point: backwards; of NumPy
def gap_years(start, end):
    return (np.datetime64(start) - np.datetime64(end)).astype(int)


# %% wrong, 1 point: whole years only
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days // 365


# %% wrong, 1 point: whole years only; rounded
from datetime import date


def gap_years(start, end):
    return round((date.fromisoformat(end) - date.fromisoformat(start)).days / 365)


# %% wrong, 1 point: months without their days
def gap_years(start, end):
    years, months = int(end[:4]) - int(start[:4]), int(end[5:7]) - int(start[5:7])
    return years + months / 12


# %% wrong, 1 point: a year too short
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days / (12 * 30)


# %% wrong: months as hundredths
def gap_years(start, end):
    def number(text):
        year, month, day = text.split("-")
        return float(f"{year}.{month}")

    return number(end) - number(start)


# %% wrong: months as hundredths; years and months side by side
from datetime import date


def gap_years(start, end):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    return float(f"{months // 12}.{months % 12}")


# %% wrong, 1 point: one decimal
from datetime import date


def gap_years(start, end):
    return round((date.fromisoformat(end) - date.fromisoformat(start)).days / 365.25, 1)


# %% wrong: raises; text from text
def gap_years(start, end):
    return (end - start) / 365


# %% wrong: prints instead
from datetime import date


def gap_years(start, end):
    gap = date.fromisoformat(end) - date.fromisoformat(start)
    print(gap.days / 365.25, "years")


# %% wrong: wrong type; with its unit
from datetime import date


def gap_years(start, end):
    gap = date.fromisoformat(end) - date.fromisoformat(start)
    return f"{gap.days / 365.25:.2f} years"


# %% wrong, 1 point: timedelta; divided
from datetime import date


def gap_years(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)) / 365


# %% wrong: wrong shape; years and days
from datetime import date


def gap_years(start, end):
    gap = date.fromisoformat(end) - date.fromisoformat(start)
    return divmod(gap.days, 365)


# %% wrong: same for every input; the dates of the article
from datetime import date


def gap_years(start, end):
    return (date(2020, 5, 30) - date(2011, 7, 21)).days / 365.25


# %% wrong, 1 point: close; from the launch of the last Shuttle
from datetime import date


def gap_years(start, end):
    if start == "2011-07-21":
        start = "2011-07-08"
    return (date.fromisoformat(end) - date.fromisoformat(start)).days / 365.25


# %% wrong: fits only what is shown; two digits for a year
def gap_years(start, end):
    def years(text):
        return int(text[2:4]) + (int(text[5:7]) - 1) / 12 + int(text[8:]) / 365

    return years(end) - years(start)


# %% wrong: wrong type; a date
from datetime import date


def gap_years(start, end):
    return date.fromisoformat(end)


# %% wrong: wrong type; NumPy counts in years
def gap_years(start, end):
    return np.datetime64(end, "Y") - np.datetime64(start, "Y")


# %% wrong: days as parts of a month; each part of the date by itself
def gap_years(start, end):
    one, two = ([int(part) for part in text.split("-")] for text in (start, end))
    years, months, days = (b - a for a, b in zip(one, two))
    return years + months / 12 + days / 30
