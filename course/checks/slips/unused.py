"""Unused arguments: a plain reading of a function's source, no trial."""

import ast


def unused(tree, name):
    """Return (kind, parameter, line) of the first parameter that a function does not use, None if all are.

    The kind is ``set anew`` where a line puts something else in its place before it was read.
    """
    function = next(
        node for node in tree.body[::-1] if isinstance(node, ast.FunctionDef) and node.name == name
    )
    if function.args.vararg or function.args.kwarg:
        return None
    for parameter in function.args.args:
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
