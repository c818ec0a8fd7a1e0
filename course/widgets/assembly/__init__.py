"""Assembly: how the station was built, seen from above and from the side, and what grew with each module."""

from course.quantities import Moment
from course.widgets.assembly.picture import Assembly
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP


def assembly(date: Moment = CLIP, *, question: Asked = None) -> Assembly:
    """Return the replay of the station's assembly, to show as the last line of a cell.

    Parameters
    ----------
    date : str, date, datetime or datetime64
        The day that is shown first, from 1998-11-20 to `course.station.AS_OF`.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.

    Examples
    --------
    >>> assembly("2000-11-02").sentence                     # doctest: +NORMALIZE_WHITESPACE
    '16 October 2000, 1.9 years after Zarya: PMA-3 joins. The station has 7 modules, with 64.4 t of listed
    mass: 38 % of it in the US segment, 62 % in the Russian.'
    """
    return Assembly(date, question=question)
