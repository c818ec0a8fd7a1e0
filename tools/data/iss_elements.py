"""Make ``iss_elements.csv``: the dated element sets of the ISS, checked, ordered, each with its source.

    python -m tools.data.iss_elements TABLE.csv|SETS.txt ...

A table has the columns ``line1,line2,source`` and may have ``trust`` (rows other than "real" are left out:
test data that was edited, placeholder drag). A text file holds two-line sets below ``# source`` lines. Sets
are facts of the US space surveillance network, found as copies in public repositories; run it on the shipped
file plus new sets to add some.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from course.elements import ElementSet, parse
from tools.data import DATA

TARGET = DATA / "iss_elements.csv"


def read(path: Path) -> Iterator[ElementSet]:
    """Yield the element sets of one input file."""
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as table:
            for row in csv.DictReader(table):
                if row.get("trust", "real") == "real":
                    yield parse(f"{row['line1']}\n{row['line2']}", source=clean(row["source"]))
        return
    source, lines = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            source = line[1:].strip()
        elif line.strip():
            lines.append(line)
            if len(lines) == 2:
                yield parse("\n".join(lines), source=source)
                lines = []


def clean(source: str) -> str:
    """Return a source without notes to the collector, in one form for every repository."""
    if " on GitHub" in source:  # a row of the shipped file has that form already
        return source
    source = source.split(" (")[0].split(" @")[0].replace(":", " ").replace("GitHub ", "")
    if source == "source file":
        return "public source file on GitHub"
    publisher, _, path = source.partition(" ")
    return source if publisher in ("PyPI", "Debian", "npm") else f"{publisher} on GitHub: {path}"


def main(paths: Iterable[str]) -> None:
    """Write the table from the given files."""
    sets = {found.line1: found for path in paths for found in read(Path(path))}
    with TARGET.open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["epoch_utc", "line1", "line2", "source"])
        for found in sorted(sets.values(), key=lambda one: one.epoch_utc):
            writer.writerow([found.epoch_utc.astype("datetime64[s]"), found.line1, found.line2, found.source])
    print(f"{TARGET.name}: {len(sets)} element sets")


if __name__ == "__main__":
    main(sys.argv[1:])
