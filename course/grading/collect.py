"""``python -m course collect``: what students handed in, out of ZIP files and folders, into ``submitted/``.

Moodle and Canvas put names and numbers into the names of files; a roster says whose they are. Nothing is
guessed: who cannot be found is named and left where it is, and what was collected before is kept.
"""

import argparse
import contextlib
import json
import re
import time
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from course.checks import catalogue
from course.grading import people
from course.grading.commands import add_course, attempt
from course.grading.gradebook import Gradebook, prepare
from course.grading.pipeline import source_of
from course.grading.pseudonyms import add_key, not_mixed, with_codes
from course.grading.release import ANSWER, CHECK, read_release, release_path

MOODLE = re.compile(r"^(?P<name>[^/]+?)_\d+_assignsubmission_(?:file|onlinetext)_?/?(?P<file>[^/]*)$")
CANVAS = re.compile(r"^(?P<name>[^_/]+)_(?:(?P<late>LATE)_)?(?P<user>\d+)_\d+_(?P<file>[^/]+)$")
COPY = re.compile(r"-(\d+)\.ipynb$")  # Canvas numbers what is handed in again
MOST_BYTES = 50_000_000  # of one file


@dataclass(frozen=True)
class Found:
    """A notebook that somebody handed in: whose, from where, when, and the `copy` of it."""

    who: str
    source: str
    content: bytes
    when: float
    copy: int = 0
    late: bool = False


@dataclass
class Collected:
    """What came of it: `taken` students, and sentences for the teacher."""

    taken: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def collect(argv: Sequence[str] | None = None) -> int:
    """Collect; return 0 if everything was taken, 1 if something was not, 2 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m course collect", description="Take what students handed in for a unit."
    )
    parser.add_argument("unit", metavar="UNIT", help=f"one of {', '.join(catalogue.UNITS)}")
    parser.add_argument("places", nargs="+", type=Path, metavar="FILE", help="ZIP files, folders, notebooks")
    add_course(parser)
    parser.add_argument(
        "--roster", type=Path, metavar="CSV", help=f"a table with columns {','.join(people.COLUMNS)}"
    )
    add_key(parser)
    given = parser.parse_args(argv)
    return attempt(lambda: _collect(given))


def _collect(given):
    course = given.course.resolve()
    roster = read_roster(given.roster) if given.roster else None
    came = take(course, given.unit, _read_all(given.places), roster, given.key)
    print(f"collected: {len(came.taken)}")
    for line in came.told:
        print(f"  {line}")
    if came.missing:
        print(f"not collected: {len(came.missing)}")
        for line in came.missing:
            print(f"  {line}")
    if roster:
        codes = with_codes(given.key, list(roster), roster) if given.key else {}
        submitted = course / "submitted"
        absent = [one for one in roster if not (submitted / codes.get(one, one) / given.unit).is_dir()]
        if absent:
            print(f"nothing from: {', '.join(absent)}")
        if not given.key:
            _introduce(course, given.unit, roster)
    return int(bool(came.missing) or not came.taken)


def _read_all(places):
    return [found for place in places for found in read(place)]


def read_roster(path: Path) -> dict[str, dict[str, str]]:
    """Return a class by the names of its students' folders.

    Raises
    ------
    ValueError
        If the column "student" is missing, or a name stands there twice or cannot name a folder.
    """
    roster: dict[str, dict[str, str]] = {}
    for row in people.read_table(path, "roster", people.COLUMNS):
        name = row["student"]
        if not _is_name(name) or name in roster:
            raise ValueError(f"{path}: {name!r} stands there twice, or cannot be the name of a folder")
        roster[name] = row
    if not roster:
        raise ValueError(f"{path} names nobody: below its first line stands a line for each student")
    return roster


def read(place: Path) -> Iterator[Found]:
    """Yield the notebooks in a ZIP file, in a folder, or the one notebook that a file is.

    Raises
    ------
    ValueError
        If it is not there, or is a ZIP file that is not whole.
    """
    if place.is_dir():
        for path in sorted(place.rglob("*.ipynb")):
            inside = path.relative_to(place)
            if path.is_file() and not path.is_symlink() and not _hidden(inside.parts):
                yield _found(PurePosixPath(*inside.parts), path.read_bytes(), path.stat().st_mtime, place)
    elif place.suffix.lower() == ".ipynb" and place.is_file():
        yield _found(PurePosixPath(place.name), place.read_bytes(), place.stat().st_mtime, place.parent)
    elif place.is_file():
        yield from _unpacked(place)
    else:
        raise ValueError(f"there is no {place}")


def _unpacked(place):
    try:
        with zipfile.ZipFile(place) as packed:
            for one in packed.infolist():
                inside = PurePosixPath(one.filename.replace("\\", "/"))
                if one.is_dir() or inside.suffix.lower() != ".ipynb" or _hidden(inside.parts):
                    continue
                if one.file_size > MOST_BYTES:
                    raise ValueError(f"{place}: {inside} is larger than {MOST_BYTES // 1_000_000} MB")
                yield _found(inside, packed.read(one), time.mktime((*one.date_time, 0, 0, -1)), place)
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise ValueError(f"{place} is not a whole ZIP file ({error}): download it again") from None


def _hidden(parts):
    return any(part.startswith((".", "__MACOSX")) or part == ".." for part in parts)


def _found(inside, content, when, place):
    source = f"{place.name}: {inside}"
    for at in range(len(inside.parts)):
        rest = "/".join(inside.parts[at:])
        if told := MOODLE.match(rest):
            return Found(told["name"], source, content, when)
        if told := CANVAS.match(rest):
            again = COPY.search(told["file"])
            return Found(
                told["name"], source, content, when, int(again[1]) if again else 0, bool(told["late"])
            )
    named = [part for part in (place.stem, *inside.parts[:-1], inside.stem) if part not in catalogue.UNITS]
    who = named[-1] if inside.stem in catalogue.UNITS or len(inside.parts) == 1 else inside.parts[-2]
    return Found(inside.stem if who in catalogue.UNITS else who, source, content, when)


def take(
    course: Path, unit: str, found: list[Found], roster: dict | None = None, key: Path | None = None
) -> Collected:
    """Put notebooks where grading looks for them, the latest of each student; say what came of each.

    With a `key` they lie under codes, and the key says whose they are.
    """
    release_path(course, unit)  # or say that there is no such unit
    came = Collected()
    latest: dict[str, Found] = {}
    for one in found:
        name = _student(one.who, roster)
        other = _other_unit(one.content, unit)
        if name is None:
            came.missing.append(f"{one.source}: {one.who!r} is not in the roster, or not only once")
        elif other:
            came.missing.append(f"{one.source}: this is unit {other}")
        elif name in latest:
            first, second = sorted((latest[name], one), key=lambda each: (each.copy, each.when))
            latest[name] = second
            came.told.append(f"{name}: of two files the later counts, {second.source} (not {first.source})")
        else:
            latest[name] = one
    not_mixed(course, key, [*latest, *(roster or ())])
    codes = with_codes(key, sorted(latest), roster) if key else {}
    for name, one in sorted(latest.items()):
        path = course / "submitted" / codes.get(name, name) / unit / f"{unit}.ipynb"
        _keep_earlier(course, path, one.content)
        _write(path, one.content)
        came.taken.append(name)
        if one.late:
            came.told.append(f"{name}: Canvas says that it came late")
    return came


def _student(who, roster):
    if roster is None:
        name = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", who)).strip("-.")
        return name if _is_name(name) else None
    if who in roster:
        return who
    wanted = people.plain(who)
    fits = [name for name, row in roster.items() if wanted in people.spellings(name, row)]
    return fits[0] if len(fits) == 1 else None


def _is_name(name):
    return bool(name) and not name.startswith(".") and not re.search(r'[/\\:*?"<>|\x00-\x1f]', name)


def _other_unit(content, unit):
    """Return another unit whose answers a notebook holds, None if it holds this one's or cannot be read."""
    try:
        ids = {cell.get("id") for cell in json.loads(content)["cells"]}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # grading repairs it, or says what is wrong with it
    counts = {}
    for one in catalogue.UNITS:
        release = read_release(release_path(Path("."), one), one)
        counts[one] = sum(cell.id in ids for cell in release.cells if cell.role in (ANSWER, CHECK))
    best = max(counts, key=lambda one: counts[one])
    return best if counts[best] and not counts[unit] else None


def _keep_earlier(course, path, content):
    if path.exists() and path.read_bytes() != content:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(path.stat().st_mtime))
        earlier = course / "submitted-earlier" / path.parent.parent.name / f"{path.stem}-{stamp}.ipynb"
        _write(earlier, path.read_bytes())


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _introduce(course, unit, roster):
    """Tell the gradebook who is who."""
    prepare(course, unit, source_of(course, unit))
    with contextlib.closing(Gradebook(course, unit)) as book, book.transaction():
        for name, row in roster.items():
            book.db.execute("INSERT OR IGNORE INTO student (id) VALUES (?)", (name,))
            told = (*(row[key] for key in people.COLUMNS[1:]), name)
            book.db.execute("UPDATE student SET first_name = ?, last_name = ?, email = ? WHERE id = ?", told)
