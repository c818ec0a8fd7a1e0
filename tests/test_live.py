"""The element set of today, from a server on this machine that answers as CelesTrak may."""

import http.server
import threading

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


def test_a_connection_that_fails_is_told_in_plain_words(server):
    server.server_close()  # nobody listens
    with pytest.warns(elements.ElementAgeWarning) as caught:
        assert elements.latest() is LATER
    said = str(caught[0].message)
    assert "onnection" in said and "rrno" not in said and "<" not in said


@pytest.mark.parametrize("wait", [0, -1, float("inf"), float("nan"), None, "5", True, 1e9])
def test_a_wait_that_is_none_is_refused(wait):
    with pytest.raises((ValueError, TypeError), match="timeout_s must"):
        elements.latest(timeout_s=wait)
