"""Slips: what is astray in a student's own source, found by mending it and looking whether it then fits."""

from course.checks.slips import sentences
from course.checks.slips.search import find, spoiled

__all__ = ["find", "sentences", "spoiled"]
