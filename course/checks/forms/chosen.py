"""Forms that hold what was chosen: one of several words, names of a list, an order of them.

A word is read as its number in the list of words that are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from course.checks.forms.reading import Reading, Unreadable, in_words
from course.checks.values import items_of, kind_of, text_of, words

LONGEST = 40  # letters of a name that is told
ASK = "A list of names is asked for: which line adds a name to it?"


@dataclass(frozen=True)
class Word:
    """One of several words for one call, in capitals or not; ``about`` as for `Number`."""

    single: ClassVar[bool] = True
    choice: tuple[str, ...]
    about: str = ""

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the reading of a recorded value, or raise Unreadable."""
        about = self.about.format(*arguments) or in_words(arguments, takes)
        text = text_of(value)
        if text not in self.choice:
            got = "You returned another word" if text else f"In place of the word stands {words(value)}"
            ask = f"Asked for is {' or '.join(self.choice)}: which of them fits?"
            raise Unreadable("wrong type", f"{got} for {about}. {ask}", f"{got}. {ask}")
        said = f'You returned "{text}" for {about}'
        return [Reading(float(self.choice.index(text)), "", about, None, said, measured=False)]


@dataclass(frozen=True)
class Names:
    """Some of the names in the first argument, in any order: each of them is in the answer or not."""

    single: ClassVar[bool] = False

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return one reading for each name that was given, 1 or 0, or raise Unreadable."""
        texts = texts_of(value)
        if texts is None:
            raise Unreadable("wrong type", f"You returned {_kind_of_list(value)}. {ASK}")
        if not texts <= set(arguments[0]):
            ask = "Which line of yours makes it?"
            raise Unreadable(
                "wrong type", f"Your list has a name that is not spelled as any of the given ones. {ask}"
            )
        return [
            Reading(1.0, "", name, None, f"Your list has {name}", measured=False)
            if name in texts
            else Reading(0.0, "", name, None, f"{name} is not in your list", measured=False)
            for name in arguments[0]
        ]


def texts_of(value: dict) -> set[str] | None:
    """Return the texts of a recorded list or set, in no order; None if it holds anything else."""
    texts = _texts(value) if kind_of(value) in ("list", "set") else None
    return None if texts is None else set(texts)


def _texts(value):
    """Return the texts of a recorded value's items, all of them and nothing else; None otherwise."""
    items = value.get("items")
    if not isinstance(items, list) or value.get("length", len(items)) != len(items):
        return None
    texts = [one["value"] for one in items if kind_of(one) == "text" and isinstance(one.get("value"), str)]
    return texts if len(texts) == len(items) else None


def _kind_of_list(value):
    return "a list that holds other things than names" if items_of(value) else words(value)


@dataclass(frozen=True)
class Order:
    """The names of all lines of the first argument, a table, in some order: each gets its place, from 1."""

    single: ClassVar[bool] = False
    key: str = "name"

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return one reading for each line, in the table's order, or raise Unreadable."""
        given = [line[self.key] for line in arguments[0]]
        texts = None if items_of(value) is None else _texts(value)
        if texts is None:
            raise Unreadable("other things", f"For the order you returned {_kind_of_list(value)}. {ASK}")
        if sorted(texts) != sorted(given):
            raise Unreadable("other names", f"For {in_words(arguments, takes)} {_astray(texts, given)}")
        return [
            Reading(float(texts.index(name) + 1), "", name, None, "Your order does not fit", measured=False)
            for name in given
        ]


def _astray(texts, given):
    """Return what keeps a list from being an order of the given names: one name, and a question on it."""
    for name in texts:
        if name not in given:
            said = f'your list has "{name[:LONGEST]}", which is none of the given names'
            return f"{said}. Does the name come from the list that you were given?"
        if texts.count(name) > 1:
            return f"your list has {name} more than once. Which step adds it again?"
    lost = next(name for name in given if name not in texts)
    return f"your list lacks {lost}. Which step leaves it out?"


@dataclass(frozen=True)
class Named:
    """The name of one line of the first argument, a table."""

    single: ClassVar[bool] = True
    key: str = "name"

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the number of the line that is named, or raise Unreadable."""
        given = [line[self.key] for line in arguments[0]]
        text = value.get("value") if kind_of(value) == "text" else None
        if not isinstance(text, str) or text not in given:
            kind = "a text that is no name of a report" if isinstance(text, str) else words(value)
            ask = "The name of one report is asked for: under which key does a report keep it?"
            raise Unreadable("other things", f"As the second part you returned {kind}. {ask}")
        return [Reading(float(given.index(text)), "", text, None, f'You returned "{text}"', measured=False)]
