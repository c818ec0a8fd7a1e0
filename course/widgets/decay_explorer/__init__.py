"""The decay explorer: how long it stays up with the engines off, and what the Sun has to do with it."""

from course.decay import ISS_BALLISTIC_COEFFICIENT_KG_M2
from course.quantities import Moment
from course.widgets.decay_explorer.picture import DecayExplorer
from course.widgets.questions import Asked


def decay_explorer(
    *,
    question: Asked = None,
    start_utc: Moment = "2022-03-12",
    ballistic_coefficient_kg_m2: float = ISS_BALLISTIC_COEFFICIENT_KG_M2,
    sun: str = "real",
    f107: float = 125,
) -> DecayExplorer:
    """Return the decay explorer, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    start_utc : str, date, datetime or datetime64
        When the engines stop, January 1999 to December 2030; the nearest twelfth of a month is shown.
    ballistic_coefficient_kg_m2 : float
        m / (Cd A), 100 to 300; the nearest stop of the slider is shown. 145 is the whole station.
    sun : {"real", "constant"}
        The Sun of each month (after the last observed one that of a mean cycle), or one that never changes.
    f107 : float
        Activity of the constant Sun in solar flux units, 65 to 250.

    Examples
    --------
    >>> decay_explorer().sentence                            # doctest: +NORMALIZE_WHITESPACE
    'Engines off on 12 March 2022, 420 km up: the station would have stayed up until June 2024, 2.2 years
    (1.9 to 2.7 years with 25 % more to 25 % less drag).'
    """
    return DecayExplorer(
        question=question,
        start_utc=start_utc,
        ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2,
        sun=sun,
        f107=f107,
    )
