"""Passes over a city: every sentence of the picture."""

import numpy as np

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
LABELS = {"visible": "visible", "shadow": "in the Earth's shadow", "bright": "bright sky"}  # in the list
NONE = "{ink:$city}: $reason."
ALT = (
    "Chart of the sky over $city: the zenith in the middle, the horizon around, north at the top, east on "
    "the left. On $day the station comes above $lowest degrees in the $rise_way at $rise UTC, is highest "
    "with $height degrees in the $top_way, and sinks below $lowest degrees in the $set_way at $set. $seen "
    "Beside it: all passes of $days days by day and hour, $count of them, $visible visible."
)
ALT_NONE = "Chart of the sky over $city, empty: $reason."
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def way(azimuth_deg):
    """Return a direction in words.

    Examples
    --------
    >>> way(0), way(200), way(359)
    ('north', 'south', 'north')
    """
    return _WINDS[round(azimuth_deg / 45) % 8]


def clock(utc):
    """Return a moment as hours and minutes, to the nearest minute.

    Examples
    --------
    >>> clock(np.datetime64("2022-03-12T20:39:37"))
    '20:40'
    """
    return str((utc + np.timedelta64(30, "s")).astype("datetime64[m]")).split("T")[1]
