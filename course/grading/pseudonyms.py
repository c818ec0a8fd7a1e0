"""Marking without names: a class under codes, and the key that says who is who, kept in another place.

``collect --key FILE`` puts each notebook under a code, so that neither Formgrader nor the gradebook knows a
name; ``feedback``, ``export`` and ``report`` with the same key give the names back.
"""

import argparse
import csv
import io
import os
import re
import secrets
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from course.grading import people, store
from course.grading.standing import Standing

COLUMNS: tuple[str, ...] = ("code", *people.COLUMNS)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
LENGTH = 6
CODE = re.compile(f"s-[{LETTERS}]{{{LENGTH}}}")


class NotInKey(ValueError):
    """Nobody in a key is called so."""


def add_key(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where the key is."""
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="who is who in a class that was collected without names"
    )


def read_key(path: Path) -> dict[str, dict[str, str]]:
    """Return the rows of a key by their codes.

    Raises
    ------
    ValueError
        If it is no key, or somebody stands there twice.
    """
    rows = people.read_table(path, "key", COLUMNS, needed=len(COLUMNS))
    key = {row["code"]: row for row in rows if row["code"] and row["student"]}
    if len({row["student"] for row in key.values()}) < len(rows):
        raise ValueError(f"{path} is no key of a class: somebody or a code stands there twice, or not at all")
    return key


def write_key(path: Path, key: dict[str, dict[str, str]]) -> None:
    """Write a key, for nobody but its owner to read."""
    told = io.StringIO()
    table = csv.DictWriter(told, COLUMNS, lineterminator="\n", extrasaction="ignore")
    table.writeheader()
    table.writerows(sorted(key.values(), key=lambda row: row["student"]))
    path.parent.mkdir(parents=True, exist_ok=True)
    store.write_whole(path, told.getvalue())
    os.chmod(path, 0o600)


def with_codes(path: Path, students: list[str], roster: dict[str, dict[str, str]] | None) -> dict[str, str]:
    """Return the code of each student; those who have none yet are given one, and the key is written."""
    key = read_key(path) if path.exists() else {}
    codes = {row["student"]: code for code, row in key.items()}
    for name in students:
        if name not in codes:
            codes[name] = code = _new_code(key)
            key[code] = {**dict.fromkeys(COLUMNS, ""), "code": code, "student": name}
        if roster:
            key[codes[name]].update(roster[name])
    write_key(path, key)
    return {name: codes[name] for name in students}


def _new_code(key):
    while (code := "s-" + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))) in key:
        pass
    return code


def code_of(path: Path, student: str) -> tuple[str, dict[str, str]]:
    """Return the code and the row of the one who is called so, by a code, a name or an address.

    Raises
    ------
    NotInKey, ValueError
        If nobody is called so, or several people are.
    """
    key = read_key(path)
    if student in key:
        return student, key[student]
    by_name = {row["student"]: row for row in key.values()}
    found = people.called(student, by_name)
    if len(found) > 1:
        told = ", ".join(people.described(one, by_name[one]) for one in found)
        raise ValueError(f"{len(found)} people of {path} are called {student}: {told}. Name one of them.")
    if not found:
        raise NotInKey(f"nobody in {path} is called {student}.{people.like(student, by_name)}")
    return by_name[found[0]]["code"], by_name[found[0]]


def not_mixed(course: Path, path: Path | None, students: Collection[str]) -> None:
    """Raise a ValueError where a class would hold names beside codes, or its key beside what is marked.

    Parameters
    ----------
    students : collection of str
        Names that come with what is collected: whoever is called like a code is known by them.
    """
    there = set(people.known(course)) - set(students)
    codes = sorted(one for one in there if CODE.fullmatch(one))
    if path is None:
        if codes:
            raise ValueError(f"{under_codes(codes)}: give --key FILE, the key that it was collected with.")
        return
    if path.resolve().is_relative_to(course.resolve()):
        raise ValueError(f"{path} lies in the course, beside what is marked: keep the key in another place")
    names = sorted(set(people.known(course)) - set(codes))
    if names:
        raise ValueError(
            f"This class holds names ({_some(names)}): a key begins with an empty class (--course DIR)."
        )
    strange = sorted(set(codes) - set(read_key(path))) if codes else []
    if strange:
        raise ValueError(
            f"{path} does not know the codes of this class ({_some(strange)}): "
            "give the key that it was collected with."
        )


def under_codes(codes: Collection[str]) -> str:
    """Return the beginning of a sentence on a class that knows nobody's name."""
    return f"This class is under codes ({_some(sorted(codes))})"


def _some(names):
    return ", ".join([*names[:3], *(["..."] if len(names) > 3 else [])])


def drop(path: Path, code: str) -> None:
    """Take a student out of the key."""
    write_key(path, {one: row for one, row in read_key(path).items() if one != code})


def named(found: list[Standing], path: Path | None) -> list[Standing]:
    """Return standings under the names that a key gives back; as they are without a key."""
    if path is None:
        return found
    key = read_key(path)
    told = [replace(one, **_names(key[one.student])) if one.student in key else one for one in found]
    return sorted(told, key=lambda one: one.student)


def _names(row):
    return {name: row[name] or "" for name in COLUMNS[1:]}
