"""Linux namespaces of one submission: processes, files, shared memory and rights of its own.

Python 3.11 has no ``os.unshare``, so the C library is called.
"""

import contextlib
import ctypes
import os
import resource
import struct
from collections.abc import Mapping, Sequence

HOME = "/home/student"
NEWNS, NEWIPC, NEWPID = 0x00020000, 0x08000000, 0x20000000
MS_NOSUID, MS_NODEV, MS_REC, MS_PRIVATE = 2, 4, 0x4000, 0x40000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
CAPABILITY_V3 = 0x20080522
MB = 1 << 20

_libc = ctypes.CDLL(None, use_errno=True)


def unshare() -> None:
    """Leave the neighbours' processes, files and shared memory; the next child is process 1."""
    _must(_libc.unshare(NEWPID | NEWNS | NEWIPC), "unshare")
    _must(_libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None), "mount /")


def fresh_folders(places: Sequence[str], *, owner: int, megabytes: int) -> None:
    """Put an empty folder in memory at each place, and none at /proc, which shows other processes."""
    for place in places:
        options = f"size={megabytes}m,nr_inodes=4096,mode=0700,uid={owner},gid={owner}".encode()
        _mount_tmpfs(place.encode(), options)
    if _libc.mount(b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV, None):
        _mount_tmpfs(b"/proc", b"size=4k,mode=0555")


def _mount_tmpfs(place, options):
    _must(_libc.mount(b"tmpfs", place, b"tmpfs", MS_NOSUID | MS_NODEV, options), f"mount {place.decode()}")


def give_up_rights(uid: int) -> None:
    """Become an ordinary user for ever: no capability, none to be gained."""
    for capability in range(64):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if os.getuid() == 0 and uid:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    header, data = struct.pack("Ii", CAPABILITY_V3, 0), bytes(24)
    _must(_libc.capset(header, data), "capset")
    _must(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges")


def hide_memory() -> None:
    """Let no other process look into this one."""
    _libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def limit(limits: Mapping[str, int]) -> None:
    """Set what one process may take."""
    for name, value in (
        (resource.RLIMIT_AS, limits["memory_mb"] * MB),
        (resource.RLIMIT_FSIZE, limits["file_mb"] * MB),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(name, (value, value))


def knows_landlock() -> bool:
    """Return whether the kernel has Landlock; asked once by the warm process: the answer takes long."""
    with contextlib.suppress(Exception):
        from landlockpy import supported

        return supported()
    return False


def restrict_files(places: Sequence[str]) -> None:
    """Let Landlock hold once more: write at these places alone, no TCP, no signals to others."""
    with contextlib.suppress(Exception):  # an older kernel; the namespaces hold without it
        from landlockpy import AccessFS, AccessNet, Ruleset, Scope

        write = ~(AccessFS.EXECUTE | AccessFS.READ_FILE | AccessFS.READ_DIR)
        every = AccessFS(sum(AccessFS))
        network = AccessNet(sum(AccessNet))
        with Ruleset(handled_fs=every & write, handled_net=network, scoped=Scope(sum(Scope))) as rules:
            for place in (*places, "/dev"):
                rules.allow_path(place, every & write)
            rules.restrict()


def _must(result, what):
    if result:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")
