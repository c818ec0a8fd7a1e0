"""Station graph: modules, what each hangs on and weighs, and what a cut takes from each side.

Facts end on `AS_OF`. A date means that day, UTC; a module counts from the day it joined the station, not from
its launch, until the day before it left. Masses are those of single modules, each with its state, without the
racks, stores, propellant and ships that came later: their sum is *not* the mass of the station, which
`station_masses` gives.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from course.data import read_table, read_text
from course.quantities import Moment, instant, text, word

if TYPE_CHECKING:
    from pandas import DataFrame

AS_OF = np.datetime64("2026-06-08")  # the last day of which the course knows facts
FIRST_DAY = np.datetime64("1998-11-20")  # Zarya is launched
ROOT = "Zarya"

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


def record() -> "DataFrame":
    """Return every module that ever was a part of the station, one row each, in the order of joining.

    Returns
    -------
    DataFrame
        name, owner, builder, segment ("US", "Russian"), launched, launcher, joined, removed (NaT: still
        there), mass_kg, mass_state ("launch", "dry", "in orbit"), other_masses, length_m, diameter_m,
        source, confidence.

    Examples
    --------
    >>> record().set_index("name").loc["Zarya", ["segment", "owner"]].tolist()
    ['Russian', 'USA']
    """
    return read_table("modules.csv", dates=("launched", "joined", "removed"))


def lines() -> list[dict[str, str | int | None]]:
    """Return every module that ever was a part of the station as a plain dictionary, for sums by hand.

    Days are text such as "1998-11-20"; ``removed`` is None for a module that is still there.

    Examples
    --------
    >>> lines()[0] == {"name": "Zarya", "owner": "USA", "segment": "Russian", "launched": "1998-11-20",
    ...                "joined": "1998-11-20", "removed": None, "mass_kg": 19323}
    True
    """
    columns = ("name", "owner", "segment", "launched", "joined", "removed", "mass_kg")
    table = csv.DictReader(io.StringIO(read_text("modules.csv")))
    return [
        {name: line[name] or None for name in columns} | {"mass_kg": int(line["mass_kg"])} for line in table
    ]


def modules(date: Moment | None = None) -> "DataFrame":
    """Return the modules of the station on a date, in the order in which they joined.

    Parameters
    ----------
    date : str, date, datetime or datetime64, optional
        From 1998-11-20 to `AS_OF`, the default; a ValueError before and after.

    Returns
    -------
    DataFrame
        The columns of `record`, and where each hangs that day: parent ("" for Zarya, the root) and port.

    Examples
    --------
    >>> len(modules("2000-11-02")), len(modules("2022-03-05"))      # the first crew; the clip
    (7, 35)
    """
    return _present(_day(date)).copy()


@cache
def _present(day):
    table = record()
    there = (table["joined"] <= day) & ~(table["removed"] <= day)
    moves = read_table("attachments.csv", dates=("since",))
    latest = moves[moves["since"] <= day].sort_values("since", kind="stable").groupby("module").last()
    found = table[there].merge(latest[["parent", "port"]], left_on="name", right_index=True)
    return found.sort_values("joined", kind="stable").reset_index(drop=True)


def root_path(name: str, date: Moment | None = None) -> list[str]:
    """Return the chain of modules from one to Zarya, the root.

    Examples
    --------
    >>> root_path("Columbus", "2022-03-05")
    ['Columbus', 'Harmony', 'Destiny', 'Unity', 'PMA-1', 'Zarya']
    """
    parents = _parents(modules(date))
    if text("name", name, such_as="Zarya") not in parents:
        raise ValueError(f"{name!r} is no module of the station on {_day(date)}: use one of {list(parents)}")
    return _path(name, parents)


def joints(date: Moment | None = None) -> tuple[str, ...]:
    """Return every joint of the station on a date, as `parts` takes it, in the order in which they were made.

    Each is written as in `CUTS`: first the module on the side of the US segment.

    Examples
    --------
    >>> joints("2000-11-02")
    ('PMA-1/Zarya', 'Unity/PMA-1', 'PMA-2/Unity', 'Zarya/Zvezda', 'Z1/Unity', 'PMA-3/Unity')
    """
    parents = _parents(modules(date))
    pairs = []
    for child in filter(parents.get, parents):
        outward = (child, parents[child])
        pairs.append(outward if "PMA-1" in _path(child, parents) else outward[::-1])
    return tuple("/".join(pair) for pair in pairs)


def masses() -> "DataFrame":
    """Return every mass that is published for each module, one row each.

    Returns
    -------
    DataFrame
        name, state, mass_kg, used (whether `modules` shows this one).

    Examples
    --------
    >>> zvezda = masses().query("name == 'Zvezda'")
    >>> sorted(zvezda["mass_kg"].tolist())      # dry, at launch, in orbit, at launch
    [19051, 20295, 20320, 22776]
    """
    import pandas as pd

    rows = []
    for one in record().to_dict("records"):
        rows.append((one["name"], one["mass_state"], one["mass_kg"], True))
        for other in filter(None, one["other_masses"].split("; ")):
            kilograms, state = other.split(" ", 1)
            rows.append((one["name"], state, int(kilograms), False))
    return pd.DataFrame(rows, columns=["name", "state", "mass_kg", "used"])


def listed_masses(
    date: Moment | None = None, *, by: Literal["segment", "owner", "builder"] = "segment"
) -> "DataFrame":
    """Return the sum of the listed masses for each segment or owner on a date: not what the station weighs.

    Parameters
    ----------
    date : str, date, datetime or datetime64, optional
    by : {"segment", "owner", "builder"}

    Returns
    -------
    DataFrame
        Index: segment, owner or builder; columns modules (their number), listed_kg, share (of the listed
        mass) and states (how many masses of each state are in the sum).

    Examples
    --------
    >>> listed_masses("2022-03-05")["listed_kg"].to_dict()
    {'US': 240292, 'Russian': 72628}
    """
    groups = modules(date).groupby(word("by", by, ("segment", "owner", "builder")))
    table = groups.agg(modules=("name", "size"), listed_kg=("mass_kg", "sum"))
    table["share"] = table["listed_kg"] / table["listed_kg"].sum()
    table["states"] = groups["mass_state"].agg(_counted)
    return table.sort_values("listed_kg", ascending=False)


def station_masses() -> "DataFrame":
    """Return published masses of the whole station: when, day, mass_kg, what, source.

    The day is that of the figure or, where it names none, the one on which it was printed.

    Examples
    --------
    >>> station_masses()["mass_kg"].tolist()
    [419725, 445386, 461235, 473413, 459325, 473264]
    """
    return read_table("station_masses.csv", dates=("day",))


def functions(date: Moment | None = None) -> "DataFrame":
    """Return which module provides which function on a date: function, module, level, since, until, how."""
    day = _day(date)
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
    parents = _parents(present)
    first, second = _joint(cut, parents, date)
    child = first if parents[first] == second else second
    beyond = {name for name in parents if child in _path(name, parents)}
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
        f"cut must name two modules that are joined on {_day(date)}: try {', '.join(CUTS)} (got {cut!r})"
    )


def _parents(present):
    return dict(zip(present["name"], present["parent"], strict=True))


def _path(name, parents):
    path = [name]
    while path[-1] != ROOT:
        path.append(parents[path[-1]])
    return path


def _counted(states):
    return ", ".join(f"{count} {state}" for state, count in states.value_counts().sort_index().items())


def _day(date):
    day = AS_OF if date is None else instant("date", date).astype("datetime64[D]")
    if day < FIRST_DAY:
        raise ValueError(f"there was no station on {day}: its first module was launched on {FIRST_DAY}")
    if day > AS_OF:
        raise ValueError(f"the course knows the station until {AS_OF} (got {day})")
    return day
