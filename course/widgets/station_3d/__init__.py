"""The station in three dimensions: choose a cut, part it, and see where the pieces go."""

from course.quantities import Moment
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP
from course.widgets.station_3d.picture import Station3D


def station_3d(
    date: Moment = CLIP,
    *,
    question: Asked = None,
    cut: str = "PMA-1/Zarya",
    relative_m_s: float = 0.15,
) -> Station3D:
    """Return the station in three dimensions, to show as the last line of a cell.

    Parameters
    ----------
    date : str, date, datetime or datetime64
        Which station: the modules of that day.
    question : str or course.predictions.Question, optional
        Asked before the picture opens.
    cut : str
        Where it parts: one of `course.station.CUTS`.
    relative_m_s : float
        How fast the parts leave each other, 0.01 to 1 m/s.

    Examples
    --------
    >>> picture = station_3d()
    >>> picture.laps = 1                # one lap after a push forward
    >>> picture.sentence                # doctest: +NORMALIZE_WHITESPACE
    'One lap (93 minutes) after a push forward at 0.15 m/s, the part with Zarya is 2,510 m behind the rest. It
    lacks gyroscopes; the rest lacks propulsion and refuelling.'
    """
    return Station3D(date, question=question, cut=cut, relative_m_s=relative_m_s)
