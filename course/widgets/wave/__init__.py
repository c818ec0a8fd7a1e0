"""The wave: the station flies along its flat circle, and the point below it draws a wave on the map."""

from course.widgets.questions import Asked
from course.widgets.wave.picture import Wave


def wave(*, question: Asked = None, minute: int = 0, earth_turns: bool = True) -> Wave:
    """Return the wave, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    minute : int
        Minutes flown since a northward crossing of the equator, up to three laps.
    earth_turns : bool
        ``False`` holds the Earth still, and the track closes on itself: the usual mistake, to be found out.

    Examples
    --------
    >>> wave(minute=100).sentence                                     # doctest: +NORMALIZE_WHITESPACE
    'After 100 minutes the station is on lap 2. The Earth turned below the circle, so each wave begins 23.6
    degrees further west than the last.'
    """
    return Wave(question=question, minute=minute, earth_turns=earth_turns)
