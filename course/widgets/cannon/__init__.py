"""Newton's cannon: how fast must it be to come back?"""

from course.widgets.cannon.picture import Cannon
from course.widgets.questions import Asked


def cannon(altitude_km: float = 420, *, speed_km_s: float = 6.0, question: Asked = None) -> Cannon:
    """Return Newton's cannon, to show as the last line of a cell.

    Parameters
    ----------
    altitude_km : float
        Height of the cannon above the equatorial radius, 100 to 2,000 km.
    speed_km_s : float
        Speed of the first shot.
    question : str or course.predictions.Question, optional
        Asked before the picture opens; a speed that is given for an answer is fired.

    Examples
    --------
    >>> shot = cannon(speed_km_s=7.657)
    >>> shot.flight.outcome
    'circle'
    """
    return Cannon(altitude_km, speed_km_s=speed_km_s, question=question)
