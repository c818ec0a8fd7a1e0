"""A watch on the memory of all processes of one submission together; one process alone has its own limit."""

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

EVERY_S = 0.1  # an honest submission is done before the first look
MOST_BYTES = 3 << 30
PAGE = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096


class Watchdog:
    """Looks every tenth of a second; ends the submission whose processes took too much.

    Parameters
    ----------
    handle : int
        The pidfd of process 1 of the submission.
    """

    def __init__(self, handle: int):
        self.handle, self.overdrawn = handle, False
        self._over = threading.Event()
        self._thread = None

    def __enter__(self):
        self._timer = threading.Thread(target=self._watch, daemon=True)
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._timer.join()

    def _watch(self):
        while not self._over.wait(EVERY_S):
            if self._taken() > MOST_BYTES:
                self.overdrawn = True
                with suppress(ProcessLookupError):
                    signal.pidfd_send_signal(self.handle, signal.SIGKILL)
                return

    def _taken(self):
        """Return the bytes that all processes below the first one hold."""
        parents, held = {}, {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                with suppress(OSError, ValueError, IndexError):
                    after = (folder / "stat").read_text().rpartition(")")[2].split()
                    parents[int(folder.name)], held[int(folder.name)] = int(after[1]), int(after[21]) * PAGE
        family = {_pid(self.handle)}
        while more := {pid for pid, parent in parents.items() if parent in family} - family:
            family |= more
        return sum(held.get(pid, 0) for pid in family)


def _pid(handle):
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/self/fdinfo/{handle}").read_text().splitlines():
            if line.startswith("Pid:"):
                return int(line.split()[1])
    return -1
