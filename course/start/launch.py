"""JupyterLab at the first lesson, or the tests, in the environment that `bootstrap` has made."""

import argparse
import hashlib
import importlib
import os
import re
import socket
from pathlib import Path
from urllib.parse import quote

from course.start.bootstrap import ROOT, SetupError

# JupyterLab as it comes asks web sites for news and updates, and offers extensions from a third. The settings
# in this folder end that: a lesson asks nobody for anything. JUPYTER_CONFIG_PATH is where Jupyter finds them.
# They also keep pictures out of the kernel's subshells: after a restart JupyterLab 4.6 goes on writing to
# those of the kernel that is gone, and nothing that the hand changes is heard.
SETTINGS = Path(__file__).with_name("jupyter")
STUDENT = Path(__file__).with_name("student")  # settings that take the teacher's tools out
SHARE = Path(__file__).with_name("share")  # what the course adds to JupyterLab, found by JUPYTER_PATH
# A worker for each processor; beyond eight, files of JupyterLab hold all up. Each file is whole on one worker
# (pytest 9.2 hides the groups of pytest-xdist 3.8).
WORKERS = min(max(os.cpu_count() or 2, 2), 8)
SIDE_BY_SIDE = ("-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder")


def options(argv: list[str]) -> argparse.Namespace:
    """Return the options of ``lab``: `browser` and `port`; leave with a message if they make no sense."""
    parser = argparse.ArgumentParser(
        prog="python3 -m course lab", description="Open the lessons in JupyterLab."
    )
    parser.add_argument("--no-browser", dest="browser", action="store_false", help="only print the address")
    parser.add_argument(
        "--port", type=_port, help="port to listen at (default: the first free one from 8888)"
    )
    parser.add_argument("--teacher", action="store_true", help="with Formgrader and what else nbgrader adds")
    return parser.parse_args(argv)


def lab(argv: list[str]) -> int | None:
    """Run JupyterLab on this machine, for this machine only, until it is stopped with Ctrl-C."""
    given = options(argv)
    if given.port and not is_free(given.port):
        raise SetupError(
            f"Port {given.port} is taken by another program: choose another with --port, or leave --port out."
        )
    from jupyterlab.labapp import LabApp

    check_folders()
    os.environ.update(lab_environment(teacher=given.teacher))
    arguments = lab_arguments(ROOT, first_page(ROOT), port=given.port, browser=given.browser)
    return LabApp.launch_instance(arguments)


def check_folders() -> None:
    """Raise a SetupError if Jupyter has nowhere to keep its settings: a home that is none."""
    from jupyter_core import paths

    for folder in (paths.jupyter_config_dir(), paths.jupyter_data_dir(), paths.jupyter_runtime_dir()):
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise SetupError(
                f"JupyterLab keeps its settings in {folder}, which cannot be made "
                f"({problem.strerror or problem}): set HOME to a folder of your own, then start again."
            ) from None


def lab_environment(*, teacher: bool = False) -> dict[str, str]:
    """Return the variables that make Jupyter read the course's settings, before the reader's own.

    Parameters
    ----------
    teacher : bool
        Leave what nbgrader adds: its menu, Formgrader, "Validate", "Create Assignment".
    """
    ours = {"JUPYTER_CONFIG_PATH": [SETTINGS] if teacher else [STUDENT, SETTINGS], "JUPYTER_PATH": [SHARE]}
    return {
        name: os.pathsep.join([*map(str, paths), *filter(None, os.environ.get(name, "").split(os.pathsep))])
        for name, paths in ours.items()
    }


def lab_arguments(root: Path, lesson: str, *, port: int | None = None, browser: bool = False) -> list[str]:
    """Return JupyterLab's command line for the course.

    Parameters
    ----------
    root : Path
        Folder that the file browser shows.
    lesson : str
        Notebook to open, relative to `root`; "" opens the launcher.
    port : int, optional
        Listen here or not at all. Without it, the first free port from 8888.
    browser : bool
        Open a browser window.

    Returns
    -------
    list of str
        The token is left to Jupyter, which draws a new one for each start and prints it with the address.
    """
    # JupyterLab keeps the open tabs of all folders in one workspace. In one of our own, a lesson does not
    # open among the tabs of other projects.
    workspace = "/lab/workspaces/course-" + hashlib.sha256(str(root).encode("utf-8")).hexdigest()[:6]
    path = f"{workspace}/tree/{quote(lesson)}" if lesson else workspace
    arguments = [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url={path}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.open_browser={browser}",
    ]
    if port:
        arguments += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--allow-root")  # a container's only user; Jupyter would refuse to start
    return arguments


def first_page(root: Path) -> str:
    """Return what opens first, relative to `root`: the first lesson, later a page on where one was."""
    start = importlib.import_module("course.publish.start")  # by its name: this room comes before all others
    return start.write(root) or first_lesson(root)


def first_lesson(root: Path) -> str:
    """Return the lesson with the lowest number, relative to `root`, or "" where there is none."""
    numbered = [path for path in (root / "notebooks").glob("*.ipynb") if re.match(r"\d+", path.name)]
    first = min(numbered, key=lambda path: int(re.split(r"\D", path.name)[0]), default=None)
    return first.relative_to(root).as_posix() if first else ""


def is_free(port: int) -> bool:
    """Return whether a server could listen at a port of this machine."""
    with socket.socket() as probe:
        if os.name == "posix":  # as servers do; on Windows this option would let two of them share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def test(argv: list[str]) -> int:
    """Run the tests, two at a time, or those that pytest's arguments choose; ``--long`` runs all of them."""
    try:
        import pytest
    except ImportError:
        raise SetupError(
            "This Python holds the course but not what its tests need: pip install -r requirements-test.txt"
        ) from None
    if not (ROOT / "tests").is_dir():
        raise SetupError(f"There are no tests in {Path(ROOT)}: run them in the folder of the course.")
    os.chdir(ROOT)  # pytest reads its settings here
    return pytest.main([*SIDE_BY_SIDE, *argv])


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 5 or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535 (got {text!r})")
    return int(text)
