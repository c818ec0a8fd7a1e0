"""Arguments: read, checked, and handed back as students expect them; numbers with a unit, words, moments.

Every public function reads what it is given here, so that bad input is treated in one way:

- a scalar gives a plain ``float`` back, an array gives an array;
- ``nan`` stays ``nan`` at its place, it never becomes a number; a masked entry becomes ``nan``;
- a value outside its range raises a ValueError that names the quantity, the value and its unit;
- text, ``None``, truth values and complex numbers are no numbers, and raise a TypeError;
- a word is one of those that are known, a flag is True or False, a moment is never a bare number.
"""

from course.quantities.moments import Moment, Moments, MomentsLike, instant, instants
from course.quantities.numbers import (
    ANY_TURN,
    LARGEST,
    Array,
    Floats,
    Limits,
    one,
    pair,
    plain,
    quantity,
    together,
    whole,
)
from course.quantities.shown import shown
from course.quantities.words import flag, text, word

__all__ = [
    "ANY_TURN",
    "LARGEST",
    "Array",
    "Floats",
    "Limits",
    "Moment",
    "Moments",
    "MomentsLike",
    "flag",
    "instant",
    "instants",
    "one",
    "pair",
    "plain",
    "quantity",
    "shown",
    "text",
    "together",
    "whole",
    "word",
]
