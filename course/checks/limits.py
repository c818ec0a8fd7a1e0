"""A limit of time on code that somebody else wrote, whatever it catches: an alarm, or a thread that watches.

It needs the standard library alone: the recorder takes it along to where a student's code runs.
"""

import signal
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

REPEAT_S = 0.002  # until the function gives up

_Given = TypeVar("_Given")


class OutOfTime(BaseException):
    """Raised inside the student's function; not an Exception, so that ``except Exception`` lets it pass."""


def limited(act: Callable[[], _Given], limit_s: float) -> _Given:
    """Return act(), or raise OutOfTime in it, again and again: a bare ``except`` may swallow one."""
    if sys.platform == "emscripten":  # a Python in the browser: no signals, no threads; a reload ends it
        return act()
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return _limited_by_alarm(act, limit_s)
    return _limited_by_watchdog(act, limit_s)


def _limited_by_alarm(act, limit_s):
    running = True

    def ring(signum, frame):
        if running:
            raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    try:  # twice, because an alarm that rings on the way out may break the inner one
        try:
            signal.setitimer(signal.ITIMER_REAL, limit_s, REPEAT_S)
            return act()
        finally:
            running = False
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if before is None else before)


def _limited_by_watchdog(act, limit_s):
    """Do the same where there is no alarm: on Windows, and in the threads that run Jupyter's subshells."""
    caller, over = threading.get_ident(), threading.Event()

    def watch():
        pause = limit_s
        while not over.wait(pause):
            _raise_in_thread(caller, OutOfTime)
            pause = REPEAT_S

    watchdog = threading.Thread(target=watch, daemon=True)
    watchdog.start()
    try:
        try:
            return act()
        finally:
            over.set()
    finally:
        over.set()
        watchdog.join()
        _raise_in_thread(caller, None)  # takes back one that has not arrived yet


def _raise_in_thread(thread, exception):
    import ctypes  # only where it is needed: a Python in the browser may lack it

    argument = None if exception is None else ctypes.py_object(exception)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), argument)
