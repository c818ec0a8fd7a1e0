"""The worker: runs one job in the sandbox and returns what came out, whatever the job does.

A job is plain JSON (sources, inputs, limits), and so is what comes back; neither holds a secret or a grade.
`run_job` is what every executor calls: threads here, `concurrent.futures`, a Dask cluster.
"""

import array
import contextlib
import itertools
import os
import select
import signal
import socket
import threading
import time
from collections.abc import Callable

from course.grading import sandbox
from course.grading.hearing import MOST_BYTES, START_S, WHOLE_S, Hearing
from course.grading.inside.wire import Broken, Channel
from course.grading.watching import Watchdog

_numbers = itertools.count()
_start_lock = threading.Lock()
_here = threading.local()
_all = []


class Zygote:
    """A warm process in its sandbox, and the connection over which it is asked for children."""

    def __init__(self):
        ours, theirs = socket.socketpair()
        with _start_lock, theirs:
            self.errors = os.fdopen(os.memfd_create("errors"), "w+b")  # a full disk is no reason not to start
            self.process = sandbox.start(theirs.fileno(), next(_numbers) % 1000, self.errors)
        self.control = ours
        self.ready = False

    def wait(self) -> None:
        """Wait until it has imported everything."""
        if self.ready:
            return
        self.control.settimeout(START_S)
        try:
            said = self.control.recv(1)
        except OSError:
            said = b""
        if said != b"R":
            self.close()
            raise sandbox.NotIsolated(f"The sandbox does not start: {self._complaint()}")
        self.control.settimeout(None)
        self.ready = True

    def child(self) -> tuple[socket.socket, int]:
        """Return a socket to a new process in namespaces of its own, and a handle by which they end."""
        self.wait()
        ours, theirs = socket.socketpair()
        with theirs:
            handle = array.array("i", [theirs.fileno()])
            self.control.sendmsg([b"J"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, handle)])
        ours.settimeout(START_S)
        fds = array.array("i")
        _, ancillary, _, _ = ours.recvmsg(16, socket.CMSG_SPACE(fds.itemsize))
        for _, _, payload in ancillary:
            fds.frombytes(payload[: fds.itemsize])
        if not fds:
            ours.close()
            raise Broken("no process for this submission")
        return ours, fds[0]

    def close(self) -> None:
        """End it and everything in it."""
        self.control.close()
        self.process.kill()
        self.process.wait()

    def _complaint(self):
        self.errors.seek(0)
        return self.errors.read()[-600:].decode("utf-8", "replace").strip() or "no reason given"


def run_job(job: dict) -> dict:
    """Run a job and return what came out of it.

    Parameters
    ----------
    job : dict
        ``student``, ``items`` and ``models`` as `course.grading.inside.run.run` takes them, ``inputs`` by
        exercise, and optionally other limits: ``cell_s``, ``call_s``, ``whole_s``.

    Returns
    -------
    dict
        ``records`` and ``called`` by exercise, ``shown`` by number of item, ``flags``; ``died`` is the number
        of the item, or the exercise, in which the process ended, None if it came to its end.
    """
    zygote = warm()
    try:
        connection, handle = zygote.child()
    except (Broken, OSError):  # the warm process itself is gone
        cool()
        connection, handle = warm().child()
    try:
        with connection, Watchdog(handle) as watchdog:
            heard = Hearing(Channel(connection, most_bytes=MOST_BYTES), job)
            heard.listen()
            return heard.result(watchdog.overdrawn)
    finally:
        _end(handle)


def run_carefully(job: dict) -> dict:
    """Run a job in the sandbox, and again without what ended it: what every executor calls."""
    return carefully(job, run_job)


def carefully(job: dict, run: Callable[[dict], dict]) -> dict:
    """Run a job, and again without what ended it, so that one function costs one exercise.

    Returns
    -------
    dict
        As `run_job`; ``ended`` lists the exercises whose functions ended the process, and ``failed`` says why
        nothing could be graded at all.
    """
    items, ended, flags = list(job["items"]), [], []
    ends = time.monotonic() + job.get("whole_s", WHOLE_S)
    while (left_s := ends - time.monotonic()) > 0:
        try:
            heard = run({**job, "items": items, "whole_s": left_s})
        except (Broken, OSError) as error:
            return _nothing(f"The sandbox did not run it ({error}). Grade it again.", flags)
        flags += [one for one in heard["flags"] if one not in flags]
        if heard["died"] is None:
            return {**heard, "flags": flags, "ended": ended, "failed": ""}
        if isinstance(heard["died"], str):
            ended.append(heard["died"])
            items = [one for one in items if one.get("exercise") != heard["died"]]
        elif items[heard["died"]].get("source") == "":
            return _nothing("The notebook ends the program that runs it, whatever is left out.", flags)
        else:  # a place stays a place: what is shown is known by its number
            items[heard["died"]] = {"kind": "code", "source": ""}
    return _nothing("It did not come to an end, whatever was left out.", flags)


def _nothing(why, flags):
    return {
        "records": {},
        "called": {},
        "shown": {},
        "flags": flags,
        "died": None,
        "ended": [],
        "failed": why,
    }


def warm() -> Zygote:
    """Return the warm process of this thread; start one if there is none."""
    zygote = getattr(_here, "zygote", None)
    if zygote is None or zygote.process.poll() is not None:
        _here.zygote = zygote = Zygote()
        _all.append(zygote)
    return zygote


def cool() -> None:
    """End the warm process of this thread."""
    zygote = getattr(_here, "zygote", None)
    if zygote is not None:
        zygote.close()
    _here.zygote = None


def cool_all() -> None:
    """End the warm processes of all threads."""
    while _all:
        _all.pop().close()


def _end(handle):
    """End every process of a submission and wait until they are gone."""
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    select.select([handle], [], [], START_S)
    os.close(handle)
