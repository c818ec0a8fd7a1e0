"""Forms of an answer: how a recorded value is read as numbers, each with its unit and its place.

Values come from `course.checks.recorder`; nothing here trusts that they are well formed.
"""

from course.checks.forms.chosen import Named, Names, Order, Word, texts_of
from course.checks.forms.numbers import Number, Pieces, Row, Vector
from course.checks.forms.parts import Several, asked_words, tidied
from course.checks.forms.reading import Form, Reading, Size, Unreadable, in_words

__all__ = [
    "Form",
    "Named",
    "Names",
    "Number",
    "Order",
    "Pieces",
    "Reading",
    "Row",
    "Several",
    "Size",
    "Unreadable",
    "Vector",
    "Word",
    "asked_words",
    "in_words",
    "texts_of",
    "tidied",
]
