"""The passes of some days over any city, which of them are visible, and each on a chart of the sky."""

from course.elements import ElementSet
from course.quantities import Moment
from course.widgets.city_passes.picture import CityPasses
from course.widgets.questions import Asked


def city_passes(
    elements: ElementSet,
    start_utc: Moment | None = None,
    days: int = 7,
    *,
    question: Asked = None,
    city: str = "Moscow",
) -> CityPasses:
    """Return the passes of the station over a city, to show as the last line of a cell.

    Parameters
    ----------
    elements : course.elements.ElementSet
        Of the date in question, from ``elements.on("2022-03-12")``.
    start_utc : str, date, datetime or datetime64, optional
        First moment, UTC, to the whole minute; by default the start of the day of the epoch.
    days : int
        How many days are listed, 1 to 14.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    city : str
        A city of 15,000 people or more: ``"Sochi"``, or with its country ``"Aberdeen, United Kingdom"``.

    Examples
    --------
    >>> from course import elements
    >>> moscow = city_passes(elements.on("2022-03-12"))
    >>> len(moscow.passes), moscow.city
    (29, 'Moscow, Russia')
    """
    return CityPasses(elements, start_utc, days, question=question, city=city)
