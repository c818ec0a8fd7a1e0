"""Modules of the station: which there were, which were there on a date, and what each hangs on."""

import csv
import io
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from course.data import read_table, read_text
from course.quantities import Moment, instant, text

if TYPE_CHECKING:
    from pandas import DataFrame

AS_OF = np.datetime64("2026-06-08")  # the last day of which the course knows facts
FIRST_DAY = np.datetime64("1998-11-20")  # Zarya is launched
ROOT = "Zarya"


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
    return _present(day_known(date)).copy()


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
    parents = parents_of(modules(date))
    if text("name", name, such_as="Zarya") not in parents:
        raise ValueError(
            f"{name!r} is no module of the station on {day_known(date)}: use one of {list(parents)}"
        )
    return way_to_root(name, parents)


def joints(date: Moment | None = None) -> tuple[str, ...]:
    """Return every joint of the station on a date, as `parts` takes it, in the order in which they were made.

    Each is written as in `CUTS`: first the module on the side of the US segment.

    Examples
    --------
    >>> joints("2000-11-02")
    ('PMA-1/Zarya', 'Unity/PMA-1', 'PMA-2/Unity', 'Zarya/Zvezda', 'Z1/Unity', 'PMA-3/Unity')
    """
    parents = parents_of(modules(date))
    pairs = []
    for child in filter(parents.get, parents):
        outward = (child, parents[child])
        pairs.append(outward if "PMA-1" in way_to_root(child, parents) else outward[::-1])
    return tuple("/".join(pair) for pair in pairs)


def day_known(date: Moment | None) -> np.datetime64:
    """Return a day, `AS_OF` for None, if the course knows the station on it."""
    day = AS_OF if date is None else instant("date", date).astype("datetime64[D]")
    if day < FIRST_DAY:
        raise ValueError(f"there was no station on {day}: its first module was launched on {FIRST_DAY}")
    if day > AS_OF:
        raise ValueError(f"the course knows the station until {AS_OF} (got {day})")
    return day


def parents_of(present: "DataFrame") -> dict[str, str]:
    """Return for each row of `modules` what it hangs on."""
    return dict(zip(present["name"], present["parent"], strict=True))


def way_to_root(name: str, parents: dict[str, str]) -> list[str]:
    """Return the chain from a module to the root, by what `parents_of` gives: `root_path` reads a date."""
    path = [name]
    while path[-1] != ROOT:
        path.append(parents[path[-1]])
    return path
