"""Build of the browser's notebook: what builds it, what it holds, what it shows.

Its Python is xeus-python, with NumPy, without SciPy, pandas and Shapely: so it holds the exercises that need
none of them. Everything is served from its own folder; nobody else is asked for anything.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import nbformat

from course.start.bootstrap import ROOT
from course.start.packages import SetupError, environment, pip

HERE = Path(__file__).parent
TOOLS = HERE / "tools.txt"
FOLDER = "python"  # of the site
KERNEL = "xeus-python"
PYTHON = "3.11"  # of that kernel
HELD = ("2-orbital-basics", "3-ground-track", "4-separation")  # exercises; those of Unit 1 need pandas
BESIDE = (  # what the course needs there beside Python and NumPy, all of it written in Python alone
    *("anywidget", "certifi", "comm", "ipywidgets", "jplephem", "psygnal", "sgp4", "skyfield"),
    "typing-extensions",
)
NOT_NEEDED = [  # headings of a cell that is not drawn yet, times of a copy that nobody keeps: both complain
    "@jupyterlab/notebook-extension:toc",
    "@jupyter-notebook/notebook-extension:checkpoints",
    "@jupyter-notebook/notebook-extension:trusted",
]
ICON = '<link rel="icon" href="../icon-120x120.png">'  # else a browser looks for one at the server's root
_LEFT = {"__pycache__", "grading", "site", "start"}  # rooms that no exercise enters
_OWN_KERNEL = {"display_name": "Python", "language": "python", "name": KERNEL}


class LiteError(Exception):
    """The browser's notebook cannot be built; the message is for the person at the keyboard."""


def build(out: Path, *, root: Path = ROOT) -> None:
    """Build the browser's notebook with the exercises that it can run.

    Parameters
    ----------
    out : Path
        A new folder; `out`/notebooks/index.html?path=NAME.ipynb opens an exercise once the folder is served.
    root : Path
        The checkout.

    Raises
    ------
    LiteError
        If a package cannot be fetched, or the build fails.
    """
    with tempfile.TemporaryDirectory() as work:
        held = Path(work, "held")
        gather(held, root=root)
        make(held, Path(out))


def gather(held: Path, *, root: Path = ROOT) -> None:
    """Write into a new folder what the learner's folder in the browser holds."""
    held.mkdir()
    for name in HELD:
        book = nbformat.read(root / "exercises" / name / f"{name}.ipynb", as_version=4)
        book.metadata["kernelspec"] = _OWN_KERNEL
        nbformat.write(book, held / f"{name}.ipynb")
    shutil.copy(HERE / "stand_in.py", held / "course.py")
    with zipfile.ZipFile(held / "course.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted((root / "course").rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and not _LEFT & set(inside.parts):
                packed.write(path, inside)
        for wheel in _wheels(held.parent / "wheels", root / "requirements.txt"):
            with zipfile.ZipFile(wheel) as other:
                for name in other.namelist():
                    if ".data/" not in name:
                        packed.writestr(name, other.read(name))


def make(held: Path, out: Path) -> None:
    """Build from a folder that `gather` wrote."""
    with tempfile.TemporaryDirectory() as work:
        tools = Path(work, "tools")
        _pip("install", "--no-deps", "--no-compile", "--target", tools, "-r", TOOLS)
        extension = tools / "share/jupyter/labextensions/@jupyterlite/xeus-python-kernel"
        settings = {
            "disable_addons": ["jupyterlite-xeus-python"],  # it would ask a server for another Python
            "output_dir": str(out),
            "contents": [str(held)],
            "federated_extensions": [str(extension)],
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "apps": ["notebooks"],  # one notebook a page: it fits a phone
        }
        config = {
            "appName": "Does it fly over Russia?",
            "defaultKernelName": KERNEL,
            "disabledExtensions": NOT_NEEDED,
        }
        _write(Path(work, "jupyter_lite_config.json"), {"LiteBuildConfig": settings})
        _write(
            Path(work, "jupyter-lite.json"),
            {"jupyter-lite-schema-version": 0, "jupyter-config-data": config},
        )
        ran = subprocess.run(
            [sys.executable, "-m", "jupyterlite_core", "build"],
            cwd=work,
            env=environment() | {"PYTHONPATH": str(tools)},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
    if ran.returncode:
        last = "\n".join((ran.stdout + ran.stderr).strip().splitlines()[-5:])
        raise LiteError(f"Python in the browser could not be built:\n{last}")
    _add_cache(out / "api" / "contents")
    page = out / "notebooks" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</title>", f"</title>\n    {ICON}", 1), "utf-8")


def _add_cache(contents):
    """Add the empty folder into which Python compiles the stand-in: else a page asks for it in vain."""
    listed = json.loads((contents / "all.json").read_text("utf-8"))
    folder = contents / "__pycache__"
    folder.mkdir()
    empty = listed | {"content": [], "name": folder.name, "path": folder.name}
    _write(folder / "all.json", empty)
    _write(contents / "all.json", listed | {"content": [*listed["content"], empty | {"content": None}]})


def _wheels(folder, requirements):
    """Fetch the wheels of what stands beside NumPy, in the versions that the course is pinned to."""
    pins = dict(
        re.findall(r"^([\w.-]+)(?:\[\S+\])?==([\w.]+)", requirements.read_text("utf-8"), re.MULTILINE)
    )
    wanted = [f"{name}=={pins[name]}" for name in BESIDE]
    there = ("--platform", "any", "--python-version", PYTHON, "--only-binary", ":all:", "--no-deps")
    _pip("download", *there, "--dest", folder, *wanted)
    return sorted(folder.glob("*.whl"))


def _pip(*arguments):
    try:
        pip(Path(sys.executable), *arguments)
    except SetupError as error:
        raise LiteError(f"Python in the browser could not be built.\n{error}") from error


def _write(path, settings):
    path.write_text(json.dumps(settings), encoding="utf-8")
