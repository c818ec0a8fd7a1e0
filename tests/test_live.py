"""The element set of today, from a server on this machine that answers as CelesTrak may."""

import http.server
import os
import threading
import time

import pytest

from course import elements
from course.elements import live

ISS = str(elements.on("2022-03-12"))
LATER = elements.shipped()[-1]
OTHER = ISS.replace("25544", "54452")  # the same checksum


class Server(http.server.ThreadingHTTPServer):
    """Gives ``answer`` with ``status``; ``drip_s`` seconds pass between its bytes."""

    status, answer, drip_s, length, asked = 200, ISS.encode(), 0.0, None, 0
    daemon_threads = True


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked += 1
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(self.server.length or len(self.server.answer)))
        self.end_headers()
        for byte in self.server.answer if self.server.drip_s else [None]:
            try:
                self.wfile.write(self.server.answer if byte is None else bytes([byte]))
                self.wfile.flush()
            except OSError:
                return
            if self.server.over.wait(self.server.drip_s):
                return

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch, tmp_path):
    serving = Server(("127.0.0.1", 0), Handler)
    serving.over = threading.Event()
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    monkeypatch.setattr(live, "LATEST_URL", f"http://127.0.0.1:{serving.server_port}/gp.php")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("no_proxy", "*")
    yield serving
    serving.over.set()
    serving.shutdown()
    serving.server_close()


def test_a_good_answer_is_kept_for_two_hours(server):
    assert elements.latest().source == "CelesTrak"
    assert "kept in" in elements.latest().source
    assert server.asked == 1


@pytest.mark.parametrize(("age_s", "asked"), [(0, 1), (7140, 1), (7260, 2), (86_400, 2), (-600, 2)])
def test_what_is_kept_is_asked_for_again_after_two_hours(server, tmp_path, age_s, asked):
    """A minute on either side; a file of the future has a clock that nobody can trust."""
    elements.latest()
    (kept,) = tmp_path.rglob("*.tle")
    written = time.time() - age_s
    os.utime(kept, (written, written))
    again = elements.latest()
    assert server.asked == asked
    assert again.source == ("CelesTrak" if asked == 2 else f"CelesTrak, kept in {kept}")


def test_without_an_answer_the_newest_set_at_hand_is_given(server, tmp_path):
    """What was kept is a reserve; the sets of the course are newer than that of March 2022."""
    elements.latest()
    (kept,) = tmp_path.rglob("*.tle")
    os.utime(kept, (0, 0))
    server.status, server.answer = 500, b""
    with pytest.warns(elements.ElementAgeWarning) as caught:
        assert elements.latest() is LATER
    day = str(LATER.epoch_utc.astype("M8[D]"))
    assert day in str(caught[0].message) and caught[0].filename == __file__
    assert str(caught[0].message).startswith("CelesTrak gave no element set (HTTP Error 500")


REFUSALS = [
    (200, OTHER.encode(), "satellite 54452 came instead of one of the ISS"),
    (200, b"<!DOCTYPE html><html><title>Busy</title></html>", "a web page .'Busy'. came instead"),
    (200, b"No GP data found", "knows no element set"),
    (403, b"GP data has not updated since your last successful download", "nothing newer than what it sent"),
    (403, b"<html><title>403 Forbidden</title></html>", "403"),
    (500, b"", "500"),
    (200, ISS[:100].encode(), "line|lines"),
    (200, b"\xff\xfe\x00", "line"),
    (200, b"x" * 100_000, "line"),
]


@pytest.mark.parametrize(("status", "answer", "words"), REFUSALS)
def test_what_is_no_set_of_the_station_is_said_and_never_kept(server, tmp_path, status, answer, words):
    server.status, server.answer = status, answer
    with pytest.warns(elements.ElementAgeWarning, match=f"gave no element set .*({words})"):
        assert elements.latest() is LATER
    assert not list(tmp_path.rglob("*.tle"))


def test_a_set_far_behind_in_a_long_answer_is_not_looked_for(server):
    """Twenty thousand bytes are read: an element set has a hundred and forty."""
    server.answer = b"\n" * 19_000 + ISS.encode()
    assert elements.latest().source == "CelesTrak"


def test_a_long_answer_is_read_no_further(server):
    server.answer = b"\n" * 25_000 + ISS.encode()
    with pytest.warns(elements.ElementAgeWarning, match="gave no element set"):
        assert elements.latest() is LATER


def test_half_a_body_is_no_answer(server):
    server.answer, server.length = ISS[:-20].encode(), len(ISS)
    with pytest.warns(elements.ElementAgeWarning, match="gave no element set"):
        assert elements.latest(timeout_s=1) is LATER


def test_an_answer_that_drips_is_given_up_in_time(server):
    server.drip_s = 0.05
    with pytest.warns(elements.ElementAgeWarning, match=r"the answer took more than 0\.3 s"):
        assert elements.latest(timeout_s=0.3) is LATER


@pytest.mark.parametrize("wait", [0, -1, float("inf"), float("nan"), None, "5", True, 1e9])
def test_a_wait_that_is_none_is_refused(wait):
    with pytest.raises((ValueError, TypeError), match="timeout_s must"):
        elements.latest(timeout_s=wait)
