"""How the station grew: its outline in two views, and what grew with it, in print and in words."""

import numpy as np

from course.figures.owners import OWNERS, built, key, paint
from course.figures.palette import colour
from course.history import DAYS_PER_YEAR

SENTENCE = (
    "{ink:$day}, $since after Zarya: $what. The station has {ink:$modules}, with {ink:$listed} of listed "
    "mass: $us % of it in the US segment, $russian % in the Russian."
)
FIRST = "{ink:$day}: {american:Zarya} is launched, the first module, with {ink:$listed} of listed mass."
ALT = (
    "Drawings of the station on $day to scale, from above and from the side: $modules, $long m along the "
    "flight and $wide m across. $plain. Beside them, from 1998 to 2026: listed mass by owner ($masses), the "
    "number of modules, and the volume of the cylinders, $volume."
)
VIEW_WORDS = {"above": "from above, forward is up", "side": "from starboard, forward is right"}
CHARTS = {
    "mass": "Listed mass, t",
    "modules": "Modules",
    "volume": "Volume of the cylinders, m³",
}
NOTE = (
    "Point at a module to read its name. To scale, schematic, without ships. Listed masses: sums over single "
    "modules, without the racks, stores, propellant and ships that came later. They are not the mass of the "
    "station, which the diamonds give: $marks. The volume is that of cylinders with the listed length and "
    "diameter: outside, walls and machines included."
)
HEAD = {
    "day": "Day",
    "rate": "one change a second",
    "published": "NASA, whole station",
    "scale": "10 m",
}
FULL_T, FULL_MODULES, FULL_M3 = 500, 40, 2000  # ends of the axes


def listed(words):
    """Return words as a list in a sentence.

    Examples
    --------
    >>> listed(["Tranquility", "Cupola"])
    'Tranquility and Cupola'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def since(days):
    """Return a time in words: days at first, then years to a tenth.

    Examples
    --------
    >>> since(17), since(8407)
    ('17 days', '23.0 years')
    """
    return f"{days} days" if days < DAYS_PER_YEAR else f"{days / DAYS_PER_YEAR:.1f} years"


def published(masses):
    """Return the published masses of the whole station in words, those of one kind together.

    Parameters
    ----------
    masses : sequence of tuple
        (what was weighed, when, t).

    Examples
    --------
    >>> published([("all", "2022", 445.386), ("all", "2023", 461.235)])
    'all, 445.4 t (2022), 461.2 t (2023)'
    """
    kinds = dict.fromkeys(what for what, *_ in masses)
    said = (
        "".join(f", {tonnes:.1f} t ({when})" for what, when, tonnes in masses if what == kind)
        for kind in kinds
    )
    return "; ".join(kind + of_it for kind, of_it in zip(kinds, said, strict=True))


def happened(joined, moved, left, folded, roles):
    """Return in words what changed on a day.

    Parameters
    ----------
    joined, left, folded : sequence of str
        Modules that came, that left for good, and whose wings were folded.
    moved : sequence of tuple of str
        Modules that moved, and what they hang on since.
    roles : dict of str to str
        Module to the role of its owner in the palette.

    Examples
    --------
    >>> happened(["Nauka"], [], [], [], {"Nauka": "russian"})
    '{russian:Nauka} joins'
    >>> happened([], [("P6", "P5")], [], [], {"P6": "american"})
    '{american:P6} moves to P5'
    """

    def named(names):
        return listed([f"{{{roles[name]}:{name}}}" for name in names])

    said = [f"{named(joined)} {'joins' if len(joined) == 1 else 'join'}"] if joined else []
    said += [f"{named([name])} moves to {parent}" for name, parent in moved]
    said += [f"{named(left)} leaves"] if left else []
    said += [f"the wings of {named(folded)} are folded"] if folded else []
    return listed(said)


def draw(ax, shapes, *, view):
    """Draw the bodies of the station in one view.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    shapes : list of tuple
        (module, owner, is it flat, is it new, outline in m), what is nearest last.
    view : {"above", "side"}
    """
    from matplotlib.patches import Polygon

    for module, owner, flat, new, outline in shapes:
        look = paint(owner, built(module, owner)) | ({"alpha": 0.45} if flat else {})
        if new:
            look |= {"edgecolor": colour("ink"), "linewidth": 2}
        ax.add_patch(Polygon(outline, **look))
    ax.set_aspect("equal")
    ax.autoscale_view()
    ax.invert_yaxis()
    ax.set_title(VIEW_WORDS[view], fontsize=9, color=colour("quiet"))
    ax.axis("off")


def draw_key(ax, modules):
    """Explain colours and patterns; `modules` gives each module's owner."""
    from matplotlib.patches import Patch

    handles = [Patch(**paint(owner, builder), label=words)
               for owner, builder, words in key(modules.values(), modules)]  # fmt: skip
    ax.legend(handles=handles, loc="upper left", fontsize=8, frameon=False)


def draw_growth(axes, years, table, *, now, marks):
    """Draw what grew: listed mass by owner, modules, and volume, as steps.

    Parameters
    ----------
    axes : sequence of three matplotlib.axes.Axes
    years : ndarray of shape (n + 1,)
        When the station changed, and the end of the record.
    table : dict
        mass_t (n, owners), owners, modules (n,), volume_m3 (n,).
    now : int
        The change that is shown.
    marks : list of tuple
        (first year, last year, t) of published masses of the whole station.
    """
    mass_ax, module_ax, volume_ax = axes
    stacked = np.zeros(len(years))
    for at, owner in enumerate(table["owners"]):
        column = np.append(table["mass_t"][:, at], table["mass_t"][-1, at])
        mass_ax.fill_between(years, stacked, stacked + column, step="post", **paint(owner, owner),
                             label=OWNERS[owner].name)  # fmt: skip
        stacked = stacked + column
    for first, last, tonnes in marks:
        mass_ax.plot([first, last], [tonnes] * 2, "D-", color=colour("ink"), markersize=4, linewidth=1)
    for ax, name in ((module_ax, "modules"), (volume_ax, "volume_m3")):
        values = np.append(table[name], table[name][-1])
        ax.step(years, values, where="post", color=colour("ink"))
    for ax, name, full in zip(axes, CHARTS.values(), (FULL_T, FULL_MODULES, FULL_M3), strict=True):
        ax.axvline(years[now], color=colour("quiet"), linewidth=1)
        ax.set_ylim(0, full)
        ax.set_title(name, fontsize=9, loc="left")
