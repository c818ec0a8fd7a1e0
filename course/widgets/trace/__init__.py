"""The trace: from report to report, and where a word got lost."""

from course.widgets.questions import Asked
from course.widgets.trace.picture import Trace


def trace(*, question: Asked = None) -> Trace:
    """Return the reports on the end of joint experiments, to be put in order, as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.

    Examples
    --------
    >>> trace().sentence
    '0 of 4 steps fit. Move the reports: which one goes back to none of the others?'
    """
    return Trace(question=question)
