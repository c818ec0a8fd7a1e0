"""The dwell curve: where over the latitudes the station spends its time, and why at the edges."""

from course.constants import ISS_INCLINATION_DEG
from course.widgets.dwell.picture import Dwell
from course.widgets.questions import Asked


def dwell(
    inclination_deg: float = ISS_INCLINATION_DEG,
    *,
    question: Asked = None,
    band_deg: tuple[int, int] = (50, 90),
) -> Dwell:
    """Return the dwell curve, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Of the orbit, 20 to 90 degrees.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    band_deg : tuple of int
        Southern and northern end of the band of latitude that is marked, whole degrees.

    Examples
    --------
    >>> dwell().sentence                            # doctest: +NORMALIZE_WHITESPACE
    'At 51.6 degrees the station spends 7.2 % of its time north of 50 degrees; if every latitude that it
    reaches were alike, it would be 1.7 %.'
    """
    return Dwell(inclination_deg, question=question, band_deg=band_deg)
