"""Verdicts on claims, and the numbers that prove them, computed whenever they are shown."""

import importlib
from collections.abc import Mapping
from typing import Literal

from course import history
from course.evidence.facts import claim, claims, source
from course.quantities import shown, word
from course.tables import Table

ABOUT = {"kind": history.KINDS, "verdict": history.VERDICTS}
COMPUTED = {"verdict": "Computed", "part": "Computed, a part of it", "input": "Computed, a number in it"}
OPEN = ("", "?")  # what stands in a list before the reader has decided
ATTRIBUTES = {"mass_kg", "altitude_km"}  # of Part and ElementSet; every other step is a key or a position


def statements(*names: str) -> Table:
    """Return what was said, without the verdict: the claims with these ids, by default all of the article.

    Examples
    --------
    >>> statements("A09")
    Claim: A09 | Statement: 420 kilometres are 227 miles. | Said by: article
    """
    rows = [claim(name) for name in names or _of_the_article()]
    cells = [(one["id"], one["text"], one["said_by"]) for one in rows]
    return Table(cells, heads=("Claim", "Statement", "Said by"))


def verdicts(*names: str) -> Table:
    """Return the verdict of the course on each claim, with reason, sources, and the figure computed now.

    Examples
    --------
    >>> verdicts("A09")[0][2][-50:]
    'Computed: 261.0 statute miles, history.miles(420).'
    """
    rows = [
        (f"{one['id']} {one['text']}", one["verdict"], _why(one), source(one["id"]))
        for one in map(claim, names or _of_the_article())
    ]
    return Table(rows, heads=("Claim", "Verdict", "Why", "Sources"))


def compare(mine: Mapping[str, str], *, about: Literal["verdict", "kind"] = "verdict") -> Table:
    """Return a reader's decisions about claims beside those of the course; undecided ones stay closed.

    Parameters
    ----------
    mine : dict
        Id of a claim to one of `history.VERDICTS` or `history.KINDS`; "" and "?" mean: not decided yet.
    about : {"verdict", "kind"}

    Raises
    ------
    ValueError
        If there is no such claim, kind or verdict.

    Examples
    --------
    >>> compare({"A09": "true", "A19": "?"})
    Claim: A09 420 kilometres are 227 miles. | You say: true | The course says: false | Why: A reader of the \
press expects statute miles: 261. The article's 227 are nautical miles, without saying so. \
Computed: 261.0 statute miles, history.miles(420).
    Claim: A19 The ISS does not fly over Russia. | The course says: decide first
    """
    word("about", about, ABOUT)
    if not isinstance(mine, dict):
        raise TypeError(f"mine must be a dict such as {{'A09': '?'}} (got {shown(mine)})")
    rows = [_compared(claim(name), said, about) for name, said in mine.items()]
    heads = ("Claim", "You say", "The course says", "Why")[: 4 if about == "verdict" else 3]
    return Table([row[: len(heads)] for row in rows], heads=heads)


def figure(name: str) -> str:
    """Return the figure of a claim, computed now, with its unit and the call that gives it.

    Examples
    --------
    >>> figure("A19")
    "27.3 minutes a day, coverage.time_share(51.64)['RUS'] * 1440"
    """
    one = claim(name)
    value = recompute(name)
    places = next(n for n in range(9) if 2 * one["tolerance"] >= 10**-n) if one["tolerance"] else 0
    return f"{value:,.{places}f} {one['unit']}, {call_text(name)}"


def recompute(name: str) -> float:
    """Return the number that a claim's function gives, taken from its answer as `call` says.

    Keys of `call`: arguments and options of the function; take, the way to the figure (attributes, keys and
    positions, one after the other); cell, row and column of a table; over, the way to a divisor; times, a
    factor; rank, the key whose place among all figures is asked for; without, keys that do not count then.

    Raises
    ------
    ValueError
        If nothing is computed for this claim.

    Examples
    --------
    >>> round(recompute("A09"), 2)
    260.98
    """
    one, call = _proved(name)
    module, function = one["recompute"].rsplit(".", 1)
    given = getattr(importlib.import_module(module), function)(
        *call.get("arguments", ()), **call.get("options", {})
    )
    if "rank" in call:
        others = (given[key] for key in given if key not in call.get("without", ()))
        return 1 + sum(other > given[call["rank"]] for other in others)
    found = given.loc[tuple(call["cell"])] if "cell" in call else _taken(given, call.get("take", ()))
    if "over" in call:
        found /= _taken(given, call["over"])
    return found * call.get("times", 1)


def call_text(name: str) -> str:
    """Return the call that proves a claim as a reader would type it.

    Examples
    --------
    >>> call_text("A10")
    "elements.on('2022-03-12').altitude_km"
    """
    one, call = _proved(name)
    words = [repr(given) for given in call.get("arguments", ())]
    words += [f"{option}={value!r}" for option, value in call.get("options", {}).items()]
    text = f"{one['recompute'].removeprefix('course.')}({', '.join(words)})"
    if "rank" in call:
        return f"place of {call['rank']!r} in {text}"
    taken = text + (f".loc{call['cell']!r}" if "cell" in call else _steps(call.get("take", ())))
    if "over" in call:
        taken += f" / {text}{_steps(call['over'])}"
    return taken + (f" * {call['times']:.6g}" if "times" in call else "")


def _proved(name):
    one = claim(name)
    if not one["recompute"]:
        raise ValueError(f"nothing is computed for claim {name}: its sources are {source(name)}")
    return one, one["call"]


def _of_the_article():
    return [name for name, one in claims().items() if one["paragraph"]]


def _compared(one, said, about):
    words = f"{one['id']} {one['text']}"
    said = said.strip().lower() if isinstance(said, str) else said
    if isinstance(said, str) and said in OPEN:
        return (words, "", "decide first", "")
    return (words, word(f"{one['id']}: the {about}", said, ABOUT[about]), one[about], _why(one))


def _why(one):
    return one["why"] + (f" {COMPUTED[one['proves']]}: {figure(one['id'])}." if one["recompute"] else "")


def _steps(way):
    return "".join(f".{one}" if one in ATTRIBUTES else f"[{one!r}]" for one in way)


def _taken(value, way):
    for step in way:
        value = getattr(value, step) if step in ATTRIBUTES else value[step]
    return value
