"""Unused arguments: a plain reading of a function's source, no trial."""

import ast
from collections.abc import Sequence

import numpy as np

from course.checks.exercise import Exercise
from course.checks.recorder import argument, plain


def needed(exercise: Exercise) -> list[bool]:
    """Return for each argument whether the right answers change with it."""
    rows = list(zip(*exercise.shown, strict=True))
    return [
        any(
            _answer(exercise, given) != _answer(exercise, (*given[:place], other, *given[place + 1 :]))
            for given in exercise.shown
            for other in _others(given[place], row)
        )
        for place, row in enumerate(rows)
    ]


def _answer(exercise, given):
    with np.errstate(all="ignore"):
        return plain(exercise.reference(*map(argument, given)))


def _others(value, row):
    """Return what may stand in the place of an argument: those of other calls, half of it, a row of one."""
    if isinstance(value, tuple):
        return [value[:1] * len(value)]
    return [*row, value / 2] if isinstance(value, (int, float)) else row


def unused(tree: ast.Module, name: str, asked_for: Sequence[bool]) -> tuple[str, str, int] | None:
    """Return (kind, parameter, line) of the first needed parameter that a function does not use, or None.

    The kind is ``set anew`` where a line puts something else in its place before it was read.
    """
    function = next(
        node for node in tree.body[::-1] if isinstance(node, ast.FunctionDef) and node.name == name
    )
    if function.args.vararg or function.args.kwarg:
        return None
    for parameter, asked in zip(function.args.args, asked_for, strict=False):
        if not asked:
            continue
        uses = [
            node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == parameter.arg
        ]
        if not uses:
            return "unused", parameter.arg, function.lineno
        line = min(node.lineno for node in uses)
        first = [node for node in uses if node.lineno == line]
        if all(isinstance(node.ctx, ast.Store) for node in first) and _straight(function, line):
            return "set anew", parameter.arg, line
    return None


def _straight(function, line):
    """Return whether a line is a statement of the function itself, and in no branch or loop."""
    return any(isinstance(node, ast.Assign) and node.lineno == line for node in function.body)
