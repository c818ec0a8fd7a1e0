"""The height of the station since 1998 with the Sun behind it: why it falls, and why it flies higher now."""

from course.widgets.altitude_history.picture import START, AltitudeHistory


def altitude_history(*, question=None, when=START):
    """Return the height of the station 1998 to 2026, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    when : str, date, datetime or datetime64
        Where the cursor stands at the start; it goes to the nearest of the dated element sets.

    Examples
    --------
    >>> picture = altitude_history(when="2011-06-01")
    >>> picture.sentence                            # doctest: +NORMALIZE_WHITESPACE
    "26 May 2011: 344 km up (perigee 341 km, apogee 346 km). By the next set, 171 days later, it is 44.4 km
    higher: engines have raised it by more than the air took. With this Sun (96) the air takes 26 m a day from
    today's station at 415 km; at 350 km it would take 96."
    """
    return AltitudeHistory(question=question, when=when)
