"""Wire: what lies between a page and its server, and can be cut on purpose."""

import socket
import threading
from contextlib import contextmanager, suppress

CHANNELS = b"/channels?"  # in the request that opens a kernel's connection
PIECE_BYTES = 65_536


class Wire:
    """A TCP proxy: `port`, `opened` (kernel connections so far), `cut()`, `mend()`, `swallow`."""

    def __init__(self, port):
        self.behind = port
        self.opened = 0
        self.whole = True
        self.swallow = False  # take everything and hand nothing on, as a network that has gone silent
        self.pairs = set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """End all connections at once; new ones are refused until `mend()`."""
        self.whole = False
        for ends in list(self.pairs):
            for end in ends:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self):
        """Let connections through again."""
        self.whole = True
        self.swallow = False

    def close(self):
        """End everything for good."""
        self.cut()
        self.listener.close()

    def _accept(self):
        while True:
            try:
                page, _ = self.listener.accept()
            except OSError:
                return
            if not self.whole:
                page.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self.behind))
            except OSError:
                page.close()
                continue
            ends = (page, server)
            self.pairs.add(ends)
            for source, goal in (ends, ends[::-1]):
                threading.Thread(target=self._carry, args=(source, goal, ends), daemon=True).start()

    def _carry(self, source, goal, ends):
        asked = source is ends[0]
        with suppress(OSError):
            while piece := source.recv(PIECE_BYTES):
                if asked and CHANNELS in piece:
                    self.opened += 1
                if not self.swallow:
                    goal.sendall(piece)
        self.pairs.discard(ends)
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def wire(port):
    """Open a wire to a port of this machine, and close it afterwards."""
    between = Wire(port)
    yield between
    between.close()
