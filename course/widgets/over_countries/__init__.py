"""Over whom it flies on a real day: the country under the station named, the time over Russia counted."""

from course.elements import ElementSet
from course.geography import Borders
from course.quantities import Moment
from course.widgets.over_countries.picture import OverCountries
from course.widgets.questions import Asked


def over_countries(
    elements: ElementSet,
    start_utc: Moment | None = None,
    hours: float = 24,
    *,
    question: Asked = None,
    minute: int | None = None,
    borders: Borders = "un",
) -> OverCountries:
    """Return one day of the station over the countries, to show as the last line of a cell.

    Parameters
    ----------
    elements : course.elements.ElementSet
        Of the date in question, from ``elements.on("2022-03-12")``.
    start_utc : str, date, datetime or datetime64, optional
        Where the track begins, UTC, to the whole minute; by default the start of the day of the epoch.
    hours : float
        How long it lasts, up to 72.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    minute : int, optional
        Minutes after the start at which the station is shown; by default in its longest time over Russia.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> from course import elements
    >>> over_countries(elements.on("2022-03-12"), minute=19 * 60).sentence
    '12 March 2022, 19:00 UTC: over Turkey. Over Russia so far 15 of 26 minutes on this day.'
    """
    return OverCountries(elements, start_utc, hours, question=question, minute=minute, borders=borders)
