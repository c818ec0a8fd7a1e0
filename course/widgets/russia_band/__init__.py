"""The strip of Russia below the track, on an equal-area map, and for how much of it the station rises."""

from course.constants import ISS_INCLINATION_DEG
from course.geography import Borders
from course.widgets.questions import Asked
from course.widgets.russia_band.picture import RussiaBand


def russia_band(
    inclination_deg: float = ISS_INCLINATION_DEG, *, question: Asked = None, borders: Borders = "un"
) -> RussiaBand:
    """Return the map of Russia with the strip below the track, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Tilt of the orbit's plane at the start, 40 to 90 degrees.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> russia_band().sentence                     # doctest: +NORMALIZE_WHITESPACE
    "At 51.6 degrees the track reaches 51.8 degrees north: 11.4 % of Russia's area and 24.5 % of its people
    lie south of that line."
    """
    return RussiaBand(inclination_deg, question=question, borders=borders)
