"""Risk by latitude: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.geography import land_outlines
from course.widgets.kit.palette import colour
from course.widgets.kit.words import parallels
from course.widgets.risk_by_latitude.words import Told

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SLOTS = (("speed", "●"), ("gravity", "◆"), ("period", "▲"))  # of the countries: role of the palette, sign
STEPS = (0.75, 1, 1.5, 2.5)  # of the shade: the risk at a place over that of the world's average person
SHADES = (0.16, 0.3, 0.48, 0.68, 0.9)  # opacity below the first step, between them, above the last
MOST = 3.0  # more is shaded alike
ACROSS, DOWN = 25, 4  # of the dots of 100 people, filled column by column from the north on
SEEN_FROM_DEG = 70.0  # longitude in the middle of the globe: Russia, India and China are seen
MARKED_DEG = (-60, -30, 0, 30, 60)


class Country(Told):
    """A country as it is drawn: what is said of it, and where 100 of its people live."""

    hundred_deg: NDArray[np.floating]


def boxes(countries: int) -> list[tuple[float, float, float, float]]:
    """Return the places of the world, of the people of the countries and of their bars within one axes."""
    tall = 0.5 / countries
    people = [(0.56, 0.5 - (i + 1) * tall, 0.44, 0.75 * tall) for i in range(countries)]
    return [(0, 0.04, 0.42, 0.9), *people, (0.56, 0.68, 0.42, 0.3)]


def draw(
    axes: Sequence["Axes"],
    risks: NDArray[np.floating],
    countries: Sequence[Country],
    *,
    limits_deg: Sequence[float],
) -> None:
    """Draw where pieces can fall on a map of equal areas, what an average person risks, and 100 people.

    Parameters
    ----------
    axes : sequence of matplotlib.axes.Axes
        The first for the map, one for each country, the last for the bars.
    risks : ndarray of shape (n,)
        At a place over that of the world's average person, at even steps of latitude from pole to pole.
    countries : sequence of dict
        name, hundred_deg (where 100 of its people live, from north to south), times and ratio (in words).
    limits_deg : sequence of float
        Southernmost and northernmost latitude of the pieces.
    """
    world, *others, bars = axes
    _draw_land(world)
    _shade(world, risks)
    for limit in limits_deg:
        world.axhline(_level(limit), color=colour("ink"), linewidth=1)
    world.set_ylim(-1, 1)
    world.set_yticks(_level(MARKED_DEG), parallels(MARKED_DEG))
    world.set_title("where pieces can fall", fontsize=9)
    for ax, country, (role, _) in zip(others, countries, SLOTS, strict=False):
        _draw_people(ax, country["hundred_deg"], risks, limits_deg)
        ax.set_ylabel(country["name"], rotation=0, ha="right", va="center", fontsize=9, color=colour(role))
    others[0].set_title("100 people of each, from north to south", fontsize=9)
    _draw_bars(bars, countries)


def _draw_people(ax, latitudes_deg, risks, limits_deg):
    """Draw a dot for each of 100 people, shaded by the risk where they live, empty where nothing falls."""
    from matplotlib.colors import to_rgba

    at = np.interp(latitudes_deg, np.linspace(-90, 90, len(risks)), risks)
    shades = [to_rgba(colour("debris"), SHADES[step]) for step in np.searchsorted(STEPS, at, "right")]
    south, north = limits_deg
    empty = (latitudes_deg < south) | (latitudes_deg > north)
    faces = [(0, 0, 0, 0) if none else shade for none, shade in zip(empty, shades, strict=True)]
    edges = [colour("ghost" if none else "debris") for none in empty]
    column, row = np.divmod(np.arange(len(latitudes_deg)), DOWN)
    ax.scatter(column, -row, s=22, facecolors=faces, edgecolors=edges, linewidths=0.6)
    ax.set(xlim=(-1, ACROSS), ylim=(-DOWN, 1), xticks=[], yticks=[])
    for side in ax.spines.values():
        side.set_visible(False)


def _draw_bars(ax, countries):
    for row, (country, (role, _)) in enumerate(zip(countries, SLOTS, strict=False)):
        ax.barh(-row, country["times"], height=0.7, color=colour(role))
    ax.axvline(1, color=colour("ink"), linewidth=1, linestyle="--")
    ax.set_xlim(0, max(2.5, 1.15 * max(country["times"] for country in countries)))
    names = [f"{country['name']}  {country['ratio']}" for country in countries]
    ax.set_yticks([-row for row in range(len(countries))], names)
    ax.set_title("risk of an average person, world's mean = 1", fontsize=9)


def _level(latitude_deg):
    return np.sin(np.radians(latitude_deg))


def _draw_land(ax):
    longitude, latitude = land_outlines()
    ends = np.flatnonzero(np.isnan(longitude))
    for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True):
        ax.fill(longitude[first:last], _level(latitude[first:last]), facecolor=colour("land"),
                edgecolor=colour("land-edge"), linewidth=0.5)  # fmt: skip
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
