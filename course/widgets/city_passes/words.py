"""Passes over a city: sentences of the picture."""

import numpy as np

LABELS = {  # on the drawing and its controls
    "city": "City",
    "cities": "cities",
    "any": "Any city of 15,000 people or more.",
    "some": "Without a kernel this page knows some cities; a notebook finds any.",
    "moment": "Moment of the pass",
    "busy": "Python computes the passes of $city …",
    "at": "{ink:$time UTC}, $up° up",
    "top": "$height° in the $way",
    "list": "$count passes of at least $lowest° in $days days, $seen visible",
    "up_seen": "$up° up, visible",
    "up_unseen": "$up° up, not visible",
    "compass": ["N", "E", "S", "W"],
    "none": "no pass of $lowest° or more",
    "week": "Passes by day and hour, UTC; bars: how high it climbs; shaded: dark sky",
    "week_short": "Passes by day and hour, UTC; shaded: dark sky",
}
CLOSED = "Empty chart of the sky over a city. Answer the question or skip it to see the passes."

LOWEST_DEG = 10  # passes that stay lower are not listed: houses and haze hide them
SENTENCE = (
    "{ink:$city, $day}: the station comes above $lowest degrees in the $rise_way at $rise UTC, climbs to "
    "{station:$height degrees} in the $top_way at $top, and sinks below $lowest degrees in the $set_way at "
    "$set. $seen"
)
SEEN = {
    "visible": "{station:Visible} from $begin to $end: it is sunlit and the sky is dark.",
    "shadow": "Not visible: it is in the Earth's shadow.",
    "bright": "Not visible: the sky is too bright.",
}
KINDS = {"visible": "visible", "shadow": "in the Earth's shadow", "bright": "bright sky"}  # in the list
NONE = "{ink:$city}: $reason."
ALT = (
    "Chart of the sky over $city: the zenith in the middle, the horizon around, north at the top, east on "
    "the left. On $day the station comes above $lowest degrees in the $rise_way at $rise UTC, is highest "
    "with $height degrees in the $top_way, and sinks below $lowest degrees in the $set_way at $set. $seen "
    "Beside it: all passes of $days days by day and hour, $count of them, $visible visible."
)
ALT_NONE = "Chart of the sky over $city, empty: $reason."
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def way(azimuth_deg: float) -> str:
    """Return a direction in words.

    Examples
    --------
    >>> way(0), way(200), way(359)
    ('north', 'south', 'north')
    """
    return _WINDS[round(azimuth_deg / 45) % 8]


def clock(utc: np.datetime64) -> str:
    """Return a moment as hours and minutes, to the nearest minute.

    Examples
    --------
    >>> clock(np.datetime64("2022-03-12T20:39:37"))
    '20:40'
    """
    return str((utc + np.timedelta64(30, "s")).astype("datetime64[m]")).split("T")[1]
