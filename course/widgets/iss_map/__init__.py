"""The station on the map: where it was on a real day, and why each lap passes further west."""

from course.elements import ElementSet
from course.quantities import Moment
from course.widgets.iss_map.picture import IssMap
from course.widgets.questions import Asked


def iss_map(
    elements: ElementSet,
    start_utc: Moment | None = None,
    hours: float = 24,
    *,
    question: Asked = None,
    minute: int | None = None,
    laps: int = 3,
) -> IssMap:
    """Return the map of the station, to show as the last line of a cell.

    Parameters
    ----------
    elements : course.elements.ElementSet
        Of the date in question, from ``elements.on("2022-03-12")``.
    start_utc : str, date, datetime or datetime64, optional
        Where the map begins, UTC, to the whole minute; by default the start of the day of the epoch.
    hours : float
        How long the map lasts, up to 72.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    minute : int, optional
        Minutes after the start at which the station is shown; by default half-way round its first lap.
    laps : int
        Laps shown, 1 to 16.

    Examples
    --------
    >>> from course import elements
    >>> iss_map(elements.on("2022-03-12"), minute=19 * 60).sentence     # doctest: +NORMALIZE_WHITESPACE
    '12 March 2022, 19:00 UTC: over 36.9° N, 34.7° E, height 424 km, lap 13; the next lap crosses the equator
    23.6 degrees further west.'
    """
    return IssMap(elements, start_utc, hours, question=question, minute=minute, laps=laps)
