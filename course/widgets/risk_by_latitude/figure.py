"""Risk by latitude: the drawing in print."""

import numpy as np

from course.geography import land_outlines
from course.widgets.kit.palette import colour

SLOTS = (  # of the countries compared: role of the palette, sign, and how the line is drawn
    ("speed", "●", "-"),
    ("gravity", "◆", "--"),
    ("period", "▲", ":"),
)
FULL_SCALE = 8.0  # chances in a thousand million per km2 that are shaded most: few places have more
BAND_DEG = 2.0
SEEN_FROM_DEG = 70.0  # longitude in the middle of the globe: Russia, India and China are seen
MARKED_DEG = (-60, -30, 0, 30, 60)
LATITUDES = ("60° S", "30° S", "equator", "30° N", "60° N")
PALEST, DARKEST = 0.1, 0.85  # opacity of the shade


def boxes(countries):
    """Return the places of the world and of the countries within axes that hold them all."""
    wide = 0.5 / countries
    return [(0, 0, 0.42, 1), *((0.5 + i * wide, 0, 0.86 * wide, 1) for i in range(countries))]


def draw(axes, chance, countries, *, limits_deg):
    """Draw where pieces can fall on a map of equal areas, and on its latitudes where people live.

    Parameters
    ----------
    axes : sequence of matplotlib.axes.Axes
        The first for the map, one for each country.
    chance : ndarray of shape (n,)
        Of a km2, in a thousand million, at even steps of latitude from pole to pole.
    countries : sequence of dict
        name, people (in bands of 2 degrees from the south pole on), ratio and of_many (in words).
    limits_deg : sequence of float
        Southernmost and northernmost latitude of the pieces.
    """
    world, *others = axes
    _draw_land(world)
    for ax in axes:
        _shade(ax, chance)
        for limit in limits_deg:
            ax.axhline(_level(limit), color=colour("ink"), linewidth=1)
        ax.set_ylim(-1, 1)
        ax.set_yticks(_level(MARKED_DEG), LATITUDES if ax is world else [""] * len(MARKED_DEG))
    edges = _level(np.linspace(-90, 90, round(180 / BAND_DEG) + 1))
    for ax, country, (role, _, line) in zip(others, countries, SLOTS, strict=False):
        most = country["people"].max() / 1e6
        ax.stairs(
            country["people"] / 1e6, edges, orientation="horizontal", color=colour(role), linestyle=line
        )
        ax.set_xlim(0, 1.08 * most)
        ax.set_xlabel("million people\nin 2° of latitude")
        ax.set_title(
            f"{country['name']}\nrisk {country['ratio']}\n{country['of_many']} of 1,000 hit", fontsize=9
        )
    world.set_title("where pieces can fall", fontsize=9)


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


def _shade(ax, chance):
    from matplotlib.colors import LinearSegmentedColormap, to_rgba

    shades = [to_rgba(colour("debris"), opacity) for opacity in (PALEST, DARKEST)]
    edges = _level(np.linspace(-90, 90, len(chance) + 1))
    ax.pcolormesh(
        [0, 1], edges, np.ma.masked_equal(chance[:, None], 0), vmin=0, vmax=FULL_SCALE, zorder=1,
        cmap=LinearSegmentedColormap.from_list("shade", shades), transform=ax.get_yaxis_transform(),
    )  # fmt: skip
