"""The command that opens the lessons: odd options and odd homes end in one sentence."""

import json
import os
import re
import socket
from importlib import import_module
from pathlib import Path

import pytest

from course.start import commands, launch
from course.start.bootstrap import SetupError

ROOT = Path(__file__).resolve().parent.parent


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


def test_a_port_that_is_taken_is_named():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(SetupError, match=f"Port {port} is taken by another program"):
            launch.lab(["--port", str(port)])


def test_students_settings_come_first_and_a_teacher_goes_without(monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/theirs")
    student, teacher = launch.lab_environment(), launch.lab_environment(teacher=True)
    assert student["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [
        *(str(launch.STUDENT), str(launch.SETTINGS), "/theirs")
    ]
    assert str(launch.STUDENT) not in teacher["JUPYTER_CONFIG_PATH"]
    assert student["JUPYTER_PATH"] == teacher["JUPYTER_PATH"]


def test_lessons_are_ordered_by_number(tmp_path):
    (tmp_path / "notebooks").mkdir()
    assert launch.first_lesson(tmp_path) == ""
    for name in ("10-last.ipynb", "2-second.ipynb", "about.ipynb"):
        (tmp_path / "notebooks" / name).touch()
    assert launch.first_lesson(tmp_path) == "notebooks/2-second.ipynb"


def test_the_server_listens_to_this_machine_only_and_leaves_the_token_to_jupyter():
    arguments = launch.lab_arguments(ROOT, "notebooks/1-a b.ipynb", port=9999)
    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--ServerApp.port_retries=0" in arguments
    (address,) = [argument for argument in arguments if "default_url" in argument]
    assert re.fullmatch(r".*=/lab/workspaces/course-\w{6}/tree/notebooks/1-a%20b\.ipynb", address)
    assert not [argument for argument in arguments if "token" in argument.lower()]


def test_nothing_asks_web_sites_for_news_updates_or_extensions():
    server = json.loads((launch.SETTINGS / "jupyter_server_config.json").read_text("utf-8"))["LabApp"]
    assert server["news_url"] is None
    assert server["check_for_updates_class"].endswith("NeverCheckForUpdate")
    assert server["extension_manager"] == "readonly"


def test_tests_run_side_by_side_and_further_words_go_to_pytest(monkeypatch):
    monkeypatch.setattr(os, "chdir", lambda folder: None)
    monkeypatch.setattr(pytest, "main", lambda argv: argv)
    assert launch.test(["--long", "-k", "period"]) == [*launch.SIDE_BY_SIDE, "--long", "-k", "period"]
    assert launch.SIDE_BY_SIDE[2:4] == ("--dist", "loadfile")
    assert 2 <= int(launch.SIDE_BY_SIDE[1]) == launch.WORKERS <= 8


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_every_command_of_the_table_is_there(name):
    module, function = commands.COMMANDS[name][0].split(":")
    assert callable(getattr(import_module(module), function))
