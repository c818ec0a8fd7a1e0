"""Messages between the grading program and the process of a student: a length, then JSON.

The outer side trusts nothing that it reads: it sets a limit of size and a deadline.
"""

import json
import socket
import struct
import time

_LENGTH = struct.Struct("!I")


class Broken(Exception):
    """The other side is gone, late, or says what no message is."""


class Late(Broken):
    """The other side did not answer in time."""


class TooMuch(Broken):
    """The other side sent more than the limit."""


class Channel:
    """One end of a connection.

    Parameters
    ----------
    connection : socket.socket
    most_bytes : int, optional
        Of all messages that are read together.
    """

    def __init__(self, connection: socket.socket, *, most_bytes: int | None = None) -> None:
        self.connection = connection
        self.left = most_bytes

    def send(self, message: object) -> None:
        """Send a message; wait as long as it takes, or until the timeout of the connection."""
        data = json.dumps(message).encode("utf-8", "replace")
        try:
            self.connection.sendall(_LENGTH.pack(len(data)) + data)
        except OSError:
            raise Broken("the other side is gone") from None

    def receive(self, *, deadline: float | None = None) -> dict:
        """Return the next message.

        Parameters
        ----------
        deadline : float, optional
            A moment of ``time.monotonic``.
        """
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size, deadline))
        if self.left is not None:
            if length > self.left:
                raise TooMuch("more than a submission may say")
            self.left -= length
        try:
            return json.loads(self._exactly(length, deadline))
        except (ValueError, RecursionError):
            raise Broken("what came is no message") from None

    def _exactly(self, count, deadline):
        parts = []
        while count:
            part = self._some(min(count, 1 << 20), deadline)
            if not part:
                raise Broken("the other side is gone")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _some(self, count, deadline):
        if deadline is None:
            self.connection.settimeout(None)
        else:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Late("no answer in time")
            self.connection.settimeout(left)
        try:
            return self.connection.recv(count)
        except TimeoutError:
            raise Late("no answer in time") from None
        except OSError:
            raise Broken("the other side is gone") from None
