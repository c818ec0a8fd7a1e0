"""Over whom it flies on one day: the track with its time over Russia, in print, and the words for it."""

import numpy as np

from course.figures.ground_map import draw_world
from course.figures.palette import colour
from course.geography import country_name
from course.ground import split_at_antimeridian

SENTENCE = (
    "{ink:$moment}: over $place. Over {russian:Russia} so far {russian:$sofar of $total minutes} $span."
)
NEVER = "{ink:$moment}: over $place. The track does not pass over {russian:Russia} $span."
ALT = (
    "Map of the world with the ground track of the station from $first to $last, and a strip of the "
    "same time below. $visits At $moment the station is over $where, after $sofar minutes over Russia."
)
WATER = "water"  # no country is drawn there: the sea, a great lake, or an island too small for the map
_WITH_ARTICLE = ("United", "Democratic", "Dominican", "Central African", "Netherlands", "Philippines",
                 "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles")  # fmt: skip


def named(code):
    """Return a country as it stands in a sentence; over none it is water.

    Examples
    --------
    >>> named("USA"), named("RUS"), named("")
    ('the United States', 'Russia', 'water')
    """
    if not code:
        return WATER
    name = country_name(code).removeprefix("The ")
    article = name.startswith(_WITH_ARTICLE) or name.endswith(("Islands", "Republic"))
    return f"the {name}" if article else name


def span(hours):
    """Return the time that the track lasts, as the end of a sentence."""
    return "on this day" if hours == 24 else f"in these {hours:g} hours"


def visits_in_words(visits, total_min, hours):
    """Return how often and how long it is over Russia, for readers who do not see it.

    Parameters
    ----------
    visits : sequence of tuple of str
        First and last moment of each lap's time over Russia, ``("02:11", "02:15")``.
    total_min : float
    hours : float
    """
    if not visits:
        return f"It does not pass over Russia {span(hours)}."
    times = ", ".join(f"{first} to {last}" for first, last in visits)
    laps = "1 lap" if len(visits) == 1 else f"{len(visits)} laps"
    return f"It passes over Russia on {laps} {span(hours)}, {total_min:.1f} minutes in all: {times} UTC."


def draw(ax, track, over_russia, *, now, country=None):
    """Draw a day's track, strong where it is over Russia, and where the station is.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    track : course.ground.GroundTrack
    over_russia : ndarray of bool
        One for each point of the track.
    now : int
        The point where the station is.
    country : tuple of ndarray, optional
        Outlines of the country under the station, longitude and latitude, ``nan`` after each ring.
    """
    draw_world(ax)
    if country is not None:
        longitude, latitude = country
        ends = np.flatnonzero(np.isnan(longitude))
        for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True):
            ax.fill(longitude[first:last], latitude[first:last], facecolor=colour("ghost"), linewidth=0)
    whole = split_at_antimeridian(track.longitude_deg, track.latitude_deg)
    ax.plot(*whole, color=colour("ghost"), linewidth=0.8)
    longitude, latitude = (
        np.where(over_russia, part, np.nan) for part in (track.longitude_deg, track.latitude_deg)
    )
    ax.plot(longitude, latitude, color=colour("russian"), linewidth=4)
    ax.plot(track.longitude_deg[now], track.latitude_deg[now], "s", color=colour("ink"), markersize=8)


def draw_stairs(ax, hours, minutes_over, *, now):
    """Draw the minutes over Russia as they add up.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    hours, minutes_over : ndarray of shape (n,)
        Time since the start, and the minutes over Russia until then.
    now : int
        The point where the station is.
    """
    ax.plot(hours, minutes_over, color=colour("russian"))
    ax.fill_between(
        hours[: now + 1], minutes_over[: now + 1], color=colour("russian"), alpha=0.25, linewidth=0
    )
    ax.axvline(hours[now], color=colour("ink"), linewidth=1)
    ax.set_xlim(0, hours[-1])
    ax.set_ylim(0, max(1.0, 1.1 * minutes_over[-1]))
    ax.set_xlabel("hours since the start")
    ax.set_ylabel("minutes\nover Russia")
