"""The station grows: what Python computes for the picture, outlines, what happened, and the words."""

from functools import cache
from string import Template
from typing import TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

from course import history, layout, station
from course.layout import Body
from course.quantities import Array, instant
from course.tables import counted
from course.tables import day as day_in_words
from course.widgets.assembly import figure as twin
from course.widgets.assembly import words as wording
from course.widgets.assembly.elevations import VIEWS, outline_m
from course.widgets.assembly.growth import days, growth, marks, years
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.frames import rows
from course.widgets.kit.owners import OWNERS, built, key
from course.widgets.kit.palette import unmarked
from course.widgets.kit.words import Words
from course.widgets.kit.years import year_of


def as_text(date: object) -> str:
    return str(instant("date", date).astype("datetime64[D]"))


FLAT = ("wing", "radiator")
Moves: TypeAlias = list[tuple[str, str]]  # module, and what it hangs on since
Change: TypeAlias = tuple[list[str], Moves, list[str], list[str]]  # joined, moved, left, folded
_DAY = np.timedelta64(1, "D")


class Text(TypedDict):
    """The words of one day."""

    day: str
    sentence: str
    alt: str
    new: list[str]
    counts: list[str]


@cache
def bodies() -> tuple[list[Body], NDArray[np.bool_]]:
    """Return every body that ever was, once for each place where it was, and on which days each was there.

    Returns
    -------
    tuple
        List of `course.layout.Body`; bool array of shape (days, bodies).
    """
    found, shown = {}, []
    for day in days():
        now = layout.bodies(day)
        for body in now:
            found.setdefault(_where(body), body)
        shown.append([_where(body) for body in now])
    places = {where: at for at, where in enumerate(found)}
    there = np.zeros((len(days()), len(found)), bool)
    for at, wheres in enumerate(shown):
        there[at, [places[where] for where in wheres]] = True
    return list(found.values()), there


def _where(body):
    return body.module, body.part, *body.centre_m.round(2).tolist(), *body.axis.round(3).tolist()


@cache
def outlines(view: str) -> tuple[list[Array], NDArray[np.intp]]:
    """Return the outlines of all bodies in a view, and the order in which they are drawn: nearest last."""
    look = VIEWS[view]
    every = bodies()[0]
    nearness = [body.centre_m @ look.nearer for body in every]
    return [outline_m(body, look) for body in every], np.argsort(nearness, kind="stable")


@cache
def changes() -> list[Change]:
    """Return what happened on each day: modules that joined, moved and where to, left, folded wings."""
    joined_on = {row.name: str(row.joined.date()) for row in rows(station.record())}
    found, before, winged_before = [], {}, set()
    for day, there in zip(days(), bodies()[1], strict=True):
        hangs = {row.name: (row.parent, row.port) for row in rows(station.modules(day))}
        winged = {body.module for body, seen in zip(bodies()[0], there, strict=True)
                  if seen and body.shape == "wing"}  # fmt: skip
        moved = [
            (
                name,
                parent
                if before[name][0] != parent
                else Template(wording.OTHER_PORT).substitute(module=parent),
            )
            for name, (parent, port) in hangs.items()
            if before.get(name, (parent, port)) != (parent, port)
        ]
        joined = [name for name in hangs if joined_on[name] == day]
        left = [name for name in before if name not in hangs]
        folded = sorted(winged_before - winged - set(left))
        found.append((joined, moved, left, folded))
        before, winged_before = hangs, winged
    return found


@cache
def _said():
    """Return for every day what its sentences are filled with."""
    table, roles = growth(), {row.name: OWNERS[row.owner].role for row in rows(station.record())}
    found = []
    for at, day in enumerate(days()):
        what = wording.happened(*changes()[at], roles)
        modules, tonnes, segments = int(table["modules"][at]), table["mass_t"][at], table["segment_t"][at]
        size_m, total = layout.size_m(day), tonnes.sum()
        masses = zip(table["owners"], tonnes.tolist(), strict=True)
        found.append({
            "day": day_in_words(np.datetime64(day)),
            "since": wording.since(int((np.datetime64(day) - station.FIRST_DAY) / _DAY)),
            "what": what,
            "plain": unmarked(what[0].upper() + what[1:]),
            "modules": counted(modules, "$count module", "$count modules"),
            "listed": f"{total:.1f} t",
            "us": f"{100 * segments['US'] / total:.0f}",
            "russian": f"{100 * segments['Russian'] / total:.0f}",
            "masses": ", ".join(f"{OWNERS[owner].name} {mass:.1f} t" for owner, mass in masses if mass),
            "long": f"{size_m[0]:.0f}",
            "wide": f"{size_m[1]:.0f}",
        })  # fmt: skip
    return found


@cache
def texts() -> list[Text]:
    """Return the words of every day: sentence, alt, and what is new."""
    return [
        {
            "day": said["day"],
            "sentence": Template(wording.SENTENCE if at else wording.FIRST).substitute(said),
            "alt": Template(wording.ALT).substitute(said),
            "new": [*joined, *(name for name, _ in moved)],
            "counts": [said["listed"], str(growth()["modules"][at])],
        }
        for at, (said, (joined, moved, *_)) in enumerate(zip(_said(), changes(), strict=True))
    ]


@cache
def named_days() -> list[Words]:
    """Return the days that the lesson names: button, change that holds, day, year and sentence of each."""
    found = []
    for event, (button, words) in wording.DAYS.items():
        day = history.day_of(event)
        stop = max(at for at, one in enumerate(days()) if one <= str(day))
        on = day_in_words(day)
        sentence = Template(wording.ON).substitute(_said()[stop], on=on, event=words)
        found.append({"button": button, "stop": stop, "day": on, "year": year_of(day), "sentence": sentence})
    return found


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all days; computed once in a kernel."""
    every, there = bodies()
    table, names = growth(), station.record()
    arrays = {
        "there": there,
        "years": years(),
        "mass_t": table["mass_t"],
        "modules": table["modules"],
    }
    for view in VIEWS:
        shapes, order = outlines(view)
        arrays |= {
            f"{view}_m": np.concatenate(shapes),
            f"{view}_ends": np.cumsum([len(shape) for shape in shapes]),
            f"{view}_order": order,
        }
    published = [(what, when, tonnes) for what, when, *_, tonnes in marks()]
    words = {
        "days": list(days()),
        "texts": texts(),
        "bodies": [
            {"module": body.module, "owner": body.owner, "built": built(body.module, body.owner),
             "flat": body.shape in FLAT}
            for body in every
        ],
        "owners": table["owners"],
        "roles": {owner: drawn.role for owner, drawn in OWNERS.items()},
        "key": key(names["owner"], names["name"]),
        "views": twin.VIEW_WORDS,
        "charts": twin.CHARTS,
        "full": [twin.FULL_T, twin.FULL_MODULES],
        "marks": [mark[2:] for mark in marks()],
        "heads": wording.HEAD,
        "named_days": named_days(),
        "note": Template(wording.NOTE).substitute(marks=wording.published(published)),
        "closed": wording.CLOSED,
    }  # fmt: skip
    return arrays, words
