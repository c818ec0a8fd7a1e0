"""Repairs of everyday slips: one change of a tree each, and the kind of slip that it would mend.

A repair is ``Repair(kind, node, put, part)``: `put` changes the tree and returns what changes it back.
"""

import ast
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

RADIANS, DEGREES = ("radians", "deg2rad"), ("degrees", "rad2deg")
CONVERTERS = (*RADIANS, *DEGREES)
Slot: TypeAlias = tuple[ast.AST, str, int | None, ast.AST]  # parent, field, place in a list, node


@dataclass(frozen=True)
class Repair:
    """One change: the kind of slip, the node, what is said of it, how to do it, and what is put there."""

    kind: str
    node: ast.AST
    part: str
    put: Callable[[], Callable[[], object]]
    other: object = None


def slots(tree: ast.AST) -> list[Slot]:
    """Return (parent, field, place, node) for each node of a tree, place None outside lists."""
    found = []
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, list):
                found += [(parent, field, k, one) for k, one in enumerate(value) if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST):
                found.append((parent, field, None, value))
    return found


def replaced(kind: str, slot: Slot, new: ast.AST, part: str | None = None) -> Repair:
    """Return the repair that puts another node into a slot."""
    parent, field, place, node = slot
    ast.fix_missing_locations(ast.copy_location(new, node))

    def put():
        if place is None:
            setattr(parent, field, new)
            return lambda: setattr(parent, field, node)
        row = getattr(parent, field)
        row[place] = new
        return lambda: row.__setitem__(place, node)

    return Repair(kind, node, shown(node) if part is None else part, put)


def changed(kind: str, node: ast.AST, field: str, value: object, part: str | None = None) -> Repair:
    """Return the repair that sets one field of a node."""
    before = getattr(node, field)

    def put():
        setattr(node, field, value)
        return lambda: setattr(node, field, before)

    return Repair(kind, node, shown(node) if part is None else part, put, value)


def together(kind: str, repairs: Sequence[Repair]) -> Repair:
    """Return the repair that does several at once, told of the first."""

    def put():
        backs = [one.put() for one in repairs]

        def back():
            for undo in reversed(backs):
                undo()

        return back

    return Repair(kind, repairs[0].node, repairs[0].part, put)


def shown(node: ast.AST) -> str:
    """Return a piece of code as it reads in a message."""
    try:
        return ast.unparse(node)
    except (AttributeError, ValueError, RecursionError):
        return ""


def called(node: object) -> str:
    """Return the last name of what a call calls: ``sin`` of ``np.sin(x)``, "" of anything else."""
    if not isinstance(node, ast.Call):
        return ""
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def written_out(node: ast.AST) -> bool:
    """Return whether a call converts numbers that stand there, as ``np.radians(np.arange(0, 360))`` does."""
    if not isinstance(node, ast.Call) or called(node) not in CONVERTERS:
        return False
    modules = {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return not any(
        isinstance(one, ast.Name) and id(one) not in modules for part in node.args for one in ast.walk(part)
    )


def call(name: str, *arguments: ast.expr) -> ast.Call:
    """Return the call of a function of NumPy, which every repaired function knows under a name of its own."""
    return ast.Call(ast.Attribute(ast.Name("_np", ast.Load()), name, ast.Load()), list(arguments), [])


def times(node: ast.expr, factor: float) -> ast.BinOp:
    """Return a node multiplied by a number."""
    return ast.BinOp(node, ast.Mult(), ast.Constant(factor))


def permutations(node: ast.Tuple) -> list[ast.Tuple]:
    """Return the other orders of a tuple's elements."""
    orders = itertools.permutations(node.elts)
    return [ast.Tuple(list(order), ast.Load()) for order in orders if list(order) != node.elts]
