"""Masses: of each module, in the state in which it is published, and of the whole station."""

from typing import TYPE_CHECKING, Literal

from course.data import read_table
from course.quantities import Moment, word
from course.station.modules import modules, record

if TYPE_CHECKING:
    from pandas import DataFrame


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


def _counted(states):
    return ", ".join(f"{count} {state}" for state, count in states.value_counts().sort_index().items())
