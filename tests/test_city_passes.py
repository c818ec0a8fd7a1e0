"""What a city sees, without a browser: passes, skies, reasons, the search for a city, the twin."""

import json
import warnings

import numpy as np
import pytest

from course import cities, coverage, elements, widgets
from course.widgets.city_passes import tables
from course.widgets.city_passes import words as wording
from course.widgets.city_passes.picture import PAGE_CITIES
from course.widgets.kit.show import blank

DAY = elements.on("2022-03-12")
START = np.datetime64("2022-03-12T00:00")
ROUNDED_DEG = 0.06  # the path is handed over in tenths of a degree
PAGE_BYTES = 600_000


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture
def sochi():
    return widgets.city_passes(DAY, city="Sochi")


def place(name):
    city = cities.find(name)
    return {"latitude_deg": float(city["latitude_deg"]), "longitude_deg": float(city["longitude_deg"])}


def test_the_passes_are_those_of_the_model(sochi):
    table = coverage.passes(DAY, **place("Sochi"), start_utc=START, days=7)
    assert len(sochi.passes) == len(table) > 35
    for one, row in zip(sochi.passes, table.itertuples(), strict=True):
        assert one["height_deg"] == pytest.approx(row.max_elevation_deg, abs=ROUNDED_DEG)
        assert (one["kind"] == "visible") == row.visible
        begin, end = (part.to_datetime64().astype("M8[s]") for part in (row.rise_utc, row.set_utc))
        assert START + np.timedelta64(one["rise_s"], "s") == begin
        assert one["long_s"] == pytest.approx((end - begin) / np.timedelta64(1, "s"), abs=1)


def test_the_path_is_where_the_station_stands(sochi):
    one = sochi.passes[sochi.number]
    table = coverage.passes(DAY, **place("Sochi"), start_utc=START, days=7)
    begin, end = (table[name].to_numpy("M8[us]")[sochi.number] for name in ("rise_utc", "set_utc"))
    moments = begin + ((end - begin) * np.linspace(0, 1, tables.SAMPLES)).astype("m8[us]")
    sky = coverage.look_angles(DAY, moments, **place("Sochi"))
    assert np.array(one["azimuth_deg"]) == pytest.approx(sky.azimuth_deg, abs=ROUNDED_DEG)
    assert np.array(one["elevation_deg"]) == pytest.approx(sky.elevation_deg, abs=ROUNDED_DEG)
    assert min(one["elevation_deg"]) == pytest.approx(10, abs=ROUNDED_DEG)
    assert any(one["seen"]) and one["kind"] == "visible"


def test_it_starts_with_the_best_pass_that_can_be_seen(sochi):
    visible = [one["height_deg"] for one in sochi.passes if one["kind"] == "visible"]
    assert sochi.passes[sochi.number]["height_deg"] == max(visible)


def test_what_cannot_be_seen_says_why(sochi):
    """When a pass is highest the Sun is above -6 degrees, or the station is in the shadow."""
    table = coverage.passes(DAY, **place("Sochi"), start_utc=START, days=7)
    top = coverage.look_angles(DAY, table["culmination_utc"].to_numpy(), **place("Sochi"))
    kinds = {one["kind"] for one in sochi.passes}
    assert kinds == {"visible", "shadow", "bright"}
    for one, sun, sunlit in zip(sochi.passes, top.sun_elevation_deg, top.sunlit, strict=True):
        if one["kind"] == "bright":
            assert sun >= -6
        if one["kind"] == "shadow":
            assert sun < -6 and not sunlit
    for number, one in enumerate(sochi.passes):
        sochi.number = number
        assert unbroken(wording.SEEN[one["kind"]]) in unbroken(sochi.sentence)


def unbroken(words):
    """Return the words that do not depend on the pass."""
    return words.split(":")[-1].strip()


def test_the_sentence_says_when_where_and_how_high(sochi):
    one = sochi.passes[sochi.number]
    assert sochi.sentence == (
        f"Sochi, Russia, {one['day']}: the station comes above 10 degrees in the {one['rise_way']} at "
        f"{one['rise']} UTC, climbs to {one['height']} degrees in the {one['top_way']} at {one['top']}, and "
        f"sinks below 10 degrees in the {one['set_way']} at {one['set']}. Visible from {one['begin']} to "
        f"{one['end']}: it is sunlit and the sky is dark."
    )
    assert f"{len(sochi.passes)} of them" in sochi.alt


def test_the_dark_hours_are_those_of_the_sun(sochi):
    for first, last in sochi.answer["dark"]:
        edges = START.astype("M8[us]") + np.array([first, last]).astype("m8[m]")
        sun = coverage.look_angles(DAY, edges, **place("Sochi")).sun_elevation_deg
        assert (sun < -6).all()
    minutes = sum(last - first for first, last in sochi.answer["dark"])
    assert 10.2 < minutes / 60 / 7 < 11.5  # 12 hours of night a week before the equinox, less two twilights


@pytest.mark.parametrize("name", ["Murmansk", "Norilsk", "Tromsø"])
def test_a_city_that_never_sees_it_gets_the_reason(name):
    picture = widgets.city_passes(DAY, city=name)
    assert picture.passes == [] and picture.number == 0
    assert f"{name}, " in picture.sentence and "never climbs to 10 degrees" in picture.sentence
    assert "as far as latitude 64.4" in picture.sentence and "empty" in picture.alt
    assert picture.figure().axes


def test_moscow_and_saint_petersburg_see_it_though_no_track_passes_over_them():
    moscow, petersburg = (widgets.city_passes(DAY, city=name) for name in ("Moscow", "Saint Petersburg"))
    assert max(one["height_deg"] for one in moscow.passes) == pytest.approx(41.2, abs=0.1)
    assert max(one["height_deg"] for one in petersburg.passes) == pytest.approx(20.3, abs=0.1)


def test_setting_the_city_computes_its_passes(sochi):
    before = sochi.passes
    sochi.city = "vladivostok"
    assert sochi.city == "Vladivostok, Russia" == sochi.answer["city"]
    assert sochi.passes != before and sochi.number == sochi.answer["start"]


def test_what_is_typed_in_the_picture_is_looked_up(sochi):
    sochi.asked = "tomsk"
    assert sochi.city == "Tomsk, Russia" and sochi.told == {"asked": "tomsk", "problem": ""}
    sochi.asked = "Atlantiss"
    assert sochi.city == "Tomsk, Russia"
    assert "there is no city 'Atlantiss'" in sochi.told["problem"]
    sochi.asked = "Murmansk"
    assert sochi.passes == [] and sochi.number == 0 and sochi.told["problem"] == ""


def test_a_country_tells_cities_of_one_name_apart():
    assert tables.find("Aberdeen, United Kingdom")["iso3"] == "GBR"
    assert tables.find("aberdeen, HONG KONG")["iso3"] == "HKG"
    assert tables.find("Moscow, RUS")["name"] == "Moscow"
    assert tables.find("Saint Petersburg")["iso3"] == "RUS"
    assert tables.find("Saint Petersburg, United States")["name"] == "St. Petersburg"
    assert tables.find("Simferopol")["iso3"] == "UKR"


@pytest.mark.parametrize(
    ("wrong", "kind", "said"),
    [
        ({"elements": "2022-03-12"}, TypeError, r"elements.on\(\)"),
        ({"city": "Atlantiss"}, ValueError, "there is no city"),
        ({"city": "Moscoww"}, ValueError, "Moscow"),
        ({"city": ", Russia"}, ValueError, "there is no city"),
        ({"city": "Vienna, Russia"}, ValueError, "there is Vienna, Austria"),
        ({"city": "Moscow, Atlantis"}, ValueError, "there is no country"),
        ({"days": 0}, ValueError, "days must be at least 1"),
        ({"days": 15}, ValueError, "days must be at most 14"),
    ],
)
def test_what_cannot_be_shown_is_refused(wrong, kind, said):
    with pytest.raises(kind, match=said):
        widgets.city_passes(**({"elements": DAY} | wrong))


def test_a_pass_that_is_not_listed_is_refused(sochi):
    with pytest.raises(ValueError, match="between 0 and"):
        sochi.number = 99


def test_places_are_offered_by_size_with_their_country(sochi):
    places = sochi.words["places"]
    assert len(places) > 5000 and "Moscow, Russia" in places[:30] and sochi.words["live"]
    assert len(places) == len(set(places))
    assert len(json.dumps(places)) < 200_000


def test_every_place_that_is_offered_is_found(sochi):
    for name in sochi.words["places"][::7]:
        assert tables.full_name(tables.find(name)) == name


def test_a_page_knows_a_dozen_cities_and_the_chosen_one():
    picture = widgets.city_passes(DAY, days=2, city="Tromsø", question=None)
    page = picture.to_html()
    for name in (*PAGE_CITIES, "Tromsø"):
        assert json.dumps(f"{name}, ", ensure_ascii=False)[1:-1] in page
    assert len(page) < PAGE_BYTES and picture.answers == {} and picture.words["live"]


def test_old_elements_are_named_in_the_picture():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = widgets.city_passes(DAY, "2022-05-12", days=1)
    assert "61 days from it the station may be anywhere on its orbit" in picture.words["note"]
    assert "days from it" not in widgets.city_passes(DAY, days=1).words["note"]


def test_the_twin_has_east_on_the_left_and_the_visible_part_strong(sochi):
    (ax,) = sochi.figure().axes
    assert ax.get_theta_direction() == 1 and ax.get_theta_offset() == pytest.approx(np.pi / 2)
    strong = next(one for one in ax.lines if one.get_linewidth() == 4)
    one = sochi.passes[sochi.number]
    assert np.isfinite(strong.get_ydata()).sum() == sum(one["seen"])
    assert f"Sochi, Russia, {one['day']}" in ax.get_title()


def test_a_chart_of_the_sky_wants_round_axes(sochi):
    with pytest.raises(TypeError, match="needs polar axes"):
        sochi.draw(blank()[1])
