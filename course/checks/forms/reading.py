"""Readings of an answer: its numbers, each with its unit and its place, or why there are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from course.checks.values import advice, kind_of, number_of, words


class Unreadable(Exception):
    """An answer of another shape than asked for: the fault's name, its message in several wordings."""

    def __init__(self, fault: str, *messages: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.messages = messages


@dataclass(frozen=True)
class Size:
    """The range of sizes that makes sense, and what a student can see of a value beyond it."""

    least: float
    below: str
    most: float
    above: str


@dataclass(frozen=True)
class Reading:
    """One number of an answer: its value, its unit, what it is about ("420 km"), and its sensible size.

    ``said`` is the beginning of a message where "You returned 5 m for 420 km" does not fit. What is not
    `measured` is the place of a name, or of a word in a list: it has no sign, no unit and no decimals.
    """

    value: float
    unit: str
    about: str
    size: Size | None
    said: str = ""
    measured: bool = True


class Form(Protocol):
    """What an answer looks like; ``single`` if one number or one word is asked for, and no list of them."""

    single: ClassVar[bool]

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the readings of a recorded value, or raise Unreadable.

        Parameters
        ----------
        value : dict
            What the recorder wrote; nothing says that it is well formed.
        arguments : sequence
            Of the call.
        takes : str
            How they read in a message, as `course.checks.exercise.Exercise` says.
        """
        ...


def in_words(arguments: Sequence, takes: str) -> str:
    """Return what a call was given, in a few words: "420 km"."""
    if "{" in takes:
        return takes.format(*arguments)
    first = arguments[0]
    return "a row of values" if isinstance(first, (list, tuple)) else f"{first:,g} {takes}".rstrip()


def number_in(value: dict, about: str) -> float:
    number = number_of(value)
    if number is None:
        kind = kind_of(value)
        fault = {"nan": "not a number", "inf": "not a number", "none": "returns nothing"}.get(
            kind, "wrong type"
        )
        ask = advice(value)
        raise Unreadable(
            fault, f"You returned {words(value)} for {about}. {ask}", f"You returned {words(value)}. {ask}"
        )
    return number
