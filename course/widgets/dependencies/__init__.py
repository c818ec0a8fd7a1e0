"""Dependencies: the station parts at a joint, and the lamps of what each of the two parts lacks go out."""

from course.quantities import Moment
from course.widgets.dependencies.picture import Dependencies
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP


def dependencies(
    date: Moment = CLIP, *, question: Asked = None, cut: str | None = None, function: str | None = None
) -> Dependencies:
    """Return the station that can be cut in two, to show as the last line of a cell.

    Parameters
    ----------
    date : str, date, datetime or datetime64
        From 1998-11-20 to `course.station.AS_OF`.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    cut : str, optional
        The joint that is cut, "PMA-1/Zarya"; by default none. Any joint of that day will do.
    function : str, optional
        One of `course.station.FUNCTIONS`, to show which modules provide it.

    Examples
    --------
    >>> dependencies(cut="PMA-1/Zarya").sentence            # doctest: +NORMALIZE_WHITESPACE
    'Cut at PMA-1/Zarya, the US segment lacks propulsion and refuelling and has reboost only with a ship; the
    Russian segment lacks gyroscopes and has only its own power, life support and radio.'
    """
    return Dependencies(date, question=question, cut=cut, function=function)
