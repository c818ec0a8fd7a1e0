"""Claims: the statements that the course judges, and two sums on their figures: miles, and per cent above."""

import tomllib
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from course.constants import NAUTICAL_MILE_KM, STATUTE_MILE_KM
from course.data import read_text
from course.quantities import Floats, plain, quantity, together, word

if TYPE_CHECKING:
    from pandas import DataFrame

KINDS = ("fact", "quotation", "inference", "prediction", "threat", "opinion")  # by the form of a sentence
PROVES = ("verdict", "part", "input")  # what a figure is to the verdict on a claim
VERDICTS = ("true", "false", "misleading", "unclear", "not checkable")
MILES_KM = {"statute": STATUTE_MILE_KM, "nautical": NAUTICAL_MILE_KM}
LEAST_REFERENCE = 1e-9  # of percentages: nothing is compared with next to nothing


def claims() -> "DataFrame":
    """Return the statements that the course judges, those of the article and figures of its own, by id.

    Returns
    -------
    DataFrame
        id (``A..``: the article, ``C..``: this course), paragraph (of the article, 0 for the course), text
        (in our words), said_by, kind (one of `KINDS`: what sort of sentence it is), verdict (one of
        `VERDICTS`), why, sources (ids of `events` and `references`), recompute (the function that computes
        the figure, or ""), proves (what the figure is: the "verdict" stands or falls with it, it is "part" of
        what the verdict rests on, or an "input", a number in the words), call (the function's arguments and
        what is taken of its answer), value, unit and tolerance (NaN and "" where nothing is computed), quoted
        (words, who, the event on which they were said, a note on what stands around
        them; or {}) and readings (where there are several).

    Examples
    --------
    >>> table = claims().set_index("id")
    >>> table.loc["A19", ["verdict", "recompute", "proves"]].tolist()    # "The ISS does not fly over Russia."
    ['false', 'course.coverage.time_share', 'verdict']
    """
    import pandas as pd

    columns = ("id", "paragraph", "text", "said_by", "verdict", "why", "sources")
    rows = []
    for one in tomllib.loads(read_text("claims.toml"))["claim"]:
        proof = one.get("proof", {})
        rows.append(
            {name: one[name] for name in columns}
            | {"kind": one.get("kind", "fact")}
            | {"recompute": proof.get("function", ""), "proves": proof.get("proves", "")}
            | {"call": proof.get("call", {})}
            | {"value": proof.get("value", np.nan), "unit": proof.get("unit", "")}
            | {"tolerance": proof.get("tolerance", np.nan)}
            | {"quoted": one.get("quoted", {}), "readings": one.get("readings", [])}
        )
    return pd.DataFrame(rows).sort_values("id", ignore_index=True)


def miles(distance_km: ArrayLike, *, kind: Literal["statute", "nautical"] = "statute") -> Floats:
    """Return a distance in miles: statute ones, of roads, or nautical ones, of ships and aircraft.

    Examples
    --------
    >>> round(miles(420), 1), round(miles(420, kind="nautical"), 1)     # the article's 227 are nautical
    (261.0, 226.8)
    """
    return plain(quantity("distance_km", distance_km) / MILES_KM[word("kind", kind, MILES_KM)])


def percent_above(claimed: ArrayLike, *, reference: float) -> Floats:
    """Return by how many per cent a claimed figure is above a reference.

    Examples
    --------
    >>> round(percent_above(500_000, reference=445_386))      # kg: the tweet, and NASA two weeks before
    12
    """
    base = quantity("reference", reference, at_least=LEAST_REFERENCE)
    claimed, base = together(claimed=quantity("claimed", claimed), reference=base)
    return plain(100 * (claimed / base - 1))
