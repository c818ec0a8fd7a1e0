"""Parts: the two sides of a cut, and what each can do without the other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.data import read_table
from course.quantities import Moment, text
from course.station.modules import day_known, modules, parents_of, way_to_root

if TYPE_CHECKING:
    from pandas import DataFrame

CUTS = {  # how the two sides hold together
    "PMA-1/Zarya": "docking hooks (APAS), described as permanent; power and data run across and outside",
    "Zarya/Zvezda": "the docking port at which Zvezda arrived on 26 July 2000",
    "Zvezda/Nauka": "the docking port that Pirs left on 26 July 2021 to make room",
}
FUNCTIONS = (
    *("power", "gyroscopes", "propulsion", "reboost", "refuelling"),
    *("life support", "radio", "crew return"),
)
LEVELS = ("main", "own", "with a ship")  # for the whole station; for itself; only while a ship is docked


@dataclass(frozen=True)
class Part:
    """One side of a cut.

    Attributes
    ----------
    name : str
        The module at the cut.
    modules : tuple of str
        In the order in which they joined.
    mass_kg : float
        Sum of the listed masses of its modules, in their several states: less than it weighs in orbit.
    functions : dict
        Function to level: "main" (it serves the whole station today), "own" (for itself, or less than that),
        "with a ship" (only while the right ship is docked).
    lacks : tuple of str
        The functions that no module of this part provides.
    """

    name: str
    modules: tuple[str, ...]
    mass_kg: float
    functions: dict[str, str]
    lacks: tuple[str, ...]


def functions(date: Moment | None = None) -> "DataFrame":
    """Return which module provides which function on a date: function, module, level, since, until, how."""
    day = day_known(date)
    table = read_table("functions.csv", dates=("since", "until"))
    there = (table["since"] <= day) & ~(table["until"] <= day)
    return table[there].reset_index(drop=True)


def parts(date: Moment | None = None, *, cut: str = "PMA-1/Zarya") -> tuple[Part, Part]:
    """Return the two parts into which a cut divides the station.

    Parameters
    ----------
    date : str, date, datetime or datetime64, optional
    cut : str
        The two modules at the joint. Any joint of that day will do; `CUTS` names the three of the course.

    Returns
    -------
    tuple of Part
        The first part holds the module that is named first.

    Raises
    ------
    ValueError
        If the two modules are not joined that day.

    Examples
    --------
    >>> us, russian = parts(cut="PMA-1/Zarya")
    >>> us.lacks, russian.lacks
    (('propulsion', 'refuelling'), ('gyroscopes',))
    """
    present = modules(date)
    parents = parents_of(present)
    first, second = _joint(cut, parents, date)
    child = first if parents[first] == second else second
    beyond = {name for name in parents if child in way_to_root(name, parents)}
    sides = {child: beyond, parents[child]: set(parents) - beyond}
    provided = functions(date)
    one, other = (
        _part(name, present[present["name"].isin(sides[name])], provided) for name in (first, second)
    )
    return one, other


def cut_table(date: Moment | None = None, *, cut: str = "PMA-1/Zarya") -> "DataFrame":
    """Return the functions of the two parts of a cut side by side, one row for each function.

    A cell is a level or "none"; the columns are named after the modules at the cut.

    Examples
    --------
    >>> cut_table(cut="PMA-1/Zarya").loc["reboost"].tolist()
    ['with a ship', 'main']
    """
    import pandas as pd

    sides = parts(date, cut=cut)
    cells = {side.name: [side.functions.get(one, "none") for one in FUNCTIONS] for side in sides}
    return pd.DataFrame(cells, index=pd.Index(FUNCTIONS, name="function"))


def _part(name, present, provided):
    ours = provided[provided["module"].isin(present["name"])]
    levels = {one: set(ours.loc[ours["function"] == one, "level"]) for one in FUNCTIONS}
    best = {one: next((level for level in LEVELS if level in levels[one]), None) for one in FUNCTIONS}
    return Part(
        name=name,
        modules=tuple(present["name"]),
        mass_kg=float(present["mass_kg"].sum()),
        functions={one: level for one, level in best.items() if level},
        lacks=tuple(one for one, level in best.items() if level is None),
    )


def _joint(cut, parents, date):
    """Return the two modules of a joint in the order of the text; names may hold a slash too (P3/P4)."""
    wanted = text("cut", cut, such_as="PMA-1/Zarya").replace(" ", "").casefold()
    for child, parent in parents.items():
        for pair in ((child, parent), (parent, child)):
            if parent and "/".join(pair).replace(" ", "").casefold() == wanted:
                return pair
    raise ValueError(
        f"cut must name two modules that are joined on {day_known(date)}: try {', '.join(CUTS)} (got {cut!r})"
    )
