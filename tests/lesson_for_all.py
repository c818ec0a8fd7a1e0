"""The lesson that is executed once for all: its numbers are proved, and the site of a short run shows it."""

import copy
from functools import cache
from pathlib import Path

import pytest
from nbclient import NotebookClient

from course.site import lessons

LESSON = Path(__file__).resolve().parent.parent / "notebooks" / "3-ground-track.ipynb"
SHUT = """
import socket
def refuse(*arguments, **keywords):
    raise OSError("this lesson asked for the network")
socket.getaddrinfo = refuse
"""


class _WithoutNetwork(NotebookClient):
    def __init__(self, book, extra_arguments=(), **how):
        shut = f"--IPKernelApp.code_to_run={SHUT}"
        super().__init__(book, extra_arguments=[*extra_arguments, shut], **how)


def executed():
    """Return the notebook with its outputs, as the site runs it, from top to bottom without a network."""
    return copy.deepcopy(_once())


@cache
def _once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lessons, "NotebookClient", _WithoutNetwork)
        return lessons.run(LESSON)
