"""Environment of the course: makes ``.venv`` with the standard library alone, and runs in it.

A file in ``.venv`` says that the course made it. A second one, the stamp, is written last and says for what:
pins, Python, folder, version. A start that finds its stamp is immediate. Any other repairs or rebuilds: after
a set-up that was killed, in a folder that was moved, with pins that changed. What somebody else has made is
never touched.
"""

import contextlib
import errno
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from course import __version__
from course.start.locks import locked
from course.start.packages import SetupError, environment, install, pip

ROOT = Path(__file__).resolve().parents[2]  # the checkout
RUN, TEST = "requirements.txt", "requirements-test.txt"  # what lessons need; that and what tests need
MARK = "made-by-the-course.lock"  # says that we made this .venv; locked while somebody works on it
STAMP = "course-setup.json"  # says what the finished .venv was made for
DISTRIBUTION = "iss-course"
NEEDED_MB = 1200  # with the tests, .venv takes 1,010 MB on Linux (du, 2026)

_ENTERED = "COURSE_ENTERED"  # set for the process that we start in .venv, and for that process only


def enter(root: Path, argv: list[str], pins: str = RUN) -> None:
    """Return if this Python can run the course; otherwise make ``.venv`` and run `argv` in it instead.

    Parameters
    ----------
    root : Path
        The checkout.
    argv : list of str
        The command line after ``python -m course``.
    pins : {RUN, TEST}
        Which packages the command needs.

    Raises
    ------
    SetupError
        If the environment cannot be made; the message is meant for the reader.
    """
    if os.environ.pop(_ENTERED, None) == str(root):
        return
    venv = root / ".venv"
    ours = Path(sys.prefix).resolve() == venv.resolve() and (venv / MARK).exists()
    if not ours and has_course():
        return
    if ours and is_ready(root, pins):
        return
    # Called with .venv's own Python, an unfinished .venv cannot rebuild the ground it stands on.
    if ours:
        become(sys._base_executable, root, argv)  # pyright: ignore[reportAttributeAccessIssue] - CPython has it
    else:
        prepare(root, pins)
        become(python_of(venv), root, argv, entered=True)


def become(python: Path | str, root: Path, argv: list[str], entered: bool = False) -> NoReturn:
    """Run ``python -m course argv`` in place of this process."""
    command = [str(python), "-m", "course", *argv]
    variables = environment() | ({_ENTERED: str(root)} if entered else {})
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(root)
    if os.name == "posix":
        os.execve(python, command, variables)
    # Windows has no exec: its execv returns to the shell at once, and two programs then share the keyboard.
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is the child's to handle
        sys.exit(subprocess.run(command, env=variables).returncode)
    sys.exit(130)


def has_course() -> bool:
    """Return whether this Python already holds the course and all that it depends on."""
    from importlib import metadata

    try:
        needed = metadata.distribution(DISTRIBUTION).requires or []
        for requirement in needed:
            if "extra ==" not in requirement:
                metadata.distribution(re.split(r"[^\w.-]", requirement)[0])
    except metadata.PackageNotFoundError:
        return False
    return True


def is_ready(root: Path, pins: str = RUN) -> bool:
    """Return whether the ``.venv`` of `root` is complete, here, and made for this Python and these pins."""
    enough = (RUN, TEST) if pins == RUN else (TEST,)
    stamp = _read_stamp(root / ".venv")
    return any(stamp == fingerprint(root, each) for each in enough) and _runs(root / ".venv")


def fingerprint(root: Path, pins: str) -> dict[str, str]:
    """Return what an environment depends on: pins, metadata, Python, folder and version of the course."""
    return {
        "pins": f"{pins} {_sha256(root / pins)}",
        "pyproject": _sha256(root / "pyproject.toml"),
        "python": f"{sys.implementation.cache_tag} {platform.machine()}",
        "checkout": str(root),
        "course": __version__,
    }


def prepare(root: Path, pins: str = RUN) -> None:
    """Make or mend the ``.venv`` of `root`; when another start is at it, wait for that one.

    Raises
    ------
    SetupError
        If it cannot be made.
    """
    venv = root / ".venv"
    if is_ready(root, pins):
        return
    if (
        venv.is_symlink()
        or (venv.exists() and not venv.is_dir())
        or (_has_files(venv) and not (venv / MARK).exists())
    ):
        raise SetupError(
            f"{venv} was not made by this command, so it is left alone: if it holds the course, activate it "
            "and start again; otherwise move it away or delete it, then start again."
        )
    _check_tools(root)
    try:
        venv.mkdir(exist_ok=True)
        with locked(venv / MARK, lambda: print(_WAITING, flush=True)):
            if not is_ready(root, pins):  # nobody else made it while we waited
                _make(root, pins)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise SetupError(_no_room(root)) from None
        raise SetupError(f"The environment could not be made in {venv}: {error.strerror or error}.") from None


def python_of(venv: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _make(root, pins):
    """Build ``.venv``, or bring the pins of a whole one up to date; write the stamp last."""
    venv, began = root / ".venv", time.monotonic()
    stamp, target = _read_stamp(venv), fingerprint(root, pins)
    print(f"Setting up the course in {venv} (once, about two minutes).", flush=True)
    whole = stamp and _runs(venv) and all(stamp.get(name) == target[name] for name in ("python", "checkout"))
    if not whole:
        stamp = None
        _empty(venv)
        print("[1/3] making the environment", flush=True)
        _create(venv)
    # The stamp is away while pip works: a kill leaves an environment that is known to be unfinished.
    (venv / STAMP).unlink(missing_ok=True)
    try:
        install(python_of(venv), root / pins)
    except SetupError as error:
        if stamp and not error.changed:
            _write_stamp(venv, stamp)  # the older environment still stands
        raise
    print("[3/3] installing the course", flush=True)
    pip(python_of(venv), "install", "--no-deps", "--no-build-isolation", "-e", root)
    _check_import(root)
    _write_stamp(venv, target)
    print(f"Ready after {time.monotonic() - began:.0f} s. The next start is immediate.", flush=True)


def _create(venv):
    """Make an empty environment with pip in it."""
    made = subprocess.run(
        [sys.executable, "-I", "-m", "venv", str(venv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if made.returncode:
        if "No space left" in made.stdout:
            raise SetupError(_no_room(venv.parent))
        last = (made.stdout.strip().splitlines() or ["no reason given"])[-1]
        raise SetupError(f"This Python could not make an environment ({last}). {_VENV_ADVICE}")


def _check_tools(root):
    """Raise SetupError if this Python has no venv, or the disk no room."""
    from importlib.util import find_spec

    missing = [name for name in ("venv", "ensurepip") if find_spec(name) is None]
    if missing:
        raise SetupError(
            f"This Python cannot make environments: it has no {' and no '.join(missing)}. {_VENV_ADVICE}"
        )
    if not (root / ".venv").exists() and shutil.disk_usage(root).free < NEEDED_MB * 1e6:
        raise SetupError(_no_room(root))


def _check_import(root):
    """Raise SetupError unless the environment finds this checkout from any folder."""
    code = "import course, sys; sys.stdout.buffer.write(course.__file__.encode('utf-8'))"
    found = subprocess.run([str(python_of(root / ".venv")), "-I", "-c", code], capture_output=True)
    if (
        Path(found.stdout.decode("utf-8", "replace") or ".").resolve()
        != (root / "course/__init__.py").resolve()
    ):
        raise SetupError(
            f"The environment does not find the course in {root}: move the folder to a path of plain letters "
            "(a-z, 0-9), then start again."
        )


def _runs(venv):
    """Return whether the environment's interpreter, and the Python it was made from, are still there."""
    try:
        lines = (venv / "pyvenv.cfg").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    home = [line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == "home"]
    return bool(home) and Path(home[0]).is_dir() and python_of(venv).exists()


def _empty(venv):
    """Remove everything but the mark, which we hold."""
    for entry in venv.iterdir():
        if entry.name != MARK:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()


def _has_files(folder):
    return folder.is_dir() and any(folder.iterdir())


def _read_stamp(venv):
    try:
        return json.loads((venv / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _write_stamp(venv, stamp):
    unfinished = venv / (STAMP + ".part")
    unfinished.write_text(json.dumps(stamp, indent=1), "utf-8")
    os.replace(unfinished, venv / STAMP)  # in one step: a stamp is there whole or not at all


def _sha256(path):
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        raise SetupError(
            f"{path.name} is not in {path.parent}: run the command in the course's folder, as downloaded."
        ) from None


def _no_room(root):
    free = shutil.disk_usage(root).free / 1e6
    return (
        f"The disk is full: the course needs about {NEEDED_MB} MB, {free:.0f} are free. "
        "Make room, then start again."
    )


_WAITING = "Another start is setting up this folder: waiting for it."
_VENV_ADVICE = (
    "On Debian or Ubuntu: sudo apt install python{}.{}-venv; elsewhere install Python from python.org. "
    "Then start again.".format(*sys.version_info[:2])
)
