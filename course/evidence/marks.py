"""Marks: what a reader makes of each claim (kind, verdict, a source and a number of his own), kept.

They are predictions by other names (``"A19 verdict"``), so that they are stored where predictions are, follow
into the next lesson, and are never marked.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

from course import history, predictions
from course.evidence.facts import claim, claims
from course.evidence.verdicts import ABOUT, figure
from course.predictions import Answer
from course.quantities import one, shown, text, word
from course.tables import Table

Marks: TypeAlias = dict[str, dict[str, Answer]]

PARTS = ("kind", "verdict", "source", "number")
NO_SOURCE = "none found"
ADDRESS = (
    r"^https?://[^\s/?#.@:]+(\.[^\s/?#.@:]+)+(:\d+)?([/?#][^\s\"]*)?$"  # the form alone: nothing is fetched
)
WORTHWHILE = ("A05", "A09", "A11", "A15", "A16", "A18", "A19", "A24", "A28")  # a search of one's own
HEADS = ("Claim", "Kind, you say", "Verdict, you say", "Your number", "Your source", "The course says")


def mark(
    name: str, *, kind: str = "", verdict: str = "", source: str = "", number: float | None = None
) -> None:
    """Keep what a reader makes of a claim; a later mark replaces an earlier one, part by part.

    Parameters
    ----------
    name : str
        Id of a claim, ``"A19"``.
    kind, verdict : str, optional
        One of `history.KINDS`, one of `history.VERDICTS`.
    source : str, optional
        The address of a page, of which the form alone is looked at, or ``"none found"``.
    number : float, optional
        What the reader computed for it.

    Raises
    ------
    ValueError, TypeError
        If there is no such claim, kind or verdict, or the source is no address. Nothing is kept then.

    Examples
    --------
    >>> from course import evidence
    >>> evidence.mark("A19", source="somewhere")
    Traceback (most recent call last):
    ValueError: a source is an address such as https://www.nasa.gov/, or "none found" (got 'somewhere')
    """
    claim(name)
    given = {"kind": kind, "verdict": verdict, "source": source, "number": number}
    for part, said in read({part: said for part, said in given.items() if said not in ("", None)}).items():
        _asked(name, part)
        predictions.predict(f"{name} {part}", said)


def read(parts: Mapping[str, object]) -> dict[str, Answer]:
    """Return the parts of one mark as they are kept; raise as `mark` does."""
    found: dict[str, Answer] = {}
    for part, said in parts.items():
        if word("part", part, PARTS) == "number":
            found[part] = one("number", said)
        elif part == "source":
            found[part] = _source(said)
        else:
            found[part] = word(part, said, ABOUT[part])
    return found


def marks() -> Marks:
    """Return what was marked so far: id of the claim to kind, verdict, source and number."""
    found: Marks = {}
    for id, said in predictions.stored().items():
        name, _, part = id.partition(" ")
        if part in PARTS and name in claims():
            found.setdefault(name, {})[part] = said
    return found


def scorecard(computed: Mapping[str, float] | None = None) -> Table:
    """Return the card of the claims: what the reader marked and computed; the course's side once he has.

    Parameters
    ----------
    computed : dict, optional
        Id of a claim to the number that the reader computed for it; it is kept for the next cards.

    Examples
    --------
    >>> where, *_ = scorecard()[0]
    >>> where[:20]
    'A05 The station has '
    """
    if computed is not None and not isinstance(computed, Mapping):
        raise TypeError(f"computed must be a dict such as {{'A09': 261.0}} (got {shown(computed)})")
    numbers = {
        claim(name)["id"]: one(f"the number of {name}", said) for name, said in (computed or {}).items()
    }
    for name, number in numbers.items():
        mark(name, number=number)
    known = marks()
    rows = [_row(claim(name), known.get(name, {})) for name in sorted({*WORTHWHILE, *known})]
    return Table(rows, heads=HEADS)


def _row(one, mine):
    number = f"{mine['number']:.4g}" if "number" in mine else ""
    course = one["verdict"] if "verdict" in mine else "decide first"
    if "number" in mine and one["recompute"]:
        course += f". {figure(one['id'])}"
    said = (str(mine.get(part, "")) for part in ("kind", "verdict"))
    source = str(mine.get("source", ""))
    return (f"{one['id']} {one['text']}", *said, number, source, course)


def _source(said):
    words = text("source", said, such_as="https://www.nasa.gov/").strip()
    if words.lower() == NO_SOURCE:
        return NO_SOURCE
    if not re.fullmatch(ADDRESS, words) or len(words) > predictions.LONGEST_ANSWER:
        raise ValueError(
            f'a source is an address such as https://www.nasa.gov/, or "{NO_SOURCE}" (got {shown(words)})'
        )
    return words


def _asked(name, part):
    about = claim(name)
    computed = {"kind": about["kind"], "verdict": about["verdict"]}.get(part, "")
    choices = {"kind": history.KINDS, "verdict": history.VERDICTS}.get(part, ())
    predictions.ask(f"{name} {part}", f"{about['text']} ({part})", choices=choices, computed=computed)
