"""pip, run quietly: one line of progress while it works, one clear sentence when it fails.

Standard library only: this runs before anything is installed.
"""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

_LAST_LINES, _WIDTH = 8, 160  # of pip's own words, shown when it fails
_UNWANTED = {
    "PYTHONPATH",
    "PYTHONHOME",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_REQUIREMENT",
    "PIP_NO_DEPS",
}

# What pip writes when something outside the course is amiss, and the sentence that a reader needs. The first
# that fits is taken, so the more telling ones come first.
_TROUBLES = (
    (
        ("No space left on device", "Errno 28", "WinError 112", "not enough space", "Disk quota exceeded"),
        "The disk is full: the course needs about 1 GB for its packages. Make room, then start again.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "A package that arrived is not the one the course was tested with, so it was not installed. "
        "Start again; if it happens again, a proxy or a mirror on the way alters packages.",
    ),
    (
        (
            *(
                "NewConnectionError",
                "NameResolutionError",
                "Failed to establish",
                "Max retries",
                "ProxyError",
            ),
            *("getaddrinfo failed", "nodename nor servname", "Name or service not known"),
            *("Temporary failure in name resolution", "Network is unreachable", "ConnectTimeout"),
            *("Read timed out", "CERTIFICATE_VERIFY_FAILED"),
        ),
        "The packages could not be fetched, because the network does not answer. The course needs it once, "
        "for this set-up: connect (behind a proxy, set HTTPS_PROXY), then start again.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "A package is not offered for Python {version} on this system: use one from 3.11 to 3.13.",
    ),
    (
        ("Permission denied", "Errno 13", "WinError 5", "WinError 32", "Access is denied"),
        "A file of .venv may not be written: close the programs that use it (JupyterLab?), then start again.",
    ),
)
_UNKNOWN = (
    "The packages could not be installed; the lines above are pip's own. Start again to go on from here."
)


class SetupError(Exception):
    """The set-up cannot go on; the message is for the person at the keyboard.

    `changed` is False if what was installed before is still as it was.
    """

    changed = True


class Progress:
    """A line that is rewritten on a terminal; elsewhere one line each time another quarter is done."""

    def __init__(self, words: str, stream: TextIO | None = None) -> None:
        self._words = words
        self._stream = stream or sys.stdout
        self._live = self._stream.isatty()
        self._quarter = 0
        self._last = words
        self._stream.write(words if self._live else f"{words}\n")
        self._stream.flush()

    def show(self, done: int, total: int, remark: str = "") -> None:
        """Say that `done` of `total` is done."""
        quarter = 4 * done // max(total, 1)
        line = f"{self._words}: {done} of {total} {remark}".rstrip()
        if line == self._last or not (self._live or quarter > self._quarter):
            return
        self._quarter, self._last = quarter, line
        self._stream.write(f"\r{line}\x1b[K" if self._live else f"{line}\n")
        self._stream.flush()

    def close(self) -> None:
        """End the line."""
        if self._live:
            self._stream.write("\n")
            self._stream.flush()


class _Meter:
    """Follow one ``pip install -r``: packages fetched, by what pip says; packages unpacked, by looking."""

    def __init__(self, python: Path, requirements: Path) -> None:
        self._python = python
        self._total = count_pins(requirements)
        self._fetched = 0
        self._before = count_installed(python)
        self.unpacking = False
        self._progress = Progress("[2/3] fetching packages")

    def read(self, line: str) -> None:
        if line.startswith("Ignoring "):  # a pin for another system or another Python
            self._total -= 1
        elif line.startswith(("Collecting ", "Processing ", "Requirement already satisfied")):
            self._fetched += 1
            name = re.match(r"Collecting ([\w.-]+)", line)
            self._progress.show(self._fetched, self._total, f"({name[1]})" if name else "")
        elif "Retrying (" in line:
            self._progress.show(self._fetched, self._total, "(the network does not answer, trying again)")
        elif line.startswith("Installing collected packages"):
            self._progress.close()
            self._progress = Progress("[2/3] installing packages")
            self.unpacking = True

    def tick(self) -> None:
        if self.unpacking:  # pip itself says nothing in this half
            done = count_installed(self._python) - self._before
            self._progress.show(max(0, min(done, self._total)), self._total)

    def close(self) -> None:
        self.tick()
        self._progress.close()


def install(python: Path, requirements: Path) -> None:
    """Install the pinned packages, showing how many of them are fetched and installed.

    Parameters
    ----------
    python : Path
        Interpreter of the environment.
    requirements : Path
        The hashed pins. Only ready-made wheels are taken: a learner's machine has no compiler.
    """
    meter = _Meter(python, requirements)
    arguments = ["install", "--require-hashes", "--only-binary", ":all:", "-r", requirements]
    try:
        pip(python, *arguments, read=meter.read, tick=meter.tick)
    except SetupError as error:
        error.changed = meter.unpacking  # pip fetches everything before it changes anything
        raise
    finally:
        meter.close()


def count_pins(requirements: Path) -> int:
    """Return how many packages a requirements file pins, those for other systems included."""
    return len(re.findall(r"^[\w.,\[\]-]+==", requirements.read_text("utf-8"), re.MULTILINE))


def count_installed(python: Path) -> int:
    """Return how many packages are unpacked in the environment of an interpreter."""
    site = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    return sum(1 for _ in python.parent.parent.glob(f"{site}/*.dist-info/RECORD"))


def pip(
    python: Path,
    *arguments: str | Path,
    read: Callable[[str], object] = lambda line: None,
    tick: Callable[[], object] = lambda: None,
) -> None:
    """Run pip in the environment of an interpreter.

    Parameters
    ----------
    python : Path
        Interpreter of the environment.
    *arguments : str or Path
        pip's own.
    read : callable
        Is given each line that pip writes.
    tick : callable
        Is called three times a second.

    Raises
    ------
    SetupError
        If pip fails: its last lines, then one sentence.
    """
    command = [str(python), "-I", "-X", "utf8", "-m", "pip", *map(str, arguments)]
    process = subprocess.Popen(
        [*command, "--no-input", "--disable-pip-version-check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(),
        encoding="utf-8",
        errors="replace",
    )
    over = threading.Event()
    watch = threading.Thread(target=_beat, args=(over, tick), daemon=True)
    watch.start()
    lines = []
    try:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            read(lines[-1])
        code = process.wait()
    except BaseException:  # Ctrl-C: pip must not go on alone
        process.kill()
        process.wait()
        raise
    finally:
        over.set()
        watch.join()
    if code != 0:
        raise SetupError(explain(lines))


def _beat(over, tick):
    while not over.wait(0.3):
        tick()


def explain(lines: list[str]) -> str:
    """Return what the reader needs when pip has failed: its last lines, then one sentence."""
    text = "\n".join(lines).lower()
    fitting = (words for signs, words in _TROUBLES if any(sign.lower() in text for sign in signs))
    sentence = next(fitting, _UNKNOWN).format(version="{}.{}".format(*sys.version_info[:2]))
    shown = [f"    {line[:_WIDTH]}" for line in lines if line][-_LAST_LINES:]
    return "\n".join([*shown, sentence])


def environment() -> dict[str, str]:
    """Return the variables for a process of the course's own Python.

    Those that bring foreign packages in, or send ours elsewhere, are left out; proxies and mirrors stay.
    """
    return {name: value for name, value in os.environ.items() if name not in _UNWANTED} | {"PIP_USER": "0"}
