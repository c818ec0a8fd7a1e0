"""Element sets at their limits: numbers of satellites, refusals of servers, orbits made up day by day."""

import dataclasses
import io
import os
import re
import urllib.error
import warnings

import numpy as np
import pytest

from course import elements
from course.elements import ElementSetError, OtherSatelliteWarning, live, parse
from course.elements.ages import HALF_LAP_KM
from course.elements.reading import refuse_answers
from course.elements.validity import validity
from course.orbits import circular_speed_km_s, period_s
from course.tle import checksum

ISS = elements.on("2022-03-12")
DAY = np.timedelta64(86_400_000_000, "us")
TEN_YEARS = 3660  # days: no set says anything about a time farther away


def of(number, name=""):
    """Return two lines of the station's orbit under another number, with a name above them if any."""
    lines = (line[:2] + f"{number:05}" + line[7:68] for line in (ISS.line1, ISS.line2))
    return "\n".join(filter(None, [name, *(line + str(checksum(line)) for line in lines)]))


@pytest.mark.parametrize("number", [1, 2, 99_999])
def test_whose_set_it_is_is_said_for_every_number(number):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse(of(number), satellite=number).number == number
    said = f"this element set is of satellite {number}, not of the ISS (25544)"
    with pytest.warns(OtherSatelliteWarning, match=f"^{re.escape(said)}$") as told:
        parse(of(number))
    assert told[0].filename == __file__
    said = f"this element set is of the ISS (25544), not of satellite {number}"
    with pytest.warns(OtherSatelliteWarning, match=f"^{re.escape(said)}$"):
        parse(str(ISS), satellite=number)


def test_numbers_of_satellites_have_one_to_nine_digits():
    with pytest.warns(OtherSatelliteWarning, match="not of satellite 999999999"):
        parse(str(ISS), satellite=999_999_999)
    for number, told in ((0, "least 1 (got 0)"), (10**9, "most 999999999 (got 1e+09)")):
        with pytest.raises(ValueError) as refused:
            parse(str(ISS), satellite=number)
        assert str(refused.value) == f"satellite must be at {told}"


def test_of_several_sets_the_one_that_was_asked_for_is_taken():
    several = "\n".join(of(number, name) for number, name in ((5, "A"), (25544, "ISS (ZARYA)"), (7, "B")))
    assert parse(several).name == "ISS (ZARYA)"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (parse(several, satellite=7).name, parse(several, satellite=5).name) == ("B", "A")
    with pytest.raises(ElementSetError) as refused:
        parse(several, satellite=8)
    said = "the text holds 3 element sets (of 5, 25544, 7): leave the one that you mean"
    assert str(refused.value) == said
    with pytest.raises(ElementSetError, match=re.escape(said)):
        parse(several, satellite=None)


def test_of_many_sets_eight_are_named_and_each_once():
    many = "\n".join(of(number) for number in range(1, 10))
    with pytest.raises(ElementSetError, match=r"holds 9 element sets \(of 1, 2, 3, 4, 5, 6, 7, 8\): leave"):
        parse(many, satellite=None)
    older = str(elements.shipped()[0])
    with pytest.raises(ElementSetError, match=r"holds 2 element sets \(of 25544\): leave"):
        parse(f"{ISS}\n{older}")
    assert parse(f"{ISS}\n{ISS}").line1 == ISS.line1  # the same set twice is one set


def test_what_a_server_says_instead_is_told():
    page = "a web page came instead of an element set"
    for answer, said in (
        ("<error>no</error>", page),
        ("Sorry: <HTML>", page),
        ("<title> Busy \n now </title>", "a web page ('Busy \\n now') came instead of an element set"),
        (f"<title>{'t' * 61}</title>", f"a web page ('{'t' * 60}') came instead of an element set"),
        ("<h1>403 Forbidden</h1>", f"{page}: the server refuses to answer (403): too many requests came "
                                   "from here"),
        ("NO GP DATA FOUND", "CelesTrak knows no element set for what was asked: the number or the name "
                             "is wrong"),
        ("GP data has not updated", "CelesTrak has nothing newer than what it sent you before, and sends "
                                    "it once"),
        ("Invalid query: x", "CelesTrak did not understand what was asked"),
        ("No results found", "the catalogue knows no element set for what was asked"),
        ("You must be logged in", "Space-Track answers only those who are logged in"),
    ):  # fmt: skip
        with pytest.raises(ElementSetError) as refused:
            refuse_answers(answer)
        assert str(refused.value) == said
    for harmless in ("", "1 25544U", "x" * 20_000 + "<html"):
        refuse_answers(harmless)


class Pieces(io.BytesIO):
    """An answer that comes in pieces; after each of them the clock stands where ``clock`` says."""

    def __init__(self, *pieces):
        super().__init__()
        self.left = list(pieces)

    def read1(self, size=-1):
        return self.left.pop(0) if self.left else b""


@pytest.fixture
def answered(monkeypatch, tmp_path):
    """Return a function that makes the network give an answer; nothing is kept from before."""

    def answer_with(answer):
        def urlopen(address, timeout):
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(live.urllib.request, "urlopen", urlopen)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return answer_with


def newest(recwarn):
    """Return the newest set that can be had, and why the network gave none, or "" if it gave one."""
    recwarn.clear()
    found = elements.latest()
    if not recwarn.list:
        return found, ""
    [warned] = recwarn.list
    assert warned.category is elements.ElementAgeWarning
    said = str(warned.message)
    frame = r"CelesTrak gave no element set \((.*)\); the newest set at hand is of 2026-03-12 \(source: .+\)"
    return found, re.fullmatch(frame, said)[1]


def test_an_answer_is_read_until_it_has_twenty_thousand_bytes(answered, recwarn):
    answered(Pieces(b"\n" * 19_999, str(ISS).encode()))
    assert newest(recwarn)[0].line1 == ISS.line1
    live._cache_file().unlink()
    answered(Pieces(b"\n" * 20_000, str(ISS).encode()))
    assert newest(recwarn)[0] is elements.shipped()[-1]


@pytest.mark.parametrize(("late_s", "told"), [(0, ""), (1e-6, "the answer took more than 5 s")])
def test_the_last_moment_of_the_wait_is_in_time(answered, monkeypatch, recwarn, late_s, told):
    clock = iter([100.0] + [105.0 + late_s] * 9)
    monkeypatch.setattr(live.time, "monotonic", lambda: next(clock))
    answered(Pieces(str(ISS).encode()))
    assert newest(recwarn)[1] == told


def test_what_was_kept_this_very_moment_serves(answered, monkeypatch):
    answered(Pieces(str(ISS).encode()))
    elements.latest()
    kept = live._cache_file()

    class Clock(live.dt.datetime):
        @classmethod
        def now(cls):
            return cls.fromtimestamp(1_800_000_000)

    os.utime(kept, (1_800_000_000,) * 2)
    monkeypatch.setattr(live.dt, "datetime", Clock)
    answered(TimeoutError("nobody is asked"))
    assert elements.latest().source == f"CelesTrak, kept in {kept}"


@pytest.mark.parametrize(
    ("wait_s", "told"), [(0.0999, "least 0.1 (got 0.0999 s)"), (60.1, "most 60 (got 60.1 s)")]
)
def test_a_wait_is_a_tenth_of_a_second_to_a_minute(answered, wait_s, told):
    for allowed in (0.1, 60):
        answered(Pieces(str(ISS).encode()))
        assert elements.latest(timeout_s=allowed).line1 == ISS.line1
    with pytest.raises(ValueError) as refused:
        elements.latest(timeout_s=wait_s)
    assert str(refused.value) == f"timeout_s must be at {told}"


REASONS = [
    (urllib.error.URLError(OSError(113, "No route to host")), "No route to host"),
    (urllib.error.URLError("unknown url type"), "<urlopen error unknown url type>"),
    (TimeoutError("timed out"), "timed out"),
    (TimeoutError(), "TimeoutError"),
    (ConnectionResetError(104, "Connection reset by peer"), "Connection reset by peer"),
    (live.http.client.RemoteDisconnected("gone\nand more"), "gone"),
    (urllib.error.HTTPError("u", 503, "Busy", {}, io.BytesIO(b"")), "HTTP Error 503: Busy"),
    (urllib.error.HTTPError("u", 403, "Forbidden", {}, io.BytesIO(b"No GP data found")),
     "CelesTrak knows no element set for what was asked: the number or the name is wrong"),
    (Pieces(of(5).encode()), "an element set of satellite 5 came instead of one of the ISS"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "reason"), REASONS, ids=[reason[:25] for _, reason in REASONS])
def test_why_there_is_no_answer_is_one_line(answered, recwarn, answer, reason):
    answered(answer)
    assert newest(recwarn) == (elements.shipped()[-1], reason)


@dataclasses.dataclass
class Craft:
    """A record as SGP4 would give it: mean axis and error are functions of the days from the epoch."""

    axis_km: object
    error: object = lambda day: 0
    method: str = "n"
    radiusearthkm: float = 1.0  # so that no digit of the axis is lost
    em: float = 0.0
    am: float = 0.0

    def sgp4_tsince(self, minutes):
        self.am = self.axis_km(minutes / 1440.0) / self.radiusearthkm
        return self.error(minutes / 1440.0), None, None


def spans(craft):
    found = validity(craft)
    return found.first_days, found.last_days, found.decays_days


def test_where_sgp4_has_an_error_there_is_no_orbit():
    def after(days):
        return lambda day: 6 if day >= days else 0

    assert spans(Craft(lambda day: 6800.0, after(10))) == (-TEN_YEARS, 9, 10)
    assert spans(Craft(lambda day: 6800.0, lambda day: 1 if day <= -10 else 0)) == (-9, TEN_YEARS, None)
    assert spans(Craft(lambda day: 6800.0, after(TEN_YEARS))) == (-TEN_YEARS, TEN_YEARS - 1, TEN_YEARS)
    assert spans(Craft(lambda day: 6800.0, after(TEN_YEARS + 1))) == (-TEN_YEARS, TEN_YEARS, None)
    assert spans(Craft(lambda day: 6800.0, lambda day: 1)) == (0, 0, None)


def test_an_orbit_that_is_low_at_its_epoch_serves_until_it_sinks():
    """A perigee below 120 km at the epoch is measured by itself: a kilometre less, and it is down."""
    assert spans(Craft(lambda day: 6478.0)) == (-TEN_YEARS, TEN_YEARS, None)
    first, last, down = spans(Craft(lambda day: 6478.0 - day / 4))
    assert (last, down) == (4, 5) and first < -300
    high = spans(Craft(lambda day: 6518.137 - day))  # 140 km up, a kilometre a day
    assert high[1:] == (20, 21)


def test_an_ellipse_that_grows_comes_down_to_no_day():
    """Its perigee sinks below 120 km while its axis rises: what SGP4 says there is no decay."""

    class Stretched(Craft):
        def sgp4_tsince(self, minutes):
            self.em = 1e-4 * abs(minutes / 1440.0)
            return super().sgp4_tsince(minutes)

    rising = spans(Stretched(lambda day: 6600.0 + abs(day) / 4))
    sinking = spans(Stretched(lambda day: 6600.0 - abs(day) / 4))
    assert rising == (-244, 244, None)  # 0.41 day + 0.000025 day**2 = 101.86 at 244.8
    assert sinking == (-112, 112, 113)  # 0.91 day - 0.000025 day**2 = 101.86 at 112.3


@pytest.mark.parametrize("side", [-1, 1])
@pytest.mark.parametrize("way", [-1, 1])
def test_an_orbit_that_comes_back_ends_where_it_turns_up_or_down(side, way):
    def turns(day):
        return 6800.0 + way * min(side * day, 20 - side * day)

    first, last, _ = spans(Craft(turns))
    assert (last if side > 0 else first) == side * 10


def test_a_creep_against_the_fall_is_no_turn():
    """Forty metres a day upwards for ten days, between weeks of a kilometre a day down."""

    def axis(day):
        return 6800.0 - day if day < 10 else 6790.0 + 0.04 * (day - 10) if day < 20 else 6810.4 - day

    assert spans(Craft(axis))[1] == 110

    def climbs(day):
        return 6800.0 - day if day < 10 else 6791.0 + 0.06 * (day - 9)

    assert spans(Craft(climbs))[1] == 9


def test_a_creep_at_first_is_no_direction():
    def creeps_then_climbs(day):
        return 6800.0 - 0.04 if abs(day) == 1 else 6800.0 + 0.06 * max(abs(day) - 1, 0)

    assert spans(Craft(creeps_then_climbs))[:2] == (-1667, 1667)  # a hundred kilometres at 0.06 a day


def test_where_no_drag_is_worked_out_an_orbit_may_swing():
    assert spans(Craft(lambda day: 42_164.0 + 20 * np.sin(day / 5), method="d")) == (
        -TEN_YEARS,
        TEN_YEARS,
        None,
    )


def test_a_hundred_kilometres_from_the_axis_of_the_epoch_end_it():
    assert spans(Craft(lambda day: 6900.0 - day))[:2] == (-100, 100)
    assert spans(Craft(lambda day: 7100.0 - 2 * day))[:2] == (-50, 50)
    falling = spans(Craft(lambda day: 6900.0 - day))
    assert falling[2] == 402  # 120 km above the Earth's 6,378.137: the sound days end long before


@pytest.mark.parametrize("days", [-TEN_YEARS - 1, TEN_YEARS + 1])
def test_more_than_ten_years_away_is_said_on_both_sides(days):
    steady = next(one for one in elements.shipped() if one.validity.last_days == TEN_YEARS)
    said = "no element set says anything about a time more than ten years away"
    with pytest.raises(ElementSetError, match=f"{said}$"):
        steady.require_valid(steady.epoch_utc + days * DAY)


def test_half_a_lap_is_half_of_the_period_of_the_station():
    half = circular_speed_km_s(420) * period_s(420) / 2
    assert pytest.approx(half, rel=1e-9) == HALF_LAP_KM


@pytest.mark.parametrize(("seconds", "lasting"), [(89.4, "89 s"), (90.0, "2 min"), (150.1, "3 min")])
def test_from_a_minute_and_a_half_on_minutes_are_said(seconds, lasting):
    assert f"({lasting})" in str(elements.Uncertainty(7.0, 100.0, seconds * 7.66))


def test_every_column_of_the_second_line_is_read():
    """Numbers that fill their columns: a digit more to the left or to the right would change each."""
    line = "2 25544 178.9876 359.1234 9876543 359.4321 359.8765 16.12345678987650"
    wide = elements.ElementSet(ISS.line1, line[:68] + str(checksum(line)))
    read = (wide.inclination_deg, wide.raan_deg, wide.eccentricity, wide.mean_motion_rev_day)
    assert read == (178.9876, 359.1234, 0.9876543, 16.12345678)


def test_ten_years_to_the_day_are_not_more_than_ten_years():
    short = next(one for one in elements.shipped() if one.validity.first_days > -TEN_YEARS)
    with pytest.raises(ElementSetError, match="SGP4 no longer follows"):
        short.require_valid(short.epoch_utc - TEN_YEARS * DAY)
    with pytest.raises(ElementSetError, match="more than ten years away"):
        short.require_valid(short.epoch_utc - TEN_YEARS * DAY - np.timedelta64(1, "us"))
