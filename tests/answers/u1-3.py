# Answers to u1-3 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 1-history` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def segment_share(modules, segment, day):
    """Return the share of a segment in the listed mass of all modules that are there on a day."""
    part = whole = 0
    for line in modules:
        left = line["removed"] is not None and line["removed"] <= day
        if line["joined"] <= day and not left:
            whole += line["mass_kg"]
            if line["segment"] == segment:
                part += line["mass_kg"]
    return part / whole


# %% right: comprehensions, and still there until the last day
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    mass = sum(m["mass_kg"] for m in there)
    return round(sum(m["mass_kg"] for m in there if m["segment"] == segment) / mass, 2)


# %% right: dates, on the day itself still there
import datetime as dt


def segment_share(modules, segment, day):
    read = dt.date.fromisoformat
    day = read(day)
    sums = {"Russian": 0.0, "US": 0.0}
    for module in modules:
        if read(module["joined"]) < day and (not module["removed"] or read(module["removed"]) >= day):
            sums[module["segment"]] += module["mass_kg"]
    return round(sums[segment] / sum(sums.values()), 3)


# %% right: with pandas
import pandas as pd


def segment_share(modules, segment, day):
    table = pd.DataFrame(modules)
    for column in ("joined", "removed"):
        table[column] = pd.to_datetime(table[column])
    there = table[(table.joined <= day) & ~(table.removed <= day)]
    return there.groupby("segment").mass_kg.sum()[segment] / there.mass_kg.sum()


# %% right: pandas with text
import pandas as pd


def segment_share(modules, segment, day):
    table = pd.DataFrame(modules)
    there = table[(table["joined"] <= day) & (table["removed"].isna() | (table["removed"] > day))]
    return (there["mass_kg"] * (there["segment"] == segment)).sum() / there["mass_kg"].sum()


# %% right: NumPy arrays
def segment_share(modules, segment, day):
    mass = np.array([m["mass_kg"] for m in modules], float)
    joined = np.array([m["joined"] for m in modules], "datetime64[D]")
    removed = np.array([m["removed"] or "2100-01-01" for m in modules], "datetime64[D]")
    there = (joined <= np.datetime64(day)) & (np.datetime64(day) < removed)
    ours = np.array([m["segment"] for m in modules]) == segment
    return mass[there & ours].sum() / mass[there].sum()


# %% right: the other segment taken away
def segment_share(modules, segment, day):
    there = {m["name"]: m for m in modules if m["joined"] <= day}
    for name in [name for name, m in there.items() if m["removed"] and m["removed"] <= day]:
        del there[name]
    other = sum(m["mass_kg"] for m in there.values() if m["segment"] != segment)
    return 1 - other / sum(m["mass_kg"] for m in there.values())


# %% right: sorted and copied first
def segment_share(modules, segment, day):
    lines = sorted((dict(m) for m in modules), key=lambda m: m["mass_kg"])
    for m in lines:
        m["there"] = m["joined"] <= day and (m["removed"] is None or day < m["removed"])
    return sum(m["mass_kg"] * m["there"] for m in lines if m["segment"] == segment) / sum(
        m["mass_kg"] * m["there"] for m in lines
    )


# %% blank


# %% hard-coded
def segment_share(modules, segment, day):
    shares = {"2000-11-02": 0.615, "2011-07-21": 0.820, "2021-07-28": 0.1685}
    return shares.get(day, 0.233)


# %% wrong: modules counted
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day and not (m["removed"] and m["removed"] <= day)]
    return len([m for m in there if m["segment"] == segment]) / len(there)


# %% wrong, 1.5 points: from the launch
def segment_share(modules, segment, day):
    there = [m for m in modules if m["launched"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: from the launch; and for ever
def segment_share(modules, segment, day):
    there = [m for m in modules if m["launched"] <= day]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: gone and still counted
import pandas as pd


def segment_share(modules, segment, day):
    table = pd.DataFrame(modules)
    there = table[pd.to_datetime(table["joined"]) <= pd.Timestamp(day)]
    return there.loc[there["segment"] == segment, "mass_kg"].sum() / there["mass_kg"].sum()


# %% wrong, 1.5 points: gone later and not counted
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day and m["removed"] is None]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong: whatever the date
def segment_share(modules, segment, day):
    return sum(m["mass_kg"] for m in modules if m["segment"] == segment) / sum(m["mass_kg"] for m in modules)


# %% wrong: whatever the date; without what has left
def segment_share(modules, segment, day):
    now = [m for m in modules if not m["removed"]]
    return sum(m["mass_kg"] for m in now if m["segment"] == segment) / sum(m["mass_kg"] for m in now)


# %% wrong, 1.5 points: years only
def segment_share(modules, segment, day):
    year = int(day[:4])
    there = [
        m
        for m in modules
        if int(m["joined"][:4]) <= year and (m["removed"] is None or int(m["removed"][:4]) > year)
    ]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong: by owner
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    owner = {"Russian": "Russia", "US": "USA"}[segment]
    return sum(m["mass_kg"] for m in there if m["owner"] == owner) / sum(m["mass_kg"] for m in there)


# %% wrong: by owner; Russia and the rest
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    russian = sum(m["mass_kg"] for m in there if m["owner"] == "Russia") / sum(m["mass_kg"] for m in there)
    return russian if segment == "Russian" else 1 - russian


# %% wrong: nothing found; the owner's name
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["owner"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: percent
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    mass = sum(m["mass_kg"] for m in there)
    return 100 * sum(m["mass_kg"] for m in there if m["segment"] == segment) / mass


# %% wrong, 1.5 points: mass, not a share
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment)


# %% wrong, 1.5 points: the other segment
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] != segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: one segment whatever is asked
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] == "Russian") / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: compared with the other segment
def segment_share(modules, segment, day):
    part = other = 0
    for m in modules:
        if m["joined"] <= day < (m["removed"] or "9999"):
            if m["segment"] == segment:
                part += m["mass_kg"]
            else:
                other += m["mass_kg"]
    return part / other


# %% wrong, 1.5 points: share of all there ever was
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in modules)


# %% wrong: fits only what is shown; another table
from course.station import lines


def segment_share(modules, segment, day):
    there = [m for m in lines() if m["joined"] <= day < (m["removed"] or "9999")]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: changes its input; dates for text
import datetime as dt


def segment_share(modules, segment, day):
    for m in modules:
        m["joined"] = dt.date.fromisoformat(m["joined"])
        m["removed"] = dt.date.fromisoformat(m["removed"] or "9999-12-31")
    there = [m for m in modules if m["joined"] <= dt.date.fromisoformat(day) < m["removed"]]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong, 1.5 points: changes its input; lines taken away
def segment_share(modules, segment, day):
    for m in list(modules):
        if m["joined"] > day or (m["removed"] and m["removed"] <= day):
            modules.remove(m)
    return sum(m["mass_kg"] for m in modules if m["segment"] == segment) / sum(m["mass_kg"] for m in modules)


# %% wrong: raises; no day for what is still there
import datetime as dt


def segment_share(modules, segment, day):
    day = dt.date.fromisoformat(day)
    there = [m for m in modules if dt.date.fromisoformat(m["removed"]) > day]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)


# %% wrong: raises; a column that is not there
def segment_share(modules, segment, day):
    return sum(m["mass"] for m in modules if m["segment"] == segment) / sum(m["mass"] for m in modules)


# %% wrong: wrong shape; a share for each module
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    mass = sum(m["mass_kg"] for m in there)
    return [m["mass_kg"] / mass for m in there if m["segment"] == segment]


# %% wrong: wrong type; both shares by name
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day < (m["removed"] or "9999")]
    mass = sum(m["mass_kg"] for m in there)
    return {s: sum(m["mass_kg"] for m in there if m["segment"] == s) / mass for s in ("US", "Russian")}


# %% wrong: fits in part; weighed by what moves
def segment_share(modules, segment, day):
    there = [m for m in modules if m["joined"] <= day and (m["removed"] or "0000") <= day]
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / sum(m["mass_kg"] for m in there)
