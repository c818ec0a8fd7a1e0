"""Marking without names: a class under codes, and the key that says who is who, kept in another place.

``collect --key FILE`` puts each notebook under a code, so that neither Formgrader nor the gradebook knows a
name; ``feedback``, ``export`` and ``report`` with the same key give the names back.
"""

import argparse
import csv
import io
import os
import secrets
from dataclasses import replace
from pathlib import Path

from course.grading import store
from course.grading.standing import Standing

COLUMNS = ("code", "student", "first_name", "last_name", "email")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
LENGTH = 6


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
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    key = {row["code"]: row for row in rows if set(COLUMNS) <= row.keys() and all(map(row.get, COLUMNS[:2]))}
    if len({row["student"] for row in key.values()}) < len(rows):
        raise ValueError(f"{path} is no key of a class: it needs the columns {','.join(COLUMNS)}, each once")
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


def with_codes(
    course: Path, path: Path, students: list[str], roster: dict[str, dict[str, str]] | None
) -> dict[str, str]:
    """Return the code of each student; those who have none yet are given one, and the key is written.

    Raises
    ------
    ValueError
        If the key would lie in the course, where whoever marks would find it.
    """
    if path.resolve().is_relative_to(course.resolve()):
        raise ValueError(f"{path} lies in the course, beside what is marked: keep the key in another place")
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


def code_of(path: Path, student: str) -> str:
    """Return a student's code."""
    for code, row in read_key(path).items():
        if student in (code, row["student"]):
            return code
    raise ValueError(f"{student} does not stand in {path}")


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
