"""The deorbit planner: what a burn takes, and where along the track the pieces then come down."""

from course.widgets.deorbit_planner.picture import DeorbitPlanner
from course.widgets.questions import Asked


def deorbit_planner(
    *,
    question: Asked = None,
    altitude_km: float = 420,
    perigee_km: float = 50,
    mass_t: float = 420,
    isp_s: float = 300,
    minute: int | None = None,
) -> DeorbitPlanner:
    """Return the deorbit planner, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    altitude_km : float
        Of the circular orbit before the burn, 270 to 430 km.
    perigee_km : float
        That the burn aims at, 0 to 120 km.
    mass_t : float
        50 to 500 t.
    isp_s : float
        Specific impulse, 220 to 340 s. For all four the nearest stop of the slider is shown.
    minute : int, optional
        Of the burn, after the start of 12 March 2022, 0 to 1,440; by default the one after which the pieces
        fall nearest to Point Nemo.

    Examples
    --------
    >>> deorbit_planner().sentence.replace("\\xa0", " ")   # doctest: +NORMALIZE_WHITESPACE
    "Braking the station's 420 t takes 15.1 t of propellant, what 21 to 35 Progress ships bring. The pieces
    fall along 2,420 km, or half or twice that (pale): sea 100 %."
    """
    return DeorbitPlanner(
        question=question,
        altitude_km=altitude_km,
        perigee_km=perigee_km,
        mass_t=mass_t,
        isp_s=isp_s,
        minute=minute,
    )
