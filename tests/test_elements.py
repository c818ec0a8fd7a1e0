"""Dated element sets. Authorities: the sgp4 package, and the table of trust in COURSE_AUTHORITIES."""

import csv
import datetime as dt
import http.client
import io
import os
import urllib.error
from pathlib import Path

import numpy as np
import pytest

from course import elements
from course.elements.live import LATEST_URL
from course.tle import checksum

FIRST_DAY, LAST_DAY = np.datetime64("1998-11-20"), np.datetime64("2026-03-13")
AUTHORITIES = os.environ.get("COURSE_AUTHORITIES")
needs_authorities = pytest.mark.skipif(
    not AUTHORITIES, reason="needs the real records: set COURSE_AUTHORITIES to their folder"
)


def test_100_sets_are_shipped_in_order_each_once():
    sets = elements.shipped()
    assert len(sets) == 100
    epochs = [one.epoch_utc for one in sets]
    assert epochs == sorted(epochs)
    assert len({(one.line1, one.line2) for one in sets}) == len(set(epochs)) == 100
    assert epochs[0] >= FIRST_DAY
    assert epochs[-1] < LAST_DAY


@pytest.mark.parametrize("one", elements.shipped(), ids=lambda one: str(one.epoch_utc.astype("M8[m]")))
def test_a_shipped_set_is_whole(one):
    for line in (one.line1, one.line2):
        assert len(line) == 69
        assert checksum(line) == int(line[68])
        assert line[2:7] == "25544"
    assert one.line1[9:15] == "98067A"
    assert one.source and "@" not in one.source
    error, position, _ = one.satrec.sgp4(one.satrec.jdsatepoch, one.satrec.jdsatepochF)
    assert error == 0
    assert 150 < np.linalg.norm(position) - 6378.137 < 480  # km, from Zarya's first lap to the highest years
    assert 51.4 < one.inclination_deg < 51.8
    assert 200 < one.altitude_km < 430


def test_the_printed_epoch_column_is_the_epoch_of_the_lines():
    from course.data import read_text

    for row, one in zip(
        csv.DictReader(io.StringIO(read_text("iss_elements.csv"))), elements.shipped(), strict=True
    ):
        assert np.datetime64(row["epoch_utc"]) == one.epoch_utc.astype("M8[s]")


def test_mean_inclination_since_1999_is_the_constant():
    from course.constants import ISS_INCLINATION_DEG

    since = [
        one.inclination_deg for one in elements.shipped() if one.epoch_utc >= np.datetime64("1999-01-01")
    ]
    assert ISS_INCLINATION_DEG == 51.64
    last_digit = 0.005  # degrees: the mean of the 92 sets is 51.640
    assert abs(np.mean(since) - ISS_INCLINATION_DEG) < last_digit
    assert np.ptp(since[3:]) < 0.03  # degrees, over 26 years
    assert np.ptp(since) < 0.08  # with the three sets of 2000, before the first crew: 51.58


@needs_authorities
def test_no_set_marked_as_edited_is_shipped():
    with (Path(AUTHORITIES) / "iss_tle_history.csv").open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    shipped = {(one.line1, one.line2) for one in elements.shipped()}
    edited = [row for row in rows if row["trust"] != "real"]
    assert len(edited) == 5
    assert not [row["note"] for row in edited if (row["line1"], row["line2"]) in shipped]
    real = [row for row in rows if row["trust"] == "real"]
    assert all((row["line1"].strip(), row["line2"].strip()) in shipped for row in real)


def test_mean_altitudes_of_known_epochs():
    # SGP4's mean semi-major axis minus the equatorial radius, km (the course's data notes, section 5)
    for day, altitude in (
        ("1998-11-20T06:50", 260.9),
        ("2003-04-07", 391.7),
        ("2011-05-26", 343.6),
        ("2022-03-12T18:44", 419.0),
        ("2026-03-12", 421.3),
    ):
        assert elements.on(day).altitude_km == pytest.approx(altitude, abs=0.06), day


def test_the_nearest_set_is_found():
    found = elements.on("2022-03-12")
    assert found.line1.startswith("1 25544U 98067A   22071.78032407")
    assert found.epoch_utc == np.datetime64("2022-03-12T18:43:39.999648", "us")
    assert found.age_days("2022-03-13T18:43:39.999648") == 1
    assert found.age_days("2022-03-12") == pytest.approx(-0.78032407, abs=1e-11)


@pytest.mark.filterwarnings("ignore::course.elements.ElementAgeWarning")
@pytest.mark.parametrize("day", [f"{year}-{month:02d}-15" for year in range(1999, 2026) for month in (1, 7)])
def test_no_other_set_is_nearer(day):
    found = elements.nearest(day)
    assert abs(found.age_days(day)) == min(abs(one.age_days(day)) for one in elements.shipped())


def test_every_way_to_write_a_moment_finds_the_same_set():
    east = dt.timezone(dt.timedelta(hours=9))
    for moment in (
        "2022-03-12T12:00",
        dt.datetime(2022, 3, 12, 12),
        dt.datetime(2022, 3, 12, 21, tzinfo=east),
        np.datetime64("2022-03-12T12:00"),
    ):
        assert elements.on(moment) is elements.on("2022-03-12")


def test_before_the_first_launch_there_is_nothing_to_follow():
    for moment in ("1998-11-19T23:59:59", "1957-10-04", dt.date(1986, 2, 20)):
        with pytest.raises(
            elements.ElementSetError, match=r"no station to follow on .* Zarya, .* 1998-11-20"
        ):
            elements.on(moment)
    assert elements.on("1998-11-20").epoch_utc.astype("M8[D]") == FIRST_DAY


def test_a_day_far_from_every_set_is_refused_with_those_around_it():
    with pytest.raises(elements.ElementSetError, match=r"before it, of 2026-03-12\. .* use elements\.latest"):
        elements.on("2030-01-01")
    words = "100 days before it, of 2005-02-20 and 377 days after it, of 2006-06-13"
    with pytest.raises(elements.ElementSetError, match=words):
        elements.on("2005-06-01")


def test_a_day_not_far_from_a_set_is_answered_with_its_uncertainty():
    newest = elements.shipped()[-1]
    day = newest.epoch_utc + np.timedelta64(20, "D")
    with pytest.warns(
        elements.ElementAgeWarning, match=r"20 days after .* within 12,000 km .* in nine of ten"
    ):
        assert elements.on(day) is newest


def test_a_stale_set_is_said_with_its_age_and_side(recwarn):
    known = elements.on("2022-03-12")
    for days, said in ((13.9, False), (-13.9, False), (14.1, True), (-14.1, True)):
        recwarn.clear()
        known.warn_if_old(known.epoch_utc + np.timedelta64(round(days * 86400), "s"))
        assert bool(recwarn) is said
        if said:
            side = "after" if days > 0 else "before"
            assert f"14 days {side} its epoch" in str(recwarn[0].message)
            assert "2022-03-12" in str(recwarn[0].message)


def test_the_warning_points_at_the_line_that_asked():
    with pytest.warns(elements.ElementAgeWarning) as caught:
        elements.on("2022-04-05")
    assert caught[0].filename == __file__


@pytest.mark.parametrize("when", ["yesterday", "2022-02-29", "", None, 2022])
def test_what_is_no_date_is_refused(when):
    with pytest.raises((ValueError, TypeError), match="when must"):
        elements.on(when)


def test_what_is_no_element_set_is_refused():
    with pytest.raises(TypeError, match=r"elements must be an ElementSet, .* \(got .2022-03-12.\)"):
        elements.require_element_set("2022-03-12")


# elements.latest, with a stand-in for the network

LIVE1 = "1 25544U 98067A   26100.50000000  .00010000  00000-0  18000-3 0  999"
LIVE2 = "2 25544  51.6330 200.0000 0005000 100.0000 260.0000 15.4900000050000"
LIVE = f"ISS (ZARYA)             \r\n{LIVE1}{checksum(LIVE1)}\r\n{LIVE2}{checksum(LIVE2)}\r\n"


class Answer(io.BytesIO):
    """What `urllib.request.urlopen` returns: a file that closes itself."""


@pytest.fixture
def net(monkeypatch, tmp_path):
    """A network that gives what ``net.answer`` holds (bytes or an exception), and counts the questions."""

    class Net:
        answer = LIVE.encode()
        asked = 0
        kept = tmp_path / "iss-course" / "25544.tle"

    def urlopen(address, timeout):
        Net.asked += 1
        assert address == LATEST_URL and address.startswith("https://celestrak.org/")
        assert timeout == 5
        if isinstance(Net.answer, Exception):
            raise Net.answer
        return Answer(Net.answer)

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return Net


def keep(net, text, *, hours):
    """Write the kept file as if it had been fetched some hours ago."""
    net.kept.parent.mkdir(parents=True, exist_ok=True)
    net.kept.write_text(text, encoding="utf-8")
    then = dt.datetime.now().timestamp() - hours * 3600
    os.utime(net.kept, (then, then))


def test_live_elements_are_fetched_kept_and_not_asked_for_again(net, recwarn):
    first = elements.latest()
    assert (first.source, str(first.epoch_utc)) == ("CelesTrak", "2026-04-10T12:00:00.000000")
    assert net.kept.read_text() == str(first)
    again = elements.latest()
    assert (again.line1, again.line2) == (first.line1, first.line2)
    assert again.source == f"CelesTrak, kept in {net.kept}"
    assert net.asked == 1
    assert not recwarn


@pytest.mark.parametrize("hours", [3, -5], ids=["stale", "from the future"])
def test_a_stale_file_is_asked_anew(net, hours):
    keep(net, str(elements.on("2022-03-12")), hours=hours)
    assert elements.latest().source == "CelesTrak"
    assert net.asked == 1
    assert net.kept.read_text() != str(elements.on("2022-03-12"))


@pytest.mark.parametrize(("seconds", "asked"), [(2 * 3600 - 1, 0), (2 * 3600, 1)])
def test_the_kept_file_serves_for_two_hours_and_no_longer(net, monkeypatch, seconds, asked):
    class Clock(dt.datetime):
        @classmethod
        def now(cls):
            return cls.fromtimestamp(1_800_000_000)

    keep(net, LIVE, hours=0)
    os.utime(net.kept, (1_800_000_000 - seconds,) * 2)
    monkeypatch.setattr("course.elements.live.dt.datetime", Clock)
    elements.latest()
    assert net.asked == asked


@pytest.mark.parametrize("content", ["", "half a li", "\x00\x01", LIVE.replace("51.6330", "51.6331")])
def test_a_damaged_file_is_asked_anew(net, content):
    keep(net, content, hours=0.1)
    assert elements.latest().source == "CelesTrak"
    assert net.asked == 1


def test_bytes_that_are_no_text_are_asked_anew(net):
    keep(net, "", hours=0)
    net.kept.write_bytes(b"\xff\xfe\xff")
    assert elements.latest().source == "CelesTrak"


BROKEN = [
    urllib.error.URLError("no route to host"),
    TimeoutError("timed out"),
    ConnectionResetError("reset"),
    http.client.BadStatusLine("gibberish"),
    http.client.IncompleteRead(b"1 25"),
    http.client.RemoteDisconnected(),
    b"<html>\n<body>Please log in</body>\n</html>",
    b"No GP data found",
    b"",
    LIVE.encode().replace(b"51.6330", b"51.6331"),
    "1 25544Ü".encode("latin-1"),
]


@pytest.mark.parametrize("answer", BROKEN, ids=lambda answer: repr(answer)[:40])
def test_without_a_good_answer_the_newest_shipped_set_is_used_and_said(net, answer):
    net.answer = answer
    with pytest.warns(
        elements.ElementAgeWarning, match=r"gave no element set \(.+\); the newest .* 2026-03-12"
    ) as said:
        assert elements.latest() is elements.shipped()[-1]
    assert said[0].filename == __file__
    assert "\n" not in str(said[0].message)
    assert not net.kept.exists()


def test_without_an_answer_a_stale_file_serves_as_reserve(net):
    keep(net, LIVE, hours=72)
    net.answer = TimeoutError()
    with pytest.warns(elements.ElementAgeWarning, match="kept in"):
        assert str(elements.latest().epoch_utc).startswith("2026-04-10")


def test_a_reserve_older_than_what_is_shipped_is_not_used(net):
    keep(net, str(elements.on("2022-03-12")), hours=72)
    net.answer = TimeoutError()
    with pytest.warns(elements.ElementAgeWarning, match="2026-03-12"):
        assert elements.latest() is elements.shipped()[-1]


@pytest.mark.parametrize("place", ["a file stands there", "a name too long"])
def test_where_nothing_can_be_kept_nothing_is_lost(net, monkeypatch, tmp_path, place, recwarn):
    # A read-only home would not stop the administrator, so the folder is made impossible in other ways.
    if place == "a file stands there":
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ("x" * 5000)))
    assert elements.latest().source == "CelesTrak"
    assert not recwarn
    net.answer = TimeoutError()
    with pytest.warns(elements.ElementAgeWarning):
        assert elements.latest() is elements.shipped()[-1]


def test_a_folder_that_refuses_writing_is_no_obstacle(net, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError("read-only file system")

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert elements.latest().source == "CelesTrak"


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"])
def test_the_kept_file_lies_in_the_users_own_cache(net, monkeypatch, tmp_path, variable):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(variable, str(tmp_path))
    elements.latest()
    folder = tmp_path / ".cache" if variable == "HOME" else tmp_path
    assert (folder / "iss-course" / "25544.tle").exists()
