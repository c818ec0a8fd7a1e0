"""The inclination explorer without a browser: its numbers, its words, its twin in print."""

import re

import numpy as np
import pytest
import traitlets
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from pictures import sent

from course import coverage, orbits, predictions, widgets
from course.constants import ISS_INCLINATION_DEG
from course.coverage.dwell import sub_satellite
from course.geography import country_name
from course.widgets.inclination_explorer import figure as twin
from course.widgets.inclination_explorer import tables
from course.widgets.inclination_explorer import words as wording
from course.widgets.kit.inclinations import MARKS_DEG
from course.widgets.kit.palette import colour

SHARE_POINTS = 0.001  # percentage points: the accuracy that `coverage.share_table` promises
MINUTES = 1440 * SHARE_POINTS / 100
DRAWN_DEG = 0.3  # half a pixel of the map
FLOAT32 = 1e-6  # relative
PAGE_BYTES = 600_000
STOPS = tables.stops_deg().tolist()


pytestmark = pytest.mark.usefixtures("learner")


def explorer(inclination_deg=ISS_INCLINATION_DEG, borders="un", **given):
    picture = widgets.inclination_explorer(inclination_deg, **given)
    picture.borders = borders
    return picture


# The stops ------------------------------------------------------------------------------------------------


def test_the_slider_has_every_quarter_of_a_degree_and_the_marks():
    assert (STOPS[0], STOPS[-1]) == (0, 110) and np.all(np.diff(STOPS) > 0)
    assert set(np.arange(0, 110.1, 0.25)) <= set(STOPS)
    assert {28.5, 45.96, 51.64, 65.0, 97.0} == set(MARKS_DEG) <= set(STOPS)
    assert len(STOPS) == 441 + 2  # 45.96 and 51.64 lie between quarters


def test_an_inclination_between_two_stops_goes_to_the_nearest():
    assert explorer(30.1).inclination_deg == 30.0 and explorer(51.7).inclination_deg == 51.75
    assert explorer(51.69).inclination_deg == 51.64


@pytest.mark.parametrize("wrong", [-0.1, 110.1, 180, np.nan, np.inf])
def test_an_inclination_off_the_slider_is_refused(wrong):
    with pytest.raises(ValueError, match="inclination_deg must be"):
        explorer(wrong)


@pytest.mark.parametrize(("name", "wrong"), [("laps", 0), ("laps", 17), ("turns", -0.1), ("turns", 16.1)])
def test_what_is_not_on_the_picture_is_refused(name, wrong):
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        setattr(explorer(), name, wrong)


def test_unknown_borders_are_refused():
    with pytest.raises(traitlets.TraitError, match="de-facto"):
        explorer().borders = "mine"


# Minutes over countries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("borders", ["un", "de-facto"])
@pytest.mark.parametrize("stop", [0.0, 5.25, 28.5, 41.25, 45.96, 51.64, 65.0, 82.75, 90.0, 97.0, 110.0])
def test_the_bars_are_the_exact_shares_of_coverage(stop, borders):
    """course.coverage.time_share: the integral itself, not the table."""
    exact = coverage.time_share(stop, altitude_km=420, borders=borders)
    del exact["ATA"]  # Antarctica is no country
    minutes = {code: 1440 * share for code, share in exact.items()}
    rows = explorer(stop, borders).rows
    for rank, code, _, shown in rows:
        assert shown == pytest.approx(minutes[code], abs=MINUTES + FLOAT32 * 100)
        others = sum(other > minutes[code] + 2 * MINUTES for other in minutes.values())
        near = sum(abs(other - minutes[code]) <= 2 * MINUTES for other in minutes.values())
        assert others < rank <= others + near if minutes[code] else rank == 0
    best = sorted(minutes.values(), reverse=True)[:10]
    np.testing.assert_allclose([row[3] for row in rows[:10]], best, atol=2 * MINUTES)


def test_no_country_is_missing_among_the_first_ten_at_any_stop():
    for borders in ("un", "de-facto"):
        table = coverage.share_table(borders)
        for stop in STOPS[::21]:
            minutes = 1440 * table.at(stop)
            minutes[table.codes.index("ATA")] = 0
            best = np.sort(minutes)[::-1][:10]
            shown = [row[3] for row in explorer(stop, borders).rows[:10]]
            np.testing.assert_allclose(shown, best, rtol=FLOAT32)


@pytest.mark.parametrize("stop", [0.0, 28.5, 51.64, 90.0])
def test_russia_india_china_and_the_united_states_are_always_there(stop):
    rows = explorer(stop).rows
    assert {"RUS", "IND", "CHN", "USA"} <= {code for _, code, _, _ in rows}
    assert 10 <= len(rows) <= explorer().words["most_rows"] <= 14
    assert "ATA" not in {code for _, code, _, _ in rows}


def test_the_widest_case_fits_the_room_kept_for_it(request):
    every = 2 if request.config.getoption("--long") else 20
    most = max(len(explorer(stop, borders).rows) for stop in STOPS[::every] for borders in ("un", "de-facto"))
    assert most <= explorer().words["most_rows"]
    assert max(row[3] for stop in STOPS[:: every // 2] for row in explorer(stop).rows) <= twin.FULL_SCALE_MIN


@pytest.mark.parametrize(("borders", "minutes"), [("un", 27.3), ("de-facto", 27.5)])
def test_the_station_is_over_russia_as_long_as_a_year_of_sgp4_says(borders, minutes):
    """SGP4, one year in steps of 10 s, 27.47 minutes a day with Crimea and 27.33 without, rank 4."""
    tolerance_min = 0.2
    rank, code, name, shown = explorer(borders=borders).rows[3]
    assert (rank, code, name) == (4, "RUS", "Russia") and shown == pytest.approx(minutes, abs=tolerance_min)


@pytest.mark.parametrize(("stop", "minutes", "rank"), [(28.5, 0, 0), (65.0, 94.34, 1)])
def test_other_inclinations_agree_with_a_propagated_year(stop, minutes, rank):
    """Own J2 propagator, one year in steps of 20 s, de-facto borders: none at 28.5 degrees, 94.3 at 65."""
    tolerance_min = 0.3
    found = next(row for row in explorer(stop, "de-facto").rows if row[1] == "RUS")
    assert found[0] == rank and found[3] == pytest.approx(minutes, abs=tolerance_min)


def test_what_is_sent_is_what_python_says():
    picture = explorer(51.64)
    codes, names = picture.words["codes"], picture.words["names"]
    here = dict(zip(codes, sent(picture, "minutes-un")[picture.stop].tolist(), strict=True))
    assert all(here[code] == minutes for _, code, _, minutes in picture.rows)
    assert sent(picture, "ranks-un")[picture.stop].tolist() == [4, 10, 1, 2]  # Russia, India, China, USA
    assert all(
        wording.SHORT_NAMES.get(code, country_name(code)) == name
        for code, name in zip(codes, names, strict=True)
    )


# The track ------------------------------------------------------------------------------------------------


def test_the_track_as_drawn_is_that_of_the_model():
    """coverage.dwell.sub_satellite: J2 and J3 periodics, geodetic latitude."""
    turns = np.linspace(0, 1, 361)
    for stop, tilt in zip(STOPS, tables.orbits()["tilt_deg"].tolist(), strict=True):
        drawn = tables.ground_track(turns, tilt, 0.0)[1]
        model = sub_satellite(2 * np.pi * turns, np.radians(stop), orbits.radius_km(420))[0]
        assert np.abs(drawn - model).max() < DRAWN_DEG


@pytest.mark.parametrize("stop", [0.25, 28.5, 51.64, 89.75, 97.0, 110.0])
def test_each_lap_is_one_shift_further_west(stop):
    shift = orbits.westward_shift_deg(420, inclination_deg=stop)
    tilt = float(tables.orbits()["tilt_deg"][STOPS.index(stop)])
    longitude, latitude = tables.ground_track(np.array([0.3, 1.3, 2.3]), tilt, shift)
    np.testing.assert_allclose(-np.diff(longitude) % 360, shift, atol=1e-9)
    assert np.ptp(latitude) < 1e-9


@pytest.mark.parametrize(("stop", "east"), [(51.64, True), (97.0, False)])
def test_beyond_the_pole_an_orbit_runs_westward(stop, east):
    tilt = float(tables.orbits()["tilt_deg"][STOPS.index(stop)])
    longitude = tables.ground_track(np.array([0, 0.01]), tilt, 0.0)[0]
    assert (longitude[1] > longitude[0]) == east


def test_with_the_earth_held_still_the_track_closes():
    picture = explorer(earth_turns=False, laps=2)
    picture.turns = 0.4
    before = picture.place_deg
    picture.turns = 1.4
    assert picture.place_deg == pytest.approx(before, abs=1e-9)
    picture.earth_turns = True
    assert abs(picture.place_deg[0] - before[0]) > 20


def test_the_satellite_does_not_leave_the_laps_shown():
    picture = explorer(laps=3)
    picture.turns, picture.laps = 3.0, 1
    assert picture.place_deg[1] == pytest.approx(0, abs=1e-9)  # the end of lap 1: the equator


# Words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (0.0, "At 0 degrees the track follows the equator; a station there would never be over Russia."),
        (41.5, "a station there would be over Russia less than a minute a day, 106th of all countries."),
        (42.75, "a station there would be over Russia 1 minute a day, 63rd of all countries."),
        (
            51.64,
            "At 51.6 degrees the track reaches 51.8 degrees north; the station is over Russia 27 minutes",
        ),
        (65.0, "reaches 65.1 degrees north; a station there would be over Russia 94 minutes a day, first of"),
        (90.0, "At 90 degrees the track passes over both poles;"),
        (97.0, "At 97 degrees the track reaches 83.0 degrees north;"),
    ],
)
def test_the_sentence_says_how_far_and_how_long(stop, said):
    assert said in explorer(stop).sentence


def test_the_station_itself_could_be_said_never_to_come():
    assert "the station is never over" in wording.over_russia(0, 0, station=True)


@pytest.mark.parametrize("number", range(1, 240))
def test_ranks_read_as_ranks(number):
    said = wording.ordinal(number)
    if number > 12:
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
        assert said == f"{number}{ending}"
    else:
        assert said.isalpha()


def test_the_alt_text_tells_track_place_and_bars():
    alt = explorer().alt
    assert "tilted by 51.6 degrees" in alt and "3 laps, each 23.6 degrees further west" in alt
    assert (
        "over 45.3° N, 48.3° E" in alt and "China 36.6, United States 33.4, Canada 30.2, Russia 27.3" in alt
    )
    assert "does not close" in explorer(laps=1).alt
    still = explorer(earth_turns=False)
    assert "held still" in still.alt and "Bars" not in still.alt and "closes on itself" in still.sentence


def test_both_views_of_the_borders_tell_the_other_s_number():
    words, stop = explorer().words, explorer().stop
    assert (
        words["texts"]["other"]["un"][stop] == "27.5" and words["texts"]["other"]["de-facto"][stop] == "27.3"
    )
    for note in words["notes"].values():
        assert "$other" in note and "Crimea" in note and "annexed by Russia in 2014" in note
    assert "part of Ukraine" in words["notes"]["un"]


def test_no_words_are_left_open():
    picture = explorer()
    for stop in STOPS[::20]:
        for turns in (True, False):
            picture.inclination_deg, picture.earth_turns = stop, turns
            assert not re.search(r"[${}]", picture.sentence + picture.alt)


# Traits, question, page -----------------------------------------------------------------------------------


def test_what_the_hand_does_reaches_the_cell():
    picture = explorer()
    picture.set_state({"inclination_deg": 65.0, "laps": 16, "turns": 9.5, "borders": "de-facto"})
    assert (picture.inclination_deg, picture.laps, picture.rows[0][1]) == (65.0, 16, "RUS")


def test_a_question_closes_the_picture_and_keeps_the_answer_back():
    question = predictions.Question("u3-p1", "How far north?", unit="degrees", computed="51.80")
    picture = widgets.inclination_explorer(question=question)
    assert picture.question["id"] == "u3-p1" and "51.80" not in str(picture.question)
    assert "Russia" not in picture.words["closed"]


def test_the_page_is_small_and_asks_nobody():
    page = explorer().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


# The twin -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stop", [28.5, 51.64, 97.0])
def test_the_twin_draws_the_same_track_and_bars(stop):
    picture = explorer(stop, laps=16)
    map_ax, bars_ax = picture.figure().axes
    track = max((line.get_xydata() for line in map_ax.lines), key=len)
    assert np.nanmax(track[:, 1]) == pytest.approx(
        orbits.turning_latitude_deg(420, inclination_deg=stop), abs=1e-4
    )
    level = np.abs(track[:, 1]) < 80  # near a pole a step in longitude is wide, and rightly so
    steps = np.abs(np.diff(track[:, 0]))[level[:-1]]
    assert np.nanmax(steps) < 20  # no line across the map
    widths = [bar.get_width() for bar in bars_ax.patches]
    np.testing.assert_allclose(widths, [row[3] for row in picture.rows])
    strong = [
        bar.get_width() for bar in bars_ax.patches if to_hex(bar.get_facecolor()) == colour("russian").lower()
    ]
    assert strong == [row[3] for row in picture.rows if row[1] == "RUS"]


def test_the_twin_marks_the_part_of_russia_that_the_track_reaches():
    ax = explorer().figure().axes[0]
    clips = [patch.get_clip_box() for patch in ax.patches if isinstance(patch, PathPatch)]
    tops = [ax.transData.inverted().transform((0, clip.y1))[1] for clip in clips]
    assert tops == pytest.approx([90, 51.80], abs=0.01)


def test_with_the_earth_held_still_the_twin_has_no_bars():
    bars_ax = explorer(earth_turns=False).figure().axes[1]
    assert not bars_ax.axison and not bars_ax.patches
