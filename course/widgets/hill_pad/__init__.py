"""The Hill-frame pad: pull the arrow of a push, and see where the pushed part goes."""

from course.widgets.hill_pad.picture import HillPad
from course.widgets.questions import Asked


def hill_pad(
    *,
    question: Asked = None,
    along_m_s: float = 0.15,
    radial_m_s: float = 0.0,
    cross_m_s: float = 0.0,
    altitude_km: float = 420,
    laps: int = 1,
    within_m: float = 200,
) -> HillPad:
    """Return the Hill-frame pad, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    along_m_s, radial_m_s, cross_m_s : float
        The push of one part relative to the other: forward, up, to the left; at most 0.2 m/s each, in steps
        of 0.01.
    altitude_km : float
        Of the circular orbit, 200 to 2,000 km.
    laps : int
        How long it is followed, 1 to 15 laps.
    within_m : {200, 100}
        The parts count as meeting within this distance of their centres.

    Examples
    --------
    >>> hill_pad().sentence                        # doctest: +NORMALIZE_WHITESPACE
    'Pushed forward at 0.15 m/s it is 2.51 km behind after one lap. From half a lap on the parts stay 1.36 km
    apart or more.'
    >>> hill_pad(along_m_s=0, radial_m_s=0.15).sentence           # doctest: +NORMALIZE_WHITESPACE
    'Pushed up at 0.15 m/s it is back at the other part after one lap. Recontact: after 76 minutes they are
    within 200 m of each other, at the nearest 0 m.'
    """
    return HillPad(
        question=question, along_m_s=along_m_s, radial_m_s=radial_m_s, cross_m_s=cross_m_s,
        altitude_km=altitude_km, laps=laps, within_m=within_m,
    )  # fmt: skip
