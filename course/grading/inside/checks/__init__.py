"""Stands for ``course.checks`` where work is graded: answers are asked for later, at the checks' places."""


def check(name: object, answer: object) -> None:
    """Do nothing: the program that grades asks for the answers itself."""


def mark_own(name: object, text: object = None) -> None:
    """Do nothing: here a person marks."""


def grade(name: object, answer: object) -> None:
    """Do nothing: points are given outside."""
