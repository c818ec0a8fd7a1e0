"""Put the tables of facts that are written by hand into their one form: order, quoting, line ends.

    python -m tools.data.facts

Run it after editing one of the tables; it refuses unknown columns and dates that are none.
`hashes.py` then writes the new hashes into ``SOURCES.toml``. The facts themselves are compiled from the
sources that each row names.
"""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from tools.data import DATA

FOLDER = DATA
TABLES = {  # file: (columns that hold dates, columns that set the order)
    "modules.csv": (("launched", "joined", "removed"), ("joined",)),
    "attachments.csv": (("since",), ("since",)),
    "functions.csv": (("since", "until"), ()),
    "station_masses.csv": (("day",), ()),
    "events.csv": (("date", "source_date"), ("date",)),
    "references.csv": (("source_date",), ("id",)),
    "ports.csv": ((), ()),
    "shapes.csv": (("until",), ()),
    "crew_vehicles.csv": (("first_day", "last_day"), ("first_day",)),
}


def tidy(path: Path, dates: Sequence[str], order: Sequence[str]) -> None:
    """Write a table back in its one form."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        columns = reader.fieldnames or ()
        rows = [{column: cell.strip() for column, cell in row.items()} for row in reader]
    for row in rows:
        for column in dates:
            if row[column]:
                dt.date.fromisoformat(row[column])
    if order:
        rows.sort(key=lambda row: [row[column] for column in order])
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    for name, (dates, order) in TABLES.items():
        tidy(FOLDER / name, dates, order)
