"""The history of the station on a line of time, from 42 years down to the days of March 2022."""

from course.history import THREADS
from course.quantities import Moment
from course.widgets.questions import Asked
from course.widgets.timeline.picture import Timeline
from course.widgets.timeline.tables import FIRST, LAST, OPENING, on_the_line


def timeline(*, question: Asked = None, start: Moment | None = None, end: Moment | None = None) -> Timeline:
    """Return the history of the station as a line of time, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens; ``"u1-p1"`` has five events placed on an empty line.
    start, end : str, date, datetime or datetime64, optional
        First and last day in view, on a line from 1984 to June 2026, with all events. Without them, only the
        ships of the crews and what begins and ends the times of Soyuz alone.

    Examples
    --------
    >>> timeline().sentence                             # doctest: +NORMALIZE_WHITESPACE
    'Twice: 3.4 years and 8.9 years. Each runs from when Shuttles stopped until a ship other than Soyuz took
    up a crew member. 21 July 2011: STS-135 lands: the last flight of a Shuttle. Until 30 May 2020
    crews travel by Soyuz alone.'
    >>> march = timeline(start="2022-02-24", end="2022-03-30")
    >>> march.event = "ms-19-landing"
    >>> march.source                                # doctest: +NORMALIZE_WHITESPACE
    'Source: collectSPACE, Soyuz MS-19 record-setting landing, 30 March 2022. Ships for crews then: Soyuz,
    Crew Dragon.'
    """
    if start is None and end is None:
        return Timeline(question=question, span=OPENING)
    span = (
        FIRST if start is None else on_the_line(start, "start"),
        LAST if end is None else on_the_line(end, "end"),
    )
    return Timeline(question=question, span=span, threads=THREADS)
