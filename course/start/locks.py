"""A lock between processes that the system takes back when its holder is killed. Standard library only."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def locked(path: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Hold the lock of a file; wait while another process holds it.

    Parameters
    ----------
    path : Path
        Is made if it is not there, and stays: removing it would let two processes hold "the" lock.
    waiting : callable
        Is called once if there is something to wait for.
    """
    with open(path, "a+b") as file:
        if not _try_lock(file):
            waiting()
            while not _try_lock(file):
                time.sleep(0.2)
        yield  # closing the file gives the lock back


def _try_lock(file: BinaryIO) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
