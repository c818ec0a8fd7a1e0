"""Stands for the course in the browser's folder: its first import unpacks the course and gives way to it."""

import sys
import zipfile

import comm

UNPACKED = "/tmp/course"  # in the memory of the page


class Nobody:
    """The other end of a picture that lives by its own script, as on a page: nobody speaks to it."""

    comm_id, kernel = "nobody", None

    def __init__(self, *given, **named):
        self.open = self.send = self.close = self.on_msg = self.on_close = lambda *given, **named: None


comm.create_comm = Nobody
sys.modules.pop("course")
with zipfile.ZipFile("course.zip") as packed:
    packed.extractall(UNPACKED)
sys.path.insert(0, UNPACKED)
import course  # noqa: E402, F401 - the one that was unpacked
