"""The command that opens the lessons: odd options and odd homes end in one sentence."""

import pytest

from course.start import launch
from course.start.bootstrap import SetupError


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8888.5", "", "9" * 400, "८"])
def test_a_port_that_is_none_is_said_in_words(port, capsys):
    with pytest.raises(SystemExit):
        launch.options([f"--port={port}"])
    assert f"a port is a number from 1 to 65535 (got {port!r})" in capsys.readouterr().err


def test_a_port_is_read():
    assert launch.options(["--port", "8890"]).port == 8890


def test_a_home_that_cannot_be_made_is_said_in_one_sentence(monkeypatch):
    pytest.importorskip("jupyter_core")
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, "/dev/null/x")
    with pytest.raises(SetupError, match=r"/dev/null/x, which cannot be made .* set HOME to a folder"):
        launch.check_folders()
