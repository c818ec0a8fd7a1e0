"""The map of the station without a browser: its places, its laps, its Sun, its twin in print."""

import datetime as dt
import warnings

import numpy as np
import pytest
from pictures import sent

from course import elements, ground, widgets
from course.widgets.iss_map import figure as twin
from course.widgets.kit.show import blank

DAY = elements.on("2022-03-12")
SUN_DEG = 0.02  # twice what the almanac's formula promises: 0.05 pixels of the map
FLOAT32_DEG = 1e-5  # rounding of 180 degrees to float32
PAGE_BYTES = 400_000


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def day():
    return widgets.iss_map(DAY)


@pytest.mark.parametrize("minute", [0, 711, 1140, 1440])
def test_a_day_holds_the_place_of_every_minute(day, minute):
    when = np.datetime64("2022-03-12", "us") + np.timedelta64(minute, "m")
    latitude, longitude, height = ground.sub_satellite_points(DAY, when)
    assert sent(day, "latitude_deg").shape == (1441,)
    assert sent(day, "latitude_deg")[minute] == pytest.approx(latitude, abs=FLOAT32_DEG)
    assert sent(day, "longitude_deg")[minute] == pytest.approx(longitude, abs=2 * FLOAT32_DEG)
    assert sent(day, "height_km")[minute] == pytest.approx(height, abs=1e-3)


def test_the_sentence_at_the_moment_that_five_programs_agree_on():
    """36.869 N, 34.748 E, 423.75 km at 2022-03-12 19:00 UTC: Skyfield, astropy, satkit, brahe and our own."""
    picture = widgets.iss_map(DAY, minute=19 * 60)
    assert picture.sentence == (
        "12 March 2022, 19:00 UTC: over 36.9° N, 34.7° E, height 424 km, lap 13; "
        "the next lap crosses the equator 23.6 degrees further west."
    )
    assert picture.age == "0.3 hours before this moment"  # the epoch is 18:43:40


@pytest.mark.parametrize("minute", [0, 12, 13, 105, 106, 700, 1440])
def test_laps_are_counted_by_northward_crossings(day, minute):
    day.minute = minute
    track = ground.ground_track(DAY, start_utc="2022-03-12", duration_s=60 * minute + 1, step_s=1)
    assert day.lap == np.sum((track.latitude_deg[:-1] < 0) & (track.latitude_deg[1:] >= 0))


def test_before_the_first_crossing_it_says_where_laps_begin(day):
    day.minute = 3
    assert day.lap == 0 and day.sentence.endswith("lap 1 begins where it next crosses the equator northward.")


def test_it_starts_half_way_round_the_first_lap():
    picture = widgets.iss_map(DAY)
    assert picture.lap == 1 and abs(picture.track.latitude_deg[picture.minute]) < 2
    assert picture.track.utc[0] == np.datetime64("2022-03-12T00:00")


def test_the_start_is_a_whole_minute_so_that_the_words_are_exact():
    picture = widgets.iss_map(DAY, "2022-03-12T18:59:45", hours=2, minute=1)
    assert picture.track.utc[0] == np.datetime64("2022-03-12T18:59")
    assert picture.sentence.startswith("12 March 2022, 19:00 UTC: over 36.9° N, 34.7° E")
    assert len(picture.track) == 121


@pytest.mark.parametrize("laps", [1, 2, 3, 16])
@pytest.mark.parametrize("minute", [0, 13, 105, 700, 1440])
def test_shown_is_the_lap_that_is_flown_and_the_next(day, laps, minute):
    day.minute, day.laps = minute, laps
    first, last = day._shown_minutes()
    assert 0 <= first <= minute <= last <= 1440
    crossings = day._node_minutes
    if laps > 1 and minute:
        assert last == 1440 or last + 1 > crossings[day.lap + 1]
    assert np.sum((crossings > first + 1) & (crossings <= last)) <= laps


@pytest.mark.parametrize(
    ("wrong", "kind", "said"),
    [
        ({"elements": "2022-03-12"}, TypeError, r"elements.on\(\)"),
        ({"hours": 0}, ValueError, "hours must be above 0"),
        ({"hours": 73}, ValueError, "hours must be at most 72"),
        ({"minute": 1441}, ValueError, "between 0 and 1440"),
        ({"minute": -1}, ValueError, "between 0 and 1440"),
        ({"laps": 0}, ValueError, "between 1 and 16"),
        ({"laps": 17}, ValueError, "between 1 and 16"),
        ({"start_utc": "today"}, ValueError, "start_utc must look like"),
    ],
)
def test_what_the_map_cannot_show_is_refused(wrong, kind, said):
    with pytest.raises(kind, match=said):
        widgets.iss_map(**{"elements": DAY, **wrong})


def test_old_elements_are_said_to_be_old():
    with pytest.warns(elements.ElementAgeWarning):
        picture = widgets.iss_map(DAY, "2022-04-12", hours=3)
    assert (
        "days from it the station may be" in picture.words["note"]
        and "days before this moment" in picture.age
    )
    assert "days from it" not in widgets.iss_map(DAY, hours=3).words["note"]


def test_the_source_and_the_epoch_are_told(day):
    assert "element set of 12 March 2022, 18:43 UTC" in day.words["note"]
    assert DAY.source in day.words["note"]


def test_the_night_is_drawn_opposite_to_the_sun_of_the_jpl_ephemeris(day):
    """DE421 with Skyfield, every minute of the day."""
    skyfield_data = pytest.importorskip("skyfield_data")
    from skyfield.api import Loader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # the expired file of skyfield-data is not used
        load = Loader(skyfield_data.get_skyfield_data_path(), verbose=False)
    bodies, timescale = load("de421.bsp"), load.timescale(builtin=True)
    times = timescale.from_datetimes([moment.replace(tzinfo=dt.UTC) for moment in day.track.utc.tolist()])
    ascension, declination, _ = bodies["earth"].at(times).observe(bodies["sun"]).apparent().radec("date")
    latitude, longitude = sent(day, "sun_deg").T
    east = (ascension._degrees - 15 * times.gast - longitude + 180) % 360 - 180
    assert np.abs(latitude - declination.degrees).max() < SUN_DEG
    assert np.abs(east).max() < SUN_DEG


@pytest.mark.parametrize("laps", [1, 3, 16])
def test_the_twin_draws_no_line_across_the_map(day, laps):
    day.minute, day.laps = 1140, laps
    ax = blank()[1]
    day.draw(ax)
    paths = [line.get_xydata() for line in ax.lines if len(line.get_xdata()) > 2]
    assert sum(len(path) for path in paths) > 90
    for path in paths:
        assert np.nanmax(np.abs(np.diff(path[:, 0]))) < 20


def test_the_alt_text_of_the_twin_is_computed():
    track = ground.ground_track(DAY, start_utc="2022-03-12", duration_s=86401, step_s=60)
    alt = twin.draw(blank()[1], track)
    nodes = ground.ascending_nodes(DAY, start_utc="2022-03-12", laps=15)
    inside = int(np.sum(nodes.utc < track.utc[-1]))
    assert "12 March 2022, 00:00 UTC to 13 March 2022, 00:00 UTC" in alt
    assert "between 51.8° S and 51.8° N" in alt and f"northward {inside} times, each time further west" in alt
    half = ground.ground_track(DAY, start_utc="2022-03-12T00:20", duration_s=600, step_s=60)
    assert "does not cross the equator northward" in twin.draw(blank()[1], half)
    empty = ground.ground_track(DAY, start_utc="2022-03-12", duration_s=0, step_s=60)
    assert "no points" in twin.draw(blank()[1], empty)


def test_numbers_of_laps_stand_at_their_crossings():
    track = ground.ground_track(DAY, start_utc="2022-03-12", duration_s=6 * 3600, step_s=60)
    nodes = ground.ascending_nodes(DAY, start_utc="2022-03-12", laps=15)
    ax = blank()[1]
    twin.draw(ax, track, nodes=nodes)
    numbers = {text.get_text(): text.xy for text in ax.texts if text.get_text().isdigit()}
    assert list(numbers) == ["1", "2", "3", "4"]
    for number, (longitude, latitude) in numbers.items():
        assert latitude == 0 and longitude == nodes.longitude_deg[int(number) - 1]


def test_positions_are_small_and_so_is_the_page(day):
    assert (
        sum(sent(day, name).nbytes for name in ("latitude_deg", "longitude_deg", "height_km")) == 3 * 4 * 1441
    )
    assert len(day.to_html()) < PAGE_BYTES
