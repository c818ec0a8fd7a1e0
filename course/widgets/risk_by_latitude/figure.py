"""Risk by latitude: the drawing in print."""

import numpy as np

from course.geography import land_outlines
from course.widgets.kit.palette import colour

SLOTS = (  # of the countries compared: role of the palette, sign, and how the line is drawn
    ("speed", "●", "-"),
    ("gravity", "◆", "--"),
    ("period", "▲", ":"),
)
STEPS = (0.75, 1, 1.5, 2.5)  # of the shade: the risk at a place over that of the world's average person
SHADES = (0.16, 0.3, 0.48, 0.68, 0.9)  # opacity below the first step, between them, above the last
MOST = 3.0  # more is shaded alike
BAND_DEG = 2.0
SEEN_FROM_DEG = 70.0  # longitude in the middle of the globe: Russia, India and China are seen
MARKED_DEG = (-60, -30, 0, 30, 60)
LATITUDES = ("60° S", "30° S", "equator", "30° N", "60° N")


def boxes(countries):
    """Return the places of the world, of the countries and of their bars within axes that hold them all."""
    wide = 0.5 / countries
    people = [(0.5 + i * wide, 0.32, 0.86 * wide, 0.68) for i in range(countries)]
    return [(0, 0.32, 0.42, 0.68), *people, (0.5, 0, 0.47, 0.2)]


def draw(axes, risks, countries, *, limits_deg):
    """Draw where pieces can fall on a map of equal areas, where people live, and what an average one risks.

    Parameters
    ----------
    axes : sequence of matplotlib.axes.Axes
        The first for the map, one for each country, the last for the bars.
    risks : ndarray of shape (n,)
        At a place over that of the world's average person, at even steps of latitude from pole to pole.
    countries : sequence of dict
        name, people (in bands of 2 degrees from the south pole on), times and ratio (in words).
    limits_deg : sequence of float
        Southernmost and northernmost latitude of the pieces.
    """
    world, *others, bars = axes
    _draw_land(world)
    for ax in (world, *others):
        _shade(ax, risks)
        for limit in limits_deg:
            ax.axhline(_level(limit), color=colour("ink"), linewidth=1)
        ax.set_ylim(-1, 1)
        ax.set_yticks(_level(MARKED_DEG), LATITUDES if ax is world else [""] * len(MARKED_DEG))
    edges = _level(np.linspace(-90, 90, round(180 / BAND_DEG) + 1))
    shares = [100 * country["people"] / country["people"].sum() for country in countries]
    for ax, country, share, (role, _, line) in zip(others, countries, shares, SLOTS, strict=False):
        ax.stairs(share, edges, orientation="horizontal", color=colour(role), linestyle=line)
        ax.set_xlim(0, 1.08 * np.max(shares))
        ax.set_xlabel("of 100 people,\nin 2° of latitude")
        ax.set_title(country["name"], fontsize=9)
    world.set_title("where pieces can fall", fontsize=9)
    _draw_bars(bars, countries)


def _draw_bars(ax, countries):
    for row, (country, (role, *_)) in enumerate(zip(countries, SLOTS, strict=False)):
        ax.barh(-row, country["times"], height=0.7, color=colour(role))
        ax.annotate(country["ratio"], (country["times"], -row), xytext=(4, 0), textcoords="offset points",
                    va="center", fontsize=9, fontweight="bold", color=colour(role))  # fmt: skip
    ax.axvline(1, color=colour("ink"), linewidth=1, linestyle="--")
    ax.set_xlim(0, max(2.5, 1.15 * max(country["times"] for country in countries)))
    ax.set_yticks([-row for row in range(len(countries))], [country["name"] for country in countries])
    ax.set_xlabel("risk of an average person, world's mean = 1")


def _level(latitude_deg):
    return np.sin(np.radians(latitude_deg))


def _draw_land(ax):
    longitude, latitude = land_outlines()
    ends = np.flatnonzero(np.isnan(longitude))
    for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True):
        ax.fill(longitude[first:last], _level(latitude[first:last]), facecolor=colour("earth"),
                edgecolor=colour("earth-edge"), linewidth=0.5)  # fmt: skip
    ax.set_xlim(-180, 180)
    ax.set_xticks([])


def _shade(ax, risks):
    from matplotlib.colors import BoundaryNorm, ListedColormap, to_rgba

    shades = ListedColormap([to_rgba(colour("debris"), opacity) for opacity in SHADES])
    norm = BoundaryNorm([0, *STEPS, MOST + 1], shades.N)
    edges = _level(np.linspace(-90, 90, len(risks) + 1))
    ax.pcolormesh(
        [0, 1], edges, np.ma.masked_equal(risks[:, None], 0), norm=norm, cmap=shades, zorder=1,
        transform=ax.get_yaxis_transform(),
    )  # fmt: skip
