"""The picture of the README shows what the course draws today: it is a file, and no page makes it anew."""

import numpy as np
import pytest

from course import geography
from course.widgets.kit import palette
from tools import one_day

EDGE = 0.1  # by which a pixel at an edge may differ from machine to machine; seen: 0.06
SHADE = 0.02  # five steps of 255: nobody sees less
FEW = 0.002  # of all pixels, those at an edge; seen: 0.0002
AT_EDGES = 8  # pixels; seen: none, and Crimea alone, in the other view of the borders, has 16


def stale(png):
    """Return whether the picture of the README is another than this one."""
    by = one_day.differences(one_day.PICTURE.read_bytes(), png)
    return np.count_nonzero(by > EDGE) > AT_EDGES or np.mean(by > SHADE) > FEW


def test_it_is_drawn_as_it_would_be_today():
    assert not stale(one_day.drawn()), "docs/one-day.png is out of date: python -m tools.one_day"


@pytest.mark.parametrize("what", ["a colour", "a border"])
def test_a_change_of_what_it_shows_is_seen(what, monkeypatch):
    if what == "a colour":
        monkeypatch.setitem(palette.ROLES, "land", ("#DCEEDC", "#253341"))
    else:
        outlines = geography.outlines
        monkeypatch.setattr(geography, "outlines", lambda code: outlines(code, borders="de-facto"))
    assert stale(one_day.drawn())
