"""Hypothesis as the course uses it: without a deadline, because a busy machine is no defect of the code."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

__all__ = ["example", "given", "st"]

settings.register_profile("unhurried", settings(), deadline=None)  # the rest as the machine has it, CI or not
settings.load_profile("unhurried")
