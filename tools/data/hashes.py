"""Bring the hashes in ``SOURCES.toml`` up to date, and say what has to be made again.

    python -m tools.data.hashes                 writes the sha256 of every data file that changed
    python -m tools.data.hashes cities.csv.gz   also that this file was made again and came out as it was

An entry with `made_from` is of a file that is computed from other data files: it names each of them with the
first digits of the sha256 that it had then. Where that is another one now, the file is out of date.
"""

import hashlib
import re
import sys
import tomllib
from collections.abc import Collection, Mapping

from tools.data import DATA

SOURCES = DATA / "SOURCES.toml"
DIGITS = 12


def sha256(name: str) -> str:
    """Return the hash of a data file as it is now."""
    return hashlib.sha256((DATA / name).read_bytes()).hexdigest()


def made_from(entry: Mapping[str, str]) -> dict[str, str]:
    """Return what an entry says of the data files behind its own: name to first digits of the hash."""
    return dict(part.split() for part in entry.get("made_from", "").split(", ") if part)


def outdated(sources: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return, in sentences, which files were made from data files that are others now, and by what."""
    return [
        f"{name} was made from another {other}: make it again by {entry['made_by']}, "
        f"then `python -m tools.data.hashes {name}`"
        for name, entry in sources.items()
        for other, start in made_from(entry).items()
        if sha256(other)[:DIGITS] != start
    ]


def updated(text: str, again: Collection[str] = ()) -> str:
    """Return the text of ``SOURCES.toml`` with the hashes of what changed, or was made again."""
    for name, entry in tomllib.loads(text).items():
        digest = sha256(name)
        if digest == entry["sha256"] and name not in again:
            continue
        start = text.index(f'["{name}"]\n')
        end = text.find('\n["', start)
        end = len(text) if end < 0 else end
        behind = ", ".join(f"{other} {sha256(other)[:DIGITS]}" for other in made_from(entry))
        part = text[start:end].replace(entry["sha256"], digest)
        part = re.sub(r"^made_from = .*$", f'made_from = "{behind}"', part, flags=re.M)
        text = text[:start] + part + text[end:]
    return text


def main(*again: str) -> None:
    """Write the hashes, and print what is left to do."""
    before = SOURCES.read_text("utf-8")
    if unknown := set(again) - set(tomllib.loads(before)):
        sys.exit(f"There is no entry in SOURCES.toml for {', '.join(sorted(unknown))}.")
    after = updated(before, again)
    SOURCES.write_text(after, "utf-8")
    old, new = tomllib.loads(before), tomllib.loads(after)
    for name in new:
        if new[name] != old[name]:
            print(f"{name}: {new[name]['sha256']}. Is its date, {new[name]['date']}, the right one?")
    for line in outdated(new):
        print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
