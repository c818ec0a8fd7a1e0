"""The tests' own ground: it has no way out, and a browser that is missing does not pass unseen in CI."""

import socket
import urllib.request

import pytest


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "2001:db8::1", "example.org"]
)  # RFC 5737, 3849, 2606: nobody's
def test_sockets_to_the_outside_are_refused(host):
    with pytest.raises(AssertionError, match="tests do not use the network"):
        socket.create_connection((host, 80), timeout=1)


def test_requests_to_the_outside_are_refused():
    with pytest.raises(AssertionError, match="tests do not use the network"):
        urllib.request.urlopen("https://example.org/", timeout=1)


def test_datagrams_to_the_outside_are_refused():
    with (
        socket.socket(type=socket.SOCK_DGRAM) as sender,
        pytest.raises(AssertionError, match="tests do not use the network"),
    ):
        sender.sendto(b"?", ("192.0.2.1", 53))


def test_this_machine_can_talk_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_a_missing_browser_fails_in_ci_and_is_skipped_elsewhere(pytester_run):
    wanted = "def test_it(chromium):\n    pass\n"
    assert "1 skipped" in pytester_run(wanted, CI="")
    assert "1 error" in pytester_run(wanted, CI="true")


@pytest.fixture
def pytester_run(tmp_path):
    """Run a test file under our conftest, on a machine where no browser is found; return what pytest says."""
    import os
    import subprocess
    import sys
    from pathlib import Path

    def run(text, **variables):
        (tmp_path / "test_it.py").write_text(text, encoding="utf-8")
        conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
        nowhere = "\n_BROWSERS = _KNOWN_PLACES = ()\n"
        (tmp_path / "conftest.py").write_text(conftest + nowhere, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "COURSE_CHROMIUM"}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment | variables, capture_output=True, text=True, check=False
        )
        return done.stdout

    return run
