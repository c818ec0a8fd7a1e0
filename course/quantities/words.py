"""Words and flags: one of those that are known, a text with something in it, True or False."""

from collections.abc import Collection
from typing import TypeVar

import numpy as np

from course.quantities.shown import shown

_Word = TypeVar("_Word", bound=str)


def word(name: str, value: object, choices: Collection[_Word]) -> _Word:
    """Return `value` if it is one of the words that are known.

    Raises
    ------
    TypeError
        If it is not a text.
    ValueError
        If it is none of the words; they are listed.
    """
    known = [f'"{each}"' for each in choices]
    listed = " or ".join([", ".join(known[:-1]), known[-1]]) if known[1:] else known[0]
    if not isinstance(value, str):
        raise TypeError(f"{name} must be {listed} (got {shown(value)})")
    for each in choices:
        if each == value:
            return each
    raise ValueError(f"{name} must be {listed} (got {shown(value)})")


def text(name: str, value: object, *, such_as: str) -> str:
    """Return `value` if it is a text with something in it; `such_as` is an example for the message."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text such as {such_as!r} (got {shown(value)})")
    if not value.strip():
        raise ValueError(f"{name} must be text such as {such_as!r} (got empty text)")
    return str(value)


def flag(name: str, value: object) -> bool:
    """Return `value` if it is True or False; text such as "False" is refused, which Python takes as true."""
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"{name} must be True or False (got {shown(value)})")
    return bool(value)
