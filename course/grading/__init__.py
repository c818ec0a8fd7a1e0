"""Grading of a class: intake, isolated execution, judging outside, one writer to nbgrader's gradebook."""
