"""Dwell curve: sentences of the picture."""

import numpy as np
from numpy.typing import NDArray

LABELS = {  # on the drawing and its controls
    "from": "Band from",
    "to": "Band to",
    "between": "between $south and $north",
    "never": "it never comes here",
    "share_short": "% of time, each degree",
    "time_short": "minutes",
    "alike": ["if every latitude", "were alike"],
    "alike_short": ["if every", "latitude", "were alike"],
}
CLOSED = (
    "One lap of the station as latitude against time, a wave. Answer the question or skip it to see "
    "where the time is spent."
)

SENTENCE = (
    "At {ink:$inclination degrees} $who spends {period:$share} of its time $where; if every latitude that it "
    "reaches were alike, it would be {ink:$even}."
)
SENTENCE_NEVER = "At {ink:$inclination degrees} $who never comes $where: it turns at {ink:$top degrees}."
ALT = (
    "Two drawings side by side with one axis of latitude. The first is one lap as latitude against time, "
    "$minutes minutes: a wave between $top degrees south and $top degrees north, with a dot every 3 minutes. "
    "The second is the share of the time spent in each degree of latitude: $shape. "
    "Marked is the band $where: $dots of $all dots, $share of the time."
)


def latitude(degrees: int) -> str:
    """Return a whole latitude in words.

    Examples
    --------
    >>> latitude(50), latitude(0), latitude(-1)
    ('50 degrees north', 'the equator', '1 degree south')
    """
    if degrees == 0:
        return "the equator"
    unit = "degree" if abs(degrees) == 1 else "degrees"
    return f"{abs(degrees)} {unit} {'north' if degrees > 0 else 'south'}"


def where(south_deg: int, north_deg: int) -> str:
    """Return a band of latitude in words.

    Examples
    --------
    >>> where(50, 90), where(-90, -50), where(-10, 20)
    ('north of 50 degrees', 'south of 50 degrees south', 'between 10 degrees south and 20 degrees north')
    """
    if (south_deg, north_deg) == (-90, 90):
        return "over all latitudes"
    if north_deg == 90:
        return f"north of {latitude(south_deg).removesuffix(' north')}"
    if south_deg == -90:
        return f"south of {latitude(north_deg)}"
    return f"between {latitude(south_deg)} and {latitude(north_deg)}"


def percent(share: float) -> str:
    """Return a share of the time in words.

    Examples
    --------
    >>> percent(0.0717)
    '7.2 %'
    """
    return f"{100 * share:.1f} %"


def shape(shares: NDArray[np.floating]) -> str:
    """Return how the time is spread over the degrees of latitude, in words."""
    middle, most = float(shares[len(shares) // 2]), float(shares.max())
    if most < 1.1 * middle:
        return f"about {percent(middle)} everywhere"
    return f"{percent(middle)} at the equator and growing towards both ends, at most {percent(most)}"
