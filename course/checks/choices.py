"""Two more shapes of answers, for what is chosen: an arrow that is tried out, and names from a list."""

from dataclasses import dataclass

from course.checks.forms import Reading, Unreadable, in_words
from course.checks.values import items_of, kind_of, number_of, unwrapped, words


@dataclass(frozen=True)
class Vector:
    """An arrow, as one number for each direction; ``directions`` names them in their order."""

    unit: str
    directions: tuple[str, ...]

    def read(self, value, arguments, takes):
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


@dataclass(frozen=True)
class Names:
    """Some of the names in the first argument, in any order: each of them is in the answer or not."""

    def read(self, value, arguments, takes):
        """Return one reading for each name that was given, 1 or 0, or raise Unreadable."""
        texts = texts_of(value)
        if texts is None:
            ask = "A list of names is asked for: which line adds a name to it?"
            raise Unreadable("wrong type", f"You returned {_kind_of_list(value)}. {ask}")
        if not texts <= set(arguments[0]):
            ask = "Which line of yours makes it?"
            raise Unreadable(
                "wrong type", f"Your list has a name that is not spelled as any of the given ones. {ask}"
            )
        return [
            Reading(1.0, "", name, None, said=f"Your list has {name}")
            if name in texts
            else Reading(0.0, "", name, None, said=f"{name} is not in your list")
            for name in arguments[0]
        ]


def texts_of(value):
    """Return the texts of a recorded list or set, in no order; None if it holds anything else."""
    items = value.get("items") if kind_of(value) in ("list", "set") else None
    if not isinstance(items, list) or value.get("length", len(items)) != len(items):
        return None
    texts = [item.get("value") if kind_of(item) == "text" else None for item in items]
    return set(texts) if all(isinstance(text, str) for text in texts) else None


def _kind_of_list(value):
    return "a list that holds other things than names" if items_of(value) else words(value)


@dataclass(frozen=True)
class Order:
    """The names of all lines of the first argument, a table, in some order: each gets its place, from 1."""

    key: str = "name"

    def read(self, value, arguments, takes):
        """Return one reading for each line, in the table's order, or raise Unreadable."""
        given = [line[self.key] for line in arguments[0]]
        items = items_of(value)
        texts = None if items is None else [one.get("value") for one in items if kind_of(one) == "text"]
        if texts is None or len(texts) != len(items):
            what = words(value) if items is None else "a list that holds other things than names"
            ask = "A list of names is asked for: which line adds a name to it?"
            raise Unreadable("wrong type", f"For the order you returned {what}. {ask}")
        if sorted(texts) != sorted(given):
            ask = "Which name is missing, comes twice, or is spelled in another way?"
            raise Unreadable("wrong shape", f"Your list does not hold each of the given names once. {ask}")
        return [
            Reading(float(place), "", name, None, said=f"{name} has place {place} in your list")
            for name in given
            for place in [texts.index(name) + 1]
        ]


@dataclass(frozen=True)
class Named:
    """The name of one line of the first argument, a table."""

    key: str = "name"

    def read(self, value, arguments, takes):
        """Return the number of the line that is named, or raise Unreadable."""
        given = [line[self.key] for line in arguments[0]]
        text = value.get("value") if kind_of(value) == "text" else None
        if text not in given:
            kind = "a text that is no name of a report" if isinstance(text, str) else words(value)
            ask = "The name of one report is asked for: under which key does a report keep it?"
            raise Unreadable("wrong type", f"As the second part you returned {kind}. {ask}")
        return [Reading(float(given.index(text)), "", text, None, said=f'You returned "{text}"')]
