"""Unit 4's exercises against models and physics notes of the course, and what only they ask of the judge."""

from pathlib import Path

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import cities, decay, ground, orbits, relative, station
from course.checks import catalogue, drawing
from course.checks.cells import NotYet, check
from course.checks.forms import Names, Unreadable, in_words
from course.checks.judge import judge
from course.checks.recorder import plain, record
from course.checks.unit4 import line, safe
from course.checks.wording import numbers_in
from course.constants import ISS_INCLINATION_DEG
from course.decay.drag import ISS_BALLISTIC_COEFFICIENT_KG_M2

UNIT = "4-separation"
SHARE, DRIFT, SAFE, BURN, LINE = catalogue.functions(UNIT)
(MEMO,) = catalogue.written(UNIT)


@pytest.fixture(scope="module")
def texts():
    """Return what students get, by the names of the cells."""
    path = Path(__file__).parent.parent / "exercises" / UNIT / f"{UNIT}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id: cell.source for cell in cells}


def judged(exercise, function):
    return judge(exercise, record(function, exercise.shown))


def test_points_of_unit_4_are_those_of_the_plan():
    assert [one.points for one in catalogue.UNITS[UNIT]] == [2, 3, 3, 3, 2, 3]


# u4-1


@pytest.mark.parametrize(
    ("pieces", "wanted"),  # the course's physics notes, table 3.2, and its lesson plan
    [
        ((71_400.0, 348_300.0, 0.15), (0.1245, -0.0255)),
        ((47_000.0, 372_700.0, 0.2), (0.1776, -0.0224)),
        ((150_000.0, 270_000.0, 0.1), (0.064, -0.036)),
    ],
)
def test_shares_of_a_push_are_those_of_the_physics_notes(pieces, wanted):
    assert SHARE.reference(*pieces) == pytest.approx(wanted, abs=5e-4)


def test_momentum_stays_zero_and_the_gap_grows_as_given_for_all_hidden_pieces():
    for student in range(200):
        for mass_1, mass_2, gap in drawing.graded_inputs(SHARE, student=str(student), secret="s"):
            first, second = SHARE.reference(mass_1, mass_2, gap)
            assert first * mass_1 + second * mass_2 == pytest.approx(0, abs=1e-9 * mass_1)
            assert first - second == pytest.approx(gap)
            assert not 0.9 < mass_1 / mass_2 < 1.1  # alike, they would hide who gets more


# u4-2


@pytest.mark.parametrize(
    ("push_m_s", "laps", "metres"),  # the physics notes, tables 3.3 and 3.4
    [(0.15, 1, -2510.2), (0.15, 3, -7530.6), (-0.15, 1, 2510.2), (0.15, 5, -12551)],
)
def test_places_after_laps_are_those_of_the_physics_notes(push_m_s, laps, metres):
    assert DRIFT.reference(420.0, push_m_s, laps) == pytest.approx(metres, abs=0.5)


def test_exact_orbits_pass_for_every_student():
    for student in range(50):
        for altitude, push, laps in drawing.graded_inputs(DRIFT, student=str(student), secret="s"):
            time_s = laps * orbits.period_s(altitude)
            wanted = DRIFT.reference(altitude, push, laps)
            for axes in ("curvilinear", "straight"):
                path = relative.two_body_motion(time_s, altitude_km=altitude, along_m_s=push, axes=axes)
                assert float(path.along_m) == pytest.approx(wanted, rel=DRIFT.tolerance / 10)


# u4-4


@pytest.mark.parametrize(
    ("burn", "change", "tonnes"),  # the physics notes, section 5.1, and the lesson plan for 415 km and 500 t
    [
        ((420.0, 50.0, 420_000.0, 300.0), 107.86, 15.12),
        ((400.0, 50.0, 440_000.0, 300.0), 102.30, 15.04),
        ((280.0, 50.0, 450_000.0, 300.0), 68.30, 10.33),
        ((415.0, 50.0, 500_000.0, 300.0), 106.5, 17.8),
    ],
)
def test_burns_are_those_of_the_physics_notes(burn, change, tonnes):
    assert BURN.reference(*burn)[0] == pytest.approx(change, abs=0.05)
    assert BURN.reference(*burn)[1] / 1000 == pytest.approx(tonnes, abs=0.05)


def test_errors_of_the_physics_notes_are_among_the_misconceptions():
    # Section 6, in tonnes for 420 t from 420 km to 50 km
    wanted = {
        "kilometres per second into the exponent": 0.0154,
        "specific impulse as a speed": 126.9,
        "without the logarithm": 15.40,
    }
    for name, tonnes in wanted.items():
        (slip,) = (slip for slip in BURN.misconceptions if slip.name == name)
        assert slip.answer(*BURN.shown[0])[1] / 1000 == pytest.approx(tonnes, rel=3e-3)


def test_the_tolerance_lets_rounded_constants_through_and_keeps_the_straight_line_out():
    worst = 0.0
    for student in range(100):
        for h, p, mass, isp in drawing.graded_inputs(BURN, student=str(student), secret="s"):
            top, low = 6371 + h, 6371 + p
            change = 1000 * np.sqrt(398600 / top) * (1 - np.sqrt(2 * low / (top + low)))
            burnt = mass * (1 - np.exp(-change / (9.8 * isp)))
            wanted = BURN.reference(h, p, mass, isp)
            worst = max(worst, *np.abs(np.array([change, burnt]) / wanted - 1))
    assert 0.001 < worst < 0.8 * BURN.tolerance


# u4-5


def test_cities_stand_where_geonames_has_them():
    for name, (country, latitude) in line.CITIES.items():
        found = cities.find(name)
        assert (found["name"], found["iso3"], found["latitude_deg"]) == (name, country, latitude)


def test_limits_are_the_turning_latitudes_of_the_package():
    assert round(orbits.turning_latitude_deg(420), 1) == line.TRACK_DEG
    # Tiangong: inclination 41.47 in its element sets of 2024 and 2025, some 390 km high
    assert round(orbits.turning_latitude_deg(390, inclination_deg=41.47), 1) == line.TIANGONG_DEG
    sight_deg = np.degrees(ground.footprint_radius_km(420) / 6371)
    assert sight_deg == pytest.approx(line.HORIZON_DEG, abs=0.15)


def test_the_south_of_russia_is_below_the_track_and_moscow_is_not():
    below = set(LINE.reference(*(np.array(one) for one in LINE.shown[0])))
    assert {"Volgograd", "Sochi", "Voronezh", "Kursk", "Orenburg", "Delhi", "Beijing", "London"} <= below
    assert not {"Moscow", "Saint Petersburg", "Berlin", "Punta Arenas", "Ushuaia"} & below


def test_three_russian_cities_lie_between_the_inclination_and_the_turning_latitude():
    between = [
        name
        for name, (country, latitude) in line.CITIES.items()
        if country == "RUS" and ISS_INCLINATION_DEG < latitude < line.TRACK_DEG
    ]
    assert sorted(between) == ["Kursk", "Orenburg", "Voronezh"]
    assert min(cities.find(name)["population"] for name in between) > 400_000


def test_no_hidden_city_is_too_near_to_its_limit_to_tell():
    for student in range(200):
        for names, _, latitudes, limit in drawing.graded_inputs(LINE, student=str(student), secret="s"):
            assert len(set(names)) == len(names) >= line.COUNT
            assert min(abs(abs(latitude) - limit) for latitude in latitudes) > line.CLOSE_DEG


def test_names_count_in_any_order_and_any_kind_of_list():
    def reference(*given):
        return LINE.reference(*given)

    for kind in (list, tuple, set, np.array, lambda names: names[::-1], lambda names: [*names, *names]):
        assert judged(LINE, lambda *given, kind=kind: kind(reference(*given))).points == 2
    assert judged(LINE, lambda *given: reference(*given)[1:]).points == 0


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        ("Sochi", "text"),
        (1, "one number"),
        ({"Sochi": True}, "a dictionary"),
        (["Sochi", 1], "a list that holds other things than names"),
        ([["Sochi"]], "a list that holds other things than names"),
        (["sochi"], "not spelled as any of the given ones"),
    ],
)
def test_names_of_another_form_are_told(value, said):
    with pytest.raises(Unreadable) as unreadable:
        Names().read(plain(value), (("Sochi", "Moscow"),), LINE.takes)
    assert unreadable.value.fault == "wrong type"
    assert all(said in text and text.endswith("?") for text in unreadable.value.messages)


@given(st.lists(st.sampled_from(LINE.shown[0][0]), unique=True))
def test_any_list_of_names_is_judged(names):
    verdict = judged(LINE, lambda given, *rest: [name for name in names if name in given])
    assert verdict.points < 2  # the second list asks for others
    assert verdict.message.endswith("?")


# u4-6


def test_the_mark_scheme_names_what_the_station_graph_gives():
    us, russian = station.parts("2022-03-12", cut="PMA-1/Zarya")
    assert "gyroscopes" in russian.lacks
    assert russian.functions["power"] == "own"
    assert {"propulsion", "refuelling"} <= set(us.lacks)
    assert us.functions["reboost"] == "with a ship"


STATION = ISS_BALLISTIC_COEFFICIENT_KG_M2


def test_the_typical_answers_name_what_the_models_give():
    said = " ".join(text for _, text in MEMO.typical)
    assert f"{abs(DRIFT.reference(420.0, 0.15, 1)) / 1000:.1f} km behind after one lap" in said
    assert f"{abs(DRIFT.reference(420.0, 0.1, 1)) / 1000:.1f} km apart after a lap" in said
    assert f"takes {BURN.reference(*BURN.shown[0])[1] / 1000:.1f} t" in said
    years = [
        decay.lifetime_days(420, start_utc="2022-03-12", ballistic_coefficient_kg_m2=STATION / drag) / 365.25
        for drag in reversed(decay.DRAG_RANGE)  # what the record of the station bears
    ]
    assert "{:.1f} to {:.1f} years".format(*years) in said


# texts and messages


@pytest.mark.parametrize(
    ("exercise", "arguments", "words", "value"),
    [
        (SHARE, (60_000.0, 30_000.0, 0.3), "60,000 kg, 30,000 kg and 0.3 m/s your function", (0.1, -0.2)),
        (DRIFT, (1000.0, 0.3, 2), "1,000 km, 0.3 m/s and 2 laps your function returns about", -11350),
        (BURN, (500.0, 60.0, 7000.0, 310.0), "500 km, 60 km, 7,000 kg and 310 s your", (126.8, 286)),
    ],
)
def test_worked_numbers_are_right_and_are_not_graded(texts, exercise, arguments, words, value):
    assert words in texts[f"{exercise.id}-text"]
    shown = value if isinstance(value, tuple) else (value,)
    assert all(number in numbers_in(texts[f"{exercise.id}-text"]) for number in shown)
    assert exercise.reference(*arguments) == pytest.approx(value, rel=2e-3)
    assert arguments not in exercise.shown


def test_the_worked_arrow_is_not_safe_as_the_text_says(texts):
    assert (
        "`(0.01, 0.01, 0.01)` is such an arrow. At 420 km the pieces come within 124 m" in texts["u4-3-text"]
    )
    assert safe._nearest((0.01, 0.01, 0.01), 420.0)[1] == pytest.approx(124, abs=0.5)


def test_the_cell_that_flies_a_push_prints_what_the_text_says(texts, capsys):
    exec("import numpy as np\n" + texts["u4-3-try"])
    assert capsys.readouterr().out.startswith("nearest: 124 m, 0.5 laps")


def test_the_cities_of_the_notebook_are_those_of_the_check(texts, capsys):
    names = {}
    exec("import numpy as np\n" + texts["u4-5-cities"], names)
    shown = (names["names"], names["countries"], names["latitude_deg"])
    assert tuple(tuple(column.tolist()) for column in shown) == LINE.shown[0][:3]
    assert f"{line.TRACK_DEG}° north and south" in texts["u4-5-text"]
    assert f"{line.TIANGONG_DEG}°, where the Chinese station Tiangong turns" in texts["u4-5-text"]


def test_the_worked_list_is_right(texts):
    assert (
        "Quito (-0.2°), Oslo (59.9°) and Hobart (-42.9°) and a turning latitude of 30°" in texts["u4-5-text"]
    )
    given = np.array(["Quito", "Oslo", "Hobart"]), np.array(["ECU", "NOR", "AUS"])
    assert LINE.reference(*given, np.array([-0.2, 59.9, -42.9]), 30.0).tolist() == ["Quito"]
    for name, latitude in (("Quito", -0.2), ("Oslo", 59.9), ("Hobart", -42.9)):
        assert cities.find(name)["latitude_deg"] == pytest.approx(latitude, abs=0.05)


def test_calls_read_as_declared():
    assert in_words(SAFE.shown[0], SAFE.takes) == "at most 0.2 m/s at 420 km"
    assert in_words(BURN.shown[0], BURN.takes) == "420,000 kg from 420 to 50 km"
    assert in_words(DRIFT.shown[2], DRIFT.takes) == "0.2 m/s at 800 km, laps: 15"


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("u4-1", lambda a, b, u: (u / 2, -u / 2), r"^You returned 0\.06 m/s for the first piece\. Both"),
        ("u4-2", lambda h, push, laps: push * laps * 5578, "You returned 558 m for 0.1 m/s at 420 km"),
        ("u4-3", lambda h, most: (most, 0, 0), "one lap after it the pieces are 0 m apart"),
        ("u4-4", lambda h, p, m, isp: (7657, m * 0.926), "You returned 7,657 m/s for 420,000 kg"),
        ("u4-5", lambda names, country, *rest: names[country != "RUS"], "Voronezh is not in your list"),
    ],
)
def test_a_student_reads_what_came_back(name, answer, said):
    with pytest.raises(NotYet, match=said):
        check(name, answer)
