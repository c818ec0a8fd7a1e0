"""Traits that read what they are given as functions do: no True for a number, no array for a word."""

from typing import Any

import traitlets

from course.quantities import flag, instant, one, whole, word


class TraitTypeError(traitlets.TraitError, TypeError):
    """What was given is of the wrong type."""


class TraitValueError(traitlets.TraitError, ValueError):
    """What was given has no meaning here."""


class _Read:
    """A trait whose value a reader of `course.quantities` checks; its sentence is the error's."""

    name: str | None
    allow_none: bool

    @property
    def called(self) -> str:
        """Name of the trait in messages; one in a container has none of its own."""
        return self.name or "a value"

    def read(self, value: object) -> object:
        """Return the value as it is kept."""
        raise NotImplementedError

    def validate(self, obj: object, value: object) -> Any:  # Any: each trait keeps its own kind
        """Return the value as read."""
        if value is None and self.allow_none:
            return None
        try:
            return self.read(value)
        except TypeError as problem:
            raise TraitTypeError(str(problem)) from None
        except ValueError as problem:
            raise TraitValueError(str(problem)) from None


class Number(_Read, traitlets.Float[float, float]):
    """A finite number."""

    def read(self, value: object) -> float:
        """Return the number as a float."""
        return one(self.called, value)


class Whole(_Read, traitlets.Int[int, int]):
    """A number without a fraction."""

    def read(self, value: object) -> int:
        """Return the number as an int."""
        return whole(self.called, value)


class Flag(_Read, traitlets.Bool[bool, bool | int]):
    """True or False."""

    def read(self, value: object) -> bool:
        """Return True or False."""
        return flag(self.called, value)


class Word(_Read, traitlets.Enum):
    """One of some words, or of some numbers."""

    def read(self, value: object) -> str | float:
        """Return the word, or the number."""
        choices = list(self.values or ())
        if all(isinstance(choice, str) for choice in choices):
            return word(self.called, value, choices)
        number = one(self.called, value)
        if number not in choices:
            raise ValueError(f"{self.called} must be one of {', '.join(map(str, choices))} (got {number:g})")
        return choices[choices.index(number)]


class When(_Read, traitlets.Any):
    """A moment, kept as it was given; never none."""

    allow_none = False

    def read(self, value: object) -> object:
        """Return the moment as it was given, if it is one."""
        instant(self.called, value)
        return value
