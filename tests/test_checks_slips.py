"""Slips in a student's own source: found by mending them, named with the line, and true of it."""

import linecache
import time
import tracemalloc

import pytest

from course.checks import catalogue
from course.checks.diagnosis import explained
from course.checks.judge import judge
from course.checks.recorder import record
from course.checks.slips import find
from course.checks.wording import MAX_SENTENCES, sentences_in

SPEED_EXERCISE = catalogue.exercise("u2-1")
SETUP = (
    "import numpy as np\nfrom datetime import date\n"
    "from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2\n"
)
SPEED = "def orbital_speed(altitude_km):\n    r = EARTH_RADIUS_KM + altitude_km\n    return "
METRES = SPEED.replace("EARTH_RADIUS_KM", "R") + "1e3 * (MU_EARTH_KM3_S2 / r) ** 0.5"
LATITUDE = "def latitude(u, i):\n    u, i = np.radians(u), np.radians(i)\n    return "
MILES = """def which_mile(km, miles):
    statute, nautical = 1.852 * miles, 1.609344 * miles
    return statute, nautical, "statute" if abs(statute - km) < abs(nautical - km) else "nautical"
"""
CITIES = """def below_the_track(names, countries, latitude, turning):
    below = []
    for name, one in zip(names, latitude):
        if abs(one) <= turning:
            below.append(name)
            return below
"""
SHARES = "def push_shares(a, b, u):\n    m = a + b\n    return "
AT_THE_GROUND = """def laps_per_day(altitude_km):
    v = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))
    return v * 86400 / (2 * np.pi * EARTH_RADIUS_KM)
"""
CUT = """def pieces(longitude_deg):
    x = (longitude_deg + 180) % 360 - 180
    k = np.where(np.abs(np.diff(x)) > 180)[0]
"""
BROKEN_OFF = """def area_share_south(latitude, width, limit):
    south = whole = 0
    for at, wide in zip(latitude, width):
        one = wide * np.cos(np.radians(at))
        whole += one
        if at < limit:
            south += one
            break
    return south / whole
"""
SHARE_OF = """    whole = sum(m["mass_kg"] for m in there)
    return sum(m["mass_kg"] for m in there if m["segment"] == segment) / whole
"""
THERE = (
    """def segment_share(modules, segment, day):
    def is_there(m):
        return m["removed"] is None or m["removed"] > day and m["joined"] <= day
    there = [m for m in modules if is_there(m)]
"""
    + SHARE_OF
)
TAKEN_OUT = (
    """def segment_share(there, segment, day):
    for m in there:
        if m["joined"] > day or (m["removed"] and m["removed"] <= day):
            there.remove(m)
"""
    + SHARE_OF
)
CREWED = """def crewed_days(until):
    start = date(2000, 11, 2)
    stop = date.fromisoformat(until)
    return """
GAP = """def gap_years(start, end):
    start, end = map(date.fromisoformat, (start, end))
    return """
ROUNDED = "round((EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2, 1)"
FRACTION = "def gravity_fraction(altitude_km):\n    return "


def typed(name, source):
    """Return the function of an exercise as a notebook's cell defines it."""
    cell = f"<cell of {name}>"
    linecache.cache[cell] = (len(source), None, source.splitlines(keepends=True), cell)
    names = {}
    exec(SETUP, names)
    exec(compile(source, cell, "exec"), names)
    return names[catalogue.exercise(name).function]


def read(name, source):
    """Return what a student reads of a cell."""
    exercise, function = catalogue.exercise(name), typed(name, source)
    written = record(function, exercise.shown)
    return explained(exercise, function, written, judge(exercise, written))


@pytest.mark.parametrize(
    ("name", "source", "kind", "line"),
    [
        ("u2-1", SPEED + "1000 * (MU_EARTH_KM3_S2 / r) ** 1 / 2", "broken power", 3),
        ("u2-1", SPEED + "1000 * (MU_EARTH_KM3_S2 / r) ^ 0.5", "power sign", 3),
        ("u2-1", SPEED + "1000 * np.sqrt(MU_EARTH_KM3_S2 // r)", "whole division", 3),
        ("u2-1", SPEED + "3600 * np.sqrt(MU_EARTH_KM3_S2 / r)", "unit", 3),
        ("u2-1", "R = 6378137\n" + METRES, "unit", 1),
        ("u2-3", FRACTION + ROUNDED, "rounding", 2),
        ("u2-3", FRACTION + "(EARTH_RADIUS_KM / EARTH_RADIUS_KM + altitude_km) ** 2", "brackets", 2),
        ("u4-1", SHARES + "u * b // m, -u * a // m", "whole division", 3),
        ("u4-1", SHARES + "u * b / m, u * a / m", "sign", 3),
        ("u4-1", SHARES + "u * b / a + b, -u * a / a + b", "brackets", 3),
        ("u2-3", FRACTION + "(EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) * 2", "operation", 2),
        ("u3-1", LATITUDE + "np.arcsin(np.degrees(np.sin(u) * np.sin(i)))", "order of calls", 3),
        ("u1-2", MILES, "exchanged", 2),
        (
            "u2-1",
            "orbital_speed = lambda h: 1000 * (MU_EARTH_KM3_S2 / EARTH_RADIUS_KM + h) ** 0.5",
            "brackets",
            1,
        ),
        ("u2-4", AT_THE_GROUND, "ground", 3),
        ("u3-1", LATITUDE + "np.degrees(np.arcsin(np.sin(u * i)))", "call of a whole", 3),
        ("u3-2", "def westward_shift(lap_s, laps):\n    return 360 * 86164 / lap_s * laps", "upside down", 2),
        ("u3-3", CUT + "    return np.split(x, k)", "one off", 4),
        ("u3-5", BROKEN_OFF, "break", 8),
        (
            "u4-1",
            "def push_shares(a, b, u):\n    v = u * b / a + b\n    w = -u * a / a + b\n    return v, w",
            "brackets",
            2,
        ),
        ("u1-3", THERE, "brackets", 3),
        ("u1-3", TAKEN_OUT, "changed in its loop", 2),
        ("u1-4", CREWED + "stop.day - start.day", "day of the month", 4),
        (
            "u1-4",
            "def crewed_days(until):\n    if until == '2022-03-08':\n        return 7796\n    return 53",
            "one case",
            2,
        ),
        ("u1-1", GAP + "(end - start).days / 365 + 1", "part too many", 3),
        ("u4-5", CITIES, "return in the loop", 6),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else None,
)
def test_a_slip_is_named_with_its_line(name, source, kind, line):
    slip = find(catalogue.exercise(name), typed(name, source), limit_s=5.0)
    assert (slip.kind, slip.number) == (kind, line)
    assert slip.line == source.splitlines()[line - 1].strip()


HELPED = """def period(altitude_km):
    return 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)

def laps_per_day(altitude_km):
    return %s / period(altitude_km)%s
"""
QUARTER = """def time_share(south, north, i):
    u = np.radians(np.arange(0, 90, 0.01))
    lat = np.degrees(np.arcsin(np.sin(u) * np.sin(np.radians(i))))
    return np.mean((lat > south) & (lat < north))
"""
WRONG_WAY = """def gap_years(start, end):
    start, end = date.fromisoformat(start), date.fromisoformat(end)
    gap = start - end
    return gap.days / 365.25
"""
FIRST_LAP = """def place_after_laps(altitude_km, push, laps):
    r = EARTH_RADIUS_KM + altitude_km
    T = 2 * np.pi * np.sqrt(r ** 3 / MU_EARTH_KM3_S2)
    place = 0
    for lap in range(1, laps):
        place = place - 3 * push * T
    return place
"""


@pytest.mark.parametrize(
    ("name", "source", "untrue"),
    [
        ("u2-4", HELPED % ("86400", " - 1"), "Python reads"),  # brackets around the 1 come near, by chance
        ("u2-4", HELPED % ("24 * 60", ""), "line 2"),  # the helper is right, the day is not
        ("u3-4", QUARTER, "degrees or radians"),  # so many radians come near, by chance
        ("u4-2", FIRST_LAP, "place = 0"),  # a metre more is within the tolerance
    ],
)
def test_a_change_that_only_comes_near_names_no_slip(name, source, untrue):
    assert untrue not in read(name, source).message


def test_the_message_quotes_the_line_and_asks():
    verdict = read("u2-1", SPEED + "1000 * np.sqrt(MU_EARTH_KM3_S2 // r)")
    assert verdict.misconception == "slip: whole division"
    assert "ine 3 of your cell, `return 1000 * np.sqrt(MU_EARTH_KM3_S2 // r)`" in verdict.message
    assert sentences_in(verdict.message) <= MAX_SENTENCES


def test_a_misconception_keeps_its_message_and_gets_the_line():
    verdict = read("u2-1", SPEED + "np.sqrt(MU_EARTH_KM3_S2 / r)")
    assert verdict.misconception == "kilometres per second"
    assert "(Look at line 3 of your cell: " in verdict.message


def test_a_line_is_pointed_at_only_where_no_other_one_may_be_meant():
    assert "line" not in read("u1-1", WRONG_WAY).message  # a sign in the last line would do as well


def test_an_argument_is_called_unused_only_where_the_answer_hangs_on_it():
    assert "countries" not in read("u4-5", CITIES.replace("<= turning", "> turning")).message


def test_whole_numbers_are_told_with_all_their_digits():
    said = read("u1-4", "def crewed_days(until):\n    return 8509").message
    assert "You returned 8,509 days" in said


def test_the_points_are_those_of_the_judge():
    exercise, function = catalogue.exercise("u2-1"), typed("u2-1", SPEED + "np.sqrt(MU_EARTH_KM3_S2 / r)")
    written = record(function, exercise.shown)
    assert read("u2-1", SPEED + "np.sqrt(MU_EARTH_KM3_S2 / r)").points == judge(exercise, written).points


@pytest.mark.parametrize("function", [len, print, None, 7.0, lambda altitude_km: 1.0])
def test_what_was_not_typed_into_a_cell_has_no_slip(function):
    assert find(catalogue.exercise("u2-1"), function) is None


def test_the_search_runs_nothing_but_definitions_and_ends_in_time():
    source = "ran = []\nran.append(1)\n" + SPEED + "slow(r)\ndef slow(r):\n    while True:\n        pass\n"
    function = typed("u2-1", source)
    assert find(catalogue.exercise("u2-1"), function, limit_s=0.05) is None
    assert function.__globals__["ran"] == [1]


def test_the_students_names_stay_as_they_are():
    function = typed("u2-1", "k = 1\n" + SPEED + "k * np.sqrt(MU_EARTH_KM3_S2 / r)")
    before = dict(function.__globals__)
    find(catalogue.exercise("u2-1"), function, limit_s=1.0)
    assert function.__globals__ == before


def test_an_argument_that_is_never_looked_at_is_named():
    past = "def area_share_south(a, b, c):\n    a, b = rows_of('RUS')\n    return a[a < c].sum() / a.sum()\n"
    verdict = read("u3-5", "from course.coverage.rows import rows_of\n" + past)
    assert verdict.misconception == "slip: set anew"
    assert "replaces the `a` that comes in" in verdict.message
    assert find(SPEED_EXERCISE, typed("u2-1", "def orbital_speed(h):\n    return 7660")).kind == "unused"


def slowly(altitude_km):
    time.sleep(0.4)
    return 7.0


def differently(altitude_km, seen=[]):  # noqa: B006 - on purpose: it is another function at each call
    seen.append(altitude_km)
    if len(seen) % 2:
        raise ValueError(f"try {len(seen)}")
    return len(seen)


@pytest.mark.parametrize("function", [slowly, differently, 7660.0, "orbital_speed", [7660.0]])
def test_odd_answers_get_one_message_that_keeps_the_rules(function):
    for _ in range(4):
        written = record(function, SPEED_EXERCISE.shown, time_limit_s=2.0)
        verdict = explained(SPEED_EXERCISE, function, written, judge(SPEED_EXERCISE, written))
        assert verdict.points == 0
        assert 1 <= sentences_in(verdict.message) <= MAX_SENTENCES


def test_a_cell_of_ten_thousand_lines_is_not_searched():
    source = SPEED + "1000 * np.sqrt(MU_EARTH_KM3_S2 // r)\n" + "a = 1\n" * 10_000
    assert find(SPEED_EXERCISE, typed("u2-1", source)) is None
    assert "You returned" in read("u2-1", source).message


def test_ten_thousand_values_are_one_message():
    verdict = read("u2-1", "def orbital_speed(h):\n    return [h] * 10_000")
    assert verdict.misconception == "wrong shape"


def test_a_row_that_is_spoiled_is_named_where_no_formula_is():
    added = (
        "def speeds_and_fastest(h):\n    h += EARTH_RADIUS_KM\n    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / h)\n"
    )
    verdict = read("u2-5", added + "    return v, h[np.argmax(v)]")
    assert "ine 2 of your cell, `h += EARTH_RADIUS_KM`, changes `h` as it was handed over" in verdict.message


def test_an_unquoted_word_of_the_answer_is_told_from_a_lost_name():
    source = "def which_mile(km, miles):\n    return 1.609344 * miles, 1.852 * miles, %s"
    assert "what stands around a text" in read("u1-2", source % "statute").message
    assert "what stands around a text" not in read("u1-2", source % "statue_km").message


def test_points_that_are_lost_at_the_end_of_a_track_are_told_from_others():
    def told(kept):
        return read("u3-3", CUT + f"    return np.split(x[{kept}], k + 1)").message

    assert "The last point of the track is in none" in told(":-1")
    assert "The last point" not in told("1:")


@pytest.mark.parametrize("source", ["return 'a line' * 10_000", "return np.linspace(0, 1, 10_000).sum()"])
def test_no_trial_makes_many_more_values_than_the_student_did(source):
    tracemalloc.start()
    find(SPEED_EXERCISE, typed("u2-1", "def orbital_speed(h):\n    " + source), limit_s=2.0)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50e6


def test_a_function_of_another_exercise_gets_a_message():
    other = typed("u2-2", "def period(altitude_km):\n    return 5574.0")
    assert find(SPEED_EXERCISE, other).kind == "unused"
