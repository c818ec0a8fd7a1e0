"""Bringing it down on purpose: the burn and the footprint in print, and the words for them."""

import numpy as np

from course.figures.ground_map import draw_world
from course.figures.over import named
from course.figures.palette import colour
from course.ground import split_at_antimeridian

_TAKES = (
    "{speed:$change} and {fuel:$fuel of propellant}, what $ships Progress ships bring, lower the far side of "
    "the orbit of $mass from $altitude to $perigee. "
)
SENTENCE = (
    _TAKES
    + "Lit at {ink:$clock UTC}, the burn spreads the pieces over {debris:$length of the track}, give or "
    "take a factor of 1.5. Under them: $under."
)
UNAIMED = (
    _TAKES + "There the air is too thin to hold it: it flies on, for laps or for days, and nobody can choose "
    "where it comes down."
)
ALT_BURN = "Map of the world with the track of the station on $day, and a burn at $clock UTC over $place. "
ALT = (
    ALT_BURN
    + "The pieces come down along $length of the track ahead of it, from $near to $far: $under. Below, "
    "the height along the way: from $altitude down to the entry, $entry from the burn, and to the ground "
    "$nearest to $farthest from it."
)
ALT_UNAIMED = (
    ALT_BURN
    + "Below, the height along the way: from $altitude down to $perigee half a lap later and up again."
)
BURN = (
    "At a thrust of {thrust:.0f} kN the burn takes $burn minutes, and a lap $lap: the longer a burn lasts, "
    "the more it needs than the $change of a short one."
)
SECOND = "One second earlier or later moves all the pieces {km:.1f} km along the track."
SEA = "sea"
MOST_NAMES = 4
PROFILE_KM = (0, 26_000)
SHOWN_KM = (0, 460)
AXES = {"along": "km along the track from the burn", "height": "height, km"}


def km(distance):
    """Return a distance along the track in words, to 10 km.

    Examples
    --------
    >>> km(2425.8)
    '2,430 km'
    """
    return f"{10 * int(distance / 10 + 0.5):,} km"


def ships(tonnes, brought_kg):
    """Return how many ships bring that much propellant, in words, if one brings so little or so much.

    Examples
    --------
    >>> ships(15.12, (430, 720))
    '21 to 35'
    """
    low, high = (int(1000 * tonnes / kg + 0.5) for kg in reversed(brought_kg))
    return f"{low} to {high}"


def under(names):
    """Return what lies under a line of equal steps, the largest share first, in words.

    Parameters
    ----------
    names : sequence of str
        For each step the code of the country under it, "" over none.

    Examples
    --------
    >>> under(["", "CHL", "ARG", ""])
    'sea 50 %, Chile 25 %, Argentina 25 %'
    """
    counts = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    order = sorted(counts, key=lambda name: -counts[name])
    shown = [f"{named(name) if name else SEA} {_percent(counts[name], len(names))} %" for name in order]
    more = len(shown) - MOST_NAMES
    if more > 1:
        shown[MOST_NAMES:] = [f"{more} other countries"]
    return ", ".join(shown)


def _percent(part, whole):
    return int(100 * part / whole + 0.5)


def draw(axes, *, track, burn, way, profile, aim):
    """Draw a footprint on the map of the world, and the height along the way below it.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        For the map and for the height.
    track : tuple of ndarray
        Longitude and latitude of the track from the burn on.
    burn : tuple of float
        Longitude and latitude of the burn.
    way : dict
        Points of the track, as places in it: ``entry``, ``pieces`` and ``wide`` (first and last, without and
        with the honest factor); ``entry`` None if it flies on. The same in km: ``entry_km``, ``pieces_km``.
    profile : tuple of ndarray
        Distance along the track and height, in km.
    aim : dict
        ``place`` (longitude and latitude) and ``ring`` (an array of those) of the marked aim.
    """
    map_ax, height_ax = axes
    draw_world(map_ax)
    map_ax.plot(*split_at_antimeridian(*aim["ring"].T), color=colour("quiet"), linewidth=0.8, linestyle="--")
    map_ax.plot(*aim["place"], "x", color=colour("ink"))

    def stretch(first, last, **line):
        part = split_at_antimeridian(*(column[first : last + 1] for column in track))
        map_ax.plot(*part, solid_capstyle="butt", **line)

    height_ax.set_xlim(*PROFILE_KM)
    height_ax.set_ylim(*SHOWN_KM)
    height_ax.set_xlabel(AXES["along"])
    height_ax.set_ylabel(AXES["height"])
    if way["entry"] is None:
        stretch(0, len(track[0]) - 1, color=colour("fall"), linewidth=1, linestyle=":")
        height_ax.plot(*profile, color=colour("fall"))
    else:
        stretch(0, way["entry"], color=colour("fall"), linewidth=2)
        stretch(*way["wide"], color=colour("debris"), linewidth=5, alpha=0.35)
        stretch(*way["pieces"], color=colour("debris"), linewidth=5)
        along, height = profile
        coast = along <= way["entry_km"]
        height_ax.plot(along[coast], height[coast], color=colour("fall"))
        low = float(np.interp(way["entry_km"], along, height))
        fan = [(way["entry_km"], low), (way["pieces_km"][0], 0), (way["pieces_km"][1], 0)]
        height_ax.fill(*zip(*fan, strict=True), color=colour("debris"), alpha=0.35, linewidth=0)
    map_ax.plot(*burn, "s", color=colour("ink"), markersize=8)
