"""Unit 3's exercises against the models of the package, and what only they ask of the machinery."""

import itertools
from pathlib import Path

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import coverage, elements, ground, orbits
from course.checks import catalogue, drawing
from course.checks.cells import NotYet, check
from course.checks.forms import Pieces, Unreadable, in_words
from course.checks.judge import judge
from course.checks.recorder import plain, record
from course.coverage.rows import rows_of

UNIT = "3-ground-track"
LATITUDE, SHIFT, PIECES, TIME, AREA = catalogue.functions(UNIT)


@pytest.fixture(scope="module")
def texts():
    """Return what students read above each exercise."""
    path = Path(__file__).parent.parent / "exercises" / UNIT / f"{UNIT}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id.removesuffix("-text"): cell.source for cell in cells if cell.cell_type == "markdown"}


def judged(exercise, function):
    return judge(exercise, record(function, exercise.shown))


def test_points_of_unit_3_are_those_of_the_plan():
    assert [one.points for one in catalogue.UNITS[UNIT]] == [2, 3, 2, 3, 3, 3]


def test_the_latitude_turns_where_the_station_does():
    # SGP4 and WGS84 turn at 51.80; the round Earth of the exercise at the inclination.
    assert LATITUDE.reference(90.0, 51.64) == pytest.approx(51.64)
    assert LATITUDE.reference(90.0, 97.6) == pytest.approx(180 - 97.6)
    assert abs(orbits.turning_latitude_deg(420) - LATITUDE.reference(90.0, 51.64)) < LATITUDE.slack


def test_the_shift_agrees_with_the_package_with_and_without_the_turning_plane():
    lap_s = orbits.nodal_period_s(420)
    without, with_plane = SHIFT.reference(lap_s, 155), SHIFT.also_right[0](lap_s, 155)
    fixed = 155 * orbits.westward_shift_deg(420, j2=False) * lap_s / orbits.period_s(420)
    assert without == pytest.approx(fixed, rel=1e-6)
    assert with_plane == pytest.approx(155 * orbits.westward_shift_deg(420), rel=SHIFT.tolerance)


def test_the_shift_of_a_real_track_is_the_one_with_the_turning_plane():
    nodes = ground.ascending_nodes(elements.on("2022-03-12"), start_utc="2022-03-12", laps=30)
    assert SHIFT.also_right[0](nodes.period_s, 1) == pytest.approx(
        nodes.westward_shift_deg, rel=SHIFT.tolerance
    )


def test_after_ten_days_the_solar_day_is_ten_degrees_behind():
    lap_s, laps = SHIFT.shown[1]
    behind = SHIFT.reference(lap_s, laps) - 360 * laps * lap_s / 86400
    assert 9.5 < behind < 10.5
    assert 9.9 < laps * lap_s / 86400 < 10.1


@given(
    st.lists(st.floats(-170, 170), min_size=1, max_size=30).map(np.cumsum),
    st.integers(-3, 3),
)
def test_pieces_hold_each_point_once_in_the_range_and_without_a_jump(track, turns):
    found = PIECES.reference(track + 360 * turns)
    joined = np.concatenate(found)
    assert len(joined) == len(track)
    assert np.all((joined >= -180) & (joined < 180))
    assert np.allclose((joined - track + 180) % 360, 180, atol=1e-6)  # congruent modulo 360
    assert all(np.all(np.abs(np.diff(piece)) <= 180) for piece in found)
    for before, after in itertools.pairwise(found):
        assert abs(after[0] - before[-1]) > 180
    again = [row for piece in found for row in PIECES.reference(np.array(piece))]
    assert again == found  # nothing is left to cut


def test_neighbouring_points_of_all_tracks_are_less_than_half_a_turn_apart():
    for student in range(200):
        for (track,) in drawing.graded_inputs(PIECES, student=str(student), secret="s"):
            assert np.abs(np.diff(track)).max() < 180


@pytest.mark.parametrize("call", TIME.shown)
def test_shares_of_time_agree_with_the_package(call):
    south, north, inclination = call
    below = coverage.share_below([south, north], inclination_deg=inclination)
    assert TIME.reference(*call) == pytest.approx(below[1] - below[0], abs=TIME.slack)


def test_area_shares_agree_with_the_package_on_the_ellipsoid():
    for country, (latitude, width, limit) in zip(("RUS", "RUS", "KAZ"), AREA.shown, strict=True):
        share = AREA.reference(np.array(latitude), np.array(width), limit)
        assert share == pytest.approx(
            coverage.area_share_below(country, latitude_deg=limit), abs=AREA.slack / 3
        )


def test_the_limits_that_the_notebook_names_are_those_of_the_package(texts):
    assert f"{orbits.turning_latitude_deg(420):.1f}°, where the station turns" in texts["u3-5"]
    for elevation, words in ((10, "as far north as it rises 10 degrees"), (0, "where it just comes up")):
        assert f"{coverage.risen_limits_deg(elevation)[1]:.1f}°, {words}" in texts["u3-5"]


def test_the_mark_scheme_names_what_the_models_give():
    (verdict,) = catalogue.written(UNIT)
    assert f"{orbits.turning_latitude_deg(420):.1f}° N" in verdict.marks[0][1]
    share = coverage.area_share_below("RUS", latitude_deg=51.8)
    assert f"{100 * share:.0f} % of the area" in verdict.marks[1][1]


@pytest.mark.parametrize(
    ("exercise", "arguments", "words", "value"),
    [
        (LATITUDE, (60.0, 97.4), "u = 60° and i = 97.4° your function returns about 59.2", 59.2),
        (SHIFT, (6000.0, 2), "2 laps of 6,000 s your function returns about 50.1", 50.1),
        (
            TIME,
            (0.0, 40.0, 63.4),
            "0° to 40° and an inclination of 63.4° your function returns about 0.255",
            0.255,
        ),
    ],
)
def test_worked_numbers_are_right_and_are_not_graded(texts, exercise, arguments, words, value):
    assert words in texts[exercise.id]
    assert exercise.reference(*arguments) == pytest.approx(value, rel=2e-3)
    assert arguments not in exercise.shown


def test_worked_rows_are_right(texts):
    assert (
        "`np.array([170.0, 190.0, 210.0])` your function returns `[[170.0], [-170.0, -150.0]]`"
        in texts["u3-3"]
    )
    assert PIECES.reference(np.array([170.0, 190.0, 210.0])) == [[170.0], [-170.0, -150.0]]
    assert "`np.array([10.0, 50.0, 70.0])`" in texts["u3-5"]
    assert (
        "`np.array([5.0, 10.0, 20.0])` and the limit 60.0 your function returns about 0.624" in texts["u3-5"]
    )
    share = AREA.reference(np.array([10.0, 50.0, 70.0]), np.array([5.0, 10.0, 20.0]), 60.0)
    assert share == pytest.approx(0.624, abs=5e-4)


def test_a_model_as_good_as_the_reference_earns_everything_and_a_mixture_does_not():
    (with_plane,) = SHIFT.also_right
    assert judged(SHIFT, with_plane).points == 3

    def mixed(lap_s, laps):
        return (with_plane if laps == 1 else SHIFT.reference)(lap_s, laps)

    assert judged(SHIFT, mixed).points == 0


def test_the_absolute_tolerance_holds_around_zero_too():
    def nearly(by):
        return lambda u, i: LATITUDE.reference(u, i) + by

    assert judged(LATITUDE, nearly(0.24)).points == 2
    assert judged(LATITUDE, nearly(-0.26)).points == 0
    assert LATITUDE.margin(0.0) == 0.25


def test_a_call_with_several_arguments_reads_as_declared():
    assert in_words((5574.0, 155), SHIFT.takes) == "155 × 5,574 s"
    assert in_words(AREA.shown[0], AREA.takes) == "the limit 51.8°"
    assert in_words((420.0,), "km") == "420 km"


def test_the_message_of_a_slip_names_the_call():
    with pytest.raises(NotYet, match="You returned 360 degrees for 1 × 5,574 s"):
        check("u3-2", lambda lap_s, laps: 360 * laps)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (None, "wrong type"),
        ("170", "wrong type"),
        ([], "wrong shape"),
        ([170.0, -170.0], "wrong shape"),
        ([[170.0], -170.0], "wrong shape"),
        ([[170.0]], "wrong shape"),
        ([[170.0], [-170.0], []], "wrong shape"),
        ([[170.0], ["-170"]], "wrong type"),
        ([[170.0], [float("nan")]], "not a number"),
        ([[[170.0, 190.0]], [-170.0]], "wrong type"),
    ],
)
def test_pieces_of_another_form_are_named(value, fault):
    with pytest.raises(Unreadable) as unreadable:
        Pieces("degrees").read(plain(value), ([170.0, 190.0],), "a track")
    assert unreadable.value.fault == fault


@pytest.mark.parametrize(
    ("track", "pieces", "ask"),
    [
        ([170.0, 190.0, 210.0], [[170.0], [-150.0]], "Which point is in none of them?"),
        ([170.0, 190.0, 210.0], [[170.0, 190.0]], "The last point of the track is in none"),
        ([170.0, 190.0, 190.5], [[170.0], [-170.0]], "The last point of the track is in none"),
    ],
    ids=["one in between", "the last", "the last, close to the one before"],
)
def test_a_point_in_no_piece_is_asked_after_by_where_it_lies(track, pieces, ask):
    with pytest.raises(Unreadable) as unreadable:
        Pieces("degrees").read(plain(pieces), (track,), "a track")
    assert ask in unreadable.value.messages[0]


def test_pieces_are_read_as_points_and_places():
    readings = Pieces("degrees").read(plain([np.array([170.0]), (-170,)]), ([170.0, 190.0],), "a track")
    assert [reading.value for reading in readings] == [170.0, 1.0, -170.0, 2.0]
    assert readings[3].about == "the piece of point 2"


@given(
    st.recursive(
        st.none() | st.floats() | st.text(max_size=3), lambda x: st.lists(x, max_size=4), max_leaves=9
    )
)
def test_any_pieces_are_judged_without_an_exception(value):
    verdict = judged(PIECES, lambda track: value)
    assert verdict.points < 2
    assert verdict.message


def test_the_table_of_the_check_is_the_one_in_the_notebook():
    latitude, width = rows_of("RUS")
    assert AREA.shown[0][0] == tuple(latitude)
    assert AREA.shown[0][1] == tuple(width)
