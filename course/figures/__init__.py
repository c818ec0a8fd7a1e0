"""Figures: each function takes results and an ``ax``, draws, computes nothing, and returns the alt text."""

from course.figures.show import blank, show, style

__all__ = ["blank", "show", "style"]
