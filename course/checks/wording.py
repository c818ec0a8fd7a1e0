"""Wording of messages: no answer given away, at most three sentences."""

import re
from collections.abc import Iterable, Sequence

from course.checks.exercise import Written
from course.tables import counted

GIVEAWAY = 0.01  # a number nearer than this (relative) to an expected value would give it away
MAX_SENTENCES = 3
WHOLE = 1e6  # a whole number below this is shown with all its digits

_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")  # the name of a day, not three numbers
_NUMBER = re.compile(r"(?<![A-Za-z_\d.])-?\d+(?:,\d+)*(?:\.\d+)?(?:e[+-]?\d+)?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?:e[+-]?\d+)?")
_DECIMAL_COMMA = re.compile(r"-?\d+,(?!000\b)\d+(?:e[+-]?\d+)?")
_OWN = re.compile(r"`[^`]*`|\bline \d+ of your cell", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def numbers_in(text: str) -> list[float]:
    """Return the numbers that a text shows; a comma before three digits is read as one of thousands.

    Examples
    --------
    >>> numbers_in("You returned 30,800 m/s for 420 km.")
    [30800.0, 420.0]
    >>> numbers_in("You returned 9 years for 2011-07-21 to 2020-05-30.")
    [9.0]
    >>> numbers_in("You returned 23,29 deg.")
    [23.29]
    """
    return [number for token in _tokens(text) for number in _readings(token)[0]]


def every_reading(text: str) -> list[float]:
    """Return the numbers that a text may show: where a comma may be one of thousands or a decimal one, both.

    Before 000 it is one of thousands: nobody writes a whole number with three zeros behind a decimal comma.

    Examples
    --------
    >>> every_reading("You returned 2,329 m.")
    [2329.0, 2.329]
    """
    return [number for token in _tokens(text) for reading in _readings(token) for number in reading]


def _tokens(text):
    return _NUMBER.findall(_DATE.sub("", text))


def _readings(token):
    """Return each way to read digits with commas, the English one first: a list of numbers each."""
    found = []
    if _THOUSANDS.fullmatch(token):
        found.append([float(token.replace(",", ""))])
    if _DECIMAL_COMMA.fullmatch(token):
        found.append([float(token.replace(",", "."))])
    return found or [[float(part) for part in token.split(",")]]


def sentences_in(text: str) -> int:
    """Return the number of sentences of a text."""
    return len(_SENTENCE_END.findall(text))


def gives_away(text: str, expected: Iterable[float]) -> bool:
    """Return whether a text shows a number within one percent of an expected value, whatever its sign.

    Numbers in code that a student typed, between grave accents, and numbers of lines are the student's own.
    """
    text = _OWN.sub("", text)
    return any(
        abs(abs(shown) - abs(value)) <= GIVEAWAY * abs(value)
        for shown in every_reading(text)
        for value in expected
    )


def first_discreet(texts: Sequence[str], expected: Iterable[float]) -> str:
    """Return the first text that gives nothing away; the last one if none does."""
    return next((text for text in texts if not gives_away(text, expected)), texts[-1])


def shown_number(value: float) -> str:
    """Return a number as a student reads it: whole ones as they are, others to three digits.

    Examples
    --------
    >>> shown_number(30806.8), shown_number(0.93821), shown_number(5.86e7), shown_number(8509)
    ('30,800', '0.938', '58,600,000', '8,509')
    """
    if value == round(value) and abs(value) < WHOLE:
        return f"{value:,.0f}"
    if not 1e-4 <= abs(value) < 1e10:
        return f"{value:.2e}"
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 100 else f"{rounded:g}"


def mark_scheme(exercise: Written) -> list[str]:
    """Return the lines of a mark scheme, as they stand in the guide and in the notebook."""
    return [
        f"- {counted(points, '$count point', '$count points')}: {text}" for points, text in exercise.marks
    ]
