"""Forms of an answer: how a recorded value is read as numbers, each with its unit and its place.

A word is read as its number in the list of words that are asked for.

Values come from `course.checks.recorder`; nothing here trusts that they are well formed.
"""

from dataclasses import dataclass

from course.checks.values import (
    advice,
    items_of,
    kind_of,
    leaves,
    number_of,
    text_of,
    unwrapped,
    words,
)


class Unreadable(Exception):
    """An answer of another shape than asked for: the fault's name, its message in several wordings."""

    def __init__(self, fault, *messages):
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

    ``said`` is the beginning of a message where "You returned 5 m for 420 km" does not fit.
    """

    value: float
    unit: str
    about: str
    size: Size | None
    said: str = ""


@dataclass(frozen=True)
class Number:
    """One number for one call; ``about`` says in messages what it is about, if that is not the argument.

    It may hold the arguments: ``"{0:g} statute miles"``.
    """

    unit: str
    size: Size | None = None
    about: str = ""

    def read(self, value, arguments, takes):
        """Return the readings of a recorded value, or raise Unreadable."""
        if kind_of(value) == "list":
            many = len(items_of(value) or ()) != 0
            what = "several values" if many else "an empty list"
            messages = [f"You returned {what}. One number is asked for: which line makes a list of it?"]
            raise Unreadable("wrong shape", *messages)
        about = self.about.format(*arguments) or in_words(arguments, takes)
        return [Reading(_number(value, about), self.unit, about, self.size)]


@dataclass(frozen=True)
class Word:
    """One of several words for one call, in capitals or not; ``about`` as for `Number`."""

    choice: tuple[str, ...]
    about: str = ""

    def read(self, value, arguments, takes):
        """Return the reading of a recorded value, or raise Unreadable."""
        about = self.about.format(*arguments) or in_words(arguments, takes)
        text = text_of(value)
        if text not in self.choice:
            got = "You returned another word" if text else f"In place of the word stands {words(value)}"
            ask = f"Asked for is {' or '.join(self.choice)}: which of them fits?"
            raise Unreadable("wrong type", f"{got} for {about}. {ask}", f"{got}. {ask}")
        said = f'You returned "{text}" for {about}'
        return [Reading(float(self.choice.index(text)), "", about, None, said)]


@dataclass(frozen=True)
class Row:
    """One number for each element of the argument, in the same order."""

    unit: str
    size: Size | None = None

    def read(self, value, arguments, takes):
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
            Reading(_number(item, one), self.unit, one, self.size)
            for item, one in zip(items, about, strict=True)
        ]


@dataclass(frozen=True)
class Pieces:
    """A row of numbers, one for each element of the argument, cut into shorter rows."""

    unit: str
    size: Size | None = None

    def read(self, value, arguments, takes):
        """Return two readings for each number, itself and which piece it is in, or raise Unreadable."""
        pieces = items_of(value)
        if pieces is None:
            ask = "A list of rows is asked for: which line makes it?"
            raise Unreadable("wrong type", f"You returned {words(value)}. {ask}")
        rows = [items_of(piece) for piece in pieces]
        if not pieces or any(row is None for row in rows):
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
                    Reading(_number(item, about), self.unit, about, self.size),
                    Reading(float(place), "", f"the piece of {about}", None),
                ]
        return readings

    def _lost(self, rows, given):
        """Return a question on points that are in no piece: the last ones, if those are."""
        last = number_of(unwrapped(rows[-1][-1]))
        if last is None or abs((last - given[-1] + 180) % 360 - 180) < 1e-6:
            return "Which point is in none of them?"
        return "The last point of the track is in none: what becomes of the piece that is still open?"


@dataclass(frozen=True)
class Several:
    """Several parts in a fixed order; ``asked`` names them in words."""

    parts: tuple[Number | Row | Word, ...]
    asked: str

    def read(self, value, arguments, takes):
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


def asked_words(form):
    """Return the words that an answer may have to hold: "statute" and "nautical"."""
    parts = form.parts if isinstance(form, Several) else (form,)
    return tuple(word for part in parts if isinstance(part, Word) for word in part.choice)


def in_words(arguments, takes):
    """Return what a call was given, in a few words: "420 km"."""
    if "{" in takes:
        return takes.format(*arguments)
    first = arguments[0]
    return "a row of values" if isinstance(first, (list, tuple)) else f"{first:,g} {takes}".rstrip()


def tidied(form, value):
    """Return a recorded value without needless brackets: a number alone in a row, a pair inside a pair."""
    if isinstance(form, (Number, Word)):
        return unwrapped(value)
    items = items_of(value)
    if items is None:
        return value
    if isinstance(form, Several):
        return {**value, **_tidied_parts(form, items)}
    if len(items) == 1 and items_of(items[0]) and not isinstance(form, Pieces):
        return items[0]
    if items and all(len(items_of(item) or ()) == 1 for item in items) and not isinstance(form, Pieces):
        return {**value, "items": [unwrapped(item) for item in items]}
    return value


def _tidied_parts(form, items):
    count = len(form.parts)
    if len(items) == 1 and len(items_of(items[0]) or ()) == count:
        items = items_of(items[0])
    flat = [leaf for item in items for leaf in leaves(item)]
    if len(flat) == count and not any(isinstance(part, Row) for part in form.parts):
        items = flat
    if len(items) == count:
        items = [tidied(part, item) for part, item in zip(form.parts, items, strict=True)]
    return {"items": items, "length": len(items)}


def _number(value, about):
    value = unwrapped(value)
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
