"""Who carries the risk of an uncontrolled fall: chance and people by latitude, in print and in words."""

import numpy as np

from course.figures.borders import notes
from course.figures.palette import colour

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
HEAD = (
    "With {ink:$area} of casualty area a fall at {ink:$inclination degrees} costs {ink:$world casualties} in "
    "the world on average, $limit."
)
HEAD_NONE = "With {ink:0 m²} of casualty area nobody is hit, wherever it falls."
COUNTRY = (
    "$name: $share that it ends there; $expected casualties; $ratio times the world's mean risk for a person."
)
NEVER = "$name: the track never comes there."
OVER, WITHIN = "$times times the limit of 0.0001", "within the limit of 0.0001"
ALT = (
    "Three drawings. The first two have one axis of latitude. First, the chance that a given square "
    "kilometre is where the fall ends: $middle in a thousand million at the equator, growing towards $top "
    "degrees, zero beyond. Second, where people live, by 2 degrees of latitude: $people. Third, expected "
    "casualties, each line ten times the one before: $expected; the limit is 0.0001."
)
PEOPLE = "$name, $millions million people, $beyond of them where the track never comes"
AXES = {
    "chance": "chance for one km², in 1,000,000,000",
    "people": "million people in 2 degrees of latitude",
    "expected": "expected casualties",
}
NOTES = notes("$other casualties expected in Russia with 1,000 m²")
MORE = (
    " How much of the station would reach the ground is not known: the casualty area is a parameter, not a "
    "figure for the station. The limit for an uncontrolled re-entry is NASA's (NASA-STD-8719.14). People: "
    "places of 500 or more (GeoNames), raised to national totals, mostly of 2018. Areas disputed between "
    "India, China and Pakistan follow the map data (Natural Earth) and GeoNames; Taiwan is listed by itself."
)


def significant(number):
    """Return a number in two digits, never as a power of ten.

    Examples
    --------
    >>> significant(0.000323), significant(2.03), significant(171.1), significant(0)
    ('0.00032', '2.0', '170', '0')
    """
    if number == 0:
        return "0"
    digits, power = f"{number:.1e}".split("e")
    return f"{float(f'{digits}e{power}'):,.{max(0, 1 - int(power))}f}"


def percent(share):
    """Return a share in per cent, in two digits.

    Examples
    --------
    >>> percent(0.0191), percent(0.0058), percent(0)
    ('1.9 %', '0.58 %', '0 %')
    """
    return f"{significant(100 * share)} %"


def whole_percent(share):
    """Return a share in whole per cent, and never as nothing or all if it is not.

    Examples
    --------
    >>> whole_percent(0.754), whole_percent(0.0009), whole_percent(0), whole_percent(0.999)
    ('75 %', 'less than 1 %', 'none', 'more than 99 %')
    """
    if share < 1e-6:
        return "none"
    if share < 0.005:
        return "less than 1 %"
    return "all" if share > 1 - 1e-6 else "more than 99 %" if share > 0.995 else f"{100 * share:.0f} %"


def area(square_metres):
    """Return a casualty area in words.

    Examples
    --------
    >>> area(1000)
    '1,000 m²'
    """
    return f"{square_metres:,.0f} m²"


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
