"""The shapes an answer can have: how a recorded value is read as numbers, each with its unit and its place.

A word is read as its number in the list of words that are asked for.

Values come from `course.checks.recorder`; nothing here trusts that they are well formed.
"""

from dataclasses import dataclass

KINDS = {  # how a kind of value reads after "You returned"
    "none": "nothing",
    "number": "one number",
    "integer": "one number",
    "bool": "True or False",
    "text": "text",
    "complex": "a complex number",
    "duration": "a timedelta (a length of time)",
    "list": "a list of values",
    "dict": "a dictionary",
    "set": "a set",
    "nan": "nan (not a number)",
    "inf": "a number without bound",
}
ADVICE = {  # the question that goes with it
    "text": "Which number, without its unit, can a program compute with?",
    "complex": "Even roots of negative numbers are complex: which difference came out negative?",
    "nan": "Which operation has no answer there: a root of a negative number, zero divided by zero?",
    "inf": "Which power or division runs away?",
    "duration": "A number is asked for: how many of its units are in that time?",
    "bool": "A comparison gives True or False: which line computes the number?",
}


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
        kind = kind_of(value)
        if kind == "list":
            messages = ["You returned several values. One number goes in: how many should come out?"]
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
            kind = "another word" if text else words(value)
            ask = f"Asked for is {' or '.join(self.choice)}: which of them fits?"
            raise Unreadable(
                "wrong type", f"You returned {kind} for {about}. {ask}", f"You returned {kind}. {ask}"
            )
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

    def read(self, value, arguments, takes):
        """Return two readings for each number, itself and which piece it is in, or raise Unreadable."""
        pieces = items_of(value)
        if pieces is None:
            ask = "A list of rows is asked for: which line makes it?"
            raise Unreadable("wrong type", f"You returned {words(value)}. {ask}")
        rows = [items_of(piece) for piece in pieces]
        if not pieces or any(row is None for row in rows):
            ask = "Asked for is a list of rows: where does each row begin?"
            raise Unreadable("wrong shape", f"You returned a list of single values. {ask}")
        if not all(rows):
            ask = "Which line adds a piece before it has a point?"
            raise Unreadable("wrong shape", f"One of your pieces is empty. {ask}")
        count, given = sum(map(len, rows)), len(arguments[0])
        if count != given:
            ask = "Which point is in no piece, or in two?"
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
                    Reading(_number(item, about), self.unit, about, None),
                    Reading(float(place), "", f"the piece of {about}", None),
                ]
        return readings


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


def in_words(arguments, takes):
    """Return what a call was given, in a few words: "420 km"."""
    if "{" in takes:
        return takes.format(*arguments)
    first = arguments[0]
    return "a row of values" if isinstance(first, (list, tuple)) else f"{first:,g} {takes}".rstrip()


def kind_of(value):
    """Return the kind of a recorded value, "" if it is not one."""
    kind = value.get("is") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else ""


def items_of(value):
    """Return the items of a recorded list, None if it is not one."""
    items = value.get("items") if kind_of(value) == "list" else None
    return items if isinstance(items, list) else None


def number_of(value):
    """Return the finite number that was recorded, None if it is not one."""
    if kind_of(value) not in ("number", "integer"):
        return None
    number = value.get("value")
    if type(number) is int and number.bit_length() <= 1000:
        return float(number)
    return number if type(number) is float and abs(number) < float("inf") else None


def text_of(value):
    """Return the text that was recorded, in small letters and without spaces around it; "" if it is none."""
    text = value.get("value") if kind_of(value) == "text" else None
    return text.strip().casefold() if isinstance(text, str) else ""


def words(value):
    """Return how a recorded value reads after "You returned"."""
    kind = kind_of(value)
    if kind in KINDS:
        return KINDS[kind]
    name = value.get("type") if isinstance(value, dict) else None
    if isinstance(name, str) and name.isidentifier():
        return f"an object of the type {name}"
    return "something that cannot be read"


def _number(value, about):
    number = number_of(value)
    if number is None:
        kind = kind_of(value)
        fault = {"nan": "not a number", "inf": "not a number", "none": "returns nothing"}.get(
            kind, "wrong type"
        )
        ask = ADVICE.get(kind, "A number is asked for: which line computes it?")
        raise Unreadable(
            fault, f"You returned {words(value)} for {about}. {ask}", f"You returned {words(value)}. {ask}"
        )
    return number
