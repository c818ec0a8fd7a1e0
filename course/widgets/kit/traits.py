"""Traits that read what they are given as functions do: no True for a number, no array for a word."""

import traitlets

from course.quantities import flag, instant, one, whole, word


class TraitTypeError(traitlets.TraitError, TypeError):
    """What was given is of the wrong type."""


class TraitValueError(traitlets.TraitError, ValueError):
    """What was given has no meaning here."""


class _Read:
    """A trait whose value a reader of `course.quantities` checks; its sentence is the error's."""

    def validate(self, obj, value):
        """Return the value as read."""
        if value is None and self.allow_none:
            return None
        try:
            return self.read(value)
        except TypeError as problem:
            raise TraitTypeError(str(problem)) from None
        except ValueError as problem:
            raise TraitValueError(str(problem)) from None


class Number(_Read, traitlets.Float):
    """A finite number."""

    def read(self, value):
        """Return the number as a float."""
        return one(self.name, value)


class Whole(_Read, traitlets.Int):
    """A number without a fraction."""

    def read(self, value):
        """Return the number as an int."""
        return whole(self.name, value)


class Flag(_Read, traitlets.Bool):
    """True or False."""

    def read(self, value):
        """Return True or False."""
        return flag(self.name, value)


class Word(_Read, traitlets.Enum):
    """One of some words, or of some numbers."""

    def read(self, value):
        """Return the word, or the number."""
        if all(isinstance(choice, str) for choice in self.values):
            return word(self.name, value, self.values)
        number = one(self.name, value)
        if number not in self.values:
            raise ValueError(
                f"{self.name} must be one of {', '.join(map(str, self.values))} (got {number:g})"
            )
        return self.values[list(self.values).index(number)]


class When(_Read, traitlets.Any):
    """A moment, kept as it was given; never none."""

    allow_none = False

    def read(self, value):
        """Return the moment as it was given, if it is one."""
        instant(self.name, value)
        return value
