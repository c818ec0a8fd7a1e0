"""What the inclination decides: the track on a map, minutes over countries, and the words for both."""

import numpy as np

from course.figures.borders import notes
from course.figures.ground_map import draw_world, mark_latitudes
from course.figures.palette import colour
from course.ground import split_at_antimeridian

ALWAYS = ("RUS", "IND", "CHN", "USA")  # shown whatever their rank
FULL_SCALE_MIN = 105  # longest bar: Russia has 102 minutes at 68 degrees, more than any country ever has
SHORT_NAMES = {"COD": "DR Congo", "COG": "Congo", "CAF": "Central African Rep."}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
NOTES = notes("$other minutes a day over Russia")
SENTENCE = "At {ink:$inclination degrees} the {station:track} $reach; $over."
SENTENCE_STILL = (
    "With the Earth held still the {station:track} closes on itself: at {ink:$inclination degrees} every lap "
    "passes over the same places, and no other place is ever reached."
)
ALT = (
    "Globe and map of the world with one satellite. The plane of its orbit, 420 km up, is tilted by "
    "$inclination degrees against the equator. Its ground track $reach. $drawn The satellite is over $place."
)
ALT_BARS = " Bars show minutes a day over countries: $bars."
DRAWN = {
    "turning": "It is drawn for $laps laps, each $shift degrees further west than the last.",
    "one": "It is drawn for 1 lap and does not close.",
    "still": "The Earth is held still: all laps lie on one closed line.",
}


def degrees(value):
    """Return an angle as it is read: to a tenth, whole degrees without a zero.

    Examples
    --------
    >>> degrees(51.64), degrees(65.0)
    ('51.6', '65')
    """
    return f"{value:.1f}".removesuffix(".0")


def ordinal(number):
    """Return a rank in words, from the thirteenth on in figures.

    Examples
    --------
    >>> ordinal(4), ordinal(21), ordinal(112)
    ('fourth', '21st', '112th')
    """
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def reach(top_deg):
    """Return how far north a track comes, as the middle of a sentence."""
    if top_deg == 0:
        return "follows the equator"
    if round(top_deg, 1) == 90:
        return "passes over both poles"
    return f"reaches {{ink:{top_deg:.1f} degrees north}}"


def over_russia(minutes, rank, *, station):
    """Return the time over Russia in words.

    Parameters
    ----------
    minutes : float
        A day, in the mean over many days.
    rank : int
        Of Russia among all countries.
    station : bool
        Whether the orbit is the station's own.

    Examples
    --------
    >>> over_russia(27.3, 4, station=True)
    'the station is over {russian:Russia} 27 minutes a day, fourth of all countries'
    """
    who = "the station is" if station else "a station there would be"
    if minutes == 0:
        return (
            f"{who} never over {{russian:Russia}}"
            if station
            else "a station there would never be over {russian:Russia}"
        )
    time = (
        "less than a minute" if minutes < 1 else f"{minutes:.0f} minute{'' if round(minutes) == 1 else 's'}"
    )
    return f"{who} over {{russian:Russia}} {time} a day, {ordinal(rank)} of all countries"


def bars_in_words(rows):
    """Return the bars as a list in words: ``"China 36.6, United States 33.4"``."""
    return ", ".join(f"{name} {minutes:.1f}" for _, _, name, minutes in rows)


def draw(ax, longitude_deg, latitude_deg, *, now_deg, top_deg, russia):
    """Draw the ground track of some laps on a map of the world with the part of Russia that it reaches.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    longitude_deg, latitude_deg : ndarray of shape (n,)
        The track, longitudes in [-180, 180).
    now_deg : tuple of float
        Longitude and latitude of the satellite.
    top_deg : float
        Turning latitude.
    russia : tuple of ndarray
        Outlines, longitude and latitude, ``nan`` after each ring.
    """
    draw_world(ax, (-90, 90))
    _fill_russia(ax, russia, top_deg)
    ax.plot(*split_at_antimeridian(longitude_deg, latitude_deg), color=colour("station"), linewidth=1.5)
    ax.plot(*now_deg, "s", color=colour("ink"), markersize=8)
    mark_latitudes(ax, (-top_deg, top_deg))


def _fill_russia(ax, russia, top_deg):
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path

    points = np.stack(russia, axis=1)
    ends = np.flatnonzero(np.isnan(points[:, 0]))
    rings = [points[first:last] for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True)]
    outline = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
    for alpha, limit in ((0.2, 90), (0.45, top_deg)):
        patch = PathPatch(outline, facecolor=colour("russian"), alpha=alpha, linewidth=0)
        ax.add_patch(patch)
        patch.set_clip_path(Rectangle((-180, -90), 360, 90 + limit, transform=ax.transData))


def draw_bars(ax, rows):
    """Draw minutes a day over countries as bars, the longest on top.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    rows : sequence of (int, str, str, float)
        Rank, code, name and minutes a day of each country.
    """
    places = np.arange(len(rows))
    tints = [colour("russian" if code == "RUS" else "ghost") for _, code, _, _ in rows]
    ax.barh(places, [minutes for *_, minutes in rows], color=tints)
    for place, (_, _, _, minutes) in zip(places, rows, strict=True):
        ax.annotate(
            f"{minutes:.1f}", (minutes, place), xytext=(4, 0), textcoords="offset points", va="center"
        )
    ax.set_yticks(places, [f"{name}  {rank or '–'}" for rank, _, name, _ in rows])
    ax.invert_yaxis()
    ax.set_xlim(0, FULL_SCALE_MIN)
    ax.set_xlabel("minutes a day over each country")
