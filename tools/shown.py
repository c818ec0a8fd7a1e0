"""Numbers as a text shows them: where they stand, which of them build the text, what they round to."""

import datetime as dt
import functools
import re

import numpy as np

from course import data
from course.checks import catalogue
from course.tables import MONTHS
from course.tables import day as in_words

UNITS = 4
NAMES = (
    "SGP4",
    "WGS84",
    "J2",
    "F10.7",
    "TM-107731",
    "SP-4203",
    "STD-8719.14",
    "CC BY 4.0",
    "BSD 3-Clause",
)  # beside those of the tables

_MONTH = f"(?:{'|'.join(MONTHS)})"
_DATE = rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d"
_FIGURE = r"(?:(?<![\w)])[-−])?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMBER = re.compile(rf"(?<![\w.,/])(?:{_DATE}|\d+/\d+|{_FIGURE})(?!\w|[.,/]\d)")
_NAME = re.compile(r"\b[A-Za-z]+(?:-?\d\w*(?:\.\d\w*)*)+(?:[-/]\w+)*|CC BY 4\.0|BSD 3-Clause")
_FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL)
_LINK = re.compile(r"\]\([^)]*\)")
_BUILT = re.compile(r"^(?:#+ )?\d+\. |\[\d+\]|\b[Uu]nits? \d|\b[Pp]arts? \d", re.MULTILINE)


def numbers(text: str) -> list[str]:
    """Return the numbers of a text in their order, as they are shown; a date is one number."""
    for what in (_FORMULA, _LINK, _BUILT, _NAME):
        text = what.sub(lambda found: " " * len(found.group()), text)
    return _NUMBER.findall(text)


def figures(code: str) -> list[str]:
    """Return all numbers of code or of an output; 2022-03-12 is one, and so is 20_180."""
    code = re.sub(r"(?<=\d)[_,](?=\d{3})", "", code)
    return re.findall(r"\d{4}-\d\d-\d\d|(?<![\w.])[-−+]?\d+(?:\.\d+)?", code)


def agrees(number: str, figure: str) -> bool:
    """Return whether a number as it is shown is a figure of code or of an output, rounded."""
    if is_date := re.fullmatch(r"\d{4}-\d\d-\d\d", figure):
        return is_day(number, dt.date.fromisoformat(is_date.group()))
    return not differs(number, float(figure.replace("−", "-")))


def differs(number: str, value: object) -> str:
    """Return how a value differs from a number, to all digits that are shown; nothing if it does not."""
    if not isinstance(value, (int, float, np.number)) or not re.fullmatch(_FIGURE, number):
        return f"that gives {value!r}"
    plain = number.replace(",", "").replace("−", "-")
    half = 0.5 * 10.0 ** -len(plain.partition(".")[2])
    return "" if abs(float(plain) - float(value)) <= half * (1 + 1e-9) else f"that gives {value:.6g}"


def is_day(number: str, day: dt.date) -> bool:
    """Return whether a date as it is shown, whole or in part, is that day."""
    whole = in_words(day)
    parts = (whole, whole.rsplit(" ", 1)[0], whole.split(" ", 1)[1], str(day.year), f"{day:%Y-%m-%d}")
    return number in parts


def built(texts: dict[str, str]) -> list[str]:
    """Return what is out of order in the numbers that build a text, given the text cells of a lesson."""
    whole = _FORMULA.sub("", "\n".join(texts.values()))
    heads = _all(r"^## (\d+)\. ", whole)
    told = [] if heads == _up_to(len(heads)) else [f"headings are numbered {heads}"]
    for cell, text in texts.items():
        items = _all(r"^(\d+)\. ", text)
        told += [] if items == _up_to(len(items)) else [f"cell {cell}: a list is numbered {items}"]
    cited = list(dict.fromkeys(_all(r"\[(\d+)\]", whole)))
    listed = len(_all(r"^(\d+)\. ", texts.get("sources", "")))
    if cited != _up_to(listed):
        told.append(f"{listed} sources are listed, and first cited in the order {cited}")
    told += [
        f"there is no unit {one}" for one in _all(r"\b[Uu]nits? (\d)", whole) if one not in _up_to(UNITS)
    ]
    told += [f"there is no part {one}" for one in _all(r"\b[Pp]arts? (\d)", whole) if one not in heads]
    strange = set(_NAME.findall(_LINK.sub("]", whole))) - _names()
    return told + [f"{one} is a name that no table of the course has" for one in sorted(strange)]


def _all(pattern, text):
    return [int(one) for one in re.findall(pattern, text, re.MULTILINE)]


def _up_to(count):
    return list(range(1, count + 1))


@functools.cache
def _names():
    """Return every name with a digit in it that the tables and the exercises of the course use."""
    tables = (
        "events.csv",
        "references.csv",
        "modules.csv",
        "functions.csv",
        "crew_vehicles.csv",
        "claims.toml",
    )
    known = set(_NAME.findall("\n".join(map(data.read_text, tables))))
    return known | {one.id for exercises in catalogue.UNITS.values() for one in exercises} | set(NAMES)
