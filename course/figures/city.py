"""What a city sees of the station: a pass on a chart of the sky, in print, and the words for it."""

import numpy as np

from course.figures.palette import colour

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


def draw(ax, azimuth_deg, elevation_deg, visible, *, title=""):
    """Draw a pass on a chart of the sky: zenith in the middle, east on the left, as one looks up.

    Parameters
    ----------
    ax : matplotlib.projections.polar.PolarAxes
    azimuth_deg, elevation_deg : ndarray of shape (n,)
        The path; empty for a sky without a pass.
    visible : ndarray of bool
        Where the station can be seen.
    title : str
    """
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(1)
    ax.set_rlim(0, 90)
    ax.set_rgrids([30, 60, 80], ["60°", "30°", "10°"], color=colour("quiet"), fontsize=8)
    ax.set_thetagrids([0, 90, 180, 270], ["N", "E", "S", "W"])
    ax.grid(linewidth=0.5)
    angle, radius = np.radians(azimuth_deg), 90 - np.asarray(elevation_deg)
    ax.plot(angle, radius, color=colour("quiet"), linewidth=1.5, linestyle="--")
    ax.plot(angle, np.where(visible, radius, np.nan), color=colour("station"), linewidth=4)
    if len(angle):
        top = int(np.argmin(radius))
        ax.plot(angle[top], radius[top], "s", color=colour("ink"), markersize=8)
        ax.annotate(f"{elevation_deg[top]:.0f}°", (angle[top], radius[top]), xytext=(8, 6),
                    textcoords="offset points")  # fmt: skip
    ax.set_title(title)
