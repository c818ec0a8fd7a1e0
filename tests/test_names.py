"""Places as people spell them: each answer is the right one, or a question.

Authorities: ISO 3166-1 and the United Nations' list of member states (countries), GeoNames (cities).
"""

import re

import pytest

from course import cities, geography
from course.areas import areas, documents
from course.coverage import countries_under
from course.names import plain_text
from tools import borders

COUNTRIES = {
    "GBR": [
        "UK",
        "U.K.",
        "England",
        "Great Britain",
        "GB",
        "United Kingdom of Great Britain and Northern Ireland",
    ],
    "USA": ["US", "U.S.A.", "United States of America", "the States"],
    "COD": ["DR Congo", "DRC", "Democratic Republic of the Congo", "Zaire", "CD"],
    "COG": ["Republic of the Congo", "Congo-Brazzaville"],
    "CIV": ["Côte d'Ivoire", "Côte d’Ivoire", "Ivory Coast"],
    "RUS": ["Russian Federation", "Россия", "RU", "russia "],
    "TUR": ["Türkiye", "Turkey", "TURKIYE"],
    "VNM": ["Viet Nam", "Vietnam", "Việt Nam"],
    "CZE": ["Czech Republic", "Czechia", "Česko"],
    "DEU": ["Deutschland", "Germany", "DDR", "West Germany"],
    "KOR": ["Republic of Korea", "South Korea"],
    "PRK": ["Democratic People's Republic of Korea", "DPRK"],
    "MMR": ["Burma", "Myanmar"],
    "SWZ": ["Swaziland", "Eswatini"],
    "MKD": ["Macedonia", "North Macedonia", "FYROM"],
    "NLD": ["Holland", "The Netherlands"],
    "CPV": ["Cabo Verde", "Cape Verde"],
    "TLS": ["East Timor", "Timor-Leste"],
    "IRN": ["Persia", "Iran (Islamic Republic of)"],
    "ISL": ["Ísland", "Iceland"],
    "CHN": ["中国", "China", "PRC"],
    "JPN": ["日本", "Nippon"],
    "UKR": ["Україна", "the Ukraine"],
    "LKA": ["Ceylon", "Sri Lanka"],
    "TTO": ["Trinidad & Tobago"],
    "LCA": ["St. Lucia"],
    "BHS": ["Bahamas, The", "the Bahamas"],
    "GEO": ["Georgia", "Sakartvelo"],
    "NER": ["Niger"],
    "NGA": ["Nigeria"],
    "PSE": ["State of Palestine", "Palestine"],
}
COUNTRIES["GBR"].append("Cymru")
COUNTRIES |= {"ARM": ["Hayastan", "Armenia"], "ALB": ["Shqipëria"], "MEX": ["Méjico", "México"]}
COUNTRIES |= {"ATG": ["Antigua"], "STP": ["Sao Tome"], "XKX": ["Kosova"], "EGY": ["UAR"], "TWN": ["ROC"]}
CITIES = {
    ("Kyiv", "UKR"): ["Kiev", "Kyjiw", "Київ", "KYIV"],
    ("Moscow", "RUS"): ["Moskva", "Москва", "Moskau"],
    ("New York City", "USA"): ["New York", "NYC"],
    ("Copenhagen", "DNK"): ["København", "Kobenhavn"],
    ("Łódź", "POL"): ["Lodz"],
    ("Tromsø", "NOR"): ["Tromso"],
    ("Diyarbakır", "TUR"): ["Diyarbakir"],
    ("Gießen", "DEU"): ["Giessen"],
    ("Da Nang", "VNM"): ["Đà Nẵng"],
    ("Saint Petersburg", "RUS"): ["St. Petersburg", "Leningrad"],
    ("Volgograd", "RUS"): ["Stalingrad"],
    ("Ho Chi Minh City", "VNM"): ["Saigon"],
    ("Mumbai", "IND"): ["Bombay"],
    ("Beijing", "CHN"): ["Peking", "北京"],
    ("The Hague", "NLD"): ["Den Haag"],
    ("Wrocław", "POL"): ["Breslau", "Wroclaw"],
    ("Astana", "KAZ"): ["Nur-Sultan"],
    ("Washington", "USA"): ["Washington, D.C."],
    ("Aberdeen", "GBR"): ["Aberdeen, UK", "Aberdeen, Scotland"],
    ("Valencia", "ESP"): ["Valencia, Spain"],
    ("London", "GBR"): ["London"],
    ("Paris", "FRA"): ["Paris"],
    ("Sochi", "RUS"): ["Sochi"],
}


@pytest.mark.parametrize(
    ("code", "name"), [(code, name) for code, names in COUNTRIES.items() for name in names]
)
def test_a_country_is_found_in_each_of_its_spellings(code, name):
    assert geography.country_code(name) == code


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Congo", r"several countries.*COD.*COG"),
        ("Kongo", r"several countries.*COD.*COG"),
        ("Korea", r"several countries.*KOR.*PRK"),
        ("Yugoslavia", "several countries.*HRV"),
        ("Crimea", 'counts as UKR, and with borders="de-facto" as RUS'),
        ("Kashmir", "counts as IND.*counts as PAK"),
        ("Golan Heights", "counts as ISR; this map has no line there"),
        ("Somaliland", "only with borders"),
        ("Gibraltar", "too small for this map"),
        ("French Guiana", "drawn as part of FRA"),
        ("Rusia", r"did you mean RUS \(Russia\)$"),
        ("Ukrane", r"did you mean UKR \(Ukraine\)$"),
        ("Germny", r"did you mean DEU \(Germany\)$"),
        ("XX", "there is no country"),
    ],
)
def test_what_is_no_single_country_is_answered_as_a_person_would(name, words):
    with pytest.raises(ValueError, match=words):
        geography.country_code(name)


@pytest.mark.parametrize(("city", "name"), [(city, name) for city, names in CITIES.items() for name in names])
def test_a_city_is_found_in_each_of_its_spellings(city, name):
    found = cities.find(name)
    assert (found["name"], found["iso3"]) == city


@pytest.mark.parametrize(
    "name", ["Valencia", "Hyderabad", "San Jose", "Aberdeen", "Springfield", "Cambridge"]
)
def test_namesakes_of_like_size_are_asked_about(name):
    with pytest.raises(ValueError, match=rf"several cities go by the name '{name}': .*; .*Name the country"):
        cities.find(name)


def test_a_city_that_is_elsewhere_is_said_to_be_there():
    with pytest.raises(ValueError, match="no city 'Vienna' in Russia in the list; there is Vienna, Austria"):
        cities.find("Vienna", country="RUS")


@pytest.mark.parametrize("letter", "øłđßıæœþ")
def test_letters_without_a_combining_mark_are_folded(letter):
    assert plain_text(f"a{letter}b").isascii()


@pytest.mark.parametrize("area", areas(), ids=lambda area: plain_text(area.name)[:30])
def test_each_area_counts_as_its_table_says_in_both_views(area):
    for latitude, longitude in area.points:
        assert countries_under(latitude, longitude_deg=longitude) == area.un
        assert countries_under(latitude, longitude_deg=longitude, borders="de-facto") == area.de_facto


def test_the_page_of_the_borders_is_made_from_the_table():
    assert borders.PAGE.read_text("utf-8") == borders.page(), "run python -m tools.borders"


def test_every_document_has_the_address_where_it_was_read():
    numbers = {one for area in areas() for one in borders.NUMBER.findall(area.document)}
    assert numbers == set(documents()) and all(one.startswith("http") for one in documents().values())
    for area in areas():
        years = re.findall(r"\d{4}\)", area.document)
        assert len(borders.NUMBER.findall(area.document)) == len(years), area.name


def test_areas_without_a_document_say_so():
    for area in areas():
        assert area.document or any(word in area.position for word in ("retrieved", "no dispute")), area.name
