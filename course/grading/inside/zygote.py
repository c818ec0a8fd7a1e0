"""A warm process that forks one child for each submission.

It has imported what notebooks need, knows no exercise and no secret, and never runs a student's code itself.
Called by `course.grading.sandbox` with a socket on which it is handed one more socket for each submission.
"""

import array
import json
import os
import signal
import socket
import sys
import warnings


def main() -> None:
    """Get ready, say so, and fork until the grading program hangs up."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    sys.path[:0] = settings["path"]
    from course.grading.inside import namespaces, run, wire  # noqa: F401 - imported once, for all children
    from course.grading.inside.shell import make_shell

    namespaces.hide_memory()
    shell = make_shell()
    _warm(settings["imports"])
    namespaces.knows_landlock()
    control.sendall(b"R")
    while connection := _next(control):
        _reap()
        if os.fork() == 0:
            control.close()
            try:
                _separate(connection, shell, settings)
            finally:
                os._exit(1)
        connection.close()


def _warm(names):
    """Import what lessons and exercises import; a package that is not there is not missed here."""
    import gc
    import importlib

    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            try:
                importlib.import_module(name)
            except ImportError:
                continue
    gc.collect()
    gc.freeze()


def _next(control):
    """Return the connection for the next submission, None when there is none."""
    fds = array.array("i")
    try:
        data, ancillary, _, _ = control.recvmsg(1, socket.CMSG_SPACE(fds.itemsize))
    except OSError:
        return None
    for level, kind, payload in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            fds.frombytes(payload[: fds.itemsize])
    return socket.socket(fileno=fds[0]) if data and fds else None


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _separate(connection, shell, settings):
    """Make the namespaces, hand their first process to the grading program, and go."""
    from course.grading.inside import namespaces

    namespaces.unshare()
    first = os.fork()
    if first == 0:
        _first(connection, shell, settings)
    handle = os.pidfd_open(first)
    told = str(first).encode().ljust(16)
    connection.sendmsg([told], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [handle]))])
    os._exit(0)


def _first(connection, shell, settings):
    """Be process 1: with its end, all others end."""
    from course.grading.inside import namespaces

    namespaces.fresh_folders(settings["folders"], owner=settings["uid"] or os.getuid(), megabytes=64)
    namespaces.give_up_rights(settings["uid"])
    namespaces.hide_memory()
    student = os.fork()
    if student == 0:
        try:
            _student(connection, shell, settings)
        finally:
            os._exit(1)
    connection.close()
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.closerange(3, 256)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pid, _ = os.wait()
        if pid == student:
            os._exit(0)


def _student(connection, shell, settings):
    """Run what was handed in."""
    from course.grading.inside import namespaces
    from course.grading.inside.run import run
    from course.grading.inside.shell import stand_in
    from course.grading.inside.wire import Channel

    os.setsid()
    home = namespaces.HOME
    for name in (f"{home}/tmp", f"{home}/.ipython", f"{home}/work"):
        os.mkdir(name)
    os.chdir(f"{home}/work")
    namespaces.restrict_files(settings["folders"])
    namespaces.limit(settings["limits"])
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    stand_in()
    channel = Channel(connection)
    run(channel, shell, channel.receive())
    os._exit(0)


if __name__ == "__main__":
    main()
