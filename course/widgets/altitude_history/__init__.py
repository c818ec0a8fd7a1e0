"""The height of the station since 1998: how high it has flown, and when it was low."""

from course.quantities import Moment
from course.widgets.altitude_history.picture import START, AltitudeHistory
from course.widgets.questions import Asked


def altitude_history(*, question: Asked = None, when: Moment = START) -> AltitudeHistory:
    """Return the height of the station 1998 to 2026, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    when : str, date, datetime or datetime64
        Where the cursor stands at the start; it goes to the nearest of the known heights.

    Examples
    --------
    >>> altitude_history(when="2011-06-01").sentence
    "26 May 2011: 344 km up, 76 km below the article's 420. With a resident crew no known height is lower."
    """
    return AltitudeHistory(question=question, when=when)
