"""Two-line element format: what stands in which column, and errors that show it.

The format was made for punched cards: 69 characters a line, every digit in its own column, the last one a
checksum. A valid checksum does not prove that a set is real, only that no single digit was mistyped.

References
----------
.. [1] D. Vallado, P. Crawford, R. Hujsak, T. Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753,
   appendix B (TLE format).
"""

import re
from collections.abc import Iterable, Sequence

from course.quantities import shown

LENGTH = 69
TEMPLATES = (
    "1 NNNNNC NNNNNAAA NNNNN.NNNNNNNN +.NNNNNNNN +NNNNN-N +NNNNN-N N NNNNN",
    "2 NNNNN NNN.NNNN NNN.NNNN NNNNNNN NNN.NNNN NNN.NNNN NN.NNNNNNNNNNNNNN",
)
_WHOLE = r" *\d+"  # right-aligned: blanks may stand before the digits, never among them
_EXPONENT = r"[ +-]\d{5}[+-]\d"
_ANGLE = r" *\d+\.\d{4}"
FIELDS = (  # first and last column as the format counts them, from 1; name; what must stand there
    (
        (3, 7, "catalogue number", r"[A-HJ-NP-Z]\d{4}| *\d+"),
        (8, 8, "classification", r"[UCS]"),
        (10, 17, "international designator", r"(\d{5}[A-Z]{1,3}| +) *"),
        (19, 20, "epoch year", r"\d\d"),
        (21, 32, "epoch day of the year", r" *\d+\.\d{8}"),
        (34, 43, "half the change of the mean motion", r"[ +-]\.\d{8}"),
        (45, 52, "second change of the mean motion", _EXPONENT),
        (54, 61, "drag term B*", _EXPONENT),
        (63, 63, "ephemeris type", r"[\d ]"),
        (65, 68, "element set number", _WHOLE),
        (69, 69, "checksum", r"\d"),
    ),
    (
        (3, 7, "catalogue number", r"[A-HJ-NP-Z]\d{4}| *\d+"),
        (9, 16, "inclination", _ANGLE),
        (18, 25, "right ascension of the node", _ANGLE),
        (27, 33, "eccentricity", r"\d{7}"),
        (35, 42, "argument of perigee", _ANGLE),
        (44, 51, "mean anomaly", _ANGLE),
        (53, 63, "mean motion", r" *\d+\.\d{8}"),
        (64, 68, "revolution number", _WHOLE),
        (69, 69, "checksum", r"\d"),
    ),
)


class ElementSetError(ValueError):
    """An element set that does not fit the format; the message shows the line and marks the columns."""


def read_lines(text: str) -> tuple[str, str]:
    """Return the two checked lines of an element set.

    Raises
    ------
    ElementSetError
        With the line, the official pattern above it and marks under the columns that do not fit.
    """
    if not isinstance(text, str):
        raise ElementSetError(f"an element set is a text of two lines (got {shown(text)})")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 3:
        lines = lines[1:]  # the name of the satellite stands above the two lines
    if len(lines) != 2:
        raise ElementSetError(
            f"an element set has two lines, or three with a name above (got {len(lines)} lines)"
        )
    for number, line in enumerate(lines, start=1):
        _check_line(number, line)
    if lines[0][2:7] != lines[1][2:7]:
        raise ElementSetError(
            f"the two lines belong to different satellites: line 1 is of {lines[0][2:7]}, "
            f"line 2 of {lines[1][2:7]}"
        )
    _check_ranges(*lines)
    return lines[0], lines[1]


def catalogue_number(line: str) -> int | None:
    """Return the number of the satellite from either line; a letter stands for two digits: A0001 is 100001.

    The letters I and O, which look like digits, do not exist in it.

    Examples
    --------
    >>> catalogue_number("1 25544U 98067A"), catalogue_number("1 T0001U 20001A")
    (25544, 270001)
    """
    written = line[2:7].strip()
    if written[:1].isalpha():
        place = "ABCDEFGHJKLMNPQRSTUVWXYZ".find(written[0])
        return 10_000 * (10 + place) + int(written[1:]) if place >= 0 and written[1:].isdecimal() else None
    return int(written) if written.isdecimal() else None


def checksum(line: str) -> int:
    """Return the checksum of a line: the sum of its digits, each minus sign counting 1, modulo 10.

    Examples
    --------
    >>> checksum("1 25544U 98067A   22071.78032407  .00021395  00000-0  39008-3 0  999")
    6
    """
    return sum(int(mark) if mark.isdigit() else mark == "-" for mark in line[: LENGTH - 1]) % 10


def _check_line(number: int, line: str) -> None:
    if not line.startswith(f"{number} "):
        raise ElementSetError(_picture(number, line, [(1, 2)], f"line {number} must begin with '{number} '"))
    if not line.isascii():
        column = next(place for place, mark in enumerate(line, start=1) if not mark.isascii())
        raise ElementSetError(
            _picture(number, line, [(column, column)], "only plain ASCII characters are allowed")
        )
    wrong = _misfits(FIELDS[number - 1], line)
    if len(line) > LENGTH and not _misfits(FIELDS[number - 1], line[:LENGTH]):
        raise ElementSetError(
            _picture(
                number,
                line,
                [(LENGTH + 1, len(line))],
                f"more follows after column {LENGTH}, where the line ends ({shown(line[LENGTH:].strip())}): "
                "cut it off",
            )
        )
    if len(line) != LENGTH:
        at = [field[:2] for field in wrong[:1]]
        raise ElementSetError(
            _picture(
                number,
                line,
                at,
                f"a line has {LENGTH} characters (got {len(line)}): one may be lost or doubled",
            )
        )
    if wrong:
        names = ", ".join(f"{name} (columns {first}-{last})" for first, last, name in wrong)
        raise ElementSetError(
            _picture(number, line, [field[:2] for field in wrong], f"does not fit: {names}")
        )
    if checksum(line) != int(line[-1]):
        raise ElementSetError(
            _picture(
                number,
                line,
                [(69, 69)],
                f"the digits give the checksum {checksum(line)}, the line ends in {line[-1]}",
            )
        )


def _misfits(fields: Iterable[tuple[int, int, str, str]], line: str) -> list[tuple[int, int, str]]:
    """Return (first, last, name) of each field, and of each gap between fields, that does not fit."""
    wrong: list[tuple[int, int, str]] = []
    last_column = 2
    for first, last, name, pattern in fields:
        if line[last_column : first - 1].strip(" "):
            wrong.append((last_column + 1, first - 1, f"the gap before {name}"))
        if not re.fullmatch(pattern, line[first - 1 : last]):
            wrong.append((first, last, name))
        last_column = last
    return wrong


def _check_ranges(line1: str, line2: str) -> None:
    limits = (
        (1, line1, 20, 32, "epoch day of the year", 1, 367),
        (2, line2, 8, 16, "inclination", 0, 180),
        (2, line2, 17, 25, "right ascension of the node", 0, 360),
        (2, line2, 34, 42, "argument of perigee", 0, 360),
        (2, line2, 43, 51, "mean anomaly", 0, 360),
        (2, line2, 52, 63, "mean motion", 0.05, 18),
    )
    for number, line, start, stop, name, low, high in limits:
        if not low <= float(line[start:stop]) <= high:
            raise ElementSetError(
                _picture(
                    number, line, [(start + 1, stop)], f"the {name} must lie between {low:g} and {high:g}"
                )
            )


def _picture(number: int, line: str, columns: Sequence[tuple[int, int]], message: str) -> str:
    marks = "".join(
        "^" if any(first <= column <= last for first, last in columns) else " "
        for column in range(1, max(LENGTH, len(line)) + 1)
    ).rstrip()
    return (
        f"line {number} of the element set: {message}\n"
        f"  pattern  {TEMPLATES[number - 1]}\n"
        f"  got      {line}" + (f"\n           {marks}" if marks else "")
    )
