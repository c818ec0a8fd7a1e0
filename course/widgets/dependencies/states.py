"""Cuts: what is said and shown before and after each, sentences, and the table of what each part has."""

from collections.abc import Sequence
from string import Template
from typing import Any, TypeAlias

import numpy as np

from course import station
from course.tables import day as day_in_words
from course.widgets.dependencies import parting
from course.widgets.dependencies import words as wording
from course.widgets.kit.frames import rows
from course.widgets.kit.words import Words

FIRST_JOINT = "PMA-1/Zarya"  # of the two segments


Records: TypeAlias = Sequence[Any]  # Any: rows of a table, whose fields are its columns


def states(day: np.datetime64, provided: Records, joints: Sequence[str]) -> list[Words]:
    """Return the words of the whole station, and of its two parts after each cut.

    Parameters
    ----------
    day : datetime64
    provided : list
        The rows of `course.station.functions` on that day.
    joints : sequence of str

    Returns
    -------
    list of dict
        cut (None for the whole), sentence, alt; order (which part stands on the left, which on the right);
        givers (for each function the part that it comes from, -1 for neither); and one entry for each
        part, or segment of the whole: heads, masses and cells, which hold for each function lines (level,
        modules), change ("kept", "less", "lost", or "" where the station had none), lamp ("full", "half",
        "ship", "fed" by the other segment, or "none") and says.
    """
    segments = station.modules(day).set_index("name")["segment"].to_dict()
    return [_whole(day, provided, segments), *(_cut(day, joint, provided, segments) for joint in joints)]


def _whole(day, provided, segments):
    names = ("US", "Russian") if len(segments) > 1 else ("Russian",)
    ours = [[row for row in provided if segments[row.module] == name] for name in names]
    masses = {row.Index: row for row in rows(station.listed_masses(day))}
    givers = _givers([_best(rows) for rows in ours], _best(provided))
    return {
        "cut": None,
        "sentence": _dependence(day, names, givers),
        "alt": _alt(day, provided, segments, wording.ALT_WHOLE),
        "order": _order(day, FIRST_JOINT) if len(names) > 1 else [0, 0],
        "givers": givers,
        "heads": [f"{name} segment" for name in names],
        "masses": [wording.listed_mass(masses[name].listed_kg, masses[name].modules)
                   for name in names],
        "cells": [_fed(rows, _best(provided), other)
                  for rows, other in zip(ours, reversed(names), strict=True)],
    }  # fmt: skip


def _dependence(day, names, givers):
    """Return the sentence of the whole: which segment takes what from the other one."""
    said = {"day": day_in_words(day)}
    if len(names) == 1:
        return Template(wording.ALONE).substitute(said)
    taken = [[one for one, giver in zip(station.FUNCTIONS, givers, strict=True) if giver == 1 - at]
             for at in range(2)]  # fmt: skip
    clauses = [wording.takes(name, ones) for name, ones in zip(names, taken, strict=True) if ones]
    said |= dict(zip(("first", "second"), clauses, strict=False))
    return Template(wording.WHOLE[len(clauses)]).substitute(said)


def _order(day, joint):
    left = parting.cut(day, joint).left
    return [left, 1 - left]


def _givers(bests, whole):
    """Return for each function which segment it comes from; -1 where both have it alike."""
    has = [[one in best and best[one][0] == whole[one][0] for best in bests] if one in whole else []
           for one in station.FUNCTIONS]  # fmt: skip
    return [pair.index(True) if len(pair) > 1 and not all(pair) else -1 for pair in has]


def _fed(provided, whole, other):
    """Return the cells of a segment of the whole: nothing is lost, some comes from the other."""
    best, cells = _best(provided), _cells(provided, whole)
    for one, cell in zip(station.FUNCTIONS, cells, strict=True):
        if one in whole:
            level = best.get(one, (None,))[0]
            main = level == whole[one][0]
            cell |= {"change": "kept", "says": wording.SAYS[level] if main else wording.fed(level, other)}
            if not main:
                cell["lamp"] = "half" if level == "own" else "fed"
    return cells


def _cut(day, joint, provided, segments):
    parts, whole = station.parts(day, cut=joint), _best(provided)
    names = [wording.part_name(part.name, part.modules, segments) for part in parts]
    counts = [wording.count(len(part.modules)) for part in parts]
    ours = [[row for row in provided if row.module in part.modules] for part in parts]
    first, second = (wording.part_in_words(wording.coloured(name), _best(rows), whole)
                     for name, rows in zip(names, ours, strict=True))  # fmt: skip
    pair = (f"{name} ({count})" for name, count in zip(names, counts, strict=True))
    state = Template(wording.ALT_CUT).substitute(joint=joint, first=next(pair), second=next(pair))
    return {
        "cut": joint,
        "sentence": Template(wording.CUT).substitute(joint=joint, first=first, second=second),
        "alt": _alt(day, provided, segments, state),
        "order": _order(day, joint),
        "givers": [-1] * len(station.FUNCTIONS),
        "heads": [wording.head(name) for name in names],
        "masses": [wording.listed_mass(part.mass_kg, len(part.modules)) for part in parts],
        "cells": [_cells(rows, whole) for rows in ours],
    }


def _best(provided):
    """Return for each function its best level and how many modules provide it so."""
    best = {}
    for one in station.FUNCTIONS:
        levels = [row.level for row in provided if row.function == one]
        if levels:
            level = min(levels, key=station.LEVELS.index)
            best[one] = (level, levels.count(level))
    return best


def _cells(provided, whole):
    best, cells = _best(provided), []
    for one in station.FUNCTIONS:
        lines = []
        for level in station.LEVELS:
            modules = [row.module for row in provided if (row.function, row.level) == (one, level)]
            if modules:
                lines.append([level, ", ".join(modules)])
        now, before = best.get(one), whole.get(one)
        change = _change(now, before)
        lamp = "none" if now is None else "half" if _fewer(now, before) else wording.LAMPS[now[0]]
        says = wording.says(change, now, before)
        cells.append({"lines": lines, "change": change, "lamp": lamp, "says": says})
    return cells


def _change(now, before):
    """Return how a function of a part compares with that of the station before the cut."""
    if now is None or before is None:
        return "lost" if before else ""
    return "less" if now[0] != before[0] or _fewer(now, before) else "kept"


def _fewer(now, before):
    """Return whether a part has only some of the main modules of a function."""
    return now[0] == "main" and now[1] < before[1]


def _alt(day, provided, segments, state):
    providers = {one: [row.module for row in provided if row.function == one] for one in station.FUNCTIONS}
    said = "; ".join(f"{one}: {', '.join(modules)}" for one, modules in providers.items() if modules)
    american, russian = (wording.count(list(segments.values()).count(one)) for one in ("US", "Russian"))
    return Template(wording.ALT if len(segments) > 1 else wording.ALT_ALONE).substitute(
        day=day_in_words(day), american=american, russian=russian, provided=said, state=state
    )
