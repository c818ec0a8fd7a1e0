"""The lessons as they run, each once for all tests that look at what its cells put out."""

from functools import cache

from tools import prose

SHUT = """
import socket
def refuse(*arguments, **keywords):
    raise OSError("this lesson asked for the network")
socket.getaddrinfo = refuse
"""


@cache
def executed(path):
    """Return a lesson's notebook with its outputs, run from top to bottom without a network."""
    return prose.run(path, before=SHUT)
