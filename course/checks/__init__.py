"""Exercises: ``check`` for students, ``grade`` for the hidden part of a graded cell."""

from course.checks import early
from course.checks.cells import check, grade

__all__ = ["check", "grade"]

early.watch()
