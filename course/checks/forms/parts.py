"""Forms of several parts, and answers without needless brackets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from course.checks.forms.chosen import Word
from course.checks.forms.numbers import Pieces
from course.checks.forms.reading import Form, Reading, Unreadable
from course.checks.values import items_of, leaves, unwrapped, words


@dataclass(frozen=True)
class Several:
    """Several parts in a fixed order; ``asked`` names them in words."""

    single: ClassVar[bool] = False
    parts: tuple[Form, ...]
    asked: str

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the readings of a recorded value, or raise Unreadable."""
        items = items_of(value)
        if items is None or len(items) != len(self.parts):
            what = "a list of another length" if items is not None else words(value)
            fault = "wrong type" if items is None else "wrong shape"
            raise Unreadable(
                fault,
                f"You returned {what}. Asked for are {self.asked}: what does your return line hand back?",
            )
        return [
            reading
            for part, item in zip(self.parts, items, strict=True)
            for reading in part.read(item, arguments, takes)
        ]


def asked_words(form: Form) -> tuple[str, ...]:
    """Return the words that an answer may have to hold: "statute" and "nautical"."""
    parts = form.parts if isinstance(form, Several) else (form,)
    return tuple(word for part in parts if isinstance(part, Word) for word in part.choice)


def tidied(form: Form, value: dict) -> dict:
    """Return a recorded value without needless brackets: a number alone in a row, a pair inside a pair."""
    if form.single:
        return unwrapped(value)
    items = items_of(value)
    if items is None:
        return value
    if isinstance(form, Several):
        return {**value, **_tidied_parts(form, items)}
    if isinstance(form, Pieces):
        return {**value, "items": [_tidied_row(piece) for piece in items]}
    return _tidied_row(items[0] if len(items) == 1 and items_of(items[0]) else value)


def _tidied_row(value: dict) -> dict:
    """Return a row in which no number stands in brackets of its own; any other value as it is."""
    items = items_of(value)
    return value if items is None else {**value, "items": [unwrapped(item) for item in items]}


def _tidied_parts(form: Several, items: list) -> dict:
    count = len(form.parts)
    if len(items) == 1 and len(inner := items_of(items[0]) or []) == count:
        items = inner
    flat = [leaf for item in items for leaf in leaves(item)]
    if len(flat) == count and all(part.single for part in form.parts):
        items = flat
    if len(items) == count:
        items = [tidied(part, item) for part, item in zip(form.parts, items, strict=True)]
    return {"items": items, "length": len(items)}
