"""Words that several pictures say alike: places, moments, countries, spans of time."""

from course.geography import country_name
from course.tables import MONTHS

YEAR_DAYS = 365.25


def span(days):
    """Return a time in words: years, or months below one year.

    Examples
    --------
    >>> span(886), span(200)
    ('2.4 years', '7 months')
    """
    if days < YEAR_DAYS:
        return f"{12 * days / YEAR_DAYS:.0f} months"
    return f"{days / YEAR_DAYS:.1f} years"


def degrees(value):
    """Return an angle as it is read: to a tenth, whole degrees without a zero.

    Examples
    --------
    >>> degrees(51.64), degrees(65.0)
    ('51.6', '65')
    """
    return f"{value:.1f}".removesuffix(".0")


def place(latitude_deg, longitude_deg):
    """Return a place in words, to a tenth of a degree.

    Examples
    --------
    >>> place(36.87, 34.75), place(-51.8, -180)
    ('36.9° N, 34.8° E', '51.8° S, 180.0° W')
    """
    north, east = "S" if latitude_deg < 0 else "N", "W" if longitude_deg < 0 else "E"
    return f"{abs(latitude_deg):.1f}° {north}, {abs(longitude_deg):.1f}° {east}"


def moment(utc):
    """Return a moment in UTC in words, to the minute.

    Examples
    --------
    >>> import numpy as np
    >>> moment(np.datetime64("2022-03-12T19:00"))
    '12 March 2022, 19:00 UTC'
    """
    day, time = str(utc.astype("datetime64[m]")).split("T")
    year, month, number = (int(part) for part in day.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}, {time} UTC"


WATER = "water"  # no country is drawn there: the sea, a great lake, or an island too small for the map
_WITH_ARTICLE = ("United", "Democratic", "Dominican", "Central African", "Netherlands", "Philippines",
                 "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles")  # fmt: skip


def named(code):
    """Return a country as it stands in a sentence; over none it is water.

    Examples
    --------
    >>> named("USA"), named("RUS"), named("")
    ('the United States', 'Russia', 'water')
    """
    if not code:
        return WATER
    name = country_name(code).removeprefix("The ")
    article = name.startswith(_WITH_ARTICLE) or name.endswith(("Islands", "Republic"))
    return f"the {name}" if article else name
