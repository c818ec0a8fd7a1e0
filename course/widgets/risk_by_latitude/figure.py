"""Risk by latitude: the drawing in print."""

import numpy as np

from course.widgets.kit.palette import colour

SLOTS = (  # of the countries compared: role of the palette, sign, and how the line is drawn
    ("speed", "●", "o", "-"),
    ("gravity", "◆", "D", "--"),
    ("period", "▲", "^", ":"),
)
FULL_SCALE = 12.0  # chances in a thousand million per km2: the last kilometres before the turn have more
SHOWN_DEG = (-60, 90)  # latitudes; nobody lives farther south
BAND_DEG = 2.0
LEAST_EXPECTED, MOST_EXPECTED = 1e-6, 1.0  # ends of the axis of expected casualties
LIMIT = "0.0001"  # expected casualties, NASA-STD-8719.14: one in 10,000
AXES = {
    "chance": "chance for one km², in 1,000,000,000",
    "people": "million people in 2 degrees of latitude",
    "expected": "expected casualties",
}


def draw(axes, curve, countries, *, world, top_deg):
    """Draw the chance by latitude, the people by latitude and the expected casualties.

    Parameters
    ----------
    axes : sequence of three matplotlib.axes.Axes
        The first two should be of the same height.
    curve : (ndarray, ndarray)
        Latitude in degrees, and the chance of a km2 there in a thousand million.
    countries : sequence of dict
        name, people (in bands of 2 degrees from the south pole on), mean (chance of the average person,
        in a thousand million) and expected (casualties), at most three.
    world : dict
        mean and expected of the whole world.
    top_deg : float
        Turning latitude.
    """
    chance_ax, people_ax, expected_ax = axes
    chance_ax.fill_betweenx(*curve, color=colour("ghost"), alpha=0.5, linewidth=0)
    chance_ax.plot(curve[1], curve[0], color=colour("ink"), linewidth=1.5)
    chance_ax.axvline(world["mean"], color=colour("ink"), linewidth=1, linestyle=(0, (1, 3)))
    edges = np.linspace(-90, 90, round(180 / BAND_DEG) + 1)
    rows = [("the world", world["expected"], "ink", "s")]
    for country, (role, _, marker, style) in zip(countries, SLOTS, strict=False):
        tint = {"color": colour(role), "linestyle": style}
        people_ax.stairs(country["people"] / 1e6, edges, orientation="horizontal", linewidth=1.5, **tint,
                         label=country["name"])  # fmt: skip
        lived = np.flatnonzero((country["people"] > 0) & (edges[:-1] < top_deg))
        if len(lived):
            span = edges[lived[0]], min(edges[lived[-1] + 1], top_deg)
            chance_ax.plot([country["mean"]] * 2, span, linewidth=2, **tint)
            chance_ax.plot(country["mean"], np.mean(span), marker, color=colour(role))
        rows.append((country["name"], country["expected"], role, marker))
    for ax in (chance_ax, people_ax):
        ax.axhline(top_deg, color=colour("ink"), linewidth=1)
        ax.set_ylim(*SHOWN_DEG)
        ax.set_yticks(range(-60, 91, 30), ["60° S", "30° S", "equator", "30° N", "60° N", "90° N"])
    chance_ax.set_xlim(0, FULL_SCALE)
    chance_ax.set_xlabel(AXES["chance"])
    people_ax.set_xlim(0)
    people_ax.set_xlabel(AXES["people"])
    people_ax.legend(fontsize=9)
    _draw_expected(expected_ax, rows)


def _draw_expected(ax, rows):
    ax.set_xscale("log")
    ax.set_xlim(LEAST_EXPECTED, MOST_EXPECTED)
    for place, (_, expected, role, marker) in enumerate(rows):
        if expected > 0:
            ax.plot([LEAST_EXPECTED, expected], [place, place], color=colour(role), linewidth=1.5)
            ax.plot(expected, place, marker, color=colour(role))
    ax.axvline(float(LIMIT), color=colour("ink"), linewidth=1, linestyle="--")
    ax.annotate(f"limit {LIMIT}", (float(LIMIT), -0.8), xytext=(4, 0), textcoords="offset points", fontsize=8)
    ax.set_ylim(len(rows) - 0.5, -1.2)
    ax.set_yticks(range(len(rows)), [name for name, *_ in rows])
    ax.set_xlabel(AXES["expected"])
