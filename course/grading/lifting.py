"""Rebuilding a notebook from the release: a student's sources are lifted out of it, by cell id.

What the release fixes (text, checks, points, metadata, order) is taken from the release. So a copied cell,
stripped or swapped metadata and checks that were moved change nothing.
"""

import ast
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field

from course.checks import catalogue
from course.grading.reading import HandedIn, Read, Refused
from course.grading.release import ANSWER, CHECK, FREE, GIVEN, TASK, WRITTEN, Cell, Release


@dataclass(frozen=True)
class Item:
    """One step of a run: a ``code`` cell, or the ``check`` of an exercise at its place.

    ``cell`` is the release's cell whose place it has; a student's additional cell has ``mine`` set.
    """

    kind: str
    cell: str
    source: str = ""
    mine: bool = False


@dataclass
class Lifted:
    """A student's work in the order of the release."""

    items: list[Item]
    written: dict[str, str]
    flags: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Changes with anything that the student wrote."""
        told = [[item.kind, item.cell, item.source] for item in self.items], sorted(self.written.items())
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def lift(release: Release, read: Read) -> Lifted:
    """Return a student's work in the order of the release; raise Refused if none of it is there."""
    places = [_place(release, cell) for cell in read.cells]
    _by_function(release, read.cells, places)
    _require_unit(release, read.cells, places)
    found, extras = _sorted(release, read.cells, places)
    lifted = Lifted([], {}, repairs=list(read.repairs))
    for cell in extras[""]:
        _add_extra(lifted, release, "", cell)
    for cell in release.cells:
        _add(lifted, release, cell, found[cell.id])
        for extra in extras[cell.id]:
            _add_extra(lifted, release, cell.id, extra)
    _write(lifted, release, found, extras)
    return lifted


def functions_in(source: str) -> set[str]:
    """Return the names that a cell gives to functions, also if it cannot be compiled."""
    names = set(re.findall(r"^(?:async\s+)?def\s+(\w+)", source, re.MULTILINE))
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return names
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def _place(release, cell):
    """Return the id of the release's cell that a handed-in cell is, or None for an additional one."""
    by_id = release.by_id
    for name in (cell.id, cell.grade_id):
        known = by_id.get(name)
        if known and (known.kind == cell.kind or known.role == WRITTEN):
            return name
    if cell.source.strip():
        for known in release.cells:
            if known.kind == cell.kind and _same(known.source, cell.source):
                return known.id
    return None


def _by_function(release, cells, places):
    """Put cells where the function belongs that they define, if their ids were lost or swapped."""
    answers = {one.exercise: one.id for one in release.cells if one.role == ANSWER}
    homes = {function: answers[exercise] for exercise, function in release.functions.items()}
    own = {place: function for function, place in homes.items()}
    defined = [functions_in(cell.source) & set(homes) if cell.kind == "code" else set() for cell in cells]
    settled = {place for place, names in zip(places, defined, strict=True) if own.get(place) in names}
    for k, names in enumerate(defined):
        strays = sorted(homes[name] for name in names if homes[name] not in settled)
        astray = places[k] is None or (places[k] in own and own[places[k]] not in names)
        if astray and len(strays) == 1:
            places[k] = strays[0]


def _require_unit(release, cells, places):
    if any(place and release.by_id[place].role in (ANSWER, CHECK, TASK) for place in places):
        return
    everything = "\n".join(cell.source for cell in cells)
    for unit, exercises in catalogue.UNITS.items():
        ids = {one.id for one in exercises}
        asked = {one.function for one in catalogue.functions(unit)}
        if unit != release.unit and (
            ids & {cell.id for cell in cells} or asked & set(re.findall(r"def (\w+)", everything))
        ):
            raise Refused(f"This is the notebook of unit {unit}. Hand in the one of {release.unit}.")
    raise Refused(
        f"No exercise of unit {release.unit} is in this notebook. Hand in the one with your answers."
    )


def _sorted(release, cells, places):
    """Return the cells of each place, and the additional ones by the place that they follow."""
    found, extras, after = defaultdict(list), defaultdict(list), ""
    for cell, place in zip(cells, places, strict=True):
        if place is None:
            extras[after].append(cell)
        else:
            found[place].append(cell)
            after = place
    return found, extras


def _add(lifted, release, cell, found):
    if cell.role == CHECK:
        lifted.items.append(Item("check", cell.id))
        if any(not _same(one.source, cell.source) for one in found):
            lifted.repairs.append(f"the check {cell.id} was changed; the one of the release is used")
    elif cell.role == GIVEN:
        for one in _changed(cell, found):  # what somebody added to it may be needed further down
            lifted.items.append(Item("code", cell.id, one, mine=True))
            lifted.repairs.append(f"the cell {cell.id} was changed; both versions run")
        lifted.items.append(Item("code", cell.id, cell.source))
    elif cell.role in (ANSWER, FREE):
        _add_answer(lifted, cell, found)


def _add_answer(lifted, cell, found):
    sources = _changed(cell, found)
    if not sources:
        lifted.items.append(Item("code", cell.id, cell.source))
        if not found and cell.role == ANSWER:
            lifted.repairs.append(f"the cell {cell.id} is missing")
        return
    if len(sources) > 1 and cell.role == ANSWER:
        lifted.flags.append(f"{cell.id} is answered {len(sources)} times; the last one counts")
    elif len(found) > 1:
        lifted.repairs.append(f"the cell {cell.id} is there {len(found)} times")
    lifted.items += [
        Item("code", cell.id, source, mine=len(sources) > k) for k, source in enumerate(sources, 1)
    ]


def _changed(cell: Cell, found: list[HandedIn]) -> list[str]:
    """Return what differs from the release among the cells of one place, each once, in order."""
    sources = []
    for one in found:
        if not _same(one.source, cell.source) and one.source not in sources:
            sources.append(one.source)
    return sources


def _add_extra(lifted, release, place, cell):
    if cell.kind == "code" and cell.source.strip() and not _copies_check(release, cell):
        lifted.items.append(Item("code", place, cell.source, mine=True))


def _copies_check(release, cell):
    return any(one.role == CHECK and one.source.strip() in cell.source for one in release.cells)


def _write(lifted, release, found, extras):
    """Collect the written answers: their own cells, and text that was added between the task and its end."""
    for exercise in [cell.exercise for cell in release.cells if cell.role == WRITTEN]:
        parts = []
        for cell in release.cells:
            if cell.exercise == exercise and cell.role == WRITTEN:
                parts += _changed(cell, found[cell.id])
            if cell.exercise == exercise or cell.id.startswith(f"{exercise}-"):
                parts += [one.source for one in extras[cell.id] if one.kind != "code"]
            if cell.exercise == exercise and cell.role == TASK:
                parts += _added(cell, found[cell.id])
        lifted.written[exercise] = "\n\n".join(part.strip() for part in parts if part.strip())


def _added(cell, found):
    """Return what somebody wrote below the text of a task, in the task's own cell."""
    return [
        one.source.strip().removeprefix(cell.source.strip())
        for one in found
        if one.source.strip().startswith(cell.source.strip())
    ]


def _same(one, other):
    return [line.rstrip() for line in one.strip().splitlines()] == [
        line.rstrip() for line in other.strip().splitlines()
    ]
