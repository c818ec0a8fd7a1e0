"""Exercises: ``check`` and ``mark_own`` for students, ``grade`` for the hidden part of a graded cell."""

from course.checks import early
from course.checks.cells import check, grade
from course.checks.own_marks import mark_own

__all__ = ["check", "grade", "mark_own"]

early.watch()
