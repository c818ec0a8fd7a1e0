"""People of a class: the tables that name them, how a name may be spelled, and who is known in a course.

A roster and a key are read here. Nothing is guessed: what is no table is told in a sentence, and who is only
like a name is named, never taken for it.
"""

import contextlib
import csv
import difflib
import io
import sqlite3
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

COLUMNS: tuple[str, ...] = ("student", "first_name", "last_name", "email")
FOLDERS = ("submitted", "submitted-earlier", "autograded", "feedback")
MOST_LIKE = 3
ALIKE = 0.75  # of difflib's ratio: a letter or two of a name are other ones

Row = Mapping[str, str]


def read_table(path: Path, what: str, columns: Sequence[str], needed: int = 1) -> list[dict[str, str]]:
    """Return the rows of a table in a file, their cells without blanks around them.

    Parameters
    ----------
    what : str
        What the file is to be, such as "roster", for a sentence.
    columns : sequence of str
        Those that are read; the first ones, as many as are `needed`, must be there.

    Raises
    ------
    ValueError
        If there is no such file, it is no text, or no such table is in it.
    """
    if not path.exists():
        raise ValueError(f"there is no {what} {path}")
    needs = f"it needs a first line with the columns {','.join(columns)}"
    if not path.is_file():
        raise ValueError(f"{path} is no {what} of a class but a folder: {needs}")
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            text = file.read()
        first = text.partition("\n")[0]
        rows = csv.DictReader(
            io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ","
        )
        found = [{key: (row.get(key) or "").strip() for key in columns} for row in rows]
    except (UnicodeDecodeError, csv.Error):
        raise ValueError(
            f"{path} is no {what} of a class: it is not text in UTF-8 (a table program saves it as CSV UTF-8)"
        ) from None
    if not set(columns[:needed]) <= set(rows.fieldnames or ()):
        raise ValueError(f"{path} is no {what} of a class: {needs}")
    return found


def plain(text: str) -> str:
    """Return a name without capitals, accents, blanks and signs.

    Examples
    --------
    >>> plain("Björn O'Neil") == plain("bjorn-oneil")
    True
    """
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in text if letter.isalnum())


def spellings(name: str, row: Row) -> set[str]:
    """Return the plain ways in which somebody is written as a whole: folder, full name, address."""
    first, last, email = (row.get(key, "") for key in COLUMNS[1:])
    told = {name, f"{first}{last}", f"{last}{first}", email, email.partition("@")[0]}
    return {plain(one) for one in told if one}


def called(name: str, people: Mapping[str, Row]) -> list[str]:
    """Return who is written so: exactly as the folder, or else in any way, the first or last name too."""
    if name in people:
        return [name]
    wanted, parts = plain(name), COLUMNS[1:3]
    return [
        one
        for one, row in people.items()
        if wanted in spellings(one, row) | {plain(row.get(part, "")) for part in parts} - {""}
    ]


def same(name: str, row: Row, people: Mapping[str, Row]) -> list[str]:
    """Return who is written as somebody is, as a whole."""
    return [one for one, other in people.items() if spellings(name, row) & spellings(one, other)]


def like(name: str, people: Mapping[str, Row]) -> str:
    """Return who is perhaps meant, for the end of a sentence; "" if nobody is."""
    found = dict.fromkeys(called(name, people))
    written = {
        each: one
        for one, row in people.items()
        for part in COLUMNS[1:3]
        for each in {*spellings(one, row), plain(row.get(part, ""))} - {""}
    }
    for one in difflib.get_close_matches(plain(name), written, n=MOST_LIKE, cutoff=ALIKE):
        found[written[one]] = None
    shown = [described(one, people[one]) for one in list(found)[:MOST_LIKE]]
    return f" Like it: {', '.join(shown)}." if shown else ""


def described(name: str, row: Row) -> str:
    """Return a name with what else is known, such as "ada (Ada Lovelace, ada@example.org)"."""
    full = " ".join(filter(None, (row.get("first_name"), row.get("last_name"))))
    more = ", ".join(filter(None, (full, row.get("email"))))
    return f"{name} ({more})" if more else name


def known(course: Path) -> dict[str, Row]:
    """Return everybody of whom there is a folder or a row of the gradebook, with what the gradebook knows."""
    found: dict[str, Row] = {}
    for folder in FOLDERS:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            for one in sorted((course / folder).iterdir()):
                if not one.name.startswith("."):
                    found[one.name] = {}
    for name, row in _in_gradebook(course).items():
        found[name] = row
    return found


def _in_gradebook(course):
    path = course / "gradebook.db"
    if not path.exists():
        return {}
    asked = "SELECT id, first_name, last_name, email FROM student"
    try:
        with contextlib.closing(sqlite3.connect(path)) as db:
            rows = db.execute(asked).fetchall()
    except sqlite3.Error:  # whoever needs it will say why it cannot be used
        return {}
    return {name: dict(zip(COLUMNS[1:], (one or "" for one in row), strict=True)) for name, *row in rows}
