"""Cities and their people, in both views of the borders. Authorities: the atlas and GeoNames."""

import numpy as np
import pytest
import shapely

from course import cities, geography
from course.areas import areas
from tools.data.cities import DRAWN_AS, NEAR_DEG, de_facto_owner, un_owner

# the atlas draws the zone of the United Nations' force (UNDOF, 1974) with Israel; GeoNames has it in Syria
BEHIND_THE_LINE_OF_1974 = {("Al Qunayţirah", view, "SYR", "ISR") for view in geography.VIEWS}

# town, latitude, longitude, country as GeoNames has it, owner in the United Nations' view, de-facto owner
TOWNS = [
    ("Ariel", 32.1065, 35.18449, "ISR", "PSE", "PSE"),
    ("Modiin Ilit", 31.93221, 35.04416, "ISR", "PSE", "PSE"),
    ("Bethlehem", 31.70487, 35.20376, "PSE", "PSE", "PSE"),
    ("Jerusalem", 31.76904, 35.21633, "ISR", "ISR", "ISR"),  # within the atlas's error of the line
    ("Kafr Qasim", 32.11406, 34.97624, "ISR", "ISR", "ISR"),
    ("Smara", 26.73841, -11.67194, "MAR", "ESH", "MAR"),
    ("Laayoune", 27.1418, -13.18797, "ESH", "ESH", "MAR"),
    ("Tifariti", 26.1579, -10.55889, "ESH", "ESH", "ESH"),
    ("Tan-Tan", 28.43799, -11.10321, "MAR", "MAR", "MAR"),
    ("Katzrin", 32.99194, 35.69139, "ISR", "SYR", "ISR"),
    ("Majdal Shams", 33.27029, 35.7716, "SYR", "SYR", "ISR"),
    ("Quneitra", 33.12595, 35.82461, "SYR", "SYR", "SYR"),
    ("Shamir", 33.16596, 35.66022, "ISR", "ISR", "ISR"),
    ("En Gev", 32.78323, 35.63885, "ISR", "ISR", "ISR"),
    ("Kafia Kingi", 9.27345, 24.41701, "SSD", "SDN", "SDN"),
    ("Juba", 4.85165, 31.58247, "SSD", "SSD", "SSD"),
    ("Simferopol", 44.95719, 34.11079, "UKR", "UKR", "RUS"),
    ("Donetsk", 48.023, 37.80224, "UKR", "UKR", "UKR"),
    ("Kyrenia", 35.33636, 33.31729, "CYP", "CYP", "CYN"),
    ("Famagusta", 35.12489, 33.94135, "CYP", "CYP", "CYN"),
    (
        "Nicosia",
        35.17284,
        33.35397,
        "CYP",
        "CYP",
        "CYP",
    ),  # the atlas draws its line through the southern part
    ("Káto Lakatámeia", 35.11755, 33.32539, "CYP", "CYP", "CYP"),
    ("Káto Pýrgos", 35.17897, 32.686, "CYP", "CYP", "CYP"),  # a harbour west of the line
    ("Dakhla", 23.68477, -15.95798, "ESH", "ESH", "MAR"),  # a harbour outside of the outline of its coast
    ("Armyansk", 46.10919, 33.69206, "UKR", "UKR", "RUS"),
    ("Hargeysa", 9.56, 44.065, "SOM", "SOM", "SOL"),
    ("Sukhumi", 43.00697, 40.98930, "GEO", "GEO", "GEO"),
    ("Pristina", 42.67272, 21.16688, "XKX", "XKX", "XKX"),
    ("Srinagar", 34.08565, 74.80555, "IND", "IND", "IND"),
    ("Gilgit", 35.91869, 74.31245, "PAK", "PAK", "PAK"),
    ("Ceuta", 35.88919, -5.32042, "ESP", "ESP", "ESP"),  # a town that the atlas leaves out
]


def test_cities_are_counted_once():
    russia = cities.table("RUS")
    assert russia["name"].head(2).tolist() == ["Moscow", "Saint Petersburg"]
    assert "Kalininskiy" not in set(russia["name"])  # a district of Saint Petersburg, half a million people
    assert {"Khimki", "Voronezh", "Orenburg", "Khabarovsk"} <= set(russia["name"])
    assert cities.find("new delhi")["iso3"] == "IND"  # a district by the rule, kept as a capital


@pytest.mark.parametrize("code, million", [("DEU", 82.9), ("JPN", 126.5), ("UKR", 40.0)])
def test_people_add_up_where_every_village_is_listed(code, million):
    bands = (
        cities.population_bands()
    )  # national counts as GeoNames gives them; with districts 11 to 18 % more
    assert bands.people[bands.un == code].sum() / 1e6 == pytest.approx(million, rel=0.03)


def test_each_city_has_the_owners_of_its_ground_in_both_views():
    """Lines that move leave the cities behind: tools/data/cities.py makes them again."""
    listed = {view: cities.table(borders=view) for view in geography.VIEWS}
    names = listed["un"]["name"]
    places = shapely.points(listed["un"][["longitude_deg", "latitude_deg"]].to_numpy())
    drawn = {view: table["iso3"].map(lambda code: DRAWN_AS.get(code, code)) for view, table in listed.items()}
    strange = set()
    for region in geography.regions():
        ground = shapely.buffer(region.polygon, -NEAR_DEG)
        shapely.prepare(ground)
        inside = np.flatnonzero(shapely.contains_properly(ground, places))
        for view, owner in (("un", region.un), ("de-facto", region.de_facto)):
            strange |= {(names[i], view, drawn[view][i], owner) for i in inside if drawn[view][i] != owner}
    assert strange == BEHIND_THE_LINE_OF_1974, "run tools/data/cities.py, see CONTRIBUTING, Change a border"


def test_towns_of_disputed_areas_count_with_the_area():
    """GeoNames lists some with the country that holds them: its word counts only where the area does not."""
    places = [{"latitude": latitude, "longitude": longitude} for _, latitude, longitude, *_ in TOWNS]
    un = un_owner(places, np.array([town[3] for town in TOWNS]))
    held = de_facto_owner(places, un)
    found = list(zip((town[0] for town in TOWNS), un.tolist(), held.tolist(), strict=True))
    assert found == [(town[0], *town[4:]) for town in TOWNS]
    listed = {view: cities.table(borders=view).set_index("name")["iso3"] for view in geography.VIEWS}
    for name, *_, first, second in TOWNS:
        if name in listed["un"].index:
            assert first in listed["un"].loc[[name]].tolist()
            assert second in listed["de-facto"].loc[[name]].tolist()


def test_an_outline_by_hand_holds_the_points_of_its_area():
    outlined = [area for area in areas() if area.outline]
    assert [area.name for area in outlined] == ["Golan Heights"]
    for area in outlined:
        shape = shapely.Polygon(area.outline)
        assert shape.is_valid and all(shape.contains(shapely.Point(point)) for point in area.points)


def test_people_are_counted_by_the_owners_of_the_cities():
    bands, listed = cities.population_bands(), cities._cities()
    two = listed[listed["de_facto"] != ""].groupby(["iso3", "de_facto"])["population"].sum().to_dict()
    differ = bands.un != bands.de_facto
    pairs = set(zip(bands.un[differ].tolist(), bands.de_facto[differ].tolist(), strict=True))
    drawn = set(geography.disputed_outlines())
    assert set(two) == drawn
    assert pairs == drawn | {(area.towns, area.de_facto) for area in areas() if area.outline}
    for (un, held), people in two.items():
        assert bands.people[(bands.un == un) & (bands.de_facto == held)].sum() >= people


def test_cities_of_crimea_follow_the_view():
    un, de_facto = (set(cities.table("RUS", borders=borders)["name"]) for borders in geography.VIEWS)
    assert {"Simferopol", "Sevastopol"} <= de_facto - un
    assert cities.find("Simferopol")["iso3"] == "UKR"


def test_a_town_beyond_the_line_is_not_taken_for_its_namesake_on_this_side():
    with pytest.raises(ValueError, match=r"no city 'Ariel' in Israel in the list; there is Ariel, Palest"):
        cities.find("Ariel, Israel")
    assert cities.find("Ariel", country="PSE")["population"] == 20_540
    assert cities.find("Kiev, Ukraine")["name"] == "Kyiv"  # another name, and nobody else's nearby
    assert cities.find("Guben, Poland")["name"] == "Gubin"  # one town that a line divides
    with pytest.raises(ValueError, match=r"Zgorzelec, Poland .*\. Take one from"):
        cities.find("Görlitz, Poland")


def test_unknown_cities_are_refused_with_a_hint():
    with pytest.raises(ValueError, match=r"did you mean .*Moscow, Russia"):
        cities.find("Moscoww")
    with pytest.raises(ValueError, match="name must be text"):
        cities.find("")
    with pytest.raises(TypeError):
        cities.find(None)
    assert len(cities.table("RUS", at_least=1_000_000)) >= 10
