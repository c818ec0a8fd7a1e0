"""Forms that hold numbers: one, a row of them, rows in pieces, an arrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from course.checks.forms.reading import Reading, Size, Unreadable, in_words, number_in
from course.checks.values import items_of, kind_of, number_of, unwrapped, words


@dataclass(frozen=True)
class Number:
    """One number for one call; ``about`` says in messages what it is about, if that is not the argument.

    It may hold the arguments: ``"{0:g} statute miles"``.
    """

    single: ClassVar[bool] = True
    unit: str
    size: Size | None = None
    about: str = ""

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the readings of a recorded value, or raise Unreadable."""
        if kind_of(value) == "list":
            many = len(items_of(value) or ()) != 0
            what = "several values" if many else "an empty list"
            messages = [f"You returned {what}. One number is asked for: which line makes a list of it?"]
            raise Unreadable("wrong shape", *messages)
        about = self.about.format(*arguments) or in_words(arguments, takes)
        return [Reading(number_in(value, about), self.unit, about, self.size)]


@dataclass(frozen=True)
class Row:
    """One number for each element of the argument, in the same order."""

    single: ClassVar[bool] = False
    unit: str
    size: Size | None = None

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return the readings of a recorded value, or raise Unreadable."""
        given = arguments[0]
        if kind_of(value) in ("number", "integer"):
            raise Unreadable(
                "wrong shape", "You returned one number for a whole row. Does each element get its own?"
            )
        items = items_of(value)
        if items is None:
            raise Unreadable(
                "wrong type",
                f"You returned {words(value)}. A row of numbers is asked for: which line makes it?",
            )
        length = value.get("length", len(items))
        if length != len(given) or len(items) != len(given):
            ask = "Which element has lost its own, or has two?"
            raise Unreadable(
                "wrong shape",
                f"You returned {length} values for {len(given)} elements. {ask}",
                f"You returned a row of another length. {ask}",
            )
        about = [in_words([one], takes) for one in given]
        return [
            Reading(number_in(item, one), self.unit, one, self.size)
            for item, one in zip(items, about, strict=True)
        ]


@dataclass(frozen=True)
class Pieces:
    """A row of numbers, one for each element of the argument, cut into shorter rows."""

    single: ClassVar[bool] = False
    unit: str
    size: Size | None = None

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return two readings for each number, itself and which piece it is in, or raise Unreadable."""
        pieces = items_of(value)
        if pieces is None:
            ask = "A list of rows is asked for: which line makes it?"
            raise Unreadable("wrong type", f"You returned {words(value)}. {ask}")
        rows = [row for row in map(items_of, pieces) if row is not None]
        if not pieces or len(rows) < len(pieces):
            kind = "a list of single values" if pieces else "an empty list"
            ask = "Asked for is a list of rows: where does each row begin?"
            raise Unreadable("wrong shape", f"You returned {kind}. {ask}")
        if not all(rows):
            ask = "Which line adds a piece before it has a point?"
            raise Unreadable("wrong shape", f"One of your pieces is empty. {ask}")
        count, given = sum(map(len, rows)), len(arguments[0])
        if count != given:
            ask = self._lost(rows, arguments[0]) if count < given else "Which point is in two of them?"
            raise Unreadable(
                "wrong shape",
                f"Your pieces have {count} points, and {given} came in. {ask}",
                f"Your pieces do not hold each point once. {ask}",
            )
        readings = []
        for place, row in enumerate(rows, start=1):
            for item in row:
                about = f"point {len(readings) // 2 + 1}"
                readings += [
                    Reading(number_in(item, about), self.unit, about, self.size),
                    Reading(float(place), "", f"the piece of {about}", None, measured=False),
                ]
        return readings

    def _lost(self, rows, given):
        """Return a question on points that are in no piece: the last ones, if those are."""
        last = number_of(unwrapped(rows[-1][-1]))
        if last is None or abs((last - given[-1] + 180) % 360 - 180) < 1e-6:
            return "Which point is in none of them?"
        return "The last point of the track is in none: what becomes of the piece that is still open?"


@dataclass(frozen=True)
class Vector:
    """An arrow, as one number for each direction; ``directions`` names them in their order."""

    single: ClassVar[bool] = False
    unit: str
    directions: tuple[str, ...]

    def read(self, value: dict, arguments: Sequence, takes: str) -> list[Reading]:
        """Return one reading for each direction, or raise Unreadable."""
        items = items_of(value)
        if items is None or len(items) != len(self.directions):
            what = "a list of another length" if items is not None else words(value)
            ask = f"Asked for is an arrow, as {len(self.directions)} numbers: {', '.join(self.directions)}"
            raise Unreadable(
                "wrong type" if items is None else "wrong shape",
                f"You returned {what}. {ask}. What does your return line hand back?",
            )
        numbers = [self._number(*part) for part in zip(items, self.directions, strict=True)]
        about = in_words(arguments, takes)
        arrow = ", ".join(f"{number:.4g}" for number in numbers)
        said = f"You returned ({arrow}) {self.unit} for {about}"
        return [Reading(number, self.unit, about, None, said=said) for number in numbers]

    @staticmethod
    def _number(item, direction):
        item = unwrapped(item)
        number = number_of(item)
        if number is None:
            kind = kind_of(item)
            fault = "not a number" if kind in ("nan", "inf") else "wrong type"
            raise Unreadable(
                fault, f"The number for {direction} in your answer is {words(item)}. Which line computes it?"
            )
        return number
