"""The inclination explorer: tilt the orbit's plane, and see how far north it comes and over whom it flies."""

from course.constants import ISS_INCLINATION_DEG
from course.widgets.inclination_explorer.picture import InclinationExplorer


def inclination_explorer(inclination_deg=ISS_INCLINATION_DEG, *, question=None, laps=3, earth_turns=True):
    """Return the inclination explorer, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Tilt of the orbit's plane at the start, 0 to 110 degrees.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    laps : int
        Laps of the ground track shown, 1 to 16.
    earth_turns : bool
        ``False`` holds the Earth still, and the track closes on itself: the usual mistake, to be found out.

    Examples
    --------
    >>> inclination_explorer().sentence            # doctest: +NORMALIZE_WHITESPACE
    'At 51.6 degrees the track reaches 51.8 degrees north; the station is over Russia 27 minutes a day, fourth
    of all countries.'
    """
    return InclinationExplorer(inclination_deg, question=question, laps=laps, earth_turns=earth_turns)
